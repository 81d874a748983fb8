"""Comments are written on what is selected, listed and resolved, and lead there; nodes are voted for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeydesk.model.records import Comment, Node
from journeydesk.operations.comments import add_comment
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.panels.remarks import RemarksPanel
from journeydesk.ui.session import Session


@pytest.fixture
def panel(window: MainWindow) -> RemarksPanel:
    assert window.workspace is not None
    return window.workspace.remarks


def do(window: MainWindow, deed: str) -> None:
    window.refresh()
    window.deeds.deed(deed).trigger()


def test_a_comment_is_written_on_what_is_selected(
    window: MainWindow, session: Session, panel: RemarksPanel
) -> None:
    assert panel.isHidden()
    session.select(("one",))
    do(window, "new_comment")
    assert panel.isVisible() and "Search" in panel.about.text()
    panel.author.setText("Ann")
    QTest.keyClicks(panel.text, "Is it so?")
    QTest.keyClick(panel.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (comment,) = session.document.all(Comment)
    assert (comment.about_id, comment.text, comment.author) == ("one", "Is it so?", "Ann")
    assert panel.text.toPlainText() == "" and "Is it so?" in panel.list.item(0).text()
    session.select(())
    QTest.keyClicks(panel.text, "The whole map")
    panel.send.click()
    assert [row.about_id for row in session.document.all(Comment)] == ["one", "first"]
    session.undo()
    assert panel.list.count() == 1


def test_a_row_leads_to_its_place_and_is_resolved_there(
    window: MainWindow, session: Session, panel: RemarksPanel
) -> None:
    add_comment(session.document, "far", "Look here", "Tom", "2026-03-01T08:00:00+00:00")
    do(window, "show_comments")
    item = panel.list.item(0)
    panel.list.setCurrentItem(item)
    panel.list.itemClicked.emit(item)
    assert session.map_id == "second" and session.selection == ("far",)
    panel.settle.click()
    assert panel.list.count() == 0
    panel.everything.setChecked(True)
    panel.list.setCurrentRow(0)
    assert panel.settle.text() == "Reopen"
    panel.settle.click()
    assert not session.document.all(Comment)[0].resolved
    panel.list.setCurrentRow(0)
    panel.remove.click()
    assert not session.document.all(Comment)
    do(window, "show_comments")
    assert panel.isHidden()


def test_nodes_are_voted_for(window: MainWindow, session: Session) -> None:
    session.select(("one", "shop", "arrow"))
    for deed in ("vote", "vote", "take_vote_back"):
        do(window, deed)
    found = [session.document.find(Node, key) for key in ("one", "shop")]
    assert [node.votes for node in found if node is not None] == [1, 1]
    do(window, "take_vote_back")
    window.refresh()
    assert not window.deeds.deed("take_vote_back").isEnabled()
