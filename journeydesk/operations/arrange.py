"""Bringing nodes into line: aligning, distributing, giving one size, and what lies over what.

Sizes follow from what nodes show, so whoever asks gives the boxes, as a board knows them. Branches that hang
are passed over: they lie where their parents put them. Locked nodes stay, and the others go by them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.frame import Frame
from journeydesk.language import Message, counted, message
from journeydesk.model import queries
from journeydesk.model.document import Document, Edit
from journeydesk.model.records import Node
from journeydesk.operations.nodes import carried, moving, resize, shift
from journeydesk.picture.marks import Box, union


class Edge(Enum):
    """What comes into line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Level(Enum):
    """Where nodes go among those that lie over or under them."""

    FRONT = "front"
    FORWARD = "forward"
    BACKWARD = "backward"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Block:
    """A node where it lies, and the ids of what goes along with it, such as what lies in a frame."""

    node_id: str
    box: Box
    carried: tuple[str, ...] = ()


def _told(count: int) -> Message:
    return counted("1 node", "{n} nodes", count)


def _loose(document: Document, blocks: Iterable[Block]) -> list[tuple[Block, Node]]:
    """The blocks of nodes that hang from nothing, each once, with these nodes."""
    found = {}
    for block in blocks:
        node = document.find(Node, block.node_id)
        if node is not None and not node.parent_id:
            found[node.id] = (block, node)
    return list(found.values())


def _go(document: Document, edit: Edit, ways: Mapping[Block, tuple[float, float]]) -> None:
    """Moves blocks with what they carry; what several of them carry goes with the first."""
    gone: set[str] = set()
    for block, (dx, dy) in ways.items():
        nodes = [node for node in moving(document, (block.node_id, *block.carried)) if node.id not in gone]
        gone.update(node.id for node in nodes)
        if dx or dy:
            bent = carried(document, nodes) if block.carried else ()
            shift(edit, (*nodes, *bent), dx, dy)


# Aligning and distributing


def align(document: Document, blocks: Iterable[Block], edge: Edge) -> None:
    """Brings edges or middles into line with those of all blocks together, or of the locked ones."""
    found = _loose(document, blocks)
    free = [block for block, node in found if not node.locked]
    fixed = [block for block, node in found if node.locked]
    whole = union(block.box for block in fixed or free)
    if len(found) < 2 or whole is None or not free:
        return
    with document.edit(message("Align {what}", what=_told(len(free)))) as edit:
        _go(document, edit, {block: _to_edge(block.box, whole, edge) for block in free})


def _to_edge(box: Box, whole: Box, edge: Edge) -> tuple[float, float]:
    match edge:
        case Edge.LEFT:
            return whole.left - box.left, 0.0
        case Edge.CENTRE:
            return whole.x - box.x, 0.0
        case Edge.RIGHT:
            return whole.right - box.right, 0.0
        case Edge.TOP:
            return 0.0, whole.top - box.top
        case Edge.MIDDLE:
            return 0.0, whole.y - box.y
        case Edge.BOTTOM:
            return 0.0, whole.bottom - box.bottom


def distribute(document: Document, blocks: Iterable[Block], *, upright: bool) -> None:
    """Makes the gaps between blocks equal, from left to right or `upright`; the outer ones stay."""
    found = sorted(_loose(document, blocks), key=lambda item: item[0].box.y if upright else item[0].box.x)
    if len(found) < 3:
        return
    last = len(found) - 1
    fixed = [place for place, (_, node) in enumerate(found) if node.locked or place in (0, last)]
    ways: dict[Block, tuple[float, float]] = {}
    for first, second in pairwise(fixed):
        row = [block for block, _ in found[first : second + 1]]
        for block, by in zip(row[1:-1], _even([_span(block.box, upright) for block in row]), strict=True):
            ways[block] = (0.0, by) if upright else (by, 0.0)
    if ways:
        with document.edit(message("Distribute {what}", what=_told(len(found)))) as edit:
            _go(document, edit, ways)


def _span(box: Box, upright: bool) -> tuple[float, float]:
    return (box.top, box.bottom) if upright else (box.left, box.right)


def _even(spans: Sequence[tuple[float, float]]) -> list[float]:
    """How far the inner ones of these spans go so that all gaps are equal."""
    inner = spans[1:-1]
    room = spans[-1][0] - spans[0][1] - sum(high - low for low, high in inner)
    gap, at, found = room / (len(inner) + 1), spans[0][1], []
    for low, high in inner:
        at += gap
        found.append(at - low)
        at += high - low
    return found


# Sizes


def same_size(document: Document, blocks: Iterable[Block], *, width: bool, height: bool) -> None:
    """Gives nodes the width, the height or both of the largest, or of the largest that is locked."""
    found = [(block, node) for block, node in _loose(document, blocks) if kind_of(node).resizable]
    fixed = [block.box for block, node in found if node.locked] or [block.box for block, _ in found]
    free = [(block, node) for block, node in found if not node.locked]
    if len(found) < 2 or not free:
        return
    wide, high = max(box.width for box in fixed), max(box.height for box in fixed)
    with document.edit(message("Resize {what}", what=_told(len(free)))) as edit:
        for _, node in free:
            resize(edit, node, wide if width else node.width, high if height else node.height, node.x, node.y)


def free_size(document: Document, ids: Iterable[str]) -> None:
    """Lets the sizes of nodes follow from what they show again; frames are passed over."""
    found = [node for key in ids if (node := document.find(Node, key)) is not None and has_own_size(node)]
    if found:
        with document.edit(message("Resize {what}", what=_told(len(found)))) as edit:
            for node in found:
                resize(edit, node, None, None, node.x, node.y)


def has_own_size(node: Node) -> bool:
    """Whether people gave a node a size that it can do without."""
    sized = node.width is not None or node.height is not None
    return sized and not node.locked and not isinstance(node, Frame) and kind_of(node).resizable


# What lies over what


Overlaps = Mapping[str, Collection[str]]


def restack(document: Document, ids: Iterable[str], level: Level, overlaps: Overlaps) -> None:
    """Brings nodes over others or under them, frames among frames.

    A step forward or backward goes past one of those that overlap a node: `overlaps` names them for each.
    """
    chosen = {key: node for key in ids if (node := document.find(Node, key)) and not node.parent_id}
    changed: list[Node] = []
    for map_id in dict.fromkeys(node.map_id for node in chosen.values()):
        loose = [node for node in queries.nodes(document, map_id) if not node.parent_id]
        for is_frame in (True, False):
            stack = [node for node in loose if isinstance(node, Frame) is is_frame]
            stack.sort(key=lambda node: (node.order, node.id))
            after = restacked([node.id for node in stack], chosen, level, overlaps)
            changed += _reordered({node.id: node for node in stack}, after, chosen, level)
    if changed:
        with document.edit(message("Change what lies on top")) as edit:
            edit.put(*changed)


def restacked(stack: Sequence[str], chosen: Collection[str], level: Level, overlaps: Overlaps) -> list[str]:
    """A stack, the lowest first, with the chosen ones elsewhere; they and the others keep their order."""
    mine = [key for key in stack if key in chosen]
    others = [key for key in stack if key not in chosen]
    match level:
        case Level.FRONT:
            return others + mine
        case Level.BACK:
            return mine + others
        case Level.FORWARD:
            return _raised(stack, chosen, overlaps)
        case Level.BACKWARD:
            return _raised(stack[::-1], chosen, overlaps)[::-1]


def _raised(stack: Sequence[str], chosen: Collection[str], overlaps: Overlaps) -> list[str]:
    """The chosen ones go past the first of the others that overlaps one of them from above."""
    below: list[str] = []
    covering: set[str] = set()
    for place, key in enumerate(stack):
        if key in chosen:
            below.append(key)
            covering.update(overlaps.get(key, ()))
        elif key in covering:
            passed = [other for other in stack[: place + 1] if other not in chosen]
            return [*passed, *below, *stack[place + 1 :]]
    return list(stack)


def _reordered(
    stack: Mapping[str, Node], after: Sequence[str], chosen: Collection[str], level: Level
) -> list[Node]:
    """The nodes whose order is another one, once the stack is so."""
    before = list(stack)
    if list(after) == before:
        return []
    orders = [node.order for node in stack.values()]
    mine = [key for key in after if key in chosen]
    if level is Level.FRONT:
        places = {key: orders[-1] + 1.0 + place for place, key in enumerate(mine)}
    elif level is Level.BACK:
        places = {key: orders[0] - len(mine) + place for place, key in enumerate(mine)}
    elif all(low < high for low, high in pairwise(orders)):
        places = dict(zip(after, orders, strict=True))
    else:
        places = {key: float(place) for place, key in enumerate(after, 1)}
    return [replace(stack[key], order=order) for key, order in places.items() if stack[key].order != order]


# Locking


def set_locked(document: Document, ids: Iterable[str], locked: bool) -> None:
    """Locks nodes in place, so that they are neither moved nor resized nor deleted; or unlocks them."""
    found = [node for key in ids if (node := document.find(Node, key)) and node.locked != locked]
    if found:
        told = counted("Lock node", "Lock {n} nodes", len(found)) if locked else None
        with document.edit(told or counted("Unlock node", "Unlock {n} nodes", len(found))) as edit:
            edit.put(*(replace(node, locked=locked) for node in found))
