"""Texts as they are compared: without accents, capitals and differences of signs that nobody types."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import catalogue
from journeydesk.model.document import Document
from journeydesk.model.queries import sources_of
from journeydesk.model.records import Evidence, Link, Node, Persona, Transition
from journeydesk.model.terms import VOCABULARIES, chosen

_SIGNS = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "‘": "'", "“": '"', "”": '"', "ø": "o", "ł": "l"})


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """The text in small letters, without accents, and with one space between words."""
    if text.isascii():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_SIGNS)
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())


def texts_of(document: Document, record: Node | Link) -> Iterator[str]:
    """What can be read of a node or an arrow: its own texts, and the names of all that it mentions."""
    yield record.title
    yield record.notes
    personas: tuple[str, ...] = ()
    if isinstance(record, Link):
        personas = record.persona_ids
        if isinstance(record, Transition):
            yield record.objection
    elif isinstance(record, PersonaCard):
        personas = (record.persona_id,)
    for key in personas:
        if (persona := document.find(Persona, key)) is not None:
            yield persona.name
    for vocabulary in VOCABULARIES:
        if (entry := chosen(document.get, record, vocabulary)) is not None:
            yield entry.named(catalogue(document.project.language))
    for key in sources_of(record):
        if (source := document.find(Evidence, key)) is not None:
            yield source.title


def says(document: Document, record: Node | Link, words: str) -> bool:
    """Whether one of a record's texts holds these words, which are plain already."""
    return any(words in plain(text) for text in texts_of(document, record) if text)
