"""Drawing and changing arrows."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace

from journeydesk.language import N_, Message, counted, message
from journeydesk.model.change import Entry
from journeydesk.model.document import Document
from journeydesk.model.queries import comments, links, root
from journeydesk.model.records import Influence, Link, Node, Persona, Transition, new_id
from journeydesk.operations.nodes import on_top

Place = tuple[float, float]

ATTACH, BEND, PUT_LABEL = (
    message("Attach arrow elsewhere"),
    message("Bend arrow"),
    message("Move label"),
)
TURNS_BACK = -0.5  # the cosine of a turn by more than 120 degrees
TITLES = {Transition: N_("Transition"), Influence: N_("Influence")}


def connect(
    document: Document,
    source_id: str,
    target_id: str,
    record_class: type[Link] = Transition,
    travellers: tuple[str, ...] = (),
) -> Link:
    """Draws an arrow from a node to another of the same map, or to itself. Raises KeyError.

    `travellers` are the ids of the personas who travel a transition.
    """
    return connect_all(document, [source_id], target_id, record_class, travellers)[0]


def connect_all(
    document: Document,
    source_ids: Sequence[str],
    target_id: str,
    record_class: type[Link] = Transition,
    travellers: tuple[str, ...] = (),
) -> tuple[Link, ...]:
    """Draws an arrow from each of these nodes to another one of their map, in one step. Raises KeyError."""
    target = document.find(Node, target_id)
    sources = [document.find(Node, key) for key in source_ids]
    if target is None or any(source is None or source.map_id != target.map_id for source in sources):
        raise KeyError(target_id)
    order = max((link.order for link in links(document, target.map_id)), default=0.0) + 1.0
    people = travellers if record_class is Transition else ()
    made = tuple(
        record_class(
            id=new_id(),
            map_id=target.map_id,
            source_id=key,
            target_id=target_id,
            order=order + place,
            persona_ids=people,
        )
        for place, key in enumerate(source_ids)
    )
    with document.edit(message("Add {kind}", kind=Message(TITLES[record_class]))) as edit:
        edit.put(*made)
    return made


def add_connected(
    document: Document,
    source_id: str,
    node: Node,
    record_class: type[Link] = Transition,
    travellers: tuple[str, ...] = (),
) -> Node:
    """Adds a node and an arrow that leads to it, in one step; gives the node as it was kept.

    `travellers` are as in `connect`. Raises KeyError where the source is unknown or on another map.
    """
    source = document.find(Node, source_id)
    if source is None or source.map_id != node.map_id:
        raise KeyError(source_id)
    order = max((link.order for link in links(document, source.map_id)), default=0.0) + 1.0
    link = record_class(
        id=new_id(), map_id=source.map_id, source_id=source_id, target_id=node.id, order=order,
        persona_ids=travellers if record_class is Transition else (),
    )  # fmt: skip
    with document.edit(message("Add connected node")) as edit:
        edit.put(replace(node, order=node.order or on_top(document, node.map_id)), link)
    found = document.find(Node, node.id)
    assert found is not None
    return found


def attached(document: Document, link: Link, *, source_id: str = "", target_id: str = "") -> Link | None:
    """The arrow with an end at another node of its map; None where it cannot end there, or ends there now.

    It keeps its bend points but those that would lead it astray now.
    """
    moved = replace(link, source_id=source_id or link.source_id, target_id=target_id or link.target_id)
    source, target = document.find(Node, moved.source_id), document.find(Node, moved.target_id)
    if source is None or target is None or {source.map_id, target.map_id} != {link.map_id}:
        return None
    if (moved.source_id, moved.target_id) == (link.source_id, link.target_id):
        return None
    here, there = _place(document, source), _place(document, target)
    if source.id == target.id:
        return replace(moved, waypoints=())
    points = link.waypoints
    if moved.source_id != link.source_id:
        points = _led_from(there, points[::-1], here)[::-1]
    if moved.target_id != link.target_id:
        points = _led_from(here, points, there)
    return replace(moved, waypoints=points)


def _place(document: Document, node: Node) -> Place:
    """Where a node lies, about: what hangs under another lies near that."""
    top = root(document, node)
    return top.x, top.y


def _led_from(start: Place, points: tuple[Place, ...], end: Place) -> tuple[Place, ...]:
    """The bend points without the last ones, where the way to the end turns back at them."""
    while points:
        (x, y), (ax, ay) = points[-1], points[-2] if len(points) > 1 else start
        there, back = (x - ax, y - ay), (end[0] - x, end[1] - y)
        if there[0] * back[0] + there[1] * back[1] >= TURNS_BACK * math.hypot(*there) * math.hypot(*back):
            break
        points = points[:-1]
    return points


def attach(document: Document, link_id: str, *, source_id: str = "", target_id: str = "") -> None:
    """Moves an end of an arrow to another node of its map; nothing happens where there is none."""
    link = document.find(Link, link_id)
    moved = attached(document, link, source_id=source_id, target_id=target_id) if link is not None else None
    if moved is not None:
        with document.edit(ATTACH) as edit:
            edit.put(moved)


def _arrows(document: Document, ids: Iterable[str]) -> list[Link]:
    return [link for key in dict.fromkeys(ids) if (link := document.find(Link, key)) is not None]


def reverse(document: Document, ids: Iterable[str]) -> None:
    """Lets arrows lead the other way, along the same points."""
    found = _arrows(document, ids)
    if found:
        with document.edit(counted("Reverse arrow", "Reverse {n} arrows", len(found))) as edit:
            edit.put(*(reversed_link(link) for link in found))


def reversed_link(link: Link) -> Link:
    """The arrow that leads the other way."""
    return replace(
        link,
        source_id=link.target_id,
        target_id=link.source_id,
        waypoints=link.waypoints[::-1],
        label_at=None if link.label_at is None else 1.0 - link.label_at,
    )


def straighten(document: Document, ids: Iterable[str]) -> None:
    """Takes the bend points out of arrows, so that they find their own way."""
    found = [link for link in _arrows(document, ids) if link.waypoints]
    if found:
        with document.edit(counted("Straighten arrow", "Straighten {n} arrows", len(found))) as edit:
            edit.put(*(replace(link, waypoints=()) for link in found))


def add_bend(document: Document, link_id: str, place: int, point: Place) -> None:
    """Puts a bend point before the one at a place, counted from 0; at the end where there is none."""
    link = document.find(Link, link_id)
    if link is not None:
        with document.edit(BEND) as edit:
            edit.put(replace(link, waypoints=(*link.waypoints[:place], point, *link.waypoints[place:])))


def remove_bend(document: Document, link_id: str, place: int) -> None:
    """Takes one bend point, counted from 0, out of an arrow."""
    link = document.find(Link, link_id)
    if link is not None and 0 <= place < len(link.waypoints):
        with document.edit(message("Take bend out")) as edit:
            edit.put(replace(link, waypoints=(*link.waypoints[:place], *link.waypoints[place + 1 :])))


def let_travel(document: Document, ids: Iterable[str], persona_id: str, wanted: bool) -> None:
    """Lets a persona travel all transitions among these arrows, or none of them, in one step."""
    found = [
        link
        for link in _arrows(document, ids)
        if isinstance(link, Transition) and (persona_id in link.persona_ids) is not wanted
    ]
    persona = document.find(Persona, persona_id)
    if not found or persona is None:
        return
    there = message("{name} travels here", name=persona.name)
    with document.edit(
        there if wanted else message("{name} does not travel here", name=persona.name)
    ) as edit:
        for link in found:
            others = tuple(key for key in link.persona_ids if key != persona_id)
            edit.put(replace(link, persona_ids=(*others, persona_id) if wanted else others))


def free_labels(document: Document, ids: Iterable[str]) -> None:
    """Lets labels that were put somewhere along their arrow find their own place again."""
    found = [link for link in _arrows(document, ids) if link.label_at is not None]
    if found:
        with document.edit(counted("Free label", "Free {n} labels", len(found))) as edit:
            edit.put(*(replace(link, label_at=None) for link in found))


def put_labels(document: Document, parts: Mapping[str, float], amend: Entry | None = None) -> Entry | None:
    """Puts labels at these parts of their arrows, 0 at the beginning and 1 at the end; gives the step.

    Where `amend` is the last step the two become one, e.g. while a key is held.
    """
    found = {link.id: replace(link, label_at=parts[link.id]) for link in _arrows(document, parts)}
    if all(document.get(key) == link for key, link in found.items()):
        return None
    edit = document.begin(PUT_LABEL)
    edit.put(*found.values())
    return edit.commit(amend)


def turn_into(document: Document, ids: Iterable[str], record_class: type[Link]) -> tuple[str, ...]:
    """Makes arrows of another kind out of these, under new ids; gives the ids of all, in the same order.

    They keep what both kinds have, and the remarks on them.
    """
    found = _arrows(document, ids)
    changed = {link.id: _turned(link, record_class) for link in found if type(link) is not record_class}
    if changed:
        label = message("Turn into {kind}", kind=Message(TITLES[record_class]))
        with document.edit(label) as edit:
            edit.put(*changed.values())
            for key, link in changed.items():
                edit.put(*(replace(remark, about_id=link.id) for remark in comments(document, key)))
            edit.remove(*changed)
    return tuple(changed[link.id].id if link.id in changed else link.id for link in found)


def _turned(link: Link, record_class: type[Link]) -> Link:
    shared = {told.name: getattr(link, told.name) for told in fields(Link) if told.name != "id"}
    return record_class(id=new_id(), **shared)
