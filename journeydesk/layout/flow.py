"""What course a transition takes: on, ahead, back, round to itself, or out.

The order of the stages tells. A stage comes before another when it stands to its left, or above it in the
same column. What is no stage belongs to the stage from which the fewest transitions lead to it.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

COLUMN = 90.0  # stages whose middles are closer than this stand in one column, in board units


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
    onward: dict[str, list[str]] = {}
    for source, target in arrows:
        onward.setdefault(source, []).append(target)
    found = {key: (number, 0) for number, key in enumerate(stage_order(stops.values()), 1)}
    waiting = deque(found)
    while waiting:
        key = waiting.popleft()
        number, distance = found[key]
        for target in onward.get(key, ()):
            if target in stops and target not in found:
                found[target] = (number, distance + 1)
                waiting.append(target)
    return {key: found.get(key, (0, 0)) for key in stops}


def course(source: Stop, target: Stop, rank: Mapping[str, tuple[int, int]]) -> Course:
    """The course of a transition between two stops."""
    if source.key == target.key:
        return Course.SELF
    if target.is_exit:
        return Course.EXIT
    (here, deep), (there, far) = rank[source.key], rank[target.key]
    if not here or not there:
        return Course.ADVANCE
    if there > here + 1 and (source.is_stage or target.is_stage):
        return Course.SKIP
    if there < here or (there == here and (target.is_stage or far < deep)):
        return Course.BACK
    return Course.ADVANCE
