"""How the program talks to SQLite: in memory for project files, and with a log on disk for working copies."""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, insert, literal_column, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.pool import StaticPool

from journeydesk.storage.rows import Row
from journeydesk.storage.schema import create_statement

_CAUTION = ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0")
_WORKING = (
    "busy_timeout=5000",
    "journal_mode=WAL",
    "synchronous=FULL",
    "fullfsync=ON",  # on macOS, a plain fsync does not reach the disk
    "journal_size_limit=8388608",
)


def open_image(image: bytes | bytearray | None = None) -> Engine:
    """A database in memory: empty, or the bytes of a database file. Close it with `dispose`."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 0)
        for pragma in _CAUTION:
            connection.execute("PRAGMA " + pragma)
        if image is not None:
            connection.deserialize(image)
        return connection

    return _engine(connect)


def open_working(path: Path) -> Engine:
    """The database of a working copy, for one connection. A commit is on the disk when it returns."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
        try:
            for pragma in (*_CAUTION, *_WORKING):
                connection.execute("PRAGMA " + pragma)
        except BaseException:
            connection.close()
            raise
        return connection

    return _engine(connect)


def _engine(connect: Any) -> Engine:
    # One connection for all: a second writer on one log has corrupted databases (SQLite before 3.51.3).
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # The driver's own rule, to begin before the first write only, leaves half a change when a step fails.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def make_tables(connection: Connection, tables: Iterable[Table]) -> None:
    """Makes empty tables."""
    for table in tables:
        connection.exec_driver_sql(create_statement(table))


def read_table(connection: Connection, table: Table) -> list[Row]:
    """All rows of a table, in the order in which they came."""
    names = [column.name for column in table.columns]
    found = connection.exec_driver_sql(_selection(table))
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def write_table(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Adds rows to a table."""
    if rows:
        statement, names = _insertion(table)
        connection.exec_driver_sql(statement, [tuple(row[name] for name in names) for row in rows])


# Statements are compiled here and kept, as every file has an engine, with a cache, of its own. Rows come in
# thousands: the driver takes tuples several times faster than dicts.


@cache
def _selection(table: Table) -> str:
    return str(select(table).order_by(literal_column("rowid")).compile(dialect=sqlite.dialect()))


@cache
def _insertion(table: Table) -> tuple[str, list[str]]:
    compiled = insert(table).compile(dialect=sqlite.dialect())
    assert compiled.positiontup is not None
    return str(compiled), compiled.positiontup


def is_sound(connection: Connection) -> bool:
    """Whether SQLite finds nothing wrong with pages, types and ranges."""
    return connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok"
