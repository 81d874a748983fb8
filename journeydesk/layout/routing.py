"""The ways of arrows, from a side of a card to a side of another.

An arrow runs as one smooth curve where nothing is in its way, and else round the cards in straight pieces
with wide round corners. Only cards that are in the way count: others, however near, change nothing.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from journeydesk.layout.bends import off_line, through
from journeydesk.layout.clearance import in_way
from journeydesk.layout.corners import rounded
from journeydesk.layout.corridors import MOST_STATES, STEPS, way
from journeydesk.layout.flow import Course
from journeydesk.layout.stretching import starts_at, stretched
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Cubic, Point, at

CLEARANCE = 20.0
NARROW = 10.0  # where there is no way at that distance
MARGIN = 8.0  # a smooth curve comes no closer to a card
LANE = 8.0  # between arrows that run side by side
HEAD = 6.0  # from an arrow's tip to the card
SAMPLES = 24
REACH = 240.0  # how far around its ends an arrow looks for a way
DETOUR, NEAR = 3.0, 400.0  # a way is no longer than so many times the distance, and this
SAME = 1e-6  # board units that are lost where numbers are rounded
CROWD = 40  # cards in the way of one arrow, at most


class Side(IntEnum):
    """A side of a card; also the direction in which an arrow leaves it, an index into `corridors.STEPS`."""

    RIGHT = 0
    BOTTOM = 1
    LEFT = 2
    TOP = 3


EARS = (
    *((side, False) for side in (Side.TOP, Side.BOTTOM)),
    *((side, True) for side in (Side.TOP, Side.BOTTOM)),
    *((side, False) for side in (Side.RIGHT, Side.LEFT)),
)


@dataclass(frozen=True, slots=True)
class End:
    """One end of an arrow: the card, and the sides that what hangs on it takes.

    `inset` is how far from its corners the card's outline reaches its box.
    """

    key: str
    box: Box
    taken: frozenset[Side] = frozenset()
    inset: float = 0.0


@dataclass(frozen=True, slots=True)
class Wire:
    """An arrow to be routed. `lane` tells arrows apart that run the same way."""

    key: str
    source: End
    target: End
    course: Course
    lane: int = 0
    waypoints: tuple[Point, ...] = ()


def shift_between(before: Wire | None, after: Wire) -> Point | None:
    """How far an arrow has moved as a whole; None where it has not, or has become another one besides."""
    if before is None or (before.key, before.course, before.lane) != (after.key, after.course, after.lane):
        return None
    dx, dy = after.source.box.left - before.source.box.left, after.source.box.top - before.source.box.top
    if not (dx or dy) or len(before.waypoints) != len(after.waypoints):
        return None
    ends = ((before.source, after.source), (before.target, after.target))
    bends = zip(before.waypoints, after.waypoints, strict=True)
    alike = all(_has_gone(*pair, dx, dy) for pair in ends) and all(
        abs(x + dx - to_x) < SAME and abs(y + dy - to_y) < SAME for (x, y), (to_x, to_y) in bends
    )
    return (dx, dy) if alike else None


def _has_gone(before: End, after: End, dx: float, dy: float) -> bool:
    """Whether an end is the same, so far away."""
    old, new = before.box, after.box
    return (
        (before.key, before.taken, before.inset) == (after.key, after.taken, after.inset)
        and abs(old.left + dx - new.left) < SAME
        and abs(old.right + dx - new.right) < SAME
        and abs(old.top + dy - new.top) < SAME
        and abs(old.bottom + dy - new.bottom) < SAME
    )


@dataclass(frozen=True, slots=True)
class Route:
    """The way of an arrow: cubics that follow one another from card to card.

    `corners` are those of straight pieces that lead round cards, before they were made round.
    """

    cubics: tuple[Cubic, ...]
    corners: tuple[Point, ...] = ()

    def points(self, each: int = 12) -> list[Point]:
        """Points along the way, `each` to a cubic."""
        found = [self.cubics[0][0]]
        found.extend(at(cubic, i / each) for cubic in self.cubics for i in range(1, each + 1))
        return found

    def moved(self, dx: float, dy: float) -> "Route":
        """The same way somewhere else."""
        return Route(
            tuple(
                ((ax + dx, ay + dy), (bx + dx, by + dy), (cx + dx, cy + dy), (ex + dx, ey + dy))
                for (ax, ay), (bx, by), (cx, cy), (ex, ey) in self.cubics
            ),
            tuple((x + dx, y + dy) for x, y in self.corners),
        )

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

    def nearest(self, point: Point) -> tuple[float, float]:
        """The part of the whole length, 0 to 1, at which the way comes nearest to a point, and how near."""
        best, found, walked = math.inf, 0.0, 0.0
        points = self.points()
        for a, b in pairwise(points):
            length = math.dist(a, b)
            if (distance := off_line(point, a, b)) < best:
                dx, dy = b[0] - a[0], b[1] - a[1]
                along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length if length else 0.0
                best, found = distance, walked + max(0.0, min(length, along))
            walked += length
        return found / walked if walked else 0.0, best

    @property
    def length(self) -> float:
        points = self.points()
        return sum(math.dist(a, b) for a, b in pairwise(points))


Near = Callable[[Box], Sequence[Box]]  # the cards that lie in or close to a box
Sides = tuple[Side, Side]
Ports = Mapping[
    tuple[str, bool], Point
]  # (wire's key, whether it is the source's end) -> the point on the card


def route(
    wire: Wire,
    sides: Sides,
    ports: Ports,
    near: Near,
    most: int = MOST_STATES,
    margin: float = MARGIN,
    before: Route | None = None,
) -> Route:
    """The way of an arrow between its ports. `near` gives the cards that lie in or close to a box.

    A search for a way round them gives up after `most` states; a curve closer than `margin` to a card is led
    round it. The way that it had `before`, a moment ago, is kept as long as no card is in that.
    """
    if wire.course is Course.SELF and not wire.waypoints:
        return _ear(wire.source, near)
    if wire.waypoints:
        return _past_bends(wire, bent(wire, sides, ports), near, most, margin)
    start, end = ports[wire.key, True], _moved(ports[wire.key, False], sides[1], HEAD)
    smooth = _smooth(start, sides[0], end, sides[1], wire)
    points = [at(smooth, i / SAMPLES) for i in range(SAMPLES + 1)]
    others = [box for box in near(_extent(points)) if box not in (wire.source.box, wire.target.box)]
    blocked = in_way(points[1:-1], others, margin)
    if not blocked and not _cuts(points[2:-2], wire):
        return Route((smooth,))
    own = (wire.source.box, wire.target.box)
    region = own[0].joined(own[1])
    if before is not None and (kept := _kept(before, own, region, sides, start, end, near)) is not None:
        return kept
    return _round_about(own, region, wire.lane, sides, start, end, near, blocked, most) or Route((smooth,))


def bent(wire: Wire, sides: Sides, ports: Ports) -> tuple[Cubic, ...]:
    """The curve from a card to another through the bends that people chose, whatever is in its way."""
    start, end = ports[wire.key, True], _moved(ports[wire.key, False], sides[1], HEAD)
    (dx, dy), (ex, ey) = STEPS[sides[0]], STEPS[sides[1]]
    return through((start, *wire.waypoints, end), (dx, dy), (-ex, -ey))


def _past_bends(wire: Wire, cubics: Sequence[Cubic], near: Near, most: int, margin: float) -> Route:
    """Through the bends, and between them round the cards, but for those on which people put a bend."""
    own, found = (wire.source.box, wire.target.box), list[Cubic]()
    for cubic in cubics:
        (start, first, second, end), points = cubic, [at(cubic, i / SAMPLES) for i in range(SAMPLES + 1)]
        others = [box for box in near(_extent(points)) if box not in own]
        blocked = [
            box for box in in_way(points[1:-1], others, margin) if not _is_over(box.grown(NARROW), start, end)
        ]
        detour = None
        if blocked:
            sides = _heading(start, first), Side((_heading(second, end) + 2) % 4)
            region = Box(*start, *start).joined(Box(*end, *end))
            detour = _round_about(own, region, wire.lane, sides, start, end, near, blocked, most)
        found += detour.cubics if detour is not None else (cubic,)
    return Route(tuple(found))


def _heading(start: Point, end: Point) -> Side:
    """In which direction a line leads mainly."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    if abs(dx) >= abs(dy):
        return Side.RIGHT if dx >= 0 else Side.LEFT
    return Side.BOTTOM if dy >= 0 else Side.TOP


def _moved(point: Point, side: Side, by: float) -> Point:
    dx, dy = STEPS[side]
    return point[0] + dx * by, point[1] + dy * by


def _smooth(start: Point, leaving: Side, end: Point, entering: Side, wire: Wire) -> Cubic:
    distance = math.dist(start, end)
    if leaving == entering:
        # Wide arcs grow so that they stay outside narrow ones from the same card.
        reach = min(90.0 + distance * 0.28, max(340.0, 11.0 * math.sqrt(distance))) + wire.lane % 4 * LANE
    else:
        reach = min(max(distance * 0.42, 30.0), 240.0)
    return start, _moved(start, leaving, reach), _moved(end, entering, reach), end


def _ear(end: End, near: Near) -> Route:
    """A loop that returns to the card it left: over its top left corner, or where there is room for it."""
    ears = [_ear_at(end, side, mirrored) for side, mirrored in EARS if side not in end.taken]
    ears = ears or [_ear_at(end, *EARS[0])]
    for ear in ears:
        region = _extent(ear.points(6))
        if not any(box.meets(region) for box in near(region) if box != end.box):
            return ear
    return ears[0]


def _ear_at(end: End, side: Side, mirrored: bool) -> Route:
    """A loop at a side, near its beginning or, mirrored, near its end."""
    box, flat = end.box, side in (Side.TOP, Side.BOTTOM)
    room = box.width if flat else box.height
    near = min(max(28.0, end.inset), room * 0.25) if flat else room * 0.12
    far = min(near + 46.0, room * 0.6) if flat else room * 0.88
    middle, out = (near + far) / 2, 66.0 if flat else 54.0

    def place(along: float, away: float) -> Point:
        along = room - along if mirrored else along
        match side:
            case Side.TOP:
                return box.left + along, box.top - away
            case Side.BOTTOM:
                return box.left + along, box.bottom + away
            case Side.LEFT:
                return box.left - away, box.top + along
        return box.right + away, box.top + along

    rise = (place(far, 0), place(far, 26), place(middle + 40, out), place(middle, out))
    fall = (place(middle, out), place(middle - 40, out), place(near, 34), place(near, HEAD))
    return Route((rise, fall))


def _extent(points: Sequence[Point]) -> Box:
    """The region where a card would be in the way of a curve through these points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys)).grown(12)


def _cuts(points: Sequence[Point], wire: Wire) -> bool:
    """Whether a curve through these points runs through the cards that it joins."""
    cards = (wire.source.box.grown(-2), wire.target.box.grown(-2))
    return any(
        card.left <= x <= card.right and card.top <= y <= card.bottom for card in cards for x, y in points
    )


def _round_about(
    own: tuple[Box, Box],
    region: Box,
    lane: int,
    sides: Sides,
    start: Point,
    end: Point,
    near: Near,
    blocked: Sequence[Box],
    most: int,
) -> Route | None:
    """Round the cards in and around a region, at a distance that differs from lane to lane.

    None where there is no way, or so many cards that a way round them would be harder to follow than a curve.
    """
    boxes = [box for box in near(region.grown(REACH)) if box not in own]
    wide = CLEARANCE + lane % 4 * LANE
    for clearance, is_pressed in ((wide, False), (NARROW, False), (NARROW, True)):
        first = _moved(start, sides[0], clearance)
        last = _moved(end, sides[1], max(clearance, 20.0))
        if is_pressed:  # cards that lie over an end cannot be avoided, but the others can
            boxes = [box for box in boxes if not _is_over(box.grown(clearance - 0.5), first, last)]
        known = [*own, *(box for box in blocked if box in boxes)]
        while len(known) <= CROWD:
            corners = way(known, first, sides[0], last, (sides[1] + 2) % 4, clearance, most)
            if corners is None:
                break
            met = [box for box in in_way(corners, boxes, clearance - 1) if box not in known]
            if not met:
                return _round((start, *corners, end)) if _leads(corners, start, end) else None
            known += met
    return None


def _kept(
    before: Route,
    own: tuple[Box, Box],
    region: Box,
    sides: Sides,
    start: Point,
    end: Point,
    near: Near,
) -> Route | None:
    """The way that an arrow had a moment ago, between ends that have moved; None where cards lie in it."""
    (old_start, *_), (*_, old_end) = before.cubics[0], before.cubics[-1]
    out = starts_at(before.corners, old_start, sides[0])
    back = starts_at(before.corners[::-1], old_end, sides[1])
    if not out or not back:
        return None
    first, last = _moved(start, sides[0], out), _moved(end, sides[1], back)
    corners = stretched(before.corners, first, sides[0], last, (sides[1] + 2) % 4)
    if corners is None or not _leads(corners, start, end):
        return None
    if in_way(corners, (*own, *(box for box in near(region.grown(REACH)) if box not in own)), NARROW - 1):
        return None
    return _round((start, *corners, end))


def _is_over(box: Box, *points: Point) -> bool:
    return any(box.holds(*point) for point in points)


def _round(points: tuple[Point, ...]) -> Route:
    return Route(rounded(points), points[1:-1])


def _leads(corners: Sequence[Point], start: Point, end: Point) -> bool:
    """Whether a way is one that an eye would follow, and not all around cards that lie close together."""
    length = sum(math.dist(a, b) for a, b in pairwise(corners))
    return length <= DETOUR * math.dist(start, end) + NEAR
