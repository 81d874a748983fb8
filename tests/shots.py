"""Takes pictures of the window: of every template, by day and by night, in both languages.

./dev shots               all of them, into ./shots
./dev shots lucy-light    those whose name begins like this
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from journeydesk import language, templates
from journeydesk.kinds.catalogue import kind_of
from journeydesk.model.queries import nodes
from journeydesk.ui import background, style
from journeydesk.ui.dialogs.messages import Answer
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from tests.ui.ground import FakeDialogs, settle

FOLDER = Path(__file__).resolve().parent.parent / "shots"
SIZE = (1440, 900)  # logical pixels
PATIENCE = 20.0  # seconds


class Shot(NamedTuple):
    """A picture: which template (or "welcome" for the first page), in which dress and language."""

    template: str
    appearance: str
    language: str

    @property
    def name(self) -> str:
        return "-".join(self)


SHOTS = tuple(
    Shot(template, appearance, code)
    for template in ("welcome", *(name for name in templates.NAMES if name != "blank"))
    for appearance in ("light", "dark")
    for code in language.LANGUAGES
)


def wait_until(application: QApplication, ready: Callable[[], bool]) -> None:
    """Lets the program work until something holds."""
    deadline = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > deadline:
            sys.exit("shots: the window was not ready in time")
        application.processEvents()
        time.sleep(0.01)


def is_drawn(window: MainWindow) -> bool:
    workspace = window.workspace
    return workspace is None or workspace.view.board.is_refined


def take(application: QApplication, shot: Shot) -> Path:
    """Opens the window and takes its picture; gives the file."""
    language.use(shot.language)
    program = Program(application, FakeDialogs(answer=Answer.DISCARD))
    program.settings.language = shot.language
    program.settings.width, program.settings.height = SIZE
    program.dress(shot.appearance)
    window = program.show()
    if shot.template != "welcome":
        program.new(shot.template)
        session = program.session
        assert session is not None
        found = nodes(session.document, session.map_id)
        stages = [node.id for node in found if kind_of(node).name == "stage"]
        session.select(stages[1:2])
    background.finish()
    begun = time.monotonic()
    wait_until(application, lambda: is_drawn(window) and time.monotonic() - begun > 1.5)
    target = FOLDER / f"{shot.name}.png"
    window.grab().save(str(target))
    window.close()
    settle(application)
    return target


def main(asked: list[str]) -> int:
    with tempfile.TemporaryDirectory() as home:
        for place in ("CONFIG", "STATE", "CACHE", "DATA"):
            os.environ[f"XDG_{place}_HOME"] = home
        application = QApplication(sys.argv[:1])
        style.load_fonts(application)
        FOLDER.mkdir(exist_ok=True)
        for shot in SHOTS:
            if not asked or shot.name.startswith(tuple(asked)):
                print(take(application, shot))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
