"""Writes marks into a PDF: vectors, real text in embedded fonts, pictures as they are.

Content is written as operators, in points, with groups worked into the coordinates. Every character stands
where the layout put it; one that no bundled font covers is an empty box, and still found by search and copy.
"""

import re
from functools import cache, lru_cache
from io import BytesIO
from threading import Lock
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from journeydesk.picture.faces import font_path
from journeydesk.picture.marks import Box, Command, Group, Image, Path, Run, Stroke, Text, bounds
from journeydesk.picture.shapes import rectangle, rounded
from journeydesk.render.cropping import covering, holding
from journeydesk.render.pdf_clusters import ClusterFont

POINTS_PER_MM = 72 / 25.4
LINKED = ("https://", "http://", "mailto:")

# Nothing that a project holds may make the library read a file or open a connection.
rl_config.trustedHosts = []
rl_config.trustedSchemes = ["data"]
# Bytes as they are: writing them as letters would take longer than all the rest.
rl_config.useA85 = 0

# The library reads a font file through one shared position while it embeds a subset.
_embedding = Lock()
_ESCAPED = tuple(
    f"\\{chr(code)}" if chr(code) in "()\\" else chr(code) if 32 <= code < 127 else f"\\{code:03o}"
    for code in range(256)
)
_BEYOND = re.compile(r"<([0-9A-F]{5,6})>")


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
def _font(face: str) -> _Font:
    font = _Font(f"JourneyDesk-{face}", str(font_path(face)))
    pdfmetrics.registerFont(font)
    return font


@lru_cache(maxsize=1000)
def _ink(colour: str) -> tuple[str, float]:
    """The three parts of a colour as a PDF operand, and its opacity."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.4g}" for part in parts), int(colour[7:9] or "ff", 16) / 255


class PdfCanvas:
    """Writes pages; marks are in millimetres, as the sizes of pages are.

    `target` is a file opened for writing bytes; `begin` begins each page, and `save` ends the document. The
    same marks give the same bytes.
    """

    def __init__(
        self,
        target: BinaryIO,
        *,
        title: str = "",
        author: str = "",
        subject: str = "",
        language: str = "en",
    ) -> None:
        self._canvas = Canvas(
            target,
            invariant=1,
            pageCompression=1,
            initialFontName=_font("regular").fontName,
            lang=language,
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(subject)
        self._canvas.setCreator("JourneyDesk")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._pictures: dict[int, tuple[bytes, ImageReader | None]] = {}
        self._encoded: dict[tuple[str, str, bool], tuple[tuple[str, str, float], ...]] = {}
        self._clustered: dict[str, ClusterFont] = {}
        self._begun = False

    def begin(
        self, width: float, height: float, *, trim: Box | None = None, bleed: Box | None = None
    ) -> None:
        """Begins a page that is cut at `trim` and whose drawing goes on to `bleed`: its edges by default."""
        if self._begun:
            self._canvas.showPage()
        self._begun = True
        self._canvas.setPageSize((width * POINTS_PER_MM, height * POINTS_PER_MM))
        whole = Box(0, 0, width, height)
        for name, box in (("trim", trim or whole), ("bleed", bleed or trim or whole)):
            sides = (box.left, height - box.bottom, box.right, height - box.top)
            self._canvas.setCropBox([round(side * POINTS_PER_MM, 4) for side in sides], name)
        self._reset(height)

    def save(self) -> None:
        """Ends the document and writes it."""
        self._canvas.showPage()
        with _embedding:
            self._canvas.save()

    def _reset(self, height: float) -> None:
        self._scale, self._x, self._y = POINTS_PER_MM, 0.0, height * POINTS_PER_MM
        self._outer: list[tuple[float, float, float]] = []
        self._fill = self._stroke = self._typed = ""
        self._dash: tuple[float, ...] = ()
        self._width = -1.0
        self._fill_alpha = self._stroke_alpha = 1.0
        self._add = self._canvas._code.append
        self._add("1 J 1 j")

    def path(self, mark: Path) -> None:
        outline = self._outlined(mark.commands)
        filled = bool(mark.fill) and self._set_fill(mark.fill)
        stroked = mark.stroke is not None and self._set_stroke(mark.stroke)
        if filled and stroked and self._stroke_alpha < 1:
            # One operator for both would let the outline cut a hole into the fill under it.
            self._add(f"{outline} f {outline} S")
        elif filled or stroked:
            self._add(f"{outline} {'B' if filled and stroked else 'f' if filled else 'S'}")

    def text(self, mark: Text) -> None:
        if not self._set_fill(mark.colour):
            return
        size, add = mark.size * self._scale, self._add
        y = self._y - mark.y * self._scale
        # From left to right, as programs expect that read a text by its places.
        for run in sorted((run for run in mark.runs if run.text), key=_start):
            for name, shown, start in self._encode(run, mark.size):
                typed = f"{name} {size:.4f} Tf "
                x = self._x + (mark.x + _start(run)) * self._scale + start * size
                add(f"BT {typed if typed != self._typed else ''}{x:.3f} {y:.3f} Td {shown} ET")
                self._typed = typed

    def image(self, mark: Image) -> None:
        picture = self._picture(mark.data)
        if picture is None:
            return
        box = Box(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        place = holding(box, mark.part) if mark.part else _filling(picture, box)
        canvas, scale = self._canvas, self._scale
        self._set_fill_alpha(1.0)
        canvas.saveState()
        outline = rounded(box, mark.radius) if mark.radius > 0 else rectangle(box)
        self._add(f"{self._outlined(outline)} W n")
        left, bottom = self._x + place.left * scale, self._y - place.bottom * scale
        canvas.drawImage(picture, left, bottom, place.width * scale, place.height * scale, mask="auto")
        canvas.restoreState()

    def open(self, group: Group) -> None:
        if group.url.startswith(LINKED) and (box := bounds((group,))) is not None:
            left, right = (self._x + x * self._scale for x in (box.left, box.right))
            top, bottom = (self._y - y * self._scale for y in (box.top, box.bottom))
            self._canvas.linkURL(group.url, (left, bottom, right, top), relative=0)
        self._outer.append((self._scale, self._x, self._y))
        self._x += group.x * self._scale
        self._y -= group.y * self._scale
        self._scale *= group.scale

    def close(self, group: Group) -> None:
        self._scale, self._x, self._y = self._outer.pop()

    # What the operators are made of

    def _outlined(self, commands: tuple[Command, ...]) -> str:
        scale, ox, oy = self._scale, self._x, self._y
        parts: list[str] = []
        for command in commands:
            name = command[0]
            if name == "C":
                _, a, b, c, d, x, y = command  # type: ignore[misc]  # the name tells how many
                parts.append(
                    f"{ox + a * scale:.2f} {oy - b * scale:.2f} {ox + c * scale:.2f} {oy - d * scale:.2f}"
                    f" {ox + x * scale:.2f} {oy - y * scale:.2f} c"
                )
            elif name == "Z":
                parts.append("h")
            else:
                _, x, y = command  # type: ignore[misc]  # as above
                parts.append(f"{ox + x * scale:.2f} {oy - y * scale:.2f} {'m' if name == 'M' else 'l'}")
        return " ".join(parts)

    def _set_fill(self, colour: str) -> bool:
        ink, alpha = _ink(colour)
        if alpha > 0:
            if ink != self._fill:
                self._fill = ink
                self._add(f"{ink} rg")
            self._set_fill_alpha(alpha)
        return alpha > 0

    def _set_fill_alpha(self, alpha: float) -> None:
        if alpha != self._fill_alpha:
            self._fill_alpha = alpha
            self._canvas.setFillAlpha(round(alpha, 4))

    def _set_stroke(self, stroke: Stroke) -> bool:
        ink, alpha = _ink(stroke.colour)
        if alpha <= 0 or stroke.width <= 0:
            return False
        if ink != self._stroke:
            self._stroke = ink
            self._add(f"{ink} RG")
        if alpha != self._stroke_alpha:
            self._stroke_alpha = alpha
            self._canvas.setStrokeAlpha(round(alpha, 4))
        width = stroke.width * self._scale
        if width != self._width:
            self._width = width
            self._add(f"{width:.3f} w")
        dash = tuple(length * self._scale for length in stroke.dash)
        if dash != self._dash:
            self._dash = dash
            self._add(f"[{' '.join(f'{length:.3f}' for length in dash)}] 0 d")
        return True

    def _encode(self, run: Run, size: float) -> tuple[tuple[str, str, float], ...]:
        """Pieces of a run: the font's name in the file, the operator that shows them, their start in ems."""
        key = (run.face, run.text, run.left)
        found = self._encoded.get(key)
        if found is None:
            if len(self._encoded) > 20_000:
                self._encoded.clear()
            pieces = _pieces(self._canvas._doc, run, size) if not run.parts else [self._clusters(run, size)]
            found = self._encoded[key] = tuple(pieces)
        return found

    def _clusters(self, run: Run, size: float) -> tuple[str, str, float]:
        font = self._clustered.get(run.face)
        if font is None:
            font = self._clustered[run.face] = ClusterFont(run.face, self._canvas._doc)
        shown, start = font.shown(run, size)
        return f"/{font.name}", shown, start

    def _picture(self, data: bytes) -> ImageReader | None:
        found = self._pictures.get(id(data))
        if found is None:
            try:
                picture = ImageReader(BytesIO(data))
            except Exception:  # the library wraps whatever a broken file makes its decoder raise
                picture = None
            found = self._pictures[id(data)] = (data, picture)
        return found[1]


def _filling(picture: ImageReader, box: Box) -> Box:
    """Where to draw a picture so that its middle fills the box."""
    width, height = picture.getSize()
    return covering(width, height, box)


def _start(run: Run) -> float:
    """Where the run begins on the left."""
    return min(run.starts) if run.parts else run.starts[0]


def _pieces(doc: Any, run: Run, size: float) -> list[tuple[str, str, float]]:
    font = _font(run.face)
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
