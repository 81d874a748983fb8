"""Keeps an arrow on its way round the cards while its ends move, so that it does not jump from way to way."""

import math
from collections.abc import Sequence
from itertools import pairwise

from journeydesk.layout.corridors import STEPS
from journeydesk.picture.shapes import Point

SAME = 1e-3  # board units by which two points may differ and be in one row or column


def stretched(
    corners: Sequence[Point], first: Point, leaving: int, last: Point, arriving: int
) -> list[Point] | None:
    """The corners of the same way from and to other ends: their pieces are lengthened or shortened.

    None where the way would have to turn back over itself, or have another corner. `leaving` and `arriving`
    are indices into `STEPS`, as for `corridors.way`.
    """
    if len(corners) < 3:
        return None
    found = [first, *corners[1:-1], last]
    found[1] = _beside(found[1], first, is_row=_in_row(corners[0], corners[1]))
    found[-2] = _beside(found[-2], last, is_row=_in_row(corners[-2], corners[-1]))
    goes_on = _forward(first, found[1], leaving) and _forward(found[-2], last, arriving)
    straight = all(_in_row(a, b) or _in_row(a[::-1], b[::-1]) for a, b in pairwise(found))
    return found if goes_on and straight else None


def starts_at(corners: Sequence[Point], port: Point, side: int) -> float:
    """How far straight out of that side of a card a way has its first corner; 0 if it begins elsewhere."""
    if not corners:
        return 0.0
    (x, y), (dx, dy) = corners[0], STEPS[side]
    along, across = (x - port[0]) * dx + (y - port[1]) * dy, (x - port[0]) * dy + (y - port[1]) * dx
    return along if along > 0 and math.isclose(across, 0, abs_tol=SAME) else 0.0


def _in_row(a: Point, b: Point) -> bool:
    return abs(a[1] - b[1]) < SAME


def _beside(corner: Point, end: Point, *, is_row: bool) -> Point:
    """A corner that lies in the row, or else the column, of an end."""
    return (corner[0], end[1]) if is_row else (end[0], corner[1])


def _forward(start: Point, end: Point, heading: int) -> bool:
    """Whether a piece does not lead against a direction."""
    dx, dy = STEPS[heading]
    return (end[0] - start[0]) * dx + (end[1] - start[1]) * dy > -SAME
