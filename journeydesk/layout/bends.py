"""Arrows that pass points which people chose: the curve through them, and where a new point belongs."""

import math
from collections.abc import Sequence
from itertools import pairwise

from journeydesk.picture.shapes import Cubic, Point

EASE = (
    0.38  # how far an arrow runs straight out of a card and into one, as a part of the way to the next point
)
STRAIGHT = 7.0  # a bend closer than this to the straight line between its neighbours is none


def through(points: Sequence[Point], leaving: Point, entering: Point) -> tuple[Cubic, ...]:
    """A smooth curve through points, one cubic from each to the next.

    `leaving` and `entering` are the unit vectors in which it begins and ends. Between them it is a
    centripetal Catmull-Rom spline, which neither overshoots nor makes loops (Yuksel et al. 2011).
    """
    gaps = [max(math.dist(a, b), 1e-6) ** 0.5 for a, b in pairwise(points)]
    within = range(1, len(points) - 1)
    slopes = [
        leaving,
        *(_slope(points[i - 1], points[i], points[i + 1], gaps[i - 1], gaps[i]) for i in within),
        entering,
    ]
    cubics: list[Cubic] = []
    last = len(points) - 2
    for i, (a, b) in enumerate(pairwise(points)):
        reach = math.dist(a, b) * EASE
        first = reach if i == 0 else gaps[i] / 3
        second = reach if i == last else gaps[i] / 3
        (ux, uy), (vx, vy) = slopes[i], slopes[i + 1]
        cubics.append(
            (a, (a[0] + ux * first, a[1] + uy * first), (b[0] - vx * second, b[1] - vy * second), b)
        )
    return tuple(cubics)


def _slope(before: Point, here: Point, after: Point, arriving: float, going: float) -> Point:
    """The derivative of a centripetal spline at a point between two others."""
    return (
        _derivative(before[0], here[0], after[0], arriving, going),
        _derivative(before[1], here[1], after[1], arriving, going),
    )


def _derivative(before: float, here: float, after: float, arriving: float, going: float) -> float:
    return (here - before) / arriving - (after - before) / (arriving + going) + (after - here) / going


def off_line(point: Point, a: Point, b: Point) -> float:
    """How far a point lies from a straight piece."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length)) if length else 0.0
    return math.dist(point, (a[0] + t * dx, a[1] + t * dy))


def aligned(point: Point, neighbours: Sequence[Point], reach: float) -> Point:
    """The point, drawn straight above, below or beside a neighbour where it lies within `reach` of that."""
    x, y = point
    columns = [(abs(x - nx), nx) for nx, _ in neighbours]
    rows = [(abs(y - ny), ny) for _, ny in neighbours]
    nearest_x, nearest_y = min(columns, default=(reach + 1, x)), min(rows, default=(reach + 1, y))
    return (
        nearest_x[1] if nearest_x[0] <= reach else x,
        nearest_y[1] if nearest_y[0] <= reach else y,
    )
