"""What lies on a board: an entry for each card, limb, arrow and label, with what is seen of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

from journeydesk.kinds.badges import (
    HEIGHT,
    badges_width,
    draw_badges,
    evidence_badges,
    review_badges,
)
from journeydesk.kinds.branch import hue_colour, limb, limb_width
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.claims import Known, is_claim, known
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.incognita import engraved_branch, engraved_card, lettering, lettering_width
from journeydesk.kinds.kind import Kind, Look, Part
from journeydesk.kinds.pieces import folded_count
from journeydesk.picture.marks import Box, Group, Picture
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


def badges_of(placed: Placed, look: Look) -> Picture:
    """What a node rests on, on the upper edge of its card with its top left at 0, 0.

    Where nothing bears it out and that is to be seen, words tell so. A branch draws its badges itself.
    """
    node, kind, review = placed.node, kind_of(placed.node), review_badges(placed.node, look)
    if kind.part is Part.BRANCH:
        # At its upper right end, where it takes no room from the text.
        return draw_badges(review, placed.box.width - badges_width(review) + 8, -HEIGHT * 0.6, look)
    badges = evidence_badges(node.evidence_ids, look)
    guessed = not badges and look.incognita and is_claim(node)
    if guessed and known(node, look.find, look.freshness) is Known.NONE:
        words = lettering(kind.badges_from, -HEIGHT * 0.68, look)
        after = kind.badges_from + lettering_width(look) + 4
        return (*words, *draw_badges(review, after, -HEIGHT * 0.68, look))
    return draw_badges((*badges, *review), kind.badges_from, -HEIGHT * 0.68, look)


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
        marks = self._engraving(Box(0, 0, box.width, box.height), kind)
        marks += kind.draw(node, setting, self.look)
        marks += badges_of(self.placed, self.look)
        if setting.hidden and kind.part is not Part.BRANCH and not isinstance(node, Frame):
            theme = self.look.theme
            marks += folded_count(setting.hidden, kind.trunk, box.height + 14, theme.muted, theme)
        return Group(marks, box.left, box.top, name=node.id, title=node.title, about=node.notes, url=node.url)

    def _engraving(self, box: Box, kind: Kind) -> Picture:
        """What tells that nothing fresh bears the node out, where that is to be seen."""
        node, look = self.placed.node, self.look
        if not look.incognita or not is_claim(node) or known(node, look.find, look.freshness) is Known.FRESH:
            return ()
        on_line = kind.part is Part.BRANCH and self.placed.limb is not None
        return engraved_branch(box, look) if on_line else engraved_card(box, look)

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
