"""Paints a board into tiles and keeps them, so that a frame costs what is on the screen and no more.

A tile is a square image at one scale. What a few milliseconds allow is painted at once; the rest is painted by a
worker, and until it is there the same region is shown from the scale that was last on the screen.
"""

import time
from collections import OrderedDict
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QPointF, QRectF, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from journeydesk.picture.marks import Box, Group, paint
from journeydesk.render.board import Board, Entry
from journeydesk.render.qt import QtCanvas

SIDE = 512  # device pixels
KEPT = 180
AT_ONCE = 0.007  # seconds of painting that a frame may take for missing tiles

Key = tuple[float, int, int]  # device pixels per board unit, column, row


@dataclass(slots=True)
class Tile:
    """An image and the regions of it that are out of date."""

    image: QImage
    stale: list[Box] = field(default_factory=list)


def region_of(key: Key) -> Box:
    """The region of the board that a tile shows."""
    scale, column, row = key
    step = SIDE / scale
    return Box(column * step, row * step, (column + 1) * step, (row + 1) * step)


def paint_tile(image: QImage, key: Key, entries: list[Entry], ground: str, region: Box | None = None) -> None:
    """Paints entries into a tile, or into one region of it."""
    scale, column, row = key
    painter = QPainter(image)
    painter.translate(-column * SIDE, -row * SIDE)
    painter.scale(scale, scale)
    if region is not None:
        painter.setClipRect(QRectF(region.left, region.top, region.width, region.height))
    whole = region_of(key)
    painter.fillRect(
        QRectF(whole.left, whole.top, whole.width, whole.height).adjusted(-1, -1, 1, 1), QColor(ground)
    )
    paint(tuple(entry.picture for entry in entries), QtCanvas(painter, scale=scale))
    painter.end()


class _Painted(QObject):
    """Brings a tile from the worker to the window's thread."""

    done = Signal(object, object, int)


class _Job(QRunnable):
    """Paints one tile in the worker."""

    def __init__(self, key: Key, entries: list[Entry], ground: str, turn: int, painted: _Painted) -> None:
        super().__init__()
        self._key, self._entries, self._ground, self._turn, self._painted = (
            key,
            entries,
            ground,
            turn,
            painted,
        )

    def run(self) -> None:
        image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
        paint_tile(image, self._key, self._entries, self._ground)
        self._painted.done.emit(self._key, image, self._turn)


class Tiles(QObject):
    """The tiles of one board. `arrived` asks for a new frame."""

    arrived = Signal()

    def __init__(self, board: Board, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board = board
        self.lifted: frozenset[str] = frozenset()
        self._tiles: OrderedDict[Key, Tile] = OrderedDict()
        self._asked: set[Key] = set()
        self._turn = 0
        self._last_scale = 0.0
        self._painted = _Painted(self)
        self._painted.done.connect(self._take)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def close(self) -> None:
        """Waits for the worker and drops everything."""
        self._pool.clear()
        self._pool.waitForDone(5000)
        self._tiles.clear()

    def renew(self, board: Board) -> None:
        """Shows another board, or one that was made anew."""
        self.board = board
        self._turn += 1
        self._pool.clear()
        self._asked.clear()
        self._tiles.clear()

    def spoil(self, regions: list[Box]) -> None:
        """Marks regions of the board as out of date."""
        if not regions:
            return
        self._turn += 1
        self._asked.clear()
        self._pool.clear()
        for key, tile in list(self._tiles.items()):
            whole = region_of(key)
            met = [region for region in regions if region.meets(whole)]
            if met and key[0] != self._last_scale:
                del self._tiles[key]
            else:
                tile.stale.extend(met)
                if len(tile.stale) > 12:
                    tile.stale = [whole]

    def lift(self, ids: frozenset[str]) -> None:
        """Leaves what is being dragged out of the tiles; the view paints it on top."""
        changed = self.lifted ^ ids
        self.lifted = ids
        entries = self.board.entries.values() if len(changed) > 40 else ()
        boxes = [entry.bounds for entry in entries if entry.record_id in changed]
        for key in changed if not entries else ():
            for part in (key, f"limb {key}", f"{key} label"):
                if (entry := self.board.entries.get(part)) is not None:
                    boxes.append(entry.bounds)
        self.spoil(boxes)

    def _entries(self, region: Box) -> list[Entry]:
        found = self.board.within(region)
        return [entry for entry in found if entry.record_id not in self.lifted] if self.lifted else found

    def show(self, painter: QPainter, origin: QPointF, scale: float, visible: Box) -> None:
        """Paints the visible region. `origin` is where the board's 0, 0 lies, `scale` device pixels per unit."""
        keys = _keys(visible, scale)
        deadline = time.monotonic() + AT_ONCE
        missing = []
        for key in keys:
            tile = self._tiles.get(key)
            if tile is None:
                if time.monotonic() < deadline:
                    self._tiles[key] = Tile(self._fresh(key))
                else:
                    missing.append(key)
            elif tile.stale and time.monotonic() < deadline:
                self._mend(key, tile)
            elif tile.stale:
                missing.append(key)
        if missing and self._last_scale not in (0.0, scale):
            self._show_level(painter, origin, scale, visible)
        for key in keys:
            if (tile := self._tiles.get(key)) is not None:
                self._tiles.move_to_end(key)
                at = QPointF(round(origin.x()) + key[1] * SIDE, round(origin.y()) + key[2] * SIDE)
                painter.drawImage(at, tile.image)
        for key in missing:
            self._ask(key)
        if not missing:
            self._last_scale = scale
        while len(self._tiles) > KEPT:
            self._tiles.popitem(last=False)

    def _fresh(self, key: Key) -> QImage:
        image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
        paint_tile(image, key, self._entries(region_of(key)), self.board.look.theme.ground)
        return image

    def _mend(self, key: Key, tile: Tile) -> None:
        edge = 1 / key[0]
        for region in tile.stale:
            wide = region.grown(edge)
            paint_tile(tile.image, key, self._entries(wide), self.board.look.theme.ground, wide)
        tile.stale.clear()

    def _show_level(self, painter: QPainter, origin: QPointF, scale: float, visible: Box) -> None:
        """The tiles of the scale that was on the screen before, stretched."""
        ratio = scale / self._last_scale
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for key in _keys(visible, self._last_scale):
            if (tile := self._tiles.get(key)) is not None:
                side = SIDE * ratio
                target = QRectF(origin.x() + key[1] * side, origin.y() + key[2] * side, side, side)
                painter.drawImage(target, tile.image, QRectF(0, 0, SIDE, SIDE))

    def _ask(self, key: Key) -> None:
        if key not in self._asked:
            self._asked.add(key)
            entries = self._entries(region_of(key))
            self._pool.start(_Job(key, entries, self.board.look.theme.ground, self._turn, self._painted))

    def _take(self, key: Key, image: QImage, turn: int) -> None:
        if turn != self._turn:
            return
        self._asked.discard(key)
        self._tiles[key] = Tile(image)
        self.arrived.emit()


def _keys(visible: Box, scale: float) -> list[Key]:
    step = SIDE / scale
    columns = range(int(visible.left // step), int(visible.right // step) + 1)
    rows = range(int(visible.top // step), int(visible.bottom // step) + 1)
    return [(scale, column, row) for row in rows for column in columns]


def paint_entries(painter: QPainter, groups: list[Group], scale: float) -> None:
    """Paints pictures under the painter's transform, e.g. what is being dragged."""
    paint(tuple(groups), QtCanvas(painter, scale=scale))
