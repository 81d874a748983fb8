"""What belongs to each stage of a journey: the steps on its way, and the branches that hang there."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.kind import Part
from journeydesk.kinds.stage import Stage
from journeydesk.layout.flow import Stop, ranks, stage_order
from journeydesk.model.document import Document
from journeydesk.model.queries import children, descendants, links, nodes
from journeydesk.model.records import Node, Transition

AHEAD = 3.0  # how many times farther away a stage counts that begins only to the right of a step


@dataclass(frozen=True, slots=True)
class Column:
    """A stage with its number, its steps (touchpoints, decisions, outcomes) and all branches under either."""

    stage: Stage
    number: int
    steps: tuple[Node, ...]
    branches: tuple[Branch, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The stage and its steps."""
        return (self.stage, *self.steps)


def columns(document: Document, map_id: str) -> tuple[Column, ...]:
    """The stages of a map in the order of the journey.

    A step belongs to the stage that people named; else to that from which the fewest transitions lead to it;
    where none does, to the nearest one, rather at its left. What hangs from a stage itself belongs to that.
    """
    found = nodes(document, map_id)
    roots = [node for node in found if not node.parent_id]
    stages = {node.id: node for node in found if isinstance(node, Stage)}
    parts = {node.id: kind_of(node).part for node in roots}
    stops = {
        node.id: Stop(node.id, node.x, node.y, node.id in stages)
        for node in roots
        if parts[node.id] in (Part.STAGE, Part.STEP, Part.END)
    }
    order = stage_order(stops.values())
    arrows = [
        (link.source_id, link.target_id) for link in links(document, map_id) if isinstance(link, Transition)
    ]
    rank = ranks(stops, arrows)
    numbers = {key: number for number, key in enumerate(order, 1)}
    near = _Near([stages[key] for key in order])
    steps: dict[str, list[tuple[tuple[int, float, float, str], Node]]] = {key: [] for key in order}
    for node in roots:
        if node.id in stops and node.id not in stages and order:
            number, distance = rank[node.id]
            number = numbers.get(node.stage_id, number)
            stage_id = order[number - 1] if number else order[near.place_of(node)]
            steps[stage_id].append(((distance, node.x, node.y, node.id), node))
    return tuple(
        _column(
            document, stages[key], number, [node for _, node in sorted(steps[key], key=lambda row: row[0])]
        )
        for number, key in enumerate(order, 1)
    )


def stages_in_order(document: Document, map_id: str) -> tuple[Stage, ...]:
    """The stages of a map in the order of the journey."""
    stages = {node.id: node for node in nodes(document, map_id) if isinstance(node, Stage)}
    order = stage_order(Stop(node.id, node.x, node.y, True) for node in stages.values() if not node.parent_id)
    return tuple(stages[key] for key in order)


class _Near:
    """Finds the stage to which a step lies nearest; one to the right of the step counts as farther away."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        self._sorted = sorted((stage.x, stage.y, place) for place, stage in enumerate(stages))

    def place_of(self, node: Node) -> int:
        """The place of that stage among the others; of several as near, the first."""
        best = (math.inf, 0)
        middle = bisect_right(self._sorted, (node.x, math.inf, 0))
        for away, places in ((1.0, range(middle - 1, -1, -1)), (AHEAD, range(middle, len(self._sorted)))):
            for at in places:
                x, y, place = self._sorted[at]
                across = abs(node.x - x) * away
                if across > best[0]:  # and so are all beyond it
                    break
                best = min(best, (math.hypot(across, node.y - y), place))
        return best[1]


def _column(document: Document, stage: Stage, number: int, steps: list[Node]) -> Column:
    hanging = [node for node in children(document, stage.id) if not isinstance(node, Branch)]
    steps = [*hanging, *steps]
    branches = tuple(
        below
        for node in (stage, *steps)
        for below in descendants(document, node.id)
        if isinstance(below, Branch)
    )
    return Column(stage, number, tuple(dict.fromkeys(steps)), branches)
