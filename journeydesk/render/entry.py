"""What lies on a board: an entry for each card, limb, arrow and label, with what is seen of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

from journeydesk.kinds.branch import hue_colour, limb, limb_width
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.kind import Look, Part
from journeydesk.kinds.pieces import folded_count
from journeydesk.picture.marks import Box, Group
from journeydesk.picture.shapes import at
from journeydesk.render.afar import Afar, Patch, Thread
from journeydesk.render.arrange import Placed
from journeydesk.render.strand import Strand

MARGIN = 26.0  # how far a kind may draw beyond its node's box
FOLD_MARGIN = 64.0


class Layer(IntEnum):
    """What is painted over what."""

    FRAME = 0
    LIMB = 1
    LINK = 2
    NODE = 3
    LABEL = 4


def _nothing() -> None:
    """What is too small to be seen from afar."""


@dataclass(slots=True)
class Entry:
    """One thing on a board. Its picture is made when it is first asked for; `afar` is for far out."""

    key: str
    record_id: str
    layer: Layer
    order: float
    bounds: Box
    make: Callable[[], Group]
    afar: Callable[[], Afar | None] = _nothing
    _picture: Group | None = field(default=None, repr=False)

    @property
    def picture(self) -> Group:
        if self._picture is None:
            self._picture = self.make()
        return self._picture

    @property
    def rank(self) -> tuple[int, float, str]:
        """Where it comes in the order of painting."""
        return self.layer, self.order, self.key


def limb_key(node_id: str) -> str:
    """The key of the limb that leads to a branch."""
    return f"limb {node_id}"


def label_key(link_id: str) -> str:
    """The key of an arrow's label."""
    return f"{link_id} label"


def entries_of_node(placed: Placed, look: Look) -> list[Entry]:
    """The entry of a node, and that of the limb that leads to it."""
    node = placed.node
    layer = Layer.FRAME if isinstance(node, Frame) else Layer.NODE
    box = placed.box.grown(FOLD_MARGIN if placed.setting.hidden else MARGIN)
    drawn = _Drawn(placed, look)
    found = [Entry(node.id, node.id, layer, node.order, box, drawn, drawn.afar)]
    if placed.limb is not None:
        xs, ys = [x for x, _ in placed.limb], [y for _, y in placed.limb]
        region = Box(min(xs), min(ys), max(xs), max(ys)).grown(8)
        thin = _Limb(placed, look)
        found.append(Entry(limb_key(node.id), node.id, Layer.LIMB, node.order, region, thin, thin.afar))
    return found


def entries_of_strand(key: str, strand: Strand) -> dict[str, Entry]:
    """The entries of an arrow's line and of its label, by key."""
    order, found = strand.link.order, {}
    if (line := strand.box("")) is not None:
        found[key] = Entry(key, key, Layer.LINK, order, line, strand.line, strand.afar)
    if (label := strand.box(" label")) is not None:
        found[label_key(key)] = Entry(label_key(key), key, Layer.LABEL, order, label, strand.label)
    return found


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Makes the picture of a node."""

    placed: Placed
    look: Look

    def __call__(self) -> Group:
        node, setting, box = self.placed.node, self.placed.setting, self.placed.box
        kind = kind_of(node)
        marks = kind.draw(node, setting, self.look)
        if setting.hidden and kind.part is not Part.BRANCH and not isinstance(node, Frame):
            theme = self.look.theme
            marks += folded_count(setting.hidden, kind.trunk, box.height + 14, theme.muted, theme)
        return Group(marks, box.left, box.top, name=node.id, title=node.title, about=node.notes, url=node.url)

    def afar(self) -> Afar:
        """The card as a patch; a branch that hangs as the line on which its text stands."""
        node, setting, box = self.placed.node, self.placed.setting, self.placed.box
        tint = kind_of(node).tint(node, setting, self.look)
        if self.placed.limb is None:
            return Patch(box, tint.fill, tint.line)
        return Thread(((box.left, box.bottom), (box.right, box.bottom)), tint.line, limb_width(setting.depth))


@dataclass(frozen=True, slots=True)
class _Limb:
    """Makes the picture of the limb that leads to a branch."""

    placed: Placed
    look: Look

    def __call__(self) -> Group:
        assert self.placed.limb is not None
        return Group(limb(self.placed.limb, self.placed.setting, self.placed.node, self.look.theme))

    def afar(self) -> Afar:
        """The limb as a line."""
        placed, theme = self.placed, self.look.theme
        assert placed.limb is not None
        points = tuple(at(placed.limb, part) for part in (0.0, 0.5, 1.0))
        colour = hue_colour(placed.setting, placed.node, theme)
        return Thread(points, colour, limb_width(placed.setting.depth))
