"""Cleans what comes in, where it becomes a record: in `Edit.put`, in importers and openers alike.

Text becomes Unicode in composed form (NFC) without control characters, lone surrogates or non-characters;
numbers become finite and stay in their range; links keep only the schemes that are safe to follow.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar
from urllib.parse import urlsplit

from journeydesk.model.fields import Editor, Field, described
from journeydesk.model.records import FARTHEST, Record
from journeydesk.model.stops import TourStop

R = TypeVar("R", bound=Record)

LINE_LIMIT = 500
TEXT_LIMIT = 100_000
OLDEST_STOP = 7  # values of a stop in the oldest files
BAD = "\N{REPLACEMENT CHARACTER}"
# Control characters but tab and newline, surrogates, and the code points that are no characters at all.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_BREAKS = re.compile("\r\n?|\x85|\u2028|\u2029")
_SCHEMES = ("http", "https", "mailto")


def clean_text(text: object, *, lines: bool = True, limit: int = 0) -> str:
    """The text without what no file format can carry; without `lines`, breaks and tabs become spaces."""
    if not isinstance(text, str):
        text = "" if text is None else str(text)
    if text.isascii() and text.isprintable():
        return text[: limit or (TEXT_LIMIT if lines else LINE_LIMIT)]
    text = _FORBIDDEN.sub(BAD, _BREAKS.sub("\n", text))
    if not lines:
        text = text.replace("\n", " ").replace("\t", " ")
    return unicodedata.normalize("NFC", text)[: limit or (TEXT_LIMIT if lines else LINE_LIMIT)]


def clean_number(value: object, *, minimum: float | None = None, maximum: float | None = None) -> float:
    """The number, drawn into its range. Raises ValueError for what is not finite or is out of this world."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"not a number: {value!r}")
    farthest = FARTHEST if maximum is None else max(FARTHEST, maximum)
    if not -farthest <= value <= farthest:
        raise ValueError(f"not a usable number: {value!r}")
    if minimum is not None:
        value = max(minimum, value)
    if maximum is not None:
        value = min(maximum, value)
    return value + 0.0


def clean_url(url: object) -> str:
    """The link where its scheme is http, https or mailto, or it names a node (#...); else ""."""
    text = re.sub(r"\s+", "", clean_text(url, lines=False, limit=TEXT_LIMIT))
    text = clean_text(text, lines=False, limit=2000)  # what a space kept apart composes now
    if text.startswith("#"):
        return text
    try:
        parts = urlsplit(text)
        if parts.scheme.lower() == "mailto":
            return text if "@" in parts.path else ""
        return text if parts.scheme.lower() in _SCHEMES and parts.hostname else ""
    except ValueError:
        return ""


def clean_date(text: object) -> str:
    """An ISO date (2026-11-22), or "" for anything else."""
    try:
        return date.fromisoformat(str(text)[:10]).isoformat() if text else ""
    except ValueError:
        return ""


def clean_colour(text: object) -> str:
    """ "#rrggbb" in lower case, or "" for the theme's own colour."""
    return str(text).lower() if re.fullmatch(r"#[0-9a-fA-F]{6}", str(text)) else ""


def clean_key(text: object, limit: int = 0) -> str:
    """An id or a vocabulary's key: one short line."""
    return clean_text(text, lines=False, limit=limit or 200).strip()


def _clean_number_field(value: object, told: Field, empty: object) -> object:
    if value is None:
        return empty
    try:
        number = clean_number(value, minimum=told.minimum, maximum=told.maximum)
    except ValueError:
        return empty
    return round(number) if told.whole else number


def _clean_tuple(value: object, told: Field) -> tuple[Any, ...]:
    rows = _rows(value)
    pairs = (row for row in rows if isinstance(row, tuple | list) and len(row) == 2)
    match told.editor:
        case Editor.RATINGS:
            return _clean_ratings(pairs, told)
        case Editor.STOPS:
            return tuple(stop for row in rows if (stop := _clean_stop(row)) is not None)
        case Editor.PARTS:
            parts = ((clean_key(row[0]), clean_key(row[1])) for row in pairs)
            return tuple(dict.fromkeys(part for part in parts if all(part)))
        case Editor.COLOURS:
            colours = dict.fromkeys(colour for row in rows if (colour := clean_colour(row)))
            return tuple(colours)[: told.limit or None]
        case _ if told.refers:
            return tuple(dict.fromkeys(key for row in rows if (key := clean_key(row))))
        case Editor.LINES:
            return tuple(line for row in rows if (line := clean_text(row, lines=False)).strip())
        case Editor.PAIRS:
            return tuple((clean_text(row[0], lines=False), clean_text(row[1], lines=False)) for row in pairs)
        case Editor.CHOICES:
            return tuple(dict.fromkeys(key for row in rows if (key := clean_key(row))))
    return tuple(point for row in rows if (point := _clean_point(row)) is not None)


def _clean_stop(row: object) -> TourStop | None:
    if not isinstance(row, tuple | list) or not OLDEST_STOP <= len(row) <= len(TourStop._fields):
        return None
    # What came later has its default in older files.
    values: list[Any] = [*row, *TourStop()[len(row) :]]
    title, notes, *numbers, persona_id, incognita, folded, conditions, reveals = values
    try:
        x, y, width, height = (clean_number(number) for number in numbers)
    except ValueError:
        return None
    if width <= 0 or height <= 0:
        return None
    return TourStop(
        clean_text(title, lines=False),
        clean_text(notes),
        x,
        y,
        width,
        height,
        clean_key(persona_id),
        bool(incognita),
        None if folded is None else _clean_keys(folded),
        _clean_conditions(conditions),
        bool(reveals),
    )


def _clean_conditions(rows: object) -> tuple[tuple[str, str], ...]:
    pairs = (row for row in _rows(rows) if isinstance(row, tuple | list) and len(row) == 2)
    return tuple(dict.fromkeys((clean_key(row[0]), clean_text(row[1], lines=False)) for row in pairs))


def _rows(value: object) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, tuple | list) else ()


def _clean_keys(rows: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for row in _rows(rows) if (key := clean_key(row))))


def _clean_ratings(pairs: Iterable[Any], told: Field) -> tuple[tuple[str, int], ...]:
    rated: dict[str, int] = {}
    for row in pairs:
        key, rating = clean_key(row[0]), _clean_number_field(row[1], told, None)
        if key and isinstance(rating, int | float):
            rated.setdefault(key, round(rating))
    return tuple(rated.items())


def _clean_point(row: object) -> tuple[float, float] | None:
    if not isinstance(row, tuple | list) or len(row) != 2:
        return None
    try:
        return clean_number(row[0]), clean_number(row[1])
    except ValueError:
        return None


def clean_value(value: object, told: Field, empty: object) -> object:
    """The value as a field of this description may hold it; `empty` is the field's default."""
    if isinstance(empty, tuple):
        return _clean_tuple(value, told)
    if isinstance(empty, bool):
        return bool(value)
    if isinstance(empty, bytes):
        return bytes(value) if isinstance(value, bytes | bytearray | memoryview) else empty
    if not isinstance(empty, str):
        return _clean_number_field(value, told, empty)
    match told.editor:
        case Editor.TEXT:
            return clean_text(value, limit=told.limit)
        case Editor.LINE:
            return clean_text(value, lines=False, limit=told.limit)
        case Editor.URL:
            return clean_url(value)
        case Editor.DATE:
            return clean_date(value)
        case Editor.COLOUR:
            return clean_colour(value)
    return clean_key(value, told.limit)


_DEFAULTS: dict[type[Record], Record] = {}


def defaults(record_class: type[R]) -> Record:
    """A record of the class with every field at its default; its id is ""."""
    found = _DEFAULTS.get(record_class)
    if found is None:
        found = _DEFAULTS[record_class] = record_class(id="")
    return found


def _differs(clean: object, value: object) -> bool:
    """Whether a clean value is another than the one it was made of; -0.0 and 0.0, which are equal, are."""
    if clean != value or type(clean) is not type(value) or isinstance(clean, tuple):
        return True
    return not clean and str(clean) != str(value)


def clean_record(record: R, before: Record | None = None) -> R:
    """The record with every field clean. What it shares with `before`, which is clean, is not looked at."""
    empty = defaults(type(record))
    known = empty if before is None else before
    changed: dict[str, Any] = {}
    for told in described(type(record)):
        value = getattr(record, told.name)
        if value is getattr(known, told.name, None):
            continue
        clean = clean_value(value, told, getattr(empty, told.name))
        if _differs(clean, value):
            changed[told.name] = clean
    return replace(record, **changed) if changed else record
