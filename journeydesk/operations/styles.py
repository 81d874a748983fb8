"""What a node or an arrow looks like, taken from one and given to others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import counted
from journeydesk.model.document import Document
from journeydesk.model.fields import described
from journeydesk.model.records import Link, Node, Persona, Record

# What every node has; colours go from any kind to any other.
SHARED = ("colour",)
# What only records of one class have in common: their size, and what their shape or colour follows from.
OWN = ("width", "height", "phase", "topic", "fate", "observed", "influence")


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a record of a class: values by the names of fields."""

    record_class: type[Record]
    values: Mapping[str, Any]


def style_of(document: Document, key: str) -> Style | None:
    """What a node or an arrow looks like; None for anything else."""
    record = document.get(key)
    if not isinstance(record, Node | Link):
        return None
    names = {told.name for told in described(type(record))}
    values = {name: getattr(record, name) for name in (*SHARED, *OWN) if name in names}
    if isinstance(record, PersonaCard) and not record.colour:
        persona = document.find(Persona, record.persona_id)
        values["colour"] = persona.colour if persona is not None else ""
    return Style(type(record), values)


def styled(record: Record | None, style: Style) -> Record | None:
    """The record as it would look with a style; None where nothing of it fits."""
    if isinstance(record, Node) and issubclass(style.record_class, Node):
        same = type(record) is style.record_class
        fitting = {name: value for name, value in style.values.items() if same or name in SHARED}
        return replace(record, **fitting)
    if isinstance(record, Link) and type(record) is style.record_class:
        return replace(record, **style.values)
    return None


def apply(document: Document, ids: Iterable[str], style: Style) -> int:
    """Gives all nodes and arrows that it fits a style, in one step; tells how many it fits."""
    fitting = [made for key in ids if (made := styled(document.get(key), style)) is not None]
    changed = [made for made in fitting if made != document.get(made.id)]
    if changed:
        with document.edit(counted("Paste style", "Paste style to {n} elements", len(changed))) as edit:
            edit.put(*changed)
    return len(fitting)
