"""Dragging a corner or an edge of a card."""

from dataclasses import replace

from PySide6.QtCore import Qt

from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.image import ImageNode
from journeydesk.language import message, say
from journeydesk.model.records import Node
from journeydesk.operations import nodes
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.ui.editor.gestures.desk import Desk


def resizing(sides: tuple[int, int]) -> Qt.CursorShape:
    """How the pointer looks on these edges."""
    across, down = sides
    if not down:
        return Qt.CursorShape.SizeHorCursor
    if not across:
        return Qt.CursorShape.SizeVerCursor
    return Qt.CursorShape.SizeFDiagCursor if across == down else Qt.CursorShape.SizeBDiagCursor


SMALLEST = 1.0  # board units; what the content needs is more


class ResizeGesture:
    """Drags edges of a card: `across` -1 the left one, 1 the right one, 0 neither; `down` likewise.

    The opposite edges stay, and no edge goes further in than the content allows. With Shift, and at the
    corners of a picture, the proportions are kept.
    """

    def __init__(self, desk: Desk, node: Node, box: Box, sides: tuple[int, int]) -> None:
        self._desk, self._node, self._box, self._sides = desk, node, box, sides
        self._edit = desk.session.document.begin(message("Resize"))

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        if not self._edit.is_open:
            return
        dragged = self._dragged((round(point[0]), round(point[1])))
        off = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        snap = self._desk.snapper.fit(dragged, (self._node.id,), off=off, sides=self._sides)
        dragged = self._dragged(
            (self._edge_x(dragged) + (snap.dx or 0.0), self._edge_y(dragged) + (snap.dy or 0.0))
        )
        sized = self._sized(dragged, bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        width, height = kind_of(sized).size(sized, self._desk.board().look)
        if (snap.dx is not None and width > dragged.width) or (
            snap.dy is not None and height > dragged.height
        ):
            self._desk.snapper.clear()  # the content needs more than that
        box, (across, down) = self._box, self._sides
        x = box.right - width / 2 if across < 0 else box.left + width / 2 if across > 0 else box.x
        y = box.bottom - height / 2 if down < 0 else box.top + height / 2
        nodes.resize(self._edit, self._node, sized.width and width, self._kept_height(sized, height), x, y)
        self._desk.tell(
            say("Resizes it; Shift keeps the proportions, Alt or Space suspends snapping; Esc cancels"),
            resizing(self._sides),
        )

    def _dragged(self, point: Point) -> Box:
        box, (across, down) = self._box, self._sides
        return Box(
            min(point[0], box.right - SMALLEST) if across < 0 else box.left,
            min(point[1], box.bottom - SMALLEST) if down < 0 else box.top,
            max(point[0], box.left + SMALLEST) if across > 0 else box.right,
            max(point[1], box.top + SMALLEST) if down > 0 else box.bottom,
        )

    def _edge_x(self, dragged: Box) -> float:
        return dragged.left if self._sides[0] < 0 else dragged.right

    def _edge_y(self, dragged: Box) -> float:
        return dragged.top if self._sides[1] < 0 else dragged.bottom

    def _sized(self, dragged: Box, in_proportion: bool) -> Node:
        """The card with the size that was dragged; what is not dragged stays as it was."""
        node, (across, down) = self._node, self._sides
        width, height = dragged.width, dragged.height
        is_picture = isinstance(node, ImageNode) and bool(across)
        if in_proportion or is_picture:
            wider, higher = width / self._box.width, height / self._box.height
            scale = (wider if across else higher) if not (across and down) else max(wider, higher)
            width, height = self._box.width * scale, self._box.height * scale
            return replace(node, width=width, height=None if is_picture else height)
        return replace(node, width=width if across else node.width, height=height if down else node.height)

    def _kept_height(self, sized: Node, height: float) -> float | None:
        """None where the height is no more than what follows from the content."""
        if sized.height is None:
            return None
        natural, look = replace(sized, height=None), self._desk.board().look
        return None if kind_of(natural).size(natural, look)[1] == height else height

    def finish(self, point: Point) -> None:
        if self._edit.is_open:
            self._edit.commit()
        self._desk.hint("")

    def cancel(self) -> None:
        if self._edit.is_open:
            self._edit.cancel()
        self._desk.hint("")
