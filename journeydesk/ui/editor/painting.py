"""Painting a board into images: in the window's thread or in a worker."""

import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from PySide6.QtCore import QObject, QPointF, QRectF, QRunnable, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from journeydesk.picture.marks import Box, Group, paint
from journeydesk.render.afar import FARTHEST, Patch
from journeydesk.render.entry import Entry
from journeydesk.render.qt import QtCanvas, colour

SIDE = 512  # device pixels
STRIDE = 0.0012  # seconds that the worker paints before it rests, while the window is busy
REST = 0.004
THINNEST, FAR_EDGE = 0.4, 0.6  # pixels of a line, and of the edge of a card, that are seen from afar
BUSY = 0.06  # seconds after a frame in which the next is expected

Paleness = Mapping[str, float]  # the opacity of records that are not shown in full; 0 hides them
NOT_PALE: Paleness = {}
Key = tuple[float, float, float]  # device pixels per board unit, column, row


def region_of(key: Key) -> Box:
    """The region of the board that a tile shows."""
    scale, column, row = key
    step = SIDE / scale
    return Box(column * step, row * step, (column + 1) * step, (row + 1) * step)


class Tempo:
    """When the window painted last, so that the worker steps back while the window is busy.

    Both share one interpreter: a worker that never rests would make every frame wait for its turn.
    """

    def __init__(self) -> None:
        self.last_frame = 0.0

    def give_way(self, since: float) -> float:
        """Rests where the window is busy and the worker went on since then; gives the time to count from."""
        now = time.monotonic()
        if now - since < STRIDE or now - self.last_frame > BUSY:
            return since
        time.sleep(REST)
        return time.monotonic()


def painter_on(image: QImage, key: Key) -> QPainter:
    """A painter on a tile, in board units."""
    scale, column, row = key
    painter = QPainter(image)
    painter.translate(-column * SIDE, -row * SIDE)
    painter.scale(scale, scale)
    return painter


def paint_tile(
    image: QImage,
    key: Key,
    entries: list[Entry],
    ground: str,
    region: Box | None = None,
    tempo: Tempo | None = None,
    pale: Paleness = NOT_PALE,
) -> None:
    """Paints entries into a tile, or into one region of it; those of some records pale."""
    scale, column, row = key
    painter = painter_on(image, key)
    if region is not None:
        painter.setClipRect(QRectF(region.left, region.top, region.width, region.height))
    ground_under = QRectF(
        column * SIDE / scale, row * SIDE / scale, image.width() / scale, image.height() / scale
    )
    edge = 2 / scale  # the clip takes in every pixel that it meets
    painter.fillRect(ground_under.adjusted(-edge, -edge, edge, edge), QColor(ground))
    show_entries(painter, entries, scale, pale, tempo)
    painter.end()


def show_entries(
    painter: QPainter,
    entries: Iterable[Entry],
    scale: float,
    pale: Paleness = NOT_PALE,
    tempo: Tempo | None = None,
) -> None:
    """Paints entries at so many pixels per unit; those of some records pale."""
    show, since = way_to_show(painter, scale, pale), time.monotonic()
    for entry in entries:
        if pale:
            opacity = pale.get(entry.record_id, 1.0)
            if not opacity:
                continue
            painter.setOpacity(opacity)
        show(entry)
        if tempo is not None:
            since = tempo.give_way(since)
    painter.setOpacity(1.0)


def way_to_show(painter: QPainter, scale: float, pale: Paleness = NOT_PALE) -> Callable[[Entry], None]:
    """How entries are painted at so many pixels per unit; what tells of pale records in them is pale."""
    if scale < FARTHEST:
        return FarPainter(painter, scale).show
    canvas = QtCanvas(painter, scale=scale, faded=pale)

    def show(entry: Entry) -> None:
        paint((entry.picture,), canvas)

    return show


class FarPainter:
    """Paints what is seen of entries from afar; no line is thinner than can be seen."""

    def __init__(self, painter: QPainter, scale: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter = painter
        self._thinnest, self._edge = THINNEST / scale, FAR_EDGE / scale
        self._pens: dict[tuple[str, float], QPen] = {}

    def show(self, entry: Entry) -> None:
        thing = entry.afar()
        if isinstance(thing, Patch):
            box, edge = thing.box, self._edge
            where = QRectF(box.left, box.top, box.width, box.height)
            self._painter.fillRect(where, colour(thing.edge))
            self._painter.fillRect(where.adjusted(edge, edge, -edge, -edge), colour(thing.fill))
        elif thing is not None:
            width = max(thing.width, self._thinnest)
            pen = self._pens.get((thing.colour, width))
            if pen is None:
                pen = self._pens[thing.colour, width] = QPen(colour(thing.colour), width)
            self._painter.setPen(pen)
            self._painter.drawPolyline([QPointF(*point) for point in thing.points])


class Painted(QObject):
    """Brings an image from the worker to the window's thread."""

    done = Signal(object, object, int)


class Job(QRunnable):
    """Paints one image in the worker, unless nobody wants it any more when its turn comes.

    `wanted` maps the keys of images that are waited for to the turns in which they were asked for.
    """

    def __init__(
        self,
        key: Key,
        size: tuple[int, int],
        entries: list[Entry],
        ground: str,
        turn: int,
        wanted: Mapping[Key, int],
        tempo: Tempo,
        pale: Paleness,
    ) -> None:
        super().__init__()
        self._key, self._turn, self._wanted, self._tempo = key, turn, wanted, tempo
        self._size, self._entries, self._ground = size, entries, ground
        self._pale = pale
        self.painted: Painted | None = None

    def run(self) -> None:
        if self._wanted.get(self._key) != self._turn or self.painted is None:
            return
        image = QImage(*self._size, QImage.Format.Format_RGB32)
        paint_tile(image, self._key, self._entries, self._ground, tempo=self._tempo, pale=self._pale)
        with suppress(RuntimeError):  # the window has closed meanwhile
            self.painted.done.emit(self._key, image, self._turn)


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
