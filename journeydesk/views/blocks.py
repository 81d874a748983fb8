"""Blocks of what is known of a persona: a heading with lines, or labels with values, below one another."""

from dataclasses import dataclass
from functools import partial

from journeydesk.kinds.pieces import BODY, CAPTION, STRONG, height_of
from journeydesk.language import labelled, message
from journeydesk.model.fields import Field, described
from journeydesk.model.records import Persona
from journeydesk.operations.telling import remove_value, write_line
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Path
from journeydesk.picture.shapes import circle
from journeydesk.picture.theme import readable
from journeydesk.views.easel import Easel
from journeydesk.views.view import Brief

SIGN = 16.0
INDENT = 14.0
INVITATION = 24.0
GAP = 4.0

FIELDS: dict[str, Field] = {told.name: told for told in described(Persona)}


@dataclass(frozen=True, slots=True)
class Heading:
    """How a block of lines is headed: which field it is, its sign, and the place of its colour."""

    name: str
    icon: str
    hue: int


HEADINGS: dict[str, Heading] = {
    row.name: row
    for row in (
        Heading("responsibilities", "clipboard-list", 7),
        Heading("goals", "flag", 1),
        Heading("jobs", "briefcase", 5),
        Heading("needs", "target", 0),
        Heading("requirements", "clipboard-check", 7),
        Heading("concerns", "circle-alert", 2),
        Heading("frustrations", "frown", 3),
        Heading("objections", "octagon-x", 3),
        Heading("quotes", "quote", 6),
    )
}


def label(asked: Brief, name: str) -> str:
    """What a persona's field is called."""
    return asked.look.say(FIELDS[name].label)


def line_rows(
    easel: Easel, asked: Brief, persona: Persona, name: str, x: float, y: float, width: float, sign: str = ""
) -> float:
    """A field's lines with a dot or a sign before each, and where another can be added; gives their end."""
    theme = easel.look.theme
    for place, line in enumerate(getattr(persona, name)):
        height = height_of(line, BODY, width - INDENT - SIGN * bool(sign))
        left = x + INDENT + (8 if sign else 0)
        if sign:
            hue = theme.branches[HEADINGS[name].hue] if name in HEADINGS else theme.muted
            easel.marks += icon(sign, x, y + 3, 14, readable(hue, theme.card))
        else:
            easel.marks.append(Path(circle(x + 4, y + BODY.size * 0.66, 2.2), theme.muted))
        easel.text(line, BODY, left, y, x + width - left, theme.ink)
        easel.spot(
            Box(x, y - 1, x + width, y + height + 1),
            record_id=persona.id,
            label=labelled(label(asked, name), line),
            text=line,
            write=partial(write_line, persona_id=persona.id, name=name, place=place),
            remove=partial(remove_value, persona_id=persona.id, name=name, place=place),
        )
        y += height + GAP
    return y


def invite(
    easel: Easel, asked: Brief, persona: Persona, name: str, x: float, y: float, width: float
) -> float:
    """Where another line can be added, on the screen only; gives where it ends."""
    if not asked.inviting:
        return y
    text = asked.look.say(message("Add to “{field}”", field=label(asked, name)))
    place = len(getattr(persona, name))
    easel.invitation(
        Box(x - 6, y, x + width, y + INVITATION),
        text,
        record_id=persona.id,
        write=partial(write_line, persona_id=persona.id, name=name, place=place),
    )
    return y + INVITATION


def lines(easel: Easel, asked: Brief, persona: Persona, name: str, x: float, y: float, width: float) -> float:
    """A headed block of lines; nothing in print where there are none. Gives where it ends."""
    if not getattr(persona, name) and not asked.inviting:
        return y
    theme, head = easel.look.theme, HEADINGS[name]
    colour = readable(theme.branches[head.hue % len(theme.branches)], theme.ground)
    easel.marks += icon(head.icon, x, y + 2, SIGN, colour)
    y += max(20.0, easel.text(label(asked, name), STRONG, x + SIGN + 8, y, width - SIGN - 8, colour)) + GAP
    y = line_rows(easel, asked, persona, name, x, y, width)
    return invite(easel, asked, persona, name, x, y, width) + 14


def caption(easel: Easel, text: str, x: float, y: float, width: float) -> float:
    """A small label over a value; gives where it ends."""
    return y + easel.text(text, CAPTION, x, y, width, easel.look.theme.muted)
