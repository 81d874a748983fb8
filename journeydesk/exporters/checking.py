"""Reads written files again before anybody sees them, by other ways than they were written.

Each check raises Damaged, or whatever its reader raises, where a file is not whole.
"""

import re
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import IO, Any
from xml.parsers import expat
from zipfile import ZipFile

from journeydesk.exporters.web.markup import EMPTY
from journeydesk.render.sheet import Sheet

MM_PER_INCH = 25.4
TAIL = 2048  # bytes at the end of a PDF within which it tells where its table is
EIGHTH = 8
PIECE = 1 << 20
PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
MOST_WHOLE = 20_000_000  # pixels that are unpacked at once


class Damaged(Exception):  # noqa: N818  # it tells what the file is
    """A file that is not what was to be written."""


Check = Callable[[Path, Sequence[Sheet], float], None]


def png(path: Path, sheets: Sequence[Sheet], dpi: float) -> None:
    """Reads every chunk with its sum."""
    from PIL.PngImagePlugin import PngImageFile

    with path.open("rb") as file, PngImageFile(file) as image:
        _measured(image, sheets[0], dpi)
        image.verify()


def jpeg(path: Path, sheets: Sequence[Sheet], dpi: float) -> None:
    """Reads all of it, as an image of an eighth of its width and height, for which little memory will do."""
    from PIL.JpegImagePlugin import JpegImageFile

    with path.open("rb") as file, JpegImageFile(file) as image:
        _measured(image, sheets[0], dpi)
        image.draft("RGB", (image.width // EIGHTH, image.height // EIGHTH))
        image.load()


def tiff(path: Path, sheets: Sequence[Sheet], dpi: float) -> None:
    """Reads every page's directory, and whether all strips of pixels lie in the file."""
    from PIL.TiffImagePlugin import STRIPBYTECOUNTS, STRIPOFFSETS, TiffImageFile

    size = path.stat().st_size
    with path.open("rb") as file, TiffImageFile(file) as image:
        _agree(image.n_frames, len(sheets))
        for number, sheet in enumerate(sheets):
            image.seek(number)
            _measured(image, sheet, dpi)
            tags = image.tag_v2
            for at, count in zip(tags[STRIPOFFSETS], tags[STRIPBYTECOUNTS], strict=True):
                if at + count > size:
                    raise Damaged("a strip beyond the end")


def webp(path: Path, sheets: Sequence[Sheet], dpi: float) -> None:
    """Reads all of it where it is not very large."""
    from PIL.WebPImagePlugin import WebPImageFile

    with path.open("rb") as file, WebPImageFile(file) as image:
        _measured(image, sheets[0], dpi)
        if image.width * image.height <= MOST_WHOLE:
            image.load()


def pdf(path: Path, sheets: Sequence[Sheet], dpi: float) -> None:
    """Follows the table at the end to every object, and counts the pages."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        found = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", content[-TAIL:])
        if content[:5] != b"%PDF-" or found is None:
            raise Damaged("no beginning or no end")
        head = re.compile(rb"xref\s+0\s+(\d+)\s+").match(content, int(found[1]))
        if head is None:
            raise Damaged("no table of objects")
        for number in range(1, int(head[1])):
            place, name = head.end() + 20 * number, b"%d 0 obj" % number
            entry = content[place : place + 20]
            at = int(entry[:10])
            if entry[17:18] == b"n" and content[at : at + len(name)] != name:
                raise Damaged("an object is not in its place")
        if sum(1 for _ in PAGE.finditer(content)) < len(sheets):
            raise Damaged("a page is missing")


def svg(path: Path, sheets: Sequence[Sheet], dpi: float) -> None:
    """Reads it as XML."""
    with path.open("rb") as file:
        expat.ParserCreate().ParseFile(file)


def pptx(path: Path, sheets: Sequence[Sheet], dpi: float) -> None:
    """Reads every part of the archive with its sum, and those in XML as such; there is a slide."""
    with ZipFile(path) as archive:
        slides = 0
        for name in archive.namelist():
            with archive.open(name) as part:
                slides += name.startswith("ppt/slides/slide")
                _read(part, is_xml=name.endswith((".xml", ".rels")))
    if not slides:
        raise Damaged("no slide")


def html(path: Path, sheets: Sequence[Sheet], dpi: float) -> None:
    """Reads it as a browser does: every element that begins ends."""
    reader = _Elements()
    with path.open(encoding="utf-8") as file:
        while piece := file.read(PIECE):
            reader.feed(piece)
    reader.close()
    if reader.open or not reader.count:
        raise Damaged("an element without an end")


class _Elements(HTMLParser):
    """Keeps which elements have not ended yet."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.count += 1
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise Damaged(f"the end of {tag}")


def _read(part: IO[bytes], *, is_xml: bool) -> None:
    if is_xml:
        expat.ParserCreate().ParseFile(part)
    else:
        while part.read(PIECE):
            pass


def _measured(image: Any, sheet: Sheet, dpi: float) -> None:
    """Whether an image has as many pixels as its sheet asks for."""
    for pixels, length in ((image.width, sheet.width_mm), (image.height, sheet.height_mm)):
        if abs(pixels - length / MM_PER_INCH * dpi) > 1:
            raise Damaged("another size")


def _agree(found: int, wanted: int) -> None:
    if found != wanted:
        raise Damaged(f"{found} pages, not {wanted}")
