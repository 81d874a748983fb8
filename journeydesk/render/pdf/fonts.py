"""Typefaces in a PDF: embedded, only the letters that are used, every character where the layout put it."""

import re
from functools import cache
from threading import Lock
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from journeydesk.picture.faces import font_path
from journeydesk.picture.marks import Run
from journeydesk.render.pdf.clusters import ClusterFont

# The library reads a font file through one shared position while it embeds a subset.
embedding = Lock()
_ESCAPED = tuple(
    f"\\{chr(code)}" if chr(code) in "()\\" else chr(code) if 32 <= code < 127 else f"\\{code:03o}"
    for code in range(256)
)
_BEYOND = re.compile(r"<([0-9A-F]{5,6})>")
_MOST_KEPT = 20_000


class _Font(TTFont):  # type: ignore[misc]  # it comes without types
    """A typeface for PDF. Its widths are whole numbers: some viewers cut off what comes after the point."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        self.face.charWidths = {code: round(width) for code, width in self.face.charWidths.items()}
        self.face.defaultWidth = round(self.face.defaultWidth)

    def learn(self, run: Run) -> None:
        """Takes over the layout's glyphs for characters that the typeface does not name."""
        for character, glyph in zip(run.text, run.glyphs, strict=True):
            if ord(character) not in self.face.charToGlyph:
                self.face.charToGlyph[ord(character)] = glyph

    def addObjects(self, doc: Any) -> None:
        """Embeds the subsets; beyond U+FFFF the library writes code points where PDF wants UTF-16."""
        before = set(doc.idToObject)
        super().addObjects(doc)
        for name, found in doc.idToObject.items():
            if name not in before and name.startswith("toUnicodeCMap:"):
                found.content = _BEYOND.sub(_utf16, found.content)


def _utf16(found: re.Match[str]) -> str:
    return f"<{chr(int(found[1], 16)).encode('utf-16-be').hex().upper()}>"


@cache
def pdf_font(face: str) -> _Font:
    """A typeface, registered with the library."""
    font = _Font(f"JourneyDesk-{face}", str(font_path(face)))
    pdfmetrics.registerFont(font)
    return font


class Letters:
    """The operators that show runs of text in one document."""

    def __init__(self, doc: Any) -> None:
        self._doc = doc
        self._encoded: dict[tuple[str, str, bool], tuple[tuple[str, str, float], ...]] = {}
        self._clustered: dict[str, ClusterFont] = {}

    def encoded(self, run: Run, size: float) -> tuple[tuple[str, str, float], ...]:
        """Pieces of a run: the font's name in the file, the operator that shows them, their start in ems."""
        key = (run.face, run.text, run.left)
        found = self._encoded.get(key)
        if found is None:
            if len(self._encoded) > _MOST_KEPT:
                self._encoded.clear()
            pieces = _pieces(self._doc, run, size) if not run.parts else [self._clusters(run, size)]
            found = self._encoded[key] = tuple(pieces)
        return found

    def _clusters(self, run: Run, size: float) -> tuple[str, str, float]:
        font = self._clustered.get(run.face)
        if font is None:
            font = self._clustered[run.face] = ClusterFont(run.face, self._doc)
        shown, start = font.shown(run, size)
        return f"/{font.name}", shown, start


def _pieces(doc: Any, run: Run, size: float) -> list[tuple[str, str, float]]:
    font = pdf_font(run.face)
    if not run.text.isascii():
        font.learn(run)
    width_of = font.face.getCharWidth
    starts = [round((start - run.starts[0]) / size * 1000, 2) for start in run.starts]
    found: list[tuple[str, str, float]] = []
    at = 0
    for subset, codes in font.splitString(run.text, doc):
        shown = ["[("]
        begin = pen = starts[at]
        for code in codes:
            back = round(pen - starts[at])
            if back:
                shown.append(f"){back}(")
                pen -= back
            shown.append(_ESCAPED[code])
            # The library writes a no-break space as a space.
            pen += width_of(32 if run.text[at] == "\xa0" else ord(run.text[at]))
            at += 1
        shown.append(")]TJ")
        found.append((font.getSubsetInternalName(subset, doc), "".join(shown), begin / 1000))
    return found
