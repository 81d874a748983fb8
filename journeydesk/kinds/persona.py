"""A persona on the map: photo or initials, name, one line, and badges for the roles in the decision."""

from dataclasses import dataclass

from journeydesk.kinds.kind import Growth, Kind, Look, Part, Setting, Writing
from journeydesk.kinds.pieces import (
    BODY,
    CAPTION,
    CAPTION_STRONG,
    HEADING,
    card,
    height_of,
    paragraph,
    pill,
    share_text,
    shortened,
    slice_of_pie,
)
from journeydesk.kinds.portrait import portrait
from journeydesk.language import N_, message
from journeydesk.model.fields import Editor, attribute, label_of
from journeydesk.model.records import Node, Persona
from journeydesk.model.vocabulary import ROLES
from journeydesk.picture.marks import Box, Picture, Stroke
from journeydesk.picture.text import lay, measure
from journeydesk.picture.theme import Tint, readable, tint_of

WIDTH = 320.0
PAD = 16.0
PHOTO = 84.0
PIE = 6.0  # the radius of the sign of a share


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaCard(Node):
    """A persona on a map; the root of their mind map."""

    persona_id: str = attribute(label=N_("Persona"), editor=Editor.RECORD, refers="Persona")


def persona_of(node: PersonaCard, look: Look) -> Persona:
    """The persona that the card shows; an empty one where there is none."""
    found = look.find(node.persona_id)
    return found if isinstance(found, Persona) else Persona(id="")


def _words(node: PersonaCard, look: Look) -> tuple[str, str]:
    persona = persona_of(node, look)
    return node.title or persona.name, persona.tagline or persona.profession


def _room(width: float) -> float:
    return width - 2 * PAD - PHOTO - 16


def _badges(persona: Persona, look: Look, room: float) -> list[list[str]]:
    rows: list[list[str]] = []
    used = 0.0
    for role in persona.roles:
        label = shortened(look.say(label_of(ROLES, role)), CAPTION_STRONG, room - 16)
        width = measure(label, CAPTION_STRONG) + 16
        if rows and used + 6 + width <= room:
            rows[-1].append(label)
            used += 6 + width
        else:
            rows.append([label])
            used = width
    return rows


def _market(persona: Persona, look: Look) -> str:
    """What share of the market the persona stands for; "" where nobody knows."""
    if persona.market_share is None:
        return ""
    return look.say(message("{share} of the market", share=share_text(persona.market_share, look)))


def _content_height(node: PersonaCard, look: Look, room: float) -> float:
    name, line = _words(node, look)
    persona = persona_of(node, look)
    badges, market = _badges(persona, look, room), _market(persona, look)
    height = lay(name, HEADING, room).height + (lay(line, BODY, room).height + 2 if line else 0)
    height += 4 + height_of(market, CAPTION, room - 2 * PIE - 6) if market else 0
    return height + (8 + 24 * len(badges) if badges else 0)


def size(node: Node, look: Look) -> tuple[float, float]:
    assert isinstance(node, PersonaCard)
    width = max(node.width or WIDTH, 220.0)
    content = _content_height(node, look, _room(width))
    return width, max(node.height or 0.0, 2 * PAD + max(PHOTO, content))


def tint(node: Node, setting: Setting, look: Look) -> Tint:
    assert isinstance(node, PersonaCard)
    colour = node.colour or persona_of(node, look).colour
    return tint_of(colour, look.theme) if colour else look.theme.persona


def draw(node: Node, setting: Setting, look: Look) -> Picture:
    assert isinstance(node, PersonaCard)
    theme, box = look.theme, Box(0, 0, setting.width, setting.height)
    persona, colours = persona_of(node, look), tint(node, setting, look)
    marks = list(card(box, 20, colours.fill, Stroke(colours.line, 2.5), theme))
    marks += portrait(persona, look, PAD + PHOTO / 2, box.y, PHOTO, colours.line, node.title)
    room, left = _room(box.width), PAD + PHOTO + 16
    name, line = _words(node, look)
    y = (box.height - _content_height(node, look, room)) / 2
    marks += paragraph(name, HEADING, left, y, room, colours.ink)
    y += lay(name, HEADING, room).height + 2
    if line:
        marks += paragraph(line, BODY, left, y, room, colours.ink)
        y += lay(line, BODY, room).height
    if persona.market_share is not None:
        market, text_room = _market(persona, look), room - 2 * PIE - 6
        marks += slice_of_pie(left + PIE, y + 4 + 8, PIE, persona.market_share, colours.ink)
        marks += paragraph(market, CAPTION, left + 2 * PIE + 6, y + 4, text_room, colours.ink)
        y += 4 + height_of(market, CAPTION, text_room)
    y += 8
    ink = readable(colours.line, colours.fill)
    for row in _badges(persona, look, room):
        x = left
        for label in row:
            badge, width = pill(label, x, y, colours.fill, ink, ink)
            marks += badge
            x += width + 6
        y += 24
    return tuple(marks)


def writing(node: Node, setting: Setting, look: Look) -> Writing:
    assert isinstance(node, PersonaCard)
    room = _room(setting.width)
    return Writing(PAD + PHOTO + 16, (setting.height - _content_height(node, look, room)) / 2, room, HEADING)


PERSONA = Kind(
    "persona_card",
    PersonaCard,
    N_("Persona"),
    "circle-user",
    Part.PERSON,
    size,
    draw,
    writing,
    Growth.SIDES,
    tint=tint,
    badges_from=24.0,
)
