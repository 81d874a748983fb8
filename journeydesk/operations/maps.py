"""Adding, copying, ordering and removing maps."""

from dataclasses import replace

from journeydesk.language import Problem, message
from journeydesk.model.document import Document
from journeydesk.model.queries import closure, links, maps, nodes
from journeydesk.model.records import JourneyMap, Link, Node, Record, new_id
from journeydesk.operations.nodes import copied, orders_among


def add_map(document: Document, title: str) -> JourneyMap:
    """Adds an empty map after the others."""
    order = max((known.order for known in maps(document)), default=0.0) + 1.0
    drawn = JourneyMap(id=new_id(), title=title, order=order)
    with document.edit(message("Add map")) as edit:
        edit.put(drawn)
    return drawn


def duplicate_map(document: Document, map_id: str, title: str) -> JourneyMap:
    """Copies a map with all that is on it."""
    original = _known(document, map_id)
    drawn = replace(original, id=new_id(), title=title, order=_after(document, original))
    contents = _contents(document, map_id, drawn.id)
    with document.edit(message("Duplicate map")) as edit:
        edit.put(_with_stops(drawn, contents), *(copy for _, copy in contents))
    return drawn


def draw_to_be(document: Document, map_id: str, title: str) -> JourneyMap:
    """Copies a map to draw what should be beside what is; the two, and what is on them, know each other."""
    original = _known(document, map_id)
    drawn = replace(
        original,
        id=new_id(),
        title=title,
        state="to-be",
        original_id=original.original_id or original.id,
        order=_after(document, original),
    )
    contents = _contents(document, map_id, drawn.id)
    with document.edit(message("Draw the to-be map")) as edit:
        edit.put(_with_stops(drawn, contents))
        if not original.state:
            edit.put(replace(original, state="as-is"))
        for record, copy in contents:
            if isinstance(record, Node) and isinstance(copy, Node):
                copy = replace(copy, origin_id=record.origin_id or record.id)
            edit.put(copy)
    return drawn


def move_map(document: Document, map_id: str, place: int) -> None:
    """Puts a map at a place among the others, 0 for the first."""
    drawn, known = _known(document, map_id), list(maps(document))
    if known.index(drawn) == place:
        return
    known.remove(drawn)
    orders, moved = orders_among(known, place)
    with document.edit(message("Move map")) as edit:
        edit.put(*moved, replace(drawn, order=orders[0]))


def remove_map(document: Document, map_id: str) -> None:
    """Removes a map with all that is on it. Raises Problem for the last one: a project has at least one."""
    if len(maps(document)) < 2:
        raise Problem(message("This is the project's only map. Add another one before you delete it."))
    with document.edit(message("Delete map")) as edit:
        edit.remove(*closure(document, (map_id,)))
        edit.put(*(replace(drawn, original_id="") for drawn in maps(document) if drawn.original_id == map_id))


def _known(document: Document, map_id: str) -> JourneyMap:
    drawn = document.find(JourneyMap, map_id)
    if drawn is None:
        raise KeyError(map_id)
    return drawn


def _after(document: Document, original: JourneyMap) -> float:
    """The order of a map right after another one."""
    later = [drawn.order for drawn in maps(document) if drawn.order > original.order]
    return (original.order + min(later)) / 2 if later else original.order + 1.0


def _with_stops(drawn: JourneyMap, contents: list[tuple[Record, Node | Link]]) -> JourneyMap:
    """The copy of a map, whose stops fold the copies of what they folded."""
    names = {record.id: copy.id for record, copy in contents}
    stops = tuple(
        stop._replace(folded=tuple(names[key] for key in stop.folded if key in names))
        if stop.folded is not None
        else stop
        for stop in drawn.stops
    )
    return replace(drawn, stops=stops)


def _contents(document: Document, map_id: str, copy_id: str) -> list[tuple[Record, Node | Link]]:
    """What is on a map, each with its copy for another one."""
    content: dict[str, Record] = {node.id: node for node in nodes(document, map_id)}
    for link in links(document, map_id):
        if link.source_id in content and link.target_id in content:
            content[link.id] = link
    copies = (replace(copy, map_id=copy_id) for copy in copied(content, 0, 0))
    return list(zip(content.values(), copies, strict=True))
