"""Finding words in a project: on which nodes and arrows they stand, in the order in which a map is read."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from journeydesk.analysis.words import plain, says
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import Link, Node

Place = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A node or an arrow that says what is looked for, and its map."""

    map_id: str
    record_id: str


def find(document: Document, words: str, map_ids: Iterable[str] | None = None) -> tuple[Match, ...]:
    """The matches on these maps, or on all maps in their order; none for no words."""
    wanted = plain(words)
    if not wanted:
        return ()
    ids = tuple(drawn.id for drawn in maps(document)) if map_ids is None else map_ids
    return tuple(Match(key, record) for key in ids for record in _on_map(document, key, wanted))


def _on_map(document: Document, map_id: str, wanted: str) -> list[str]:
    found = [
        record
        for record in document.below(map_id)
        if isinstance(record, Node | Link) and says(document, record, wanted)
    ]
    return [record.id for record in sorted(found, key=lambda record: reading_place(document, record))]


def reading_place(document: Document, record: Node | Link) -> Place:
    """Sorts as people read: left to right, branches after what they hang on, arrows after their start."""
    if isinstance(record, Link):
        source = document.find(Node, record.source_id)
        start = reading_place(document, source) if source is not None else ()
        return (*start, (math.inf, record.id))
    path: list[tuple[float, str]] = []
    seen: set[str] = set()
    node = record
    while (parent := document.find(Node, node.parent_id)) is not None and node.id not in seen:
        seen.add(node.id)
        path.append((node.order, node.id))
        node = parent
    return ((node.x + 0.3 * node.y, node.id), *reversed(path))
