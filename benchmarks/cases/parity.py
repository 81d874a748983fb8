"""Whether the screen, the PDF and the SVG show the same: pixels that differ, and where characters stand.

The PDF is read by pdfium and the SVG by Chromium, where there is one. A pixel differs where one of its parts
does by more than a quarter. The number of nodes is that of the templates, whatever is asked for.
"""

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image
from pypdfium2 import raw

from benchmarks.case import Case, Row
from journeydesk import templates
from journeydesk.exporters.catalogue import map_named
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.exporters.pdf import write
from journeydesk.model.document import Document
from journeydesk.picture.marks import Group, Picture, Text, paint
from journeydesk.render.pages import page_size
from journeydesk.render.poster import compose
from journeydesk.render.sheet import Sheet
from journeydesk.render.svg import SvgCanvas

DPI = 75.0
VISIBLE = 64
MM = 25.4
POINTS = 72 / MM  # to a millimetre
BROWSER = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
# Where each character of the drawing begins, in millimetres.
PLACES = """<script>
const root = document.querySelector("svg"), found = [];
document.fonts.ready.then(() => {
  for (const text of root.querySelectorAll("text")) {
    const to = root.getScreenCTM().inverse().multiply(text.getScreenCTM());
    for (let at = 0; at < text.getNumberOfChars(); at++) {
      const point = text.getStartPositionOfChar(at).matrixTransform(to);
      found.push([point.x, point.y]);
    }
  }
  const told = document.createElement("pre");
  told.id = "places";
  told.textContent = JSON.stringify(found);
  document.body.append(told);
});
</script>"""


@dataclass(frozen=True, slots=True)
class Stand:
    """A character, and where it begins on the sheet in millimetres."""

    text: str
    x: float
    y: float


def stands(picture: Picture, x: float = 0, y: float = 0, scale: float = 1) -> Iterator[Stand]:
    """The characters of a drawing in the order of painting; those that have glyphs of their own."""
    for mark in picture:
        if isinstance(mark, Group):
            yield from stands(mark.marks, x + mark.x * scale, y + mark.y * scale, scale * mark.scale)
        elif isinstance(mark, Text):
            for run in mark.runs:
                for text, start in zip(run.text, run.starts if not run.parts else (), strict=False):
                    yield Stand(text, x + (mark.x + start) * scale, y + mark.y * scale)


def run(count: int) -> Iterator[Row]:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    for name in (name for name in templates.NAMES if name != "blank"):
        document = Document(templates.make(name, "fr"))
        sheet = compose(document, map_named(document).id, page=page_size("A0").landscape())
        expected = list(stands(sheet.picture))
        screen = _screen(sheet)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.pdf"
            write((sheet,), path, ExportOptions())
            yield Row(
                f"{name}: pixels of the PDF that differ", _differing(screen, _pdf(path)), "%", None, 1.0
            )
            far = _farthest(expected, _stands_of_pdf(path, sheet))
            yield Row(f"{name}: characters of the PDF, farthest", far, "mm", None, 0.2)
            if browser:
                shot = _browser_picture(browser, sheet, Path(folder))
                yield Row(f"{name}: pixels of the SVG that differ", _differing(screen, shot), "%", None, 1.0)
                far = _farthest(expected, _stands_of_svg(browser, sheet, Path(folder)))
                yield Row(f"{name}: characters of the SVG, farthest", far, "mm", None, 0.2)


def _size(sheet: Sheet) -> tuple[int, int]:
    return round(sheet.width_mm * DPI / MM), round(sheet.height_mm * DPI / MM)


def _screen(sheet: Sheet) -> Any:
    from journeydesk.render.pixels import bands

    return np.concatenate(
        [*bands(sheet.marks, *_size(sheet), scale=DPI / MM, ground=sheet.ground)]
    ).astype(int)  # fmt: skip


def _pdf(path: Path) -> Any:
    with pypdfium2.PdfDocument(path) as document:
        # The library rounds the page's size in pixels up, and stretches what is on it.
        return document[0].render(scale=DPI / 72 * 0.99999).to_numpy()[:, :, ::-1].astype(int)


def _svg(sheet: Sheet) -> str:
    canvas = SvgCanvas(sheet.width_mm, sheet.height_mm, title=sheet.title, language=sheet.language)
    paint(sheet.marks, canvas)
    width, height = _size(sheet)
    return re.sub(
        r'width="[\d.]+mm" height="[\d.]+mm"', f'width="{width}" height="{height}"', canvas.element(), count=1
    )


def _browser_picture(browser: str, sheet: Sheet, folder: Path) -> Any:
    drawing, shot = folder / "a.svg", folder / "a.png"
    drawing.write_text(_svg(sheet), encoding="utf-8")
    width, height = _size(sheet)
    subprocess.run(
        [browser, *BROWSER, f"--screenshot={shot}", f"--window-size={width},{height}", drawing.as_uri()],
        capture_output=True,
        check=True,
        timeout=300,
    )
    with Image.open(shot) as image:
        return np.asarray(image.convert("RGB")).astype(int)


def _differing(one: Any, other: Any) -> float:
    """How many of a hundred pixels are clearly not the same."""
    height, width = min(one.shape[0], other.shape[0]), min(one.shape[1], other.shape[1])
    difference = np.abs(one[:height, :width] - other[:height, :width]).max(axis=2)
    return float((difference > VISIBLE).mean() * 100)


def _stands_of_pdf(path: Path, sheet: Sheet) -> list[Stand]:
    found = []
    with pypdfium2.PdfDocument(path) as document:
        page = document[0].get_textpage()
        for at in range(page.count_chars()):
            x, y = c_double(), c_double()
            raw.FPDFText_GetCharOrigin(page, at, x, y)
            if not raw.FPDFText_IsGenerated(page, at):
                text = chr(raw.FPDFText_GetUnicode(page, at)).replace(
                    "\x02", "-"
                )  # as it tells one at a line's end
                found.append(Stand(text, x.value / POINTS, sheet.height_mm - y.value / POINTS))
    return found


def _stands_of_svg(browser: str, sheet: Sheet, folder: Path) -> list[Stand]:
    page = folder / "a.html"
    page.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{_svg(sheet)}{PLACES}", encoding="utf-8")
    told = subprocess.run(
        [browser, *BROWSER, "--virtual-time-budget=20000", "--dump-dom", page.as_uri()],
        capture_output=True,
        check=True,
        timeout=300,
    ).stdout.decode()
    places = json.loads(unescape(told.split('<pre id="places">')[1].split("</pre>")[0]))
    return [Stand("", x, y) for x, y in places]


def _farthest(expected: list[Stand], found: list[Stand]) -> float:
    """How far any of the expected characters is from the nearest such one that was found, in millimetres."""
    told = bool(found) and all(stand.text for stand in found)
    places: dict[str, list[tuple[float, float]]] = {}
    for stand in found:
        places.setdefault(stand.text if told else "", []).append((stand.x, stand.y))
    known = {text: np.array(at) for text, at in places.items()}
    far = 0.0
    for stand in expected:
        if stand.text.strip():
            at = known[stand.text if told else ""]
            far = max(far, float(np.abs(at - (stand.x, stand.y)).max(axis=1).min()))
    return far


PARITY = Case("parity", run)
