"""Lines that run side by side, as threads along one arrow do."""

import math
from collections.abc import Sequence
from itertools import pairwise

from journeydesk.picture.shapes import Cubic, Point, direction, split

PIECES = 4  # into which a bend is cut, so that the lines beside it keep their distance


def beside(cubics: Sequence[Cubic], offset: float) -> tuple[Cubic, ...]:
    """The curve that runs beside another at this distance, to its right where that is more than 0.

    "Right" is as one travels, on a board whose y grows downwards. Where cubics join, so do those beside them.
    """
    if not offset:
        return tuple(cubics)
    pieces = [piece for cubic in cubics for piece in _cut(cubic)]
    headings = [direction(pieces[0], 0.0)]
    for one, other in pairwise(pieces):
        headings.append(_between(direction(one, 1.0), direction(other, 0.0)))
    headings.append(direction(pieces[-1], 1.0))
    return tuple(
        _shifted(piece, _right(headings[i], offset), _right(headings[i + 1], offset))
        for i, piece in enumerate(pieces)
    )


def spread(count: int, spacing: float) -> tuple[float, ...]:
    """The distances from the middle of so many lines that lie side by side, from left to right."""
    return tuple((place - (count - 1) / 2) * spacing for place in range(count))


def _cut(cubic: Cubic) -> list[Cubic]:
    """A straight piece as it is, a bend in several parts."""
    if _is_straight(cubic):
        return [cubic]
    found, rest = [], cubic
    for left in range(PIECES, 1, -1):
        piece, rest = split(rest, 1 / left)
        found.append(piece)
    return [*found, rest]


def _is_straight(cubic: Cubic) -> bool:
    (ax, ay), b, c, (dx, dy) = cubic
    ux, uy = dx - ax, dy - ay
    length = math.hypot(ux, uy) or 1.0
    return all(abs((x - ax) * uy - (y - ay) * ux) / length < 0.01 for x, y in (b, c))


def _between(a: Point, b: Point) -> Point:
    x, y = a[0] + b[0], a[1] + b[1]
    length = math.hypot(x, y)
    return (x / length, y / length) if length > 1e-6 else a


def _right(heading: Point, offset: float) -> Point:
    return -heading[1] * offset, heading[0] * offset


def _shifted(cubic: Cubic, first: Point, last: Point) -> Cubic:
    """A cubic whose ends are moved; its bends grow or shrink as the distance of the ends does."""
    a, b, c, d = cubic
    start, end = (a[0] + first[0], a[1] + first[1]), (d[0] + last[0], d[1] + last[1])
    before = math.dist(a, d)
    scale = math.dist(start, end) / before if before > 1e-6 else 1.0
    return (
        start,
        (start[0] + (b[0] - a[0]) * scale, start[1] + (b[1] - a[1]) * scale),
        (end[0] + (c[0] - d[0]) * scale, end[1] + (c[1] - d[1]) * scale),
        end,
    )
