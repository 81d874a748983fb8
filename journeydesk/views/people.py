"""A persona at the head of a page: portrait, name, one line and roles, each of which can be changed."""

from functools import partial

from journeydesk.kinds.pieces import (
    BODY,
    CAPTION,
    CAPTION_STRONG,
    HEADING,
    MAP_TITLE,
    height_of,
    shortened,
)
from journeydesk.kinds.portrait import portrait
from journeydesk.language import N_, labelled, message
from journeydesk.model.document import Document
from journeydesk.model.fields import label_of
from journeydesk.model.queries import personas
from journeydesk.model.records import Persona
from journeydesk.model.vocabulary import ROLES
from journeydesk.operations.fields import set_field
from journeydesk.operations.telling import remove_value
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Path, Stroke
from journeydesk.picture.shapes import rounded
from journeydesk.picture.text import Type, measure
from journeydesk.picture.theme import Tint, readable, tint_of
from journeydesk.views.blocks import INVITATION, label
from journeydesk.views.easel import Easel
from journeydesk.views.view import Brief, Offer, Write

MARGIN = 28.0
PHOTO = 132.0
ROLE = 30.0  # the height of a row of roles
ADDING = 190.0  # the width of the place where others are chosen


def shown(document: Document, asked: Brief) -> list[Persona]:
    """The personas that are asked for, in the order of the project."""
    return [
        persona for persona in personas(document) if not asked.persona_ids or persona.id in asked.persona_ids
    ]


def tint_for(persona: Persona, asked: Brief) -> Tint:
    """The colours of a persona: their own, or the theme's."""
    theme = asked.look.theme
    return tint_of(persona.colour, theme) if persona.colour else theme.persona


def head(easel: Easel, asked: Brief, persona: Persona, width: float) -> float:
    look, tint = asked.look, tint_for(persona, asked)
    left, room = MARGIN + PHOTO + 28, width - 2 * MARGIN - PHOTO - 28 - 24
    name, line = persona.name or look.say(N_("Unnamed")), persona.tagline
    high = 20 + height_of(name, MAP_TITLE, room) + 4
    if line or asked.inviting:
        high += (height_of(line, HEADING, room) or INVITATION) + 6
    high += ROLE * len(_role_rows(persona, asked, room - ADDING)) + 4
    bottom = MARGIN + max(PHOTO + 32, high + 12)
    box = Box(MARGIN, MARGIN, width - MARGIN, bottom)
    easel.area(box, tint.fill, tint.line, 18.0, 2.0)
    easel.marks += portrait(persona, look, MARGIN + 18 + PHOTO / 2, box.y, PHOTO, tint.line)
    easel.spot(
        Box.around(MARGIN + 18 + PHOTO / 2, box.y, PHOTO, PHOTO),
        record_id=persona.id,
        label=look.say(message("Photo of {name}: Enter chooses a picture", name=name)),
        remove=partial(set_field, ids=(persona.id,), name="photo_id", value="") if persona.photo_id else None,
        photo_of=persona.id,
    )
    left, y = left + 10, MARGIN + max(16.0, (box.height - high) / 2 + 10)
    y += one_line(easel, asked, persona, "name", left, y, room, tint.ink, MAP_TITLE) + 4
    if line or asked.inviting:
        y += one_line(easel, asked, persona, "tagline", left, y, room, tint.ink, HEADING) + 8
    _roles(easel, asked, persona, left, y, room, tint)
    return bottom


def one_line(
    easel: Easel,
    asked: Brief,
    persona: Persona,
    name: str,
    x: float,
    y: float,
    room: float,
    ink: str,
    type_: Type = BODY,
    adding: str = "",
) -> float:
    """A field of one line, or where it can be written; gives its height."""
    text = str(getattr(persona, name))
    write: Write = partial(set_text, persona_id=persona.id, name=name)
    if not text:
        if asked.inviting:
            easel.invitation(
                Box(x - 6, y, x + room, y + INVITATION), adding or label(asked, name),
                label=label(asked, name), record_id=persona.id, write=write,
            )  # fmt: skip
        return INVITATION
    height = easel.text(text, type_, x, y, room, ink)
    easel.spot(
        Box(x - 4, y - 2, x + room, y + height + 2),
        record_id=persona.id,
        label=labelled(label(asked, name), text),
        text=text,
        write=write,
        remove=partial(set_text, text="", persona_id=persona.id, name=name),
    )
    return height


def set_text(document: Document, text: str, persona_id: str, name: str) -> None:
    set_field(document, (persona_id,), name, text)


def _role_rows(persona: Persona, asked: Brief, room: float) -> list[list[tuple[int, str, float]]]:
    """The roles in rows: the place of each, what it is called, and how wide its pill is."""
    rows: list[list[tuple[int, str, float]]] = [[]]
    left = room
    for place, key in enumerate(persona.roles):
        told = shortened(asked.look.say(label_of(ROLES, key)), CAPTION_STRONG, room - 40)
        width = measure(told, CAPTION_STRONG) + 40
        if rows[-1] and width > left:
            rows.append([])
            left = room
        rows[-1].append((place, told, width))
        left -= width + 8
    return rows


def _roles(easel: Easel, asked: Brief, persona: Persona, x: float, y: float, room: float, tint: Tint) -> None:
    """The roles as pills with their signs, and where others can be chosen."""
    look, ink = asked.look, readable(tint.line, tint.fill)
    colour, start = readable(tint.line, look.theme.ground), x
    for number, row in enumerate(_role_rows(persona, asked, room - ADDING)):
        x, y = start, y + ROLE * bool(number)
        for place, told, width in row:
            box = Box(x, y, x + width, y + 24)
            easel.marks.append(Path(rounded(box, 12), look.theme.ground, Stroke(ink, 1.2)))
            sign = next((known.icon for known in ROLES if known.key == persona.roles[place]), "tag")
            easel.marks += icon(sign, x + 9, y + 5, 14, colour)
            easel.text(told, CAPTION_STRONG, x + 28, y + 4, width, colour)
            easel.spot(
                box,
                record_id=persona.id,
                label=labelled(label(asked, "roles"), told),
                offers=partial(role_offers, asked, persona),
                remove=partial(remove_value, persona_id=persona.id, name="roles", place=place),
            )
            x += width + 8
    if asked.inviting:
        told = label(asked, "roles")
        box = Box(x - 6, y, x + min(ADDING - 10, measure(told, CAPTION) + 34), y + 24)
        easel.invitation(box, told, record_id=persona.id, offers=partial(role_offers, asked, persona))


def role_offers(asked: Brief, persona: Persona) -> tuple[Offer, ...]:
    """All roles in the decision; each is given or taken away."""
    return tuple(
        Offer(
            asked.look.say(choice.label),
            choice.icon,
            choice.key in persona.roles,
            partial(
                set_field,
                ids=(persona.id,),
                name="roles",
                value=tuple(key for key in persona.roles if key != choice.key)
                if choice.key in persona.roles
                else (*persona.roles, choice.key),
            ),
        )
        for choice in ROLES
    )
