"""The algebra of changes: taking back, going on, and what drops out."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.model.change import Change, Pair
from journeydesk.model.records import Persona, Record

State = dict[str, Record]
KEYS = ("a", "b", "c")
STATES = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(["Ann", "Bo"]), max_size=3).map(
    lambda names: {key: Persona(id=key, name=name) for key, name in names.items()}
)


def between(before: State, after: State) -> Change:
    pairs: dict[str, Pair] = {key: (before.get(key), after.get(key)) for key in KEYS}
    return Change(pairs)


def applied(change: Change, state: State) -> State:
    found = dict(state)
    for key, (before, after) in change.items():
        assert found.get(key) == before
        if after is None:
            del found[key]
        else:
            found[key] = after
    return found


@given(STATES, STATES)
def test_a_change_leads_on_and_its_inverse_back(one: State, other: State) -> None:
    change = between(one, other)
    assert applied(change, one) == other
    assert applied(change.inverse(), other) == one
    assert change.inverse().inverse() == change


@given(STATES, STATES, STATES, STATES)
def test_changes_join_in_any_grouping(a: State, b: State, c: State, d: State) -> None:
    first, second, third = between(a, b), between(b, c), between(c, d)
    assert first.then(second) == between(a, c)
    assert first.then(second).then(third) == first.then(second.then(third)) == between(a, d)
    assert first.then(second).inverse() == second.inverse().then(first.inverse())


@given(STATES, STATES)
def test_a_change_and_its_inverse_are_nothing(one: State, other: State) -> None:
    change = between(one, other)
    assert not change.then(change.inverse())
    assert change.then(Change()) == Change().then(change) == change


@given(STATES, STATES)
def test_what_came_and_went_is_told(one: State, other: State) -> None:
    change = between(one, other)
    assert {record.id for record in change.created()} == other.keys() - one.keys()
    assert {record.id for record in change.removed()} == one.keys() - other.keys()
    assert change.inverse().created() == change.removed()


def test_what_stays_the_same_is_no_change() -> None:
    ann = Persona(id="a", name="Ann")
    assert not Change({"a": (ann, replace(ann)), "b": (None, None)})
