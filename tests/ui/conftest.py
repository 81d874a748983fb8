"""A window's ground: a small project, dialogs that answer by themselves, and no work left under way.

Where a test has a `window`, its `session` and `view` are those of the window; elsewhere they stand alone.
What the project holds is `contents`, which a module may define anew.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journeydesk.model.document import Document
from journeydesk.model.records import Record
from journeydesk.storage.working_copy import WorkingCopy
from journeydesk.ui import style
from journeydesk.ui.dialogs.messages import Answer
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace
from tests.ui.ground import FakeDialogs, records, settle
from tests.ui.mouse import Hand


@pytest.fixture
def contents() -> tuple[Record, ...]:
    """What is in the project."""
    return records()


@pytest.fixture
def document(contents: tuple[Record, ...]) -> Document:
    return Document(contents)


@pytest.fixture
def project(contents: tuple[Record, ...], tmp_path: Path) -> Path:
    """A project file."""
    path = tmp_path / "Clinic.journey"
    WorkingCopy.create(contents, path).close()
    return path


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    style.load_fonts(qapp)


@pytest.fixture
def program(
    qapp: QApplication, fonts: None, dialogs: FakeDialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    """The program without a window and with settings of its own; what it opens is closed at the end."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = Program(qapp, dialogs)
    yield made
    dialogs.answer = Answer.DISCARD
    made.quit()
    settle(qapp)
    made.deleteLater()


@pytest.fixture
def blank_window(program: Program, qtbot: Any) -> MainWindow:
    """The window as it begins, with the welcome page."""
    shown = program.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def window(blank_window: MainWindow, program: Program, project: Path, qtbot: Any) -> MainWindow:
    """The window on the project; the map has the keyboard."""
    program.open(project)
    qtbot.waitUntil(lambda: blank_window.session is not None)
    blank_window.activateWindow()
    assert blank_window.workspace is not None
    blank_window.workspace.view.setFocus()
    qtbot.waitUntil(blank_window.workspace.view.hasFocus)
    return blank_window


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def session(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Session]:
    if "window" in request.fixturenames:
        found = request.getfixturevalue("window").session
        assert found is not None
        yield found
        return
    made = Session(request.getfixturevalue("document"))
    yield made
    made.close()


@pytest.fixture
def size() -> tuple[int, int]:
    """How large a map is shown that stands alone, in pixels."""
    return 1200, 800


@pytest.fixture
def view(request: pytest.FixtureRequest, size: tuple[int, int], fonts: None, qtbot: Any) -> Iterator[MapView]:
    """The map, with the keyboard."""
    if "window" in request.fixturenames:
        yield request.getfixturevalue("workspace").view
        return
    shown = MapView(request.getfixturevalue("session"))
    shown.resize(*size)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    yield shown
    shown.close()
    shown.surface.tiles.close()
    shown.deleteLater()


@pytest.fixture
def hand(view: MapView) -> Hand:
    return Hand(view)
