"""A layered layout: ties run onward from layer to layer, cross seldom, and are short and straight.

The steps are those of Sugiyama, Tagawa and Toda (1981): turn what runs back, choose layers, order each of
them, straighten. Every step begins with the drawing as it is and changes it only where that gains something,
so that people find their things again, and a tidy drawing stays as it is.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from journeydesk.layout.crossings import Adjacent, ordered
from journeydesk.layout.cycles import Tie, backward
from journeydesk.layout.layers import Pair, layers, spread
from journeydesk.layout.lines import straightened

LONGEST = 12  # layers that a tie may pass and still be kept free of things
BENDS = 2  # waypoints of long ties for each thing, at most
SLIM = 10.0  # half of the room that a passing tie takes
FLAT = 0.7  # layers twice as high as this part of the side of a square drawing become several

Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """What is placed. `x` runs along the course, `y` across; reaches are measured from x, y outwards.

    `rank` tells how far on in the journey it is; below 0 where that is unknown.
    """

    x: float
    y: float
    left: float
    top: float
    right: float
    bottom: float
    rank: float = -1.0


@dataclass(frozen=True, slots=True)
class Gaps:
    """The least room between layers, and between neighbours in one."""

    layer: float
    row: float


class StoppedError(Exception):
    """The work is not wanted any more."""


@dataclass(slots=True)
class _Net:
    """Items and waypoints of long ties, by number: their layers, and the ties from layer to layer."""

    at: list[int]
    drawn: list[float]
    up: Adjacent = field(default_factory=list)
    down: Adjacent = field(default_factory=list)

    def tie(self, source: int, target: int, weight: float) -> None:
        self.down[source].append((target, weight))
        self.up[target].append((source, weight))

    def bend(self, layer: int, drawn: float) -> int:
        self.at.append(layer)
        self.drawn.append(drawn)
        self.up.append([])
        self.down.append([])
        return len(self.at) - 1


def layered(
    items: Sequence[Item], ties: Sequence[Tie], gaps: Gaps, stop: Callable[[], bool] | None = None
) -> list[tuple[float, float]]:
    """New middles for the items, in their order. Raises StoppedError once `stop` says so."""

    def check() -> None:
        if stop is not None and stop():
            raise StoppedError

    pairs, rooms, back = _onward(items, ties)
    check()
    at = _layers(items, pairs, gaps)
    check()
    net = _net(items, [pair for pair in pairs if pair[:2] not in back or at[pair[1]] == at[pair[0]] + 1], at)
    rows: list[list[int]] = [[] for _ in range(max(at, default=-1) + 1)]
    for thing, layer in enumerate(net.at):
        rows[layer].append(thing)
    rows = ordered(rows, net.up, net.down, net.drawn)
    check()
    steps = [_steps(row, items, gaps.row) for row in rows]
    across = straightened(rows, steps, net.up, net.down)
    check()
    along = _columns(items, at, len(rows), [(at[a], at[b], room) for (a, b), room in rooms.items()], gaps)
    return [(along[at[number]], across[number]) for number in range(len(items))]


def _onward(items: Sequence[Item], ties: Sequence[Tie]) -> tuple[list[Pair], dict[Ends, float], set[Ends]]:
    """Ties as pairs that lead onward, the same ones joined; their labels' room, and which only lead back."""
    real = [tie for tie in ties if tie.source != tie.target]
    turned = backward(real, [item.rank for item in items], [item.x for item in items])
    weights: dict[Ends, float] = {}
    rooms: dict[Ends, float] = {}
    onward: set[Ends] = set()
    for number, tie in enumerate(real):
        pair = (tie.target, tie.source) if number in turned else (tie.source, tie.target)
        weights[pair] = weights.get(pair, 0.0) + (tie.weight * 0.5 if number in turned else tie.weight)
        rooms[pair] = max(rooms.get(pair, 0.0), tie.room)
        if number not in turned:
            onward.add(pair)
    pairs = [(source, target, weights[source, target]) for source, target in sorted(weights)]
    return pairs, rooms, weights.keys() - onward


def _layers(items: Sequence[Item], pairs: Sequence[Pair], gaps: Gaps) -> list[int]:
    drawn = [item.x for item in items]
    heights = [item.top + item.bottom + gaps.row for item in items]
    widths = [item.left + item.right + gaps.layer for item in items]
    side = math.sqrt(sum(width * height for width, height in zip(widths, heights, strict=True)))
    most = max(FLAT * side, *heights, 1.0) if items else 1.0
    return spread(layers(len(items), pairs, drawn), heights, most, drawn)


def _net(items: Sequence[Item], pairs: Sequence[Pair], at: Sequence[int]) -> _Net:
    count = len(items)
    net = _Net(list(at), [item.y for item in items], [[] for _ in items], [[] for _ in items])
    most = BENDS * count + 100
    for source, target, weight in pairs:
        first, last = at[source], at[target]
        if last - first == 1:
            net.tie(source, target, weight)
        elif last - first <= LONGEST and len(net.at) - count < most:
            start, end, before = items[source].y, items[target].y, source
            for layer in range(first + 1, last):
                part = (layer - first) / (last - first)
                bend = net.bend(layer, start + part * (end - start))
                net.tie(before, bend, weight)
                before = bend
            net.tie(before, target, weight)
    return net


def _steps(row: Sequence[int], items: Sequence[Item], gap: float) -> list[float]:
    """How far each thing of a row must be from the one before it."""
    steps, before, was_item = [0.0] * len(row), 0.0, False
    for place, thing in enumerate(row):
        is_item = thing < len(items)
        between = gap if is_item and was_item else gap / 2 if is_item or was_item else 0.0
        steps[place] = before + between + (items[thing].top if is_item else SLIM)
        before, was_item = items[thing].bottom if is_item else SLIM, is_item
    return steps


def _columns(
    items: Sequence[Item], at: Sequence[int], count: int, rooms: Sequence[tuple[int, int, float]], gaps: Gaps
) -> list[float]:
    """Where each layer's middles stand along the course; labels of ties to the next layer find room."""
    left, right, between = [0.0] * count, [0.0] * count, [gaps.layer] * count
    for item, layer in zip(items, at, strict=True):
        left[layer], right[layer] = max(left[layer], item.left), max(right[layer], item.right)
    for first, last, room in rooms:
        if last == first + 1:
            between[first] = max(between[first], gaps.layer * 0.6 + room)
    found: list[float] = []
    for layer in range(count):
        before = found[-1] + right[layer - 1] + between[layer - 1] if layer else 0.0
        found.append(before + left[layer])
    return found
