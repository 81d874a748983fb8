"""Where a poster is best cut into tiles: where the fewest words are cut through."""

import math
from collections.abc import Iterator, Sequence

from journeydesk.picture.marks import Box, Group, Picture, Text, bounds
from journeydesk.render.tiling import LEAST, Cuts, Span, Tiling, spans

STEP = 1.0  # millimetres between places that are tried
FARTHEST = 50.0  # from where an even distribution would cut
AIR = 1.0  # millimetres that words keep to a cut
# What it costs to leave the even distribution, for each step and part of a piece: next to nothing.
UNEVEN = 0.02


def proposed(picture: Picture, area: Box, tiling: Tiling) -> Cuts:
    """Cuts through a poster's picture that avoid its words. Raises Problem where it cannot be cut so."""
    across, down = spans(area, tiling)
    words = list(_words(picture, 0.0, 0.0, 1.0))
    return Cuts(
        _best(across, [(box.left, box.right, box.height) for box in words]),
        _best(down, [(box.top, box.bottom, box.width) for box in words]),
    )


def _words(picture: Picture, x: float, y: float, scale: float) -> Iterator[Box]:
    """The boxes of all lines of text."""
    for mark in picture:
        if isinstance(mark, Group):
            yield from _words(mark.marks, x + mark.x * scale, y + mark.y * scale, scale * mark.scale)
        elif isinstance(mark, Text) and (box := bounds((mark,))) is not None:
            yield box.scaled(scale).moved(x, y)


def _best(span: Span, words: Sequence[tuple[float, float, float]]) -> tuple[float, ...]:
    """The cuts that together cost least, by trying places from the start to the end."""
    even = span.even()
    pieces = len(even) + 1
    costs = _costs(span, words)
    # For each place that the last cut may have: the least cost so far, and the cuts.
    known: dict[float, tuple[float, tuple[float, ...]]] = {span.start: (0.0, ())}
    for number, ideal in enumerate(even, 1):
        found: dict[float, tuple[float, tuple[float, ...]]] = {}
        for place in _places(span, number, pieces, ideal):
            before = [
                (cost, cuts)
                for last, (cost, cuts) in known.items()
                if LEAST - 1e-9 <= place - last <= span.step + 1e-9
            ]
            if before:
                cost, cuts = min(before)
                uneven = abs(place - ideal) / span.step * UNEVEN
                found[place] = (cost + costs[_index(span, place)] + uneven, (*cuts, place))
        known = found
    return span.held(min(known.values())[1]) if known else even


def _places(span: Span, number: int, pieces: int, ideal: float) -> list[float]:
    low, high = span.window(number, pieces)
    low, high = max(low, ideal - FARTHEST), min(high, ideal + FARTHEST)
    first, last = math.ceil(low / STEP), math.floor(high / STEP)
    return sorted({ideal, *(index * STEP for index in range(first, last + 1))})


def _index(span: Span, place: float) -> int:
    return max(0, round((place - span.start) / STEP))


def _costs(span: Span, words: Sequence[tuple[float, float, float]]) -> list[float]:
    """What a cut costs at each place: how many words it goes through, and a little for how high they are."""
    count = _index(span, span.end) + 2
    rises = [0.0] * (count + 1)
    for start, end, size in words:
        first, last = (min(count, max(0, round((at - span.start) / STEP))) for at in (start - AIR, end + AIR))
        rises[first] += 1.0 + min(size, 100.0) / 1000
        rises[min(count, last + 1)] -= 1.0 + min(size, 100.0) / 1000
    total, found = 0.0, []
    for rise in rises:
        total += rise
        found.append(round(total, 6))
    return found
