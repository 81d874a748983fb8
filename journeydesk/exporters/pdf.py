"""A poster as PDF: vectors and real text, at the size that the print shop asked for."""

from pathlib import Path

from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.language import N_
from journeydesk.picture.marks import paint
from journeydesk.render.poster import Sheet


def write(sheet: Sheet, path: Path, options: ExportOptions) -> None:
    """Writes the sheet as the only page of a PDF."""
    # The PDF library takes a while to load, and most sessions never export.
    from journeydesk.render.pdf import PdfCanvas

    with path.open("wb") as target:
        canvas = PdfCanvas(
            target,
            sheet.width_mm,
            sheet.height_mm,
            title=sheet.title,
            author=sheet.author,
            language=sheet.language,
        )
        paint(sheet.marks, canvas)
        canvas.save()


PDF = Exporter("pdf", N_("PDF poster"), (".pdf",), write)
