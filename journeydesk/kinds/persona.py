"""A persona on the map: photo or initials, name, one line, and badges for the roles in the decision."""

from dataclasses import dataclass

from journeydesk.kinds.kind import Growth, Kind, Look, Part, Setting, Writing
from journeydesk.kinds.pieces import BODY, CAPTION_STRONG, HEADING, card, on, paragraph, pill, shortened
from journeydesk.language import N_
from journeydesk.model.fields import Editor, attribute, label_of
from journeydesk.model.records import Asset, Node, Persona
from journeydesk.model.vocabulary import ROLES
from journeydesk.picture.faces import characters
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Image, Path, Picture, Stroke
from journeydesk.picture.shapes import circle
from journeydesk.picture.text import Type, lay, measure
from journeydesk.picture.theme import Tint, readable, tint_of

WIDTH = 320.0
PAD = 16.0
PHOTO = 84.0
_INITIALS = Type(30, "semibold", 1.2)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaCard(Node):
    """A persona on a map; the root of their mind map."""

    persona_id: str = attribute(label=N_("Persona"), editor=Editor.RECORD, refers="Persona")


def persona_of(node: PersonaCard, look: Look) -> Persona:
    """The persona that the card shows; an empty one where there is none."""
    found = look.find(node.persona_id)
    return found if isinstance(found, Persona) else Persona(id="")


def initials(name: str) -> str:
    """Up to two initials of a name."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    firsts = (characters(word)[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words))
    return "".join(firsts).upper()


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


def _content_height(node: PersonaCard, look: Look, room: float) -> float:
    name, line = _words(node, look)
    badges = _badges(persona_of(node, look), look, room)
    height = lay(name, HEADING, room).height + (lay(line, BODY, room).height + 2 if line else 0)
    return height + (8 + 24 * len(badges) if badges else 0)


def size(node: Node, look: Look) -> tuple[float, float]:
    assert isinstance(node, PersonaCard)
    width = max(node.width or WIDTH, 220.0)
    content = _content_height(node, look, _room(width))
    return width, max(node.height or 0.0, 2 * PAD + max(PHOTO, content))


def _portrait(node: PersonaCard, look: Look, box: Box, line: str) -> Picture:
    persona = persona_of(node, look)
    x, y = PAD + PHOTO / 2, box.y
    photo = look.find(persona.photo_id)
    ring = Path(circle(x, y, PHOTO / 2), stroke=Stroke(line, 3))
    if isinstance(photo, Asset) and photo.data and photo.width and photo.height:
        return (Image(x - PHOTO / 2, y - PHOTO / 2, PHOTO, PHOTO, photo.data, PHOTO / 2), ring)
    ground = Path(circle(x, y, PHOTO / 2), line, Stroke(line, 3))
    letters = initials(node.title or persona.name)
    if not letters:
        return (ground, *icon("user", x - 22, y - 22, 44, on(line)))
    block = lay(letters, _INITIALS, PHOTO)
    return (ground, *block.placed(x - PHOTO / 2, y - block.height / 2, on(line), align=0.5, width=PHOTO))


def tint(node: Node, setting: Setting, look: Look) -> Tint:
    assert isinstance(node, PersonaCard)
    colour = node.colour or persona_of(node, look).colour
    return tint_of(colour, look.theme) if colour else look.theme.persona


def draw(node: Node, setting: Setting, look: Look) -> Picture:
    assert isinstance(node, PersonaCard)
    theme, box = look.theme, Box(0, 0, setting.width, setting.height)
    persona, colours = persona_of(node, look), tint(node, setting, look)
    marks = list(card(box, 20, colours.fill, Stroke(colours.line, 2.5), theme))
    marks += _portrait(node, look, box, colours.line)
    room, left = _room(box.width), PAD + PHOTO + 16
    name, line = _words(node, look)
    y = (box.height - _content_height(node, look, room)) / 2
    marks += paragraph(name, HEADING, left, y, room, colours.ink)
    y += lay(name, HEADING, room).height + 2
    if line:
        marks += paragraph(line, BODY, left, y, room, colours.ink)
        y += lay(line, BODY, room).height
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
)
