"""Changing what a record says."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from journeydesk.language import Message, message
from journeydesk.model.document import Document, Edit
from journeydesk.model.fields import described, mentioned, remapped
from journeydesk.model.records import Node, Persona, Record
from journeydesk.operations.folding import turned


def set_field(document: Document, ids: Iterable[str], name: str, value: Any) -> None:
    """Gives a field of one or several records a value, in one step of the history."""
    found = [record for key in ids if (record := document.get(key)) is not None]
    told = [field for record in found for field in described(type(record)) if field.name == name]
    changed = [
        _given(document, record, name, value)
        for record in found
        if any(field.name == name for field in described(type(record))) and getattr(record, name) != value
    ]
    if changed:
        with document.edit(message("Change “{field}”", field=Message(told[0].label))) as edit:
            edit.put(*changed)


def rate(document: Document, ids: Iterable[str], name: str, key: str, rating: int | None) -> None:
    """Gives a record its rating in a field of one or several others, in one step; None takes it away."""
    changed: list[Record] = []
    label = ""
    for other in ids:
        record = document.get(other)
        told = next((told for told in described(type(record)) if told.name == name), None) if record else None
        if record is None or told is None:
            continue
        label = told.label
        known = dict(getattr(record, name))
        if known.get(key) != rating:
            given = {**known, key: rating}
            kept = tuple((rated, number) for rated, number in given.items() if number is not None)
            values: dict[str, Any] = {name: kept}
            changed.append(replace(record, **values))
    if changed:
        with document.edit(message("Change “{field}”", field=Message(label))) as edit:
            edit.put(*changed)


def forget(document: Document, edit: Edit, key: str) -> None:
    """Takes a record out of every field that names it."""
    name = type(document.get(key)).__name__
    changed = []
    for record in document:
        kept = {
            told.name: remapped(told, value, partial(_but, key))
            for told in described(type(record))
            if told.refers == name and key in mentioned(told, value := getattr(record, told.name))
        }
        if kept:
            changed.append(replace(record, **kept))
    edit.put(*changed)


def _but(gone: str, key: str) -> str:
    return "" if key == gone else key


def with_photo(persona: Persona, asset_id: str) -> Persona:
    """The persona with another photo, of which the middle is seen."""
    return replace(persona, photo_id=asset_id, face_x=0.5, face_y=0.5, face_zoom=1.0)


def _given(document: Document, record: Record, name: str, value: Any) -> Record:
    if name == "folded" and isinstance(record, Node):
        return turned(document, record, bool(value))
    if name == "photo_id" and isinstance(record, Persona):
        return with_photo(record, value)
    return replace(record, **{name: value})
