"""Posters as PDF: vectors and real text, at the size that the print shop asked for."""

from collections.abc import Sequence
from pathlib import Path

from journeydesk.exporters import checking
from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.language import N_
from journeydesk.render.sheet import Sheet


def write(sheets: Sequence[Sheet], path: Path, options: ExportOptions) -> None:
    """Writes the sheets as pages of a PDF, each of its own size."""
    # The PDF library takes a while to load, and most sessions never export.
    from journeydesk.render.pdf.document import write_pdf

    with path.open("wb") as target:
        write_pdf(sheets, target, title=options.title, report=options.report)


PDF = Exporter("pdf", N_("PDF poster"), (".pdf",), write, many=True, check=checking.pdf)
