"""What is copied arrives in our own windows and in other programs; what comes from there becomes nodes."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from journeydesk.kinds.stage import Stage
from journeydesk.model import queries
from journeydesk.model.records import Node, Transition
from journeydesk.operations import fields
from journeydesk.ui.clipboard import OURS, PNG, SVG
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace
from tests.finding import only

COPY, CUT, PASTE = (
    (key, Qt.KeyboardModifier.ControlModifier) for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V)
)

COPY_STYLE, PASTE_STYLE = (
    (key, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    for key in (Qt.Key.Key_C, Qt.Key.Key_V)
)
BRANCHES = (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture(autouse=True)
def _clipboard_is_empty(qapp: QGuiApplication) -> None:
    qapp.clipboard().clear()


def press(workspace: Workspace, key: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    workspace.view.setFocus()
    QGuiApplication.processEvents()  # the actions hear what is selected now
    QTest.keyClick(workspace.view, *key)


def formats() -> set[str]:
    found = QGuiApplication.clipboard().mimeData()
    return set() if found is None else set(found.formats())


def put(**data: str) -> None:
    """What another program puts on the clipboard, by kind: text, html."""
    mime = QMimeData()
    if "text" in data:
        mime.setText(data["text"])
    if "html" in data:
        mime.setHtml(data["html"])
    QGuiApplication.clipboard().setMimeData(mime)


def titles(session: Session) -> list[str]:
    found = (session.document.find(Node, key) for key in session.selection)
    return [node.title for node in found if node is not None]


def test_a_copy_is_offered_in_four_formats(workspace: Workspace, session: Session, qtbot: Any) -> None:
    session.select(("two", "one"))
    press(workspace, COPY)
    assert formats() == {OURS, "text/plain"}
    assert QGuiApplication.clipboard().text() == "Search\nBuy"
    qtbot.waitUntil(lambda: len(formats()) == 4)
    mime = QGuiApplication.clipboard().mimeData()
    picture = QImage.fromData(mime.data(PNG))
    assert 600 < picture.width() <= 2000 and 100 < picture.height() < 400
    assert b"<svg" in mime.data(SVG).data() and b"Search" in mime.data(SVG).data()


def test_what_was_copied_is_pasted_further_each_time(workspace: Workspace, session: Session) -> None:
    session.select(("one", "two"))
    press(workspace, COPY)
    places = []
    for _ in range(3):
        press(workspace, PASTE)
        assert titles(session) == ["Search", "Buy"]
        places.append([(n.x, n.y) for key in session.selection if (n := session.document.find(Node, key))])
    (a, b), (c, _), (d, _) = places
    assert b[0] - a[0] == 300
    assert (c[0] - a[0], c[1] - a[1]) == (40, 40) and (d[0] - a[0], d[1] - a[1]) == (80, 80)
    assert len(session.document.all(Transition)) == 4
    for _ in range(3):
        session.undo()
    assert len(session.document.all(Stage)) == 3


def test_a_cut_branch_is_hung_on_what_is_selected(workspace: Workspace, session: Session) -> None:
    session.select(("need",))
    press(workspace, CUT)
    assert queries.children(session.document, "card") == ()
    session.select(("shop",))
    press(workspace, PASTE)
    (branch,) = queries.children(session.document, "shop")
    assert (branch.title, session.selection) == ("A need", (branch.id,))
    assert [deep.title for deep in queries.children(session.document, branch.id)] == ["Deeper"]


def test_what_was_copied_is_pasted_on_another_map(workspace: Workspace, session: Session) -> None:
    session.select(("one", "two"))
    press(workspace, COPY)
    session.show_map("second")
    press(workspace, PASTE)
    assert {node.title for node in queries.nodes(session.document, "second")} == {
        "Elsewhere",
        "Search",
        "Buy",
    }


def test_a_picture_of_the_whole_map_is_copied(workspace: Workspace, session: Session, qtbot: Any) -> None:
    session.select(())
    workspace.copier.copy_picture(workspace.view.board, "First")
    qtbot.waitUntil(lambda: formats() == {PNG, SVG})
    assert b"Lucy" in QGuiApplication.clipboard().mimeData().data(SVG).data()


def test_an_empty_map_has_no_picture(workspace: Workspace, session: Session, qtbot: Any) -> None:
    session.show_map("second")
    session.select(("far",))
    press(workspace, CUT)
    workspace.copier.copy_picture(workspace.view.board, "")
    qtbot.waitUntil(workspace.notices.isVisible)


def test_nothing_to_paste_is_said(workspace: Workspace, session: Session) -> None:
    press(workspace, PASTE)
    assert workspace.notices.isVisible()
    assert session.document.history[1] == 0


def test_in_a_text_the_menu_and_the_keys_work_on_the_text(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    session.select(("one",))
    workspace.edit_text("one")
    field = next(box for box in workspace.view.viewport().findChildren(QPlainTextEdit) if box.isVisible())
    QTest.keyClick(field, *COPY)
    assert QGuiApplication.clipboard().text() == "Search"
    assert OURS not in formats()
    window.refresh()
    window.deeds.deed("cut").trigger()
    assert field.toPlainText() == ""
    window.deeds.deed("paste").trigger()
    window.deeds.deed("paste").trigger()
    assert field.isVisible() and field.toPlainText() == "SearchSearch"
    session.finishing.emit()
    line = workspace.inspector.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    QTest.keyClick(line, *PASTE)
    assert "Search" in line.text()
    assert len(session.document.all(Stage)) == 3


def test_a_right_click_pastes_there(workspace: Workspace, session: Session) -> None:
    session.select(("one",))
    press(workspace, COPY)
    workspace.view.customContextMenuRequested.emit(QPoint(60, 40))
    session.select(())
    assert workspace.pointed is not None
    workspace.intake.paste(workspace.pointed)
    node = only(session.document, Node, session.selection[0])
    assert (node.x, node.y) == tuple(round(at) for at in workspace.pointed)


def test_a_list_grows_branches_under_what_is_selected(workspace: Workspace, session: Session) -> None:
    put(text="Time\n\tLess of it\nMoney")
    session.select(("need",))
    before = session.document.history[1]
    press(workspace, PASTE)
    assert titles(session) == ["Time", "Money"]
    assert [node.title for node in queries.children(session.document, "need")] == ["Deeper", "Time", "Money"]
    assert session.document.history[1] == before + 1
    session.undo()
    assert [node.title for node in queries.children(session.document, "need")] == ["Deeper"]


def test_a_list_on_paper_stands_by_itself_and_none_lies_on_another(
    workspace: Workspace, session: Session
) -> None:
    put(text="Time\n\tLess\n\tof\n\tit\nMoney\n\tnow")
    session.select(())
    press(workspace, PASTE)
    board = workspace.view.board
    first, second = (board.placed[key].box for key in session.selection)
    assert first.x != 0 and second.top > first.bottom
    families = [
        [item.box for item in board.placed.values() if item.root_id == key] for key in session.selection
    ]
    assert not any(one.meets(two) for one in families[0] for two in families[1])
    assert not any(box.meets(board.placed["one"].box) for family in families for box in family)


def test_what_is_pasted_beyond_the_view_is_brought_into_it(workspace: Workspace, session: Session) -> None:
    view = workspace.view
    view.resize(900, 600)
    box = view.board.placed["one"].box
    view.camera.look_at(box.x, box.y, 2.0)  # a card fills the view: what is pasted goes beside it
    put(text="Time\nMoney")
    session.select(())
    press(workspace, PASTE)
    assert len(session.selection) == 2
    for key in session.selection:
        box = view.board.placed[key].box
        assert view.camera.visible.holds(box.left, box.top)
        assert view.camera.visible.holds(box.right, box.bottom)


def test_cells_become_a_row_of_stages(workspace: Workspace, session: Session) -> None:
    put(text="Look\nAsk\nPay\n", html="<table><tr><td>Look</tr><tr><td>Ask</tr><tr><td>Pay</tr></table>")
    session.select(("one",))
    press(workspace, PASTE)
    found = [session.document.find(Stage, key) for key in session.selection]
    assert [stage.title for stage in found if stage] == ["Look", "Ask", "Pay"]
    assert len({stage.y for stage in found if stage}) == 1
    assert [stage.x for stage in found if stage] == sorted(stage.x for stage in found if stage)


def test_cells_become_branches_where_that_is_asked_for(workspace: Workspace, session: Session) -> None:
    put(text="Look\tlong\nBuy\t")
    session.select(("one",))
    press(workspace, BRANCHES)
    look, buy = queries.children(session.document, "one")
    assert (look.title, buy.title) == ("Look", "Buy")
    assert [node.title for node in queries.children(session.document, look.id)] == ["long"]


def test_our_own_nodes_can_be_pasted_as_branches(workspace: Workspace, session: Session) -> None:
    session.select(("one", "two"))
    press(workspace, COPY)
    session.select(("shop",))
    press(workspace, BRANCHES)
    assert [node.title for node in queries.children(session.document, "shop")] == ["Search", "Buy"]


def test_a_style_is_given_to_all_that_is_selected(workspace: Workspace, session: Session) -> None:
    fields.set_field(session.document, ("one",), "colour", "#c24a36")
    session.select(("one",))
    press(workspace, COPY_STYLE)
    session.select(("two", "shop"))
    press(workspace, PASTE_STYLE)
    found = [session.document.find(Node, key) for key in ("two", "shop")]
    assert [node.colour for node in found if node] == ["#c24a36", "#c24a36"]
    session.undo()
    assert [only(session.document, Node, key).colour for key in ("two", "shop")] == ["", ""]
    session.select(("arrow",))
    press(workspace, PASTE_STYLE)
    assert workspace.notices.isVisible()
