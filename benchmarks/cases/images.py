"""A0 images in every format, and how much memory they take; slides and a web page of the same map."""

import resource
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.case import Case, Row, seconds
from benchmarks.work import MAP_ID, document
from journeydesk.exporters.catalogue import EXPORTERS, deliver
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.render.pages import page_size
from journeydesk.render.poster import compose
from journeydesk.views.printing import Order

MOST_MEMORY = 700.0
WEBP_DPI = 160.0  # about as many pixels as it can be written with
SLIDES = 2000  # nodes; nobody opens slides of more


def run(count: int) -> Iterator[Row]:
    made = document(count)
    sheet = compose(made, MAP_ID, page=page_size("A0").landscape())
    with tempfile.TemporaryDirectory() as folder:
        for exporter in EXPORTERS:
            path, write = Path(folder) / f"a{exporter.suffixes[0]}", exporter.write
            if write is not None and "dpi" in exporter.asks:
                options = ExportOptions(WEBP_DPI if exporter.name == "webp" else 300.0)
                for kind in (options, replace(options, cmyk=True)) if "cmyk" in exporter.asks else (options,):
                    taken = seconds(lambda write=write, path=path, kind=kind: write((sheet,), path, kind))
                    yield Row(_named(exporter.name, kind), taken)
                    yield Row(f"{_named(exporter.name, kind)}: size", path.stat().st_size / 1e6, "MB")
        yield Row("A0 images: most memory so far", _peak(), "MB", None, MOST_MEMORY)
        if count <= SLIDES:
            for suffix in (".pptx", ".html"):
                path = Path(folder) / f"a{suffix}"
                yield Row(f"All of it as {suffix}", seconds(lambda path=path: deliver(made, path, Order())))
                yield Row(f"All of it as {suffix}: size", path.stat().st_size / 1e6, "MB")


def _named(name: str, options: ExportOptions) -> str:
    return f"A0 {name} at {options.dpi:g} dpi{', four inks' if options.cmyk else ''}"


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


IMAGES = Case("images", run)
