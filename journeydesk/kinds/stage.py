"""A stage: a wide rounded box with its number; its colour and its caption are the life-cycle phase."""

from dataclasses import dataclass

from journeydesk.kinds.feeling import (
    draw_plates,
    expected_field,
    face,
    feelings_field,
    plates_height,
    sentiment_field,
)
from journeydesk.kinds.kind import Kind, Look, Part, Setting, Writing
from journeydesk.kinds.pieces import (
    BADGE,
    CAPTION_STRONG,
    HEADING,
    card,
    height_of,
    on,
    outlined,
    truth_star,
)
from journeydesk.language import N_
from journeydesk.model.fields import Editor, attribute, label_of
from journeydesk.model.records import Node
from journeydesk.model.vocabulary import PARTS, PHASES
from journeydesk.picture.marks import Box, Path, Picture
from journeydesk.picture.shapes import circle
from journeydesk.picture.text import Block, lay
from journeydesk.picture.theme import Theme, Tint, tint_of

WIDTH = 256.0
PAD = 16.0
NUMBER = 34.0
GAP = 2.4  # between the phase and the title
# Where a theme has no colours, the line around the stage tells the phase.
DASHES = ((), (10.0, 5.0), (2.0, 5.0), (14.0, 5.0, 2.0, 5.0), (18.0, 7.0), (4.0, 4.0), (1.0, 7.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Node):
    """A numbered step of the journey. `roles` are pairs of a persona's id and a role that they play here."""

    phase: str = attribute("discover", N_("Phase"), Editor.CHOICE, choices=PHASES)
    sentiment: int | None = sentiment_field()
    expected: int | None = expected_field()
    feelings: tuple[tuple[str, int], ...] = feelings_field()
    moment_of_truth: bool = attribute(False, N_("Moment of truth"), Editor.SWITCH)
    roles: tuple[tuple[str, str], ...] = attribute(
        (),
        N_("Roles at this stage"),
        Editor.PARTS,
        refers="Persona",
        choices=PARTS,
        hint=N_("Where nothing is chosen, personas play the roles that they have in general"),
    )


def phase_index(key: str) -> int:
    """The place of a phase in its vocabulary; 0 for an unknown one."""
    return next((i for i, choice in enumerate(PHASES) if choice.key == key), 0)


def phase_tint(stage: Stage, theme: Theme) -> Tint:
    """The colours of a stage: its own, or its phase's."""
    return tint_of(stage.colour, theme) if stage.colour else theme.phases[phase_index(stage.phase)]


def tint(node: Node, setting: Setting, look: Look) -> Tint:
    assert isinstance(node, Stage)
    return phase_tint(node, look.theme)


def _room(width: float) -> float:
    return width - 2 * PAD - NUMBER - 12


def _plates_room(width: float) -> float:
    return width - PAD - BADGE


def _caption(node: Node, look: Look, room: float) -> Block:
    """The name of the phase, over the title."""
    assert isinstance(node, Stage)
    return lay(look.say(label_of(PHASES, node.phase)), CAPTION_STRONG, room)


def size(node: Node, look: Look) -> tuple[float, float]:
    width = max(node.width or WIDTH, 140.0)
    room = _room(width)
    content = _caption(node, look, room).height + GAP + height_of(node.title, HEADING, room)
    content += plates_height(node, _plates_room(width), look)
    return width, max(node.height or 0.0, 76.0, content + 2 * 14)


def draw(node: Node, setting: Setting, look: Look) -> Picture:
    assert isinstance(node, Stage)
    theme, box = look.theme, Box(0, 0, setting.width, setting.height)
    colours, index = phase_tint(node, theme), phase_index(node.phase)
    marks = list(card(box, 16, colours.fill, outlined(colours, theme, 2, DASHES[index]), theme))
    low = box.height - plates_height(node, _plates_room(box.width), look)
    cx, cy = PAD + NUMBER / 2, low / 2
    marks.append(Path(circle(cx, cy, NUMBER / 2), colours.line))
    if setting.number:
        number = lay(str(setting.number), HEADING if setting.number < 100 else CAPTION_STRONG, NUMBER)
        marks += number.placed(PAD, cy - number.height / 2, on(colours.line), align=0.5, width=NUMBER)
    left, room = PAD + NUMBER + 12, _room(box.width)
    caption, title = _caption(node, look, room), lay(node.title, HEADING, room)
    top = (low - caption.height - GAP - title.height) / 2
    marks += caption.placed(left, top, colours.ink)
    marks += title.placed(left, top + caption.height + GAP, colours.ink)
    if node.moment_of_truth:
        marks += truth_star(box, look)
    marks += draw_plates(node, PAD, box.bottom - 8, _plates_room(box.width), look)
    if node.sentiment is not None:
        marks += face(box.right - 10, box.bottom - 4, BADGE, node.sentiment, theme)
    return tuple(marks)


def writing(node: Node, setting: Setting, look: Look) -> Writing:
    left, room = PAD + NUMBER + 12, _room(setting.width)
    above = _caption(node, look, room).height + GAP
    height = above + lay(node.title, HEADING, room).height
    low = setting.height - plates_height(node, _plates_room(setting.width), look)
    return Writing(left, (low - height) / 2 + above, room, HEADING)


STAGE = Kind("stage", Stage, N_("Stage"), "rows-3", Part.STAGE, size, draw, writing, tint=tint)
