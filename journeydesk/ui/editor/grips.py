"""What is under the pointer before a press: the handle that it would take, and what the press would do."""

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt

from journeydesk.kinds.frame import Frame
from journeydesk.language import N_, say
from journeydesk.model.records import Node
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.render.arrange import Placed
from journeydesk.render.entry import Layer
from journeydesk.render.pointing import pointed_at
from journeydesk.ui.editor.arrow_grips import arrow_bend, arrow_end, arrow_label
from journeydesk.ui.editor.camera import Camera
from journeydesk.ui.editor.folds import foldable_at
from journeydesk.ui.editor.gestures.connect import ConnectGesture
from journeydesk.ui.editor.gestures.desk import Desk, Gesture
from journeydesk.ui.editor.gestures.fold import FoldGesture
from journeydesk.ui.editor.gestures.resize import ResizeGesture, resizing
from journeydesk.ui.editor.grip import Grip
from journeydesk.ui.editor.overlay import PORT_OUT, RING, corner_points, has_corners, port_points

GRAB = 9.0  # pixels around a handle
EDGE = 5.0  # pixels on both sides of an edge
SIZE_HINT = N_("Drag to resize, with Shift in proportion")
PORT_HINT = N_("Drag to draw an arrow or to grow a connected node")


def _card_near(desk: Desk, pixel: float, point: Point) -> str:
    """The card under a point, else one whose ports lie that near; `pixel` is in board units."""
    board, reach = desk.board(), (PORT_OUT + GRAB) * pixel
    hovered = board.placed.get(desk.overlay.hovered)
    if hovered is not None and hovered.box.grown(reach).holds(*point):
        return hovered.node.id
    for entry in reversed(board.within(Box(*point, *point).grown(reach))):
        placed = board.placed.get(entry.key)
        if placed is not None and entry.layer is Layer.NODE and placed.box.grown(reach).holds(*point):
            return entry.key
    return ""


def _port(desk: Desk, pixel: float, point: Point) -> Grip | None:
    """A port of the hovered card."""
    hovered = desk.board().placed.get(desk.overlay.hovered)
    if hovered is None or isinstance(hovered.node, Frame):
        return None
    for place in port_points(hovered.node, hovered.box, PORT_OUT * pixel).values():
        if math.dist(place, point) <= GRAB * pixel:
            begin = partial(_connect, desk, hovered.node, place)
            return Grip(begin, Qt.CursorShape.CrossCursor, PORT_HINT)
    return None


def _connect(desk: Desk, node: Node, place: Point, _: Point) -> Gesture:
    return ConnectGesture(desk, node, place)


def _sized_alone(desk: Desk, pixel: float) -> Placed | None:
    """The card that is selected alone, where its size can be dragged."""
    chosen = desk.session.selection
    placed = desk.board().placed.get(chosen[0]) if len(chosen) == 1 else None
    return placed if placed is not None and has_corners(placed, pixel) else None


def _corner(desk: Desk, pixel: float, point: Point) -> Grip | None:
    """A corner of the card that is selected alone."""
    if (placed := _sized_alone(desk, pixel)) is None:
        return None
    for corner, place in corner_points(placed.box.grown(RING)).items():
        if math.dist(place, point) <= GRAB * pixel:
            return Grip(partial(_resize, desk, placed, corner), resizing(corner), SIZE_HINT)
    return None


def _edge(desk: Desk, pixel: float, point: Point) -> Grip | None:
    """An edge of the card that is selected alone."""
    if (placed := _sized_alone(desk, pixel)) is None:
        return None
    (x, y), ring, near = point, placed.box.grown(RING), EDGE * pixel
    across = -1 if abs(x - ring.left) <= near else 1 if abs(x - ring.right) <= near else 0
    down = -1 if abs(y - ring.top) <= near else 1 if abs(y - ring.bottom) <= near else 0
    if across and ring.top < y < ring.bottom:
        return Grip(partial(_resize, desk, placed, (across, 0)), resizing((across, 0)), SIZE_HINT)
    if down and ring.left < x < ring.right:
        return Grip(partial(_resize, desk, placed, (0, down)), resizing((0, down)), SIZE_HINT)
    return None


def _resize(desk: Desk, placed: Placed, sides: tuple[int, int], _: Point) -> Gesture:
    node = desk.session.document.find(Node, placed.node.id)  # before an audience it may look otherwise
    return ResizeGesture(desk, node or placed.node, placed.box, sides)


def _fold(desk: Desk, pixel: float, point: Point) -> Grip | None:
    """The disc at what carries branches, or the number of what is folded away."""
    board = desk.board()
    key = foldable_at(board, desk.overlay.hovered, pixel, point)
    if not key:
        return None
    hint = N_("Click to unfold") if board.placed[key].node.folded else N_("Click to fold")
    return Grip(partial(_turn, desk, key), Qt.CursorShape.PointingHandCursor, hint)


def _turn(desk: Desk, key: str, _: Point) -> Gesture:
    return FoldGesture(desk, key)


# Each gives the handle of one sort under a point, or None; the first that is found counts.
GRIPS: tuple[Callable[[Desk, float, Point], Grip | None], ...] = (
    arrow_end,
    arrow_bend,
    _fold,
    _port,
    _corner,
    _edge,
    arrow_label,
)


def grip_at(desk: Desk, pixel: float, point: Point) -> Grip | None:
    """The handle under a point; `pixel` is in board units."""
    _mark(desk, pixel, point)
    return _found(desk, pixel, point)


def _found(desk: Desk, pixel: float, point: Point) -> Grip | None:
    return next((grip for find in GRIPS if (grip := find(desk, pixel, point)) is not None), None)


def _mark(desk: Desk, pixel: float, point: Point) -> None:
    under = pointed_at(desk.board(), *point, reach=0)
    near = _card_near(desk, pixel, point)
    if isinstance(under, Node) or not near:
        found = under or pointed_at(desk.board(), *point, reach=4 * pixel)
        desk.overlay.hovered = found.id if found is not None else ""
    else:
        desk.overlay.hovered = near


def hover(desk: Desk, camera: Camera, tool: str, point: Point) -> None:
    """Marks what is under the pointer; the cursor and the status bar say what a press would do."""
    seen = replace(desk, board=desk.shown)
    _mark(seen, 1 / camera.scale, point)
    _tell(seen, camera, tool, point)


def _tell(desk: Desk, camera: Camera, tool: str, point: Point) -> None:
    if tool != "select":
        desk.point(Qt.CursorShape.CrossCursor)
    elif (grip := _found(desk, 1 / camera.scale, point)) is not None:
        desk.tell(say(grip.hint), grip.cursor)
    else:
        desk.tell(say(_hint(desk, point)), Qt.CursorShape.ArrowCursor)


def _hint(desk: Desk, point: Point) -> str:
    """What is said of what is under the pointer."""
    hovered = desk.session.document.get(desk.overlay.hovered) or desk.frame_around(point)
    if isinstance(hovered, Node) and hovered.locked:
        return N_("Locked in place: it cannot be moved, resized or deleted until it is unlocked")
    if isinstance(hovered, Frame):
        return N_("Drag to move with what lies in it; deleting takes that away too, ungrouping does not")
    if isinstance(hovered, Node):
        return N_("Drag to move, with Alt or Ctrl a copy; double-click to write, Tab adds a branch")
    if hovered is not None:
        return N_("Drag to bend the arrow, double-click to write on it")
    return N_("Double-click for a new stage; Ctrl+wheel zooms, the wheel moves the map")
