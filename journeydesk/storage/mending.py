"""Mends records that hang in the air, so that a project with a flaw opens all the same."""

from collections.abc import Iterable
from dataclasses import replace

from journeydesk.language import Message, counted, message, say
from journeydesk.model.fields import term_id
from journeydesk.model.records import JourneyMap, Link, Node, Project, Record, Term, new_id


def mended(records: Iterable[Record]) -> tuple[tuple[Record, ...], tuple[Message, ...]]:
    """The records without doubles, cycles and references into nothing, and what was done about them.

    Nodes keep their place: a map that is missing is made anew, a parent that is missing is let go.
    """
    found: dict[str, Record] = {}
    twice = 0
    for record in records:
        twice += record.id in found or not record.id
        if record.id:
            found.setdefault(record.id, record)
    _name_terms(found)
    notices = [
        _counted_twice(twice),
        _one_project(found),
        _give_maps(found),
        _cut_parents(found),
        _drop_links(found),
    ]
    return tuple(found.values()), tuple(notice for notice in notices if notice is not None)


def _counted_twice(number: int) -> Message | None:
    if not number:
        return None
    return counted(
        "{n} element came twice and was left out.", "{n} elements came twice and were left out.", number
    )


def _name_terms(found: dict[str, Record]) -> None:
    """Terms are found by what they stand for, so no two stand for the same."""
    for term in [record for record in found.values() if isinstance(record, Term)]:
        key = term_id(term.vocabulary, term.key)
        if key != term.id:
            del found[term.id]
            if term.vocabulary and term.key:
                found.setdefault(key, replace(term, id=key))


def _one_project(found: dict[str, Record]) -> Message | None:
    projects = [key for key, record in found.items() if isinstance(record, Project)]
    if not projects:
        rest = dict(found)
        found.clear()
        project = Project(id=new_id())
        found[project.id] = project
        found.update(rest)
        return message("The title page of the project was missing; it is empty now.")
    for key in projects[1:]:
        del found[key]
    return None


def _give_maps(found: dict[str, Record]) -> Message | None:
    lost = [
        record for record in found.values()
        if isinstance(record, Node) and not isinstance(found.get(record.map_id), JourneyMap)
    ]  # fmt: skip
    if not lost:
        return None
    home: dict[str, str] = {}
    for node in lost:
        if node.map_id not in home:
            key = node.map_id if node.map_id and node.map_id not in found else new_id()
            home[node.map_id] = key
            found[key] = JourneyMap(id=key, title=say("Recovered map"), order=float(len(found)))
        if home[node.map_id] != node.map_id:
            found[node.id] = replace(node, map_id=home[node.map_id])
    return counted(
        "{n} element had lost its map; it is on a map named “Recovered map” now.",
        "{n} elements had lost their map; they are on a map named “Recovered map” now.",
        len(lost),
    )


def _cut_parents(found: dict[str, Record]) -> Message | None:
    parents = {
        record.id: record.parent_id
        for record in found.values()
        if isinstance(record, Node) and record.parent_id
    }
    lost = {key for key, parent in parents.items() if not _may_hang(found, key, parent)}
    sound: set[str] = set()
    for start in parents:
        way: dict[str, None] = {}
        key = start
        while key in parents and key not in sound and key not in lost and key not in way:
            way[key] = None
            key = parents[key]
        if key in way:
            lost.add(key)
        sound.update(way)
    for key in lost:
        node = found[key]
        assert isinstance(node, Node)
        found[key] = replace(node, parent_id="")
    if not lost:
        return None
    return counted(
        "{n} branch hung from nothing and stands alone now.",
        "{n} branches hung from nothing and stand alone now.",
        len(lost),
    )


def _may_hang(found: dict[str, Record], key: str, parent_id: str) -> bool:
    node, parent = found[key], found.get(parent_id)
    return isinstance(node, Node) and isinstance(parent, Node) and parent.map_id == node.map_id


def _drop_links(found: dict[str, Record]) -> Message | None:
    lost = 0
    for link in [record for record in found.values() if isinstance(record, Link)]:
        source, target = found.get(link.source_id), found.get(link.target_id)
        if not isinstance(source, Node) or not isinstance(target, Node):
            del found[link.id]
            lost += 1
        elif link.map_id != source.map_id:
            found[link.id] = replace(link, map_id=source.map_id)
    if not lost:
        return None
    return counted(
        "{n} arrow led to nothing and was left out.", "{n} arrows led to nothing and were left out.", lost
    )
