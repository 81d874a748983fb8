"""Which arrows run against the course of a graph: without them nothing leads back to where it began."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

PASSES = 20  # over an order, at most, until no two neighbours are better the other way round
LEVEL = 100.0  # board units; what stands less apart along the course is drawn beside one another


@dataclass(frozen=True, slots=True)
class Tie:
    """A directed tie between two numbered things. `room` is how long its label is along the course."""

    source: int
    target: int
    weight: float = 1.0
    room: float = 0.0


def backward(ties: Sequence[Tie], ranks: Sequence[float], drawn: Sequence[float]) -> set[int]:
    """The ties, by their place in the sequence, to be read the other way round.

    `ranks` tell how far on in the journey a thing is (below 0: unknown), `drawn` where it stands along the
    course now. The more of the ties already run onward as drawn, the more the drawing is believed.
    """
    weights = _believed(ties, ranks, drawn)
    knots = _knots(len(ranks), ties)
    within: dict[int, list[int]] = {}
    for number, tie in enumerate(ties):
        if tie.source != tie.target and knots[tie.source] == knots[tie.target]:
            within.setdefault(knots[tie.source], []).append(number)
    found: set[int] = set()
    for numbers in within.values():
        things = sorted({end for number in numbers for end in (ties[number].source, ties[number].target)})
        as_drawn = _as_drawn(things, [ties[number] for number in numbers], weights, numbers, drawn)
        orders = (as_drawn, _greedy(things, [ties[number] for number in numbers], weights, numbers, drawn))
        found |= min(
            (_against(order, numbers, ties) for order in orders),
            key=lambda turned: sum(weights[number] for number in turned),
        )
    return found


def _believed(ties: Sequence[Tie], ranks: Sequence[float], drawn: Sequence[float]) -> list[float]:
    """How much it costs to turn each tie: most where it runs onward as drawn, least where it runs back."""
    steps = [drawn[tie.target] - drawn[tie.source] for tie in ties]
    onward = sum(tie.weight for tie, step in zip(ties, steps, strict=True) if step >= LEVEL)
    against = sum(tie.weight for tie, step in zip(ties, steps, strict=True) if step <= -LEVEL)
    trust = max(0.0, 2 * onward / ((onward + against) or 1.0) - 1)
    weights = []
    for tie, step in zip(ties, steps, strict=True):
        weight = tie.weight
        before, after = ranks[tie.source], ranks[tie.target]
        if min(before, after) >= 0 and before != after:
            weight *= 2.0 if after > before else 0.5
        weight *= 1 + trust * (4 if step >= LEVEL else 3 if step > -LEVEL else -0.5)
        weights.append(weight)
    return weights


def _against(order: Sequence[int], numbers: Sequence[int], ties: Sequence[Tie]) -> set[int]:
    places = {thing: place for place, thing in enumerate(order)}
    return {number for number in numbers if places[ties[number].target] < places[ties[number].source]}


def _as_drawn(
    things: Sequence[int], ties: Sequence[Tie], weights: Sequence[float], numbers: Sequence[int],
    drawn: Sequence[float],
) -> list[int]:  # fmt: skip
    """The order along the course; what is drawn side by side, such as one above the other, as ties lead."""
    costs: dict[tuple[int, int], float] = {}
    for tie, number in zip(ties, numbers, strict=True):
        costs[tie.source, tie.target] = costs.get((tie.source, tie.target), 0.0) + weights[number]
    found = sorted(things, key=lambda thing: (drawn[thing], thing))
    for _ in range(PASSES):
        was_swapped = False
        for place in range(len(found) - 1):
            one, other = found[place : place + 2]
            is_level = abs(drawn[other] - drawn[one]) < LEVEL
            if is_level and costs.get((other, one), 0.0) > costs.get((one, other), 0.0):
                found[place : place + 2] = other, one
                was_swapped = True
        if not was_swapped:
            break
    return found


def _greedy(
    things: Sequence[int], ties: Sequence[Tie], weights: Sequence[float], numbers: Sequence[int],
    drawn: Sequence[float],
) -> list[int]:  # fmt: skip
    """An order in which few ties run back (Eades, Lin and Smyth 1993, with weights)."""
    leaving: dict[int, list[tuple[int, float]]] = {thing: [] for thing in things}
    coming: dict[int, list[tuple[int, float]]] = {thing: [] for thing in things}
    out, into = dict.fromkeys(things, 0.0), dict.fromkeys(things, 0.0)
    for tie, number in zip(ties, numbers, strict=True):
        leaving[tie.source].append((tie.target, weights[number]))
        coming[tie.target].append((tie.source, weights[number]))
        out[tie.source] += weights[number]
        into[tie.target] += weights[number]
    waiting: list[tuple[float, float, int]] = []

    def offer(thing: int) -> None:
        # What nothing leads to comes first; else what gives most and takes least.
        free = not any(other in left for other, _ in coming[thing])
        heapq.heappush(waiting, (-1e18 if free else into[thing] - out[thing], drawn[thing], thing))

    left = set(things)
    for thing in things:
        offer(thing)
    order = []
    while waiting:
        _, _, thing = heapq.heappop(waiting)
        if thing not in left:
            continue
        left.remove(thing)
        order.append(thing)
        for other, weight in leaving[thing]:
            into[other] -= weight
        for other, weight in coming[thing]:
            out[other] -= weight
        for other in {other for other, _ in (*leaving[thing], *coming[thing])} & left:
            offer(other)
    return order


def _knots(count: int, ties: Sequence[Tie]) -> list[int]:
    """For each thing the number of its knot: things share one where each leads to the other (Tarjan 1972)."""
    onward: list[list[int]] = [[] for _ in range(count)]
    for tie in ties:
        onward[tie.source].append(tie.target)
    index, low, knot = [-1] * count, [0] * count, [-1] * count
    stack: list[int] = []
    clock = 0
    for first in range(count):
        if index[first] >= 0:
            continue
        work = [(first, iter(onward[first]))]
        index[first] = low[first] = clock
        clock += 1
        stack.append(first)
        while work:
            thing, others = work[-1]
            for other in others:
                if index[other] < 0:
                    index[other] = low[other] = clock
                    clock += 1
                    stack.append(other)
                    work.append((other, iter(onward[other])))
                    break
                if knot[other] < 0:
                    low[thing] = min(low[thing], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[thing])
                if low[thing] == index[thing]:
                    while knot[thing] < 0:
                        knot[stack.pop()] = thing
    return knot
