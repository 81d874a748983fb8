"""Spreadsheet cells as nodes, one for each row; columns are known by their header, or become branches."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from journeydesk.importers.columns import Column, columns_of, kind_said, value_said
from journeydesk.importers.lists import MOST, PLAIN, Line
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_named
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import Problem, message
from journeydesk.model.records import Node, Persona, Record, new_id
from journeydesk.operations.excerpt import Excerpt

Rows = list[list[str]]

csv.field_size_limit(10_000_000)


def rows_of(text: str) -> Rows:
    """The cells of tab-separated text, as spreadsheets give it: quotes hold what has breaks or tabs in it."""
    if text.count('"') % 2 == 0:
        try:
            return trimmed(list(csv.reader(io.StringIO(text.replace("\r\n", "\n")), delimiter="\t")))
        except csv.Error:
            pass
    return trimmed([line.split("\t") for line in text.splitlines()])


def trimmed(rows: Rows) -> Rows:
    """The cells without empty rows, and without empty columns at either side. Raises Problem for too many."""
    told = [[cell.replace("\r\n", "\n").strip() for cell in row] for row in rows]
    told = [row for row in told if any(row)]
    if not told:
        return []
    first = min(next(place for place, cell in enumerate(row) if cell) for row in told)
    last = max(max(place for place, cell in enumerate(row) if cell) for row in told)
    if sum(sum(map(bool, row)) for row in told) > MOST:
        raise Problem(message("There are too many cells: at most {n} can be pasted at once.", n=MOST))
    return [[*row, *[""] * (last + 1 - len(row))][first : last + 1] for row in told]


def is_staircase(rows: Rows) -> bool:
    """Whether each row has one cell, in several columns: a list that is indented by columns."""
    return len(rows[0]) > 1 and all(sum(map(bool, row)) == 1 for row in rows) if rows else False


def as_lines(rows: Rows) -> list[Line]:
    """The cells as a list: those of the first column, and under each the others of its row."""
    if is_staircase(rows):
        return [Line(float(place), PLAIN, cell) for row in rows for place, cell in enumerate(row) if cell]
    found = []
    for row in rows:
        for place, cell in enumerate(cell for cell in row if cell):
            found.append(Line(float(place > 0), PLAIN, cell))
    return found


def nodes(rows: Rows) -> Excerpt:
    """A node for each row. Where the first row names known columns, they tell kinds, fields and topics."""
    columns = columns_of(rows[0]) if len(rows) > 1 else None
    body = rows if columns is None else rows[1:]
    told = columns or [Column("title"), *[Column("") for _ in rows[0][1:]]]
    records: list[Record] = []
    chosen = []
    for place, row in enumerate(body):
        made = _row(told, row, float(place))
        records += made
        chosen.append(next(record.id for record in made if isinstance(record, Node)))
    return Excerpt(tuple(records), tuple(chosen))


def _row(columns: Sequence[Column], row: Sequence[str], place: float) -> list[Record]:
    """The node of a row, the persona of a persona's card before it, and its branches after it."""
    pairs = [(column, cell) for column, cell in zip(columns, row, strict=False) if cell]
    title = next((cell for column, cell in pairs if column.role == "title"), "")
    kind = kind_named(_kind_of_row(columns, pairs))
    node: Node = kind.record(id=new_id(), title=title, order=place)
    fields: dict[str, Any] = {}
    twigs: list[Branch] = []
    for column, cell in pairs:
        value = value_said(kind.record, column.role, cell) if column.role not in ("title", "kind") else ""
        if value is None:
            words = (
                f"{column.header}: {cell}" if column.header and not column.topic else cell
            )  # as on the sheet
            twigs.append(
                Branch(
                    id=new_id(), parent_id=node.id, title=words, topic=column.topic or "idea",
                    order=float(len(twigs) + 1),
                )
            )  # fmt: skip
        elif column.role not in ("title", "kind"):
            fields[column.role] = value
    node = replace(node, **fields)
    if isinstance(node, PersonaCard):
        persona = Persona(id=new_id(), name=title)
        return [persona, replace(node, persona_id=persona.id, title=""), *twigs]
    return [node, *twigs]


def _kind_of_row(columns: Sequence[Column], pairs: Sequence[tuple[Column, str]]) -> str:
    said = next((kind_said(cell) for column, cell in pairs if column.role == "kind"), "")
    header = next((column.kind for column in columns if column.role == "title"), "")
    contact = any(column.role in ("channel", "device", "department") for column in columns)
    return said or header or ("touchpoint" if contact else "stage")
