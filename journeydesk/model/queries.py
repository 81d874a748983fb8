"""Questions that many ask of a document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeydesk.model.document import Document
from journeydesk.model.records import Comment, Evidence, JourneyMap, Link, Node, Persona, Record
from journeydesk.model.vocabulary import SOURCES


def maps(document: Document) -> tuple[JourneyMap, ...]:
    """The maps in the order in which people put them."""
    return tuple(sorted(document.all(JourneyMap), key=lambda drawn: drawn.order))


def variants(document: Document, map_id: str) -> tuple[JourneyMap, ...]:
    """A map, the one that it was drawn from, and the others that were; alone where there are none."""
    drawn = document.find(JourneyMap, map_id)
    if drawn is None:
        return ()
    first = drawn.original_id if document.find(JourneyMap, drawn.original_id) else drawn.id
    return tuple(known for known in maps(document) if first in (known.id, known.original_id))


def counterparts(document: Document, ids: Iterable[str], map_id: str) -> tuple[str, ...]:
    """The nodes on another map that stand for the same as these, where there are any."""
    chosen = [node for key in ids if (node := document.find(Node, key)) is not None]
    wanted = {node.origin_id or node.id for node in chosen}
    return tuple(node.id for node in nodes(document, map_id) if (node.origin_id or node.id) in wanted)


def personas(document: Document) -> tuple[Persona, ...]:
    """The personas in the order in which people put them."""
    return tuple(sorted(document.all(Persona), key=lambda persona: persona.order))


def personas_of(document: Document, map_id: str) -> tuple[Persona, ...]:
    """The personas of a map, in its order; all of the project where it names none."""
    drawn = document.find(JourneyMap, map_id)
    named = (
        [persona for key in drawn.persona_ids if (persona := document.find(Persona, key))] if drawn else []
    )
    return tuple(named) or personas(document)


def nodes(document: Document, map_id: str) -> tuple[Node, ...]:
    """The nodes of a map."""
    return tuple(record for record in document.below(map_id) if isinstance(record, Node))


def links(document: Document, map_id: str) -> tuple[Link, ...]:
    """The links of a map."""
    return tuple(record for record in document.below(map_id) if isinstance(record, Link))


def children(document: Document, node_id: str) -> tuple[Node, ...]:
    """What hangs directly under a node, in order."""
    found = (record for record in document.below(node_id) if isinstance(record, Node))
    return tuple(sorted(found, key=lambda node: (node.order, node.id)))


def links_at(document: Document, node_id: str) -> tuple[Link, ...]:
    """The links that leave or enter a node."""
    return tuple(record for record in document.below(node_id) if isinstance(record, Link))


def descendants(document: Document, node_id: str) -> Iterator[Node]:
    """What hangs under a node, however deep; parents come before their children."""
    waiting = list(children(document, node_id))[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(children(document, node.id)[::-1])


def root(document: Document, node: Node) -> Node:
    """The node from which a branch hangs in the end; a node that hangs from nothing is its own root."""
    seen = {node.id}
    while (parent := document.find(Node, node.parent_id)) is not None and parent.id not in seen:
        seen.add(parent.id)
        node = parent
    return node


def closure(document: Document, keys: Iterable[str]) -> dict[str, Record]:
    """The records with these ids, and what cannot stand without them: branches, links, comments, contents."""
    found: dict[str, Record] = {}
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        record = document.get(key)
        if record is not None and key not in found:
            found[key] = record
            waiting.extend(below.id for below in document.below(key))
    return found


def sources_of(record: Record) -> tuple[str, ...]:
    """The ids of the sources on which a record and, where it is a transition, its share rest, each once."""
    own = getattr(record, "evidence_ids", ())
    return tuple(dict.fromkeys((*own, *getattr(record, "share_evidence_ids", ()))))


def sources_in_order(document: Document) -> list[Evidence]:
    """The sources of a project in the order in which they are numbered: by sort, the newest of each first."""
    places = {choice.key: place for place, choice in enumerate(SOURCES)}
    newest = sorted(document.all(Evidence), key=lambda source: (source.date, source.id), reverse=True)
    return sorted(newest, key=lambda source: places.get(source.source, len(places)))


@dataclass(frozen=True, slots=True)
class OpenRemarks:
    """Tells how many remarks on a record nobody has resolved yet."""

    document: Document

    def __call__(self, key: str) -> int:
        return sum(not comment.resolved for comment in comments(self.document, key))


def comments(document: Document, key: str) -> tuple[Comment, ...]:
    """The remarks on a record."""
    return tuple(record for record in document.below(key) if isinstance(record, Comment))
