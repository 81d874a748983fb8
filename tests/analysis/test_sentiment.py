"""The curve tells what is known, in the order of the journey, and where it turns."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.analysis.sentiment import Sort, curve_of, moments, runs, turns
from journeydesk.kinds.outcome import Outcome
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import JourneyMap, Node, Persona, Project, Record, Transition
from journeydesk.operations.fields import rate, set_field
from journeydesk.operations.maps import draw_to_be

VALUES = st.lists(st.one_of(st.none(), st.integers(-3, 3)), max_size=14)
SWINGS = st.integers(1, 4)


def small() -> Document:
    """Two stages with a step in the first, drawn against the order in which they were made; two personas."""
    found: tuple[Record, ...] = (
        Project(id="p"),
        JourneyMap(id="m", title="Way", persona_ids=("tom", "ann")),
        Persona(id="ann", name="Ann", order=1.0),
        Persona(id="tom", name="Tom", order=2.0),
        Persona(id="far", name="Far", order=3.0),
        Stage(id="s2", map_id="m", x=800, title="Buy", sentiment=2, expected=3, moment_of_truth=True),
        Stage(id="s1", map_id="m", x=0, title="Look", sentiment=1, feelings=(("ann", -2),)),
        Touchpoint(id="t", map_id="m", x=200, y=300, title="Shop", feelings=(("tom", 3), ("far", 1))),
        Transition(id="a", map_id="m", source_id="s1", target_id="t"),
    )
    return Document(found)


def values(document: Document, map_id: str = "m") -> dict[str, tuple[int | None, ...]]:
    series = curve_of(document, map_id).series
    return {one.persona.id if one.persona else one.sort.value: one.values for one in series}


def test_lines_follow_the_journey() -> None:
    document = small()
    assert [step.node.id for step in curve_of(document, "m").steps] == ["s1", "t", "s2"]
    assert [step.column.number for step in curve_of(document, "m").steps] == [1, 1, 2]
    assert values(document) == {
        "felt": (1, None, 2),
        "expected": (None, None, 3),
        "tom": (None, 3, None),
        "ann": (-2, None, None),
    }
    assert moments(curve_of(document, "m").steps) == (2,)


def test_only_those_are_told_of_who_are_asked_for() -> None:
    found = curve_of(small(), "m", ("ann",)).series
    assert [one.persona.id for one in found if one.persona is not None] == ["ann"]


def test_what_should_be_is_seen_beside_what_is() -> None:
    document = small()
    made = draw_to_be(document, "m", "Better")
    for node in list(document.all(Node)):
        if node.map_id == made.id and node.origin_id == "s1":
            set_field(document, (node.id,), "sentiment", 3)
        if node.map_id == made.id and node.origin_id == "t":
            with document.edit(message("Remove")) as edit:
                edit.remove(node.id)
    assert values(document)["other"] == (3, None, 2)
    assert values(document, made.id)["other"] == (1, 2)
    assert [
        one.drawn.id for one in curve_of(document, made.id).series if one.sort is Sort.OTHER and one.drawn
    ] == ["m"]
    assert "other" not in values(small())


def test_a_map_without_stages_has_no_steps() -> None:
    document = small()
    with document.edit(message("Remove")) as edit:
        edit.remove("s1", "s2", "a")
    assert curve_of(document, "m").steps == ()
    assert curve_of(document, "nowhere").steps == ()
    assert not any(one.is_known for one in curve_of(document, "m").series)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["s1", "s2", "t", "o"]),
            st.sampled_from(["ann", "tom", "far"]),
            st.integers(-3, 3),
        ),
        max_size=9,
    )
)
def test_every_feeling_of_those_on_the_map_is_on_their_line(told: list[tuple[str, str, int]]) -> None:
    document = small()
    with document.edit(message("Add")) as edit:
        edit.put(Outcome(id="o", map_id="m", x=1200))
    for key, persona_id, value in told:
        rate(document, (key,), "feelings", persona_id, value)
    found = curve_of(document, maps(document)[0].id)
    for series in found.series:
        if series.persona is not None:
            wanted = [dict(getattr(step.node, "feelings", ())).get(series.persona.id) for step in found.steps]
            assert list(series.values) == wanted


@given(VALUES)
def test_runs_hold_what_is_known_and_break_at_gaps(values: list[int | None]) -> None:
    found = runs(values)
    places = [place for run in found for place in run]
    assert places == [place for place, value in enumerate(values) if value is not None]
    assert all(b == a + 1 for run in found for a, b in pairwise(run))
    assert all(after[0] - before[-1] > 1 for before, after in pairwise(found))


@given(VALUES, SWINGS)
def test_peaks_and_valleys_take_turns_and_lie_apart(values: list[int | None], swing: int) -> None:
    peaks, valleys = turns(values, swing)
    both = sorted([(place, 1) for place in peaks] + [(place, -1) for place in valleys])
    assert all(a[1] != b[1] for a, b in pairwise(both))
    for (a, sort), (b, _) in pairwise(both):
        one, other = values[a], values[b]
        assert one is not None and other is not None and (one - other) * sort >= swing
        between = [value for value in values[a : b + 1] if value is not None]
        assert min(one, other) == min(between) and max(one, other) == max(between)


@given(VALUES, SWINGS, st.integers(-2, 2))
def test_turned_over_peaks_are_valleys_and_where_it_lies_does_not_matter(
    values: list[int | None], swing: int, by: int
) -> None:
    peaks, valleys = turns(values, swing)
    assert turns([None if value is None else by - value for value in values], swing) == (valleys, peaks)


@given(VALUES, SWINGS)
def test_a_curve_that_swings_enough_has_its_highest_and_lowest_place_named(
    values: list[int | None], swing: int
) -> None:
    known = [value for value in values if value is not None]
    peaks, valleys = turns(values, swing)
    if known and max(known) - min(known) >= swing:
        assert max(known) in {values[place] for place in peaks}
        assert min(known) in {values[place] for place in valleys}
    else:
        assert (peaks, valleys) == ((), ())


@given(VALUES, SWINGS)
def test_gaps_change_nothing(values: list[int | None], swing: int) -> None:
    places = [place for place, value in enumerate(values) if value is not None]
    dense = turns([values[place] for place in places], swing)
    assert turns(values, swing) == tuple(tuple(places[at] for at in found) for found in dense)
