"""Format 2 has a table for what projects have of their own among channels, devices and departments."""

from sqlalchemy import REAL, CheckConstraint, Column, Integer, LargeBinary, MetaData, Table, Text

from journeydesk.storage.rows import Rows

_TABLES = MetaData()


def _number(name: str, *, nullable: bool = False) -> Column[float]:
    return Column(name, REAL, CheckConstraint(f"{name} BETWEEN -1e7 AND 1e7"), nullable=nullable)


def _whole(name: str) -> Column[int]:
    return Column(name, Integer, CheckConstraint(f"{name} BETWEEN -10000000 AND 10000000"), nullable=False)


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


def _table(name: str, *columns: Column[str] | Column[float] | Column[int], key: str = "id") -> Table:
    return Table(
        name, _TABLES, Column(key, Text, primary_key=True, nullable=False), *columns, sqlite_strict=True
    )


TABLES = (
    _table("project", *_texts("title", "fields")),
    _table("persona", *_texts("name"), _number("ord"), *_texts("fields")),
    _table("map", *_texts("title"), _number("ord"), *_texts("fields")),
    _table(
        "node",
        *_texts("kind", "map_id", "parent_id"),
        *(_number(name) for name in ("ord", "x", "y")),
        *(_number(name, nullable=True) for name in ("width", "height")),
        *_texts("title", "fields"),
    ),
    _table(
        "link",
        *_texts("kind", "map_id", "source_id", "target_id"),
        _number("ord"),
        *_texts("title", "fields"),
    ),
    _table("evidence", *_texts("title", "fields")),
    _table(
        "asset",
        *_texts("name", "media_type"),
        *(_whole(name) for name in ("width", "height")),
        *_texts("sha256", "fields"),
    ),
    _table("comment", *_texts("about_id", "written", "fields")),
    Table(
        "media",
        _TABLES,
        Column("sha256", Text, primary_key=True, nullable=False),
        Column("data", LargeBinary, nullable=False),
        sqlite_strict=True,
    ),
    _table("meta", *_texts("value"), key="name"),
)


def with_terms(rows: Rows) -> Rows:
    """The rows with no terms: until now nobody could have any."""
    return {**rows, "term": []}
