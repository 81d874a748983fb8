"""What other programs put on the clipboard, as nodes: a table, a list, a link or plain text."""

from journeydesk.importers import cells, lists, markup
from journeydesk.importers.lists import Line
from journeydesk.operations.excerpt import Excerpt


def excerpt_of(text: str, html: str = "", *, as_branches: bool = False, topic: str = "idea") -> Excerpt:
    """The nodes that a text describes; none where it says nothing. `topic` is that of new branches.

    HTML is preferred where it holds a table, a list or a link and the text has lost that. Cells become
    branches as well `as_branches`. Raises Problem where it is too much.
    """
    rows, lines = _read(text, html)
    if rows and not cells.is_staircase(rows) and not as_branches and (len(rows) > 1 or len(rows[0]) > 1):
        return cells.nodes(rows)
    return lists.branches(cells.as_lines(rows) if rows else lines, topic)


def _read(text: str, html: str) -> tuple[cells.Rows, list[Line]]:
    """Either the cells of a table, or lines."""
    if html:
        found = markup.read(html)
        if found.tables == 1 and not found.lines and (rows := cells.trimmed(found.rows)):
            return rows, []
        if found.items and not found.tables:
            return [], found.lines[: lists.MOST]
        if found.links == len(found.lines) == 1 and found.lines[0].url and len(text.split()) < 2:
            return [], found.lines
    rows = cells.rows_of(text) if "\t" in text.strip() else []
    if _is_table(rows, text):
        return rows, []
    return [], lists.lines_of(text)


def _is_table(rows: cells.Rows, text: str) -> bool:
    """Whether most rows have several cells; a bullet and a tab before the words make a list of them."""
    full = sum(sum(map(bool, row)) > 1 for row in rows)
    bullets = sum(lists.has_bullet_and_tab(line) for line in text.splitlines())
    return 2 * full >= len(rows) > 0 and 2 * bullets < len(rows)
