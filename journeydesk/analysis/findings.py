"""What is worth looking into on the maps of a project: one rule after the other.

A new rule is a function that gives what it finds, and a row of `CHECKS`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import partial

from journeydesk.analysis.columns import columns
from journeydesk.analysis.coverage import Claim, claims, youngest
from journeydesk.analysis.finding import Place, reading_place
from journeydesk.analysis.usage import uses
from journeydesk.kinds.badges import age_text
from journeydesk.kinds.claims import Known
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import N_, Message, message
from journeydesk.model.document import Document
from journeydesk.model.freshness import Freshness, freshness_of
from journeydesk.model.queries import links, links_at, maps, nodes, personas
from journeydesk.model.records import (
    Evidence,
    Influence,
    JourneyMap,
    Link,
    Node,
    Persona,
    Record,
    Transition,
)

NARROW = 0.05  # per cent by which shares may miss a hundred


class Severity(Enum):
    """How much a finding matters."""

    WARNING = "warning"
    NOTE = "note"


SEVERITIES = {Severity.WARNING: N_("warning"), Severity.NOTE: N_("note")}


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found at a record, and on which map ("" for none)."""

    record: Record
    told: Message
    map_id: str = ""
    is_share: bool = False


Rule = Callable[[Document, Freshness], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Check:
    """A row of `CHECKS`: its name in files, how much it matters, what it looks for, and the rule."""

    name: str
    severity: Severity
    title: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a check found."""

    check: Check
    found: Found

    @property
    def id(self) -> str:
        """Tells this finding from all others, as long as what it is about is there."""
        share = ":share" if self.found.is_share else ""
        return f"{self.check.name}:{self.found.record.id}{share}"


def findings(document: Document, freshness: Freshness | None = None) -> tuple[Finding, ...]:
    """All that the checks find, one check after the other, in each map by map as people read."""
    seen_from = freshness or freshness_of(document)
    places = {drawn.id: place for place, drawn in enumerate(maps(document))}
    return tuple(
        Finding(check, found)
        for check in CHECKS
        for found in sorted(check.rule(document, seen_from), key=partial(_place, document, places))
    )


def _place(document: Document, places: Mapping[str, int], found: Found) -> tuple[int, Place, str, bool]:
    record = found.record
    place = reading_place(document, record) if isinstance(record, Node | Link) else ()
    return places.get(found.map_id, len(places)), place, record.id, found.is_share


# The rules


def _claims(document: Document, freshness: Freshness, known: Known) -> Iterator[tuple[JourneyMap, Claim]]:
    for drawn in maps(document):
        for claim in claims(document, drawn.id, freshness):
            if claim.known is known:
                yield drawn, claim


def _what(claim: Claim) -> Message:
    if claim.is_share:
        return message("the share")
    if isinstance(claim.record, Link):
        return message("the influence") if isinstance(claim.record, Influence) else message("the arrow")
    return message("what is said here")


def _without_evidence(document: Document, freshness: Freshness) -> Iterator[Found]:
    for drawn, claim in _claims(document, freshness, Known.NONE):
        told = message("Nothing bears out {what}.", what=_what(claim))
        yield Found(claim.record, told, drawn.id, claim.is_share)


def _stale(document: Document, freshness: Freshness) -> Iterator[Found]:
    for drawn, claim in _claims(document, freshness, Known.STALE):
        age = age_text(youngest(document, claim, freshness))
        told = message("All that bears out {what} is out of date: {age}.", what=_what(claim), age=age)
        yield Found(claim.record, told, drawn.id, claim.is_share)


def _stages_without_touchpoint(document: Document, _: Freshness) -> Iterator[Found]:
    for drawn in maps(document):
        for column in columns(document, drawn.id):
            if not any(isinstance(step, Touchpoint) for step in column.steps):
                yield Found(column.stage, message("This stage has no touchpoint."), drawn.id)


def _personas_without_path(document: Document, _: Freshness) -> Iterator[Found]:
    occurring: set[str] = set()
    for drawn in maps(document):
        cards = (node.persona_id for node in nodes(document, drawn.id) if isinstance(node, PersonaCard))
        transitions = [link for link in links(document, drawn.id) if isinstance(link, Transition)]
        for key in dict.fromkeys((*drawn.persona_ids, *cards)):
            persona = document.find(Persona, key)
            occurring.add(key)
            if persona is not None and not any(_travels(key, link) for link in transitions):
                yield Found(persona, message("No arrow is travelled by this persona."), drawn.id)
    for persona in personas(document):
        if persona.id not in occurring:
            yield Found(persona, message("This persona is on no map."))


def _travels(persona_id: str, link: Link) -> bool:
    """Whether an arrow is a persona's, or anybody's."""
    return not link.persona_ids or persona_id in link.persona_ids


def _shares_that_miss_a_hundred(document: Document, _: Freshness) -> Iterator[Found]:
    for drawn in maps(document):
        for node in nodes(document, drawn.id):
            leaving = [
                link
                for link in links_at(document, node.id)
                if isinstance(link, Transition) and link.source_id == node.id
            ]
            shares = [link.share for link in leaving if link.share is not None]
            whole = sum(shares)
            if shares and (whole > 100 + NARROW or (len(shares) == len(leaving) and whole < 100 - NARROW)):
                told = message("The shares of those who leave here add up to {sum}%.", sum=whole)
                yield Found(node, told, drawn.id)


def _undated(document: Document, _: Freshness) -> Iterator[Found]:
    for source in document.all(Evidence):
        if not source.date:
            yield Found(source, message("This source has no date, so nobody sees when it is too old."))


def _unused(document: Document, _: Freshness) -> Iterator[Found]:
    used = uses(document)
    for source in document.all(Evidence):
        if not used[source.id]:
            yield Found(source, message("Nothing rests on this source."))


CHECKS: tuple[Check, ...] = (
    Check("without-evidence", Severity.WARNING, N_("Without evidence"), _without_evidence),
    Check("stale-evidence", Severity.WARNING, N_("Evidence out of date"), _stale),
    Check(
        "stage-without-touchpoint",
        Severity.WARNING,
        N_("Stages without a touchpoint"),
        _stages_without_touchpoint,
    ),
    Check("persona-without-path", Severity.WARNING, N_("Personas without a path"), _personas_without_path),
    Check("shares", Severity.WARNING, N_("Shares that miss a hundred"), _shares_that_miss_a_hundred),
    Check("source-without-date", Severity.NOTE, N_("Sources without a date"), _undated),
    Check("source-not-used", Severity.NOTE, N_("Sources that are not used"), _unused),
)
