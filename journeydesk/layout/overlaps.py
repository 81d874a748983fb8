"""Makes room: boxes that lie over one another are moved apart, each as little as it can be."""

import math
from collections.abc import Callable, Collection, Iterator, Mapping

from journeydesk.layout.cells import Cells
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point

GAP = 24.0
CLOSE = 12  # boxes around a place whose edges are tried
MANY = 40  # boxes in a crowd that is drawn apart as a whole first
SCALES = (1.05, 1.1, 1.2, 1.35, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)


def moved_apart(
    boxes: Mapping[str, Box],
    fixed: Collection[str] = (),
    gap: float = GAP,
    stop: Callable[[], None] | None = None,
) -> dict[str, Point]:
    """How far each box must be moved so that none lies over another; those that stay are left out.

    What is `fixed` stays, large boxes stay rather than small ones, and a box that must go ends at least `gap`
    from the others. Two fixed boxes are left as they are. `stop` is called now and then and may raise.
    """
    stays = frozenset(fixed) & boxes.keys()
    now = dict(boxes)
    for crowd in _crowds(now):
        if len(crowd) > MANY and not stays & set(crowd):
            now |= _spread({key: now[key] for key in crowd})
    placed = Cells()
    for key in sorted(stays):
        placed.put(key, now[key])
    free = sorted(now.keys() - stays, key=lambda key: (-boxes[key].width * boxes[key].height, key))
    for key in free:
        if stop is not None:
            stop()
        if next(placed.meeting(now[key]), None) is not None:
            now[key] = now[key].moved(*_nearest(now[key], placed, gap))
        placed.put(key, now[key])
    shifts = {key: (box.left - boxes[key].left, box.top - boxes[key].top) for key, box in now.items()}
    return {key: shift for key, shift in shifts.items() if shift != (0.0, 0.0)}


def _covered(boxes: Mapping[str, Box]) -> list[tuple[str, str]]:
    """The pairs of boxes that lie over one another."""
    cells = Cells()
    found = []
    for key in sorted(boxes):
        found += [(other, key) for other in cells.meeting(boxes[key])]
        cells.put(key, boxes[key])
    return found


def _crowds(boxes: Mapping[str, Box]) -> list[list[str]]:
    """The boxes that lie over others, together with those that these cover in turn."""
    met: dict[str, list[str]] = {}
    for one, other in _covered(boxes):
        met.setdefault(one, []).append(other)
        met.setdefault(other, []).append(one)
    seen: set[str] = set()
    found = []
    for start in met:
        crowd, waiting = [], [start]
        while waiting:
            key = waiting.pop()
            if key not in seen:
                seen.add(key)
                crowd.append(key)
                waiting += met[key]
        if crowd:
            found.append(crowd)
    return found


def _spread(boxes: Mapping[str, Box]) -> dict[str, Box]:
    """A crowd drawn apart from its middle, so that it keeps its shape; few boxes still cover others then."""
    x = sum(box.x for box in boxes.values()) / len(boxes)
    y = sum(box.y for box in boxes.values()) / len(boxes)
    for scale in SCALES:
        drawn = {
            key: box.moved((box.x - x) * (scale - 1), (box.y - y) * (scale - 1)) for key, box in boxes.items()
        }
        if len(_covered(drawn)) <= len(boxes) // 20:
            break
    return drawn


def _nearest(box: Box, placed: Cells, gap: float) -> Point:
    """The least move that brings a box to a place which is free, with a gap around it."""
    reach = math.hypot(box.width, box.height) / 2 + gap
    while True:
        others = [placed.boxes[key] for key in sorted(placed.meeting(box.grown(reach + gap)))]
        near = sorted(others, key=lambda other: _distance(box, other))[:CLOSE]
        for dx, dy in sorted(_moves(box, near, gap), key=lambda move: (math.hypot(*move), move)):
            if math.hypot(dx, dy) > reach:
                break
            wanted = box.moved(dx, dy).grown(gap - 0.001)
            if not any(other.meets(wanted) for other in others):
                return dx, dy
        reach *= 2
        if len(others) == len(placed.boxes) and len(others) > CLOSE:
            return _beyond(box, others, gap)


def _distance(box: Box, other: Box) -> float:
    across = max(other.left - box.right, box.left - other.right, 0.0)
    down = max(other.top - box.bottom, box.top - other.bottom, 0.0)
    return math.hypot(across, down)


def _moves(box: Box, others: list[Box], gap: float) -> Iterator[Point]:
    """The moves that bring a box beside others: along one axis, or to where two of their edges cross."""
    sideways, upright = [0.0], [0.0]
    for other in others:
        sideways += (other.left - gap - box.right, other.right + gap - box.left)
        upright += (other.top - gap - box.bottom, other.bottom + gap - box.top)
    for dx in dict.fromkeys(sideways):
        for dy in dict.fromkeys(upright):
            yield dx, dy


def _beyond(box: Box, others: list[Box], gap: float) -> Point:
    """Past all others, by the nearest way: there is always room."""
    return min(
        (max(other.right for other in others) + gap - box.left, 0.0),
        (min(other.left for other in others) - gap - box.right, 0.0),
        (0.0, max(other.bottom for other in others) + gap - box.top),
        (0.0, min(other.top for other in others) - gap - box.bottom),
        key=lambda move: (math.hypot(*move), move),
    )
