"""How somebody feels at a node: the field, and the face that shows it."""

from typing import Any

from journeydesk.language import N_
from journeydesk.model.fields import Editor, attribute
from journeydesk.picture.marks import Command, Path, Picture, Stroke
from journeydesk.picture.shapes import circle
from journeydesk.picture.theme import Theme, mixed

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
    return attribute(
        None,
        N_("Sentiment"),
        Editor.NUMBER,
        minimum=-3,
        maximum=3,
        whole=True,
        hint=N_("From -3 (furious) to +3 (delighted)"),
    )


def expected_field() -> Any:
    """The field of a node that tells what people expect to feel there."""
    return attribute(
        None,
        N_("Expected sentiment"),
        Editor.NUMBER,
        minimum=-3,
        maximum=3,
        whole=True,
        hint=N_("What people expect to feel here, from -3 to +3"),
    )


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
