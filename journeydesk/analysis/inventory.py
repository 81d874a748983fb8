"""What a project holds, counted."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from journeydesk.kinds.catalogue import KINDS, RECORDS, name_of
from journeydesk.model.document import Document
from journeydesk.model.queries import links, maps, nodes
from journeydesk.model.records import Asset, Comment, Evidence, Link, Node, Persona, Record, Term

LINKS = tuple(name for name, record in RECORDS.items() if issubclass(record, Link))


def _counted(records: Iterable[Record], names: Iterable[str]) -> dict[str, int]:
    found = Counter(name_of(type(record)) for record in records)
    return {name: found[name] for name in names if found[name]}


def inventory(document: Document) -> dict[str, Any]:
    """Title and language, and counts by kind: of the whole project, and of each map in turn."""
    kinds = tuple(kind.name for kind in KINDS)
    return {
        "title": document.project.title,
        "language": document.project.language,
        "maps": [
            {
                "title": drawn.title,
                "nodes": _counted(nodes(document, drawn.id), kinds),
                "links": len(links(document, drawn.id)),
            }
            for drawn in maps(document)
        ],
        "nodes": _counted(document.all(Node), kinds),
        "links": _counted(document.all(Link), LINKS),
        "personas": len(document.all(Persona)),
        "evidence": len(document.all(Evidence)),
        "assets": len(document.all(Asset)),
        "comments": len(document.all(Comment)),
        "terms": len(document.all(Term)),
    }
