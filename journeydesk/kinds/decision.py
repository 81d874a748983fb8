"""A decision point: a diamond-like hexagon with the question in it."""

from dataclasses import dataclass

from journeydesk.kinds.belonging import stage_field
from journeydesk.kinds.feeling import (
    draw_plates,
    expected_field,
    face,
    feelings_field,
    plates_height,
    sentiment_field,
)
from journeydesk.kinds.kind import Kind, Look, Part, Setting, Writing
from journeydesk.kinds.pieces import BADGE, STRONG, height_of, outlined, paragraph, truth_star
from journeydesk.language import N_
from journeydesk.model.fields import Editor, attribute
from journeydesk.model.records import Node
from journeydesk.picture.marks import Box, Path, Picture
from journeydesk.picture.shapes import rounded_polygon
from journeydesk.picture.text import lay
from journeydesk.picture.theme import Tint, tint_of

WIDTH = 220.0
SLANT = 44.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPoint(Node):
    """A node where the path splits."""

    sentiment: int | None = sentiment_field()
    expected: int | None = expected_field()
    feelings: tuple[tuple[str, int], ...] = feelings_field()
    moment_of_truth: bool = attribute(False, N_("Moment of truth"), Editor.SWITCH)
    stage_id: str = stage_field()


def _room(width: float) -> float:
    return width - 2 * SLANT + 12


def _plates_room(width: float) -> float:
    return width - 2 * SLANT


def size(node: Node, look: Look) -> tuple[float, float]:
    width = max(node.width or WIDTH, 150.0)
    content = height_of(node.title, STRONG, _room(width)) + plates_height(node, _plates_room(width), look)
    return width, max(node.height or 0.0, 88.0, content + 36)


def tint(node: Node, setting: Setting, look: Look) -> Tint:
    return tint_of(node.colour, look.theme) if node.colour else look.theme.decision


def draw(node: Node, setting: Setting, look: Look) -> Picture:
    assert isinstance(node, DecisionPoint)
    theme, box = look.theme, Box(0, 0, setting.width, setting.height)
    colours = tint(node, setting, look)
    slant = min(SLANT, box.width / 3)
    corners = (
        (0.0, box.y),
        (slant, 0.0),
        (box.right - slant, 0.0),
        (box.right, box.y),
        (box.right - slant, box.bottom),
        (slant, box.bottom),
    )
    marks: list[Path] = [Path(rounded_polygon(corners, 8), colours.fill, outlined(colours, theme, 2))]
    room = _room(box.width)
    height = lay(node.title, STRONG, room).height + plates_height(node, _plates_room(box.width), look)
    picture = (
        *marks,
        *paragraph(
            node.title, STRONG, (box.width - room) / 2, (box.height - height) / 2, room, colours.ink, 0.5
        ),
    )
    if node.moment_of_truth:
        picture += truth_star(Box(0, 0, box.right - slant + 8, box.bottom), look)
    if node.sentiment is not None:
        picture += face(box.right - slant, box.bottom - 2, BADGE - 2, node.sentiment, theme)
    return picture + draw_plates(node, SLANT, box.bottom - 8, _plates_room(box.width), look, 0.5)


def writing(node: Node, setting: Setting, look: Look) -> Writing:
    room = _room(setting.width)
    height = lay(node.title, STRONG, room).height + plates_height(node, _plates_room(setting.width), look)
    return Writing((setting.width - room) / 2, (setting.height - height) / 2, room, STRONG, 0.5)


DECISION = Kind(
    "decision",
    DecisionPoint,
    N_("Decision point"),
    "diamond",
    Part.STEP,
    size,
    draw,
    writing,
    trunk=SLANT + 8,
    badges_from=SLANT + 6,
    tint=tint,
)
