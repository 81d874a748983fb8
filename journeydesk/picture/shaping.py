"""Shapes the pieces of a line with HarfBuzz, each in one typeface and one direction.

Plain text is shaped with kerning and without ligatures, so that glyphs match characters one to one. Scripts
that join, stack or run to the left, and sequences of emoji, are shaped as they need it: their runs tell which
part of the text each glyph belongs to.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

import uharfbuzz as hb

from journeydesk.picture.bidi import levels_of, turns
from journeydesk.picture.faces import covering_face, font, grapheme_face, graphemes, is_involved
from journeydesk.picture.marks import Run

_FEATURES = {
    "kern": True,
    "liga": False,
    "clig": False,
    "dlig": False,
    "calt": False,
    "rlig": False,
    "ccmp": False,
}
_STACKED = _FEATURES | {"ccmp": True}
# These set their own spaces between words.
_SPACED = ("hebrew", "arabic", "devanagari", "thai")


class Span(NamedTuple):
    """A piece of a line in one typeface and one direction; `involved` where it needs clusters."""

    face: str
    text: str
    level: int = 0
    involved: bool = False


def _spans(text: str, face: str) -> list[Span]:
    """A text without anything involved, parted by typeface."""
    if text.isascii():
        return [Span(face, text)] if text else []
    return [
        Span(chosen, "".join(part))
        for chosen, part in groupby(text, lambda character: covering_face(character, face))
    ]


def _involved_spans(text: str, face: str, levels: Sequence[int]) -> list[Span]:
    """Any text, parted by typeface and direction, never within a grapheme."""
    told: list[tuple[str, int, bool, str]] = []
    before, at = "", 0
    for grapheme in graphemes(text):
        chosen = grapheme_face(grapheme, face)
        if grapheme not in " \u00a0":
            before = chosen
        elif before in _SPACED:
            chosen, before = before, ""  # a space belongs to the word before it
        level = levels[at] if levels else 0
        told.append((chosen, level, bool(level % 2) or is_involved(grapheme), grapheme))
        at += len(grapheme)
    parts = groupby(told, lambda item: (item[0], item[1]))
    return [
        Span(chosen, "".join(item[3] for item in items), level, any(item[2] for item in items))
        for (chosen, level), found in parts
        for items in [list(found)]
    ]


def _buffer(text: str, left: bool, level: "hb.BufferClusterLevel") -> "hb.Buffer":
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if left else "ltr"
    buffer.cluster_level = level
    return buffer


class Plain(NamedTuple):
    glyphs: tuple[int, ...]
    starts: tuple[float, ...]
    width: float


@lru_cache(maxsize=50_000)
def _word(text: str, face: str) -> Plain:
    """A glyph for each character, their starts and the whole width, in ems."""
    shaping, _ = font(face)
    buffer = _buffer(text, False, hb.BufferClusterLevel.CHARACTERS)
    hb.shape(shaping, buffer, _FEATURES)
    em = shaping.face.upem
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
    return Plain(tuple(glyphs), tuple(starts), pen / em)


def _shaped(text: str, face: str) -> Plain:
    """Words of a line, put together: no pair is kerned across a space, so words add up."""
    if " " not in text:
        return _word(text, face)
    space = _word(" ", face)
    glyphs: list[int] = []
    starts: list[float] = []
    pen = -space.width
    for number, part in enumerate(text.split(" ")):
        if number:
            glyphs.append(space.glyphs[0])
            starts.append(pen)
        pen += space.width
        if part:
            word = _word(part, face)
            glyphs.extend(word.glyphs)
            starts.extend([pen + start for start in word.starts])
            pen += word.width
    return Plain(tuple(glyphs), tuple(starts), pen)


class Clustered(NamedTuple):
    glyphs: tuple[int, ...]
    starts: tuple[float, ...]
    rises: tuple[float, ...]
    parts: tuple[int, ...]
    width: float


@lru_cache(maxsize=20_000)
def _clustered(text: str, face: str, left: bool) -> Clustered:
    """Glyphs from left to right, where each lies and which part of the text it shows; in ems."""
    shaping, _ = font(face)
    buffer = _buffer(text, left, hb.BufferClusterLevel.MONOTONE_GRAPHEMES)
    hb.shape(shaping, buffer, _STACKED if face in ("regular", "italic", "semibold", "bold") else {})
    em = shaping.face.upem
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    pens = list(accumulate((place.x_advance for place in positions), initial=0))
    return Clustered(
        tuple(info.codepoint for info in infos),
        tuple((pen + place.x_offset) / em for pen, place in zip(pens, positions, strict=False)),
        tuple(place.y_offset / em for place in positions),
        tuple(info.cluster for info in infos),
        pens[-1] / em,
    )


def span_width(span: Span) -> float:
    """The width of a span, in ems."""
    if span.involved:
        return _clustered(span.text, span.face, bool(span.level % 2)).width
    return _shaped(span.text, span.face).width


def run_of(span: Span, pen: float, size: float) -> Run:
    """The span as a run at this size that begins at `pen` on its line."""
    if not span.involved:
        glyphs, starts, width = _shaped(span.text, span.face)
        return Run(span.face, span.text, glyphs, tuple(pen + start * size for start in starts), width * size)
    left = bool(span.level % 2)
    found = _clustered(span.text, span.face, left)
    return Run(
        span.face,
        span.text,
        found.glyphs,
        tuple(pen + start * size for start in found.starts),
        found.width * size,
        found.parts,
        tuple(rise * size for rise in found.rises),
        left,
    )


def line_spans(text: str, face: str, levels: Sequence[int] | None = None) -> list[Span]:
    """The spans of a line in the order of reading; `levels` where the line is part of a paragraph."""
    if not is_involved(text):
        if levels is None or not any(levels):
            return _spans(text, face)
    elif levels is None and turns(text):
        levels = levels_of(text)
    return _involved_spans(text, face, levels or ())
