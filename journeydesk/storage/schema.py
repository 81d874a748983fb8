"""The tables of a project file and of a working copy.

What is searched or sorted by has a column of its own; every other field of a record stands in the column
`fields`, a JSON object of what is not the default: a field that is added to a kind needs no new format.
Bytes are kept once, by their SHA-256. The rows of a table keep the order in which the records came.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from sqlalchemy import REAL, CheckConstraint, Column, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from journeydesk.model.records import (
    Asset,
    Comment,
    Evidence,
    JourneyMap,
    Link,
    Node,
    Persona,
    Project,
    Record,
    Term,
)

FORMAT = 2
APPLICATION_ID = 0x4A444B31  # "JDK1"; stands in every project file's header, never to change
LARGEST = 1_000_000_000  # bytes of a project file

_TABLES = MetaData()


def _number(name: str, *, nullable: bool = False) -> Column[float]:
    return Column(name, REAL, CheckConstraint(f"{name} BETWEEN -1e7 AND 1e7"), nullable=nullable)


def _whole(name: str) -> Column[int]:
    return Column(name, Integer, CheckConstraint(f"{name} BETWEEN -10000000 AND 10000000"), nullable=False)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _table(name: str, key: str, *columns: Column[str] | Column[float] | Column[int] | Column[bytes]) -> Table:
    return Table(
        name, _TABLES, Column(key, Text, primary_key=True, nullable=False), *columns, sqlite_strict=True
    )


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where records of a class are kept. `columns` maps columns to the fields that have their own."""

    table: Table
    record: type[Record]
    columns: Mapping[str, str] = field(default_factory=dict)


SHELVES = (
    Shelf(_table("project", "id", _text("title"), _text("fields")), Project, {"title": "title"}),
    Shelf(
        _table("persona", "id", _text("name"), _number("ord"), _text("fields")),
        Persona,
        {"name": "name", "ord": "order"},
    ),
    Shelf(
        _table("map", "id", _text("title"), _number("ord"), _text("fields")),
        JourneyMap,
        {"title": "title", "ord": "order"},
    ),
    Shelf(
        _table(
            "node",
            "id",
            *(_text(name) for name in ("kind", "map_id", "parent_id")),
            *(_number(name) for name in ("ord", "x", "y")),
            *(_number(name, nullable=True) for name in ("width", "height")),
            *(_text(name) for name in ("title", "fields")),
        ),
        Node,
        {"ord": "order"}
        | {name: name for name in ("map_id", "parent_id", "x", "y", "width", "height", "title")},
    ),
    Shelf(
        _table(
            "link",
            "id",
            *(_text(name) for name in ("kind", "map_id", "source_id", "target_id")),
            _number("ord"),
            *(_text(name) for name in ("title", "fields")),
        ),
        Link,
        {"ord": "order"} | {name: name for name in ("map_id", "source_id", "target_id", "title")},
    ),
    Shelf(_table("evidence", "id", _text("title"), _text("fields")), Evidence, {"title": "title"}),
    Shelf(
        _table(
            "asset",
            "id",
            *(_text(name) for name in ("name", "media_type")),
            *(_whole(name) for name in ("width", "height")),
            *(_text(name) for name in ("sha256", "fields")),
        ),
        Asset,
        {name: name for name in ("name", "media_type", "width", "height")},
    ),
    Shelf(
        _table("comment", "id", *(_text(name) for name in ("about_id", "written", "fields"))),
        Comment,
        {"about_id": "about_id", "written": "written"},
    ),
    Shelf(
        _table("term", "id", *(_text(name) for name in ("vocabulary", "key", "title", "fields"))),
        Term,
        {name: name for name in ("vocabulary", "key", "title")},
    ),
)

MEDIA = _table("media", "sha256", Column("data", LargeBinary, nullable=False))
META = _table("meta", "name", _text("value"))
PROJECT_TABLES: tuple[Table, ...] = (*(shelf.table for shelf in SHELVES), MEDIA, META)

# In a working copy only. `label` and `change` are JSON; see `rows.entry_to_row`.
HISTORY = Table(
    "history",
    _TABLES,
    Column("seq", Integer, primary_key=True, nullable=False),
    _text("label"),
    _text("change"),
    sqlite_strict=True,
)
WORKING_TABLES: tuple[Table, ...] = (*PROJECT_TABLES, HISTORY)


@cache
def create_statement(table: Table) -> str:
    """The SQL that makes a table, as SQLite keeps it."""
    return str(CreateTable(table).compile(dialect=sqlite.dialect())).strip()


@cache
def known_schema(tables: tuple[Table, ...]) -> frozenset[tuple[str, str, str, str]]:
    """What `sqlite_master` holds where only these tables are: type, name, table, and SQL without spaces."""
    made = {("table", table.name, table.name, "".join(create_statement(table).split())) for table in tables}
    keyed = (table for table in tables if not isinstance(table.primary_key.columns[0].type, Integer))
    return frozenset(
        made | {("index", f"sqlite_autoindex_{table.name}_1", table.name, "") for table in keyed}
    )
