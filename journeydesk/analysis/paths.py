"""The path of one persona over a map: what belongs to it, and in which order it is travelled."""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from journeydesk.analysis.columns import columns
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.persona import PersonaCard
from journeydesk.model.document import Document
from journeydesk.model.queries import links, nodes, personas, root
from journeydesk.model.records import Influence, Node, Transition

Key = tuple[float, float, float, str]


@dataclass(frozen=True, slots=True)
class Stop:
    """A node that a persona passes, and the transitions by which they go on from there.

    `onward` lead to later stops, `back` to earlier ones or to the same. `number` is that of its stage, 0 for
    none.
    """

    node: Node
    number: int
    onward: tuple[Transition, ...]
    back: tuple[Transition, ...]


def travelled(document: Document, map_id: str, persona_id: str) -> tuple[Transition, ...]:
    """The transitions of a map that a persona travels, in the order in which they were drawn."""
    found = [
        link
        for link in links(document, map_id)
        if isinstance(link, Transition) and persona_id in link.persona_ids
    ]
    return tuple(sorted(found, key=lambda link: (link.order, link.id)))


def belongings(document: Document, map_id: str, persona_id: str) -> frozenset[str]:
    """The ids of what has to do with a persona on a map.

    That are their card and the path that they travel, with all that hangs on either, where they feel
    something, the influences that begin or end at any of these cards, and the frames.
    """
    own = travelled(document, map_id, persona_id)
    passed = {key for link in own for key in (link.source_id, link.target_id)}
    found: set[str] = {link.id for link in own}
    cards: set[str] = set()
    for node in nodes(document, map_id):
        top = root(document, node)
        is_card = isinstance(top, PersonaCard) and top.persona_id == persona_id
        if is_card:
            cards.add(node.id)
        feels = any(key == persona_id for key, _ in getattr(node, "feelings", ()))
        if is_card or feels or isinstance(node, Frame) or node.id in passed or top.id in passed:
            found.add(node.id)
    for link in links(document, map_id):
        if isinstance(link, Influence) and not cards.isdisjoint((link.source_id, link.target_id)):
            found.update((link.id, link.source_id, link.target_id))
    return frozenset(found)


def pale(document: Document, map_id: str, persona_id: str) -> frozenset[str]:
    """The ids of all on a map that has nothing to do with a persona, and of all other personas.

    So the threads of others are pale on an arrow that several travel, and so is what others feel.
    """
    kept = belongings(document, map_id, persona_id) | {persona_id}
    every = (*nodes(document, map_id), *links(document, map_id), *personas(document))
    return frozenset(record.id for record in every if record.id not in kept)


def path_of(document: Document, map_id: str, persona_id: str) -> tuple[Stop, ...]:
    """The nodes that a persona passes, each once, in the order of their own transitions.

    A transition that leads back to where they come from is a loop; all others lead on. What they do not
    order stands in the order of the journey.
    """
    own = travelled(document, map_id, persona_id)
    if not own:
        return ()
    numbers, keys = _journey(document, map_id)
    found = {
        key: node
        for link in own
        for key in (link.source_id, link.target_id)
        if (node := document.find(Node, key)) is not None
    }
    order = sorted(found, key=lambda key: keys.get(key, (float("inf"), found[key].x, found[key].y, key)))
    rank = {key: place for place, key in enumerate(order)}
    leaving: dict[str, list[Transition]] = {key: [] for key in order}
    for link in own:
        leaving[link.source_id].append(link)
    loops = _loops(rank, leaving)
    return tuple(
        Stop(
            found[key],
            numbers.get(key, 0),
            tuple(link for link in leaving[key] if link.id not in loops),
            tuple(link for link in leaving[key] if link.id in loops),
        )
        for key in _ordered(rank, leaving, loops)
    )


def _journey(document: Document, map_id: str) -> tuple[dict[str, int], dict[str, Key]]:
    """The number of each node's stage, and its place in the journey."""
    numbers: dict[str, int] = {}
    keys: dict[str, Key] = {}
    for column in columns(document, map_id):
        for place, node in enumerate(column.nodes):
            numbers[node.id] = column.number
            keys[node.id] = (float(column.number), float(place), node.x, node.id)
    return numbers, keys


def _loops(rank: Mapping[str, int], leaving: Mapping[str, list[Transition]]) -> set[str]:
    """The ids of the transitions that lead back to a node from which one has come."""
    entered = {
        link.target_id for found in leaving.values() for link in found if link.source_id != link.target_id
    }
    starts = sorted(rank, key=lambda key: (key in entered, rank[key]))
    loops: set[str] = set()
    done: set[str] = set()
    for start in starts:
        if start in done:
            continue
        way, open_ = [start], {start}
        waiting = {start: iter(leaving[start])}
        while way:
            here = way[-1]
            link = next(waiting[here], None)
            if link is None:
                done.add(way.pop())
                open_.discard(here)
            elif link.target_id in open_:
                loops.add(link.id)
            elif link.target_id not in done:
                way.append(link.target_id)
                open_.add(link.target_id)
                waiting[link.target_id] = iter(leaving[link.target_id])
    return loops


def _ordered(rank: Mapping[str, int], leaving: Mapping[str, list[Transition]], loops: set[str]) -> list[str]:
    """All nodes, each after those that lead to it but by a loop; of several the first in the journey."""
    names = sorted(rank, key=rank.__getitem__)
    before = dict.fromkeys(names, 0)
    for found in leaving.values():
        for link in found:
            before[link.target_id] += link.id not in loops
    ready = [rank[key] for key in names if not before[key]]
    heapify(ready)
    ordered: list[str] = []
    while ready:
        key = names[heappop(ready)]
        ordered.append(key)
        for link in leaving[key]:
            if link.id in loops:
                continue
            before[link.target_id] -= 1
            if not before[link.target_id]:
                heappush(ready, rank[link.target_id])
    return ordered
