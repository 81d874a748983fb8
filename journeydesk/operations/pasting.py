"""Pasting what was copied, into the same document or another one; and cutting."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import Message, counted, message
from journeydesk.model.document import Document, Edit
from journeydesk.model.fields import remapped
from journeydesk.model.queries import children, personas
from journeydesk.model.records import (
    Asset,
    Comment,
    Evidence,
    JourneyMap,
    Link,
    Node,
    Persona,
    Record,
    Term,
    new_id,
)
from journeydesk.operations.excerpt import MENTIONED, Excerpt, mentions
from journeydesk.operations.nodes import hiding, on_top, unlocked
from journeydesk.operations.summaries import take_away
from journeydesk.operations.terms import bring_terms


def cut(document: Document, ids: Iterable[str]) -> None:
    """Removes nodes that were copied, with all that hangs on them; locked ones stay."""
    chosen = [record.id for record in unlocked(document, ids) if isinstance(record, Node)]
    if chosen:
        with document.edit(message("Cut {what}", what=_told(len(chosen)))) as edit:
            take_away(document, edit, chosen)


def paste(
    document: Document,
    map_id: str,
    taken: Excerpt,
    *,
    dx: float = 0.0,
    dy: float = 0.0,
    parent_id: str = "",
    label: Message | None = None,
) -> tuple[str, ...]:
    """Puts copies on a map, in one step; gives the ids of the copies of what had been chosen.

    All is moved by dx, dy; where there is a parent, the branches hang on it, after its others. Personas,
    evidence and assets that the document knows are used, the others are brought along. Copies are not locked.
    """
    if document.find(JourneyMap, map_id) is None or not taken.nodes:
        return ()
    parent = document.find(Node, parent_id) if taken.may_hang else None
    fresh = {record.id: new_id() for record in taken.records if isinstance(record, Node | Link | Comment)}
    told = label or message("Paste {what}", what=_told(len(taken.chosen)))
    with document.edit(told) as edit:
        brought = _bring(document, edit, taken.records)
        names = {**brought, **fresh}
        if parent is not None and parent.folded:
            edit.put(replace(parent, folded=False))
        pasted = _nodes(document, map_id, taken, names, parent, (dx, dy))
        edit.put(*pasted, *_others(document, map_id, taken, names, (dx, dy)))
        _enlist(document, edit, map_id, taken, names)
    return tuple(fresh[key] for key in taken.chosen)


def paste_people(document: Document, taken: Excerpt) -> tuple[str, ...]:
    """Adds the personas of an excerpt to the project, in one step; gives their ids here.

    Those that the project has already come as copies. Photos and sources are brought along.
    """
    found = [record for record in taken.records if isinstance(record, Persona)]
    others = [record for record in taken.records if isinstance(record, Asset | Evidence)]
    if not found:
        return ()
    made: list[str] = []
    told = counted("1 persona", "{n} personas", len(found))
    with document.edit(message("Paste {what}", what=told)) as edit:
        names = _bring(document, edit, others)
        last = max((persona.order for persona in personas(document)), default=0.0)
        for place, persona in enumerate(found, 1):
            key = persona.id if document.get(persona.id) is None else new_id()
            edit.put(replace(_renamed(document, persona, names), id=key, order=last + place))
            made.append(key)
    return tuple(made)


def _told(count: int) -> Message:
    return counted("1 node", "{n} nodes", count)


def _bring(document: Document, edit: Edit, records: Iterable[Record]) -> dict[str, str]:
    """Adds the personas, evidence, assets and terms that are new here; gives all ids in this document."""
    coming = [record for record in records if isinstance(record, Persona | Evidence | Asset)]
    same = {asset.data: asset.id for asset in document.all(Asset) if asset.data}
    names: dict[str, str] = {}
    new: list[Persona | Evidence | Asset] = []
    for record in coming:
        known = document.get(record.id)
        if type(known) is type(record):
            names[record.id] = record.id
        elif isinstance(record, Asset) and record.data in same:
            names[record.id] = same[record.data]
        else:
            names[record.id] = record.id if known is None else new_id()
            new.append(record)
            if isinstance(record, Asset) and record.data:
                same[record.data] = names[record.id]
    last = max((persona.order for persona in personas(document)), default=0.0)
    for record in new:
        moved = replace(_renamed(document, record, names), id=names[record.id])
        if isinstance(moved, Persona):
            last += 1.0
            moved = replace(moved, order=last)
        edit.put(moved)
    terms = {**_terms_told(records), **{record.id: record for record in records if isinstance(record, Term)}}
    return {
        **names,
        **bring_terms(document, edit, [_renamed(document, term, names) for term in terms.values()]),
    }


def _terms_told(records: Iterable[Record]) -> dict[str, Term]:
    """A term for each entry of a vocabulary that records name, as if nothing were told of it."""
    found: dict[str, Term] = {}
    for record in records:
        for told, ids in mentions(record):
            for key in ids if told.vocabulary else ():
                found[key] = Term(id=key, vocabulary=told.vocabulary, key=getattr(record, told.name))
    return found


def _renamed(document: Document, record: Record, names: Mapping[str, str]) -> Any:
    """The record with what it mentions under the ids that these have here; what is not here is dropped."""
    changed: dict[str, Any] = {}
    for told, keys in mentions(record):
        here = {old: _here(document, MENTIONED[told.refers], old, names) for old in keys}
        kept = remapped(told, getattr(record, told.name), here.__getitem__)
        if kept != getattr(record, told.name):
            changed[told.name] = kept
    return replace(record, **changed) if changed else record


def _here(document: Document, record_class: type[Record], key: str, names: Mapping[str, str]) -> str:
    if key in names:
        return names[key]
    return key if document.find(record_class, key) is not None else ""


def _nodes(
    document: Document,
    map_id: str,
    taken: Excerpt,
    names: Mapping[str, str],
    parent: Node | None,
    shift: tuple[float, float],
) -> list[Node]:
    """The copies of the nodes. Those that hang on nothing lie over what is there, as among themselves."""
    top = on_top(document, map_id)
    ranked = sorted(taken.tops, key=lambda node: node.order)
    if parent is not None:
        top = max((child.order for child in children(document, parent.id)), default=0.0) + 1.0
        ranked = list(taken.tops)
    orders = {node.id: top + place for place, node in enumerate(ranked)}
    made = []
    for node in taken.nodes:
        copy: Node = _renamed(document, node, names)
        above = names[node.parent_id] if node.parent_id else parent.id if parent is not None else ""
        copy = replace(
            copy, id=names[node.id], map_id=map_id, parent_id=above,
            x=node.x + shift[0], y=node.y + shift[1], order=orders.get(node.id, node.order), locked=False,
            url=f"#{names[node.url[1:]]}" if node.url[:1] == "#" and node.url[1:] in names else node.url,
        )  # fmt: skip
        if isinstance(copy, Branch) and not node.parent_id and parent is not None:
            copy = replace(copy, side=parent.side if isinstance(parent, Branch) else "")
        if node.stage_id not in names and not _is_on(document, map_id, node.stage_id):
            copy = replace(copy, stage_id="")
        made.append(hiding(copy, names))
    return made


def _is_on(document: Document, map_id: str, node_id: str) -> bool:
    node = document.find(Node, node_id)
    return node is not None and node.map_id == map_id


def _others(
    document: Document, map_id: str, taken: Excerpt, names: Mapping[str, str], shift: tuple[float, float]
) -> list[Record]:
    """The copies of the links, and of the remarks on both."""
    dx, dy = shift
    made: list[Record] = []
    for record in taken.records:
        if isinstance(record, Link):
            made.append(
                replace(
                    _renamed(document, record, names),
                    id=names[record.id],
                    map_id=map_id,
                    source_id=names[record.source_id],
                    target_id=names[record.target_id],
                    waypoints=tuple((x + dx, y + dy) for x, y in record.waypoints),
                )
            )
        elif isinstance(record, Comment):
            made.append(replace(record, id=names[record.id], about_id=names[record.about_id]))
    return made


def _enlist(document: Document, edit: Edit, map_id: str, taken: Excerpt, names: Mapping[str, str]) -> None:
    """Puts the personas whose cards came among those of the map."""
    drawn = document.find(JourneyMap, map_id)
    cards = (node.persona_id for node in taken.nodes if isinstance(node, PersonaCard))
    found = [key for old in cards if (key := _here(document, Persona, old, names))]
    if drawn is not None and not set(found) <= set(drawn.persona_ids):
        edit.put(replace(drawn, persona_ids=tuple(dict.fromkeys((*drawn.persona_ids, *found)))))
