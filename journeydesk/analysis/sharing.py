"""What personas have in common: what several of them say in about the same words, are, or pass."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeydesk.analysis.likeness import groups
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.queries import links_at, nodes, personas_of
from journeydesk.model.records import Persona

WANTS = ("goals", "jobs", "needs", "requirements")
FEARS = ("concerns", "frustrations", "objections")
PLAIN = ("segment", "region", "profession", "company", "urgency", "buying_stage")


@dataclass(frozen=True, slots=True)
class Thread:
    """Something that several personas share: the field that tells it first, its words, and who says what.

    `told` are the words of each holder by their id. For a touchpoint, the field is "touchpoint" and
    `record_id` its id.
    """

    name: str
    text: str
    told: dict[str, tuple[str, str]]  # a persona's field and words
    record_id: str = ""


def threads(document: Document, map_id: str) -> tuple[tuple[Persona, ...], tuple[Thread, ...]]:
    """The personas of a map and what at least two of them share, what most share first."""
    people = personas_of(document, map_id)
    found = [
        *_lines(people, WANTS),
        *_lines(people, FEARS),
        *_roles(people),
        *_facts(people),
        *_touchpoints(document, map_id, people),
    ]
    return people, tuple(sorted(found, key=lambda thread: -len(thread.told)))


def _lines(people: Iterable[Persona], names: tuple[str, ...]) -> Iterable[Thread]:
    said = [
        (persona.id, name, line) for persona in people for name in names for line in getattr(persona, name)
    ]
    for group in groups([line for _, _, line in said]):
        told: dict[str, tuple[str, str]] = {}
        for place in group:
            key, name, line = said[place]
            told.setdefault(key, (name, line))
        if len(told) > 1:
            _, name, line = said[group[0]]
            yield Thread(name, line, told)


def _roles(people: Iterable[Persona]) -> Iterable[Thread]:
    holders: dict[str, list[str]] = {}
    for persona in people:
        for role in persona.roles:
            holders.setdefault(role, []).append(persona.id)
    for role, keys in holders.items():
        if len(keys) > 1:
            yield Thread("roles", role, dict.fromkeys(keys, ("roles", role)))


def _facts(people: Iterable[Persona]) -> Iterable[Thread]:
    for name in PLAIN:
        holders: dict[str, dict[str, tuple[str, str]]] = {}
        for persona in people:
            if value := str(getattr(persona, name)).strip():
                holders.setdefault(value.casefold(), {})[persona.id] = (name, value)
        for told in holders.values():
            if len(told) > 1:
                yield Thread(name, next(iter(told.values()))[1], told)


def _touchpoints(document: Document, map_id: str, people: Iterable[Persona]) -> Iterable[Thread]:
    """The touchpoints at which several feel something, or which several pass, from left to right."""
    known = {persona.id for persona in people}
    for node in sorted(nodes(document, map_id), key=lambda node: (node.x, node.y, node.id)):
        if isinstance(node, Touchpoint):
            passing = [key for link in links_at(document, node.id) for key in link.persona_ids]
            met = dict.fromkeys((*(key for key, _ in node.feelings), *passing))
            told = {key: ("touchpoint", node.title) for key in met if key in known}
            if len(told) > 1:
                yield Thread("touchpoint", node.title, told, node.id)
