"""What lies in the way of a line."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point


def in_way(points: Sequence[Point], boxes: Iterable[Box], margin: float) -> list[Box]:
    """The boxes that straight pieces through these points meet, or come closer to than `margin`."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    whole = Box(min(xs), min(ys), max(xs), max(ys))
    found = []
    for box in boxes:
        wide = box.grown(margin)
        if wide.meets(whole) and any(_meets(a, b, wide) for a, b in pairwise(points)):
            found.append(box)
    return found


def _meets(a: Point, b: Point, box: Box) -> bool:
    """Whether a straight piece meets a box (Liang and Barsky 1984)."""
    (ax, ay), (bx, by) = a, b
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    if (ax < left and bx < left) or (ax > right and bx > right):
        return False
    if (ay < top and by < top) or (ay > bottom and by > bottom):
        return False
    if left <= ax <= right and top <= ay <= bottom:
        return True
    first, last = 0.0, 1.0
    for step, before, after in ((bx - ax, left - ax, right - ax), (by - ay, top - ay, bottom - ay)):
        if step:
            enter, leave = before / step, after / step
            first, last = max(first, min(enter, leave)), min(last, max(enter, leave))
        elif before > 0 or after < 0:
            return False
    return first <= last
