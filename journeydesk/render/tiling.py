"""How a poster is cut into tiles that a small printer can print, and glued together again: pure geometry.

Lengths are millimetres. The tiles form a grid. Each shows its piece of the poster and, at the right and at
the bottom, a flap that shows what comes next: the neighbour's edge is glued onto it.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from journeydesk.language import N_, Problem, message
from journeydesk.model.fields import Editor, attribute
from journeydesk.picture.marks import Box
from journeydesk.render.pages import PageSize

LEAST = 20.0  # of a piece, each way
FOOT = 11.0  # room below a piece for what the tile says of itself
MOST_TILES = 1000
MOST_OVERLAP = 50.0
LEAST_MARGIN, MOST_MARGIN = 5.0, 30.0


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where a poster is cut, from its left and from its top, in order, without its edges."""

    x: tuple[float, ...] = ()
    y: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Tiling:
    """What people choose: the paper of a tile, how wide its flaps and how wide its margins are.

    `cuts` are those of each poster that is to be cut; what is not told is proposed.
    """

    page: PageSize
    overlap_mm: float = attribute(
        10.0, N_("Overlap"), Editor.NUMBER, minimum=0, maximum=MOST_OVERLAP, unit="mm",
        hint=N_("how wide the flap is onto which the next tile is glued"),
    )  # fmt: skip
    margin_mm: float = attribute(
        10.0, N_("Margin"), Editor.NUMBER, minimum=LEAST_MARGIN, maximum=MOST_MARGIN, unit="mm",
        hint=N_("how much white the printer needs around a tile"),
    )  # fmt: skip
    cuts: tuple[Cuts, ...] = ()

    @property
    def reach(self) -> tuple[float, float]:
        """How wide and high a piece with its flap can be."""
        return (
            self.page.width_mm - 2 * self.margin_mm,
            self.page.height_mm - 2 * self.margin_mm - FOOT,
        )


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile: its place in the grid from 0, its piece of the poster, and all that it shows with its flaps."""

    row: int
    column: int
    piece: Box
    seen: Box

    @property
    def label(self) -> str:
        """Its name, see `tile_name`."""
        return tile_name(self.row, self.column)


def tile_name(row: int, column: int) -> str:
    """The name of a place in the grid: "A1" is at the top left, "A2" at its right, "B1" below it."""
    letters, rest = "", row + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{column + 1}"


@dataclass(frozen=True, slots=True)
class Span:
    """One way across a poster, from `start` to `end`: a piece and its flap are at most `reach` long."""

    start: float
    end: float
    reach: float
    overlap: float

    @property
    def step(self) -> float:
        """How long a piece with a flap can be without it."""
        return self.reach - self.overlap

    @property
    def fewest(self) -> int:
        """How few pieces will do; only the last one has no flap."""
        length = self.end - self.start
        return 1 if length <= self.reach else 1 + math.ceil(round((length - self.reach) / self.step, 9))

    def window(self, number: int, pieces: int) -> tuple[float, float]:
        """Between which places the cut of this number, from 1, lies where there are so many pieces."""
        after = pieces - number
        return (
            max(self.start + number * LEAST, self.end - self.reach - (after - 1) * self.step),
            min(self.start + number * self.step, self.end - after * LEAST),
        )

    def even(self, pieces: int = 0) -> tuple[float, ...]:
        """Cuts at equal distances, as far as flaps leave room for that."""
        count = pieces or self.fewest
        length = self.end - self.start
        return self.held(tuple(self.start + length * number / count for number in range(1, count)))

    def held(self, cuts: Sequence[float]) -> tuple[float, ...]:
        """The cuts moved as little as needed to where they may be; their number stays if it can."""
        pieces, before = len(cuts) + 1, self.start
        if not self.fewest <= pieces <= max(1, (self.end - self.start) // LEAST):
            return self.even(self.fewest)
        found: list[float] = []
        for number, cut in enumerate(sorted(cuts), 1):
            low, high = self.window(number, pieces)
            before = min(max(cut, low, before + LEAST), high, before + self.step)
            found.append(before)
        return tuple(found)

    def dragged(self, cuts: Sequence[float], number: int, to: float) -> tuple[float, ...]:
        """One cut, counted from 0, as near to a place as its neighbours let it."""
        low, high = self.window(number + 1, len(cuts) + 1)
        before = cuts[number - 1] if number else self.start
        low, high = max(low, before + LEAST), min(high, before + self.step)
        if number + 1 < len(cuts):
            low, high = max(low, cuts[number + 1] - self.step), min(high, cuts[number + 1] - LEAST)
        return (*cuts[:number], min(max(to, low), high), *cuts[number + 1 :])

    def pieces(self, cuts: Sequence[float]) -> Iterator[tuple[float, float, float]]:
        """Start and end of each piece, and where its flap ends."""
        for start, end in pairwise((self.start, *cuts, self.end)):
            yield start, end, min(end + self.overlap, self.end)


def spans(area: Box, tiling: Tiling) -> tuple[Span, Span]:
    """The ways across and down a poster. Raises Problem where it cannot be cut so."""
    if not 0 <= tiling.overlap_mm <= MOST_OVERLAP:
        raise Problem(
            message("The overlap of tiles measures between 0 and {most} mm, not {given}.",
                    most=MOST_OVERLAP, given=tiling.overlap_mm)
        )  # fmt: skip
    if not LEAST_MARGIN <= tiling.margin_mm <= MOST_MARGIN:
        raise Problem(
            message("The margin of tiles measures between {least} and {most} mm, not {given}.",
                    least=LEAST_MARGIN, most=MOST_MARGIN, given=tiling.margin_mm)
        )  # fmt: skip
    wide, high = tiling.reach
    if min(wide, high) - tiling.overlap_mm < LEAST:
        raise Problem(message("The page of a tile is too small for its margins and its overlap."))
    across = Span(area.left, area.right, wide, tiling.overlap_mm)
    down = Span(area.top, area.bottom, high, tiling.overlap_mm)
    if across.fewest * down.fewest > MOST_TILES:
        raise Problem(
            message("The poster would be cut into {number} tiles. Choose larger tiles or a smaller poster.",
                    number=across.fewest * down.fewest)
        )  # fmt: skip
    return across, down


def turned(area: Box, tiling: Tiling) -> PageSize:
    """The paper of a tile turned so that there are as few tiles as can be, if it may be turned."""
    if not tiling.page.turnable:
        return tiling.page

    def count(page: PageSize) -> int:
        across, down = spans(area, Tiling(page, tiling.overlap_mm, tiling.margin_mm))
        return across.fewest * down.fewest

    return min((tiling.page.portrait(), tiling.page.landscape()), key=count)


def tiles(area: Box, tiling: Tiling, cuts: Cuts) -> tuple[Tile, ...]:
    """The tiles of a poster, row by row. Raises Problem where it cannot be cut so."""
    across, down = spans(area, tiling)
    return tuple(
        Tile(row, column, Box(left, top, right, bottom), Box(left, top, flap_x, flap_y))
        for row, (top, bottom, flap_y) in enumerate(down.pieces(down.held(cuts.y)))
        for column, (left, right, flap_x) in enumerate(across.pieces(across.held(cuts.x)))
    )
