"""Adding, copying and removing maps."""

from dataclasses import replace

from journeydesk.language import Problem, message
from journeydesk.model.document import Document
from journeydesk.model.queries import closure, links, maps, nodes
from journeydesk.model.records import JourneyMap, new_id
from journeydesk.operations.nodes import copied


def add_map(document: Document, title: str) -> JourneyMap:
    """Adds an empty map after the others."""
    order = max((known.order for known in maps(document)), default=0.0) + 1.0
    drawn = JourneyMap(id=new_id(), title=title, order=order)
    with document.edit(message("Add map")) as edit:
        edit.put(drawn)
    return drawn


def duplicate_map(document: Document, map_id: str, title: str) -> JourneyMap:
    """Copies a map with all that is on it, e.g. to draw what should be beside what is."""
    original = document.find(JourneyMap, map_id)
    if original is None:
        raise KeyError(map_id)
    order = max(known.order for known in maps(document)) + 1.0
    drawn = replace(original, id=new_id(), title=title, order=order)
    content = {record.id: record for record in (*nodes(document, map_id), *links(document, map_id))}
    with document.edit(message("Duplicate map")) as edit:
        edit.put(drawn, *(replace(copy, map_id=drawn.id) for copy in copied(content, 0, 0)))
    return drawn


def remove_map(document: Document, map_id: str) -> None:
    """Removes a map with all that is on it. Raises Problem for the last one: a project has at least one."""
    if len(maps(document)) < 2:
        raise Problem(message("This is the project's only map. Add another one before you delete it."))
    with document.edit(message("Delete map")) as edit:
        edit.remove(*closure(document, (map_id,)))
