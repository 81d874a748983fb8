"""Posters as PDF: vectors and real text, at the size that the print shop asked for."""

from collections.abc import Sequence
from pathlib import Path

from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.language import N_
from journeydesk.picture.marks import paint
from journeydesk.render.sheet import Sheet


def write(sheets: Sequence[Sheet], path: Path, options: ExportOptions) -> None:
    """Writes the sheets as pages of a PDF, each of its own size."""
    # The PDF library takes a while to load, and most sessions never export.
    from journeydesk.render.pdf import PdfCanvas

    first = sheets[0]
    with path.open("wb") as target:
        canvas = PdfCanvas(
            target,
            title=options.title or first.title,
            author=first.author,
            subject=first.subject,
            language=first.language,
        )
        for number, sheet in enumerate(sheets):
            options.report(number / len(sheets))
            canvas.begin(sheet.width_mm, sheet.height_mm, trim=sheet.trim, bleed=sheet.bleed)
            paint(sheet.marks, canvas)
        canvas.save()


PDF = Exporter("pdf", N_("PDF poster"), (".pdf",), write, many=True)
