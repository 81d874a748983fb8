"""An A0 SVG."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.case import Case, Row, seconds
from benchmarks.work import MAP_ID, document
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.exporters.svg import write
from journeydesk.render.pages import page_size
from journeydesk.render.poster import compose


def run(count: int) -> Iterator[Row]:
    sheet = compose(document(count), MAP_ID, page=page_size("A0"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.svg"
        yield Row("A0 SVG: writing", seconds(lambda: write((sheet,), path, ExportOptions())))
        yield Row("A0 SVG: size", path.stat().st_size / 1e6, "MB")


SVG = Case("svg", run)
