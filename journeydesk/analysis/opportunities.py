"""Which opportunities a journey offers, and which pain points they answer."""

from dataclasses import dataclass

from journeydesk.analysis.columns import columns
from journeydesk.kinds.branch import Branch
from journeydesk.model.document import Document
from journeydesk.model.queries import descendants, links_at, nodes
from journeydesk.model.records import Node

PAINS = frozenset(("pain", "frustration", "concern", "objection"))


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A branch with its number, the number of its stage (0 for none), and the pain points that it answers."""

    branch: Branch
    number: int
    stage: int
    pains: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Chances:
    """The opportunities in the order of the journey, and the pain points that none of them answers."""

    opportunities: tuple[Opportunity, ...]
    unanswered: tuple[Branch, ...]


def chances(document: Document, map_id: str) -> Chances:
    """What could be done about the pain points of a map.

    An opportunity answers the pain points above and below it in its tree, and those that arrows join to it.
    """
    stages = {branch.id: column.number for column in columns(document, map_id) for branch in column.branches}
    found = [node for node in nodes(document, map_id) if isinstance(node, Branch)]
    found.sort(key=lambda node: (stages.get(node.id, len(stages) + 1), _way(document, node), node.id))
    offers = [branch for branch in found if branch.topic == "opportunity"]
    answers = {branch.id: _answered(document, branch) for branch in offers}
    told = tuple(
        Opportunity(branch, number, stages.get(branch.id, 0), answers[branch.id])
        for number, branch in enumerate(offers, 1)
    )
    answered = {pain.id for pains in answers.values() for pain in pains}
    pains = tuple(branch for branch in found if branch.topic in PAINS and branch.id not in answered)
    return Chances(told, pains)


def _way(document: Document, node: Node) -> tuple[float, ...]:
    """The orders on the way from the root: siblings as they stand, branches after what they hang on."""
    found, seen = [node.order], {node.id}
    while (above := document.find(Node, node.parent_id)) is not None and above.id not in seen:
        seen.add(above.id)
        found.append(above.order if above.parent_id else above.x)
        node = above
    return tuple(reversed(found))


def _answered(document: Document, branch: Branch) -> tuple[Branch, ...]:
    near: dict[str, Node] = {}
    above: Node = branch
    while (parent := document.find(Node, above.parent_id)) is not None and parent.id not in near:
        near[parent.id] = above = parent
    near.update((below.id, below) for below in descendants(document, branch.id))
    for link in links_at(document, branch.id):
        other = link.target_id if link.source_id == branch.id else link.source_id
        if (node := document.find(Node, other)) is not None:
            near[other] = node
    return tuple(node for node in near.values() if isinstance(node, Branch) and node.topic in PAINS)
