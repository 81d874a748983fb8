"""The file that people see and mail: a closed SQLite database that is only ever replaced whole.

It is read by way of memory, so nothing is ever made next to it and a foreign schema never runs; and it is
written by way of memory, then to a new file beside the old one, then in its place.
"""

import hashlib
import os
import sqlite3
import stat
import struct
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Table
from sqlalchemy.exc import SQLAlchemyError

from journeydesk import __version__
from journeydesk.language import Message, Problem, message
from journeydesk.model.records import Record, new_id
from journeydesk.storage import problems
from journeydesk.storage.connection import is_sound, make_tables, open_image, read_table, write_table
from journeydesk.storage.mending import mended
from journeydesk.storage.rows import (
    Rows,
    UnknownKindError,
    content_hash,
    from_rows,
    media_fit,
    to_rows,
    unknown_fields,
)
from journeydesk.storage.schema import (
    APPLICATION_ID,
    FORMAT,
    LARGEST,
    META,
    PROJECT_TABLES,
    known_schema,
)
from journeydesk.storage.upgrades import tables_of, upgrade

SUFFIX = ".journey"
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_SHARING = (5, 32, 33)  # Windows: the file is held by a virus scanner or a synchronising program
_PATIENCE = 5.0  # seconds


@dataclass(frozen=True, slots=True)
class FileMark:
    """By what a file on disk is known again: bytes, time in nanoseconds, SHA-256."""

    size: int
    mtime_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a project file says. `notices` tell what was mended on the way in."""

    records: tuple[Record, ...]
    document_uuid: str
    save_id: str
    format: int
    mark: FileMark
    notices: tuple[Message, ...] = ()


# Reading


def read_project(path: Path) -> Contents:
    """The records of a project file. Raises Problem where there is none, or where it is not whole."""
    data, mark = _read(path)
    number, tables = _check_header(path, data)
    data[18:20] = (
        b"\x01\x01"  # another tool may have switched the log on; without its side file it stands for nothing
    )
    try:
        rows, meta = _read_image(data, tables)
        rows = upgrade(rows, number)
        records, notices = mended(from_rows(rows))
        if unknown_fields(rows):
            notices = (
                *notices,
                message("Some details come from a newer version of JourneyDesk; saving drops them."),
            )
        return Contents(records, meta["document_uuid"], meta["save_id"], number, mark, notices)
    except UnknownKindError as error:
        raise problems.newer(path) from error
    except (SQLAlchemyError, sqlite3.Error, ValueError, TypeError, KeyError, OverflowError) as error:
        raise problems.damaged(path) from error


def matches(path: Path, mark: FileMark) -> bool:
    """Whether the file on disk is the one of this mark. Raises OSError where there is none."""
    found = os.stat(path)
    if found.st_size != mark.size:
        return False
    return found.st_mtime_ns == mark.mtime_ns or hashlib.sha256(path.read_bytes()).hexdigest() == mark.sha256


def _read(path: Path) -> tuple[bytearray, FileMark]:
    try:
        found = os.stat(path)
        if stat.S_ISDIR(found.st_mode):
            raise Problem(message("{name} is a folder. Choose a project in it.", name=path.name or path))
        if not stat.S_ISREG(found.st_mode):
            raise problems.not_a_project(path)
        if found.st_size > LARGEST:
            raise Problem(message("{name} is too large for a project file.", name=path.name))
        with open(path, "rb") as stream:
            data = bytearray(stream.read())
            found = os.fstat(stream.fileno())
    except (OSError, ValueError) as error:
        raise problems.reading(path, error if isinstance(error, OSError) else OSError(str(error))) from error
    if not data:
        raise Problem(
            message(
                "{name} is empty: nothing was ever saved in it, or it was cut off. Open one of its backups.",
                name=path.name,
            )
        )
    return data, FileMark(len(data), found.st_mtime_ns, hashlib.sha256(data).hexdigest())


def _check_header(path: Path, data: bytearray) -> tuple[int, tuple[Table, ...]]:
    start = bytes(data[: len(_MAGIC)])
    if start != _MAGIC:
        cut = _MAGIC.startswith(start) or (path.suffix == SUFFIX and not any(data[:4096]))
        raise problems.damaged(path) if cut else problems.not_a_project(path)
    if len(data) < _HEADER:
        raise problems.damaged(path)
    if struct.unpack_from(">I", data, 68)[0] != APPLICATION_ID:
        raise problems.not_a_project(path)
    number = struct.unpack_from(">I", data, 60)[0]
    if number > FORMAT:
        raise problems.newer(path)
    tables = tables_of(number)
    page_size, pages = struct.unpack_from(">H", data, 16)[0], struct.unpack_from(">I", data, 28)[0]
    if tables is None or (65536 if page_size == 1 else page_size) * pages != len(data):
        raise problems.damaged(path)
    return number, tables


def _read_image(data: bytearray, tables: tuple[Table, ...]) -> tuple[Rows, dict[str, str]]:
    """The rows and facts of a database image. Raises ValueError or SQLAlchemyError where it is not whole."""
    engine = open_image(data)
    try:
        with engine.connect() as connection:
            # First of all: nothing of a schema that is not ours may run, not even within SQLite's own check.
            if _schema(connection) != known_schema(tables):
                raise ValueError("the tables are not ours")
            if not is_sound(connection):
                raise ValueError("SQLite finds pages or values wrong")
            rows = {table.name: read_table(connection, table) for table in tables}
    finally:
        engine.dispose()
    meta = {row["name"]: row["value"] for row in rows.pop(META.name)}
    written = meta.pop("content_sha256")
    if content_hash(rows, meta) != written or not media_fit(rows):
        raise ValueError("the content is not what was written")
    return rows, meta


def _schema(connection: Connection) -> frozenset[tuple[str, str, str, str]]:
    found = connection.exec_driver_sql("SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT 100")
    return frozenset((kind, name, table, "".join((sql or "").split())) for kind, name, table, sql in found)


# Writing


def write_project(
    path: Path,
    records: Iterable[Record],
    *,
    document_uuid: str,
    save_id: str = "",
    expected: FileMark | None = None,
) -> FileMark:
    """Puts a project file in the place of the one at `path`; the old one stays whole until the new one is.

    Records are those of a Document, which are clean. With `expected`, a file that is not the expected one is
    not overwritten: raises Conflict. Raises Problem where nothing can be written; the old file is untouched.
    """
    target = Path(os.path.realpath(path))
    save_id = save_id or new_id()
    meta = {"document_uuid": document_uuid, "save_id": save_id, "min_reader": str(FORMAT)}
    meta |= {"saved_at": datetime.now(UTC).isoformat(timespec="seconds"), "program": __version__}
    image = _image(target, to_rows(records), meta)
    temp = beside(target, save_id)
    try:
        _refuse_what_must_stay(target)
        mark = _write_beside(temp, target, image)
        if expected is not None and target.exists() and not matches(target, expected):
            raise problems.conflict(target)
        _replace(temp, target)
    except OSError as error:
        raise problems.writing(target, error) from error
    finally:
        with suppress(OSError):
            temp.unlink()
    _sync_folder(target.parent)
    return mark


def beside(target: Path, save_id: str) -> Path:
    """Where a file is written before it takes the place of `target`; the name is short: names have limits."""
    return target.parent / (".jd-" + save_id[:8] + ".tmp")


def _image(
    path: Path,
    rows: Rows,
    meta: dict[str, str],
    tables: tuple[Table, ...] = PROJECT_TABLES,
    number: int = FORMAT,
) -> bytes:
    """The bytes of a project file."""
    engine = open_image()
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={number}")
            make_tables(connection, tables)
            for table in tables:
                write_table(connection, table, rows.get(table.name, ()))
            read = {table.name: read_table(connection, table) for table in tables if table.name in rows}
            if read != rows:
                raise RuntimeError("the records do not fit the tables")
            # Of what was read: SQLite has one zero where numbers have two, 0.0 and -0.0.
            stored = meta | {"content_sha256": content_hash(read, meta)}
            write_table(connection, META, [{"name": name, "value": value} for name, value in stored.items()])
        with engine.connect() as connection:
            sound = is_sound(connection)
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
        image = driver.serialize()
    finally:
        engine.dispose()
    if not sound or len(image) > LARGEST:
        raise Problem(
            message("{name} became too large to be saved. Take large pictures out.", name=path.name)
        )
    return image


def _refuse_what_must_stay(target: Path) -> None:
    if target.is_dir():
        raise Problem(message("{name} is a folder. Choose another name.", name=target.name or target))
    # Replacing needs no right to the file itself, so its read-only flag must be looked at.
    if target.exists() and (not target.stat().st_mode & 0o222 or not os.access(target, os.W_OK)):
        raise Problem(
            message(
                "{name} is write-protected. Your work is safe. Save it under another name.", name=target.name
            )
        )


def _write_beside(temp: Path, target: Path, image: bytes) -> FileMark:
    handle = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with open(handle, "wb") as stream:
        stream.write(image)
        stream.flush()
        os.fsync(stream.fileno())
        found = os.fstat(stream.fileno())
    if temp.read_bytes() != image:
        raise OSError("what was written reads differently")
    if target.exists():
        os.chmod(temp, stat.S_IMODE(target.stat().st_mode))
    return FileMark(len(image), found.st_mtime_ns, hashlib.sha256(image).hexdigest())


def _replace(temp: Path, target: Path) -> None:
    pause, waited = 0.01, 0.0
    while True:
        try:
            os.replace(temp, target)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _SHARING or waited > _PATIENCE:
                raise
        time.sleep(pause)
        waited += pause
        pause = min(2 * pause, 0.5)


def _sync_folder(folder: Path) -> None:
    """Makes a rename last through a power cut, where the system can."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
