"""Tidying shows what would become of the map, and does it only when people say so."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import Message
from journeydesk.model.document import Document
from journeydesk.model.records import Node
from journeydesk.operations import fields, nodes
from journeydesk.storage.working_copy import WorkingCopy
from journeydesk.ui.actions import action
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.notices import NoticeBar
from journeydesk.ui.program import Program
from journeydesk.ui.session import Session
from journeydesk.ui.tidying import Tidying
from tests.ui.ground import records


@pytest.fixture
def size() -> tuple[int, int]:
    return 900, 600


@pytest.fixture
def tidying(session: Session, view: MapView) -> Tidying:
    nodes.move(session.document, ("two",), 40, 190)
    return Tidying(session, view, NoticeBar(view), view)


def places(document: Document) -> dict[str, tuple[float, float]]:
    return {node.id: (node.x, node.y) for node in document.all(Node)}


def shown(tidying: Tidying, qtbot: Any, ids: tuple[str, ...] = ()) -> None:
    tidying.begin(ids)
    qtbot.waitUntil(lambda: bool(tidying.bar.isVisible() and tidying._view.overlay.moves))


def test_nothing_is_written_before_it_is_kept_and_then_it_is_one_step(
    tidying: Tidying, document: Document, view: MapView, qtbot: Any
) -> None:
    before, position, board = places(document), document.history[1], view.board
    shown(tidying, qtbot)
    assert places(document) == before
    assert view.board is not board
    QTest.keyClick(tidying.bar._keep, Qt.Key.Key_Return)
    assert places(document) != before
    assert document.history[1] == position + 1
    one, two = places(document)["one"], places(document)["two"]
    assert abs(one[1] - two[1]) <= 1 and one[0] < two[0]
    assert view.board is board and view.board.placed["two"].box.x == two[0]
    document.undo()
    assert places(document) == before


def test_escape_leaves_no_trace(tidying: Tidying, document: Document, view: MapView, qtbot: Any) -> None:
    before, position, board = places(document), document.history[1], view.board
    seen = view.camera.place
    shown(tidying, qtbot)
    QTest.keyClick(tidying.bar._keep, Qt.Key.Key_Escape)
    assert (places(document), document.history[1], view.board) == (before, position, board)
    assert not view.overlay.moves and tidying.bar.isHidden()
    assert view.camera.place == pytest.approx(seen)


@pytest.mark.parametrize("what", ["change", "undo", "map", "another action"])
def test_whatever_else_happens_ends_it(
    what: str, tidying: Tidying, session: Session, view: MapView, qtbot: Any
) -> None:
    shown(tidying, qtbot)
    match what:
        case "change":
            fields.set_field(session.document, ("one",), "title", "Other")
        case "undo":
            session.undo()
        case "map":
            session.show_map("second")
        case "another action":
            session.finishing.emit()
    assert not tidying.is_busy and tidying.bar.isHidden()
    assert view.board.document is session.document
    assert view.board.map_id == session.map_id


def test_a_change_while_it_works_ends_it(tidying: Tidying, session: Session, qtbot: Any) -> None:
    tidying.begin()
    nodes.move(session.document, ("one",), 5, 5)
    assert not tidying.is_busy
    qtbot.wait(100)
    assert not tidying._view.overlay.moves


def test_more_room_is_shown_at_once(tidying: Tidying, view: MapView, qtbot: Any) -> None:
    shown(tidying, qtbot)
    before = view.board
    tidying.bar._spacing.setCurrentIndex(2)
    qtbot.waitUntil(lambda: view.board is not before)

    def width() -> float:
        return view.board.placed["two"].box.x - view.board.placed["one"].box.x

    wide = width()
    before = view.board
    tidying.bar._spacing.setCurrentIndex(0)
    qtbot.waitUntil(lambda: view.board is not before)
    assert width() < wide


@pytest.mark.parametrize("name", ["zoom_in", "zoom_out", "zoom_actual"])
def test_looking_closer_does_not_end_it(name: str) -> None:
    assert not action(name).interrupts


def test_the_mouse_takes_nothing_while_people_look(
    tidying: Tidying, session: Session, view: MapView, qtbot: Any
) -> None:
    session.select(())
    shown(tidying, qtbot)
    box = view.board.placed["one"].box
    at = view.camera.view_point((box.x, box.y)).toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert tidying.is_busy
    assert session.selection == ()


def test_only_the_selection_moves_and_what_is_locked_stays(
    tidying: Tidying, session: Session, qtbot: Any
) -> None:
    document = session.document
    fields.set_field(document, ("one",), "locked", True)
    with document.edit(Message("More")) as edit:
        edit.put(
            Stage(id="three", map_id="first", x=320, y=200),
            Touchpoint(id="over", map_id="first", x=10, y=10),
        )
    before = places(document)
    shown(tidying, qtbot, ("one", "two", "over"))
    tidying.keep()
    after = places(document)
    moved = {key for key in after if after[key] != before[key]}
    assert moved and moved <= {"two", "over"}


def test_a_tidy_map_says_so(tidying: Tidying, document: Document, qtbot: Any) -> None:
    shown(tidying, qtbot)
    tidying.keep()
    tidying.begin()
    qtbot.waitUntil(lambda: tidying._notices.accessibleName() == "Everything is tidy already.")
    assert not tidying.is_busy


def test_undo_refuses_what_is_shown_and_takes_no_step_back(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "Clinic.journey"
    WorkingCopy.create(records(), path).close()
    window = program.show()
    program.open(path)
    qtbot.waitUntil(lambda: window.session is not None)
    session, workspace = window.session, window.workspace
    assert session is not None and workspace is not None
    nodes.move(session.document, ("two",), 40, 190)
    workspace.tidying.begin()
    qtbot.waitUntil(lambda: bool(workspace.view.overlay.moves))
    window.refresh()
    undo = window.deeds.deed("undo")
    assert undo.text() == "Undo “Tidy”"
    undo.trigger()
    assert not workspace.tidying.is_busy and session.document.history[1] == 1
    assert undo.text() == "Undo “Move 1 node”"
    undo.trigger()
    assert session.document.history[1] == 0
