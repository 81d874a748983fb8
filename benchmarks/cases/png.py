"""An A0 PNG, beside a bare QPainter with the same encoder."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.case import Case, Row, seconds
from benchmarks.cases.boxes import boxes, each
from benchmarks.work import MAP_ID, document
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.exporters.png import write
from journeydesk.picture.faces import font_path
from journeydesk.render.pages import page_size
from journeydesk.render.poster import compose

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def bare(count: int, dpi: float) -> float:
    """The seconds that a bare painter takes to paint as much; without the encoder."""
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter, QPainterPath, QPen

    work = boxes(count)
    QFontDatabase.addApplicationFont(str(font_path("regular")))
    font = QFont("Inter")
    font.setPixelSize(2)

    def paint() -> None:
        scale = dpi / 25.4
        image = QImage(round(1189 * scale), round(841 * scale), QImage.Format.Format_RGB32)
        image.fill(QColor("#ffffff"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.setFont(font)
        edge, ink, line = QPen(QColor("#2f74c0"), 0.2), QPen(QColor("#1b2430")), QPen(QColor("#4a5a6e"), 0.3)

        def box(x: float, y: float, text: str) -> None:
            painter.setPen(edge)
            painter.setBrush(QColor("#e3eefb"))
            painter.drawRoundedRect(QRectF(x, y, 6.5, 3.6), 0.7, 0.7)
            painter.setPen(ink)
            painter.drawText(QPointF(x + 0.5, y + 2), text)

        def curve(x: float, y: float, *rest: float) -> None:
            path = QPainterPath(QPointF(x, y))
            path.cubicTo(*rest)
            painter.strokePath(path, line)

        each(work, box, curve)
        painter.end()

    return seconds(paint)


def run(count: int) -> Iterator[Row]:
    from journeydesk.render import pixels

    pixels.start_qt()
    sheet = compose(document(count), MAP_ID, page=page_size("A0").landscape())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.png"
        floor = bare(count, 150)
        scale = 150 / 25.4
        wide, high = round(sheet.width_mm * scale), round(sheet.height_mm * scale)
        taken = seconds(lambda: write((sheet,), path, ExportOptions(150)))
        painting = seconds(lambda: pixels.painted(sheet.marks, wide, high, scale=scale, ground="#ffffff"))
        yield Row("A0 PNG at 150 dpi: painting again", painting, "s", floor)
        encoding = max(0.0, taken - painting)
        yield Row("A0 PNG at 150 dpi", taken, "s", floor + encoding, 1.5 * (floor + encoding))
        yield Row("A0 PNG at 150 dpi: size", path.stat().st_size / 1e6, "MB")
        yield Row("A0 PNG at 300 dpi", seconds(lambda: write((sheet,), path, ExportOptions(300))))
        yield Row("A0 PNG at 300 dpi: size", path.stat().st_size / 1e6, "MB")


PNG = Case("png", run)
