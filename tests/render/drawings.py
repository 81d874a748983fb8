"""Pictures that several tests paint."""

from io import BytesIO

from PIL import Image as Pictures

from journeydesk.picture.marks import Box, Group, Image, Path, Picture, Stroke
from journeydesk.picture.shapes import circle, rounded
from journeydesk.picture.text import Type, lay

# Kerning, ligatures that must not happen, French, arrows, and what only fallbacks have.
LINES = (
    "AVATAR To Ty WAVE office affiché",
    "« L’œuvre » : 5\N{NO-BREAK SPACE}% → ✓",
    "(a\\b) 漢字 😀 𝕏 fin",
)


def png(width: int, height: int, colour: tuple[int, ...], left: tuple[int, ...] | None = None) -> bytes:
    """A PNG of one colour, or of two, each a half."""
    mode = "RGBA" if len(colour) == 4 else "RGB"
    image = Pictures.new(mode, (width, height), colour)
    if left is not None:
        image.paste(left, (0, 0, width // 2, height))
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def texts(size: float = 6, face: str = "regular", lines: tuple[str, ...] = LINES) -> Picture:
    """Lines of text below one another, from 10, 10."""
    return tuple(
        mark
        for number, line in enumerate(lines)
        for mark in lay(line, Type(size, face), 1e6).placed(10, 10 + number * 12, "#1b2430")
    )


def everything() -> Picture:
    """A page of 120 by 80 with every sort of mark."""
    return (
        Path(rounded(Box(5, 50, 45, 70), 6), "#e3eefb", Stroke("#2f74c0", 1)),
        Path(circle(60, 60, 8), "#cf544080"),
        Path((("M", 75, 70), ("C", 85, 40, 95, 80, 110, 50)), stroke=Stroke("#b4531a", 1.5, (4, 3))),
        Group(
            (Path(circle(0, 0, 2), "#2c9150"),), 90, 20, 2.5, "dot", "A dot", "green", "https://example.org/"
        ),
        Image(100, 5, 15, 15, png(30, 30, (200, 30, 30)), 7.5),
        *texts(),
    )
