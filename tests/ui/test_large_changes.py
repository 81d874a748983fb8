"""What very much at once asks of the map on the screen: what is in view is right at once, the rest soon."""

from typing import Any

import pytest

from journeydesk.model.records import Node
from journeydesk.operations import nodes
from journeydesk.render import backlog
from journeydesk.render.board import Board
from journeydesk.ui.editor import surface
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.session import Session


@pytest.fixture(autouse=True)
def _everything_is_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every change is large, and there is time for one tree in a frame."""
    monkeypatch.setattr(backlog, "MANY", 0)
    monkeypatch.setattr(backlog, "PART", 1)
    monkeypatch.setattr(backlog, "NEAR", 0.0)
    monkeypatch.setattr(surface, "AT_ONCE", -1.0)


def boxes(board: Board) -> dict[str, Any]:
    return {key: placed.box for key, placed in board.placed.items()}


def move_all(session: Session) -> None:
    nodes.move(session.document, [node.id for node in session.document.all(Node)], 0, 70)


def assert_is_as_afresh(board: Board) -> None:
    fresh = Board(board.document, board.map_id)
    fresh.refine()
    board.refine()
    assert boxes(board) == boxes(fresh)
    assert {key: strand.route for key, strand in board.wiring.strands.items()} == {
        key: strand.route for key, strand in fresh.wiring.strands.items()
    }


def test_what_is_in_view_is_right_at_once_and_the_rest_soon(
    view: MapView, session: Session, qtbot: Any
) -> None:
    view.camera.look_at(0, 0, 6.0)
    view.viewport().grab()
    before = boxes(view.board)
    move_all(session)
    shown = boxes(view.surface.shown)
    assert shown["one"] == before["one"].moved(0, 70)
    late = [key for key in before if shown[key] == before[key]]
    assert late
    qtbot.waitUntil(lambda: boxes(view.surface.shown)[late[-1]] != before[late[-1]])
    qtbot.waitUntil(lambda: view.surface.shown.wiring.is_settled and view.surface.shown.is_refined)
    assert_is_as_afresh(view.surface.shown)


def test_whoever_asks_for_the_board_gets_it_as_it_will_be(view: MapView, session: Session) -> None:
    move_all(session)
    assert_is_as_afresh(view.board)
    session.undo()
    session.redo()
    session.undo()
    assert_is_as_afresh(view.board)


def test_a_gesture_begun_meanwhile_and_what_it_takes_back_leave_nothing_behind(
    view: MapView, session: Session
) -> None:
    document = session.document
    before = set(document)
    move_all(session)
    edit = document.begin(nodes.move_label(1))
    nodes.put_copies(document, edit, [node.id for node in document.all(Node)], 30, 30)
    edit.cancel()
    session.undo()
    assert set(document) == before
    assert_is_as_afresh(view.board)


def test_another_map_does_not_wait(view: MapView, session: Session, qtbot: Any) -> None:
    move_all(session)
    session.show_map("second")
    assert view.surface.shown.map_id == "second"
    session.show_map("first")
    assert_is_as_afresh(view.surface.shown)
