"""What a review has brought: comments by what they are on, and nodes by their votes."""

from dataclasses import dataclass

from journeydesk.analysis.finding import Place, reading_place
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import Comment, JourneyMap, Link, Node


@dataclass(frozen=True, slots=True)
class Thread:
    """The comments on one node, arrow or map, in the order in which they were written."""

    about_id: str
    map_id: str
    comments: tuple[Comment, ...]


def threads(document: Document, *, everything: bool = False) -> tuple[Thread, ...]:
    """The comments that are open, or all: map by map as people read, those on a map itself first."""
    found: dict[str, list[Comment]] = {}
    for comment in document.all(Comment):
        if (everything or not comment.resolved) and document.get(comment.about_id) is not None:
            found.setdefault(comment.about_id, []).append(comment)
    rows = [
        Thread(key, _map_of(document, key), tuple(sorted(told, key=lambda one: (one.written, one.id))))
        for key, told in found.items()
    ]
    places = {drawn.id: place for place, drawn in enumerate(maps(document))}

    def rank(thread: Thread) -> tuple[int, Place, str]:
        record = document.get(thread.about_id)
        place = reading_place(document, record) if isinstance(record, Node | Link) else ()
        return places.get(thread.map_id, len(places)), place, thread.about_id

    return tuple(sorted(rows, key=rank))


def _map_of(document: Document, key: str) -> str:
    record = document.get(key)
    if isinstance(record, Node | Link):
        return record.map_id
    return record.id if isinstance(record, JourneyMap) else ""


def ranking(document: Document, map_id: str = "") -> tuple[Node, ...]:
    """The nodes that have votes, those with the most first; of one map, or of all."""
    voted = [node for node in document.all(Node) if node.votes and map_id in ("", node.map_id)]
    return tuple(sorted(voted, key=lambda node: (-node.votes, reading_place(document, node), node.id)))
