"""What belongs to each stage of a journey: the steps on its way, and the branches that hang there."""

from bisect import bisect_right
from dataclasses import dataclass

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.kind import Part
from journeydesk.kinds.stage import Stage
from journeydesk.layout.flow import Stop, ranks, stage_order
from journeydesk.model.document import Document
from journeydesk.model.queries import children, descendants, links, nodes
from journeydesk.model.records import Node, Transition


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

    A step belongs to the stage from which the fewest transitions lead to it; where none does, to the last
    stage that begins to the left of it. Whatever hangs from a stage itself belongs to that.
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
    starts = [stages[key].x for key in order]
    steps: dict[str, list[tuple[tuple[int, float, float, str], Node]]] = {key: [] for key in order}
    for node in roots:
        if node.id in stops and node.id not in stages and order:
            number, distance = rank[node.id]
            place = number - 1 if number else max(0, bisect_right(starts, node.x) - 1)
            steps[order[place]].append(((distance, node.x, node.y, node.id), node))
    return tuple(
        _column(
            document, stages[key], number, [node for _, node in sorted(steps[key], key=lambda row: row[0])]
        )
        for number, key in enumerate(order, 1)
    )


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
