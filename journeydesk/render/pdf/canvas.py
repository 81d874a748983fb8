"""Writes marks into a PDF: vectors, real text in embedded fonts, pictures.

Content is written as operators, in points, with groups worked into the coordinates. Every character stands
where the layout put it; one that no bundled font covers is an empty box, and still found by search and copy.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFResourceDictionary, xObjectName
from reportlab.pdfgen.canvas import Canvas

from journeydesk.picture.marks import Box, Group, Image, Path, Picture, Run, Text, bounds
from journeydesk.picture.shapes import rectangle, rounded
from journeydesk.render.cropping import covering, holding
from journeydesk.render.pdf.content import POINTS_PER_MM, Content
from journeydesk.render.pdf.fonts import Letters, embedding, pdf_font
from journeydesk.render.pdf.images import Pictures
from journeydesk.render.pdf.objects import packed
from journeydesk.render.pdf.outline import Outline
from journeydesk.render.pdf.places import Area, Places
from journeydesk.render.pdf.tags import Tags
from journeydesk.render.press import PLATES
from journeydesk.render.sheet import Sheet

# Nothing that a project holds may make the library read a file or open a connection.
rl_config.trustedHosts = []
rl_config.trustedSchemes = ["data"]
# Bytes as they are: writing them as letters would take longer than all the rest.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True)
class _Form:
    """Marks that are written once, however often they are seen through a window."""

    name: str
    marks: Picture
    scale: float


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
        places: Places | None = None,
    ) -> None:
        self._pdf = Canvas(
            target,
            invariant=1,
            pdfVersion=(1, 4),
            pageCompression=1,
            initialFontName=pdf_font("regular").fontName,
            lang=language,
        )
        self._pdf.setTitle(title)
        self._pdf.setAuthor(author)
        self._pdf.setSubject(subject)
        self._pdf.setCreator("JourneyDesk")
        self._pdf.setViewerPreference("DisplayDocTitle", "true")
        self._pdf.setViewerPreference("PrintScaling", "None")
        self._places = places or Places()
        self._letters = Letters(self._pdf._doc)
        self._pictures = Pictures(self._pdf._doc)
        self._tags = Tags()
        self._forms: dict[int, _Form] = {}
        self._outside: list[tuple[Content, _Form]] = []  # what forms that are being written interrupted
        self._page = -1

    def begin(
        self,
        width: float,
        height: float,
        *,
        trim: Box | None = None,
        bleed: Box | None = None,
        title: str = "",
    ) -> None:
        """Begins a page that is cut at `trim` and whose drawing goes on to `bleed`: its edges by default."""
        if self._page >= 0:
            self._end_page()
        self._page += 1
        self._pdf.setPageSize((width * POINTS_PER_MM, height * POINTS_PER_MM))
        whole = Box(0, 0, width, height)
        for name, box in (("trim", trim or whole), ("bleed", bleed or trim or whole)):
            sides = (box.left, height - box.bottom, box.right, height - box.top)
            self._pdf.setCropBox([round(side * POINTS_PER_MM, 4) for side in sides], name)
        self._content = Content(self._pdf, POINTS_PER_MM, 0.0, height * POINTS_PER_MM)
        self._tags.begin_page(title)
        page = Area(0, 0, width * POINTS_PER_MM, height * POINTS_PER_MM)
        self._places.see(self._places.key("", self._page), self._page, page)

    def save(self, sheets: Sequence[Sheet] = ()) -> None:
        """Ends the document and writes it, with the bookmarks of its sheets."""
        self._end_page()
        self._pdf._doc.Outlines = Outline(self._places.contents(sheets))
        if len(sheets) > 1:
            self._pdf.showOutline()
        self._tags.write(self._pdf._doc)
        with embedding:
            self._pdf.save()

    def _end_page(self) -> None:
        self._add(self._tags.undecorate())
        self._pdf.showPage()
        page = self._pdf._doc.Pages.pages[-1]
        page.Contents = packed(page.stream)

    def _add(self, operators: str) -> None:
        if operators:
            self._content.add(operators)

    def _mark(self) -> Content:
        """Where the next mark is written to."""
        if not self._outside:
            self._add(self._tags.decorate())
        return self._content

    def path(self, mark: Path) -> None:
        content = self._mark()
        outline = content.outlined(mark.commands)
        filled = bool(mark.fill) and content.set_fill(mark.fill)
        stroked = mark.stroke is not None and content.set_stroke(mark.stroke)
        if filled and stroked and content.stroke_alpha < 1:
            # One operator for both would let the outline cut a hole into the fill under it.
            content.add(f"{outline} f {outline} S")
        elif filled or stroked:
            content.add(f"{outline} {'B' if filled and stroked else 'f' if filled else 'S'}")

    def text(self, mark: Text) -> None:
        content = self._mark()
        if not content.set_fill(mark.colour):
            return
        size, add = mark.size * content.scale, content.add
        y = content.y - mark.y * content.scale
        # From left to right, as programs expect that read a text by its places.
        for run in sorted((run for run in mark.runs if run.text), key=_start):
            for name, shown, start in self._letters.encoded(run, mark.size):
                typed = f"{name} {size:.4f} Tf "
                x = content.x + (mark.x + _start(run)) * content.scale + start * size
                add(f"BT {typed if typed != content.typed else ''}{x:.3f} {y:.3f} Td {shown} ET")
                content.typed = typed

    def image(self, mark: Image) -> None:
        size = self._pictures.size(mark.data)
        if size is None:
            return
        content = self._mark()
        box = Box(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        place = holding(box, mark.part) if mark.part else covering(*size, box)
        scale = content.scale
        wide, high = place.width * scale, place.height * scale
        shown = self._pictures.shown(mark.data, wide, high)
        outline = rounded(box, mark.radius) if mark.radius > 0 else rectangle(box)
        left, bottom = content.x + place.left * scale, content.y - place.bottom * scale
        content.set_fill_alpha(1.0)
        content.add(f"q {content.outlined(outline)} W n")
        content.add(f"{wide:.3f} 0 0 {high:.3f} {left:.3f} {bottom:.3f} cm")
        self._pdf.doForm(shown.name)
        content.add("Q")

    def open(self, group: Group) -> bool:
        content = self._content
        if not self._outside:
            self._add(self._tags.begin(group))
            self._lead(group)
        content.outer.append((content.scale, content.x, content.y))
        content.x += group.x * content.scale
        content.y -= group.y * content.scale
        content.scale *= group.scale
        if group.name == PLATES:
            content.begin_plates()
        return group.clip is None or self._opens_form(group)

    def close(self, group: Group) -> None:
        if group.clip is not None:
            self._show_form(group)
        content = self._content
        if group.name == PLATES:
            content.end_plates()
        content.scale, content.x, content.y = content.outer.pop()
        if not self._outside:
            self._add(self._tags.end(group))

    def _lead(self, group: Group) -> None:
        """Notes where the group leads to, and that something leads to it."""
        reached = group.name and self._places.is_led_to(group.name, self._page)
        if not (reached or group.url):
            return
        # What only leads from one node to another lies on a ground of its own, which is its first mark.
        content, inner = self._content, group.url.startswith("#")
        box = bounds((replace(group, marks=group.marks[:1]),) if inner else (group,))
        box = box or Box(group.x, group.y, group.x, group.y)
        left, right = (content.x + x * content.scale for x in (box.left, box.right))
        top, bottom = (content.y - y * content.scale for y in (box.top, box.bottom))
        if link := self._places.link(group.url, self._page, Area(left, bottom, right, top)):
            self._pdf._annotationrefs.append(link)
        if reached:
            key, room = self._places.key(group.name, self._page), right - left
            self._places.see(key, self._page, Area(left - room, bottom - room, right + room, top + room))

    def _opens_form(self, group: Group) -> bool:
        """Begins the form of what is seen through a window, unless it is written already."""
        outer = self._content
        key = id(group.marks)
        if key in self._forms:
            return False
        made = self._forms[key] = _Form(f"drawing{len(self._forms) + 1}", group.marks, outer.scale)
        box = (bounds(group.marks) or Box(0, 0, 0, 0)).scaled(outer.scale)
        self._pdf.beginForm(made.name, box.left - 1, -box.bottom - 1, box.right + 1, -box.top + 1)
        self._outside.append((outer, made))
        self._content = Content(self._pdf, outer.scale, 0.0, 0.0)
        return True

    def _show_form(self, group: Group) -> None:
        made = self._forms[id(group.marks)]
        if self._outside and self._outside[-1][1] is made:
            self._content = self._outside.pop()[0]
            _end_form(self._pdf, made)
        content = self._mark()
        assert group.clip is not None
        content.set_fill_alpha(1.0)
        content.set_stroke_alpha(1.0)
        content.add(f"q [] 0 d {content.outlined(rectangle(group.clip))} W n")
        part = content.scale / made.scale
        content.add(f"{part:.7g} 0 0 {part:.7g} {content.x:.4f} {content.y:.4f} cm")
        self._pdf.doForm(made.name)
        content.add("Q")


def _end_form(pdf: Any, made: _Form) -> None:
    """Ends a form. The library would leave out its opacities and the colours of the press."""
    resources = PDFResourceDictionary(ExtGState=pdf._extgstate.getState() or {})
    resources.setColorSpace(pdf._colorsUsed)
    pdf.endForm()
    form = pdf._doc.idToObject[xObjectName(made.name)]
    resources.basicFonts()
    resources.allProcs()
    if form.XObjects:
        resources.XObject = form.XObjects
    form.Resources, form.Contents, form.compression = resources, packed(form.stream), 0


def _start(run: Run) -> float:
    """Where the run begins on the left."""
    return min(run.starts) if run.parts else run.starts[0]
