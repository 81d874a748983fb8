"""A persona's path holds all that they pass, once, in an order that their own transitions allow."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk import templates
from journeydesk.analysis.paths import Stop, belongings, pale, path_of, travelled
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.note import Note
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import (
    Influence,
    JourneyMap,
    Link,
    Node,
    Persona,
    Project,
    Record,
    Transition,
)
from journeydesk.operations.fields import set_field

PLACES = st.integers(0, 7)
ARROWS = st.lists(st.tuples(PLACES, PLACES, st.booleans()), max_size=14)


def way(arrows: list[tuple[int, int, bool]]) -> Document:
    """Eight stages from left to right, with arrows of which some are Ann's."""
    found: list[Record] = [Project(id="p"), JourneyMap(id="m"), Persona(id="ann", name="Ann")]
    found += [Stage(id=f"s{at}", map_id="m", x=300.0 * at, title=f"{at}") for at in range(8)]
    for at, (source, target, own) in enumerate(arrows):
        people = ("tom", "ann") if own else ()
        found.append(
            Transition(
                id=f"a{at:02}", map_id="m", source_id=f"s{source}", target_id=f"s{target}",
                persona_ids=people, order=float(at),
            )
        )  # fmt: skip
    return Document(found)


def titles(path: tuple[Stop, ...]) -> str:
    return "".join(stop.node.title for stop in path)


@settings(deadline=None)
@given(ARROWS)
def test_a_path_passes_everything_once_and_every_arrow_leads_on_or_back(
    arrows: list[tuple[int, int, bool]],
) -> None:
    document = way(arrows)
    path = path_of(document, "m", "ann")
    own = travelled(document, "m", "ann")
    passed = {key for link in own for key in (link.source_id, link.target_id)}
    place = {stop.node.id: at for at, stop in enumerate(path)}
    assert place.keys() == passed and len(path) == len(passed)
    told = [link for stop in path for link in (*stop.onward, *stop.back)]
    assert sorted(told, key=lambda link: link.id) == sorted(own, key=lambda link: link.id)
    for stop in path:
        assert all(place[link.target_id] > place[stop.node.id] for link in stop.onward)
        assert all(place[link.target_id] <= place[stop.node.id] for link in stop.back)
        assert all(link.source_id == stop.node.id for link in (*stop.onward, *stop.back))


@settings(deadline=None)
@given(ARROWS)
def test_where_nothing_leads_back_there_is_no_loop(arrows: list[tuple[int, int, bool]]) -> None:
    forward = [(min(a, b), max(a, b), own) for a, b, own in arrows if a != b]
    path = path_of(way(forward), "m", "ann")
    assert not any(stop.back for stop in path)
    for here, there in pairwise(path):
        onward = {link.target_id for link in here.onward}
        assert there.node.id in onward or here.node.x < there.node.x


def test_loops_are_told_apart_from_the_way_on() -> None:
    document = way(
        [(0, 2, True), (2, 4, True), (4, 2, True), (4, 4, True), (4, 6, True), (0, 6, True), (1, 3, False)]
    )
    path = path_of(document, "m", "ann")
    assert titles(path) == "0246"
    assert [len(stop.back) for stop in path] == [0, 0, 2, 0]
    assert [stop.number for stop in path] == [1, 3, 5, 7]


def test_one_who_begins_late_begins_there_whatever_comes_before_on_the_map() -> None:
    assert titles(path_of(way([(5, 3, True), (3, 1, True)]), "m", "ann")) == "531"


def test_a_circle_begins_where_the_journey_does() -> None:
    assert titles(path_of(way([(4, 2, True), (2, 1, True), (1, 4, True)]), "m", "ann")) == "142"


def test_nobody_has_no_path() -> None:
    assert path_of(way([(0, 1, True)]), "m", "nobody") == ()
    assert path_of(way([(0, 1, False)]), "m", "ann") == ()
    assert path_of(way([]), "nowhere", "ann") == ()


def test_a_very_long_path_is_no_trouble() -> None:
    count = 4000
    found: list[Record] = [Project(id="p"), JourneyMap(id="m")]
    found += [Stage(id=f"s{at}", map_id="m", x=300.0 * at) for at in range(count)]
    found += [
        Transition(
            id=f"a{at}",
            map_id="m",
            source_id=f"s{at}",
            target_id=f"s{(at + 1) % count}",
            persona_ids=("ann",),
        )
        for at in range(count)
    ]
    path = path_of(Document(found), "m", "ann")
    assert len(path) == count and len(path[-1].back) == 1


def test_what_belongs_to_a_persona_stays() -> None:
    document = way([(0, 1, True), (1, 2, False)])
    extra: tuple[Node | Link, ...] = (
        PersonaCard(id="card", map_id="m", persona_id="ann"),
        PersonaCard(id="other", map_id="m", persona_id="tom"),
        Branch(id="wish", map_id="m", parent_id="card"),
        Branch(id="pain", map_id="m", parent_id="s1"),
        Branch(id="else", map_id="m", parent_id="s5"),
        Note(id="note", map_id="m"),
        Frame(id="frame", map_id="m"),
        Influence(id="from", map_id="m", source_id="other", target_id="card"),
        Influence(id="apart", map_id="m", source_id="other", target_id="s5"),
    )
    document = Document((*document, *extra))
    set_field(document, ("s7",), "feelings", (("ann", 1),))
    kept = belongings(document, "m", "ann")
    assert kept == {"s0", "s1", "a00", "card", "wish", "pain", "frame", "from", "other", "s7"}
    gone = pale(document, "m", "ann")
    assert not kept & gone and {"s2", "a01", "note", "else", "apart"} <= gone
    assert "tom" in pale(Document((*document, Persona(id="tom"))), "m", "ann") and "ann" not in gone


def test_on_a_template_every_persona_of_the_map_keeps_their_own_card() -> None:
    document = Document(templates.make("dog", "en"))
    drawn = maps(document)[0]
    for card in document.all(PersonaCard):
        assert card.id in belongings(document, drawn.id, card.persona_id)
