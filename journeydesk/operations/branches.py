"""Growing branches, and hanging them elsewhere."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.kind import Growth
from journeydesk.language import counted, message
from journeydesk.model.document import Document, Edit
from journeydesk.model.queries import children, descendants, root
from journeydesk.model.records import Node, new_id
from journeydesk.operations.nodes import duplicate_label, orders_among, put_copies


def _lighter_side(document: Document, node: Node) -> str:
    """Where a root that grows to both sides has fewer branches; "" for any other node."""
    if kind_of(node).growth is not Growth.SIDES or node.parent_id:
        return ""
    weights = {"left": 0, "right": 0}
    for child in children(document, node.id):
        side = child.side if isinstance(child, Branch) and child.side else "right"
        weights[side] += 1 + sum(1 for _ in descendants(document, child.id))
    return "left" if weights["left"] < weights["right"] else "right"


def topic_below(node: Node) -> str:
    """What a branch under a node is about where nobody says: the same as the branch above it."""
    return node.topic if isinstance(node, Branch) else "idea"


def add_child(document: Document, node_id: str, title: str = "", side: str = "") -> Branch:
    """Hangs a new branch under a node, after the others, on a side of a root that has two; unfolds it."""
    parent = document.find(Node, node_id)
    if parent is None:
        raise KeyError(node_id)
    order = max((child.order for child in children(document, node_id)), default=0.0) + 1.0
    branch = Branch(
        id=new_id(), map_id=parent.map_id, parent_id=node_id, order=order, title=title,
        topic=topic_below(parent), side=side or _lighter_side(document, parent),
    )  # fmt: skip
    with document.edit(message("Add branch")) as edit:
        if parent.folded:
            edit.put(replace(parent, folded=False))
        edit.put(branch)
    return branch


def add_sibling(document: Document, node_id: str, before: bool = False, title: str = "") -> Branch:
    """Hangs a new branch beside another, after or before it. Raises KeyError where that is a root."""
    node = document.find(Node, node_id)
    if node is None or not node.parent_id:
        raise KeyError(node_id)
    siblings = children(document, node.parent_id)
    orders, moved = orders_among(siblings, siblings.index(node) + (0 if before else 1))
    branch = Branch(
        id=new_id(), map_id=node.map_id, parent_id=node.parent_id,
        order=orders[0], title=title,
        topic=topic_below(node), side=node.side if isinstance(node, Branch) else "",
    )  # fmt: skip
    with document.edit(message("Add branch")) as edit:
        edit.put(*moved, branch)
    return branch


def add_parent(document: Document, node_id: str) -> Branch:
    """Puts a new branch between a branch and what it hangs on. Raises KeyError where that is nothing."""
    node = document.find(Node, node_id)
    if node is None or not node.parent_id:
        raise KeyError(node_id)
    branch = Branch(
        id=new_id(), map_id=node.map_id, parent_id=node.parent_id, order=node.order, topic=topic_below(node),
        side=node.side if isinstance(node, Branch) else "",
    )  # fmt: skip
    with document.edit(message("Add branch")) as edit:
        edit.put(branch, replace(node, parent_id=branch.id))
    return branch


def may_hang(document: Document, node_id: str, parent_id: str) -> bool:
    """Whether a branch that is not locked may hang under a node: on the same map, and not under itself."""
    node, parent = document.find(Node, node_id), document.find(Node, parent_id)
    if not isinstance(node, Branch) or parent is None or node.map_id != parent.map_id:
        return False
    if node.locked or node_id == parent_id:
        return False
    return all(below.id != parent_id for below in descendants(document, node_id))


def hang(document: Document, node_id: str, parent_id: str, place: int | None = None, side: str = "") -> None:
    """Hangs a branch under another node, as its child number `place` (from 0; the last where None)."""
    hang_all(document, (node_id,), parent_id, place, side)


def hang_all(
    document: Document, ids: Iterable[str], parent_id: str, place: int | None = None, side: str = ""
) -> None:
    """Hangs branches under another node, one after the other from its child number `place` on.

    `place` counts the children that are not among them. Those that may not hang there are passed over.
    """
    found = [key for key in dict.fromkeys(ids) if may_hang(document, key, parent_id)]
    if found:
        told = counted("Hang 1 branch elsewhere", "Hang {n} branches elsewhere", len(found))
        with document.edit(told) as edit:
            _hang(document, edit, found, parent_id, place, side)


def hang_copies(
    document: Document, ids: Iterable[str], parent_id: str, place: int | None = None, side: str = ""
) -> tuple[str, ...]:
    """Hangs copies of branches under a node as `hang_all` does the branches; gives the copies' ids."""
    parent, known = document.find(Node, parent_id), (document.find(Branch, key) for key in dict.fromkeys(ids))
    found = [node.id for node in known if node is not None and parent and node.map_id == parent.map_id]
    if not found:
        return ()
    with document.edit(duplicate_label(document, found)) as edit:
        copies = put_copies(document, edit, found, 0, 0)
        _hang(document, edit, [copies[key] for key in found], parent_id, place, side)
    return tuple(copies[key] for key in found)


def _hang(
    document: Document, edit: Edit, ids: Sequence[str], parent_id: str, place: int | None, side: str
) -> None:
    parent = document.find(Node, parent_id)
    assert parent is not None
    siblings = [child for child in children(document, parent_id) if child.id not in ids]
    at = len(siblings) if place is None else max(0, min(place, len(siblings)))
    orders, moved = orders_among(siblings, at, len(ids))
    lighter = _lighter_side(document, parent)
    if parent.folded:
        edit.put(replace(parent, folded=False))
    edit.put(*moved)
    for key, order in zip(ids, orders, strict=True):
        node = document.find(Branch, key)
        assert node is not None
        chosen = side or (node.side if node.parent_id == parent_id else lighter)
        edit.put(replace(node, parent_id=parent_id, order=order, side=chosen))


def cut_off(document: Document, node_id: str, x: float, y: float) -> None:
    """Makes a branch a root of its own, with its middle at x, y."""
    cut_off_all(document, {node_id: (x, y)})


def cut_off_all(document: Document, places: Mapping[str, tuple[float, float]]) -> None:
    """Makes branches roots of their own, with their middles at these places."""
    found = [(node, at) for key, at in places.items() if (node := document.find(Branch, key)) is not None]
    free = [(node, at) for node, at in found if node.parent_id and not node.locked]
    if free:
        with document.edit(counted("Cut 1 branch off", "Cut {n} branches off", len(free))) as edit:
            edit.put(*(replace(node, parent_id="", side="", x=x, y=y) for node, (x, y) in free))


def cut_off_copies(document: Document, places: Mapping[str, tuple[float, float]]) -> tuple[str, ...]:
    """Copies branches as roots of their own, with their middles at these places; gives the copies' ids."""
    found = {key: at for key, at in places.items() if document.find(Branch, key) is not None}
    if not found:
        return ()
    with document.edit(duplicate_label(document, found)) as edit:
        copies = put_copies(document, edit, found, 0, 0)
        for key, (x, y) in found.items():
            copy = document.find(Branch, copies[key])
            assert copy is not None
            edit.put(replace(copy, parent_id="", side="", x=x, y=y))
    return tuple(copies[key] for key in found)


def root_of(document: Document, node_id: str) -> str:
    """The id of the node from which a branch hangs in the end."""
    node = document.find(Node, node_id)
    return root(document, node).id if node else ""
