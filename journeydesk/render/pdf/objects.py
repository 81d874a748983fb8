"""Objects of a PDF that are put together here: there may be as many of them as there are nodes."""

import zlib
from collections.abc import Callable
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, PDFStream, PDFString

LEVEL = 4  # of 9


class Raw(PDFObject):  # type: ignore[misc]  # it comes without types
    """An object whose text is made when the file is written, and every other object has its number."""

    def __init__(self, make: Callable[[Any], str]) -> None:
        self._make = make

    def format(self, doc: Any) -> bytes:
        return self._make(doc).encode("latin-1")


class _Deflate:
    """Packs a stream in a third of the time that the library takes, and hardly larger."""

    pdfname = "FlateDecode"

    def encode(self, content: str | bytes) -> bytes:
        """The packed bytes."""
        return zlib.compress(content if isinstance(content, bytes) else content.encode("latin-1"), LEVEL)


def packed(content: str | bytes) -> PDFStream:
    """A stream that is packed when the file is written."""
    return PDFStream(content=content, filters=[_Deflate()])


def reference(doc: Any, name: str) -> str:
    """The operand that stands for a named object of the document."""
    number, version = doc.idToObjectNumberAndVersion[name]
    return f"{number} {version} R"


def string(doc: Any, text: str) -> str:
    """A text as the file holds it."""
    found: str = PDFString(text).format(doc).decode("latin-1")
    return found


def page_name(page: int) -> str:
    """The name of a page's object, counted from 0."""
    return f"Page{page + 1}"
