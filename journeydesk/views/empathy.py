"""The empathy map: what a persona says, thinks, does and feels, what hurts them and what they would gain."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeydesk.kinds.pieces import BODY, HEADING, height_of
from journeydesk.kinds.portrait import portrait
from journeydesk.language import N_
from journeydesk.model.document import Document
from journeydesk.model.records import Persona
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Path, Stroke
from journeydesk.picture.shapes import circle
from journeydesk.picture.theme import readable
from journeydesk.views.blocks import GAP, HEADINGS, INDENT, INVITATION, invite, line_rows
from journeydesk.views.easel import Easel
from journeydesk.views.people import shown, tint_for
from journeydesk.views.view import Brief, Layout, Subject, View

WIDTH = 1120.0
MARGIN = 24.0
PAD = 22.0
PORTRAIT = 132.0
NOTCH = 84.0  # what the portrait takes of a quarter's width
HEAD = 38.0
LEAST = 200.0  # the height of a quarter


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the map: the fields whose lines stand in it, and how it is headed."""

    names: tuple[str, ...]
    title: str
    icon: str
    hue: int


QUARTERS = (
    Part(("says",), N_("Says"), "message-circle", 0),
    Part(("thinks",), N_("Thinks"), "brain", 4),
    Part(("does",), N_("Does"), "footprints", 1),
    Part(("feels",), N_("Feels"), "heart", 6),
)
BELOW = (
    Part(("frustrations", "concerns", "objections"), N_("Pains"), "zap-off", 3),
    Part(("goals", "needs", "jobs"), N_("Gains"), "sparkles", 5),
)


def draw(document: Document, asked: Brief) -> Iterator[View]:
    for persona in shown(document, asked):
        yield page(persona, asked)


def page(persona: Persona, asked: Brief) -> View:
    """The map of one persona."""
    easel = Easel(asked.look)
    half = (WIDTH - 2 * MARGIN) / 2
    rows = [
        max(LEAST, *(_height(persona, part, half - 2 * PAD - NOTCH, asked) for part in pair))
        for pair in (QUARTERS[:2], QUARTERS[2:])
    ]
    rows.append(max(_height(persona, part, half - 2 * PAD, asked) for part in BELOW))
    tops = [MARGIN, MARGIN + rows[0], MARGIN + rows[0] + rows[1] + 14]
    for place, part in enumerate((*QUARTERS, *BELOW)):
        column, row = place % 2, place // 2
        left = MARGIN + half * column
        box = Box(left, tops[row], left + half, tops[row] + rows[row])
        _part(easel, asked, persona, part, box, notch=(NOTCH if row < 2 else 0.0), at_right=column == 1)
    _cross(easel, asked, persona, MARGIN + half, tops)
    return View(WIDTH, tops[2] + rows[2] + MARGIN, easel.picture, tuple(easel.spots), title=persona.name)


def _height(persona: Persona, part: Part, room: float, asked: Brief) -> float:
    indent = INDENT + 8 * (len(part.names) > 1)
    lines = [line for name in part.names for line in getattr(persona, name)]
    text = sum(height_of(line, BODY, room - indent) + GAP for line in lines)
    return PAD + HEAD + text + INVITATION * asked.inviting + PAD


def _part(
    easel: Easel, asked: Brief, persona: Persona, part: Part, box: Box, *, notch: float, at_right: bool
) -> None:
    """A quarter or a part below: its heading, then its lines beside the portrait."""
    theme = asked.look.theme
    tone = theme.branches[part.hue % len(theme.branches)]
    easel.area(box.grown(-3), theme.card, theme.card_line, 12.0)
    if not theme.patterned:
        edge = box.right - 7 if at_right else box.left + 3
        easel.area(Box(edge, box.top + 18, edge + 4, box.bottom - 18), tone)
    left = box.left + PAD + (notch if at_right else 0.0)
    room = box.width - 2 * PAD - notch
    colour, y = readable(tone, theme.card), box.top + PAD - 4
    easel.marks += icon(part.icon, left, y + 1, 22, colour)
    easel.text(asked.look.say(part.title), HEADING, left + 32, y, room - 32, colour)
    y += HEAD
    for name in part.names:
        sign = HEADINGS[name].icon if len(part.names) > 1 else ""
        y = line_rows(easel, asked, persona, name, left, y, room, sign)
    invite(easel, asked, persona, part.names[0], left, y, room)


def _cross(easel: Easel, asked: Brief, persona: Persona, x: float, tops: list[float]) -> None:
    """The portrait in the middle of the four quarters, with the name below it."""
    look, tint = asked.look, tint_for(persona, asked)
    y = tops[1]
    ring = Stroke(look.theme.card_line, 1)
    easel.marks.append(Path(circle(x, y, PORTRAIT / 2 + 9), look.theme.ground, ring))
    easel.marks += portrait(persona, look, x, y, PORTRAIT, tint.line)
    easel.spot(Box.around(x, y, PORTRAIT, PORTRAIT), record_id=persona.id, label=persona.name)


EMPATHY = Layout(
    "empathy",
    N_("Empathy Map"),
    "heart",
    Subject.PERSONA,
    draw,
    N_("There is no persona yet. Add one to see here what they say, think, do and feel."),
    N_("What a person says, thinks, does and feels, their pains and gains"),
)
