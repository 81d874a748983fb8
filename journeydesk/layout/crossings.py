"""In which order the things of each layer stand, so that few ties cross."""

from collections.abc import Sequence
from itertools import pairwise

Adjacent = list[list[tuple[int, float]]]  # for each thing those it is tied to in the next layer, with weights

MANY = 3_000
SWEEPS, FEW_SWEEPS = 24, 4
PATIENCE = 5  # sweeps without gain


def ordered(
    rows: Sequence[Sequence[int]], up: Adjacent, down: Adjacent, drawn: Sequence[float]
) -> list[list[int]]:
    """The things of each layer in a new order. They begin in the order in which they are `drawn`.

    `up` and `down` lead to the layer before and the layer after. Of several orders that cross as little, the
    one that was found first stays: a drawing that is tidy already is not changed.
    """
    begun = [sorted(row, key=lambda thing: (drawn[thing], thing)) for row in rows]
    if len(drawn) > MANY:
        return _swept(begun, up, down, FEW_SWEEPS)[1]
    crossed, best = _swept(begun, up, down, SWEEPS)
    if crossed:
        again, other = _swept(_walked(rows, up, down), up, down, SWEEPS)
        if again < crossed * 0.8:
            best = other
    return best


def _swept(rows: list[list[int]], up: Adjacent, down: Adjacent, sweeps: int) -> tuple[float, list[list[int]]]:
    """Sweeps to and fro (Sugiyama, Tagawa and Toda 1981); gives how much crosses, and the best order."""
    best, fewest = [list(row) for row in rows], crossings(rows, down)
    idle = 0
    for sweep in range(sweeps):
        if not fewest or idle >= PATIENCE:
            break
        rows = _barycentres(rows, up if sweep % 2 == 0 else down, sweep % 2 == 0)
        if sweeps > FEW_SWEEPS:
            _transpose(rows, up, down)
        crossed = crossings(rows, down)
        idle += 1
        if crossed < fewest - 1e-9:
            best, fewest, idle = [list(row) for row in rows], crossed, 0
    return fewest, best


def _walked(rows: Sequence[Sequence[int]], up: Adjacent, down: Adjacent) -> list[list[int]]:
    """Another beginning: as one comes upon the things by following the ties."""
    met: dict[int, int] = {}
    for start in (thing for row in rows for thing in row):
        waiting = [start]
        while waiting:
            thing = waiting.pop()
            if thing not in met:
                met[thing] = len(met)
                waiting += [other for other, _ in (*up[thing], *down[thing]) if other not in met]
    return [sorted(row, key=lambda thing: met[thing]) for row in rows]


def _barycentres(rows: list[list[int]], adjacent: Adjacent, onward: bool) -> list[list[int]]:
    """Every layer ordered by the middle of what its things are tied to in the layer swept before."""
    made = [list(row) for row in rows]
    places: dict[int, int] = {}
    turns = range(len(made)) if onward else range(len(made) - 1, -1, -1)
    for at in turns:
        row = made[at]
        pulled = {}
        for thing in row:
            whole = total = 0.0
            for other, weight in adjacent[thing]:
                whole += weight
                total += weight * places[other]
            pulled[thing] = total / whole if whole else None
        made[at] = row = _merged(row, pulled)
        places = {thing: place for place, thing in enumerate(row)}
    return made


def _merged(row: list[int], pulled: dict[int, float | None]) -> list[int]:
    """The things that are pulled in the order of their pull; the others stay where they are in the row."""
    free = iter(sorted((thing for thing in row if pulled[thing] is not None), key=lambda at: pulled[at] or 0))
    return [thing if pulled[thing] is None else next(free) for thing in row]


def _transpose(rows: list[list[int]], up: Adjacent, down: Adjacent) -> None:
    """Swaps neighbours as long as that saves crossings."""
    places = {thing: place for row in rows for place, thing in enumerate(row)}
    for _ in range(4):
        gained = False
        for row in rows:
            for at in range(len(row) - 1):
                one, other = row[at], row[at + 1]
                saved = 0.0
                for adjacent in (up, down):
                    if adjacent[one] and adjacent[other]:
                        saved += _between(adjacent[one], adjacent[other], places)
                if saved > 1e-9:
                    row[at], row[at + 1] = other, one
                    places[one], places[other] = at + 1, at
                    gained = True
        if not gained:
            return


def _between(
    one: Sequence[tuple[int, float]], other: Sequence[tuple[int, float]], places: dict[int, int]
) -> float:
    """How much less crosses when two neighbours are swapped."""
    saved = 0.0
    for first, weight in one:
        here = places[first]
        for second, heavy in other:
            there = places[second]
            if here > there:
                saved += weight * heavy
            elif here < there:
                saved -= weight * heavy
    return saved


def crossings(rows: Sequence[Sequence[int]], down: Adjacent) -> float:
    """How much crosses between all layers; two ties that cross count as the product of their weights."""
    return sum(_crossed(row, after, down) for row, after in pairwise(rows))


def _crossed(row: Sequence[int], after: Sequence[int], down: Adjacent) -> float:
    places = {thing: place for place, thing in enumerate(after)}
    tree = [0.0] * (len(after) + 1)
    total = crossed = 0.0
    for thing in row:
        ends = [(places[other], weight) for other, weight in down[thing]]
        for place, weight in ends:
            at, before = place + 1, 0.0
            while at:
                before += tree[at]
                at &= at - 1
            crossed += weight * (total - before)
        for place, weight in ends:
            at = place + 1
            while at <= len(after):
                tree[at] += weight
                at += at & -at
            total += weight
    return crossed
