"""Typefaces: their files, what each of them covers, and which one draws a character.

A font file is opened when the first of its characters is drawn.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path as FilePath
from typing import Any

import uharfbuzz as hb

from journeydesk import resources

FACES = {
    "regular": "Inter-Regular.ttf",
    "italic": "Inter-Italic.ttf",
    "semibold": "Inter-SemiBold.ttf",
    "bold": "Inter-Bold.ttf",
    "fallback": "DejaVuSans.ttf",
    "symbols": "NotoSansSymbols2-Regular.ttf",
    "hebrew": "NotoSansHebrew-Regular.ttf",
    "arabic": "NotoSansArabic-Regular.ttf",
    "devanagari": "NotoSansDevanagari-Regular.ttf",
    "thai": "NotoSansThai-Regular.ttf",
    "cjk": "DroidSansFallback.ttf",
    "emoji": "NotoEmoji-Regular.ttf",
}
# Asked in this order for what the wanted typeface lacks.
FALLBACKS = ("fallback", "symbols", "emoji", "cjk", "hebrew", "arabic", "devanagari", "thai")
# The typeface that is made for a script, and asked before all others.
_HOMES = (
    ("hebrew", "\u0590-\u05ff\ufb1d-\ufb4f"),
    ("arabic", "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe"),
    ("devanagari", "\u0900-\u097f\u1cd0-\u1cff\ua8e0-\ua8ff"),
    ("thai", "\u0e00-\u0e7f"),
    ("cjk", "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee"),
    (
        "emoji",
        "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa"
        "\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b"
        "\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55"
        "\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f1e6-\U0001f202\U0001f21a-\U0001f251"
        "\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7f0\U0001f90c-\U0001f9ff"
        "\U0001fa70-\U0001faff",
    ),
)
_HOME = re.compile("|".join(f"(?P<{face}>[{letters}])" for face, letters in _HOMES))
# Drawn by nothing, alone or together with what they stand beside: joiners, variants, directions, tags.
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_AS_EMOJI = re.compile("[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
# Glyphs that are not one to one with characters, or not in their order: marks that combine, scripts that join
# or turn, and sequences. A text with none of them takes the short way.
_INVOLVED = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0489\u0590-\u10ff\u1100-\u11ff\u1350-\u1cff\u1dc0-\u1dff\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u2cef-\u2cf1\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua67f"
    "\ua69e-\ua69f\ua6f0\ua6f1\ua800-\uabff\ud7b0-\ud7ff\ufb1d-\ufdff\ufe00-\ufe2f\ufe70-\ufeff"
    "\U00010800-\U00011fff\U0001d165-\U0001d244\U0001e000-\U0001efff"
    "\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)


@cache
def font_path(face: str) -> FilePath:
    """The file of a typeface."""
    return resources.path("fonts", FACES[face])


@cache
def font(face: str) -> tuple[Any, frozenset[int]]:
    """A typeface for HarfBuzz and the code points that it has."""
    found = hb.Face(hb.Blob.from_file_path(str(font_path(face))))
    return hb.Font(found), frozenset(found.unicodes)


def is_involved(text: str) -> bool:
    """Whether the text needs more than a glyph for each character, from left to right."""
    return not text.isascii() and _INVOLVED.search(text) is not None


@cache
def _grapheme_pattern() -> Any:
    import regex  # noqa: PLC0415  (loaded with the first text that needs it)

    return regex.compile(r"\X")


def graphemes(text: str) -> list[str]:
    """What people take for one character: a letter with its marks, an emoji with its parts."""
    found: list[str] = _grapheme_pattern().findall(text)
    return found


def characters(text: str) -> list[str]:
    """The text cut into what may stand alone: graphemes where they matter."""
    return graphemes(text) if is_involved(text) else list(text)


def _candidates(character: str, face: str) -> Iterator[str]:
    home = _HOME.match(character)
    return chain((home.lastgroup,) if home and home.lastgroup else (), (face,), FALLBACKS)


@lru_cache(maxsize=10_000)
def covering_face(character: str, face: str) -> str:
    """The typeface that draws this character: its script's own, the asked one, or the first that has it."""
    code = ord(character)
    if character in "\t\n":
        return face
    return next((other for other in _candidates(character, face) if code in font(other)[1]), face)


@lru_cache(maxsize=20_000)
def grapheme_face(grapheme: str, face: str) -> str:
    """The typeface that draws all of a grapheme, or else its first character."""
    seen = UNSEEN.sub("", grapheme)
    if len(seen) == len(grapheme) == 1:
        return covering_face(grapheme, face)
    if not seen:
        return face
    first: Iterable[str] = ("emoji",) if _AS_EMOJI.search(grapheme) else ()
    for other in chain(first, _candidates(seen[0], face)):
        if all(ord(character) in font(other)[1] for character in seen):
            return other
    return covering_face(seen[0], face)
