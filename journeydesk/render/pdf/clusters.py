"""Fonts for PDF made of clusters: each part of a text, however many glyphs show it, is one character.

What joins, stacks or runs to the left is so found and copied by every viewer, whatever it knows of scripts.
Format: ISO 32000, composite fonts (Type 0, CIDFontType2 with Identity-H).
"""

from io import BytesIO
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.transform import Offset
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from journeydesk.picture.bidi import as_seen
from journeydesk.picture.faces import FACES, font
from journeydesk.picture.marks import Run

EM = 1000  # the units in which places within a cluster are told
ASCENT, DESCENT = 1.1, -0.4  # in ems; only readers of the text ask for them
_MOST_PER_BLOCK = 100  # a viewer may refuse more in one list of a character map

_Key = tuple[str, tuple[tuple[int, int, int], ...]]


class ClusterFont:
    """The clusters of one typeface that a document uses. `shown` gives the operator that shows a run."""

    def __init__(self, face: str, doc: Any) -> None:
        self._face = face
        self.fontName = f"JourneyDesk-clusters-{face}"
        self._numbers: dict[_Key, int] = {}
        self._widths: list[int] = [EM]
        name = f"F{len(doc.fontMapping) + 1}"
        doc.fontMapping[self.fontName] = "/" + name
        doc.delayedFonts.append(self)
        self.name = name

    def shown(self, run: Run, size: float) -> tuple[str, float]:
        """The operator, and how far behind the run's own start it begins, in units of `size`."""
        clusters = list(run.clusters())
        begins = [min(start for _, start, _ in part.glyphs) for part in clusters]
        end = min(run.starts) + run.width
        codes, pen, first = ["[<"], begins[0], begins[0]
        for part, begin, after in zip(clusters, begins, [*begins[1:], end], strict=True):
            placed = tuple(
                (glyph, round((start - begin) / size * EM), round(rise / size * EM))
                for glyph, start, rise in part.glyphs
            )
            # Who reads a PDF takes letters as they are seen, and finds out how they are read.
            text = as_seen(part.text) if run.left else part.text
            number = self._number((text, placed), round((after - begin) / size * EM))
            if back := round((pen - begin) / size * EM):
                codes.append(f">{back}<")
                pen -= back * size / EM
            codes.append(f"{number:04X}")
            pen += self._widths[number] * size / EM
        return "".join((*codes, ">]TJ")), (first - min(run.starts)) / size

    def _number(self, key: _Key, width: int) -> int:
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self._numbers) + 1
            self._widths.append(max(0, width))
        return found

    def addObjects(self, doc: Any) -> None:
        """Embeds the font; the library calls this when the document is written."""
        base = f"JDCLUS+{FACES[self._face].removesuffix('.ttf')}"
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": PDFName(base),
            "CIDSystemInfo": PDFDictionary(system),
            "FontDescriptor": self._descriptor(doc, base),
            "DW": EM,
            "W": PDFArray([0, PDFArray(self._widths)]),
            "CIDToGIDMap": PDFName("Identity"),
        }
        told = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(base),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray(
                [doc.Reference(PDFDictionary(descendant), f"clusterFont:{self._face}")]
            ),
            "ToUnicode": doc.Reference(
                _stream(doc, _character_map(list(self._numbers)).encode()), f"clusterMap:{self._face}"
            ),
        }
        doc.idToObject["BasicFonts"].dict[self.name] = doc.Reference(PDFDictionary(told), self.name)

    def _descriptor(self, doc: Any, base: str) -> Any:
        file = _stream(doc, _font_file(self._numbers, self._widths, font(self._face)[0]))
        file.dictionary["Length1"] = len(file.content)
        told = {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(base),
            "Flags": 4,
            "FontBBox": PDFArray([-EM, -EM // 2, EM * 3, EM * 3 // 2]),
            "ItalicAngle": 0,
            "Ascent": round(ASCENT * EM),
            "Descent": round(DESCENT * EM),
            "CapHeight": 700,
            "StemV": 80,
            "FontFile2": doc.Reference(file, f"clusterFile:{self._face}"),
        }
        return doc.Reference(PDFDictionary(told), f"clusterDescriptor:{self._face}")


def _stream(doc: Any, content: bytes) -> Any:
    stream = PDFStream(content=content)
    if doc.compression:
        stream.filters = [PDFZCompress]
    return stream


def _font_file(numbers: dict[_Key, int], widths: list[int], source: Any) -> bytes:
    """A TrueType file whose glyphs are the clusters, with the outlines of the source in their places."""
    em = source.face.upem
    builder = FontBuilder(em, isTTF=True)
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    names = [".notdef", *(f"c{number}" for number in numbers.values())]
    builder.setupGlyphOrder(names)
    drawn = {".notdef": TTGlyphPen(None).glyph()}
    for (_, placed), number in numbers.items():
        pen = TTGlyphPen(None)
        for glyph, x, y in placed:
            source.draw_glyph_with_pen(glyph, TransformPen(pen, Offset(x * em / EM, y * em / EM)))
        drawn[f"c{number}"] = pen.glyph()
    builder.setupGlyf(drawn)
    glyf = builder.font["glyf"]
    builder.setupHorizontalMetrics(
        {
            name: (round(width * em / EM), getattr(glyf[name], "xMin", 0))
            for name, width in zip(names, widths, strict=True)
        }
    )
    builder.setupHorizontalHeader(ascent=round(em * ASCENT), descent=round(em * DESCENT))
    builder.setupPost(keepGlyphNames=False)
    written = BytesIO()
    builder.save(written)
    return written.getvalue()


def _character_map(keys: list[_Key]) -> str:
    """Which text each code stands for."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for start in range(0, len(keys), _MOST_PER_BLOCK):
        part = keys[start : start + _MOST_PER_BLOCK]
        lines.append(f"{len(part)} beginbfchar")
        for number, (text, _) in enumerate(part, start + 1):
            lines.append(f"<{number:04X}> <{text.encode('utf-16-be').hex().upper()}>")
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
