"""Which sides arrows leave and enter, and where on a side.

Within a row, returns leave and enter at the bottom, skips at the top, so that one sees which is which.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeydesk.layout.flow import Course
from journeydesk.layout.routing import End, Side, Sides, Wire
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point

TAKEN = 2_000.0  # what a side costs where branches hang
RETURNS = 200.0  # what it costs a return to run from side to side, where journeys run on
STAYS = 220.0  # how much better other sides must be than those that an arrow has
APART, LEANS = 50.0, 10.0  # between rows; how much more or less keeps an arrow as it lies during a drag
UPRIGHT = (Side.TOP, Side.BOTTOM)
BESIDE = ((Side.RIGHT, Side.RIGHT), (Side.LEFT, Side.LEFT))


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
    if wire.course in (Course.BACK, Course.SKIP):
        arcs = _arcs(wire, kept)
        # Along a column a return is still an arc, so that one sees that it leads back.
        is_bent = not _is_apart(wire, kept) or (wire.course is Course.BACK and arcs[0][0] not in UPRIGHT)
        for pair in arcs if is_bent else ():
            if pair[0] not in source.taken and pair[1] not in target.taken:
                return pair
    return _facing(source, target, kept or (None, None), RETURNS if wire.course is Course.BACK else 0.0)


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
    steep = 0.8 if kept is None else 0.9 if kept in BESIDE else 0.7
    pairs = ((Side.TOP, Side.TOP), (Side.BOTTOM, Side.BOTTOM)) if dx >= dy * steep else BESIDE
    return pairs if wire.course is Course.SKIP else (pairs[1], pairs[0])


def _point_end(point: Point) -> End:
    return End("", Box.around(*point, 1, 1))


def _facing(source: End, target: End, kept: tuple[Side | None, Side | None], sidelong: float = 0.0) -> Sides:
    """The sides that look at each other; of several, those that leave the shortest way and no taken side.

    `sidelong` is what it costs more to run from side to side.
    """
    a, b = source.box, target.box
    across = max(b.left - a.right, a.left - b.right)
    down = max(b.top - a.bottom, a.top - b.bottom)
    sideways = (Side.RIGHT, Side.LEFT) if b.x >= a.x else (Side.LEFT, Side.RIGHT)
    upright = (Side.BOTTOM, Side.TOP) if b.y >= a.y else (Side.TOP, Side.BOTTOM)
    choices: dict[Sides, float] = {
        sideways: sidelong + 400.0 * _want(across, 30) + max(0.0, -across),
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


@dataclass(frozen=True, slots=True)
class _Stub:
    """An end of an arrow at a side: where the other end lies, along the side and away from it.

    `turn` is -1 or 1 for an arc, which comes back to the same side of another card, before or after this one.
    """

    along: float
    away: float
    turn: int
    lane: int
    key: str
    is_source: bool
    end: End


def place_ports(wires: Iterable[Wire], sides: Mapping[str, Sides]) -> dict[tuple[str, bool], Point]:
    """Spreads the ends of arrows over the sides of cards so that they do not cross.

    They come in the order in which the other ends lie. Of two in line, the farther one comes first, for its
    arrow will go over the nearer one. A wide arc lies round a narrow one.
    """
    crowds: dict[tuple[str, Side], list[_Stub]] = {}
    for wire in wires:
        if wire.course is Course.SELF and not wire.waypoints:
            continue
        leaving, entering = sides[wire.key]
        seen_from_source, seen_from_target = wire.target, wire.source
        if wire.waypoints:
            seen_from_source, seen_from_target = _point_end(wire.waypoints[0]), _point_end(wire.waypoints[-1])
        is_arc = leaving is entering and not wire.waypoints
        for end, other, side, is_source in (
            (wire.source, seen_from_source, leaving, True),
            (wire.target, seen_from_target, entering, False),
        ):
            dx, dy = other.box.x - end.box.x, other.box.y - end.box.y
            along, away = (dx, abs(dy)) if side in UPRIGHT else (dy, abs(dx))
            turn = (along > 0) - (along < 0) if is_arc else 0
            crowds.setdefault((end.key, side), []).append(
                _Stub(along, away, turn, wire.lane, wire.key, is_source, end)
            )
    ports: dict[tuple[str, bool], Point] = {}
    for (_, side), crowd in crowds.items():
        for place, stub in enumerate(_in_order(crowd), 1):
            ports[stub.key, stub.is_source] = _port(stub.end.box, side, place / (len(crowd) + 1))
    return ports


def _in_order(crowd: Sequence[_Stub]) -> Iterator[_Stub]:
    """What shares a side, from its beginning to its end."""
    parts: dict[int, list[_Stub]] = {-1: [], 0: [], 1: []}
    for stub in crowd:
        parts[stub.turn].append(stub)
    yield from sorted(parts[-1], key=lambda stub: (-stub.along, stub.lane, stub.key))
    yield from sorted(parts[0], key=lambda stub: (stub.along, -stub.away, stub.lane, stub.key))
    yield from sorted(parts[1], key=lambda stub: (stub.along, stub.lane, stub.key), reverse=True)


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
