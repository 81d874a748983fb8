"""Paints a board into tiles and keeps them, so that a frame costs what is on the screen and no more.

A tile is a square image at one scale. What a few milliseconds allow is painted at once; the rest is painted
by a worker, and until it is there the same region is shown from the scale that was last on the screen.
"""

import sys
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QPointF, QRectF, QThreadPool, Signal
from PySide6.QtGui import QImage, QPainter

from journeydesk.picture.marks import Box, union
from journeydesk.render.board import Board
from journeydesk.render.entry import Entry
from journeydesk.ui.editor.painting import (
    NOT_PALE,
    SIDE,
    Job,
    Key,
    Painted,
    Paleness,
    Tempo,
    keys_around,
    keys_in,
    paint_tile,
    painter_on,
    region_of,
)
from journeydesk.ui.editor.retouching import MANY, regions_of, wipe
from journeydesk.ui.editor.whole import Whole
from journeydesk.ui.editor.zooming import Zooming

KEPT = 180
AT_ONCE = 0.004  # seconds of painting that a frame may take for missing tiles
AT_FIRST = 0.15  # the same for the first picture of a map, which has nothing to stand in for it
ASKING = 0.003  # seconds that a frame may take to find out what lies in the tiles that it asks for
FEW = 14  # entries that a missing tile may hold to be painted at once
SMALL = 150  # entries of a board that is painted sharp at every step of a zoom
TURN = 0.001  # seconds until another thread may go on


@dataclass(slots=True)
class Tile:
    """An image and the regions of it that are out of date."""

    image: QImage
    stale: list[Box] = field(default_factory=list)


def _stretch(
    painter: QPainter, origin: QPointF, ratio: float, found: Iterable[tuple[Key, Tile | None]]
) -> None:
    """Paints tiles of another scale, e.g. those that were on the screen before."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    side = SIDE * ratio
    for key, tile in found:
        if tile is not None:
            target = QRectF(origin.x() + key[1] * side, origin.y() + key[2] * side, side, side)
            painter.drawImage(target, tile.image, QRectF(0, 0, SIDE, SIDE))


class Tiles(QObject):
    """The tiles of one board. `arrived` asks for a new frame."""

    arrived = Signal()

    def __init__(self, board: Board, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The window's thread must not wait long for the worker's turn to end: a frame has 16 ms.
        sys.setswitchinterval(TURN)
        self.board = board
        self.lifted: frozenset[str] = frozenset()
        self.pale = NOT_PALE
        self._tiles: OrderedDict[Key, Tile] = OrderedDict()
        self._asked: dict[Key, int] = {}  # what the worker paints, by the turn in which it was asked for
        self._turn = 0
        self.visible = Box(0, 0, 0, 0)  # what the last frame showed
        self._last_scale = 0.0
        self._patience = AT_FIRST
        self.is_sharp = False  # whether the last frame showed every tile as it is now
        self._zooming = Zooming(self)
        self._zooming.ended.connect(self.arrived)
        self._painted = Painted(self)
        self._painted.done.connect(self._take)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._tempo = Tempo()
        self._has_arrived = False  # whether the next frame shows no more than what the worker has brought
        self.whole = Whole(board, self._tempo, self._entries, self)

    def close(self) -> None:
        """Waits for the worker and drops everything."""
        self.whole.close()
        self._pool.clear()
        self._pool.waitForDone(5000)
        self._tiles.clear()

    def renew(self, board: Board) -> None:
        """Shows another board, or one that was made anew."""
        self.board = board
        self._asked.clear()
        self._tiles.clear()
        self._last_scale = 0.0
        self._patience = AT_FIRST
        self.whole.renew(board)

    @property
    def seconds_at_rest(self) -> float:
        """How long ago the last frame was painted."""
        return time.monotonic() - self._tempo.last_frame

    def spoil(self, regions: list[Box]) -> None:
        """Marks regions of the board as out of date."""
        if not regions:
            return
        self.whole.spoil(regions)
        if len(regions) > MANY and (joined := union(regions)) is not None:
            regions = [joined]
        for key in [key for key in self._asked if any(box.meets(region_of(key)) for box in regions)]:
            del self._asked[key]
        for key, tile in list(self._tiles.items()):
            whole = region_of(key)
            met = [part for region in regions if (part := region.within(whole)) is not None]
            if met and key[0] != self._last_scale:
                del self._tiles[key]
            else:
                tile.stale.extend(met)
                if len(tile.stale) > 12:
                    tile.stale = [whole]

    def lift(self, ids: frozenset[str]) -> None:
        """Leaves what is being dragged out of the tiles; the view paints it on top."""
        changed, taken = self.lifted ^ ids, ids - self.lifted
        self.lifted = ids
        self.spoil(regions_of(self.board, changed))
        for key, tile in self._shown() if taken else ():
            wipe(tile.image, key, self.board, taken)
        self.whole.wipe(taken, self.visible)

    def fade(self, pale: Paleness) -> None:
        """Paints these records pale, or not at all, and what tells of them; all else as it is."""
        before = self.pale
        self.pale = self.whole.pale = pale
        changed = frozenset(key for key in before.keys() | pale.keys() if before.get(key) != pale.get(key))
        self.spoil(regions_of(self.board, changed))

    def retouch(self, paint: Callable[[QPainter], None]) -> None:
        """Paints over what is on the screen, in board units, until that is painted anew."""
        for key, tile in self._shown():
            painter = painter_on(tile.image, key)
            paint(painter)
            painter.end()
        self.whole.retouch(paint)

    def _shown(self) -> list[tuple[Key, Tile]]:
        """The tiles on the screen."""
        keys = keys_in(self.visible, self._last_scale) if self._last_scale else []
        return [(key, tile) for key in keys if (tile := self._tiles.get(key)) is not None]

    def _entries(self, region: Box) -> list[Entry]:
        found = self.board.within(region)
        return [entry for entry in found if entry.record_id not in self.lifted] if self.lifted else found

    def show(self, painter: QPainter, origin: QPointF, scale: float, visible: Box) -> None:
        """Paints the visible region. `origin` is the board's 0, 0 on the screen, `scale` pixels per unit."""
        in_motion = self._zooming.goes_on(scale) and len(self.board.entries) > SMALL
        self.visible, keys = visible, keys_in(visible, scale)
        if self.whole.suffices(scale):
            self.whole.show(painter, origin, scale, keys)
            self.is_sharp, self._patience = True, 0.0
            self._keep_time()
            return
        start = time.monotonic()
        deadline = start + (0.0 if in_motion else max(AT_ONCE, self._patience))
        missing = [key for key in keys if not self._is_ready(key, deadline)]
        self._patience -= time.monotonic() - start
        if missing:
            self.whole.show(painter, origin, scale, missing)
        if missing and self._last_scale not in (0.0, scale):
            found = ((key, self._tiles.get(key)) for key in keys_in(visible, self._last_scale))
            _stretch(painter, origin, scale / self._last_scale, found)
        for key in keys:
            if (tile := self._tiles.get(key)) is not None:
                self._tiles.move_to_end(key)
                at = QPointF(round(origin.x()) + key[1] * SIDE, round(origin.y()) + key[2] * SIDE)
                painter.drawImage(at, tile.image)
        self.is_sharp = not missing
        if not in_motion:
            self._ask_for(missing)
        if not missing:
            self._last_scale, self._patience = scale, 0.0
            self._ask_for([key for key in keys_around(keys) if key not in self._tiles])
        while len(self._tiles) > KEPT:
            self._tiles.popitem(last=False)
        self._keep_time()

    def _keep_time(self) -> None:
        """Tells the worker that the window is busy, unless the worker itself asked for this frame."""
        if not self._has_arrived:
            self._tempo.last_frame = time.monotonic()
        self._has_arrived = False

    def _is_ready(self, key: Key, deadline: float) -> bool:
        """Whether a tile is up to date; brings it up to date where that is quick and there is time."""
        tile = self._tiles.get(key)
        if tile is not None and not tile.stale:
            return True
        if time.monotonic() > deadline:
            return False
        if tile is not None:
            return self._mend(key, tile)
        entries = self._entries(region_of(key))
        if len(entries) > FEW and self._patience <= 0:
            return False
        tile = self._tiles[key] = Tile(QImage(SIDE, SIDE, QImage.Format.Format_RGB32))
        paint_tile(tile.image, key, entries, self._ground, pale=self.pale)
        return True

    def _mend(self, key: Key, tile: Tile) -> bool:
        """Paints the stale regions of a tile anew; False where too much lies in them for one frame."""
        edge = 1 / key[0]
        whole = region_of(key)
        for region in tile.stale:
            wide = region.grown(edge)
            entries = self._entries(wide)
            if len(entries) > 3 * FEW:
                tile.stale = [whole]
                return False
            paint_tile(tile.image, key, entries, self._ground, wide, pale=self.pale)
        tile.stale.clear()
        return True

    def _ask_for(self, keys: list[Key]) -> None:
        """Asks the worker for some tiles; the frame that the first of them brings asks for more."""
        deadline = time.monotonic() + ASKING
        for key in keys:
            self._ask(key)
            if time.monotonic() > deadline:
                return

    def _ask(self, key: Key) -> None:
        if key not in self._asked:
            self._turn += 1
            self._asked[key] = self._turn
            entries = self._entries(region_of(key))
            size, ground, asked = (SIDE, SIDE), self._ground, self._asked
            job = Job(key, size, entries, ground, self._turn, asked, self._tempo, self.pale)
            job.painted = self._painted
            self._pool.start(job)

    @property
    def _ground(self) -> str:
        return self.board.look.theme.ground

    def _take(self, key: Key, image: QImage, turn: int) -> None:
        if self._asked.get(key) == turn:
            del self._asked[key]
            self._tiles[key] = Tile(image)
            self._has_arrived = True
            self.arrived.emit()
