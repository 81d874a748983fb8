"""The buying committee: who plays which role at which stage, and where its members disagree."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from journeydesk.analysis.columns import Column, columns
from journeydesk.analysis.likeness import partners
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.roles import in_order, told_at
from journeydesk.model.document import Document
from journeydesk.model.queries import descendants, nodes, personas_of
from journeydesk.model.records import Node, Persona

GLAD, SAD = 1, -1
MOST = 200  # clashes that are told


@dataclass(frozen=True, slots=True)
class Seat:
    """What a persona is at a stage; `is_told` where the stage says so itself."""

    roles: tuple[str, ...]
    is_told: bool


@dataclass(frozen=True, slots=True)
class Committee:
    """The personas of a map by its stages. `undecided` are the stages at which nobody decides."""

    personas: tuple[Persona, ...]
    columns: tuple[Column, ...]
    seats: dict[tuple[str, str], Seat]

    @property
    def undecided(self) -> frozenset[str]:
        deciding = {stage for (_, stage), seat in self.seats.items() if "decider" in seat.roles}
        return frozenset(column.stage.id for column in self.columns) - deciding


@dataclass(frozen=True, slots=True)
class Divide:
    """A node at which some are glad and others are not: who feels what, the gladdest first."""

    node: Node
    felt: tuple[tuple[Persona, int], ...]

    @property
    def gap(self) -> int:
        """How far they are apart."""
        return self.felt[0][1] - self.felt[-1][1]


@dataclass(frozen=True, slots=True)
class Clash:
    """What one requires and another objects to."""

    persona: Persona
    requirement: str
    other: Persona
    objection: str


def committee(document: Document, map_id: str) -> Committee:
    """Who plays which role at which stage of a map."""
    people, found = personas_of(document, map_id), columns(document, map_id)
    general = {persona.id: Seat(in_order(persona.roles), False) for persona in people}
    seats = {(key, column.stage.id): seat for column in found for key, seat in general.items()}
    for column in found:
        for key in dict.fromkeys(key for key, _ in column.stage.roles):
            told = told_at(column.stage, key)
            if key in general and told is not None:
                seats[key, column.stage.id] = Seat(told, True)
    return Committee(people, found, seats)


def divides(document: Document, map_id: str) -> tuple[Divide, ...]:
    """Where feelings are opposite, in the order of the journey."""
    people = {persona.id: persona for persona in personas_of(document, map_id)}
    steps = [node for column in columns(document, map_id) for node in column.nodes]
    rest = [node for node in nodes(document, map_id) if hasattr(node, "feelings")]
    found: list[Divide] = []
    for node in dict.fromkeys((*steps, *rest)):
        felt = [(people[key], value) for key, value in getattr(node, "feelings", ()) if key in people]
        values = [value for _, value in felt]
        if values and max(values) >= GLAD and min(values) <= SAD:
            ordered = sorted(felt, key=lambda one: (-one[1], one[0].order, one[0].id))
            found.append(Divide(node, tuple(ordered)))
    return tuple(found)


def clashes(document: Document, map_id: str, most: int = MOST) -> tuple[Clash, ...]:
    """Which requirement of one is an objection of another: told of them, or hanging on their cards.

    Of very many, the first are given.
    """
    people = personas_of(document, map_id)
    wanted = list(_told(document, map_id, people, "requirements", "requirement"))
    refused = list(_told(document, map_id, people, "objections", "objection"))
    found = (
        Clash(wanted[one][0], wanted[one][1], refused[other][0], refused[other][1])
        for one, other in partners([text for _, text in wanted], [text for _, text in refused])
        if wanted[one][0].id != refused[other][0].id
    )
    return tuple(islice(found, most))


def _told(
    document: Document, map_id: str, people: tuple[Persona, ...], field: str, topic: str
) -> Iterator[tuple[Persona, str]]:
    """Who says what, once each."""
    cards: dict[str, list[str]] = {}
    for node in nodes(document, map_id):
        if isinstance(node, PersonaCard):
            below = (branch for branch in descendants(document, node.id) if isinstance(branch, Branch))
            cards.setdefault(node.persona_id, []).extend(
                branch.title for branch in below if branch.topic == topic and branch.title.strip()
            )
    for persona in people:
        for text in dict.fromkeys((*getattr(persona, field), *cards.get(persona.id, ()))):
            yield persona, text
