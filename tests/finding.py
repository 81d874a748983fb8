"""Records of a document, found by what they are, with the type that they have."""

from typing import TypeVar

from journeydesk.model.document import Document
from journeydesk.model.records import Record

R = TypeVar("R", bound=Record)


def only(document: Document, record_class: type[R], key: str = "") -> R:
    """The record of a class with this id, or without one the one that there is; else the test fails."""
    if key:
        record = document.find(record_class, key)
        assert record is not None, f"no {record_class.__name__} has the id {key}"
        return record
    (record,) = document.all(record_class)
    return record
