"""A branch: text on a tapered organic limb in the colour of its main branch, with the icon of its topic."""

from dataclasses import dataclass
from typing import Any

from journeydesk.kinds.badges import badges_width, draw_badges, evidence_badges
from journeydesk.kinds.kind import Growth, Kind, Look, Part, Setting, Writing
from journeydesk.kinds.pieces import BODY, STRONG, folded_count
from journeydesk.language import N_
from journeydesk.model.fields import Choice, Editor, attribute
from journeydesk.model.records import Node
from journeydesk.model.vocabulary import TOPICS
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Path, Picture, Stroke
from journeydesk.picture.shapes import Cubic, polyline, rounded, taper
from journeydesk.picture.text import Type, extent, lay
from journeydesk.picture.theme import Theme, Tint, mixed

SIDES = (Choice("", N_("Automatic")), Choice("left", N_("Left")), Choice("right", N_("Right")))

ICON = 17.0
GAP = 6.0
PAD = 4.0
WIDEST = 232.0


def _weight(label: str, hint: str) -> Any:
    """A field by which opportunities are weighed against one another."""
    only = ("topic", "opportunity", "idea")
    return attribute(None, label, Editor.NUMBER, minimum=0, maximum=10, whole=True, hint=hint, only=only)


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Node):
    """A thought that hangs under another node, mind-map fashion."""

    topic: str = attribute("idea", N_("Topic"), Editor.CHOICE, choices=TOPICS)
    side: str = attribute("", N_("Side"), Editor.CHOICE, choices=SIDES)
    impact: int | None = _weight(N_("Impact"), N_("How much it would help, from 0 to 10"))
    effort: int | None = _weight(N_("Effort"), N_("What it would cost, from 0 to 10"))


def limb_width(depth: int) -> float:
    """How thick a limb is where it arrives at this depth."""
    return {0: 7.0, 1: 4.0, 2: 2.6}.get(depth, 1.8)


def hue_colour(setting: Setting, node: Node, theme: Theme) -> str:
    """The colour of a branch: its own, or that of its main branch."""
    return node.colour or theme.branches[setting.hue % len(theme.branches)]


# The hue of each topic, so that needs look alike on every map; ideas take the hue of their place.
HUES = {
    "need": 0, "requirement": 7, "goal": 1, "job": 5, "concern": 2, "frustration": 3, "objection": 3,
    "pain": 3, "question": 4, "quote": 6, "opportunity": 5, "action": 0,
}  # fmt: skip


def hue_of(node: Node, place: int) -> int:
    """The hue of a main branch, from its topic or, for an idea, from its place among its siblings."""
    topic = node.topic if isinstance(node, Branch) else ""
    return HUES.get(topic, place % 8)


def _type(depth: int) -> Type:
    return STRONG if depth <= 1 else BODY


def _widest(node: Node) -> float:
    return (node.width or WIDEST) - 2 * PAD - ICON - GAP


def _beside(node: Node, look: Look) -> float:
    """The room that the badges take after the text."""
    width = badges_width(evidence_badges(node.evidence_ids, look))
    return GAP + width if width else 0.0


def _room(node: Node, setting: Setting, look: Look) -> float:
    return setting.width - 2 * PAD - ICON - GAP - _beside(node, look) + 0.01


def size(node: Node, look: Look) -> tuple[float, float]:
    above = look.find(node.parent_id)
    is_deep = isinstance(above, Node) and look.find(above.parent_id) is not None
    width, height = extent(node.title, _type(2 if is_deep else 1), max(_widest(node), 40.0))
    return max(width, 24.0) + 2 * PAD + ICON + GAP + _beside(node, look), height + 2 * PAD + 2


def tint(node: Node, setting: Setting, look: Look) -> Tint:
    theme, colour = look.theme, hue_colour(setting, node, look.theme)
    return Tint(mixed(colour, theme.card, 0.14) if not theme.patterned else theme.card, theme.ink, colour)


def draw(node: Node, setting: Setting, look: Look) -> Picture:
    assert isinstance(node, Branch)
    theme, box = look.theme, Box(0, 0, setting.width, setting.height)
    colours = tint(node, setting, look)
    colour = colours.line
    name = next((choice.icon for choice in TOPICS if choice.key == node.topic), "lightbulb")
    marks: list[Picture] = []
    if setting.depth == 0:
        marks.append((Path(rounded(box, 10), colours.fill, Stroke(colour, 2)),))
    else:
        width = limb_width(setting.depth)
        marks.append(
            (Path(polyline(((0.0, box.bottom), (box.right, box.bottom))), stroke=Stroke(colour, width)),)
        )
    marks.append(icon(name, PAD, PAD + 2, ICON, colour, 2.2))
    room = _room(node, setting, look)
    block = lay(node.title, _type(setting.depth), room)
    marks.append(block.placed(PAD + ICON + GAP, PAD, theme.ink))
    badges = evidence_badges(node.evidence_ids, look)
    marks.append(draw_badges(badges, PAD + ICON + 2 * GAP + block.width, PAD + 1, look))
    if setting.hidden:
        x = box.right + 6 if setting.side > 0 else -6
        marks.append(folded_count(setting.hidden, x, box.bottom if setting.depth else box.y, colour, theme))
    return tuple(mark for picture in marks for mark in picture)


def limb(cubic: Cubic, setting: Setting, node: Node, theme: Theme) -> Picture:
    """The limb on which a branch hangs, along a cubic from its parent to itself."""
    start = limb_width(setting.depth - 1) * 0.9
    return (Path(taper(cubic, start, limb_width(setting.depth)), hue_colour(setting, node, theme)),)


def writing(node: Node, setting: Setting, look: Look) -> Writing:
    return Writing(PAD + ICON + GAP, PAD, _room(node, setting, look), _type(setting.depth))


BRANCH = Kind(
    "branch",
    Branch,
    N_("Branch"),
    "git-branch",
    Part.BRANCH,
    size,
    draw,
    writing,
    Growth.SIDES,
    resizable=False,
    tint=tint,
)
