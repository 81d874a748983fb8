"""What an exporter is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from journeydesk.render.poster import Sheet


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What people may choose beside the page. `dpi` is dots per inch, for images."""

    dpi: float = 150.0


@dataclass(frozen=True, slots=True)
class Exporter:
    """A row of `EXPORTERS`. `write` fills a file that nobody looks at yet; `suffixes` begin with a dot."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    write: Callable[[Sheet, Path, ExportOptions], None]
