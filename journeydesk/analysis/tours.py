"""Ways to lead others through a map: stage by stage, along a persona's path, or from stop to stop."""

from dataclasses import dataclass

from journeydesk.analysis.columns import columns
from journeydesk.analysis.paths import path_of
from journeydesk.model.document import Document
from journeydesk.model.queries import descendants
from journeydesk.model.records import JourneyMap, Persona
from journeydesk.picture.marks import Box


@dataclass(frozen=True, slots=True)
class Halt:
    """One step of a presentation: what is brought into view, what it is called, what the presenter reads.

    Nodes are brought into view by their ids, else the region; without either, the whole map.
    """

    title: str
    notes: str = ""
    ids: tuple[str, ...] = ()
    region: Box | None = None
    persona_id: str = ""


def by_stages(document: Document, map_id: str) -> tuple[Halt, ...]:
    """The whole map, then each stage with its steps and branches."""
    drawn = document.find(JourneyMap, map_id)
    if drawn is None:
        return ()
    first = Halt(drawn.title, drawn.scenario)
    found = columns(document, map_id)
    return (
        first,
        *(
            Halt(
                f"{column.number}. {column.stage.title}",
                column.stage.notes,
                tuple(node.id for node in (*column.nodes, *column.branches)),
            )
            for column in found
        ),
    )


def by_path(document: Document, map_id: str, persona_id: str) -> tuple[Halt, ...]:
    """The whole map with a persona's path, then each node that they pass, in the order of their own way."""
    drawn, persona = document.find(JourneyMap, map_id), document.find(Persona, persona_id)
    stops = path_of(document, map_id, persona_id)
    if drawn is None or persona is None or not stops:
        return ()
    first = Halt(persona.name, persona.tagline, persona_id=persona_id)
    return (
        first,
        *(
            Halt(
                stop.node.title,
                stop.node.notes,
                (stop.node.id, *(below.id for below in descendants(document, stop.node.id))),
                persona_id=persona_id,
            )
            for stop in stops
        ),
    )


def by_stops(document: Document, map_id: str) -> tuple[Halt, ...]:
    """The stops that were made, in their order."""
    drawn = document.find(JourneyMap, map_id)
    return tuple(
        Halt(
            stop.title,
            stop.notes,
            region=Box.around(stop.x, stop.y, stop.width, stop.height),
            persona_id=stop.persona_id,
        )
        for stop in (drawn.stops if drawn is not None else ())
    )
