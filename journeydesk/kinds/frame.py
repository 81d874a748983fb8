"""A frame: a titled region behind other nodes that groups them."""

from dataclasses import dataclass, replace

from journeydesk.kinds.kind import Kind, Look, Part, Setting, Writing
from journeydesk.kinds.pieces import HEADING, folded_count, height_of, paragraph
from journeydesk.language import N_
from journeydesk.model.fields import Editor, attribute
from journeydesk.model.records import Node
from journeydesk.picture.marks import Box, Path, Picture, Stroke
from journeydesk.picture.shapes import rounded
from journeydesk.picture.theme import Tint, mixed, readable, tint_of

WIDTH, HEIGHT = 560.0, 360.0
NARROWEST, LOWEST = 120.0, 80.0
PAD = 20.0
COUNT = 64.0  # the room of the number of what a folded frame hides


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame(Node):
    """A titled region behind other nodes. `contents` are what it hides while it is folded."""

    contents: tuple[str, ...] = attribute((), editor=Editor.HIDDEN, refers="Node")


def open_box(frame: Frame) -> Box:
    """The region that a frame surrounds while it is not folded."""
    return Box.around(
        frame.x, frame.y, max(frame.width or WIDTH, NARROWEST), max(frame.height or HEIGHT, LOWEST)
    )


def surrounds(frame: Frame, node: Node) -> bool:
    """Whether the middle of a node lies in a frame; another frame does so only as a whole."""
    if node.id == frame.id or node.map_id != frame.map_id:
        return False
    box = open_box(frame)
    if not isinstance(node, Frame):
        return box.holds(node.x, node.y)
    inner = open_box(node)
    smaller = (inner.width * inner.height, node.id) < (box.width * box.height, frame.id)
    return smaller and box.holds(inner.left, inner.top) and box.holds(inner.right, inner.bottom)


def _bar_height(node: Node, width: float) -> float:
    return height_of(node.title or " ", HEADING, _room(node, width)) + 2 * (PAD - 4)


def _room(node: Node, width: float) -> float:
    """How wide the title may be; beside it a folded frame tells how much it hides."""
    return width - 2 * PAD - (COUNT if node.folded else 0.0)


def size(node: Node, look: Look) -> tuple[float, float]:
    width = max(node.width or WIDTH, NARROWEST)
    if node.folded:
        return width, _bar_height(node, width)
    return width, max(
        node.height or HEIGHT, LOWEST, height_of(node.title, HEADING, width - 2 * PAD) + 2 * PAD
    )


def tint(node: Node, setting: Setting, look: Look) -> Tint:
    if not node.colour:
        return look.theme.frame
    chosen = tint_of(node.colour, look.theme)
    return replace(chosen, fill=mixed(chosen.fill, look.theme.ground, 0.55))


def draw(node: Node, setting: Setting, look: Look) -> Picture:
    box, colours = Box(0, 0, setting.width, setting.height), tint(node, setting, look)
    fill, ink = colours.fill, readable(colours.ink, colours.fill)
    title = paragraph(node.title, HEADING, PAD, PAD - 4, _room(node, box.width), ink)
    if not node.folded:
        return (Path(rounded(box, 22), fill, Stroke(colours.line, 1.5, (8, 6))), *title)
    shape = Path(rounded(box, 22), fill, Stroke(colours.line, 2))
    x, _ = count_place(box)
    return (shape, *title, *folded_count(setting.hidden, x, box.y, colours.line, look.theme))


def count_place(box: Box) -> tuple[float, float]:
    """Where a folded frame tells how much it hides: the left middle of the number's pill."""
    return box.right - PAD - COUNT + 12.0, box.y


def writing(node: Node, setting: Setting, look: Look) -> Writing:
    return Writing(PAD, PAD - 4, setting.width - 2 * PAD, HEADING)


FRAME = Kind("frame", Frame, N_("Frame"), "frame", Part.ASIDE, size, draw, writing, tint=tint)
