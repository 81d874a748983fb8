"""Takes pictures of the window and of posters, to be looked at.

./dev shots                all of them, into ./shots
./dev shots lucy-light     those whose name begins like this
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from journeydesk import language, templates
from journeydesk.exporters.catalogue import export
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import KINDS
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.queries import maps, nodes
from journeydesk.model.records import THEMES, Evidence, Node, Transition
from journeydesk.picture.theme import theme_of
from journeydesk.ui import background, style
from journeydesk.ui.dialogs.messages import Answer
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from tests.ui.ground import FakeDialogs, settle

FOLDER = Path(__file__).resolve().parent.parent / "shots"
WIDE, SMALL = (1280, 800), (1024, 640)  # logical pixels
LARGE_TYPE = "1.5"
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
        program.show()
        return program

    def close(self, program: Program) -> None:
        window = program.window
        if window is not None:
            window.close()
        settle(self.application)


def is_drawn(window: QWidget) -> bool:
    workspace = window.workspace if isinstance(window, MainWindow) else None
    return workspace is None or workspace.view.board.is_refined


def found(program: Program, record_class: type[Node]) -> list[str]:
    """The ids of the nodes of a class on the map in view."""
    session = program.session
    assert session is not None
    return [node.id for node in nodes(session.document, session.map_id) if type(node) is record_class]


def take_windows(studio: Studio) -> None:
    """The first page and every template, by day and by night, in every language, on two sizes of screen."""
    for appearance, code in LOOKS:
        names = [f"{page}-{appearance}-{code}" for page in ("welcome", *JOURNEYS)]
        if not any(studio.wants(name) for name in names):
            continue
        program = studio.open(appearance, code)
        window = program.window
        assert window is not None
        for page, name in zip(("", *JOURNEYS), names, strict=True):
            if page and studio.wants(name):
                program.new(page)
                assert program.session is not None
                program.session.select(found(program, Stage)[1:2])
            for wide, high in (WIDE, SMALL):
                window.resize(wide, high)
                if studio.wants(name):
                    QTest.qWait(30)
                    window.deeds.deed("zoom_to_fit").trigger()
                    studio.take(window, f"{name}-{wide}")
        studio.close(program)


def take_inspectors(studio: Studio) -> None:
    """What can be said of every kind of record."""
    if not studio.wants("inspector"):
        return
    program = studio.open("light", "en")
    program.new("lucy")
    session, window = program.session, program.window
    assert session is not None and window is not None and window.workspace is not None
    panel = window.workspace.inspector
    window.resize(1280, 1400)
    kinds = {kind.name: found(program, kind.record)[:1] for kind in KINDS}
    kinds["transition"] = [link.id for link in session.document.all(Transition)][:1]
    kinds["several"] = found(program, Stage)[:2]
    kinds["map"] = []
    for name, ids in kinds.items():
        session.select(ids)
        if ids or name == "map":
            studio.take(panel, f"inspector-{name}")
    session.select(())
    panel.show_record(session.document.all(Evidence)[0].id)
    studio.take(panel, "inspector-evidence")
    studio.close(program)


def take_work(studio: Studio) -> None:
    """Text while it is written, things while they are dragged, and what stands over the window."""
    for appearance, code in (("light", "en"), ("dark", "fr")):
        scenes: tuple[tuple[str, Callable[[Studio, Program, str], None]], ...] = (
            ("writing", take_writing),
            ("dragging", take_dragging),
            ("menu", take_menus),
            ("export", take_export),
            ("keys", take_keys),
            ("about", take_about),
            ("blank", take_blank),
        )
        for name, scene in scenes:
            if studio.wants(f"{name}-"):
                program = studio.open(appearance, code)
                program.new("blank" if name == "blank" else "services")
                studio.rest()
                scene(studio, program, f"{appearance}-{code}")
                studio.close(program)


def parts(program: Program) -> MainWindow:
    assert program.window is not None
    return program.window


def take_writing(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    assert window.workspace is not None and program.session is not None
    window.workspace.edit_text(found(program, Stage)[0])
    studio.take(window, f"writing-small-{look}")
    program.session.finishing.emit()
    program.session.select(found(program, Stage)[:1])
    QTest.qWait(50)
    window.deeds.deed("zoom_to_selection").trigger()
    window.workspace.edit_text(found(program, Stage)[0])
    studio.take(window, f"writing-stage-{look}")
    program.session.finishing.emit()
    program.session.select(found(program, Branch)[:1])
    QTest.qWait(50)
    window.deeds.deed("zoom_actual").trigger()
    window.deeds.deed("add_child").trigger()
    studio.take(window, f"writing-branch-{look}")


def take_dragging(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    assert window.workspace is not None and program.session is not None
    view = window.workspace.view
    window.deeds.deed("zoom_actual").trigger()
    for name, record_class, far in (
        ("stage", Stage, QPoint(90, 140)),
        ("branch", Branch, QPoint(60, 70)),
    ):
        key = found(program, record_class)[0]
        program.session.select((key,))
        box = view.board.box_of(key)
        assert box is not None
        view.camera.look_at(box.x + 200, box.y + 60, 1.0)
        start = view.camera.view_point((box.x + 20, box.y)).toPoint()
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 6):
            QTest.mouseMove(view.viewport(), start + far * step / 5)
            QTest.qWait(10)
        studio.take(window, f"dragging-{name}-{look}")
        QTest.keyClick(view, Qt.Key.Key_Escape)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start)


def take_menus(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    assert window.workspace is not None and program.session is not None
    for name, ids in (("node", found(program, Stage)[:1]), ("paper", [])):
        program.session.select(ids)
        window.workspace.view.customContextMenuRequested.emit(QPoint(200, 200))
        shown = QApplication.activePopupWidget()
        if shown is not None:
            studio.take(shown, f"menu-{name}-{look}")
            shown.close()
        QTest.qWait(20)
    for shown in window.menuBar().actions():
        menu = shown.menu()
        if isinstance(menu, QWidget):
            menu.ensurePolished()
            menu.adjustSize()
            studio.take(menu, f"menu-{menu.actions()[0].objectName()}-{look}")


def take_dialog(studio: Studio, program: Program, deed: str, name: str) -> None:
    parts(program).deeds.deed(deed).trigger()
    shown = next(dialog for dialog in parts(program).findChildren(QDialog) if dialog.isVisible())
    QTest.qWait(250)
    studio.take(shown, name)
    shown.close()


def take_export(studio: Studio, program: Program, look: str) -> None:
    take_dialog(studio, program, "export", f"export-{look}")


def take_keys(studio: Studio, program: Program, look: str) -> None:
    take_dialog(studio, program, "show_keys", f"keys-{look}")


def take_about(studio: Studio, program: Program, look: str) -> None:
    take_dialog(studio, program, "show_about", f"about-{look}")


def take_blank(studio: Studio, program: Program, look: str) -> None:
    studio.take(parts(program), f"blank-{look}")


def posters() -> Iterator[tuple[str, str, str, str]]:
    """Name, template, language and theme of every poster."""
    for journey in JOURNEYS:
        for code in language.LANGUAGES:
            for theme in THEMES:
                yield f"poster-{journey}-{theme.key}-{code}", journey, code, theme.key


def take_posters(studio: Studio) -> None:
    """Every journey as a poster, in every language and theme."""
    for name, journey, code, theme in posters():
        if studio.wants(name):
            document = Document(templates.make(journey, code))
            drawn = maps(document)[0].id
            path = FOLDER / f"{name}.png"
            export(document, path, map_id=drawn, theme=theme_of(theme), dpi=POSTER_DPI)
            print(name, flush=True)


def take_large(asked: Iterable[str]) -> int:
    """The same windows on a screen of finer grain, in a process of their own."""
    wanted = tuple(asked) or ("welcome-light-en-1280", "services-dark-fr-1024", "export-light", "keys-dark")
    environment = {**os.environ, "QT_SCALE_FACTOR": LARGE_TYPE}
    return subprocess.run(
        [sys.executable, "-m", "tests.shots", "--large", *wanted], env=environment, check=False
    ).returncode


def main(arguments: list[str]) -> int:
    large, asked = "--large" in arguments, tuple(name for name in arguments if not name.startswith("--"))
    with tempfile.TemporaryDirectory() as home:
        for place in ("CONFIG", "STATE", "CACHE", "DATA"):
            os.environ[f"XDG_{place}_HOME"] = home
        application = QApplication(sys.argv[:1])
        style.load_fonts(application)
        FOLDER.mkdir(exist_ok=True)
        studio = Studio(application, asked, "-large" if large else "")
        take_windows(studio)
        take_work(studio)
        if not large:
            take_inspectors(studio)
            take_posters(studio)
        background.finish()
        application.clipboard().clear()
    return 0 if large or asked else take_large(())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
