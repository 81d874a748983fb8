"""Files of other programs as nodes: lists, Markdown, tables (CSV, TSV) and outlines (OPML)."""

import csv
import io
from collections import Counter
from collections.abc import Mapping
from xml.parsers import expat

from journeydesk.importers import cells, lists
from journeydesk.importers.foreign import excerpt_of
from journeydesk.importers.lists import MOST, PLAIN, Line
from journeydesk.language import Problem, message
from journeydesk.model.clean import clean_url
from journeydesk.operations.excerpt import Excerpt

LISTS, TABLES, OUTLINES = (
    frozenset({".txt", ".text", ".md", ".markdown"}),
    frozenset({".csv", ".tsv"}),
    frozenset({".opml"}),
)
ENDINGS = LISTS | TABLES | OUTLINES
DELIMITERS = ",;\t"  # a German or French CSV has semicolons
PROBED = 50  # rows that tell which one it is
URLS = ("htmlUrl", "url", "xmlUrl")


def excerpt_of_file(ending: str, text: str, *, hung: bool) -> Excerpt:
    """The nodes that a file with an ending describes. Rows of a table become branches where they are `hung`.

    Raises Problem where the file is damaged or too much.
    """
    if ending in TABLES:
        rows = rows_of(text)
        is_list = hung or not rows or len(rows[0]) == 1 or cells.is_staircase(rows)
        return lists.branches(cells.as_lines(rows)) if is_list else cells.nodes(rows)
    if ending in OUTLINES:
        return lists.branches(outline_of(text))
    return excerpt_of(text, as_branches=True)


def rows_of(text: str) -> cells.Rows:
    """The cells of a table whose columns are parted by commas, semicolons or tabs."""
    delimiter = max(DELIMITERS, key=lambda one: _fits(_read(text, one)[:PROBED]))
    return cells.trimmed(_read(text, delimiter))


def _read(text: str, delimiter: str) -> cells.Rows:
    try:
        return list(csv.reader(io.StringIO(text.replace("\r\n", "\n")), delimiter=delimiter))
    except csv.Error:
        return [line.split(delimiter) for line in text.splitlines()]


def _fits(rows: cells.Rows) -> int:
    """How well rows look like a table: how many of them have the same number of cells, more than one."""
    counts = Counter(len(row) for row in rows if len(row) > 1)
    return max(counts.values(), default=0)


def outline_of(text: str) -> list[Line]:
    """The lines of an OPML outline, with its notes under them. Raises Problem where it is none."""
    found: list[Line] = []
    depth = 0

    def start(name: str, told: Mapping[str, str]) -> None:
        nonlocal depth
        if name.lower() != "outline":
            return
        words = " ".join((told.get("text") or told.get("title") or "").split())
        url = next((url for key in URLS if (url := clean_url(told.get(key, "")))), "")
        found.append(Line(float(depth), PLAIN, words or url, url))
        depth += 1
        notes = (note.strip() for note in told.get("_note", "").split("\n"))
        found.extend(Line(float(depth), PLAIN, note) for note in notes if note)
        if len(found) > MOST:
            raise Problem(message("The outline has too many lines: at most {n} are read at once.", n=MOST))

    def end(name: str) -> None:
        nonlocal depth
        depth -= name.lower() == "outline"

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = _refuse  # what a document type declares may grow without end
    try:
        parser.Parse(text.strip(), True)
    except expat.ExpatError as error:
        raise Problem(message("This outline is damaged and cannot be read.")) from error
    return [line for line in found if line.text]


def _refuse(*_: object) -> None:
    raise Problem(message("This outline is damaged and cannot be read."))
