"""Where things stand across the course, with their order in each layer given: ties become straight."""

from collections.abc import Sequence

from journeydesk.layout.crossings import Adjacent

ROUNDS = 6
FEW_ROUNDS = 2
MANY = 5_000


def median(pulls: Sequence[tuple[float, float]]) -> float:
    """The weighted median of (place, weight): the middle of two where both halves weigh the same."""
    if len(pulls) == 1:
        return pulls[0][0]
    ranked = sorted(pulls)
    half = sum(weight for _, weight in ranked) / 2
    weighed = 0.0
    for at, (place, weight) in enumerate(ranked):
        weighed += weight
        if abs(weighed - half) <= 1e-9 * half and at + 1 < len(ranked):
            return (place + ranked[at + 1][0]) / 2
        if weighed >= half:
            return place
    return ranked[-1][0]


def settled(wanted: Sequence[float], weights: Sequence[float], steps: Sequence[float]) -> list[float]:
    """The places nearest to those wanted at which each is at least its step after the one before it.

    Least weighted distance in all, by pooling neighbours that want the same place; `steps[0]` counts for
    nothing.
    """
    offsets: list[float] = []
    offset = 0.0
    for at, step in enumerate(steps):
        offset += step if at else 0.0
        offsets.append(offset)
    pools: list[tuple[float, list[tuple[float, float]], int]] = []
    for place, weight, offset in zip(wanted, weights, offsets, strict=True):
        middle, pulls, count = place - offset, [(place - offset, weight)], 1
        while pools and pools[-1][0] > middle:
            _, others, more = pools.pop()
            pulls = others + pulls
            pulls.sort()
            count += more
            middle = median(pulls)
        pools.append((middle, pulls, count))
    levels = [middle for middle, _, count in pools for _ in range(count)]
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]


def straightened(
    rows: Sequence[Sequence[int]], steps: Sequence[Sequence[float]], up: Adjacent, down: Adjacent
) -> list[float]:
    """The place of every thing across the course. It follows from the order in the rows alone.

    `steps` are the least distances, row by row, from one thing to the next.
    """
    places = [0.0] * len(up)
    for row, step in zip(rows, steps, strict=True):
        place = -sum(step[1:]) / 2
        for at, thing in enumerate(row):
            place += step[at] if at else 0.0
            places[thing] = place
    rounds = ROUNDS if len(places) <= MANY else FEW_ROUNDS
    for turn in range(2 * rounds):
        onward = turn % 2 == 0
        last = turn >= 2 * rounds - 2
        turns = range(len(rows)) if onward else range(len(rows) - 1, -1, -1)
        for at in turns:
            wanted, weights = [], []
            for thing in rows[at]:
                pulls = up[thing] if onward else down[thing]
                if last or not pulls:
                    pulls = up[thing] + down[thing]
                if pulls:
                    wanted.append(median([(places[other], weight) for other, weight in pulls]))
                    weights.append(sum(weight for _, weight in pulls))
                else:
                    wanted.append(places[thing])
                    weights.append(0.1)
            _settle(rows[at], steps[at], places, wanted, weights)
    return places


def _settle(
    row: Sequence[int], step: Sequence[float], places: list[float], wanted: Sequence[float],
    weights: Sequence[float],
) -> None:  # fmt: skip
    for thing, place in zip(row, settled(wanted, weights, step), strict=True):
        places[thing] = place
