"""Ways of straight pieces with wide round corners."""

import math
from collections.abc import Sequence
from itertools import pairwise

from journeydesk.picture.shapes import Cubic, Point

CORNER = 30.0
STRAIGHT = 15.0  # the last piece of a way, so that its head points where the arrow goes


def rounded(points: Sequence[Point]) -> tuple[Cubic, ...]:
    """Straight pieces from point to point, with round corners."""
    corners = [points[0]]
    for here, after in pairwise(points[1:]):
        before = corners[-1]
        turn = (here[0] - before[0]) * (after[1] - here[1]) - (here[1] - before[1]) * (after[0] - here[0])
        if abs(turn) > 1e-6:
            corners.append(here)
    corners.append(points[-1])
    cubics: list[Cubic] = []
    pen = corners[0]
    for i in range(1, len(corners) - 1):
        before, here, after = corners[i - 1], corners[i], corners[i + 1]
        room_before = math.dist(before, here) / (2 if i > 1 else 1)
        last = i == len(corners) - 2
        room_after = max(math.dist(here, after) - STRAIGHT, 2.0) if last else math.dist(here, after) / 2
        reach = min(CORNER * 1.6, room_before, room_after)
        enter, leave = _part_way(here, before, reach), _part_way(here, after, reach)
        if math.dist(pen, enter) > 0.01:
            cubics.append(_line(pen, enter))
        cubics.append(
            (enter, _part_way(here, enter, reach * 0.4), _part_way(here, leave, reach * 0.4), leave)
        )
        pen = leave
    if math.dist(pen, corners[-1]) > 0.01 or not cubics:
        cubics.append(_line(pen, corners[-1]))
    return tuple(cubics)


def _line(start: Point, end: Point) -> Cubic:
    third = ((end[0] - start[0]) / 3, (end[1] - start[1]) / 3)
    return start, (start[0] + third[0], start[1] + third[1]), (end[0] - third[0], end[1] - third[1]), end


def _part_way(start: Point, end: Point, by: float) -> Point:
    length = math.dist(start, end)
    t = by / length if length else 0.0
    return start[0] + t * (end[0] - start[0]), start[1] + t * (end[1] - start[1])
