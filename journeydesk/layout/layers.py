"""In which layer, from the first to the last, each thing of a graph without cycles stands."""

from collections.abc import Sequence

Pair = tuple[int, int, float]  # source, target, weight

ROUNDS = 8


def layers(count: int, pairs: Sequence[Pair], drawn: Sequence[float]) -> list[int]:
    """The layer of each thing, from 0: every pair leads onward, and pairs are short.

    Where several layers are as good, a thing goes to the one in which it stands among the others as `drawn`.
    """
    coming: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    leaving: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for source, target, weight in pairs:
        leaving[source].append((target, weight))
        coming[target].append((source, weight))
    order = _sorted(count, leaving, [len(before) for before in coming])
    found = [0] * count
    for thing in order:
        found[thing] = max((found[other] + 1 for other, _ in coming[thing]), default=0)
    for turn in range(ROUNDS):
        if not _tighten(order if turn % 2 else order[::-1], coming, leaving, found, drawn):
            break
    lowest = min(found, default=0)
    return [layer - lowest for layer in found]


def _sorted(count: int, leaving: Sequence[Sequence[tuple[int, float]]], waiting: list[int]) -> list[int]:
    """All things, each after those that lead to it."""
    order = [thing for thing in range(count) if not waiting[thing]]
    for thing in order:
        for other, _ in leaving[thing]:
            waiting[other] -= 1
            if not waiting[other]:
                order.append(other)
    return order


def _tighten(
    order: Sequence[int],
    coming: Sequence[Sequence[tuple[int, float]]],
    leaving: Sequence[Sequence[tuple[int, float]]],
    found: list[int],
    drawn: Sequence[float],
) -> bool:
    """Moves each thing towards where its ties pull; tells whether any moved."""
    moved = False
    columns: dict[int, tuple[float, int]] | None = None
    for thing in order:
        before, after = coming[thing], leaving[thing]
        if not before and not after:
            continue
        lowest = max((found[other] + 1 for other, _ in before), default=-1_000_000)
        highest = min((found[other] - 1 for other, _ in after), default=1_000_000)
        if lowest == highest:
            continue
        pull = sum(weight for _, weight in after) - sum(weight for _, weight in before)
        if not before or (after and pull > 0):
            layer = highest
        elif not after or pull < 0:
            layer = lowest
        else:
            columns = columns or _columns(found, drawn)
            layer = min(range(lowest, highest + 1), key=lambda at: (_off(at, columns, drawn[thing]), at))
        if layer != found[thing]:
            found[thing], moved = layer, True
    return moved


def _columns(found: Sequence[int], drawn: Sequence[float]) -> dict[int, tuple[float, int]]:
    """Where the things of each layer stand as drawn, on average, and how many they are."""
    columns: dict[int, tuple[float, int]] = {}
    for layer, place in zip(found, drawn, strict=True):
        mean, count = columns.get(layer, (0.0, 0))
        columns[layer] = ((mean * count + place) / (count + 1), count + 1)
    return columns


def _off(layer: int, columns: dict[int, tuple[float, int]], place: float) -> float:
    return abs(columns[layer][0] - place) if layer in columns else 1e9


def spread(found: Sequence[int], heights: Sequence[float], most: float, drawn: Sequence[float]) -> list[int]:
    """The layers with those that are much higher than `most` made into several, as things are `drawn`."""
    rows: dict[int, list[int]] = {}
    for thing, layer in enumerate(found):
        rows.setdefault(layer, []).append(thing)
    made, at = [0] * len(found), 0
    for layer in sorted(rows):
        height = sum(heights[thing] for thing in rows[layer])
        parts = max(1, round(height / most)) if height > 2 * most else 1
        reached = 0.0
        for thing in sorted(rows[layer], key=lambda thing: (drawn[thing], thing)):
            made[thing] = at + min(parts - 1, int(reached / height * parts)) if parts > 1 else at
            reached += heights[thing]
        at += parts
    return made
