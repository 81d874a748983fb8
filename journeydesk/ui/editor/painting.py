"""Painting a board into images: in the window's thread or in a worker."""

from contextlib import suppress

from PySide6.QtCore import QObject, QRectF, QRunnable, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from journeydesk.picture.marks import Box, Group, paint
from journeydesk.render.board import Entry
from journeydesk.render.qt import QtCanvas

SIDE = 512  # device pixels

Key = tuple[float, float, float]  # device pixels per board unit, column, row


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


class Painted(QObject):
    """Brings an image from the worker to the window's thread."""

    done = Signal(object, object, int)


class Job(QRunnable):
    """Paints one image in the worker, unless the board has changed before its turn comes."""

    def __init__(self, key: Key, size: tuple[int, int], entries: list[Entry], ground: str, turn: int) -> None:
        super().__init__()
        self.key, self.turn = key, turn
        self.painted: Painted | None = None
        self._size, self._entries, self._ground = size, entries, ground

    def run(self) -> None:
        image = QImage(*self._size, QImage.Format.Format_RGB32)
        paint_tile(image, self.key, self._entries, self._ground)
        assert self.painted is not None
        with suppress(RuntimeError):  # the window has closed meanwhile
            self.painted.done.emit(self.key, image, self.turn)


def paint_entries(painter: QPainter, groups: list[Group], scale: float) -> None:
    """Paints pictures under the painter's transform, e.g. what is being dragged."""
    paint(tuple(groups), QtCanvas(painter, scale=scale))


def keys_in(visible: Box, scale: float) -> list[Key]:
    step = SIDE / scale
    columns = range(int(visible.left // step), int(visible.right // step) + 1)
    rows = range(int(visible.top // step), int(visible.bottom // step) + 1)
    return [(scale, column, row) for row in rows for column in columns]


def keys_around(keys: list[Key]) -> list[Key]:
    """The tiles in a ring around a block of tiles."""
    scale = keys[0][0]
    columns, rows = [key[1] for key in keys], [key[2] for key in keys]
    wide = range(int(min(columns)) - 1, int(max(columns)) + 2)
    high = range(int(min(rows)) - 1, int(max(rows)) + 2)
    inner = set(keys)
    return [(scale, column, row) for row in high for column in wide if (scale, column, row) not in inner]
