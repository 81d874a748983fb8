"""What an exporter is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from journeydesk.render.press import Press
from journeydesk.render.sheet import Sheet


def _unheard(share: float) -> None:
    """Nobody asked how far it is."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What people may choose beside the page.

    `dpi` is dots per inch, for images. `title` is that of the whole document; that of its first sheet where
    none is given. `report` hears from time to time which share is done, 0 to 1, and may stop the work by
    raising an exception.
    """

    dpi: float = 150.0
    title: str = ""
    press: Press = field(default_factory=Press)
    report: Callable[[float], None] = _unheard


@dataclass(frozen=True, slots=True)
class Exporter:
    """A row of `EXPORTERS`. `write` fills a file that nobody looks at yet; `suffixes` begin with a dot.

    One that takes `many` puts all sheets into its file, as pages; any other is given one sheet a file.
    Sheets come as they are to be seen, with all marks of the press.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    write: Callable[[Sequence[Sheet], Path, ExportOptions], None]
    many: bool = False
