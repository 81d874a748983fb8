"""What is under the pointer before a press: the handle that it would take, and what the press would do."""

import math

from PySide6.QtCore import Qt

from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.frame import Frame
from journeydesk.language import say
from journeydesk.model.records import Node
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.render.board import Layer
from journeydesk.render.pointing import pointed_at
from journeydesk.ui.editor.camera import Camera
from journeydesk.ui.editor.gestures import ConnectGesture, Desk, Gesture, ResizeGesture
from journeydesk.ui.editor.overlay import PORT_OUT, corner_points, has_corners, port_points

GRAB = 9.0  # pixels around a handle


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


def _port_at(desk: Desk, pixel: float, point: Point) -> Point | None:
    """The port of the hovered card under a point."""
    hovered = desk.board().placed.get(desk.overlay.hovered)
    if hovered is None or isinstance(hovered.node, Frame):
        return None
    places = port_points(hovered.node, hovered.box, PORT_OUT * pixel).values()
    return next((place for place in places if math.dist(place, point) <= GRAB * pixel), None)


def grip_at(desk: Desk, pixel: float, point: Point) -> Gesture | None:
    """The gesture of the handle under a point: a port of the hovered card, a corner of the selected one."""
    board = desk.board()
    _mark(desk, pixel, point)
    if (port := _port_at(desk, pixel, point)) is not None:
        return ConnectGesture(desk, board.placed[desk.overlay.hovered].node, port)
    chosen = desk.session.selection
    placed = board.placed.get(chosen[0]) if len(chosen) == 1 else None
    if placed is None or placed.node.locked or not kind_of(placed.node).resizable:
        return None
    if has_corners(placed.box, pixel):
        for corner, place in corner_points(placed.box.grown(4)).items():
            if math.dist(place, point) <= GRAB * pixel:
                return ResizeGesture(desk, placed.node, placed.box, corner)
    return None


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
    _mark(desk, 1 / camera.scale, point)
    _tell(desk, camera, tool, point)


def _tell(desk: Desk, camera: Camera, tool: str, point: Point) -> None:
    viewport = camera.view.viewport()
    if tool != "select" or _port_at(desk, 1 / camera.scale, point) is not None:
        viewport.setCursor(Qt.CursorShape.CrossCursor)
        if tool == "select":
            desk.hint(say("Drag to draw an arrow or to grow a connected node"))
        return
    viewport.setCursor(Qt.CursorShape.ArrowCursor)
    if desk.overlay.hovered:
        desk.hint(say("Drag to move, double-click to write, Tab adds a branch"))
    else:
        desk.hint(say("Double-click for a new stage; Ctrl+wheel zooms, the wheel moves the map"))
