"""An empty presentation of any size, its slides, and what is written on all of them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu

from journeydesk.exporters.deck.canvas import FACE, SlideCanvas, bare, painted, write
from journeydesk.exporters.deck.place import EMU, POINT, Place
from journeydesk.exporters.deck.powerpoint import WIDE
from journeydesk.language import Problem, message
from journeydesk.model.document import Document
from journeydesk.picture.marks import Box, Picture, paint
from journeydesk.picture.text import Type, lay
from journeydesk.picture.theme import Theme
from journeydesk.render.logo import logo
from journeydesk.render.pages import PageSize

SMALLEST, LARGEST = 25.4, 1422.4  # millimetres: 1 and 56 inches
TITLE_ONLY, BLANK = 5, 6
MARGIN = 11.0  # millimetres on a slide of the usual height
TITLE_ROOM = 16.0
LOGO = 0.75  # of its size on a poster
TITLES = (26.0, 22.0, 18.0, 15.0, 12.0)  # points on such a slide
TEMPLATE = (9_144_000, 6_858_000)  # the size for which the library's empty presentation is made
LONG_AGO = (1980, 1, 1, 0, 0, 0)


class Pages:
    """Slides of one size; `save` writes them. The same slides give the same bytes."""

    def __init__(self, page: PageSize, document: Document) -> None:
        if not all(SMALLEST <= side <= LARGEST for side in (page.width_mm, page.height_mm)):
            raise Problem(
                message("A slide measures between {least} and {most} mm each way. Choose another page.",
                        least=SMALLEST, most=LARGEST)
            )  # fmt: skip
        self._document = document
        self.width, self.height = page.width_mm, page.height_mm
        self.unit = min(page.width_mm / WIDE.width_mm, page.height_mm / WIDE.height_mm)
        self._deck = Presentation()
        self._deck.slide_width, self._deck.slide_height = (
            Emu(round(side * EMU)) for side in (self.width, self.height)
        )
        _resize(self._deck)

    @property
    def room(self) -> Box:
        """What is free under the title, in millimetres."""
        margin = MARGIN * self.unit
        return Box(margin, margin + TITLE_ROOM * self.unit, self.width - margin, self.height - margin)

    def add(self, title: str, theme: Theme, notes: Iterable[str] = ()) -> Any:
        """Adds a slide with a title and the logo, and notes for whoever speaks; gives its shapes."""
        slide = self._slide(TITLE_ONLY, theme.ground)
        sign, frame = self.top(theme)
        paint(sign, SlideCanvas(slide.shapes, Place()))
        self._entitle(slide.shapes.title, title, theme.ink, frame)
        told = "\n".join(notes)
        if told:
            slide.notes_slide.notes_text_frame.text = told
        return slide.shapes

    def top(self, theme: Theme) -> tuple[Picture, Box]:
        """The logo as it stands on every slide, and where the title stands."""
        margin = MARGIN * self.unit
        sign, wide, _ = logo(self._document, theme, self.width - margin, margin * 0.9, self.unit * LOGO)
        right = self.width - margin - (wide + margin if wide else 0.0)
        return sign, Box(margin, margin * 0.7, right, margin * 0.7 + TITLE_ROOM * self.unit)

    def title_size(self, title: str, frame: Box) -> float:
        """The size of type, in points, at which a title finds room there."""
        sizes = [size * self.unit for size in TITLES]
        fits = (size for size in sizes if _lines(title, size, frame.width) * size * 0.43 <= frame.height)
        return next(fits, sizes[-1])

    def add_blank(self, ground: str) -> Any:
        """Adds a slide with nothing on it; gives its shapes."""
        return self._slide(BLANK, ground).shapes

    def _slide(self, layout: int, ground: str) -> Any:
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[layout])
        slide.background.fill.solid()
        properties = slide._element.cSld.bg.bgPr
        properties.replace(properties[0], painted(ground))
        slide.shapes.turbo_add_enabled = True  # nobody else adds shapes
        return slide

    def save(self, path: Path, *, title: str, author: str, language: str) -> None:
        """Writes the file, with nothing in it that tells when."""
        _name(self._deck, title, author, language)
        written = BytesIO()
        self._deck.save(written)
        with ZipFile(written) as made, ZipFile(path, "w", ZIP_DEFLATED) as target:
            for name in made.namelist():
                target.writestr(ZipInfo(name, LONG_AGO), made.read(name), ZIP_DEFLATED)

    def _entitle(self, shape: Any, title: str, ink: str, frame: Box) -> None:
        shape.left, shape.top, shape.width, shape.height = Place().frame(frame)
        bare(shape.text_frame)
        shape.text_frame.word_wrap = True
        shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        paragraph = shape.text_frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        write(paragraph, " ".join(title.split()), self.title_size(title, frame), ink, bold=True)


def _lines(title: str, size: float, room: float) -> int:
    return len(lay(title, Type(size * POINT / EMU, "bold"), room).lines)


def _resize(deck: Any) -> None:
    """Fits the places of the empty presentation to its size, and its typeface to ours."""
    for part in (deck.slide_master, *deck.slide_layouts):
        for place in part._element.iter("{*}xfrm"):
            for child, names in ((place.find("{*}off"), ("x", "y")), (place.find("{*}ext"), ("cx", "cy"))):
                for name, side, whole in zip(
                    names, (deck.slide_width, deck.slide_height), TEMPLATE, strict=True
                ):
                    child.set(name, str(round(int(child.get(name)) * side / whole)))
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'typeface="Calibri"', f'typeface="{FACE}"'.encode())


def _name(deck: Any, title: str, author: str, language: str) -> None:
    told = deck.core_properties
    told.title, told.author, told.last_modified_by, told.language = title, author, author, language
    told.created = told.modified = datetime(*LONG_AGO[:3], tzinfo=UTC)
    package = deck.part.package
    for key, relation in list(package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package._rels.pop(key)
