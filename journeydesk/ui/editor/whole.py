"""A small picture of the whole map, shown where nothing sharper is there yet."""

from PySide6.QtCore import QObject, QPointF, QRectF, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from journeydesk.picture.marks import Box
from journeydesk.render.board import Board
from journeydesk.ui.editor.painting import SIDE, Job, Key, Painted, Tempo, region_of

LARGEST = 1400  # pixels of its longer side
REST = 400  # milliseconds without a change until it is painted anew; large maps rest longer


class Whole(QObject):
    """Paints the whole map in a worker whenever it has been at rest for a while; `painted` tells then."""

    painted = Signal()

    def __init__(self, board: Board, tempo: Tempo, parent: QObject) -> None:
        super().__init__(parent)
        self._board, self._tempo = board, tempo
        self.faded: frozenset[str] = frozenset()
        self.box = self._asked = Box(0, 0, 1, 1)  # what the picture shows, in board units
        self.image: QImage | None = None
        self._turn = 0
        self._wanted: dict[Key, int] = {}
        self._finished = Painted(self)
        self._finished.done.connect(self._take)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._ask)
        self._rest.start()

    def close(self) -> None:
        """Waits for the worker."""
        self._rest.stop()
        self._pool.clear()
        self._pool.waitForDone(5000)

    def renew(self, board: Board) -> None:
        """The board has changed, or is another one."""
        if board is not self._board:
            self._board, self.image = board, None
            self.painted.emit()
        self._turn += 1
        self._wanted.clear()
        self._rest.start(REST + len(board.entries) // 4)

    def show(self, painter: QPainter, origin: QPointF, scale: float, keys: list[Key]) -> None:
        """Paints the regions of these tiles, stretched. `origin` and `scale` as for the tiles."""
        if self.image is None:
            return
        box, ratio = self.box, self.image.width() / self.box.width
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
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

    def _ask(self) -> None:
        box = self._board.bounds
        if box is None:
            self.image = None
            self.painted.emit()
            return
        box = box.grown(40)
        scale = min(LARGEST / box.width, LARGEST / box.height, 0.5)
        size = (max(1, round(box.width * scale)), max(1, round(box.height * scale)))
        self._asked = box
        # A tile whose column and row are fractions: its corner lies at the map's.
        key = (scale, box.left * scale / SIDE, box.top * scale / SIDE)
        self._wanted = {key: self._turn}
        entries = self._board.within(box)
        ground, wanted = self._board.look.theme.ground, self._wanted
        job = Job(key, size, entries, ground, self._turn, wanted, self._tempo, self.faded)
        job.painted = self._finished
        self._pool.start(job)

    def _take(self, key: Key, image: QImage, turn: int) -> None:
        if turn == self._turn:
            self.box, self.image = self._asked, image
            self.painted.emit()
