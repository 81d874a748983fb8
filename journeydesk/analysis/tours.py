"""Ways to lead others through a map: stage by stage, or from stop to stop."""

from dataclasses import dataclass

from journeydesk.analysis.columns import columns
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap
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
