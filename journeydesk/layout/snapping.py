"""What a moving box snaps to: edges and middles of boxes near it, and gaps as wide as those beside it.

Everything is worked out from left to right; from top to bottom it is the same with the axes exchanged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point

SAME = 0.01  # board units within which two lines are one
Line = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Snap:
    """How far a box goes to where it fits, and what shows why. An axis that found nothing is None.

    `guides` run through edges or middles that are in line, `gaps` across spaces that are equal.
    """

    dx: float | None = None
    dy: float | None = None
    guides: tuple[Line, ...] = ()
    gaps: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class _Fit:
    """A way to fit from left to right: how far to go, the line that is met or the gaps that are equal."""

    by: float
    at: float = 0.0
    met: tuple[Box, ...] = ()
    spaces: tuple[tuple[Box | None, Box | None], ...] = ()  # None stands for the box that moves


@dataclass(slots=True)
class _Row:
    """The boxes beside a box that share some of its height, from left to right."""

    left: list[Box] = field(default_factory=list)
    right: list[Box] = field(default_factory=list)


def snapped(box: Box, others: Sequence[Box], reach: float, axes: tuple[bool, bool] = (True, True)) -> Snap:
    """How a box that is moved fits best to the others within `reach`, along the axes on which it may move."""
    return _joined(
        box,
        _moves(box, others, reach) if axes[0] else [],
        _moves(_turned(box), _all_turned(others), reach) if axes[1] else [],
    )


def snapped_edges(box: Box, across: int, down: int, others: Sequence[Box], reach: float) -> Snap:
    """How the edges of a box that are dragged fit: `across` -1 the left one, 1 the right one, 0 neither;
    `down` likewise the upper and the lower one.
    """
    turned = _turned(box)
    return _joined(
        box,
        _edges(box, across, others, reach),
        _edges(turned, down, _all_turned(others), reach),
        (across, down),
    )


# From left to right


def _moves(box: Box, others: Sequence[Box], reach: float) -> list[_Fit]:
    found = []
    for other in others:
        pairs = [(own, line) for own in (box.left, box.right) for line in (other.left, other.right)]
        if abs(box.width - other.width) > SAME:  # else the edges say it already
            pairs.append((box.x, other.x))
        found += [_Fit(line - own, line, (other,)) for own, line in pairs if abs(line - own) <= reach]
    return _best(found + [fit for fit in _spaced(box, others) if abs(fit.by) <= reach])


def _edges(box: Box, side: int, others: Sequence[Box], reach: float) -> list[_Fit]:
    if not side:
        return []
    own = box.left if side < 0 else box.right
    lines = ((line, other) for other in others for line in (other.left, other.x, other.right))
    return _best(_Fit(line - own, line, (other,)) for line, other in lines if abs(line - own) <= reach)


def _best(fits: Iterable[_Fit]) -> list[_Fit]:
    """The nearest fit, with all that come to the same."""
    found = sorted(fits, key=lambda fit: abs(fit.by))
    return [fit for fit in found if abs(fit.by - found[0].by) <= SAME]


def _spaced(box: Box, others: Sequence[Box]) -> list[_Fit]:
    """Places where a gap beside the box is as wide as another gap in its row."""
    row = _row(box, others)
    found = []
    if row.left and row.right:
        before, after = row.left[-1], row.right[0]
        by = (before.right + after.left) / 2 - box.x
        if after.left - before.right > box.width:
            found.append(_Fit(by, spaces=((before, None), (None, after))))
    for first, second in pairwise(row.left[-2:]):
        gap = second.left - first.right
        if gap > SAME:
            found.append(_Fit(second.right + gap - box.left, spaces=((first, second), (second, None))))
    for first, second in pairwise(row.right[:2]):
        gap = second.left - first.right
        if gap > SAME:
            found.append(_Fit(first.left - gap - box.right, spaces=((None, first), (first, second))))
    return found


def _row(box: Box, others: Sequence[Box]) -> _Row:
    row = _Row()
    for other in sorted(others, key=lambda other: other.x):
        if other.top < box.bottom and box.top < other.bottom:
            if other.right <= box.x:
                row.left.append(other)
            elif other.left >= box.x:
                row.right.append(other)
    return row


# Both axes together


def _joined(box: Box, across: list[_Fit], down: list[_Fit], sides: tuple[int, int] | None = None) -> Snap:
    dx, dy = (fits[0].by if fits else None for fits in (across, down))
    placed = _dragged(box, sides, dx or 0.0, dy or 0.0) if sides else box.moved(dx or 0.0, dy or 0.0)
    guides, gaps = _shown(placed, across)
    more_guides, more_gaps = _shown(_turned(placed), down)
    return Snap(
        dx,
        dy,
        (*guides, *(_turned_line(line) for line in more_guides)),
        (*gaps, *(_turned_line(line) for line in more_gaps)),
    )


def _dragged(box: Box, sides: tuple[int, int], dx: float, dy: float) -> Box:
    across, down = sides
    return Box(
        box.left + dx * (across < 0),
        box.top + dy * (down < 0),
        box.right + dx * (across > 0),
        box.bottom + dy * (down > 0),
    )


def _shown(box: Box, fits: list[_Fit]) -> tuple[list[Line], list[Line]]:
    """The upright guides, one through all that is met at the same place, and the level gaps."""
    reaches: dict[float, tuple[float, float]] = {}
    gaps: dict[Line, None] = {}
    for fit in fits:
        for other in fit.met:
            low, high = reaches.get(round(fit.at, 2), (box.top, box.bottom))
            reaches[round(fit.at, 2)] = min(low, other.top), max(high, other.bottom)
        for before, after in fit.spaces:
            gaps[_gap(before or box, after or box)] = None
    return [((x, low), (x, high)) for x, (low, high) in reaches.items()], list(gaps)


def _gap(before: Box, after: Box) -> Line:
    """The line across the space between two boxes, in the middle of the height that they share."""
    y = (max(before.top, after.top) + min(before.bottom, after.bottom)) / 2
    return (before.right, y), (after.left, y)


def _turned(box: Box) -> Box:
    return Box(box.top, box.left, box.bottom, box.right)


def _all_turned(boxes: Sequence[Box]) -> list[Box]:
    return [_turned(box) for box in boxes]


def _turned_line(line: Line) -> Line:
    (x0, y0), (x1, y1) = line
    return (y0, x0), (y1, x1)
