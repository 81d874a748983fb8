"""Writing what is known of a persona, line by line and as people type it."""

import re
from dataclasses import replace
from typing import Any

from journeydesk.language import Problem, message
from journeydesk.model.document import Document
from journeydesk.model.records import Persona
from journeydesk.operations.fields import set_field

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def write_line(document: Document, text: str, persona_id: str, name: str, place: int) -> None:
    """Writes one of a field's lines, or several in its place; the one after the last adds, none removes."""
    lines = _values(document, persona_id, name)
    if lines is not None:
        lines[place : place + 1] = [line.strip() for line in text.splitlines() if line.strip()]
        set_field(document, (persona_id,), name, tuple(lines))


def remove_value(document: Document, persona_id: str, name: str, place: int) -> None:
    """Takes away one of a field's lines, pairs, roles or sources."""
    values = _values(document, persona_id, name)
    if values is not None and place < len(values):
        del values[place]
        set_field(document, (persona_id,), name, tuple(values))


def write_pair(document: Document, text: str, persona_id: str, name: str, place: int) -> None:
    """Writes a name and a value that are parted by a colon."""
    pairs = _values(document, persona_id, name)
    if pairs is not None:
        before, colon, after = text.replace("\n", " ").partition(":")
        pair = (before.strip(), after.strip()) if colon else ("", text.strip())
        pairs[place : place + 1] = [pair] if any(pair) else []
        set_field(document, (persona_id,), name, tuple(pairs))


def write_ages(document: Document, text: str, persona_id: str) -> None:
    """Writes from which age to which, e.g. "46 to 49"; an age alone is both, nothing is unknown.

    Raises Problem where it is no age.
    """
    persona = document.find(Persona, persona_id)
    found = sorted(int(number) for number in re.findall(r"\d{1,3}", text)[:2])
    if text.strip() and not found:
        raise Problem(message("“{typed}” is no age. Write for example 30, or 30 to 40.", typed=text.strip()))
    if persona is not None:
        first, last = (found[0], found[-1]) if found else (None, None)
        told = replace(persona, age_from=first, age_to=last)
        if told != persona:
            with document.edit(message("Change the age")) as edit:
                edit.put(told)


def write_number(document: Document, text: str, persona_id: str, name: str) -> None:
    """Writes the first number of a text, with a point or a comma; nothing makes it unknown.

    Raises Problem where there is none.
    """
    found = _NUMBER.search(text)
    if found is not None:
        set_field(document, (persona_id,), name, float(found.group().replace(",", ".")))
    elif text.strip():
        raise Problem(message("“{typed}” is no number.", typed=text.strip()))
    else:
        set_field(document, (persona_id,), name, None)


def _values(document: Document, persona_id: str, name: str) -> list[Any] | None:
    persona = document.find(Persona, persona_id)
    return list(getattr(persona, name)) if persona is not None else None


def share_line(document: Document, persona_id: str, name: str, line: str) -> None:
    """Adds a line to a field, or takes it away where it stands there."""
    lines = _values(document, persona_id, name)
    if lines is not None:
        kept = [known for known in lines if known != line]
        set_field(document, (persona_id,), name, tuple(kept if line in lines else [*lines, line]))
