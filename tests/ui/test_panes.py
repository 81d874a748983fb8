"""How the keyboard goes through the window, and that it is caught nowhere."""

from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from journeydesk.model import queries
from journeydesk.model.records import Node, Transition
from journeydesk.ui import panes
from journeydesk.ui.actions_feeling import KEYS
from journeydesk.ui.dialogs.keys import KeysSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace
from tests.finding import only

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def pane_of(workspace: Workspace) -> QWidget:
    return next(pane for pane in panes.panes(workspace) if pane is focused() or pane.isAncestorOf(focused()))


@pytest.mark.parametrize(("deed", "by"), [("next_pane", 1), ("previous_pane", -1)])
def test_every_part_of_the_window_is_reached_in_turn(
    window: MainWindow, workspace: Workspace, deed: str, by: int
) -> None:
    found = panes.panes(workspace)
    assert len(found) == 7
    at = found.index(workspace.view)
    for turn in range(1, len(found) + 1):
        window.deeds.deed(deed).trigger()
        assert pane_of(workspace) is found[(at + by * turn) % len(found)]


def test_the_strips_above_the_map_are_parts_while_they_are_open(
    window: MainWindow, workspace: Workspace
) -> None:
    for deed in ("find", "filter"):
        window.deeds.deed(deed).trigger()
    found = panes.panes(workspace)
    assert {workspace.find_bar, workspace.filter_bar} < set(found)
    workspace.view.setFocus()
    for pane in (workspace.filter_bar, workspace.find_bar, workspace.tabs.row, workspace.find_bar):
        window.deeds.deed(
            "next_pane" if pane_of(workspace) is workspace.tabs.row else "previous_pane"
        ).trigger()
        assert pane_of(workspace) is pane


def test_a_hidden_part_is_passed_over(window: MainWindow, workspace: Workspace) -> None:
    workspace.show_right(False)
    workspace.show_left(False)
    window.deeds.deed("next_pane").trigger()
    assert pane_of(workspace) is workspace.place.palette_bar


def test_with_nothing_selected_tab_leads_on_and_shift_tab_back(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    window.refresh()
    QTest.keyClick(workspace.view, Qt.Key.Key_Tab)
    assert pane_of(workspace) is workspace.inspector
    workspace.view.setFocus()
    QTest.keyClick(workspace.view, Qt.Key.Key_Backtab, SHIFT)
    assert pane_of(workspace) is workspace.tabs.row
    assert session.document.history[1] == 0


def test_with_several_nodes_or_an_arrow_selected_tab_grows_nothing(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    for chosen in (("one", "two"), ("arrow",)):
        workspace.view.setFocus()
        session.select(chosen)
        window.refresh()
        QTest.keyClick(workspace.view, Qt.Key.Key_Tab)
        assert pane_of(workspace) is workspace.inspector
    assert session.document.history[1] == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Insert])
def test_with_one_node_selected_tab_and_insert_grow_a_branch(
    window: MainWindow, workspace: Workspace, session: Session, key: Qt.Key
) -> None:
    session.select(("one",))
    window.refresh()
    QTest.keyClick(workspace.view, key)
    assert len(queries.children(session.document, "one")) == 1


def test_shift_tab_puts_a_parent_above_a_branch_and_does_nothing_to_a_root(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    session.select(("one",))
    window.refresh()
    QTest.keyClick(workspace.view, Qt.Key.Key_Backtab, SHIFT)
    assert focused() is workspace.view
    assert session.document.history[1] == 0
    session.select(("need",))
    window.refresh()
    QTest.keyClick(workspace.view, Qt.Key.Key_Backtab, SHIFT)
    node = only(session.document, Node, "need")
    assert node.parent_id != "card"


def test_escape_with_nothing_selected_tells_how_to_leave(
    window: MainWindow, workspace: Workspace, session: Session, qtbot: Any
) -> None:
    with qtbot.waitSignal(session.hint_changed) as told:
        QTest.keyClick(workspace.view, Qt.Key.Key_Escape)
    assert "Tab" in told.args[0]
    with qtbot.waitSignal(session.hint_changed) as told:
        session.select(("one",))
    assert told.args == [""]


def test_ctrl_home_goes_to_the_root(window: MainWindow, workspace: Workspace, session: Session) -> None:
    for chosen, root in ((("deep",), "card"), ((), "card"), (("shop",), "card")):
        session.select(chosen)
        window.refresh()
        QTest.keyClick(workspace.view, Qt.Key.Key_Home, CTRL)
        assert session.selection == (root,)


def test_f4_goes_to_the_notes(window: MainWindow, workspace: Workspace, session: Session) -> None:
    session.select(("one",))
    workspace.show_right(False)
    window.refresh()
    QTest.keyClick(workspace.view, Qt.Key.Key_F4)
    assert isinstance(focused(), QPlainTextEdit)
    assert focused().accessibleName() == "Notes"


def test_every_sentiment_has_a_key(window: MainWindow, workspace: Workspace, session: Session) -> None:
    session.select(("one", "shop", "card"))
    window.refresh()
    for value in KEYS:
        window.deeds.deed(f"feel_{value + 4}").trigger()
        found = [getattr(session.document.get(key), "sentiment", None) for key in ("one", "shop")]
        assert found == [value, value]
        assert window.deeds.deed(f"feel_{value + 4}").isChecked()
    window.deeds.deed("feel_nothing").trigger()
    assert getattr(session.document.get("one"), "sentiment", 0) is None
    assert session.document.history[1] == len(KEYS) + 1
    session.select(("card",))
    window.refresh()
    assert not window.deeds.deed("feel_4").isEnabled()


def fields_of(workspace: Workspace) -> list[QWidget]:
    boxes = (
        *workspace.inspector.findChildren(QLineEdit),
        *workspace.inspector.findChildren(QPlainTextEdit),
    )
    return [box for box in boxes if box.isVisible()]


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Question, SHIFT),
        (Qt.Key.Key_1, SHIFT),
        (Qt.Key.Key_2, SHIFT),
        (Qt.Key.Key_Exclam, SHIFT),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_plain_keys_do_nothing_else_in_any_field(
    window: MainWindow, workspace: Workspace, session: Session, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    session.select(("one",))
    window.refresh()
    workspace.edit_text("one")
    boxes = [focused()]
    workspace.outline.take_keyboard()
    workspace.outline.edit_node("one")
    boxes.append(focused())
    window.deeds.deed("filter").trigger()
    scale = workspace.view.camera.scale
    before = session.selection
    for box in (*boxes, *fields_of(workspace), *window.findChildren(QLineEdit)):
        if box.isVisible():
            box.setFocus()
            QTest.keyClick(box, key, modifiers)
            assert not [sheet for sheet in window.findChildren(KeysSheet) if sheet.isVisible()]
    assert session.selection == before
    assert workspace.view.camera.scale == scale
    assert session.document.get("one") is not None


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("typed", ["62.5", "62,5"])
def test_a_share_is_typed_from_the_map_and_escape_leads_back(
    window: MainWindow, workspace: Workspace, typed: str, language: str
) -> None:
    session = workspace.session
    arrow = queries.links(session.document, session.map_id)[0]
    session.select((arrow.id,))
    window.refresh()
    QTest.keyClick(workspace.view, Qt.Key.Key_F4, SHIFT)
    field = QApplication.focusWidget()
    assert isinstance(field, QWidget)
    field.setLocale(QLocale(language))
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert workspace.view.hasFocus()
    share = only(session.document, Transition, arrow.id)
    assert share.share == 62.5
