"""Text: shaped once, measured once, broken into lines once, for every canvas.

HarfBuzz shapes with kerning and without ligatures, so that glyphs match characters one to one; a character
that the asked typeface lacks comes from the first fallback that has it. Sizes are board units; nobody else
measures text.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path as FilePath

import uharfbuzz as hb

from journeydesk import resources
from journeydesk.picture.marks import Run, Text

FACES = {
    "regular": "Inter-Regular.ttf",
    "italic": "Inter-Italic.ttf",
    "semibold": "Inter-SemiBold.ttf",
    "bold": "Inter-Bold.ttf",
    "fallback": "DejaVuSans.ttf",
    "symbols": "NotoSansSymbols2-Regular.ttf",
}
FALLBACKS = ("fallback", "symbols")
_FEATURES = {
    "kern": True,
    "liga": False,
    "clig": False,
    "dlig": False,
    "calt": False,
    "rlig": False,
    "ccmp": False,
}
LONG_WORD = 40  # characters; of longer ones only what may fit is measured
# A line may end after a space (never a no-break one) and after a hyphen or dash between letters.
_PIECES = re.compile(
    r"[^ \t\-\u2010\u2013\u2014]*(?:[\-\u2010\u2013\u2014]+(?=\w)|[\-\u2010\u2013\u2014]|[ \t]+|$)"
)


@dataclass(frozen=True, slots=True)
class Type:
    """A typeface at a size. `leading` is the distance of baselines as a multiple of the size."""

    size: float
    face: str = "regular"
    leading: float = 1.3


@dataclass(frozen=True, slots=True)
class Block:
    """A text broken into lines, with the size that it takes."""

    lines: tuple[tuple[Run, ...], ...]
    type: Type
    width: float
    height: float

    def placed(
        self, x: float, y: float, colour: str, *, align: float = 0.0, width: float | None = None
    ) -> tuple[Text, ...]:
        """The lines with the block's top left at x, y. `align` is 0 left, 0.5 middle, 1 right, in `width`."""
        room = self.width if width is None else width
        step = self.type.size * self.type.leading
        first = y + (step - self.type.size * 1.21) / 2 + self.type.size * 0.97
        return tuple(
            Text(x + align * (room - line_width(line)), first + number * step, line, self.type.size, colour)
            for number, line in enumerate(self.lines)
            if line
        )


@cache
def font_path(face: str) -> FilePath:
    """The file of a typeface."""
    return resources.path("fonts", FACES[face])


@cache
def _font(face: str) -> tuple[hb.Font, frozenset[int]]:
    found = hb.Face(hb.Blob.from_file_path(str(font_path(face))))
    return hb.Font(found), frozenset(found.unicodes)


@lru_cache(maxsize=10_000)
def covering_face(character: str, face: str) -> str:
    """The typeface that draws this character: the asked one, or the first fallback that has it."""
    code = ord(character)
    if code in _font(face)[1] or character in "\t\n":
        return face
    return next((other for other in FALLBACKS if code in _font(other)[1]), face)


def _spans(text: str, face: str) -> list[tuple[str, str]]:
    if text.isascii():
        return [(face, text)] if text else []
    return [
        (chosen, "".join(part))
        for chosen, part in groupby(text, lambda character: covering_face(character, face))
    ]


@lru_cache(maxsize=50_000)
def _shaped(text: str, face: str) -> tuple[tuple[int, ...], tuple[float, ...], float]:
    """Glyphs, their starts and the whole width, in ems."""
    if not text:
        return (), (), 0.0
    font, _ = _font(face)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    buffer.cluster_level = hb.BufferClusterLevel.CHARACTERS
    hb.shape(font, buffer, _FEATURES)
    em = font.face.upem
    glyphs = [0] * len(text)
    starts = [0.0] * len(text)
    pen = 0.0
    seen = -1
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.cluster != seen:
            glyphs[info.cluster] = info.codepoint
            starts[info.cluster] = (pen + position.x_offset) / em
            seen = info.cluster
        pen += position.x_advance
    return tuple(glyphs), tuple(starts), pen / em


def shape(text: str, type_: Type) -> tuple[Run, ...]:
    """One line of text as runs. Tabs count as spaces."""
    runs: list[Run] = []
    pen = 0.0
    for face, part in _spans(text.replace("\t", " "), type_.face):
        glyphs, starts, width = _shaped(part, face)
        size = type_.size
        runs.append(Run(face, part, glyphs, tuple(pen + start * size for start in starts), width * size))
        pen += width * size
    return tuple(runs)


def line_width(line: tuple[Run, ...]) -> float:
    """The width of a shaped line."""
    return sum(run.width for run in line)


@lru_cache(maxsize=50_000)
def _word_width(word: str, face: str) -> float:
    """The width of a word, in ems."""
    return sum(_shaped(part, chosen)[2] for chosen, part in _spans(word, face))


@lru_cache(maxsize=50_000)
def measure(text: str, type_: Type) -> float:
    """The width of a text on one line. No pair is kerned across a space, so words add up."""
    words = text.replace("\t", " ").split(" ")
    width = (len(words) - 1) * _word_width(" ", type_.face)
    return (width + sum(_word_width(word, type_.face) for word in words if word)) * type_.size


def _fitting(piece: str, type_: Type, room: float) -> int:
    """How many characters of a word with what follows it fit; at least one. Only what may fit is measured."""
    word = len(piece.rstrip(" \t"))
    if word <= LONG_WORD and measure(piece[:word], type_) <= room:
        return len(piece)
    high = 16
    while high < word and measure(piece[:high], type_) <= room:
        high *= 2
    if high >= word and measure(piece[:word], type_) <= room:
        return len(piece)
    low, high = 1, min(high, word)
    while low < high - 1:
        middle = (low + high) // 2
        low, high = (middle, high) if measure(piece[:middle], type_) <= room else (low, middle)
    return low


def _pieces(paragraph: str, type_: Type, room: float) -> list[str]:
    """What may stand at a line's start: words with what follows them, long ones cut to fit."""
    found: list[str] = []
    for piece in (match.group() for match in _PIECES.finditer(paragraph) if match.group()):
        start = 0
        while start < len(piece):
            end = start + _fitting(piece[start:], type_, room)
            found.append(piece[start:end])
            start = end
    return found


def _lines(paragraph: str, type_: Type, room: float) -> list[str]:
    """Greedy: a line takes pieces as long as they fit."""
    if measure(paragraph, type_) <= room:
        return [paragraph]
    lines: list[str] = []
    line, word, width = "", "", 0.0  # the width is that of the line without its last word
    for piece in _pieces(paragraph, type_, room):
        if line and width + measure((word + piece).rstrip(" \t"), type_) > room:
            lines.append(line.rstrip(" \t"))
            line, word, width = "", "", 0.0
        line += piece
        word += piece
        if piece[-1] in " \t":
            width += measure(word, type_)
            word = ""
    lines.append(line.rstrip(" \t"))
    return lines


@lru_cache(maxsize=50_000)
def extent(text: str, type_: Type, room: float) -> tuple[float, float]:
    """Width and height of the text broken into lines no wider than `room`: those of `lay`, for less work."""
    lines = [line for paragraph in text.split("\n") for line in _lines(paragraph, type_, room)]
    width = max(measure(line.replace("\t", " "), type_) for line in lines)
    return width, len(lines) * type_.size * type_.leading


@lru_cache(maxsize=20_000)
def lay(text: str, type_: Type, room: float) -> Block:
    """The text broken into lines no wider than `room`. An empty text has one empty line."""
    lines = [shape(line, type_) for paragraph in text.split("\n") for line in _lines(paragraph, type_, room)]
    width = max(line_width(line) for line in lines)
    return Block(tuple(lines), type_, width, len(lines) * type_.size * type_.leading)
