"""Which sides arrows leave and enter, and where on a side.

Returns leave and enter at the bottom, skips within a row at the top, so that one sees which is which.
"""

from collections.abc import Iterable, Mapping

from journeydesk.layout.flow import Course
from journeydesk.layout.routing import End, Side, Sides, Wire
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point

TAKEN = 2_000.0  # what a side costs where branches hang
STAYS = 220.0  # how much better other sides must be than those that an arrow has
APART, LEANS = 50.0, 10.0  # between rows; how much more or less keeps an arrow as it lies during a drag
UPRIGHT = (Side.TOP, Side.BOTTOM)


def choose_sides(wire: Wire, kept: Sides | None = None) -> Sides:
    """The sides at which an arrow leaves and enters.

    `kept` are those that it had a moment ago, during a drag: it leaves them only for clearly better ones, so
    that it does not flicker.
    """
    if wire.course is Course.SELF and not wire.waypoints:
        return Side.TOP, Side.TOP
    source, target = wire.source, wire.target
    if wire.waypoints:
        first, last = _point_end(wire.waypoints[0]), _point_end(wire.waypoints[-1])
        leaving, _ = _facing(source, first, (kept[0], None) if kept else (None, None))
        _, entering = _facing(last, target, (None, kept[1]) if kept else (None, None))
        return leaving, entering
    if wire.course is Course.BACK or (wire.course is Course.SKIP and not _is_apart(wire, kept)):
        for pair in _arcs(wire, kept):
            if pair[0] not in source.taken and pair[1] not in target.taken:
                return pair
    return _facing(source, target, kept or (None, None))


def _is_apart(wire: Wire, kept: Sides | None) -> bool:
    """Whether one card lies wholly above the other, so that the way between them leaves the row by itself."""
    a, b = wire.source.box, wire.target.box
    room = APART if kept is None else APART + LEANS if kept[0] == kept[1] else APART - LEANS
    return max(b.top - a.bottom, a.top - b.bottom) >= room


def _arcs(wire: Wire, kept: Sides | None) -> tuple[Sides, Sides]:
    """Over and under, or along both sides, the one first that tells the course."""
    dx, dy = (
        abs(wire.target.box.x - wire.source.box.x),
        abs(wire.target.box.y - wire.source.box.y),
    )
    steep = 0.8 if kept is None else 0.7 if kept[0] in UPRIGHT else 0.9
    if dx >= dy * steep:
        pairs = ((Side.TOP, Side.TOP), (Side.BOTTOM, Side.BOTTOM))
    else:
        pairs = ((Side.RIGHT, Side.RIGHT), (Side.LEFT, Side.LEFT))
    return pairs if wire.course is Course.SKIP else (pairs[1], pairs[0])


def _point_end(point: Point) -> End:
    return End("", Box.around(*point, 1, 1))


def _facing(source: End, target: End, kept: tuple[Side | None, Side | None]) -> Sides:
    """The sides that look at each other; of several, those that leave the shortest way and no taken side."""
    a, b = source.box, target.box
    across = max(b.left - a.right, a.left - b.right)
    down = max(b.top - a.bottom, a.top - b.bottom)
    sideways = (Side.RIGHT, Side.LEFT) if b.x >= a.x else (Side.LEFT, Side.RIGHT)
    upright = (Side.BOTTOM, Side.TOP) if b.y >= a.y else (Side.TOP, Side.BOTTOM)
    choices: dict[Sides, float] = {
        sideways: 400.0 * _want(across, 30) + max(0.0, -across),
        upright: 400.0 * _want(down, 30) + max(0.0, -down),
        (sideways[0], upright[1]): 60.0 + 540.0 * max(_want(across, 30), _want(down, 10)),
        (upright[0], sideways[1]): 60.0 + 540.0 * max(_want(across, 10), _want(down, 30)),
    }
    choices[sideways] += max(0.0, abs(b.y - a.y) - across) * 0.6
    choices[upright] += max(0.0, abs(b.x - a.x) - down) * 0.6
    if source.taken or target.taken:  # then an arrow may have to go round what hangs there
        choices[Side.RIGHT, Side.RIGHT] = 560.0 + abs(b.right - a.right) * 0.2
        choices[Side.LEFT, Side.LEFT] = 561.0 + abs(b.left - a.left) * 0.2

    def cost(sides: Sides) -> float:
        taken = (sides[0] in source.taken) + (sides[1] in target.taken)
        return choices[sides] + TAKEN * taken - STAYS * ((sides[0] is kept[0]) + (sides[1] is kept[1])) / 2

    return min(choices, key=cost)


def _want(gap: float, room: float) -> float:
    """How much of the room between two cards is wanting, 0 to 1: by degrees, so that nothing jumps."""
    return min(1.0, max(0.0, 1.0 - gap / room))


def place_ports(wires: Iterable[Wire], sides: Mapping[str, Sides]) -> dict[tuple[str, bool], Point]:
    """Spreads the ends of arrows over the sides of cards, in the order in which the other ends lie."""
    crowds: dict[tuple[str, Side], list[tuple[float, int, str, bool, End]]] = {}
    for wire in wires:
        if wire.course is Course.SELF and not wire.waypoints:
            continue
        leaving, entering = sides[wire.key]
        seen_from_source, seen_from_target = wire.target, wire.source
        if wire.waypoints:
            seen_from_source, seen_from_target = _point_end(wire.waypoints[0]), _point_end(wire.waypoints[-1])
        for end, other, side, is_source in (
            (wire.source, seen_from_source, leaving, True),
            (wire.target, seen_from_target, entering, False),
        ):
            rank = other.box.x if side in UPRIGHT else other.box.y
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
