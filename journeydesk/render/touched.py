"""What a change touches on a map, before it is known what looks different for it."""

from collections.abc import Iterable, Iterator, Mapping

from journeydesk.kinds.summary import Summary
from journeydesk.model.change import Change
from journeydesk.model.document import Document
from journeydesk.model.queries import children, descendants, links, root, sources_of
from journeydesk.model.records import Comment, Evidence, JourneyMap, Link, Node, Persona, Project
from journeydesk.model.terms import term_ids
from journeydesk.render.arrange import Placed, is_root
from journeydesk.render.strand import Strand


def is_general(change: Change, map_id: str) -> bool:
    """Whether everything on the map may look different."""
    for before, after in change.values():
        if isinstance(after or before, Project):
            return True
        if isinstance(after, JourneyMap) and after.id == map_id:
            if isinstance(before, JourneyMap) and before.theme == after.theme:
                continue
            return True
    return False


def shown_by(change: Change) -> set[str]:
    """What nodes may show of a change: records other than nodes and arrows, and what remarks are on."""
    found: set[str] = set()
    for key, (before, after) in change.items():
        if not isinstance(after or before, Node | Link):
            found.add(key)
            found.update(record.about_id for record in (before, after) if isinstance(record, Comment))
    return found


def refers(document: Document, node: Node, keys: set[str]) -> bool:
    """Whether a node shows any of these: itself, persona, photo, asset, sources, terms or feelings."""
    if node.id in keys or not keys.isdisjoint(node.evidence_ids):
        return True
    persona = document.find(Persona, getattr(node, "persona_id", ""))
    named = {
        getattr(node, "persona_id", ""),
        getattr(node, "asset_id", ""),
        persona.photo_id if persona else "",
    }
    if named & keys or any(key in keys for key, _ in getattr(node, "feelings", ())):
        return True
    return any(key in keys for key in term_ids(node))


def touched_roots(
    change: Change, document: Document, map_id: str, placed: Mapping[str, Placed]
) -> dict[str, None]:
    """The roots of the trees, as they were placed and as they are now, in which something changes."""
    roots: dict[str, None] = {}
    shown: set[str] = set()
    for key, pair in change.items():
        for record in pair:
            if isinstance(record, Node):
                if record.map_id == map_id:
                    roots.update(dict.fromkeys(_roots_of(record, document, placed)))
                # What hangs on a node becomes a root when the node goes alone, and hangs again when it comes.
                for child in children(document, key) if _comes_or_goes(pair) else ():
                    roots.update(dict.fromkeys(_roots_of(child, document, placed)))
            elif isinstance(record, Comment):
                shown.add(record.about_id)
            elif record is not None and not isinstance(record, Link):
                shown.add(key)
    if shown:
        found = (item.root_id for item in placed.values() if refers(document, item.node, shown))
        roots.update(dict.fromkeys(found))
    return roots


def travelled_by(change: Change, strands: Mapping[str, Strand | None]) -> dict[str, Strand | None]:
    """The arrows along which personas of a change travel."""
    people = {key for key, (before, after) in change.items() if isinstance(after or before, Persona)}
    if not people:
        return {}
    return {
        key: strand
        for key, strand in strands.items()
        if strand is not None and not people.isdisjoint(strand.link.persona_ids)
    }


def touched_links(change: Change, document: Document, map_id: str) -> dict[str, None]:
    """The arrows of a map that a change touches, or whose labels show a source that it touches."""
    pairs = change.values()
    changed = (record for pair in pairs for record in pair if isinstance(record, Link))
    found = dict.fromkeys(link.id for link in changed if link.map_id == map_id)
    remarks = (record.about_id for pair in pairs for record in pair if isinstance(record, Comment))
    about = (link for key in remarks if (link := document.find(Link, key)) is not None)
    found.update(dict.fromkeys(link.id for link in about if link.map_id == map_id))
    sources = {key for key, (before, after) in change.items() if isinstance(after or before, Evidence)}
    if sources:
        resting = (link for link in links(document, map_id) if not sources.isdisjoint(sources_of(link)))
        found.update(dict.fromkeys(link.id for link in resting))
    return found


def is_summary(node: Node) -> bool:
    """Whether a node lies where others lie, and so can be placed after them only."""
    return isinstance(node, Summary)


def spanned_over(document: Document, map_id: str, roots: Iterable[str]) -> dict[str, None]:
    """The summaries that span one of these, which may be gone, or something in their trees."""
    known = set(roots)
    found: dict[str, None] = {}
    for summary in document.all(Summary):
        nodes = (node for key in summary.covers if (node := document.find(Node, key)) is not None)
        if summary.map_id == map_id and (
            known.intersection(summary.covers) or any(root(document, node).id in known for node in nodes)
        ):
            found[summary.id] = None
    return found


def _comes_or_goes(pair: tuple[object, object]) -> bool:
    before, after = pair
    return getattr(before, "map_id", None) != getattr(after, "map_id", None)


def _roots_of(node: Node, document: Document, placed: Mapping[str, Placed]) -> Iterator[str]:
    known = placed.get(node.id)
    if known is not None:
        yield known.root_id
    seen = {node.id}
    while not is_root(document, node) and node.parent_id not in seen:
        parent = document.find(Node, node.parent_id)
        assert parent is not None
        seen.add(parent.id)
        node = parent
    yield node.id


def folded_away(
    change: Change, document: Document, map_id: str, placed: Mapping[str, Placed]
) -> dict[str, None]:
    """The nodes of a change that are folded away, with what hangs on them: arrows may lead there."""
    found: dict[str, None] = {}
    for key, (_, after) in change.items():
        if isinstance(after, Node) and after.map_id == map_id and key not in placed:
            found[key] = None
            found.update(dict.fromkeys(node.id for node in descendants(document, key)))
    return found
