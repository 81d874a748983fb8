"""Changing what a record says."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from journeydesk.language import Message, message
from journeydesk.model.document import Document
from journeydesk.model.fields import described
from journeydesk.model.records import Node, Record
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


def _given(document: Document, record: Record, name: str, value: Any) -> Record:
    if name == "folded" and isinstance(record, Node):
        return turned(document, record, bool(value))
    return replace(record, **{name: value})
