"""Fills columns with blocks that stay whole, in their order, so that the columns are as low as can be."""

from collections.abc import Sequence

STEPS = 24  # of halving; a page is not a million of the smallest units high


def filled(heights: Sequence[float], count: int) -> tuple[tuple[range, ...], float]:
    """Which blocks stand in each of at most `count` columns, and how high the highest column is."""
    if not heights:
        return (), 0.0
    low, high = max(heights), sum(heights)
    for _ in range(STEPS):
        middle = (low + high) / 2
        if len(_columns(heights, middle)) <= count:
            high = middle
        else:
            low = middle
    columns = _columns(heights, high)
    return columns, max(sum(heights[at] for at in column) for column in columns)


def _columns(heights: Sequence[float], most: float) -> tuple[range, ...]:
    found, start, used = [], 0, 0.0
    for at, height in enumerate(heights):
        if used + height > most and at > start:
            found.append(range(start, at))
            start, used = at, 0.0
        used += height
    return (*found, range(start, len(heights)))
