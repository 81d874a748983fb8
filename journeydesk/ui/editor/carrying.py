"""Very much that is dragged at once: painted into an image of its own, which is shown where it would lie.

Nothing is written while it is carried, so a frame costs no more than the image.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.render.board import Board
from journeydesk.ui.editor.painting import way_to_show

MANY = 150  # nodes, with their branches, above which they are carried
AROUND = 0.25  # of what is seen, painted around it for what comes into view


class Carried:
    """What is carried, and how far it has come in board units. `scale` is device pixels per unit."""

    def __init__(self, board: Board, ids: frozenset[str]) -> None:
        self.shift: Point = (0.0, 0.0)
        self._board, self._ids = board, ids
        self._box = Box(0, 0, 0, 0)
        self._scale = 0.0
        self._image = QImage()

    def show(self, painter: QPainter, visible: Box, scale: float) -> None:
        """Paints what of it can be seen in a region of the board."""
        dx, dy = self.shift
        region = visible.moved(-dx, -dy)
        box = self._box
        covers = box.holds(region.left, region.top) and box.holds(region.right, region.bottom)
        if scale != self._scale or not covers:
            self._paint(region.grown(AROUND * max(region.width, region.height)), scale)
        target = QRectF(self._box.left + dx, self._box.top + dy, self._box.width, self._box.height)
        painter.drawImage(target, self._image)

    def _paint(self, region: Box, scale: float) -> None:
        self._box, self._scale = region, scale
        size = round(region.width * scale), round(region.height * scale)
        self._image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._image)
        painter.scale(scale, scale)
        painter.translate(QPointF(-region.left, -region.top))
        show = way_to_show(painter, scale)
        for entry in self._board.within(region):
            if entry.record_id in self._ids:
                show(entry)
        painter.end()
