"""What HTML on the clipboard holds: a table, a list, or a link. All else is left to the plain text."""

from html.parser import HTMLParser

from journeydesk.importers.lists import HEADING, PLAIN, Line
from journeydesk.model.clean import clean_url

LARGEST = 5_000_000  # characters
SKIPPED = frozenset({"script", "style", "head", "title", "template", "noscript"})
BLOCKS = frozenset({"p", "div", "br", "section", "article", "blockquote", "pre", "dt", "dd", "hr"})
HEADINGS = {f"h{level}": level - 10.0 for level in range(1, 7)}
WIDEST = 200  # cells that one cell may span
BULLET = "-"


class Reader(HTMLParser):
    """Gathers rows of cells while it is in a table, else lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.rows: list[list[str]] = []
        self.tables = self.items = self.links = 0
        self._depth = self._skipped = self._tables_open = 0
        self._text: list[str] = []
        self._cell: list[str] | None = None
        self._span = 1
        self._fresh = False  # whether a list's item has begun and says nothing yet
        self._heading: float | None = None
        self._url = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in SKIPPED:
            self._skipped += 1
        elif tag == "table":
            self._flush()
            self.tables += 1
            self._tables_open += 1
        elif self._tables_open:
            self._start_in_table(tag, told)
        elif tag in ("ul", "ol"):
            self._flush()
            self._depth += 1
        elif tag == "li":
            self._flush()
            self.items += 1
            self._fresh = True
        elif tag in HEADINGS:
            self._flush()
            self._heading = HEADINGS[tag]
        elif tag in BLOCKS:
            self._flush()
        elif tag == "a" and (url := clean_url(told.get("href", ""))):
            self.links += 1
            self._url = self._url or url

    def handle_endtag(self, tag: str) -> None:
        if tag in SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        elif tag == "table":
            self._end_cell()
            self._tables_open = max(0, self._tables_open - 1)
        elif self._tables_open:
            if tag in ("td", "th", "tr"):
                self._end_cell()
        elif tag in ("ul", "ol"):
            self._flush()
            self._depth = max(0, self._depth - 1)
        elif tag == "li" or tag in HEADINGS or tag in BLOCKS:
            self._flush()
            self._heading = None

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        if self._cell is not None:
            self._cell.append(data.replace("\n", " ").replace("\t", " "))
        elif not self._tables_open:
            self._text.append(data)

    def close(self) -> None:
        super().close()
        self._end_cell()
        self._flush()

    # Within

    def _start_in_table(self, tag: str, told: dict[str, str]) -> None:
        if tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in ("td", "th"):
            self._end_cell()
            self._cell = []
            span = told.get("colspan", "1")
            self._span = min(int(span), WIDEST) if span.isdecimal() and len(span) < 4 else 1
        elif self._cell is not None and (tag in BLOCKS or tag == "li") and "".join(self._cell).strip():
            self._cell.append("\n")

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = ("".join(self._cell)).split("\n")
        told = "\n".join(" ".join(line.split()) for line in lines).strip()
        if not self.rows:
            self.rows.append([])
        self.rows[-1] += [told, *[""] * (self._span - 1)]
        self._cell = None

    def _flush(self) -> None:
        """Ends the line that is being read."""
        text, url = " ".join("".join(self._text).split()), self._url
        self._text, self._url = [], ""
        if not text:
            return
        if self._heading is not None:
            self.lines.append(Line(self._heading, HEADING, text, url))
        elif self._depth:
            self.lines.append(Line(self._depth + (0.0 if self._fresh else 0.5), BULLET, text, url))
        else:
            self.lines.append(Line(0.0, PLAIN, text, url))
        self._fresh = False


def read(html: str) -> Reader:
    """What is in a piece of HTML, however broken. Nothing of it is run or loaded."""
    reader = Reader()
    reader.feed(html[:LARGEST])
    reader.close()
    return reader
