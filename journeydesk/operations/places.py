"""Bringing many nodes to new places at once."""

from collections.abc import Mapping
from dataclasses import replace

from journeydesk.kinds.frame import Frame
from journeydesk.language import Message
from journeydesk.model.document import Document
from journeydesk.model.queries import root
from journeydesk.model.records import Link, Node
from journeydesk.picture.marks import Box

NEAR = 2.0  # ends that moved alike to within so many board units take the arrow's points along


def in_places(document: Document, boxes: Mapping[str, Box]) -> tuple[Node | Link, ...]:
    """The nodes that hang from nothing as they are in these boxes; a frame takes the box's size, too.

    The points through which people led an arrow move along where both its ends move alike; else they would
    lie in the way, and the arrow goes its own way again. What is locked stays.
    """
    found: dict[str, Node | Link] = {}
    shifts: dict[str, tuple[float, float]] = {}
    for key, box in boxes.items():
        node = document.find(Node, key)
        if node is None or node.locked:
            continue
        moved = replace(node, x=box.x, y=box.y)
        if isinstance(node, Frame):
            moved = replace(moved, width=box.width, height=box.height)
        found[key] = moved
        shifts[key] = (box.x - node.x, box.y - node.y)
    for link in _bent(document, found):
        dx, dy = _shift(document, link.source_id, shifts)
        other_dx, other_dy = _shift(document, link.target_id, shifts)
        alike = max(abs(dx - other_dx), abs(dy - other_dy)) <= NEAR
        points = tuple((x + dx, y + dy) for x, y in link.waypoints) if alike else ()
        found[link.id] = replace(link, waypoints=points)
    return tuple(found.values())


def _bent(document: Document, moved: Mapping[str, Node | Link]) -> list[Link]:
    """The arrows with points of their own that end in a family which moves."""
    families: dict[str, bool] = {}
    found = []
    for link in document.all(Link):
        if link.waypoints:
            for end in (link.source_id, link.target_id):
                node = document.find(Node, end)
                if node is not None and end not in families:
                    families[end] = root(document, node).id in moved
            if families.get(link.source_id) or families.get(link.target_id):
                found.append(link)
    return found


def _shift(document: Document, key: str, shifts: Mapping[str, tuple[float, float]]) -> tuple[float, float]:
    node = document.find(Node, key)
    return shifts.get(root(document, node).id, (0.0, 0.0)) if node is not None else (0.0, 0.0)


def put_in_places(document: Document, boxes: Mapping[str, Box], label: Message) -> None:
    """Brings nodes into these boxes, in one step of the history."""
    records = in_places(document, boxes)
    if records:
        with document.edit(label) as edit:
            edit.put(*records)
