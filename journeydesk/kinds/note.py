"""A note: a piece of paper with a turned corner."""

from dataclasses import dataclass

from journeydesk.kinds.kind import Kind, Look, Part, Setting, Writing
from journeydesk.kinds.pieces import BODY, height_of, paragraph
from journeydesk.language import N_
from journeydesk.model.records import Node
from journeydesk.picture.marks import Box, Path, Picture, Stroke
from journeydesk.picture.shapes import polygon
from journeydesk.picture.theme import Tint, mixed, tint_of

WIDTH = 200.0
PAD = 14.0
CORNER = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Node):
    """A paper note."""


def size(node: Node, look: Look) -> tuple[float, float]:
    width = max(node.width or WIDTH, 80.0)
    return width, max(node.height or 0.0, 64.0, height_of(node.title, BODY, width - 2 * PAD) + 2 * PAD + 4)


def tint(node: Node, setting: Setting, look: Look) -> Tint:
    return tint_of(node.colour, look.theme) if node.colour else look.theme.note


def draw(node: Node, setting: Setting, look: Look) -> Picture:
    theme, box = look.theme, Box(0, 0, setting.width, setting.height)
    colours = tint(node, setting, look)
    right, bottom = box.right, box.bottom
    sheet = ((0.0, 0.0), (right, 0.0), (right, bottom - CORNER), (right - CORNER, bottom), (0.0, bottom))
    turned = ((right, bottom - CORNER), (right - CORNER, bottom), (right - CORNER, bottom - CORNER))
    corner = mixed(colours.line, colours.fill, 0.35) if not theme.patterned else theme.card
    line = Stroke(colours.line, 1.25)
    return (
        Path(polygon(sheet), colours.fill, line),
        Path(polygon(turned), corner, line),
        *paragraph(node.title, BODY, PAD, PAD, box.width - 2 * PAD, colours.ink),
    )


def writing(node: Node, setting: Setting, look: Look) -> Writing:
    return Writing(PAD, PAD, setting.width - 2 * PAD, BODY)


NOTE = Kind("note", Note, N_("Note"), "sticky-note", Part.ASIDE, size, draw, writing, tint=tint)
