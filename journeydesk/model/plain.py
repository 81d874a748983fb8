"""Records as plain values and back: what storage, the clipboard and the history are made of."""

from typing import Any, TypeVar

from journeydesk.model.clean import clean_value, defaults
from journeydesk.model.fields import described
from journeydesk.model.records import Record

R = TypeVar("R", bound=Record)


def to_plain(record: Record) -> dict[str, Any]:
    """The fields that differ from their defaults, and the id. Tuples stay tuples, bytes stay bytes."""
    empty = defaults(type(record))
    values = {told.name: getattr(record, told.name) for told in described(type(record))}
    return {name: value for name, value in values.items() if name == "id" or value != getattr(empty, name)}


def from_plain(record_class: type[R], values: dict[str, Any]) -> R:
    """The record that these values describe, clean. Unknown names are passed over, missing ones default."""
    empty = defaults(record_class)
    known: dict[str, Any] = {
        told.name: clean_value(values[told.name], told, getattr(empty, told.name))
        for told in described(record_class)
        if told.name in values
    }
    return record_class(**known)
