"""A small picture of the whole map, shown where nothing sharper is there yet.

A map so large that the picture is one from afar is shown by it alone as long as it is seen from that far:
the picture is made at once and kept up to date, so that no frame costs what lies on the whole map.
"""

from collections.abc import Callable
from itertools import islice

from PySide6.QtCore import QObject, QPointF, QRectF, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from journeydesk.picture.marks import Box
from journeydesk.render.afar import FARTHEST
from journeydesk.render.board import Board
from journeydesk.render.entry import Entry
from journeydesk.ui.editor.painting import (
    NOT_PALE,
    SIDE,
    Job,
    Key,
    Painted,
    Tempo,
    paint_tile,
    painter_on,
    region_of,
)
from journeydesk.ui.editor.retouching import wipe

LARGEST = 1400  # pixels of its longer side
REST = 400  # milliseconds without a change until it is painted anew; large maps rest longer
EDGE = 0.04  # of the map's longer side, kept free around it for what is added
MOST = 1500  # entries of a picture from afar that a frame may paint anew


class Whole(QObject):
    """Paints the whole map: from afar at once, else in a worker whenever the map has rested for a while.

    `entries` gives what is to be painted in a region. `painted` tells that the picture is another one.
    """

    painted = Signal()

    def __init__(
        self, board: Board, tempo: Tempo, entries: Callable[[Box], list[Entry]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._board, self._tempo, self._entries = board, tempo, entries
        self.pale = NOT_PALE
        self.box = self._asked = Box(0, 0, 1, 1)  # what the picture shows, in board units
        self.image: QImage | None = None
        self._stale: list[Box] = []
        self._is_true = False  # whether it shows the map as it is now, but for what is stale
        self._turn = 0
        self._wanted: dict[Key, int] = {}
        self._finished = Painted(self)
        self._finished.done.connect(self._take)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._ask)
        self.renew(board)

    def close(self) -> None:
        """Waits for the worker."""
        self._rest.stop()
        self._pool.clear()
        self._pool.waitForDone(5000)

    def renew(self, board: Board) -> None:
        """Shows another board, or one that was made anew."""
        self._board, self.image = board, None
        self._forget()
        if (found := self._frame()) is not None and found[0][0] < FARTHEST:
            key, size = found
            self.image = QImage(*size, QImage.Format.Format_RGB32)
            self._paint(key, board.by_layer())
            self.box, self._is_true = self._asked, True
            self._rest.stop()
        self.painted.emit()

    def spoil(self, regions: list[Box]) -> None:
        """Marks regions of the board as out of date."""
        if self._is_true and self._is_afar and all(_lies_in(region, self.box) for region in regions):
            self._stale += regions
        else:
            self._forget()

    @property
    def _is_afar(self) -> bool:
        return self.image is not None and self._scale < FARTHEST

    @property
    def _scale(self) -> float:
        return self.image.width() / self.box.width if self.image is not None else 0.0

    def _forget(self) -> None:
        """What is being painted is out of date; it is painted anew after a rest."""
        self._is_true = False
        self._turn += 1
        self._wanted.clear()
        self._stale.clear()
        self._rest.start(REST + len(self._board.entries) // 4)

    def suffices(self, scale: float) -> bool:
        """Whether it shows the map as it is, as sharp as is needed at so many pixels per unit."""
        return self._is_true and self._is_afar and scale <= self._scale and self._mend()

    def _mend(self) -> bool:
        """Paints what is out of date anew; False where that is too much for one frame."""
        if not self._stale:
            return True
        assert self.image is not None
        wide = [region.grown(1 / self._scale) for region in self._stale]
        cells = self._board.cells
        if next(islice((key for region in wide for key in cells.meeting(region)), MOST, None), None):
            self._forget()
            return False
        for region in wide:
            self._paint(self._key, self._entries(region), region)
        self._stale.clear()
        self.painted.emit()
        return True

    def _paint(self, key: Key, entries: list[Entry], region: Box | None = None) -> None:
        assert self.image is not None
        paint_tile(self.image, key, entries, self._board.look.theme.ground, region, pale=self.pale)

    def wipe(self, ids: frozenset[str], region: Box) -> None:
        """Covers these records in a region, until the map is painted anew."""
        if self.image is not None and ids:
            wipe(self.image, self._key, self._board, ids, region)

    def retouch(self, paint: Callable[[QPainter], None]) -> None:
        """Paints over the picture in board units, until the map is painted anew."""
        if self.image is not None:
            painter = painter_on(self.image, self._key)
            paint(painter)
            painter.end()

    @property
    def _key(self) -> Key:
        """It is a tile whose column and row are fractions: its corner lies at the map's."""
        return self._scale, self.box.left * self._scale / SIDE, self.box.top * self._scale / SIDE

    def show(self, painter: QPainter, origin: QPointF, scale: float, keys: list[Key]) -> None:
        """Paints the regions of these tiles, stretched. `origin` and `scale` as for the tiles."""
        if self.image is None:
            return
        box, ratio = self.box, self._scale
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale <= ratio)
        for key in keys:
            region = region_of(key)
            left, top = max(region.left, box.left), max(region.top, box.top)
            wide, high = min(region.right, box.right) - left, min(region.bottom, box.bottom) - top
            if wide > 0 and high > 0:
                target = QRectF(
                    origin.x() + left * scale, origin.y() + top * scale, wide * scale, high * scale
                )
                source = QRectF(
                    (left - box.left) * ratio, (top - box.top) * ratio, wide * ratio, high * ratio
                )
                painter.drawImage(target, self.image, source)

    def _frame(self) -> tuple[Key, tuple[int, int]] | None:
        """The tile that holds the whole map, and its width and height in pixels; None for an empty map."""
        box = self._board.bounds
        if box is None:
            return None
        box = self._asked = box.grown(max(40.0, EDGE * max(box.width, box.height)))
        scale = min(LARGEST / box.width, LARGEST / box.height, 0.5)
        size = (max(1, round(box.width * scale)), max(1, round(box.height * scale)))
        return (scale, box.left * scale / SIDE, box.top * scale / SIDE), size

    def _ask(self) -> None:
        if (found := self._frame()) is None:
            return
        key, size = found
        self._wanted = {key: self._turn}
        ground, wanted = self._board.look.theme.ground, self._wanted
        job = Job(key, size, self._entries(self._asked), ground, self._turn, wanted, self._tempo, self.pale)
        job.painted = self._finished
        self._pool.start(job)

    def _take(self, key: Key, image: QImage, turn: int) -> None:
        if turn == self._turn:
            self.box, self.image, self._is_true = self._asked, image, True
            self.painted.emit()


def _lies_in(region: Box, box: Box) -> bool:
    return box.holds(region.left, region.top) and box.holds(region.right, region.bottom)
