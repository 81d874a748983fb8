"""Ways to lead others through a map: stage by stage, along a persona's path, or from stop to stop."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from journeydesk.analysis.columns import columns
from journeydesk.analysis.filtering import WITH, WITHOUT, Filter, filter_of
from journeydesk.analysis.finding import reading_place
from journeydesk.analysis.paths import path_of
from journeydesk.model.document import Document
from journeydesk.model.queries import children, descendants, root
from journeydesk.model.records import JourneyMap, Node, Persona
from journeydesk.picture.marks import Box

EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Halt:
    """One step of a presentation: what is brought into view, what it is called, what the presenter reads.

    Nodes are brought into view by their ids, else the region; without either, the whole map. What is folded
    there, engraved, pale, whose path stands out ("" for nobody's), and whether branches come one after the
    other, is as in `TourStop`; None leaves it as it is.
    """

    title: str
    notes: str = ""
    ids: tuple[str, ...] = ()
    region: Box | None = None
    persona_id: str | None = None
    incognita: bool | None = None
    folded: tuple[str, ...] | None = None
    wanted: Filter = EVERYTHING
    reveals: bool = False


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
            # Older stops know of the region and the persona alone, and leave the rest to the map.
            persona_id=stop.persona_id if stop.folded is not None else stop.persona_id or None,
            incognita=stop.incognita if stop.folded is not None else None,
            folded=stop.folded,
            wanted=filter_of(_known(document, stop.conditions)),
            reveals=stop.reveals,
        )
        for stop in (drawn.stops if drawn is not None else ())
    )


def _known(document: Document, conditions: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """Conditions without those that name a persona or a source that is not there any more."""
    for name, key in conditions:
        by_id = name == "personas" or (name == "evidence" and key not in (WITH, WITHOUT))
        if not by_id or document.get(key) is not None:
            yield name, key


def revealed(document: Document, ids: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """What comes into view step by step among these: each branch of a node with all that hangs on it.

    They come as people read the nodes, and in the order in which they hang.
    """
    shown = frozenset(ids)
    found = (node for key in shown if (node := document.find(Node, key)) is not None)
    trunks = {trunk.id: trunk for node in found if (trunk := root(document, node)).id != node.id}
    groups = (
        (child.id, *(below.id for below in descendants(document, child.id)))
        for trunk in sorted(trunks.values(), key=partial(reading_place, document))
        for child in children(document, trunk.id)
    )
    return tuple(group for group in groups if not shown.isdisjoint(group))
