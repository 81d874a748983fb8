"""Where pictures are taken: a program with its window, and what every scene asks for."""

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from journeydesk import language, templates
from journeydesk.model.queries import nodes
from journeydesk.model.records import Node
from journeydesk.ui.dialogs.messages import Answer
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from tests.ui.ground import FakeDialogs, settle

FOLDER = Path(__file__).resolve().parents[2] / "shots"
WIDE, SMALL = (1280, 800), (1024, 640)  # logical pixels
SCALES = ("1.25", "1.5", "2")  # of screens of finer grain
POSTER_DPI = 60
PATIENCE = 20.0  # seconds
JOURNEYS = tuple(name for name in templates.NAMES if name != "blank")
LOOKS = tuple((appearance, code) for appearance in ("light", "dark") for code in language.LANGUAGES)


@dataclass(slots=True)
class Studio:
    """Where pictures are taken, one program after the other; only those that were asked for."""

    application: QApplication
    asked: tuple[str, ...]
    suffix: str = ""

    def wants(self, name: str) -> bool:
        """Whether a picture of this name, or one whose name begins so, is wanted."""
        return not self.asked or any(name.startswith(one) or one.startswith(name) for one in self.asked)

    def rest(self) -> None:
        """Lets everything be painted that is still to come."""
        deadline = time.monotonic() + PATIENCE
        for _ in range(3):
            QThreadPool.globalInstance().waitForDone(10_000)
            QTest.qWait(40)
        while not all(is_drawn(window) for window in self.application.topLevelWidgets()):
            if time.monotonic() > deadline:
                sys.exit("shots: the window was not ready in time")
            QTest.qWait(20)
        QTest.qWait(250)

    def take(self, widget: QWidget, name: str) -> None:
        """Takes a picture of a widget that has come to rest."""
        if not self.asked or name.startswith(self.asked):
            self.rest()
            widget.grab().save(str(FOLDER / f"{name}{self.suffix}.png"))
            print(f"{name}{self.suffix}", flush=True)

    def open(self, appearance: str, code: str) -> Program:
        """A program with its window, in an appearance and a language."""
        program = Program(self.application, FakeDialogs(answer=Answer.DISCARD))
        program.settings.language = code
        program.settings.width, program.settings.height = WIDE
        program.dress(appearance)
        program.show().resize(*WIDE)  # also where the screen is smaller
        return program

    def close(self, program: Program) -> None:
        window = program.window
        if window is not None:
            window.close()
        settle(self.application)


def is_drawn(window: QWidget) -> bool:
    workspace = window.workspace if isinstance(window, MainWindow) else None
    if workspace is None:
        return True
    return workspace.view.board.is_refined and workspace.view.surface.tiles.is_sharp


def found(program: Program, record_class: type[Node]) -> list[str]:
    """The ids of the nodes of a class on the map in view."""
    session = program.session
    assert session is not None
    return [node.id for node in nodes(session.document, session.map_id) if type(node) is record_class]


def parts(program: Program) -> MainWindow:
    assert program.window is not None
    return program.window


def take_dialog(studio: Studio, program: Program, deed: str, name: str) -> None:
    parts(program).deeds.deed(deed).trigger()
    shown = next(dialog for dialog in parts(program).findChildren(QDialog) if dialog.isVisible())
    QTest.qWait(250)
    studio.take(shown, name)
    shown.close()


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that people do or see, on a journey. `take` is given the look, such as "dark-fr"."""

    name: str
    take: Callable[[Studio, Program, str], None]
    template: str = "services"
    looks: tuple[tuple[str, str], ...] = (("light", "en"), ("dark", "fr"))


def take_scenes(studio: Studio, scenes: Iterable[Scene]) -> None:
    """Every scene that is wanted, each with a program of its own."""
    for scene in scenes:
        for appearance, code in scene.looks:
            if studio.wants(f"{scene.name}-"):
                program = studio.open(appearance, code)
                program.new(scene.template)
                studio.rest()
                scene.take(studio, program, f"{appearance}-{code}")
                studio.close(program)
