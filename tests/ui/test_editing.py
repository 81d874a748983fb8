"""What people do on the map besides drawing: right clicks, deletions, texts kept while they are written."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from journeydesk.model import queries
from journeydesk.model.records import Evidence, Node, Persona
from journeydesk.operations import fields, nodes
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.panels import editors
from journeydesk.ui.program import Program
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace
from tests.finding import only
from tests.ui.ground import do, names, offered
from tests.ui.mouse import Hand


def writer(workspace: Workspace) -> QPlainTextEdit | None:
    found = workspace.view.viewport().findChildren(QPlainTextEdit)
    return next((box for box in found if box.isVisible()), None)


@pytest.mark.parametrize(
    ("chosen", "wanted", "absent"),
    [
        ((), {"select_all", "zoom_to_fit", "export"}, {"remove", "add_child"}),
        (("one",), {"edit_text", "add_child", "connect", "duplicate", "remove"}, {"add_parent", "fold"}),
        (("need",), {"add_child", "add_sibling", "fold", "remove"}, {"export"}),
        (("arrow",), {"edit_text", "remove"}, {"add_child", "duplicate"}),
        (("one", "arrow"), {"remove"}, {"edit_text", "duplicate"}),
    ],
)
def test_a_right_click_offers_what_can_be_done_there(
    workspace: Workspace, session: Session, chosen: tuple[str, ...], wanted: set[str], absent: set[str]
) -> None:
    session.select(chosen)
    menu = offered(workspace, QPoint(5, 5))
    assert wanted <= set(names(menu))
    assert not absent & set(names(menu))
    menu.close()


def test_a_right_click_on_a_node_offers_what_is_used_most_and_the_rest_in_groups(
    workspace: Workspace, session: Session
) -> None:
    session.select(("need",))
    menu = offered(workspace, QPoint(5, 5))
    assert len([deed for deed in menu.actions() if not deed.isSeparator()]) <= 16
    within = {deed.objectName() for group in menu.findChildren(QMenu) for deed in group.actions()}
    assert {"add_parent", "remove_keeping_children", "lock", "paste_style", "step_in"} <= within
    menu.close()


def test_what_is_added_by_a_right_click_lies_where_it_was_clicked(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    before = {node.id for node in queries.nodes(session.document, session.map_id)}
    menu = offered(workspace, QPoint(30, 40))
    x, y = workspace.view.camera.board_point(QPoint(30, 40).toPointF())
    window.deeds.deed("insert_note").trigger()
    menu.close()
    (added,) = (n for n in queries.nodes(session.document, session.map_id) if n.id not in before)
    assert (added.x, added.y) == (round(x), round(y))


@pytest.mark.parametrize(("down", "is_told"), [(70.0, True), (400.0, False)])
def test_a_branch_that_grows_over_other_cards_says_so_until_something_else_is_selected(
    window: MainWindow, workspace: Workspace, session: Session, down: float, is_told: bool
) -> None:
    nodes.move(session.document, ("two",), -200, down)
    session.select(("one",))
    do(window, "add_child")
    box = writer(workspace)
    assert box is not None
    hints: list[str] = []
    session.hint_changed.connect(hints.append)
    QTest.keyClicks(box, "Colleagues")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert any("Remove Overlaps" in hint for hint in hints) is is_told
    do(window, "remove_overlaps")
    session.select(("card",))
    assert not hints or hints[-1] == ""
    session.undo()
    assert only(session.document, Node, "two").y == down


@pytest.mark.parametrize(("gone", "heir"), [("deep", "need"), ("need", "card")])
def test_after_a_deletion_the_family_is_selected(
    window: MainWindow, session: Session, gone: str, heir: str
) -> None:
    session.select((gone,))
    window.refresh()
    window.deeds.deed("remove").trigger()
    assert session.selection == (heir,)


def test_a_text_stays_open_while_the_file_is_written_by_itself(
    workspace: Workspace, session: Session
) -> None:
    workspace.edit_text("one")
    box = writer(workspace)
    assert box is not None
    QTest.keyClicks(box, "Half a sen")
    session.saving.publish(asked=False)
    assert getattr(session.document.get("one"), "title", "") == "Half a sen"
    assert writer(workspace) is box
    QTest.keyClicks(box, "tence")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert getattr(session.document.get("one"), "title", "") == "Half a sentence"
    assert session.document.history[1] == 1


def test_a_list_stays_as_it_is_typed_while_the_file_is_written_by_itself(
    workspace: Workspace, session: Session
) -> None:
    workspace.inspector.show_record("lucy")
    editor = workspace.inspector.forms[0].editors["goals"]
    assert isinstance(editor, editors.TextEditor)
    editor.box.setFocus()
    QTest.keyClicks(editor.box, "One ")
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    session.saving.publish(asked=False)
    QTest.keyClicks(editor.box, "two")
    editor.flush()
    assert session.document.find(Persona, "lucy") == session.document.get("lucy")
    assert getattr(session.document.get("lucy"), "goals", ()) == ("One", "two")


def test_to_look_at_a_text_on_the_map_changes_nothing(workspace: Workspace, session: Session) -> None:
    fields.set_field(session.document, ("one",), "title", "Pourquoi\u00a0?")
    steps = session.document.history[1]
    workspace.edit_text("one")
    box = writer(workspace)
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert session.document.history[1] == steps


LONG = "A title that nobody would shorten, however long it is \U0001f600 and with \u4e2d\u6587 in it"


def test_all_of_a_long_text_is_seen_while_it_is_written(window: MainWindow, workspace: Workspace) -> None:
    window.resize(1300, 800)
    view = workspace.view
    view.camera.look_at(0, -40, 1.0)
    seen = view.camera.visible
    view.camera.look_at(seen.x, 30 - seen.height / 2, 1.0)  # at the lower edge
    workspace.edit_text("one")
    box = writer(workspace)
    assert box is not None
    for letter in LONG + LONG:
        box.insertPlainText(letter)
    lines = box.cursorRect(QTextCursor(box.document())), box.cursorRect()
    assert all(box.viewport().rect().contains(line) for line in lines)
    assert view.viewport().rect().contains(box.geometry())
    QTest.keyClick(box, Qt.Key.Key_Return)
    card = view.board.box_of("one")
    assert card is not None
    assert view.camera.visible.holds(card.left, card.top)
    assert view.camera.visible.holds(card.right, card.bottom)


def test_a_right_click_in_a_text_is_for_the_text(workspace: Workspace, session: Session) -> None:
    workspace.edit_text("one")
    box = writer(workspace)
    assert box is not None
    QTest.mouseClick(box.viewport(), Qt.MouseButton.RightButton)
    assert writer(workspace) is box and box.hasFocus()


def test_what_was_kept_is_selected_when_a_branch_between_goes(window: MainWindow, session: Session) -> None:
    session.select(("need",))
    do(window, "remove_keeping_children")
    assert session.selection == ("deep",)


def test_a_key_during_a_drag_ends_the_drag_first(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    view = workspace.view
    start = view.camera.view_point((0, 0)).toPoint()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 5):
        QTest.mouseMove(view.viewport(), start + QPoint(8, 8) * step)
    assert session.document.open_edit is not None
    window.refresh()
    window.deeds.deed("duplicate").trigger()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    moved = only(session.document, Node, "one")
    assert (moved.x, moved.y) == (0, 0)
    assert session.document.history[1] == 1


def test_evidence_is_made_named_looked_at_and_removed(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    window.deeds.deed("new_evidence").trigger()
    (source,) = session.document.all(Evidence)
    assert workspace.column.evidence.current_id == source.id
    assert [form.ids for form in workspace.inspector.forms] == [(source.id,)]
    workspace.column.evidence.list.renamed.emit(source.id, "Interviews")
    assert getattr(session.document.get(source.id), "title", "") == "Interviews"
    session.select(("one",))
    assert workspace.column.evidence.current_id == ""
    workspace.column.evidence.list.setCurrentRow(0)
    window.refresh()
    window.deeds.deed("remove_evidence").trigger()
    assert not session.document.all(Evidence)


def test_an_empty_map_invites_to_begin(program: Program, window: MainWindow, qtbot: Any) -> None:
    program.close()
    program.new("blank")
    assert window.workspace is not None and window.session is not None
    assert window.workspace.invitation.isVisible()
    window.workspace.view.new_node("stage")
    assert not window.workspace.invitation.isVisible()
    window.session.undo()
    assert window.workspace.invitation.isVisible()


def test_what_is_added_by_its_key_lies_after_what_was_selected_unless_the_pointer_has_moved_since(
    workspace: Workspace, session: Session, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = workspace.view
    hand = Hand(view)
    monkeypatch.setattr(MapView, "underMouse", lambda _: True)
    hand.move(-300, -200)
    session.select(("shop",))
    window.refresh()
    window.deeds.deed("insert_note").trigger()
    (added,) = session.selection
    below, note = view.board.placed["shop"].box, view.board.placed[added].box
    assert note.x == below.x and 0 < note.top - below.bottom < 100
    view.scribe.finish()
    hand.move(-300, -200)
    window.deeds.deed("insert_note").trigger()
    (added,) = session.selection
    assert abs(view.board.placed[added].box.x + 300) < 5
