"""Drawing and changing arrows."""

from dataclasses import replace

from journeydesk.language import N_, Message, message
from journeydesk.model.document import Document
from journeydesk.model.queries import links
from journeydesk.model.records import Influence, Link, Node, Transition, new_id
from journeydesk.operations.nodes import on_top

TITLES = {Transition: N_("Transition"), Influence: N_("Influence")}


def connect(
    document: Document, source_id: str, target_id: str, record_class: type[Link] = Transition
) -> Link:
    """Draws an arrow from a node to another of the same map, or to itself. Raises KeyError."""
    source, target = document.find(Node, source_id), document.find(Node, target_id)
    if source is None or target is None or source.map_id != target.map_id:
        raise KeyError(target_id)
    order = max((link.order for link in links(document, source.map_id)), default=0.0) + 1.0
    link = record_class(
        id=new_id(), map_id=source.map_id, source_id=source_id, target_id=target_id, order=order
    )
    with document.edit(message("Add {kind}", kind=Message(TITLES[record_class]))) as edit:
        edit.put(link)
    return link


def add_connected(
    document: Document, source_id: str, node: Node, record_class: type[Link] = Transition
) -> Node:
    """Adds a node and an arrow that leads to it, in one step; gives the node as it was kept.

    Raises KeyError where the source is unknown or on another map.
    """
    source = document.find(Node, source_id)
    if source is None or source.map_id != node.map_id:
        raise KeyError(source_id)
    order = max((link.order for link in links(document, source.map_id)), default=0.0) + 1.0
    link = record_class(
        id=new_id(), map_id=source.map_id, source_id=source_id, target_id=node.id, order=order
    )
    with document.edit(message("Add connected node")) as edit:
        edit.put(replace(node, order=node.order or on_top(document, node.map_id)), link)
    found = document.find(Node, node.id)
    assert found is not None
    return found


def attach(document: Document, link_id: str, *, source_id: str = "", target_id: str = "") -> None:
    """Moves an end of an arrow to another node of its map; nothing happens where there is none."""
    link = document.find(Link, link_id)
    if link is None:
        return
    moved = replace(link, source_id=source_id or link.source_id, target_id=target_id or link.target_id)
    ends = (document.find(Node, end) for end in (moved.source_id, moved.target_id))
    if all(end is not None and end.map_id == link.map_id for end in ends):
        with document.edit(message("Attach arrow elsewhere")) as edit:
            edit.put(replace(moved, waypoints=()))
