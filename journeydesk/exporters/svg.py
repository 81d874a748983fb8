"""A poster as SVG, to go on with in a drawing program or to put on a web page."""

from collections.abc import Sequence
from pathlib import Path

from journeydesk.exporters import checking
from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.language import N_
from journeydesk.picture.marks import paint
from journeydesk.render.sheet import Sheet


def write(sheets: Sequence[Sheet], path: Path, options: ExportOptions) -> None:
    """Writes the sheet as one SVG."""
    # Its library for typefaces takes a while to load, and most sessions never export.
    from journeydesk.render.svg import SvgCanvas

    (sheet,) = sheets
    canvas = SvgCanvas(
        sheet.width_mm,
        sheet.height_mm,
        title=sheet.title,
        about=sheet.description(),
        language=sheet.language,
    )
    paint(sheet.marks, canvas)
    path.write_text(canvas.finished(), encoding="utf-8")


SVG = Exporter("svg", N_("SVG drawing"), (".svg",), write, check=checking.svg)
