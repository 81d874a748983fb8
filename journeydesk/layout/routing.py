"""The ways of arrows: which sides they leave and enter, where on a side, and the curve between.

An arrow runs as one smooth curve where nothing is in its way, and else round the cards in straight pieces
with wide round corners. Skips leave and enter at the top, returns at the bottom, so that one sees which is
which.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from journeydesk.layout.corridors import MOST_STATES, STEPS, way
from journeydesk.layout.flow import Course
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Cubic, Point, at

CLEARANCE = 20.0
LANE = 8.0  # between arrows that run side by side
CORNER = 30.0
STRAIGHT = 15.0  # the last piece of a way, so that its head points where the arrow goes
HEAD = 6.0  # from an arrow's tip to the card
SAMPLES = 24
REACH = 240.0  # how far around its ends an arrow looks for a way
CROWD = 64


class Side(IntEnum):
    """A side of a card; also the direction in which an arrow leaves it, an index into `corridors.STEPS`."""

    RIGHT = 0
    BOTTOM = 1
    LEFT = 2
    TOP = 3


@dataclass(frozen=True, slots=True)
class End:
    """One end of an arrow: the card, and the sides that what hangs on it takes."""

    key: str
    box: Box
    taken: frozenset[Side] = frozenset()


@dataclass(frozen=True, slots=True)
class Wire:
    """An arrow to be routed. `lane` tells arrows apart that run the same way."""

    key: str
    source: End
    target: End
    course: Course
    lane: int = 0
    waypoints: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """The way of an arrow: cubics that follow one another from card to card."""

    cubics: tuple[Cubic, ...]

    def points(self, each: int = 12) -> list[Point]:
        """Points along the way, `each` to a cubic."""
        found = [self.cubics[0][0]]
        found.extend(at(cubic, i / each) for cubic in self.cubics for i in range(1, each + 1))
        return found

    def along(self, part: float) -> Point:
        """The point at this part of the whole length, 0 to 1."""
        points = self.points()
        lengths = [math.dist(a, b) for a, b in pairwise(points)]
        rest = part * sum(lengths)
        for length, a, b in zip(lengths, points, points[1:], strict=False):
            if rest <= length and length > 0:
                t = rest / length
                return a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])
            rest -= length
        return points[-1]

    @property
    def length(self) -> float:
        points = self.points()
        return sum(math.dist(a, b) for a, b in pairwise(points))


Sides = tuple[Side, Side]
Ports = Mapping[
    tuple[str, bool], Point
]  # (wire's key, whether it is the source's end) -> the point on the card


def choose_sides(wire: Wire) -> Sides:
    """The sides at which an arrow leaves and enters."""
    source, target = wire.source, wire.target
    if wire.course is Course.SELF:
        return Side.TOP, Side.TOP
    if wire.waypoints:
        return _facing(source, _point_box(wire.waypoints[0]))[0], _facing(
            _point_box(wire.waypoints[-1]), target
        )[1]
    dx, dy = target.box.x - source.box.x, target.box.y - source.box.y
    if wire.course in (Course.SKIP, Course.BACK):
        if abs(dx) >= abs(dy) * 0.8:
            pairs = ((Side.TOP, Side.TOP), (Side.BOTTOM, Side.BOTTOM))
        else:
            pairs = ((Side.RIGHT, Side.RIGHT), (Side.LEFT, Side.LEFT))
        for leaving, entering in pairs if wire.course is Course.SKIP else pairs[::-1]:
            if leaving not in source.taken and entering not in target.taken:
                return leaving, entering
    return _facing(source, target)


def _point_box(point: Point) -> End:
    return End("", Box.around(*point, 1, 1))


def _facing(source: End, target: End) -> Sides:
    """The sides that look at each other; of several, those that leave the shortest way and no taken side."""
    a, b = source.box, target.box
    across = max(b.left - a.right, a.left - b.right)
    down = max(b.top - a.bottom, a.top - b.bottom)
    sideways = (Side.RIGHT, Side.LEFT) if b.x >= a.x else (Side.LEFT, Side.RIGHT)
    upright = (Side.BOTTOM, Side.TOP) if b.y >= a.y else (Side.TOP, Side.BOTTOM)
    choices = {
        sideways: 0.0 if across >= 30 else 400.0 - across,
        upright: 0.0 if down >= 30 else 400.0 - down,
        (sideways[0], upright[1]): 60.0 if across >= 30 and down >= 10 else 600.0,
        (upright[0], sideways[1]): 60.0 if across >= 10 and down >= 30 else 600.0,
    }
    choices[sideways] += max(0.0, abs(b.y - a.y) - across) * 0.6
    choices[upright] += max(0.0, abs(b.x - a.x) - down) * 0.6

    def cost(sides: Sides) -> float:
        return choices[sides] + 500.0 * ((sides[0] in source.taken) + (sides[1] in target.taken))

    return min(choices, key=cost)


def place_ports(wires: Iterable[Wire], sides: Mapping[str, Sides]) -> dict[tuple[str, bool], Point]:
    """Spreads the ends of arrows over the sides of cards, in the order in which the other ends lie."""
    crowds: dict[tuple[str, Side], list[tuple[float, int, str, bool, End]]] = {}
    for wire in wires:
        if wire.course is Course.SELF:
            continue
        leaving, entering = sides[wire.key]
        seen_from_source, seen_from_target = wire.target, wire.source
        if wire.waypoints:
            seen_from_source, seen_from_target = _point_box(wire.waypoints[0]), _point_box(wire.waypoints[-1])
        for end, other, side, is_source in (
            (wire.source, seen_from_source, leaving, True),
            (wire.target, seen_from_target, entering, False),
        ):
            rank = other.box.x if side in (Side.TOP, Side.BOTTOM) else other.box.y
            crowds.setdefault((end.key, side), []).append((rank, wire.lane, wire.key, is_source, end))
    ports: dict[tuple[str, bool], Point] = {}
    for (_, side), crowd in crowds.items():
        crowd.sort(key=lambda item: item[:4])
        for place, (_, _, key, is_source, end) in enumerate(crowd, 1):
            ports[key, is_source] = _port(end.box, side, place / (len(crowd) + 1))
    return ports


def _port(box: Box, side: Side, part: float) -> Point:
    part = 0.5 + (part - 0.5) * 0.8
    match side:
        case Side.LEFT:
            return box.left, box.top + part * box.height
        case Side.RIGHT:
            return box.right, box.top + part * box.height
        case Side.TOP:
            return box.left + part * box.width, box.top
    return box.left + part * box.width, box.bottom


def route(
    wire: Wire, sides: Sides, ports: Ports, near: Callable[[Box], Sequence[Box]], most: int = MOST_STATES
) -> Route:
    """The way of an arrow between its ports. `near` gives the cards that lie in or close to a box.

    A search for a way round them gives up after `most` states.
    """
    if wire.course is Course.SELF:
        return _ear(wire.source.box)
    start, end = ports[wire.key, True], ports[wire.key, False]
    end = _moved(end, sides[1], HEAD)
    if wire.waypoints:
        return _through((start, *wire.waypoints, end), sides)
    smooth = _smooth(start, sides[0], end, sides[1], wire)
    points = [at(smooth, i / SAMPLES) for i in range(SAMPLES + 1)]
    others = [box for box in near(_extent(points)) if box not in (wire.source.box, wire.target.box)]
    if not _hits(points[1:-1], others) and not _cuts(points[2:-2], wire):
        return Route((smooth,))
    return _round_about(wire, sides, start, end, near, most) or Route((smooth,))


def _moved(point: Point, side: Side, by: float) -> Point:
    dx, dy = STEPS[side]
    return point[0] + dx * by, point[1] + dy * by


def _smooth(start: Point, leaving: Side, end: Point, entering: Side, wire: Wire) -> Cubic:
    distance = math.dist(start, end)
    if leaving == entering:
        reach = min(90.0 + distance * 0.28, 340.0) + wire.lane % 4 * LANE
    else:
        reach = min(max(distance * 0.42, 30.0), 240.0)
    return start, _moved(start, leaving, reach), _moved(end, entering, reach), end


def _ear(box: Box) -> Route:
    """A loop over the top left corner that returns to the card it left."""
    right, left = box.left + min(74.0, box.width * 0.4), box.left + min(28.0, box.width * 0.15)
    tip = (left, box.top - HEAD)
    summit = ((left + right) / 2, box.top - 66)
    return Route(
        (
            ((right, box.top), (right, box.top - 26), (summit[0] + 40, summit[1]), summit),
            (summit, (summit[0] - 40, summit[1]), (left, box.top - 34), tip),
        )
    )


def _extent(points: Sequence[Point]) -> Box:
    """The region where a card would be in the way of a curve through these points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys)).grown(12)


def _hits(points: Sequence[Point], boxes: Sequence[Box]) -> bool:
    return any(
        box.left - 8 <= x <= box.right + 8 and box.top - 8 <= y <= box.bottom + 8
        for box in boxes
        for x, y in points
    )


def _cuts(points: Sequence[Point], wire: Wire) -> bool:
    """Whether a curve through these points runs through the cards that it joins."""
    cards = (wire.source.box.grown(-2), wire.target.box.grown(-2))
    return any(
        card.left <= x <= card.right and card.top <= y <= card.bottom for card in cards for x, y in points
    )


def _round_about(
    wire: Wire, sides: Sides, start: Point, end: Point, near: Callable[[Box], Sequence[Box]], most: int
) -> Route | None:
    """Round the cards in between, at a distance that differs from lane to lane.

    None where there is no way, or so many cards that a way round them would be harder to follow than a curve.
    """
    leaving, entering = sides
    whole = wire.source.box.joined(wire.target.box)
    boxes = near(whole.grown(REACH))
    if len(boxes) > CROWD:
        return None
    for clearance in (CLEARANCE + wire.lane % 4 * LANE, CLEARANCE / 2):
        first, last = _moved(start, leaving, clearance), _moved(end, entering, max(clearance, 20.0))
        corners = way(boxes, first, leaving, last, (entering + 2) % 4, clearance, most)
        if corners is not None:
            return _rounded([start, *corners, end])
    return None


def _rounded(points: list[Point]) -> Route:
    """Straight pieces with round corners."""
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
    return Route(tuple(cubics))


def _line(start: Point, end: Point) -> Cubic:
    third = ((end[0] - start[0]) / 3, (end[1] - start[1]) / 3)
    return start, (start[0] + third[0], start[1] + third[1]), (end[0] - third[0], end[1] - third[1]), end


def _part_way(start: Point, end: Point, by: float) -> Point:
    length = math.dist(start, end)
    t = by / length if length else 0.0
    return start[0] + t * (end[0] - start[0]), start[1] + t * (end[1] - start[1])


def _through(points: Sequence[Point], sides: Sides) -> Route:
    """A smooth curve through points that people chose (a Catmull-Rom spline as cubics)."""
    before = _moved(points[0], sides[0], -60)
    after = _moved(points[-1], sides[1], -60)
    whole = [before, *points, after]
    cubics: list[Cubic] = []
    for p0, p1, p2, p3 in zip(whole, whole[1:], whole[2:], whole[3:], strict=False):
        c1 = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        c2 = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        cubics.append((p1, c1, c2, p2))
    return Route(tuple(cubics))
