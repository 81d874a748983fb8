"""Records as rows of tables and back. Nothing here knows a database.

`Rows` maps the name of a table to its rows, in order; a row maps columns to values.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NoReturn

from journeydesk.kinds.catalogue import RECORDS, name_of
from journeydesk.language import Message
from journeydesk.model.change import Change, Entry
from journeydesk.model.clean import defaults
from journeydesk.model.fields import described
from journeydesk.model.plain import from_plain, to_plain
from journeydesk.model.records import Asset, Link, Node, Record
from journeydesk.storage.schema import SHELVES, Shelf

Row = dict[str, Any]
Rows = dict[str, list[Row]]
Media = Mapping[str, bytes]


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


_DECODER = json.JSONDecoder(parse_constant=_refuse)
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


class UnknownKindError(ValueError):
    """A record of a kind that this program does not know."""


def shelf_of(record_class: type[Record]) -> Shelf:
    """The shelf on which records of this class are kept."""
    return _SHELF_OF[record_class]


def _without_column(record_class: type[Record]) -> tuple[tuple[str, Any], ...]:
    """The fields that have no column of their own, and their defaults."""
    held = {"id", *shelf_of(record_class).columns.values()}
    empty = defaults(record_class)
    names = (told.name for told in described(record_class) if told.name not in held)
    return tuple((name, getattr(empty, name)) for name in names)


_SHELF_OF = {
    record_class: next(shelf for shelf in SHELVES if issubclass(record_class, shelf.record))
    for record_class in RECORDS.values()
}
_REST = {record_class: _without_column(record_class) for record_class in RECORDS.values()}


def to_json(value: object) -> str:
    """Compact JSON. Raises ValueError for numbers that JSON does not know."""
    return _ENCODER.encode(value)


def from_json(text: str) -> Any:
    """What the JSON says. Raises ValueError for anything that `to_json` would not have written."""
    try:
        return _DECODER.decode(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def digest(data: bytes) -> str:
    """The name under which bytes are kept; "" for none."""
    return hashlib.sha256(data).hexdigest() if data else ""


# Records


def to_row(record: Record) -> Row:
    """The row of a record. Bytes are named by their digest; see `media_of`."""
    shelf = shelf_of(type(record))
    row: Row = {"id": record.id}
    if shelf.record in (Node, Link):
        row["kind"] = name_of(type(record))
    for column, name in shelf.columns.items():
        row[column] = getattr(record, name)
    plain: Row = {}
    for name, empty in _REST[type(record)]:
        value = getattr(record, name)
        if value is not empty and value != empty:
            plain[name] = value
    if shelf.record is Asset:
        row["sha256"] = digest(plain.pop("data", b""))
    row["fields"] = to_json(plain) if plain else "{}"
    return row


def from_row(shelf: Shelf, row: Row, media: Media) -> Record:
    """The record of a row, clean. Raises UnknownKindError, or ValueError for a row that makes no sense."""
    name = row.get("kind", shelf.table.name)
    record_class = RECORDS.get(name)
    if record_class is None:
        raise UnknownKindError(name)
    plain = from_json(row["fields"]) if row["fields"] != "{}" else {}
    if not isinstance(plain, dict) or not issubclass(record_class, shelf.record):
        raise ValueError(f"no {shelf.table.name}: {row['id']!r}")
    empty = defaults(record_class)
    for column, field in shelf.columns.items():
        if row[column] != getattr(empty, field):
            plain[field] = row[column]
    plain["id"] = row["id"]
    if row.get("sha256"):
        plain["data"] = media.get(row["sha256"], b"")
    return from_plain(record_class, plain)


def media_of(records: Iterable[Record]) -> dict[str, bytes]:
    """The bytes that records hold, by their digest."""
    held = (data for record in records if (data := getattr(record, "data", b"")))
    return {digest(data): data for data in held}


def to_rows(records: Iterable[Record]) -> Rows:
    """The rows of all tables that records and their bytes need."""
    rows: Rows = {shelf.table.name: [] for shelf in SHELVES}
    media: dict[str, bytes] = {}
    for record in records:
        row = to_row(record)
        rows[shelf_of(type(record)).table.name].append(row)
        if isinstance(record, Asset) and record.data:
            media[row["sha256"]] = record.data
    rows["media"] = [{"sha256": key, "data": data} for key, data in sorted(media.items())]
    return rows


def from_rows(rows: Rows) -> tuple[Record, ...]:
    """The records of rows, as they are; `mending.mended` sees to those that hang in the air."""
    media = {row["sha256"]: row["data"] for row in rows["media"]}
    return tuple(from_row(shelf, row, media) for shelf in SHELVES for row in rows[shelf.table.name])


def unknown_fields(rows: Rows) -> bool:
    """Whether rows hold fields that this program does not know and would lose."""
    for shelf in SHELVES:
        for row in rows[shelf.table.name]:
            if row["fields"] != "{}" and not _fields_of(row.get("kind", shelf.table.name)).issuperset(
                from_json(row["fields"])
            ):
                return True
    return False


@cache
def _fields_of(name: str) -> frozenset[str]:
    return frozenset(told.name for told in described(RECORDS[name]))


def content_hash(rows: Rows, meta: Mapping[str, str]) -> str:
    """SHA-256 over what rows and facts say, in order; bytes are told by their digest, see `media_fit`.

    It knows no tables, so it serves every format. Raises TypeError for a value of a wrong type.
    """
    total = hashlib.sha256(to_json(sorted(meta.items())).encode())
    for table in sorted(rows):
        names = sorted(rows[table][0]) if rows[table] else []
        if table == "media":
            names = ["sha256"]
        values = [[row[name] for name in names] for row in rows[table]]
        total.update(to_json([table, names, values]).encode())
    return total.hexdigest()


def media_fit(rows: Rows) -> bool:
    """Whether all bytes are those that their digest names."""
    return all(digest(row["data"]) == row["sha256"] for row in rows["media"])


# The history


def entry_to_row(entry: Entry) -> Row:
    """A history entry as two columns of JSON; bytes are named by their digest."""
    pairs = {key: [_told(before), _told(after)] for key, (before, after) in entry.change.items()}
    return {"label": to_json(_label(entry.label)), "change": to_json(pairs)}


def entry_from_row(row: Row, media: Media) -> Entry:
    """The entry of a row. Raises ValueError for a row that makes no sense."""
    pairs = from_json(row["change"])
    change = Change({key: (_read(pair[0], media), _read(pair[1], media)) for key, pair in pairs.items()})
    return Entry(_read_label(from_json(row["label"])), change)


def _told(record: Record | None) -> list[Any] | None:
    if record is None:
        return None
    plain = to_plain(record)
    if plain.get("data"):
        plain["data"] = digest(plain["data"])
    return [name_of(type(record)), plain]


def _read(told: list[Any] | None, media: Media) -> Record | None:
    if told is None:
        return None
    name, plain = told
    if name not in RECORDS:
        raise UnknownKindError(name)
    if plain.get("data"):
        plain["data"] = media[plain["data"]]
    return from_plain(RECORDS[name], plain)


def _label(label: Message) -> list[Any]:
    values = [[name, {"message": _label(value)} if isinstance(value, Message) else _value(value)]
              for name, value in label.values]  # fmt: skip
    return [label.text, label.plural, label.number, values]


def _value(value: object) -> object:
    return value if isinstance(value, str | int | float) else str(value)


def _read_label(told: list[Any]) -> Message:
    text, plural, number, values = told
    filled = tuple(
        (name, _read_label(value["message"]) if isinstance(value, dict) else value) for name, value in values
    )
    return Message(text, plural, number, filled)
