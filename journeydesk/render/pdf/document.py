"""A whole PDF: sheets as pages, with a table of contents and links among them."""

from collections.abc import Callable, Sequence
from typing import BinaryIO

from journeydesk.picture.marks import paint
from journeydesk.render.pdf.canvas import PdfCanvas
from journeydesk.render.pdf.places import Places
from journeydesk.render.sheet import Sheet


def write_pdf(
    sheets: Sequence[Sheet],
    target: BinaryIO,
    *,
    title: str = "",
    report: Callable[[float], None] | None = None,
) -> None:
    """Writes the sheets as pages, each of its own size; `report` hears which share is done."""
    first = sheets[0]
    canvas = PdfCanvas(
        target,
        title=title or first.title,
        author=first.author,
        subject=first.subject,
        language=first.language,
        places=Places(sheets),
    )
    for number, sheet in enumerate(sheets):
        if report is not None:
            report(number / len(sheets))
        canvas.begin(sheet.width_mm, sheet.height_mm, trim=sheet.trim, bleed=sheet.bleed, title=sheet.title)
        paint(sheet.marks, canvas)
    canvas.save(sheets)
