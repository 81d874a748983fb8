"""What a PDF tells those who do not see it: its parts in order, each with a text of its own.

Format: ISO 32000, logical structure. A page's parts are numbered as they are painted; what is no part of
anything is told to be decoration.
"""

from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
)

from journeydesk.picture.marks import Group, Picture, Text
from journeydesk.render.pdf.objects import Raw, page_name, reference, string

_ROOT = "structure"


@dataclass(slots=True)
class _Element:
    """A part of the document and what it holds: other parts, or the number of its marks on a page."""

    name: str
    kind: str
    above: str
    title: str = ""
    alternative: str = ""
    page: int = 0
    marks: int | None = None
    below: list[str] = field(default_factory=list)

    def told(self, doc: Any) -> str:
        """The element as an object of the file."""
        parts = [f"<</Type/StructElem/S/{self.kind}/P {reference(doc, self.above)}"]
        if self.marks is None:
            parts.append(f"/K[{' '.join(reference(doc, name) for name in self.below)}]")
        else:
            parts.append(f"/K {self.marks}/Pg {reference(doc, page_name(self.page))}")
        if self.title:
            parts.append(f"/T {string(doc, self.title)}")
        if self.alternative:
            parts.append(f"/Alt {string(doc, self.alternative)}")
        return "".join(parts) + ">>"


class Tags:
    """The parts of one document. `begin` and `end` give the operators to write around a part's marks."""

    def __init__(self) -> None:
        self._whole = _Element("structure document", "Document", _ROOT)
        self._elements = [self._whole]
        self._pages: list[list[str]] = []
        self._sections = [self._whole]
        self._inside = 0  # how deep within a part
        self._decorating = False

    def begin_page(self, title: str) -> None:
        """Begins the parts of a page."""
        self._pages.append([])
        self._sections = [self._whole]
        self._enter(_Element("", "Sect", "", title))

    def begin(self, group: Group) -> str:
        """The operators before a group's marks."""
        if self._inside:
            self._inside += 1
        elif _is_section(group):
            self._enter(_Element("", "Sect", "", group.title))
        elif words := _words((group,)) if group.clip is None else [group.title]:
            self._inside = 1
            return self._part(group, " ".join(words))
        return ""

    def end(self, group: Group) -> str:
        """The operators after a group's marks."""
        if self._inside:
            self._inside -= 1
            return "EMC" if not self._inside else ""
        if _is_section(group):
            self._sections.pop()
        return ""

    def decorate(self) -> str:
        """The operator before a mark, which is no part of anything unless a part has begun."""
        if self._inside or self._decorating:
            return ""
        self._decorating = True
        return "/Artifact BMC"

    def undecorate(self) -> str:
        """The operator after decoration, if there was some."""
        if not self._decorating:
            return ""
        self._decorating = False
        return "EMC"

    def _part(self, group: Group, words: str) -> str:
        kind = "Figure" if group.title else "P"
        told = ". ".join(part for part in (words, group.about) if part) if group.title else ""
        numbers = self._pages[-1]
        element = _Element("", kind, "", alternative=told, page=len(self._pages) - 1, marks=len(numbers))
        self._add(element)
        numbers.append(element.name)
        before = self.undecorate()
        return f"{before} /{kind} <</MCID {element.marks}>> BDC".lstrip()

    def _enter(self, element: _Element) -> None:
        self._add(element)
        self._sections.append(element)

    def _add(self, element: _Element) -> None:
        element.name = f"structure {len(self._elements)}"
        element.above = self._sections[-1].name
        self._sections[-1].below.append(element.name)
        self._elements.append(element)

    def write(self, doc: Any) -> None:
        """Puts the parts into the file, whose pages are finished."""
        for element in self._elements:
            doc.Reference(Raw(element.told), element.name)
        numbered = []
        for number, (page, parts) in enumerate(zip(doc.Pages.pages, self._pages, strict=True)):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
            numbered += [number, PDFArray([PDFObjectReference(name) for name in parts])]
        root = PDFDictionary(
            {
                "Type": PDFName("StructTreeRoot"),
                "K": PDFObjectReference(self._whole.name),
                "ParentTree": PDFDictionary({"Nums": PDFArray(numbered)}),
                "ParentTreeNextKey": len(self._pages),
            }
        )
        doc.Catalog.StructTreeRoot = doc.Reference(root, _ROOT)
        doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _is_section(group: Group) -> bool:
    """Whether it is made of parts that have names of their own, as a map is."""
    return group.clip is None and any(
        isinstance(mark, Group) and (mark.name or mark.title) for mark in group.marks
    )


def _words(picture: Picture) -> list[str]:
    found: list[str] = []
    for mark in picture:
        if isinstance(mark, Text):
            found.append(mark.text)
        elif isinstance(mark, Group):
            found += _words(mark.marks) or ([mark.title] if mark.title else [])
    return found
