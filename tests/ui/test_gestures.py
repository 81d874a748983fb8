"""Every gesture says while it lasts what it does and which keys change it, and the pointer shows it."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.stage import Stage
from journeydesk.model.records import JourneyMap, Project, Record, Transition
from journeydesk.operations.arrange import set_locked
from journeydesk.ui.editor import gestures
from journeydesk.ui.editor.arrow_handles import end_places
from journeydesk.ui.editor.folds import disc_at
from journeydesk.ui.editor.overlay import PORT_OUT, RING, port_points
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.session import Session
from tests.ui.mouse import ALT, PLAIN, Hand

Spot = tuple[float, float]
SHAPES = Qt.CursorShape
GUIDES = ("Alt or Space suspends snapping",)
MOVING, COPYING, CROSS = SHAPES.SizeAllCursor, SHAPES.DragCopyCursor, SHAPES.CrossCursor


@pytest.fixture
def contents() -> tuple[Record, ...]:
    return (
        Project(id="project"),
        JourneyMap(id="m"),
        Stage(id="one", map_id="m", title="Search", x=0),
        Stage(id="two", map_id="m", title="Buy", x=700),
        Stage(id="three", map_id="m", title="Use", x=700, y=300),
        Branch(id="why", map_id="m", parent_id="three", title="Why"),
        Branch(id="deep", map_id="m", parent_id="why", title="Deep"),
        Frame(id="frame", map_id="m", title="All", x=0, y=300, width=400, height=200),
        Stage(id="inside", map_id="m", title="Inside", x=0, y=310),
        Transition(id="arrow", map_id="m", source_id="one", target_id="two", share=60.0),
    )


@pytest.fixture
def view(view: MapView) -> MapView:
    view.resize(1300, 800)
    view.camera.look_at(350, 150, 1.0)
    return view


def middle(view: MapView, key: str) -> Spot:
    box = view.board.placed[key].box
    return box.x, box.y


def port(view: MapView) -> Spot:
    placed = view.board.placed["one"]
    places = port_points(placed.node, placed.box, PORT_OUT / view.camera.scale)
    return max(places.values(), key=lambda place: place[1])


def corner(view: MapView) -> Spot:
    ring = view.board.placed["two"].box.grown(RING)
    return ring.right, ring.bottom


def disc(view: MapView) -> Spot:
    place = disc_at(view.board, "three", 1.0)
    assert place is not None
    return place


def along(part: float) -> Callable[[MapView], Spot]:
    return lambda view: view.board.wiring.strands["arrow"].route.along(part)


def label(view: MapView) -> Spot:
    place = view.board.wiring.strands["arrow"].label_at
    assert place is not None
    return place


def caption(view: MapView) -> Spot:
    box = view.board.placed["frame"].box
    return box.left + 40, box.top + 12


def head(view: MapView) -> Spot:
    return end_places(view.board.wiring.strands["arrow"])[1]


@dataclass(frozen=True)
class Row:
    """A gesture: what is selected, where it is pressed, by how much it is dragged, what is said and shown."""

    name: str
    chosen: tuple[str, ...]
    start: Callable[[MapView], Spot]
    shift: Spot
    says: tuple[str, ...]
    shows: Qt.CursorShape
    modifiers: Qt.KeyboardModifier = PLAIN
    to: str = ""  # the node to which it is dragged, in place of the shift


def at(key: str) -> Callable[[MapView], Spot]:
    return lambda view: middle(view, key)


ROWS = (
    Row("MoveGesture", ("one",), at("one"), (20, 90), ("Moves it", "Shift", *GUIDES), MOVING),
    Row("MoveGesture", ("frame",), caption, (30, 20), ("Moves all in it too", "Shift", *GUIDES), MOVING),
    Row("MoveGesture", ("one",), at("one"), (20, 90), ("copy", "Shift", *GUIDES), COPYING, ALT),
    Row("BandGesture", (), lambda _: (300, 450), (80, 60), ("Selects", "Shift", "Ctrl"), CROSS),
    Row("ResizeGesture", ("two",), corner, (40, 30), ("Resizes", "Shift", *GUIDES), SHAPES.SizeFDiagCursor),
    Row("ConnectGesture", (), port, (60, 140), ("add a connected node", *GUIDES), CROSS),
    Row("ConnectGesture", (), port, (700, -50), ("Release to connect",), CROSS),
    Row("LeadGesture", ("arrow",), head, (0, 0), ("Release to lead the arrow here",), CROSS, to="three"),
    Row("LeadGesture", ("arrow",), head, (-80, 150), ("where the arrow should end",), CROSS),
    Row("BendGesture", ("arrow",), along(0.25), (0, 90), ("Bends", "straight line", *GUIDES), MOVING),
    Row("LabelGesture", ("arrow",), label, (60, 0), ("label",), MOVING),
    Row("HangGesture", ("deep",), at("deep"), (-10, 12), ("hang it here", "Alt or Ctrl, a copy"), MOVING),
    Row("HangGesture", ("deep",), at("deep"), (-10, 12), ("hang a copy",), COPYING, ALT),
    Row("HangGesture", ("deep",), at("deep"), (-450, 200), ("stand by itself",), MOVING),
    Row("FoldGesture", (), disc, (2, 1), ("fold",), SHAPES.PointingHandCursor),
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.name}-{row.says[0]}")
def test_a_gesture_tells_what_it_does(row: Row, view: MapView, session: Session, hand: Hand) -> None:
    told: list[str] = []
    session.hint_changed.connect(told.append)
    session.select(row.chosen)
    x, y = row.start(view)
    before = {record.id: record for record in session.document}
    hand.modifiers = row.modifiers
    there = middle(view, row.to) if row.to else (x + row.shift[0], y + row.shift[1])
    QTest.mouseMove(view.viewport(), hand.at(x, y) + QPoint(1, 0))
    QTest.mouseMove(view.viewport(), hand.at(x, y))
    hand.press(x, y)
    for part in (0.3, 0.6, 1.0):
        hand.move(x + (there[0] - x) * part, y + (there[1] - y) * part)
    print(x, y, row.shift, view.board.placed["three"].box, view.overlay.target)
    assert type(view.pointer._gesture).__name__ == row.name
    for part in (*row.says, "Esc cancels"):
        assert part in told[-1]
    assert view.viewport().cursor().shape() == row.shows
    during = told[-1]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert {record.id: record for record in session.document} == before
    assert told[-1] != during
    hand.release(x, y)


def test_every_gesture_is_among_these() -> None:
    found = set()
    for module in pkgutil.iter_modules(gestures.__path__):
        names = vars(importlib.import_module(f"{gestures.__name__}.{module.name}"))
        found |= {name for name in names if name.endswith("Gesture")}
    assert found - {"Gesture"} == {row.name for row in ROWS} | {"PlaceGesture"}


@pytest.mark.parametrize(
    ("place", "says", "shows"),
    [
        ((300, 460), "Release to place it here", COPYING),
        ((700, 0), "hang the branch", COPYING),
        ((9000, 0), "Carry it onto the map", SHAPES.ForbiddenCursor),
    ],
)
def test_placing_a_kind_tells_what_it_does(
    place: Spot, says: str, shows: Qt.CursorShape, view: MapView, session: Session
) -> None:
    told: list[str] = []
    session.hint_changed.connect(told.append)
    view.pointer.pull("branch")
    where = view.camera.view_point(place).toPoint()
    view.pointer.carry(QPointF(view.viewport().mapToGlobal(where)))
    assert says in told[-1] and "Esc cancels" in told[-1]
    assert view.viewport().cursor().shape() == shows
    assert view.pointer.cancel()
    assert says not in told[-1]


def test_moving_the_map_tells_what_it_does(view: MapView, session: Session) -> None:
    told: list[str] = []
    session.hint_changed.connect(told.append)
    QTest.mousePress(view.viewport(), Qt.MouseButton.MiddleButton, pos=QPoint(300, 300))
    assert "Moves the map" in told[-1]
    assert view.viewport().cursor().shape() == SHAPES.ClosedHandCursor
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.MiddleButton, pos=QPoint(300, 300))
    assert told[-1] == ""
    QTest.keyPress(view, Qt.Key.Key_Space)
    assert "Space" in told[-1]
    assert view.viewport().cursor().shape() == SHAPES.OpenHandCursor
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert told[-1] == "" and view.viewport().cursor().shape() == SHAPES.ArrowCursor


def test_what_is_locked_says_so(view: MapView, session: Session, hand: Hand) -> None:
    told: list[str] = []
    set_locked(session.document, ("one", "why"), True)
    session.hint_changed.connect(told.append)
    for key in ("one", "why"):
        session.select((key,))
        x, y = middle(view, key)
        hand.press(x, y)
        hand.move(x + 20, y + 20)
        assert "locked" in told[-1]
        assert view.viewport().cursor().shape() == SHAPES.ForbiddenCursor
        hand.release(x + 20, y + 20)


def test_a_tool_shows_itself_until_escape(view: MapView, session: Session) -> None:
    view.choose_tool("connect")
    where = QPointF(300, 300)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, where, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, PLAIN
    )
    QApplication.sendEvent(view.viewport(), event)
    assert view.viewport().cursor().shape() == CROSS
    assert view.back_out()
    assert view.viewport().cursor().shape() == SHAPES.ArrowCursor
