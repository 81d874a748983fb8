"""Everything that a map can be exported to. A new format is a module of its own and a line in `EXPORTERS`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from journeydesk.exporters.deck.powerpoint import POWERPOINT
from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.exporters.jpeg import JPEG
from journeydesk.exporters.pdf import PDF
from journeydesk.exporters.png import PNG
from journeydesk.exporters.svg import SVG
from journeydesk.exporters.tiff import TIFF
from journeydesk.exporters.web.page import HTML
from journeydesk.exporters.webp import WEBP
from journeydesk.exporters.whole import written_whole
from journeydesk.kinds.frame import Frame
from journeydesk.language import Message, Problem, message
from journeydesk.model.document import Document
from journeydesk.model.queries import maps, nodes, personas
from journeydesk.model.records import JourneyMap, Persona
from journeydesk.picture.marks import Group, Picture, Text
from journeydesk.picture.theme import Theme
from journeydesk.render.pages import PageSize
from journeydesk.render.press import Press, pressed
from journeydesk.render.sheet import Sheet
from journeydesk.render.tile_sheets import tiled
from journeydesk.views.printing import Order, sheets

EXPORTERS: tuple[Exporter, ...] = (PDF, PNG, JPEG, TIFF, WEBP, SVG, POWERPOINT, HTML)


def suffixes() -> tuple[str, ...]:
    """The endings of names that an exporter knows."""
    return tuple(suffix for exporter in EXPORTERS for suffix in exporter.suffixes)


def exporter_for(path: Path) -> Exporter:
    """The exporter that a file's suffix asks for. Raises Problem where there is none."""
    suffix = path.suffix.lower()
    for exporter in EXPORTERS:
        if suffix in exporter.suffixes:
            return exporter
    known = ", ".join(suffixes())
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
    titles = [drawn.title for drawn in found]
    place = _place_of(name, titles)
    if place is None:
        raise Problem(
            message("There is no map “{name}”. The maps are: {titles}.", name=name, titles=_quoted(titles))
        )
    return found[place]


def persona_named(document: Document, name: str) -> Persona:
    """The persona with this name. Raises Problem where there is none."""
    found = personas(document)
    names = [person.name for person in found]
    place = _place_of(name, names)
    if place is None:
        raise Problem(
            message(
                "There is no persona “{name}”. The personas are: {names}.", name=name, names=_quoted(names)
            )
        )
    return found[place]


def frames(document: Document, map_id: str) -> tuple[Frame, ...]:
    """The frames of a map, by their titles."""
    found = (node for node in nodes(document, map_id) if isinstance(node, Frame))
    return tuple(sorted(found, key=lambda frame: (frame.title.casefold(), frame.id)))


def frame_named(document: Document, name: str, map_name: str = "") -> Frame:
    """The frame with this title, on the map of that title or on any. Raises Problem where there is none."""
    among = (map_named(document, map_name),) if map_name else maps(document)
    found = [frame for drawn in among for frame in frames(document, drawn.id)]
    titles = [" ".join(frame.title.split()) for frame in found]
    place = _place_of(" ".join(name.split()), titles)
    if place is not None:
        return found[place]
    told = _quoted(title for title in titles if title)
    if not told:
        raise Problem(message("There is no frame with a title."))
    raise Problem(message("There is no frame “{name}”. The frames are: {titles}.", name=name, titles=told))


def _quoted(names: Iterable[str]) -> tuple[Message, ...]:
    return tuple(message("“{name}”", name=name) for name in names)


def _place_of(name: str, names: Sequence[str]) -> int | None:
    """Where a name stands: as it is written, else in other letters."""
    for same in (str.__eq__, _same_letters):
        for place, known in enumerate(names):
            if same(known, name):
                return place
    return None


def _same_letters(title: str, name: str) -> bool:
    return title.casefold().strip() == name.casefold().strip()


def export(
    document: Document,
    path: Path,
    *,
    map_id: str,
    page: PageSize | None = None,
    theme: Theme | None = None,
    options: ExportOptions | None = None,
) -> str:
    """Writes a map's poster, in the format of the file's suffix; the file is whole or is not there.

    Without a page it is A3, lying or standing as suits the map. Gives the characters that no bundled typeface
    has, which are drawn as boxes. Raises Problem with what to do where it cannot be done.
    """
    order = Order(map_ids=(map_id,), page=page, theme=theme)
    return deliver(document, path, order, options)


def deliver(document: Document, path: Path, order: Order, options: ExportOptions | None = None) -> str:
    """Writes what is ordered, in the format of the file's suffix; see `export_sheets` and `export`."""
    with _enough_memory(path):
        return _delivered(document, path, order, options or ExportOptions())


def _delivered(document: Document, path: Path, order: Order, asked: ExportOptions) -> str:
    exporter = exporter_for(path)
    if exporter.draw is not None:
        if asked.tiling is not None or asked.press != Press():
            told = message("A {format} file has no pages to print: it cannot have bleed, marks or tiles.",
                           format=path.suffix)  # fmt: skip
            raise Problem(told)
        _refuse_missing_folder(path)
        with written_whole(path) as temp:
            exporter.draw(document, order, temp, asked)
            _check(exporter, temp, path, (), asked)
        return ""
    made = tuple(sheets(document, order))
    if len(made) > 1 and not asked.title:
        asked = replace(asked, title=document.project.title)
    export_sheets(made, path, asked)
    return uncovered(made)


def export_sheets(
    sheets: Sequence[Sheet], path: Path, options: ExportOptions | None = None
) -> tuple[Path, ...]:
    """Writes finished sheets in the format of the file's suffix; gives the files, see `targets`.

    All files are whole, or none is there. Raises Problem with what to do where it cannot be done.
    """
    exporter, options = exporter_for(path), options or ExportOptions()
    if exporter.write is None:
        raise Problem(
            message("Pages cannot be written as {format}. Choose another format.", format=path.suffix)
        )
    _refuse_missing_folder(path)
    ready = finished(sheets, options)
    paths = targets(path, len(ready))
    files = [ready] if len(paths) == 1 else [(sheet,) for sheet in ready]
    with ExitStack() as together:
        together.enter_context(_enough_memory(path))
        temps = [together.enter_context(written_whole(target)) for target in paths]
        for number, (pages, temp) in enumerate(zip(files, temps, strict=True)):
            exporter.write(pages, temp, replace(options, report=_part(options.report, number, len(files))))
            _check(exporter, temp, paths[number], pages, options)
    return paths


def _check(
    exporter: Exporter, temp: Path, path: Path, pages: Sequence[Sheet], options: ExportOptions
) -> None:
    """Reads what was written again. Raises Problem where it is not whole."""
    try:
        if exporter.check is not None:
            exporter.check(temp, pages, options.dpi)
    except Exception as error:
        if isinstance(error, MemoryError) or getattr(error, "errno", None):
            raise
        told = message("“{name}” came out damaged and was not kept. Try again, or choose another place.",
                       name=path)  # fmt: skip
        raise Problem(told) from error


def _refuse_missing_folder(path: Path) -> None:
    if not path.parent.is_dir():
        raise Problem(message("The folder “{folder}” does not exist.", folder=path.parent))


@contextmanager
def _enough_memory(path: Path) -> Iterator[None]:
    """Tells it where the computer has no more memory."""
    try:
        yield
    except MemoryError as error:
        told = message("There is not enough memory for “{name}”. Choose a smaller page or fewer dots.",
                       name=path.name)  # fmt: skip
        raise Problem(told) from error


def finished(sheets: Sequence[Sheet], options: ExportOptions) -> tuple[Sheet, ...]:
    """The sheets as they come out: with marks of the press, or in tiles. Raises Problem if they cannot."""
    if options.tiling is None:
        return tuple(pressed(sheet, options.press) for sheet in sheets)
    cuts = dict(enumerate(options.tiling.cuts))
    return tuple(
        tile
        for number, sheet in enumerate(sheets)
        for tile in tiled(sheet, options.tiling, options.press, cuts.get(number))
    )


def targets(path: Path, count: int) -> tuple[Path, ...]:
    """The files for so many sheets: one, or numbered ones such as "name-01.png" where it holds one sheet."""
    if count == 1 or exporter_for(path).many:
        return (path,)
    digits = max(2, len(str(count)))
    return tuple(
        path.with_name(f"{path.stem}-{number:0{digits}}{path.suffix}") for number in range(1, count + 1)
    )


def _part(report: Callable[[float], None], number: int, count: int) -> Callable[[float], None]:
    """Reports a share of one file as the share of all."""

    def told(share: float) -> None:
        report((number + share) / count)

    return told


def uncovered(sheets: Sequence[Sheet]) -> str:
    """The characters on these sheets that no bundled typeface has; they are drawn as boxes."""
    return "".join(sorted(set().union(*(_uncovered(sheet.picture) for sheet in sheets))))


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
