"""Folding by the pointer: a disc at what carries branches, and the number of what is folded away."""

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.frame import Frame, count_place
from journeydesk.kinds.kind import Growth
from journeydesk.kinds.pieces import count_width
from journeydesk.model.queries import children
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.render.arrange import Placed
from journeydesk.render.board import Board

DISC = 8.0  # pixels from the middle of a disc to its edge
SMALLEST = 14.0  # pixels; lower cards have no disc
INK, PAPER = QColor("#56616f"), QColor("#ffffff")


def disc_at(board: Board, key: str, pixel: float) -> Point | None:
    """Where a node that is not folded can be folded by a click; None where nothing hangs on it."""
    placed = board.placed.get(key)
    if placed is None or placed.node.folded or placed.box.height < SMALLEST * pixel:
        return None
    box, node = placed.box, placed.node
    if isinstance(node, Frame):
        return box.right - 24.0, box.top + 24.0
    if not children(board.document, key):
        return None
    if isinstance(node, Branch) and node.parent_id:
        return (box.right if placed.setting.side > 0 else box.left), box.bottom
    if kind_of(node).growth is Growth.SIDES:
        return box.right - 22.0, box.bottom
    return box.left + kind_of(node).trunk, box.bottom


def count_box(placed: Placed) -> Box | None:
    """Where a node tells how much is folded under it; None where nothing is."""
    hidden, box = placed.setting.hidden, placed.box
    if not hidden:
        return None
    wide = count_width(hidden)
    if isinstance(placed.node, Frame):
        left, y = count_place(box)
    elif isinstance(placed.node, Branch):
        left = box.right + 6 if placed.setting.side > 0 else box.left - 6 - wide
        y = box.bottom if placed.setting.depth else box.y
    else:
        left, y = box.left + kind_of(placed.node).trunk, box.bottom + 14
    return Box(left, y - 10, left + wide, y + 10)


def foldable_at(board: Board, hovered: str, pixel: float, point: Point) -> str:
    """The id of the node whose disc or number lies under a point; "" for none."""
    place = disc_at(board, hovered, pixel)
    if place is not None and math.dist(place, point) <= (DISC + 2) * pixel:
        return hovered
    for entry in board.within(Box(*point, *point).grown(0.5)):
        placed = board.placed.get(entry.key)
        if placed is not None and (box := count_box(placed)) is not None and box.holds(*point):
            return entry.key
    return ""


def paint_fold(painter: QPainter, board: Board, hovered: str, pixel: float) -> None:
    """Paints the disc at the node under the pointer, in board units."""
    place = disc_at(board, hovered, pixel)
    if place is None:
        return
    painter.setPen(QPen(INK, 1.4 * pixel))
    painter.setBrush(PAPER)
    painter.drawEllipse(QPointF(*place), DISC * pixel, DISC * pixel)
    pen = QPen(INK, 2 * pixel)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    x, y = place
    painter.drawLine(QPointF(x - 4 * pixel, y), QPointF(x + 4 * pixel, y))
