"""Everything that a map can be exported to. A new format is a module of its own and a line in `EXPORTERS`."""

from pathlib import Path

from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.exporters.pdf import PDF
from journeydesk.exporters.png import PNG
from journeydesk.exporters.svg import SVG
from journeydesk.exporters.whole import written_whole
from journeydesk.language import Problem, message
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import JourneyMap
from journeydesk.picture.marks import Group, Picture, Text
from journeydesk.picture.theme import Theme
from journeydesk.render.pages import PageSize, page_size
from journeydesk.render.poster import compose

EXPORTERS: tuple[Exporter, ...] = (PDF, PNG, SVG)
DEFAULT_PAGE = "A3"


def exporter_for(path: Path) -> Exporter:
    """The exporter that a file's suffix asks for. Raises Problem where there is none."""
    suffix = path.suffix.lower()
    for exporter in EXPORTERS:
        if suffix in exporter.suffixes:
            return exporter
    known = ", ".join(suffix for exporter in EXPORTERS for suffix in exporter.suffixes)
    raise Problem(
        message("Nothing is known about files such as “{name}”. Use a name that ends in one of: {known}.",
                name=path.name, known=known)
    )  # fmt: skip


def map_named(document: Document, name: str = "") -> JourneyMap:
    """The map with this title, or the first one for no title. Raises Problem where there is none."""
    found = maps(document)
    if not found:
        raise Problem(message("This project has no map."))
    if not name:
        return found[0]
    for same in (str.__eq__, _same_letters):
        for drawn in found:
            if same(drawn.title, name):
                return drawn
    titles = ", ".join(f"“{drawn.title}”" for drawn in found)
    raise Problem(message("There is no map “{name}”. The maps are: {titles}.", name=name, titles=titles))


def _same_letters(title: str, name: str) -> bool:
    return title.casefold().strip() == name.casefold().strip()


def export(
    document: Document,
    path: Path,
    *,
    map_id: str,
    page: PageSize | None = None,
    theme: Theme | None = None,
    dpi: float = 150.0,
) -> str:
    """Writes a map's poster, in the format of the file's suffix; the file is whole or is not there.

    Without a page it is A3, lying or standing as suits the map. Gives the characters that no bundled typeface
    has, which are drawn as boxes. Raises Problem with what to do where it cannot be done.
    """
    exporter = exporter_for(path)
    if not path.parent.is_dir():
        raise Problem(message("The folder “{folder}” does not exist.", folder=path.parent))
    sheet = compose(document, map_id, page=page or page_size(DEFAULT_PAGE), theme=theme)
    with written_whole(path) as temp:
        exporter.write(sheet, temp, ExportOptions(dpi))
    return "".join(sorted(_uncovered(sheet.picture)))


def _uncovered(picture: Picture) -> set[str]:
    found: set[str] = set()
    for mark in picture:
        if isinstance(mark, Group):
            found |= _uncovered(mark.marks)
        elif isinstance(mark, Text):
            for run in mark.runs:
                if 0 in run.glyphs:
                    lacking = (part for part in run.clusters() if any(not glyph[0] for glyph in part.glyphs))
                    found.update(part.text for part in lacking)
    return found
