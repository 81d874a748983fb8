"""What is added to a stage where the journey is seen as a grid of stages and lanes."""

from dataclasses import replace

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.queries import children, nodes
from journeydesk.model.records import Evidence, Node, Transition, new_id
from journeydesk.operations.nodes import on_top

BESIDE = 150.0  # board units: what is nearer to a stage's middle, from left to right, stands under it
BELOW = 130.0


def add_thought(document: Document, stage_id: str, topic: str, text: str) -> str:
    """Hangs a branch of a topic on a stage; gives its id, or "" where there is no stage or no text."""
    stage = document.find(Node, stage_id)
    if stage is None or not text.strip():
        return ""
    order = max((child.order for child in children(document, stage_id)), default=0.0) + 1.0
    branch = Branch(
        id=new_id(), map_id=stage.map_id, parent_id=stage_id, order=order, title=text.strip(), topic=topic
    )
    with document.edit(message("Add branch")) as edit:
        if stage.folded:
            edit.put(replace(stage, folded=False))
        edit.put(branch)
    return branch.id


def add_touchpoint(document: Document, stage_id: str, text: str) -> str:
    """Puts a touchpoint under a stage, below what stands there, with an arrow to it; gives its id or ""."""
    stage = document.find(Node, stage_id)
    if stage is None or not text.strip():
        return ""
    point = Touchpoint(
        id=new_id(), map_id=stage.map_id, x=stage.x, y=_free_below(document, stage),
        order=on_top(document, stage.map_id), title=text.strip(),
    )  # fmt: skip
    arrow = Transition(id=new_id(), map_id=stage.map_id, source_id=stage.id, target_id=point.id)
    with document.edit(message("Add touchpoint")) as edit:
        edit.put(point, arrow)
    return point.id


def bring_step(document: Document, node_id: str, stage_id: str) -> None:
    """Says that a step belongs to a stage, and puts it under that, below what stands there.

    Its arrows stay as they are; a step that is locked stays where it is.
    """
    node, stage = document.find(Node, node_id), document.find(Stage, stage_id)
    if node is None or stage is None or node.map_id != stage.map_id or node.id == stage.id:
        return
    brought = replace(node, stage_id=stage.id)
    if not node.locked and not node.parent_id:
        brought = replace(brought, x=stage.x, y=_free_below(document, stage))
    with document.edit(message("Move to another stage")) as edit:
        edit.put(brought)


def _free_below(document: Document, stage: Node) -> float:
    """Where a card may stand under a stage, below what stands there."""
    under = (
        node.y
        for node in nodes(document, stage.map_id)
        if not node.parent_id and abs(node.x - stage.x) < BESIDE and node.y >= stage.y
    )
    return max(under, default=stage.y) + BELOW


def answer(document: Document, pain_id: str, text: str) -> str:
    """Hangs an opportunity under the pain point that it answers; gives its id, or "" for no pain or text."""
    return add_thought(document, pain_id, "opportunity", text)


def weigh(document: Document, node_id: str, impact: int, effort: int) -> None:
    """Says what an opportunity would bring and cost, each from 0 to 10."""
    node = document.find(Branch, node_id)
    if node is not None and (node.impact, node.effort) != (impact, effort):
        with document.edit(message("Weigh an opportunity")) as edit:
            edit.put(replace(node, impact=impact, effort=effort))


def cite(document: Document, node_id: str, text: str) -> str:
    """Lets a node rest on the source with this title, made where there is none; gives its id, or ""."""
    node, title = document.find(Node, node_id), text.strip()
    if node is None or not title:
        return ""
    same = (source for source in document.all(Evidence) if source.title.casefold() == title.casefold())
    source = next(same, None) or Evidence(id=new_id(), title=title)
    if source.id not in node.evidence_ids:
        with document.edit(message("Add evidence")) as edit:
            edit.put(source, replace(node, evidence_ids=(*node.evidence_ids, source.id)))
    return source.id


def uncite(document: Document, evidence_id: str, node_ids: tuple[str, ...]) -> None:
    """Lets these nodes no longer rest on a source."""
    found = [node for key in node_ids if (node := document.find(Node, key)) is not None]
    resting = [node for node in found if evidence_id in node.evidence_ids]
    if resting:
        with document.edit(message("Take evidence away")) as edit:
            for node in resting:
                kept = tuple(key for key in node.evidence_ids if key != evidence_id)
                edit.put(replace(node, evidence_ids=kept))
