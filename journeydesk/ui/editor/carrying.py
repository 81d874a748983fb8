"""Very much that is dragged at once: painted into an image of its own, which is shown where it would lie.

Nothing is written while it is carried, so a frame costs no more than the image.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.render.board import Board
from journeydesk.render.qt import colour
from journeydesk.ui.editor.painting import Paleness, show_entries

MANY = 150  # nodes, with their branches, above which they are carried
AROUND = 0.25  # of what is seen, painted around it for what comes into view


@dataclass(frozen=True, slots=True)
class Tether:
    """An arrow of which one end alone is carried: a thread from there to where its other end stays."""

    carried: Point
    stays: Point
    colour: str
    width: float


class Carried:
    """What is carried, and how far it has come in board units. Scales are device pixels per unit."""

    def __init__(
        self,
        board: Board,
        nodes: frozenset[str],
        links: Iterable[str],
        pale: Paleness,
        *,
        copying: bool,
    ) -> None:
        self.shift: Point = (0.0, 0.0)
        self._board, self._pale = board, pale
        parted = {key: _ends_among(board, key, nodes) for key in links}
        self._ids = nodes | {key for key, ends in parted.items() if ends == (True, True)}
        loose = {} if copying else {key: ends for key, ends in parted.items() if ends[0] != ends[1]}
        self._tethers = [_tether(board, key, is_first) for key, (is_first, _) in loose.items()]
        self._box = Box(0, 0, 0, 0)
        self._scale = self._asked = 0.0
        self._image = QImage()

    def show(self, painter: QPainter, visible: Box, scale: float) -> None:
        """Paints what of it can be seen in a region; while one zooms, the last image stretched."""
        dx, dy = self.shift
        region, box = visible.moved(-dx, -dy), self._box
        rests, self._asked = scale == self._asked, scale
        covers = box.holds(region.left, region.top) and box.holds(region.right, region.bottom)
        if self._image.isNull() or (rests and not (covers and scale == self._scale)):
            self._paint(region.grown(AROUND * max(region.width, region.height)), scale)
        self._show_tethers(painter, visible)
        self.press(painter)

    def press(self, painter: QPainter) -> None:
        """Paints the last image of it where it has come to."""
        dx, dy = self.shift
        target = QRectF(self._box.left + dx, self._box.top + dy, self._box.width, self._box.height)
        painter.drawImage(target, self._image)

    def _show_tethers(self, painter: QPainter, visible: Box) -> None:
        (dx, dy), pens = self.shift, dict[tuple[str, float], list[QLineF]]()
        for tether in self._tethers:
            (x, y), (to_x, to_y) = tether.carried, tether.stays
            x, y = x + dx, y + dy
            beside = max(x, to_x) < visible.left or min(x, to_x) > visible.right
            if not (beside or max(y, to_y) < visible.top or min(y, to_y) > visible.bottom):
                pens.setdefault((tether.colour, tether.width), []).append(QLineF(x, y, to_x, to_y))
        for (tint, width), lines in pens.items():
            painter.setPen(QPen(colour(tint), width))
            painter.drawLines(lines)

    def _paint(self, region: Box, scale: float) -> None:
        self._box, self._scale = region, scale
        size = round(region.width * scale), round(region.height * scale)
        self._image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._image)
        painter.scale(scale, scale)
        painter.translate(QPointF(-region.left, -region.top))
        carried = (entry for entry in self._board.within(region) if entry.record_id in self._ids)
        show_entries(painter, carried, scale, self._pale)
        painter.end()


def _ends_among(board: Board, key: str, nodes: frozenset[str]) -> tuple[bool, bool]:
    """Whether an arrow begins, and whether it ends at one of these nodes."""
    source, target = board.wiring.ends(key)
    return source in nodes, target in nodes


def _tether(board: Board, key: str, is_first: bool) -> Tether:
    """The thread that stands for an arrow of which the first end is carried, or the other one alone."""
    strand = board.wiring.strands[key]
    start, end = strand.route.cubics[0][0], strand.route.cubics[-1][3]
    carried, stays = (start, end) if is_first else (end, start)
    thread = strand.afar()
    return Tether(carried, stays, thread.colour, thread.width)
