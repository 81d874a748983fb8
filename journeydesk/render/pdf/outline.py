"""The table of contents of a PDF, beside its pages. Format: ISO 32000, document outline."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

from journeydesk.render.pdf.objects import Raw, reference, string


@dataclass(slots=True)
class _Line:
    """A line with the lines below it; its destination is told when the file is written."""

    name: str
    title: str = ""
    leads: Callable[[Any], str] | None = None
    above: str = ""
    before: str = ""
    after: str = ""
    below: list["_Line"] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many lines there are below it, however deep."""
        return sum(1 + line.count for line in self.below)

    def told(self, doc: Any) -> str:
        """The line as an object of the file."""
        parts = ["<<"]
        if self.leads is not None:
            parts.append(f"/Title {string(doc, self.title)}/Dest {self.leads(doc)}")
        for key, name in (("Parent", self.above), ("Prev", self.before), ("Next", self.after)):
            if name:
                parts.append(f"/{key} {reference(doc, name)}")
        if self.below:
            first, last = (reference(doc, self.below[at].name) for at in (0, -1))
            parts.append(f"/First {first}/Last {last}/Count {self.count}")
        return "".join(parts) + ">>"


class Outline(PDFObject):  # type: ignore[misc]  # it comes without types
    """Takes the place of the library's own outline, which takes long where there are many lines."""

    def __init__(self, entries: Iterable[tuple[str, Callable[[Any], str], int]]) -> None:
        self._root = _Line("contents")
        self._lines: list[_Line] = []
        open_lines = [self._root]
        for title, leads, level in entries:
            del open_lines[level + 1 :]
            above = open_lines[-1]
            line = _Line(f"contents {len(self._lines)}", title, leads, above.name)
            if above.below:
                line.before = above.below[-1].name
                above.below[-1].after = line.name
            above.below.append(line)
            open_lines.append(line)
            self._lines.append(line)
        self.ready = 1 if self._lines else -1  # what the library asks

    def prepare(self, doc: Any, canvas: Any) -> None:
        """Puts the lines into the file; the library calls this before it writes."""
        if self._lines:
            doc.Catalog.Outlines = doc.Reference(Raw(self._root.told), self._root.name)
        for line in self._lines:
            doc.Reference(Raw(line.told), line.name)
