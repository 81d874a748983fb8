"""How one persona is told from another on a map: by letters, by a dash, and by a colour besides."""

from collections.abc import Iterable

from journeydesk.kinds.kind import Look
from journeydesk.kinds.portrait import initials
from journeydesk.model.records import Persona
from journeydesk.picture.faces import characters
from journeydesk.picture.marks import Box, Path, Picture, Stroke
from journeydesk.picture.shapes import circle, polygon, rectangle, rounded, star
from journeydesk.picture.text import Type, lay, measure
from journeydesk.picture.theme import Theme, readable

LETTERS = Type(10, "semibold", 1.2)
TAG = 15.0  # the height of a tag
DASHES: tuple[tuple[float, ...], ...] = (
    (),
    (9.0, 5.0),
    (0.1, 5.5),
    (13.0, 5.0, 0.1, 5.0),
    (18.0, 6.0),
    (9.0, 5.0, 0.1, 5.0, 0.1, 5.0),
)


def place_of(persona: Persona) -> int:
    """The place among all, from which colour and dash follow where nobody chose a colour."""
    return max(0, int(persona.order))


def colour_of(persona: Persona, theme: Theme) -> str:
    """The colour of a persona's lines, which shows on the ground of the map."""
    if theme.patterned:
        return theme.ink
    colour = persona.colour or theme.branches[place_of(persona) % len(theme.branches)]
    return readable(colour, theme.ground)


def dash_of(persona: Persona) -> tuple[float, ...]:
    """The dash of a persona's lines."""
    return DASHES[place_of(persona) % len(DASHES)]


def letters_of(persona: Persona) -> str:
    """One or two letters that stand for a persona."""
    return initials(persona.name) or "".join(characters(persona.name)[:1]) or "?"


def known(ids: Iterable[str], look: Look) -> list[Persona]:
    """The personas with these ids, in the order of the project; those that are no more are passed over."""
    found = [persona for key in ids if isinstance(persona := look.find(key), Persona)]
    return sorted(found, key=lambda persona: (persona.order, persona.id))


def tag_width(persona: Persona) -> float:
    """The width of a tag."""
    return max(TAG, measure(letters_of(persona), LETTERS) + 7)


def tag(persona: Persona, x: float, y: float, look: Look) -> Picture:
    """A persona's letters on a small plate with its middle at x, y."""
    colour = colour_of(persona, look.theme)
    box = Box.around(x, y, tag_width(persona), TAG)
    block = lay(letters_of(persona), LETTERS, 1e4)
    return (
        Path(rounded(box, TAG / 2), look.theme.ground, Stroke(colour, 1.6)),
        *block.placed(box.left, y - block.height / 2, colour, align=0.5, width=box.width),
    )


def marker(persona: Persona, x: float, y: float, size: float, look: Look) -> Path:
    """A persona's own mark on a line: one of six shapes with its middle at x, y."""
    r = size / 2
    shapes = (
        circle(x, y, r),
        rectangle(Box.around(x, y, size * 0.88, size * 0.88)),
        polygon(((x, y - r * 1.1), (x + r, y + r * 0.8), (x - r, y + r * 0.8))),
        polygon(((x, y - r * 1.2), (x + r * 1.2, y), (x, y + r * 1.2), (x - r * 1.2, y))),
        polygon(((x, y + r * 1.1), (x + r, y - r * 0.8), (x - r, y - r * 0.8))),
        star(x, y, r * 1.25),
    )
    edge = Stroke(look.theme.ground, 1.2)
    return Path(shapes[place_of(persona) % len(shapes)], colour_of(persona, look.theme), edge)
