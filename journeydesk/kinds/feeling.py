"""How people feel at a node: the fields, and the faces that show it."""

from typing import Any

from journeydesk.kinds.kind import Look
from journeydesk.kinds.people import LETTERS, colour_of, known, letters_of
from journeydesk.kinds.pieces import folded_count
from journeydesk.language import N_
from journeydesk.model.fields import Editor, attribute
from journeydesk.model.records import Node, Persona
from journeydesk.picture.marks import Box, Command, Group, Mark, Path, Picture, Stroke
from journeydesk.picture.shapes import circle, rounded
from journeydesk.picture.text import lay, measure
from journeydesk.picture.theme import Theme, mixed

PLATE, SMALL = 20.0, 16.0  # the height of a persona's plate, and of the face on it
GAP = 4.0  # between plates
MOST_ROWS = 3

WORDS = {
    -3: N_("Furious"),
    -2: N_("Annoyed"),
    -1: N_("Uneasy"),
    0: N_("Neutral"),
    1: N_("At ease"),
    2: N_("Pleased"),
    3: N_("Delighted"),
}


def sentiment_field() -> Any:
    """The field of a node at which somebody feels something."""
    return _felt(N_("Sentiment"), N_("From -3 (furious) to +3 (delighted)"))


def expected_field() -> Any:
    """The field of a node that tells what people expect to feel there."""
    return _felt(N_("Expected sentiment"), N_("What people expect to feel here, from -3 to +3"))


def _felt(label: str, hint: str) -> Any:
    return attribute(None, label, Editor.NUMBER, minimum=-3, maximum=3, whole=True, hint=hint)


def feelings_field() -> Any:
    """The field of a node that tells what each persona feels: (persona's id, -3 to +3)."""
    return attribute(
        (),
        N_("Sentiment of each persona"),
        Editor.RATINGS,
        refers="Persona",
        minimum=-3,
        maximum=3,
        whole=True,
    )


def feeling_colour(value: int, theme: Theme) -> str:
    """The colour of a sentiment: cold, through the colour of plain cards, to warm."""
    if theme.patterned:
        return theme.card
    end = theme.warm if value > 0 else theme.cold
    return mixed(end, "#ffffff", abs(value) / 3 * 0.75 + (0.15 if value else 0.0))


def face(x: float, y: float, size: float, value: int, theme: Theme) -> Picture:
    """A face with its middle at x, y. Seven mouths tell seven sentiments; the colour only repeats them."""
    r = size / 2
    ink = "#1b2430" if not theme.patterned else theme.ink
    line = Stroke(ink, size * 0.075)
    fill = feeling_colour(value, theme)
    if not value and not theme.patterned:
        fill = mixed("#ffd257", "#ffffff", 0.35)
    eyes = tuple(Path(circle(x + side * r * 0.36, y - r * 0.22, r * 0.11), ink) for side in (-1, 1))
    return (
        Path(circle(x, y, r), fill, Stroke(ink, size * 0.06)),
        *eyes,
        *_brows(x, y, r, value, line),
        _mouth(x, y, r, value, line, ink),
    )


def _mouth(x: float, y: float, r: float, value: int, line: Stroke, ink: str) -> Path:
    bend = value / 3
    half = r * (0.36 + 0.1 * abs(bend))
    level = y + r * (0.36 - 0.1 * bend)
    dip = level + r * 0.62 * bend
    commands: tuple[Command, ...] = (
        ("M", x - half, level),
        ("C", x - half * 0.5, dip, x + half * 0.5, dip, x + half, level),
    )
    if value == 3:
        return Path((*commands, ("Z",)), ink, line)
    return Path(commands, stroke=line)


def _brows(x: float, y: float, r: float, value: int, line: Stroke) -> Picture:
    """Frowning brows for those who are annoyed or furious."""
    if value > -2:
        return ()
    drop = r * (0.1 if value == -2 else 0.2)
    return tuple(
        Path(
            (
                ("M", x + side * r * 0.58, y - r * 0.48 - drop / 2),
                ("L", x + side * r * 0.2, y - r * 0.48 + drop),
            ),
            stroke=line,
        )
        for side in (-1, 1)
    )


def plate_rows(node: Node, room: float, look: Look) -> list[list[Persona]]:
    """Those who feel something at a node, in rows of plates; empty where nothing is known of anybody."""
    felt = getattr(node, "feelings", ())
    rows: list[list[Persona]] = []
    used = room
    for persona in known((key for key, _ in felt), look) if felt else ():
        width = plate_width(persona) + GAP
        if rows and used + width - GAP <= room:
            rows[-1].append(persona)
        else:
            rows.append([persona])
            used = 0.0
        used += width
    return rows


def plates_height(node: Node, room: float, look: Look) -> float:
    """How much higher a card is for the plates in it."""
    return min(len(plate_rows(node, room, look)), MOST_ROWS) * (PLATE + GAP)


def draw_plates(
    node: Node, left: float, bottom: float, room: float, look: Look, align: float = 0.0
) -> Picture:
    """The plates of those who feel something at a node, over `bottom`; of very many the number as well.

    `align` in `room` is 0 left, 0.5 middle.
    """
    rows = plate_rows(node, room, look)
    felt: dict[str, int] = dict(getattr(node, "feelings", ()))
    marks: list[Mark] = []
    y = bottom - plates_height(node, room, look) + GAP + PLATE / 2
    if len(rows) > MOST_ROWS:
        rest = sum(len(row) for row in rows[MOST_ROWS - 1 :])
        rows = rows[: MOST_ROWS - 1]
        marks += folded_count(rest, left, bottom - PLATE / 2, look.theme.muted, look.theme)
    for row in rows:
        used = sum(plate_width(persona) + GAP for persona in row) - GAP
        x = left + align * (room - used)
        for persona in row:
            marks.append(Group(plate(persona, felt[persona.id], x, y, look), owner=persona.id))
            x += plate_width(persona) + GAP
        y += PLATE + GAP
    return tuple(marks)


def plate_width(persona: Persona) -> float:
    """The width of a persona's plate."""
    return measure(letters_of(persona), LETTERS) + SMALL + 9


def plate(persona: Persona, value: int, x: float, y: float, look: Look) -> Picture:
    """What one persona feels: letters and face on a plate with the persona's line around; x: its left."""
    width, colour = plate_width(persona), colour_of(persona, look.theme)
    box = Box(x, y - PLATE / 2, x + width, y + PLATE / 2)
    block = lay(letters_of(persona), LETTERS, 1e4)
    return (
        Path(rounded(box, PLATE / 2), look.theme.ground, Stroke(colour, 1.6)),
        *block.placed(x + 5.5, y - block.height / 2, colour),
        *face(box.right - SMALL / 2 - 2, y, SMALL, value, look.theme),
    )
