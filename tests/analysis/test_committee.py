"""Who decides what when, and where a committee is divided."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk import templates
from journeydesk.analysis.committee import clashes, committee, divides
from journeydesk.analysis.sharing import threads
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.roles import roles_at
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import JourneyMap, Persona, Project, Record
from journeydesk.model.vocabulary import ROLES

KEYS = ("ann", "ben", "cid")
ROLE = st.sampled_from([choice.key for choice in ROLES])
LINES = st.lists(
    st.sampled_from(["Data kept in Europe", "Keeping data in Europe costs time", "A low price", "Speed"]),
    max_size=3,
).map(tuple)
PEOPLE = st.tuples(
    *(
        st.builds(
            Persona,
            id=st.just(key),
            name=st.just(key.title()),
            order=st.just(float(place)),
            roles=st.lists(ROLE, unique=True, max_size=3).map(tuple),
            requirements=LINES,
            objections=LINES,
            segment=st.sampled_from(["", "Home", "home"]),
        )
        for place, key in enumerate(KEYS)
    )
)
FELT = st.dictionaries(st.sampled_from((*KEYS, "gone")), st.integers(-3, 3)).map(
    lambda felt: tuple(felt.items())
)
PLAYED = st.lists(st.tuples(st.sampled_from((*KEYS, "gone")), ROLE), max_size=4).map(tuple)


@st.composite
def journeys(draw: st.DrawFn) -> Document:
    """Two stages, a touchpoint, and three people with whatever they are and feel."""
    found: tuple[Record, ...] = (
        Project(id="p"),
        *draw(PEOPLE),
        JourneyMap(id="m", persona_ids=KEYS),
        Stage(id="s1", map_id="m", title="Look", feelings=draw(FELT), roles=draw(PLAYED)),
        Stage(id="s2", map_id="m", x=400, title="Buy", feelings=draw(FELT), roles=draw(PLAYED)),
        Touchpoint(id="t", map_id="m", x=420, y=200, title="Call", feelings=draw(FELT)),
    )
    return Document(found)


@given(journeys())
def test_every_persona_has_a_seat_at_every_stage(document: Document) -> None:
    found = committee(document, "m")
    assert [persona.id for persona in found.personas] == list(KEYS)
    assert [column.stage.id for column in found.columns] == ["s1", "s2"]
    for persona in found.personas:
        for column in found.columns:
            assert found.seats[persona.id, column.stage.id].roles == roles_at(column.stage, persona)
    for column in found.columns:
        decides = any("decider" in roles_at(column.stage, persona) for persona in found.personas)
        assert (column.stage.id in found.undecided) != decides


@given(journeys())
def test_where_some_are_glad_and_others_are_not_they_are_divided(document: Document) -> None:
    expected = set()
    for key in ("s1", "s2", "t"):
        felt = [value for who, value in getattr(document.get(key), "feelings", ()) if who in KEYS]
        if any(value > 0 for value in felt) and any(value < 0 for value in felt):
            expected.add(key)
    found = divides(document, "m")
    assert {divide.node.id for divide in found} == expected
    for divide in found:
        values = [value for _, value in divide.felt]
        assert values == sorted(values, reverse=True) and divide.gap == values[0] - values[-1] >= 2


@given(journeys())
def test_nobody_clashes_with_themselves(document: Document) -> None:
    for clash in clashes(document, "m"):
        assert clash.persona.id != clash.other.id
        assert clash.requirement in clash.persona.requirements
        assert clash.objection in clash.other.objections


@given(journeys())
def test_a_thread_runs_through_two_or_more_and_through_each_once(document: Document) -> None:
    people, found = threads(document, "m")
    sizes = [len(thread.told) for thread in found]
    assert sizes == sorted(sizes, reverse=True) and all(2 <= size <= len(people) for size in sizes)
    for thread in found:
        for key, (name, line) in thread.told.items():
            persona = document.find(Persona, key)
            assert persona is not None
            if name == "touchpoint":
                assert key in dict(getattr(document.get(thread.record_id), "feelings", ()))
            else:
                value = getattr(persona, name)
                assert line in value if isinstance(value, tuple) else line == value


def test_what_hangs_on_a_card_counts_as_told_of_the_persona() -> None:
    document = Document(
        (
            Project(id="p"),
            Persona(id="ann", name="Ann", requirements=("Data kept in Europe",)),
            Persona(id="ben", name="Ben", order=1.0),
            JourneyMap(id="m"),
            PersonaCard(id="c", map_id="m", persona_id="ben"),
            Branch(id="b", map_id="m", parent_id="c", topic="objection", title="Europe is no place for data"),
        )
    )
    (clash,) = clashes(document, "m")
    assert (clash.persona.id, clash.other.id) == ("ann", "ben")


def test_the_people_around_the_dog_clash_and_share_in_both_languages() -> None:
    for language in ("en", "fr"):
        document = Document(templates.make("dog", language))
        first = maps(document)[0].id
        pairs = {(clash.persona.name, clash.other.name) for clash in clashes(document, first)}
        assert len(pairs) >= 2
        _, found = threads(document, first)
        assert any(len(thread.told) == 3 for thread in found)
