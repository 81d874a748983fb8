"""A frame: a titled region behind other nodes that groups them."""

from dataclasses import dataclass, replace

from journeydesk.kinds.kind import Kind, Look, Part, Setting, Writing
from journeydesk.kinds.pieces import HEADING, height_of, paragraph
from journeydesk.language import N_
from journeydesk.model.records import Node
from journeydesk.picture.marks import Box, Path, Picture, Stroke
from journeydesk.picture.shapes import rounded
from journeydesk.picture.theme import Tint, mixed, readable, tint_of

WIDTH, HEIGHT = 560.0, 360.0
PAD = 20.0
NARROWEST = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame(Node):
    """A titled region behind other nodes."""


def size(node: Node, look: Look) -> tuple[float, float]:
    width = max(node.width or WIDTH, NARROWEST)
    return width, max(node.height or HEIGHT, 80.0, height_of(node.title, HEADING, width - 2 * PAD) + 2 * PAD)


def tint(node: Node, setting: Setting, look: Look) -> Tint:
    if not node.colour:
        return look.theme.frame
    chosen = tint_of(node.colour, look.theme)
    return replace(chosen, fill=mixed(chosen.fill, look.theme.ground, 0.55))


def draw(node: Node, setting: Setting, look: Look) -> Picture:
    box, colours = Box(0, 0, setting.width, setting.height), tint(node, setting, look)
    fill = colours.fill
    shape = Path(rounded(box, 22), fill, Stroke(colours.line, 1.5, (8, 6)))
    return (
        shape,
        *paragraph(node.title, HEADING, PAD, PAD - 4, box.width - 2 * PAD, readable(colours.ink, fill)),
    )


def writing(node: Node, setting: Setting, look: Look) -> Writing:
    return Writing(PAD, PAD - 4, setting.width - 2 * PAD, HEADING)


FRAME = Kind("frame", Frame, N_("Frame"), "frame", Part.ASIDE, size, draw, writing, tint=tint)
