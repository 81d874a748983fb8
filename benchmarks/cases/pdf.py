"""An A0 PDF, beside the bare PDF library with one call for each object."""

import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.case import Case, Row, seconds
from benchmarks.cases.boxes import boxes, each
from benchmarks.work import MAP_ID, document
from journeydesk.exporters.catalogue import export
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.exporters.pdf import write
from journeydesk.picture.faces import font_path
from journeydesk.render.pages import page_size
from journeydesk.render.poster import compose
from journeydesk.render.press import Press
from journeydesk.render.tile_sheets import tiled
from journeydesk.render.tiling import Tiling


def bare(count: int) -> float:
    """The seconds that the bare library takes for as many boxes, texts and curves."""
    work = boxes(count)
    rl_config.useA85 = 0  # as the program does
    pdfmetrics.registerFont(TTFont("Bare", str(font_path("regular"))))

    def draw() -> None:
        canvas = Canvas(BytesIO(), pagesize=(3370, 2384), pageCompression=1, initialFontName="Bare")
        canvas.setFont("Bare", 2)

        def box(x: float, y: float, text: str) -> None:
            canvas.setFillColorRGB(0.9, 0.93, 0.98)
            canvas.setStrokeColorRGB(0.2, 0.4, 0.7)
            canvas.setLineWidth(0.5)
            canvas.roundRect(x * 2.8, y * 2.8, 18, 10, 2, 1, 1)
            canvas.setFillColorRGB(0.1, 0.1, 0.2)
            canvas.drawString(x * 2.8 + 2, y * 2.8 + 4, text)

        def curve(*points: float) -> None:
            canvas.setLineWidth(0.8)
            canvas.setStrokeColorRGB(0.3, 0.35, 0.4)
            canvas.bezier(*(value * 2.8 for value in points))

        each(work, box, curve)
        canvas.save()

    return seconds(draw, times=3)


def run(count: int) -> Iterator[Row]:
    made = document(count)
    page = page_size("A0").landscape()
    sheet = compose(made, MAP_ID, page=page)
    floor = bare(count)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        options = ExportOptions()
        yield Row(
            "A0 PDF: writing", seconds(lambda: write((sheet,), path, options), times=3), "s", floor, 2 * floor
        )
        tiles = tiled(sheet, Tiling(page_size("A4")), Press())
        cut = Path(folder) / "tiles.pdf"
        yield Row("A0 PDF in A4 tiles: writing", seconds(lambda: write(tiles, cut, options)))
        yield Row("A0 PDF in A4 tiles: size", cut.stat().st_size / 1e6, "MB")
        yield Row(
            "A0 PDF: lay out, draw, write", seconds(lambda: export(made, path, map_id=MAP_ID, page=page))
        )
        yield Row("A0 PDF: size", path.stat().st_size / 1e6, "MB")


PDF = Case("pdf", run)
