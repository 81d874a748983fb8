"""Where the nodes of a map lie: what people placed, what branches follow from it, and stages' numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from journeydesk.kinds.branch import Branch, hue_of
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.kind import Growth, Look, Part, Setting
from journeydesk.kinds.outcome import Outcome
from journeydesk.kinds.summary import Summary, spanning
from journeydesk.layout.branches import Leaf, Twig, balance, beside, under
from journeydesk.layout.flow import Stop, stage_order
from journeydesk.layout.routing import Side
from journeydesk.model.document import Document
from journeydesk.model.queries import children, descendants
from journeydesk.model.records import Node
from journeydesk.picture.marks import Box, union
from journeydesk.picture.shapes import Cubic

# The sides of a branch where its siblings and its limb are.
HANGING = frozenset((Side.TOP, Side.BOTTOM, Side.LEFT))
HANGING_LEFT = frozenset((Side.TOP, Side.BOTTOM, Side.RIGHT))

Span = tuple[Box, int, bool]  # where a summary lies; 1 to the right or -1 to the left; whether below instead


@dataclass(frozen=True, slots=True)
class Placed:
    """A node where it lies. `limb` leads to it from its parent.

    `taken` are the sides that arrows leave alone, for branches are there.
    """

    node: Node
    box: Box
    setting: Setting
    root_id: str
    limb: Cubic | None = None
    taken: frozenset[Side] = frozenset()


def _tree(document: Document, root: Node, look: Look) -> tuple[list[Twig], dict[str, Node], dict[str, int]]:
    """The twigs under a root, their nodes, and how many branches are hidden under the folded ones."""
    nodes: dict[str, Node] = {root.id: root}
    hidden: dict[str, int] = {}
    tops: list[Twig] = []
    waiting = [(root, tops)]
    while waiting:
        node, twigs = waiting.pop()
        below = children(document, node.id)
        if not below:
            continue
        if node.folded:
            hidden[node.id] = sum(1 for _ in descendants(document, node.id))
            continue
        for child in below:
            if child.id in nodes or child.map_id != root.map_id:
                continue
            width, height = kind_of(child).size(child, look)
            twig = Twig(child.id, width, height)
            nodes[child.id] = child
            twigs.append(twig)
            waiting.append((child, twig.children))
    return tops, nodes, hidden


def _choose_sides(tops: list[Twig], nodes: Mapping[str, Node]) -> None:
    free: list[Twig] = []
    for twig in tops:
        node = nodes[twig.key]
        side = node.side if isinstance(node, Branch) else ""
        twig.side = -1 if side == "left" else 1
        if side not in ("left", "right"):
            free.append(twig)
    heights = [_whole_height(twig) for twig in free]
    for twig in free[balance(heights) :]:
        twig.side = -1


def _whole_height(twig: Twig) -> float:
    order = [twig]
    for each in order:
        order.extend(each.children)
    heights: dict[str, float] = {}
    for each in reversed(order):
        heights[each.key] = max(each.height, sum(heights[child.key] for child in each.children))
    return heights[twig.key]


def _hues(tops: list[Twig], nodes: Mapping[str, Node], both_sides: bool) -> dict[str, int]:
    """The hue of every twig: that of its main branch. Ideas in a list under a card share one."""
    hues: dict[str, int] = {}
    for place, top in enumerate(tops):
        hue = hue_of(nodes[top.key], place if both_sides else 0)
        family = [top]
        for twig in family:
            hues[twig.key] = hue
            family.extend(twig.children)
    return hues


def arrange_tree(
    document: Document,
    root: Node,
    look: Look,
    inside: int = 0,
    others: Mapping[str, Placed] | None = None,
) -> dict[str, Placed]:
    """A node that hangs from nothing, and all the branches under it.

    `inside` is what it hides besides; a summary spans what lies among the `others`.
    """
    kind = kind_of(root)
    span = span_of(document, root, others or {}, look) if isinstance(root, Summary) else None
    box, side, below = span or (_root_box(root, look), 1, False)
    tops, nodes, hidden = _tree(document, root, look)
    leaves: dict[str, Leaf] = {}
    taken: frozenset[Side] = frozenset()
    if tops and kind.growth is Growth.SIDES:
        _choose_sides(tops, nodes)
        leaves = beside(box, tops)
        taken = frozenset(Side.RIGHT if twig.side > 0 else Side.LEFT for twig in tops)
    elif tops:
        leaves = under(box, tops, kind.trunk)
        taken = frozenset((Side.BOTTOM,))
    count = hidden.get(root.id, 0) + inside
    setting = Setting(box.width, box.height, side=side, hidden=count, below=below)
    found = {root.id: Placed(root, box, setting, root.id, taken=taken)}
    hues = _hues(tops, nodes, kind.growth is Growth.SIDES)
    for key, leaf in leaves.items():
        setting = Setting(
            leaf.box.width, leaf.box.height, 0, hues[key], leaf.depth, leaf.side, hidden.get(key, 0)
        )  # fmt: skip
        taken = HANGING if leaf.side > 0 else HANGING_LEFT
        found[key] = Placed(nodes[key], leaf.box, setting, root.id, leaf.limb, taken)
    return found


def span_of(document: Document, summary: Summary, placed: Mapping[str, Placed], look: Look) -> Span | None:
    """Where a summary lies, and on which side of what it spans; None where it spans nothing that is seen."""
    found = {item.node.id: item for key in summary.covers if (item := _seen(document, key, placed))}
    if not found:
        return None
    whole = {*found, *(below.id for key in found for below in descendants(document, key))}
    covered = union(placed[key].box for key in whole if key in placed)
    assert covered is not None
    hanging = [item for item in found.values() if item.node.id != item.root_id]
    side = -1 if hanging and all(item.setting.side < 0 for item in found.values()) else 1
    below = not hanging and covered.width > covered.height * 1.3
    return spanning(summary, look, covered, side, below), side, below


def _seen(document: Document, key: str, placed: Mapping[str, Placed]) -> Placed | None:
    """A node as it lies, or what it is folded into; None for summaries, which do not span one another."""
    seen: set[str] = set()
    while key not in placed and key not in seen:
        seen.add(key)
        node = document.find(Node, key)
        if node is None:
            return None
        key = node.parent_id
    item = placed.get(key)
    if item is None or isinstance(document.get(item.root_id), Summary):
        return None
    return item


def _root_box(root: Node, look: Look) -> Box:
    """Where what hangs from nothing lies; a folded frame keeps its top left corner."""
    size = kind_of(root).size
    if not isinstance(root, Frame) or not root.folded:
        return Box.around(root.x, root.y, *size(root, look))
    opened = Box.around(root.x, root.y, *size(replace(root, folded=False), look))
    width, height = size(root, look)
    return Box(opened.left, opened.top, opened.left + width, opened.top + height)


def is_root(document: Document, node: Node) -> bool:
    """Whether a node hangs from nothing on its map."""
    parent = document.find(Node, node.parent_id) if node.parent_id else None
    return parent is None or parent.map_id != node.map_id


def stops(placed: Iterable[Placed]) -> dict[str, Stop]:
    """The nodes through which paths lead, as the flow sees them."""
    found = {}
    for item in placed:
        part = kind_of(item.node).part
        if part in (Part.STAGE, Part.STEP, Part.END):
            lost = isinstance(item.node, Outcome) and item.node.fate != "gained"
            found[item.node.id] = Stop(item.node.id, item.box.x, item.box.y, part is Part.STAGE, lost)
    return found


def numbered(placed: dict[str, Placed], order: tuple[str, ...] | None = None) -> dict[str, Placed]:
    """The stages whose number is not yet what their place in the journey says, with that number."""
    order = stage_order(stops(placed.values()).values()) if order is None else order
    changed = {}
    for number, key in enumerate(order, 1):
        item = placed[key]
        if item.setting.number != number:
            changed[key] = replace(item, setting=replace(item.setting, number=number))
    return changed


def keeping_numbers(family: Mapping[str, Placed], known: Mapping[str, Placed]) -> dict[str, Placed]:
    """The same nodes, stages with the numbers that they had."""
    found = dict(family)
    for key, item in family.items():
        if (old := known.get(key)) is not None and old.setting.number:
            found[key] = replace(item, setting=replace(item.setting, number=old.setting.number))
    return found
