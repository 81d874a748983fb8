"""What course a transition takes: on, ahead, back, round to itself, or out.

The order of the stages tells. A stage comes before another when it stands to its left, or above it in the
same column. What is no stage belongs to the last stage before it that leads to it, else to that from which
the fewest transitions do. A transition skips a stage that it would pass by.
"""

import math
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from heapq import heapify, heappop, heappush

ROW = 150.0  # a stage whose middle is closer than this to that of another, in height, stands in its row
COLUMN = 90.0  # stages whose middles are closer than this stand in one column, in board units

DETOUR = (
    1.25  # a stage is passed by where the way through it is no longer than so many times the straight way
)
MOST_PASSED = 60  # of more stages than this in between, one is passed by


class Course(Enum):
    """How a transition runs through the journey."""

    ADVANCE = "advance"
    SKIP = "skip"
    BACK = "back"
    SELF = "self"
    EXIT = "exit"


@dataclass(frozen=True, slots=True)
class Stop:
    """A node on the path, with its middle. `is_exit` is true for ends where people are lost."""

    key: str
    x: float
    y: float
    is_stage: bool = False
    is_exit: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """What lies on the path, the stages in their order, and the rank of each stop.

    A rank is the number of a stop's stage (from 1; 0 where no stage leads to it) and the distance from that.
    `entered` are the stages to which something leads that stands before them.
    """

    stops: Mapping[str, Stop]
    stages: tuple[Stop, ...]
    ranks: Mapping[str, tuple[int, int]]
    entered: frozenset[str] = frozenset()


NO_FLOW = Flow({}, (), {})


def stage_order(stops: Iterable[Stop]) -> tuple[str, ...]:
    """The stages in the order of the journey: from left to right, columns from top to bottom."""
    ordered = sorted((stop for stop in stops if stop.is_stage), key=lambda stop: (stop.x, stop.y, stop.key))
    columns: list[list[Stop]] = []
    for stop in ordered:
        if columns and stop.x - columns[-1][0].x < COLUMN:
            columns[-1].append(stop)
        else:
            columns.append([stop])
    return tuple(stop.key for column in columns for stop in sorted(column, key=lambda s: (s.y, s.x, s.key)))


def ranks(stops: Mapping[str, Stop], arrows: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Each stop's stage number (from 1; 0 where no stage leads to it) and its distance from that stage."""
    return _ranks(stage_order(stops.values()), stops, arrows)


def flow_of(stops: Mapping[str, Stop], arrows: Iterable[tuple[str, str]]) -> Flow:
    """How the transitions between these ends lead through these stops."""
    order, led = stage_order(stops.values()), tuple(arrows)
    found = _ranks(order, stops, led)
    known = ((stops[source], stops[target]) for source, target in led if source in stops and target in stops)
    entered = frozenset(
        target.key
        for source, target in known
        if target.is_stage
        and 0 < found[source.key][0] < found[target.key][0]
        and not _is_beyond(source, target)
    )
    return Flow(stops, tuple(stops[key] for key in order), found, entered)


def _ranks(
    order: Sequence[str], stops: Mapping[str, Stop], arrows: Iterable[tuple[str, str]]
) -> dict[str, tuple[int, int]]:
    onward: dict[str, list[str]] = {}
    for source, target in arrows:
        if target in stops:
            onward.setdefault(source, []).append(target)
    found = {key: (number, 0) for number, key in enumerate(order, 1)}
    for key in reversed(order):
        _claim(stops, onward, key, found)
    waiting = [(distance, number, key) for key, (number, distance) in found.items()]
    heapify(waiting)
    while waiting:
        distance, number, key = heappop(waiting)
        for target in onward.get(key, ()):
            if target not in found:
                found[target] = (number, distance + 1)
                heappush(waiting, (distance + 1, number, target))
    return {key: found.get(key, (0, 0)) for key in stops}


def _claim(
    stops: Mapping[str, Stop],
    onward: Mapping[str, Sequence[str]],
    stage: str,
    found: dict[str, tuple[int, int]],
) -> None:
    """Gives a stage what it leads to further on, but for what has a stage already."""
    number, waiting = found[stage][0], deque([stage])
    while waiting:
        key = waiting.popleft()
        for target in onward.get(key, ()):
            if target not in found and _is_after(stops[target], stops[stage]):
                found[target] = (number, found[key][1] + 1)
                waiting.append(target)


def _is_after(stop: Stop, stage: Stop) -> bool:
    """Whether a stop stands to the right of a stage, or below it in the same column."""
    across = stop.x - stage.x
    return across >= COLUMN or (across > -COLUMN and stop.y >= stage.y)


def course(flow: Flow, source_key: str, target_key: str) -> Course:
    """The course of a transition between two stops."""
    if source_key == target_key:
        return Course.SELF
    source, target = flow.stops[source_key], flow.stops[target_key]
    if target.is_exit:
        return Course.EXIT
    (here, deep), (there, far) = flow.ranks[source_key], flow.ranks[target_key]
    if not here or not there:
        return Course.ADVANCE
    if there < here or (there == here and (target.is_stage or far < deep)):
        return Course.BACK
    if target.is_stage and _leads_back(flow, flow.stages[here - 1], source, target):
        return Course.BACK
    last = there - 1 if target.is_stage else max(there, bisect_left(flow.stages, target.x, key=_across))
    is_skip = (source.is_stage or target.is_stage) and _passes(source, target, flow.stages[here:last])
    return Course.SKIP if is_skip else Course.ADVANCE


def _across(stop: Stop) -> float:
    return stop.x


def _leads_back(flow: Flow, home: Stop, source: Stop, target: Stop) -> bool:
    """Whether something that belongs to a stage leads back to a later one, for it stands beyond that.

    Where a journey goes on in another row, nothing has come to that stage before.
    """
    if not (_is_beyond(target, home) and _is_beyond(source, target)):
        return False
    return target.key in flow.entered or abs(target.y - home.y) < ROW


def _is_beyond(stop: Stop, stage: Stop) -> bool:
    """Whether a stop stands to the right of a stage."""
    return stop.x - stage.x >= COLUMN


def _passes(source: Stop, target: Stop, stages: Sequence[Stop]) -> bool:
    """Whether one of these stages stands about where the straight way leads."""
    if len(stages) > MOST_PASSED:
        return True
    start, end = (source.x, source.y), (target.x, target.y)
    most = DETOUR * math.dist(start, end)
    return any(math.dist(start, (on.x, on.y)) + math.dist((on.x, on.y), end) <= most for on in stages)
