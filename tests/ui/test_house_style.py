"""The colours of a house are chosen in the inspector, seen on the map at once, and go from file to file."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeydesk.language import Problem
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.panels.colours import ColoursEditor
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace
from tests.ui.ground import FakeDialogs


def editor(window: MainWindow, workspace: Workspace) -> ColoursEditor:
    window.deeds.deed("edit_style").trigger()
    return workspace.inspector.findChildren(ColoursEditor)[-1]


def test_a_colour_is_added_changed_moved_and_removed_by_keys(
    window: MainWindow, workspace: Workspace, session: Session, dialogs: FakeDialogs, qtbot: Any
) -> None:
    row = editor(window, workspace)
    assert window.focusWidget() is row.buttons[0]
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())
    for colour in ("#0b5fa5", "#c2410c"):
        dialogs.colour = colour
        QTest.keyClick(row.buttons[-1], Qt.Key.Key_Space)
    assert session.document.project.palette == ("#0b5fa5", "#c2410c")
    assert workspace.view.board.look.theme.phases[0].line == "#0b5fa5"
    row.buttons[1].setFocus()
    QTest.keyClick(row.buttons[1], Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert session.document.project.palette == ("#c2410c", "#0b5fa5")
    dialogs.colour = "#116622"
    QTest.keyClick(row.buttons[0], Qt.Key.Key_Space)
    assert session.document.project.palette == ("#116622", "#0b5fa5")
    row.buttons[0].setFocus()
    QTest.keyClick(row.buttons[0], Qt.Key.Key_Delete)
    assert session.document.project.palette == ("#0b5fa5",)
    for _ in range(5):
        session.undo()
    assert session.document.project.palette == ()


def test_a_style_is_saved_and_used_by_another_project(
    window: MainWindow, workspace: Workspace, session: Session, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    row = editor(window, workspace)
    dialogs.colour = "#0b5fa5"
    row.buttons[-1].click()
    dialogs.path = tmp_path / "House.journeystyle"
    window.deeds.deed("save_style").trigger()
    session.undo()
    window.deeds.deed("use_style").trigger()
    assert session.document.project.palette == ("#0b5fa5",)


def test_a_file_that_is_no_style_is_told(
    window: MainWindow, session: Session, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    for path in (tmp_path / "missing", tmp_path / "text"):
        dialogs.path = path
        window.deeds.deed("use_style").trigger()
        (tmp_path / "text").write_text("no style")
    assert len(dialogs.told) == 2
    assert isinstance(dialogs.told[-1], Problem)
    told: Any = session.document.project.palette
    assert told == ()
