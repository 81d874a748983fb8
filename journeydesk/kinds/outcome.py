"""An outcome: a pill with an icon for gained, postponed or lost."""

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
from journeydesk.kinds.pieces import STRONG, disc, on, outlined
from journeydesk.language import N_
from journeydesk.model.fields import Editor, attribute
from journeydesk.model.records import Node
from journeydesk.model.vocabulary import FATES
from journeydesk.picture.marks import Box, Path, Picture
from journeydesk.picture.shapes import rounded
from journeydesk.picture.text import lay
from journeydesk.picture.theme import Theme, Tint, tint_of

WIDEST, NARROWEST = 240.0, 110.0
MARK = 28.0
LEFT = 10 + MARK + 10
PLATES = 18.0  # from the left to what personas feel
DASHES = {"gained": (), "postponed": (9.0, 5.0), "lost": (2.0, 5.0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Node):
    """A node where a path ends."""

    fate: str = attribute("gained", N_("Fate"), Editor.CHOICE, choices=FATES)
    sentiment: int | None = sentiment_field()
    expected: int | None = expected_field()
    feelings: tuple[tuple[str, int], ...] = feelings_field()
    stage_id: str = stage_field()


def fate_tint(fate: str, theme: Theme) -> Tint:
    """The colours of a fate; an unknown one counts as postponed."""
    return {"gained": theme.gained, "lost": theme.lost}.get(fate, theme.postponed)


def _plates_room(width: float) -> float:
    return width - 2 * PLATES


def size(node: Node, look: Look) -> tuple[float, float]:
    given = max(node.width, NARROWEST) if node.width is not None else None
    block = lay(node.title, STRONG, (given or WIDEST) - LEFT - 20)
    width = given or max(130.0, block.width + LEFT + 22)
    plates = plates_height(node, _plates_room(width), look)
    return width, max(node.height or 0.0, 48.0, block.height + 20 + plates)


def tint(node: Node, setting: Setting, look: Look) -> Tint:
    assert isinstance(node, Outcome)
    return tint_of(node.colour, look.theme) if node.colour else fate_tint(node.fate, look.theme)


def draw(node: Node, setting: Setting, look: Look) -> Picture:
    assert isinstance(node, Outcome)
    theme, box = look.theme, Box(0, 0, setting.width, setting.height)
    colours = tint(node, setting, look)
    line = outlined(colours, theme, 2, DASHES.get(node.fate, ()))
    marks = [Path(rounded(box, min(24.0, box.height / 2)), colours.fill, line)]
    name = next((choice.icon for choice in FATES if choice.key == node.fate), "circle-question-mark")
    low = box.height - plates_height(node, _plates_room(box.width), look)
    mark = disc(10 + MARK / 2, low / 2, MARK, name, colours.line, on(colours.line))
    block = lay(node.title, STRONG, box.width - LEFT - 20)
    picture = (*marks, *mark, *block.placed(LEFT, (low - block.height) / 2, colours.ink))
    if node.sentiment is not None:
        picture += face(box.right - 8, box.bottom - 2, 26, node.sentiment, theme)
    return picture + draw_plates(node, PLATES, box.bottom - 6, _plates_room(box.width), look)


def writing(node: Node, setting: Setting, look: Look) -> Writing:
    room = setting.width - LEFT - 20
    low = setting.height - plates_height(node, _plates_room(setting.width), look)
    return Writing(LEFT, (low - lay(node.title, STRONG, room).height) / 2, room, STRONG)


OUTCOME = Kind(
    "outcome",
    Outcome,
    N_("Outcome"),
    "flag-triangle-right",
    Part.END,
    size,
    draw,
    writing,
    trunk=28.0,
    badges_from=26.0,
    tint=tint,
)
