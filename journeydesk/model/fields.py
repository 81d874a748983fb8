"""Describes a record's fields: their label, how they are edited, and what values they take.

The inspector builds its form from these descriptions, the model cleans by them, and storage keeps what they
name.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any


class Editor(Enum):
    """How a value is shown and changed."""

    HIDDEN = "hidden"  # part of the record, not of the form (identity, place, parents)
    LINE = "line"  # one line of text
    TEXT = "text"  # several lines of text
    LINES = "lines"  # a tuple of short texts, one a line
    PAIRS = "pairs"  # a tuple of (name, value)
    NUMBER = "number"  # int or float, or None where it is unknown
    SWITCH = "switch"  # yes or no
    CHOICE = "choice"  # one key of a vocabulary
    CHOICES = "choices"  # several keys of a vocabulary
    DATE = "date"  # an ISO date, or "" where it is unknown
    URL = "url"  # a link to the web
    COLOUR = "colour"  # "#rrggbb", or "" for the theme's own
    COLOURS = "colours"  # a tuple of "#rrggbb"
    RECORD = "record"  # the id of a record of the class in `refers`
    STAGE = "stage"  # the id of a stage of the same map, "" where arrows and places tell
    FILE = "file"  # the id of an asset of any kind
    RECORDS = "records"  # ids of records of that class
    RATINGS = "ratings"  # a tuple of (id of such a record, whole number in its range), one for each record
    STOPS = "stops"  # a tuple of `TourStop`; not part of the form either
    PARTS = "parts"  # a tuple of (id of such a record, key of a vocabulary)


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a vocabulary."""

    key: str
    label: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """What the program knows about a record's field."""

    name: str = ""
    label: str = ""
    editor: Editor = Editor.HIDDEN
    choices: tuple[Choice, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    whole: bool = False
    unit: str = ""
    section: str = ""
    hint: str = ""
    refers: str = ""
    limit: int = 0
    vocabulary: str = ""  # whose keys the field holds, where a project may change it; refers to "Term" then
    only: tuple[str, ...] = ()  # another field's name and the values of it for which this one means something


def attribute(
    default: Any = "",
    label: str = "",
    editor: Editor = Editor.LINE,
    factory: Callable[[], Any] | None = None,
    **more: Any,
) -> Any:
    """A dataclass field that describes itself; `more` are fields of `Field`."""
    metadata = {"field": Field(label=label, editor=editor, **more)}
    if factory is not None:
        return field(default_factory=factory, metadata=metadata)
    return field(default=default, metadata=metadata)


_DESCRIBED: dict[type, tuple[Field, ...]] = {}


def described(record_class: type) -> tuple[Field, ...]:
    """The descriptions of all fields of a record class, in order."""
    if record_class not in _DESCRIBED:
        _DESCRIBED[record_class] = _describe(record_class)
    return _DESCRIBED[record_class]


def _describe(record_class: type) -> tuple[Field, ...]:
    found = []
    for item in fields(record_class):
        known = item.metadata.get("field", Field())
        found.append(
            Field(item.name, *(getattr(known, slot) for slot in Field.__dataclass_fields__ if slot != "name"))
        )
    return tuple(found)


def term_id(vocabulary: str, key: str) -> str:
    """The id of the record in which a project keeps what is its own of an entry of a vocabulary."""
    return f"{vocabulary} {key}"


def mentioned(told: Field, value: Any) -> tuple[str, ...]:
    """The ids of the other records that a field with this value names."""
    if not told.refers:
        return ()
    if told.vocabulary:
        return (term_id(told.vocabulary, value),) if value else ()
    if told.editor in (Editor.RATINGS, Editor.PARTS):
        return tuple(key for key, _ in value)
    return value if isinstance(value, tuple) else (value,) if value else ()


def remapped(told: Field, value: Any, rename: Callable[[str], str]) -> Any:
    """The value with other ids for the records that it names; those whose new id is "" are dropped."""
    if not told.refers:
        return value
    if told.vocabulary:
        return rename(term_id(told.vocabulary, value)).partition(" ")[2] if value else value
    if told.editor is Editor.RATINGS:
        rated: dict[str, int] = {}
        for key, rating in value:
            if new := rename(key):
                rated.setdefault(new, rating)
        return tuple(rated.items())
    if told.editor is Editor.PARTS:
        return tuple(dict.fromkeys((new, part) for key, part in value if (new := rename(key))))
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(new for key in value if (new := rename(key))))
    return rename(value) if value else value


def label_of(choices: tuple[Choice, ...], key: str) -> str:
    """The English label of a key in a vocabulary, or the key itself where it is not known."""
    return next((choice.label for choice in choices if choice.key == key), key)
