"""A filter leaves what meets all of its conditions, and arrows between two such nodes."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.analysis.filtering import Filter, conditions_of, faded, filter_of, matching
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.records import Evidence, JourneyMap, Persona, Project, Transition

ALL = frozenset(("shop", "web", "find", "buy", "card", "need"))


def journey() -> Document:
    return Document(
        (
            Project(id="p"),
            JourneyMap(id="m"),
            Persona(id="lucy", name="Lucy"),
            Persona(id="paul", name="Paul"),
            Evidence(id="talks", title="Talks"),
            Evidence(id="counts", title="Counts"),
            Touchpoint(id="shop", map_id="m", channel="store", sentiment=-2, evidence_ids=("talks",)),
            Touchpoint(id="web", map_id="m", sentiment=2, title="Their été"),
            Stage(id="find", map_id="m", sentiment=0, evidence_ids=("counts", "talks")),
            Stage(id="buy", map_id="m"),
            PersonaCard(id="card", map_id="m", persona_id="lucy"),
            Branch(id="need", map_id="m", parent_id="card", title="ete"),
            Transition(id="a", map_id="m", source_id="find", target_id="buy", persona_ids=("paul",)),
            Transition(id="b", map_id="m", source_id="find", target_id="shop"),
            Transition(id="c", map_id="m", source_id="shop", target_id="web"),
        )
    )


def having(text: str = "", **conditions: Iterable[str]) -> Filter:
    return Filter(text=text, **{name: frozenset(values) for name, values in conditions.items()})


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (having(), ALL),
        (having(kinds=["stage"]), {"find", "buy"}),
        (having(kinds=["stage", "branch"]), {"find", "buy", "need"}),
        (having(personas=["lucy"]), {"card", "need"}),
        (having(personas=["paul"]), {"find", "buy"}),
        (having(channels=["store"]), {"shop"}),
        (having(channels=[""]), {"web"}),
        (having(evidence=["with"]), {"shop", "find"}),
        (having(evidence=["without"]), ALL - {"shop", "find"}),
        (having(evidence=["counts"]), {"find"}),
        (having(feelings=["negative", "neutral"]), {"shop", "find"}),
        (having(feelings=["positive"]), {"web"}),
        (having(feelings=["unset"]), {"buy"}),
        (having(text="ÉTÉ"), {"web", "need"}),
        (having(kinds=["touchpoint"], evidence=["with"]), {"shop"}),
        (having(kinds=["stage"], personas=["lucy"]), set()),
    ],
)
def test_conditions_hold_together_and_their_values_are_alternatives(wanted: Filter, shown: set[str]) -> None:
    assert matching(journey(), "m", wanted) == shown


def test_an_arrow_is_pale_unless_both_ends_meet_the_filter() -> None:
    assert faded(journey(), "m", having()) == frozenset()
    assert faded(journey(), "m", having(evidence=["with"])) == {"web", "buy", "card", "need", "a", "c"}
    assert {"a", "b"} & faded(journey(), "m", having(personas=["paul"])) == {"b"}


SOME = st.fixed_dictionaries(
    {
        "kinds": st.frozensets(st.sampled_from(["stage", "touchpoint", "branch", "persona"])),
        "channels": st.frozensets(st.sampled_from(["store", ""])),
        "evidence": st.frozensets(st.sampled_from(["with", "without", "talks"])),
        "feelings": st.frozensets(st.sampled_from(["negative", "neutral", "positive", "unset"])),
        "personas": st.frozensets(st.sampled_from(["lucy", "paul"])),
        "text": st.sampled_from(["", "ete", "their"]),
    }
)


@given(SOME)
def test_each_condition_alone_keeps_at_least_what_all_of_them_keep(values: dict[str, Any]) -> None:
    document, whole = journey(), Filter(**values)
    alone = [matching(document, "m", Filter(**{name: value})) for name, value in values.items()]
    assert matching(document, "m", whole) == frozenset.intersection(*alone)
    assert whole.is_empty == (not any(values.values()))


@given(
    st.builds(
        Filter,
        kinds=st.frozensets(st.sampled_from(["stage", "note"])),
        personas=st.frozensets(st.sampled_from(["a", "b"])),
        channels=st.frozensets(st.sampled_from(["", "shop"])),
        feelings=st.frozensets(st.sampled_from(["positive", "unset"])),
        text=st.sampled_from(["", "price"]),
    )
)
def test_a_filter_is_told_by_its_conditions(wanted: Filter) -> None:
    assert filter_of(conditions_of(wanted)) == wanted
    assert bool(conditions_of(wanted)) == (not wanted.is_empty)
