"""How people feel along a journey: what is known at each step, and where it rises and falls."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from journeydesk.analysis.columns import Column, columns
from journeydesk.model.document import Document
from journeydesk.model.queries import nodes, personas_of, variants
from journeydesk.model.records import JourneyMap, Node, Persona

SWING = 2  # by how much a curve must turn for its turning point to be worth a name
MOST_PEOPLE = 12

Values = tuple[int | None, ...]


class Sort(Enum):
    """Whose feelings a series tells."""

    FELT = "felt"  # those of people in general
    PERSONA = "persona"
    EXPECTED = "expected"  # what people expect to feel
    OTHER = "other"  # those of people in general on the as-is or to-be map


@dataclass(frozen=True, slots=True)
class Step:
    """A node at which somebody can feel something, in the column of its stage."""

    node: Node
    column: Column


@dataclass(frozen=True, slots=True)
class Series:
    """One line of the curve: a value for each step, None where nothing is known.

    `persona` is set for one of a persona, `drawn` for one of another map.
    """

    sort: Sort
    values: Values
    persona: Persona | None = None
    drawn: JourneyMap | None = None

    @property
    def is_known(self) -> bool:
        return any(value is not None for value in self.values)


@dataclass(frozen=True, slots=True)
class Curve:
    """All lines along the steps of a journey, in its order. The first one tells of people in general."""

    steps: tuple[Step, ...]
    series: tuple[Series, ...]


def curve_of(document: Document, map_id: str, persona_ids: Iterable[str] = ()) -> Curve:
    """What is felt along a map; only the personas that are asked for, all of the map by default."""
    steps = tuple(
        Step(node, column)
        for column in columns(document, map_id)
        for node in column.nodes
        if hasattr(node, "sentiment")
    )
    found = [
        Series(Sort.FELT, _values(steps, "sentiment")),
        Series(Sort.EXPECTED, _values(steps, "expected")),
    ]
    asked = frozenset(persona_ids)
    felt = [dict(getattr(step.node, "feelings", ())) for step in steps]
    people = [persona for persona in personas_of(document, map_id) if not asked or persona.id in asked]
    found += [
        Series(Sort.PERSONA, tuple(known.get(persona.id) for known in felt), persona)
        for persona in people[:MOST_PEOPLE]
    ]
    if (other := compared(document, map_id)) is not None:
        found.append(Series(Sort.OTHER, _counterparts(document, steps, other.id), drawn=other))
    return Curve(steps, tuple(found))


def compared(document: Document, map_id: str) -> JourneyMap | None:
    """The map beside which this one is drawn: what is for what should be, or the other way round."""
    drawn = document.find(JourneyMap, map_id)
    if drawn is None:
        return None
    if original := document.find(JourneyMap, drawn.original_id):
        return original
    others = (known for known in variants(document, map_id) if known.original_id == map_id)
    return next(others, None)


def _values(steps: Iterable[Step], name: str) -> Values:
    return tuple(getattr(step.node, name, None) for step in steps)


def _counterparts(document: Document, steps: Iterable[Step], map_id: str) -> Values:
    """What people feel at the nodes of another map that stand for the same."""
    known: dict[str, int] = {}
    for node in nodes(document, map_id):
        value = getattr(node, "sentiment", None)
        if value is not None:
            known.setdefault(node.origin_id or node.id, value)
    return tuple(known.get(step.node.origin_id or step.node.id) for step in steps)


def runs(values: Sequence[int | None]) -> tuple[tuple[int, ...], ...]:
    """The places of values that follow one another without a gap."""
    found: list[list[int]] = []
    for place, value in enumerate(values):
        if value is None:
            continue
        if found and found[-1][-1] == place - 1:
            found[-1].append(place)
        else:
            found.append([place])
    return tuple(tuple(run) for run in found)


def turns(values: Sequence[int | None], swing: int = SWING) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The places of the peaks and of the valleys: where a curve turns between rises and falls of a swing.

    What is not known is passed over. Of several places at one height the first one counts.
    """
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    peaks: list[int] = []
    valleys: list[int] = []
    if not known:
        return (), ()
    high = low = known[0]
    way = 0  # 1 while it rises, -1 while it falls
    for here in known:
        if way >= 0 and here[1] > high[1]:
            high = here
        if way <= 0 and here[1] < low[1]:
            low = here
        if way >= 0 and high[1] - here[1] >= swing:
            peaks.append(high[0])
            way, low = -1, here
        elif way <= 0 and here[1] - low[1] >= swing:
            valleys.append(low[0])
            way, high = 1, here
    if way:
        (peaks if way > 0 else valleys).append((high if way > 0 else low)[0])
    return tuple(peaks), tuple(valleys)


def moments(steps: Sequence[Step]) -> tuple[int, ...]:
    """The places of the moments of truth."""
    return tuple(place for place, step in enumerate(steps) if getattr(step.node, "moment_of_truth", False))
