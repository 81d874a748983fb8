"""What the drawings of several kinds are put together from."""

import math
from functools import lru_cache

from babel.numbers import format_percent

from journeydesk.kinds.kind import Look
from journeydesk.picture.faces import characters
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Path, Picture, Stroke
from journeydesk.picture.shapes import circle, polygon, rounded, star
from journeydesk.picture.text import Type, extent, lay, measure
from journeydesk.picture.theme import Theme, Tint, luminance, mixed, readable

MAP_TITLE = Type(36, "bold", 1.15)
HEADING = Type(20, "semibold", 1.2)
BODY = Type(15, "regular", 1.3)
STRONG = Type(15, "semibold", 1.3)
CAPTION = Type(12, "regular", 1.3)
CAPTION_STRONG = Type(12, "semibold", 1.3)

BADGE = 28.0


def card(box: Box, radius: float, fill: str, line: Stroke, theme: Theme) -> Picture:
    """A rounded card with a soft shadow where the theme has one."""
    shape = rounded(box, radius)
    if theme.shadow.endswith("00") or luminance(theme.ground) < 0.2:
        return (Path(shape, fill, line),)
    shadows = tuple(
        Path(rounded(box.grown(spread).moved(0, drop), radius + spread), theme.shadow)
        for spread, drop in ((2.5, 4.0), (0.5, 2.0))
    )
    return (*shadows, Path(shape, fill, line))


def disc(x: float, y: float, size: float, name: str, fill: str, ink: str) -> Picture:
    """An icon on a filled circle whose middle is x, y."""
    inner = size * 0.58
    return (Path(circle(x, y, size / 2), fill), *icon(name, x - inner / 2, y - inner / 2, inner, ink, 2.4))


def on(colour: str) -> str:
    """Black or white, whichever is read better on this colour."""
    return "#000000" if luminance(colour) > 0.18 else "#ffffff"


def pill(text: str, x: float, y: float, fill: str, ink: str, line: str = "") -> tuple[Picture, float]:
    """A short text on a pill with its top left at x, y; also the pill's width. It is 20 high."""
    width = measure(text, CAPTION_STRONG) + 16
    block = lay(text, CAPTION_STRONG, 10_000)
    shape = Path(rounded(Box(x, y, x + width, y + 20), 10), fill, Stroke(line, 1) if line else None)
    return (shape, *block.placed(x + 8, y + (20 - block.height) / 2, ink)), width


def truth_star(box: Box, look: Look) -> Picture:
    """The star of a moment of truth, on a card's top right corner."""
    x, y = box.right - 6, box.top + 2
    edge = Stroke(look.theme.ground, 3)
    return (
        Path(star(x, y, 17), look.theme.star, edge),
        Path(star(x, y, 17), look.theme.star, Stroke(mixed(look.theme.star, "#000000", 0.7), 1)),
    )


def count_width(hidden: int) -> float:
    """The width of the pill that tells how many branches are folded away."""
    return measure(f"+{hidden}", CAPTION_STRONG) + 16


def folded_count(hidden: int, x: float, y: float, colour: str, theme: Theme) -> Picture:
    """How many branches are folded away: a small pill with its left middle at x, y; its right where x < 0."""
    text = f"+{hidden}"
    left = x if x >= 0 else x - count_width(hidden)
    marks, _ = pill(text, left, y - 10, theme.ground, readable(colour, theme.ground), colour)
    return marks


def shortened(text: str, type_: Type, room: float) -> str:
    """The text where it fits on a line, else as much of it as does with "…" after it."""
    if measure(text, type_) <= room:
        return text
    kept = characters(text)
    while kept and measure("".join(kept) + "…", type_) > room:
        kept.pop()
    return "".join(kept).rstrip() + "…"


def paragraph(
    text: str, type_: Type, x: float, y: float, room: float, colour: str, align: float = 0.0
) -> Picture:
    """A text broken to `room`, with its top left at x, y."""
    return lay(text, type_, room).placed(x, y, colour, align=align, width=room)


def share_text(share: float, look: Look) -> str:
    """A share as people write it: "50%" in English, "50 %" in French."""
    return _percent(share, look.say.language)


@lru_cache(maxsize=1000)
def _percent(share: float, language: str) -> str:
    text: str = format_percent(share / 100, locale=language, decimal_quantization=False)
    return text


def slice_of_pie(x: float, y: float, radius: float, share: float, colour: str) -> Picture:
    """A ring around x, y and in it a slice as large as the share of 100, clockwise from the top."""
    marks: list[Path] = []
    if share > 0:
        steps = [i / 24 * share / 100 for i in range(25)]
        arc = [
            (x + radius * math.sin(math.tau * turn), y - radius * math.cos(math.tau * turn)) for turn in steps
        ]
        marks.append(Path(polygon([(x, y), *arc] if share < 100 else arc), colour))
    return (*marks, Path(circle(x, y, radius), stroke=Stroke(colour, 1.25)))


def height_of(text: str, type_: Type, room: float) -> float:
    """The height of a text broken to `room`; none for an empty one."""
    return extent(text, type_, room)[1] if text else 0.0


def outlined(tint: Tint, theme: Theme, width: float = 2.0, dash: tuple[float, ...] = ()) -> Stroke:
    """The line around a tinted shape."""
    return Stroke(tint.line, width, dash if theme.patterned else ())
