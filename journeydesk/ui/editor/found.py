"""The marks on what was looked for."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from journeydesk.picture.marks import Box
from journeydesk.render.board import Board

MARK = QColor(255, 176, 0)
VEIL = QColor(255, 200, 40, 64)
MOST = 400  # marks that are painted in a frame
REACH = 5.0  # board units that a mark reaches beyond a card


def paint_found(painter: QPainter, board: Board, found: frozenset[str], seen: Box, pixel: float) -> None:
    """Marks the nodes and the arrows' labels that were found, in board units; `pixel` is a pixel in units."""
    if not found:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(MARK, 2 * pixel))
    painter.setBrush(VEIL)
    for box in islice(_boxes(board, found, seen), MOST):
        grown = box.grown(max(REACH, 2 * pixel))
        painter.drawRoundedRect(QRectF(grown.left, grown.top, grown.width, grown.height), 9, 9)


def _boxes(board: Board, found: frozenset[str], seen: Box) -> Iterator[Box]:
    """The regions to mark; as many are looked at as there are of what was found, or of what is seen."""
    keys = found if len(found) <= MOST else (key.removesuffix(" label") for key in board.cells.meeting(seen))
    for key in keys:
        if key not in found:
            continue
        placed, strand = board.placed.get(key), board.wiring.strands.get(key)
        box = placed.box if placed is not None else strand and (strand.box(" label") or strand.box(""))
        if box and box.meets(seen):
            yield box
