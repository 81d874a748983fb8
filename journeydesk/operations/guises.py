"""How records look to an audience: folded as a stop wants it, and without the names of people."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial

from journeydesk.language import catalogue, message
from journeydesk.model.document import Document
from journeydesk.model.queries import nodes, personas
from journeydesk.model.records import Link, Node, Persona, Record
from journeydesk.model.veil import Guise
from journeydesk.operations.folding import is_foldable, turned


def folded_on(document: Document, map_id: str) -> tuple[str, ...]:
    """The ids of what is folded on a map."""
    found = (node for node in nodes(document, map_id) if node.folded and is_foldable(document, node))
    return tuple(node.id for node in found)


def guise(
    document: Document,
    map_id: str,
    folded: Collection[str] | None,
    *,
    nameless: bool,
    free: Collection[str] = (),
) -> Guise | None:
    """How records are to be seen; None where they are seen as they are.

    `folded` are the ids of what is folded on the map, None for what is folded there anyway; those that are
    `free` are seen as they are.
    """
    found = frozenset(folded_on(document, map_id)) if folded is not None else frozenset()
    turning = (found ^ frozenset(folded)).difference(free) if folded is not None else frozenset[str]()
    if not turning and not nameless:
        return None
    return partial(_seen, document, turning, found, _pseudonyms(document) if nameless else {})


def without_names(document: Document, text: str) -> str:
    """A text in which personas are called by their numbers."""
    return _renamed(text, _pseudonyms(document))


def _pseudonyms(document: Document) -> dict[str, str]:
    """What personas are called in place of their names, those with the longest names first."""
    say = catalogue(document.project.language)
    found = {
        person.name.strip(): say(message("Persona {n}", n=number))
        for number, person in enumerate(personas(document), 1)
    }
    return {name: found[name] for name in sorted(found, key=len, reverse=True) if name}


def _renamed(text: str, names: Mapping[str, str]) -> str:
    for name, other in names.items():
        if name in text:
            text = other.join(re.split(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    return text


def _seen(
    document: Document,
    turning: frozenset[str],
    found: frozenset[str],
    names: Mapping[str, str],
    record: Record,
) -> Record:
    if names and isinstance(record, Persona):
        # A face tells as much as a name.
        return replace(record, name=_renamed(record.name, names), photo_id="")
    if names and isinstance(record, Node | Link) and (title := _renamed(record.title, names)) != record.title:
        record = replace(record, title=title)
    if record.id not in turning or not isinstance(record, Node):
        return record
    wanted = record.id not in found
    return turned(document, record, wanted) if record.folded != wanted else record
