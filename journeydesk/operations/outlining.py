"""What an outline does with its rows: hang several elsewhere at once, in or out by a level, exchange two."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.kind import Part
from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.queries import children, descendants
from journeydesk.model.records import Node
from journeydesk.operations import branches
from journeydesk.operations.branches import may_hang


def topmost(document: Document, ids: Sequence[str]) -> tuple[Branch, ...]:
    """The branches among these that hang on none of the others."""
    chosen = dict.fromkeys(ids)
    found = [branch for key in chosen if (branch := document.find(Branch, key)) is not None]
    below = {node.id for branch in found for node in descendants(document, branch.id)}
    return tuple(branch for branch in found if branch.id not in below)


def may_hang_all(document: Document, ids: Sequence[str], parent_id: str) -> bool:
    """Whether all of these are branches that may hang under a node."""
    found = topmost(document, ids)
    known = all(document.find(Branch, key) is not None for key in ids)
    return bool(found) and known and all(may_hang(document, branch.id, parent_id) for branch in found)


def hang_all(
    document: Document, ids: Sequence[str], parent_id: str, place: int | None = None, side: str = ""
) -> None:
    """Hangs branches under a node, one after the other, before its child number `place` (the last: None)."""
    if not may_hang_all(document, ids, parent_id):
        return
    found = [branch.id for branch in topmost(document, ids)]
    if place is not None:
        family = children(document, parent_id)
        place = sum(child.id not in found for child in family[: max(0, place)])
    branches.hang_all(document, found, parent_id, place, side)


def indent(document: Document, ids: Sequence[str], among: Collection[str] | None = None) -> bool:
    """Hangs branches under the sibling before the first of them; False where there is none `among` these."""
    found = topmost(document, ids)
    if not found or len({branch.parent_id for branch in found}) > 1 or not found[0].parent_id:
        return False
    moved = {branch.id for branch in found}
    family = children(document, found[0].parent_id)
    before: Node | None = None
    for child in family:
        if child.id in moved:
            break
        if among is None or child.id in among:
            before = child
    if before is None:
        return False
    ordered = [child.id for child in family if child.id in moved]
    hang_all(document, ordered, before.id)
    return True


def outdent(document: Document, ids: Sequence[str]) -> bool:
    """Hangs branches beside what they hang on, right after it; False where that hangs on nothing."""
    found = topmost(document, ids)
    parent = document.find(Branch, found[0].parent_id) if found else None
    if parent is None or not parent.parent_id or len({branch.parent_id for branch in found}) > 1:
        return False
    moved = {branch.id for branch in found}
    ordered = [child.id for child in children(document, parent.id) if child.id in moved]
    place = children(document, parent.parent_id).index(parent) + 1
    hang_all(document, ordered, parent.parent_id, place, parent.side)
    return True


def step(document: Document, ids: Sequence[str], by: int, among: Collection[str] | None = None) -> None:
    """Moves branches of one parent so many places up (below 0) or down among their siblings, together.

    Only siblings that are `among` these count, e.g. those on the same side of the root.
    """
    found = topmost(document, ids)
    if not found or not found[0].parent_id or len({branch.parent_id for branch in found}) > 1:
        return
    moved = {branch.id for branch in found}
    family = [child.id for child in children(document, found[0].parent_id)]
    places = [place for place, key in enumerate(family) if key in moved]
    others = [at for at, key in enumerate(family) if key not in moved and (among is None or key in among)]
    passed = (
        [at for at in others if at < places[0]][::-1] if by < 0 else [at for at in others if at > places[-1]]
    )
    if 0 < abs(by) <= len(passed):
        place = passed[abs(by) - 1] + (by > 0)
        hang_all(document, [family[at] for at in places], found[0].parent_id, place)


def exchange(document: Document, node_id: str, other_id: str) -> bool:
    """Lets two nodes that hang from nothing change places: stages in the journey, others in their order."""
    node, other = document.find(Node, node_id), document.find(Node, other_id)
    if node is None or other is None or node.locked or other.locked or node.parent_id or other.parent_id:
        return False
    with document.edit(message("Change places")) as edit:
        if kind_of(node).part is Part.STAGE:
            edit.put(replace(node, x=other.x, y=other.y), replace(other, x=node.x, y=node.y))
        else:
            order = other.order if other.order != node.order else other.order + 1.0
            edit.put(replace(node, order=order), replace(other, order=node.order))
    return True
