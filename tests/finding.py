"""Records of a document by what they are, with the type that they have; the marks of a picture."""

from typing import TypeVar

from journeydesk.model.document import Document
from journeydesk.model.records import Record
from journeydesk.picture.marks import Group, Mark, Picture

R = TypeVar("R", bound=Record)


def only(document: Document, record_class: type[R], key: str = "") -> R:
    """The record of a class with this id, or without one the one that there is; else the test fails."""
    if key:
        record = document.find(record_class, key)
        assert record is not None, f"no {record_class.__name__} has the id {key}"
        return record
    (record,) = document.all(record_class)
    return record


def marks_of(picture: Picture) -> list[Mark]:
    """All marks of a picture, out of their groups."""
    return [
        single for mark in picture for single in (marks_of(mark.marks) if isinstance(mark, Group) else [mark])
    ]
