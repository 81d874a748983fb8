"""The database of a working copy: the records as they are, the whole undo history, and what was published.

A step of the history changes all three in one transaction, so that whatever stops the program, they agree.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import cache, partial
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import SQLAlchemyError

from journeydesk.model.change import Change, Entry
from journeydesk.model.document import Step
from journeydesk.model.records import Record
from journeydesk.storage.connection import make_tables, open_working, read_table, write_table
from journeydesk.storage.project_file import FileMark
from journeydesk.storage.rows import (
    Row,
    entry_from_row,
    entry_to_row,
    from_rows,
    media_of,
    shelf_of,
    to_json,
    to_row,
    to_rows,
)
from journeydesk.storage.schema import FORMAT, HISTORY, MEDIA, META, PROJECT_TABLES, WORKING_TABLES
from journeydesk.storage.upgrades import tables_of, upgrade

NAME = "work.db"


@dataclass(frozen=True, slots=True)
class Intent:
    """A publication that may have been under way when the program stopped."""

    save_id: str
    rev: int
    path: str
    document_uuid: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a working copy knows of itself. `rev` counts all steps; `position` is the place in the history."""

    document_uuid: str
    path: str = ""
    mark: FileMark | None = None
    rev: int = 0
    published_rev: int = 0
    position: int = 0
    intent: Intent | None = None


Job = Callable[[Connection, Facts], Facts]


class WorkDatabase:
    """An open working database. One thread may use it at a time."""

    def __init__(self, folder: Path) -> None:
        self._engine: Engine = open_working(folder / NAME)

    @classmethod
    def create(cls, folder: Path, records: Iterable[Record], facts: Facts) -> "WorkDatabase":
        """A new database in a folder, holding these records; all of it or nothing."""
        made = cls(folder)
        try:
            with made._reporting(), made._engine.begin() as connection:
                connection.exec_driver_sql(f"PRAGMA user_version={FORMAT}")
                make_tables(connection, WORKING_TABLES)
                rows = to_rows(records)
                rows[META.name] = []
                for table in PROJECT_TABLES:
                    write_table(connection, table, rows[table.name])
                _write_facts(connection, facts)
        except BaseException:
            made.close()
            raise
        return made

    def facts(self) -> Facts:
        """What it knows of itself; one of an older format is brought up to today's, with its history.

        Raises OSError or ValueError where it is not whole, or of a newer format.
        """
        with self._reporting():
            with self._engine.connect() as connection:
                number = connection.exec_driver_sql("PRAGMA user_version").scalar()
                if number == FORMAT:
                    return _read_facts(connection)
            with self._engine.begin() as connection:
                _bring_up(connection, int(number or 0))
                return _read_facts(connection)

    def load(self) -> tuple[tuple[Record, ...], tuple[Entry, ...], int]:
        """The records, the history, and how many of its entries are in force."""
        with self._reporting(), self._engine.connect() as connection:
            rows = {table.name: read_table(connection, table) for table in PROJECT_TABLES}
            history = read_table(connection, HISTORY)
            position = _read_facts(connection).position
        media = {row["sha256"]: row["data"] for row in rows[MEDIA.name]}
        entries = tuple(entry_from_row(row, media) for row in history)
        return from_rows(rows), entries, sum(row["seq"] < position for row in history)

    def title(self) -> str:
        """The title of the project."""
        with self._reporting(), self._engine.connect() as connection:
            return connection.exec_driver_sql("SELECT title FROM project").scalar() or ""

    def perform(self, jobs: Iterable[Job]) -> None:
        """Does jobs in one transaction. Raises OSError where that fails; nothing of it is stored then."""
        with self._reporting(), self._engine.begin() as connection:
            facts = _read_facts(connection)
            for job in jobs:
                facts = job(connection, facts)
            _write_facts(connection, facts)

    def close(self) -> None:
        """Puts the log back into the database and lets go of it."""
        self._engine.dispose()

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise OSError(str(getattr(error, "orig", None) or error)) from error
        except sqlite3.Error as error:
            raise OSError(str(error)) from error


def _bring_up(connection: Connection, number: int) -> None:
    """Turns a database of an older format into one of today's, in the transaction that is open."""
    tables = tables_of(number)
    if tables is None:
        raise ValueError("not a working copy of this version")
    rows = {table.name: read_table(connection, table) for table in (*tables, HISTORY)}
    rows = upgrade(rows, number)
    for table in (*tables, HISTORY):
        connection.exec_driver_sql(f"DROP TABLE {table.name}")
    make_tables(connection, WORKING_TABLES)
    for table in WORKING_TABLES:
        write_table(connection, table, rows[table.name])
    connection.exec_driver_sql(f"PRAGMA user_version={FORMAT}")


# Jobs


def stepping(step: Step, entry: Entry) -> Job:
    """Stores a step of the history with what it changed."""
    return partial(_step, step, entry)


def intending(intent: Intent) -> Job:
    """Stores what is about to be published."""
    return lambda _connection, facts: replace(facts, intent=intent)


def published(intent: Intent, mark: FileMark) -> Job:
    """Stores what was published."""
    return lambda _connection, facts: replace(
        facts,
        intent=None,
        mark=mark,
        published_rev=intent.rev,
        path=intent.path,
        document_uuid=intent.document_uuid,
    )


def shortening(number: int) -> Job:
    """Keeps only this many of the entries that are in force, and those after them."""

    def shorten(connection: Connection, facts: Facts) -> Facts:
        connection.execute(delete(HISTORY).where(HISTORY.c.seq < facts.position - number))
        return facts

    return shorten


def _step(step: Step, entry: Entry, connection: Connection, facts: Facts) -> Facts:
    position = facts.position - 1 if step is Step.AMENDED else facts.position
    if step in (Step.COMMITTED, Step.AMENDED):
        connection.execute(delete(HISTORY).where(HISTORY.c.seq >= position))
        _store_media(connection, entry.change)
        write_table(connection, HISTORY, [{"seq": position, **entry_to_row(entry)}])
    _store_change(connection, entry.change.inverse() if step is Step.UNDONE else entry.change)
    moved = position - 1 if step is Step.UNDONE else position + 1
    return replace(facts, rev=facts.rev + 1, position=moved)


def _store_media(connection: Connection, change: Change) -> None:
    held = media_of(record for pair in change.values() for record in pair if record is not None)
    if held:
        rows = [{"sha256": key, "data": data} for key, data in held.items()]
        connection.execute(insert(MEDIA).on_conflict_do_nothing(), rows)


def _store_change(connection: Connection, change: Change) -> None:
    removed: dict[str, list[Row]] = {}
    put: dict[str, list[Row]] = {}
    for key, (before, after) in change.items():
        old = shelf_of(type(before)).table.name if before is not None else ""
        new = shelf_of(type(after)).table.name if after is not None else ""
        if old and old != new:
            removed.setdefault(old, []).append({"key": key})
        if after is not None:
            put.setdefault(new, []).append(to_row(after))
    for table in PROJECT_TABLES:
        if table.name in removed:
            connection.execute(delete(table).where(table.c.id == bindparam("key")), removed[table.name])
        if table.name in put:
            names = [column.name for column in table.columns]
            values = [tuple(row[name] for name in names) for row in put[table.name]]
            connection.exec_driver_sql(_upsert(table), values)


@cache
def _upsert(table: Table) -> str:
    names = [column.name for column in table.columns]
    values = ", ".join("?" for _ in names)
    changed = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    row = f"{table.name} ({', '.join(names)}) VALUES ({values})"
    return f"INSERT INTO {row} ON CONFLICT (id) DO UPDATE SET {changed}"


def _read_facts(connection: Connection) -> Facts:
    text = connection.execute(select(META.c.value).where(META.c.name == "facts")).scalar()
    told = json.loads(text or "null")
    if not isinstance(told, dict):
        raise ValueError("a working copy without facts")
    told["mark"] = FileMark(**told["mark"]) if told["mark"] else None
    told["intent"] = Intent(**told["intent"]) if told["intent"] else None
    return Facts(**told)


def _write_facts(connection: Connection, facts: Facts) -> None:
    statement = insert(META).values(name="facts", value=to_json(asdict(facts)))
    connection.execute(statement.on_conflict_do_update(set_={"value": statement.excluded.value}))
