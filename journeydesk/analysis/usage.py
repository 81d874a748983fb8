"""Where the sources of a project are used: which nodes, arrows, shares and personas rest on them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeydesk.analysis.finding import reading_place
from journeydesk.model.document import Document
from journeydesk.model.queries import links, maps, nodes, personas
from journeydesk.model.records import Evidence, Link, Node, Transition


@dataclass(frozen=True, slots=True)
class Use:
    """A record that rests on a source, with its map ("" for a persona). `is_share`: its share does."""

    record_id: str
    map_id: str = ""
    is_share: bool = False


def uses(document: Document) -> Mapping[str, tuple[Use, ...]]:
    """The uses of every source, by its id: map by map as people read, then the personas."""
    found: dict[str, list[Use]] = {source.id: [] for source in document.all(Evidence)}
    for use, keys in _claims(document):
        for key in keys:
            if key in found:
                found[key].append(use)
    return {key: tuple(used) for key, used in found.items()}


def uses_of(document: Document, evidence_id: str) -> tuple[Use, ...]:
    """The uses of one source."""
    return tuple(use for use, keys in _claims(document, evidence_id) if evidence_id in keys)


def _claims(document: Document, wanted: str = "") -> Iterator[tuple[Use, tuple[str, ...]]]:
    """What rests on sources, and on which; where one is wanted, only what may rest on that."""
    for drawn in maps(document):
        every: tuple[Node | Link, ...] = (*nodes(document, drawn.id), *links(document, drawn.id))
        resting = [record for record in every if _rests(record, wanted)]
        for record in sorted(resting, key=lambda record: reading_place(document, record)):
            if record.evidence_ids:
                yield Use(record.id, drawn.id), record.evidence_ids
            if isinstance(record, Transition) and record.share_evidence_ids:
                yield Use(record.id, drawn.id, is_share=True), record.share_evidence_ids
    for persona in personas(document):
        if persona.evidence_ids:
            yield Use(persona.id), persona.evidence_ids


def _rests(record: Node | Link, wanted: str) -> bool:
    own = record.evidence_ids
    shared = record.share_evidence_ids if isinstance(record, Transition) else ()
    return wanted in own or wanted in shared if wanted else bool(own or shared)
