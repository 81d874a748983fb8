"""What is known of a record, as people read it: by section, each fact with its label."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any

from babel.numbers import format_decimal

from journeydesk.language import Catalogue, counted, labelled, message
from journeydesk.model.dates import told_date
from journeydesk.model.document import Document
from journeydesk.model.fields import Editor, Field, described, label_of
from journeydesk.model.records import Evidence, Record
from journeydesk.model.terms import listed
from journeydesk.model.vocabulary import SOURCES


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with what is true of it; something that is simply so has no values."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Facts that belong together; what comes first has no title."""

    title: str
    facts: tuple[Fact, ...]


def facts(
    document: Document, record: Record, say: Catalogue, *, without: Container[str] = ()
) -> tuple[Section, ...]:
    """What a record tells in its fields, in the language of the catalogue; nothing where nothing is known.

    `without` names fields that are told elsewhere.
    """
    found: dict[str, list[Fact]] = {}
    for field in described(type(record)):
        if field.editor is Editor.HIDDEN or field.name in without:
            continue
        value = getattr(record, field.name)
        if field.editor is Editor.NUMBER and value == type(record).__dataclass_fields__[field.name].default:
            continue  # such as no votes
        values = tuple(_told(document, field, value, say))
        if values or value is True:
            found.setdefault(field.section, []).append(Fact(say(field.label), values))
    return tuple(Section(say(title) if title else "", tuple(lines)) for title, lines in found.items())


def _told(document: Document, field: Field, value: Any, say: Catalogue) -> Iterator[str]:
    match field.editor:
        case _ if value in (None, "", ()) or isinstance(value, bool):
            return
        case Editor.CHOICE if field.vocabulary:
            yield listed(document.get, field.vocabulary, value).named(say)
        case Editor.CHOICE:
            yield say(label_of(field.choices, value))
        case Editor.CHOICES:
            yield from (say(label_of(field.choices, key)) for key in value)
        case Editor.LINES:
            yield from value
        case Editor.PAIRS:
            yield from (say(labelled(name, text)) for name, text in value)
        case Editor.NUMBER:
            number = format_decimal(value, locale=say.language)
            yield f"{number}\N{NO-BREAK SPACE}{say(field.unit)}" if field.unit else number
        case Editor.DATE:
            yield told_date(value, say.language)
        case Editor.RECORD | Editor.RECORDS | Editor.STAGE | Editor.FILE:
            keys = (value,) if isinstance(value, str) else value
            yield from filter(None, (named(document.get(key)) for key in keys))
        case Editor.RATINGS:
            yield from (
                say(labelled(named(document.get(key)), f"{rating:+d}" if rating else "0"))
                for key, rating in value
            )
        case Editor.PARTS:
            parts = ((named(document.get(key)), label_of(field.choices, part)) for key, part in value)
            yield from (say(labelled(name, say(part))) for name, part in parts)
        case Editor.LINE | Editor.TEXT | Editor.URL:
            yield str(value)


def named(record: Record | None) -> str:
    """What people call a record; "" where it has no name."""
    return getattr(record, "title", "") or getattr(record, "name", "")


def cited(evidence: Evidence, say: Catalogue) -> str:
    """A source in one line: its title, of which sort it is and from when, and what was said."""
    sort = say(label_of(SOURCES, evidence.source))
    size = say(counted("1 person", "{n} people", evidence.sample_size)) if evidence.sample_size else ""
    more = ", ".join(filter(None, (sort, size, told_date(evidence.date, say.language))))
    line = f"{evidence.title} ({more})" if evidence.title else more
    if not evidence.quote:
        return line
    return say(message("{source}: “{quote}”", source=line, quote=evidence.quote))
