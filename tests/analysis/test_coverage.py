"""Where a map is guessing, how much of it is known, and what should be asked next."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.analysis.coverage import by_persona, by_stage, claims, reach, research, stage_homes, tally
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.claims import Known
from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.note import Note
from journeydesk.kinds.outcome import Outcome
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.freshness import Freshness
from journeydesk.model.records import Evidence, JourneyMap, Persona, Project, Record, Transition
from journeydesk.operations import evidence
from tests.operations.steps import ROUGH_STEPS, Step, beginning, crowded, take

TODAY = Freshness(24, date(2026, 11, 25))


def arrow(key: str, source: str, target: str, **more: object) -> Transition:
    return Transition(id=key, map_id="m", source_id=source, target_id=target, **more)


def journey() -> Document:
    """Two stages, a decision with two ways out, a touchpoint that no arrow reaches, and a persona."""
    records: list[Record] = [
        Project(id="p"),
        JourneyMap(id="m"),
        Evidence(id="new", source="survey", date="2026-01-01"),
        Evidence(id="old", source="interview", date="2019-01-01"),
        Persona(id="lucy", name="Lucy", evidence_ids=("new",)),
        Persona(id="tom", name="Tom"),
        Stage(id="one", map_id="m", x=0, evidence_ids=("new",)),
        Stage(id="two", map_id="m", x=600, evidence_ids=("old",), sentiment=-3),
        DecisionPoint(id="fork", map_id="m", x=300, moment_of_truth=True),
        Outcome(id="lost", map_id="m", x=300, y=300),
        Touchpoint(id="shop", map_id="m", x=620, y=200),
        PersonaCard(id="card", map_id="m", persona_id="lucy", x=0, y=-400),
        Branch(id="need", map_id="m", parent_id="card", topic="need"),
        Branch(id="ask", map_id="m", parent_id="card", topic="question"),
        Note(id="note", map_id="m", x=900),
        arrow("a", "one", "fork", share=100.0, share_evidence_ids=("new",)),
        arrow("b", "fork", "two", share=25.0, share_evidence_ids=("old",), persona_ids=("tom",)),
        arrow("c", "fork", "lost"),
    ]
    return Document(records)


def test_what_is_claimed_is_borne_out_stale_or_a_guess() -> None:
    found = {(claim.record.id, claim.is_share): claim.known for claim in claims(journey(), "m", TODAY)}
    assert found == {
        ("one", False): Known.FRESH,
        ("two", False): Known.STALE,
        ("fork", False): Known.NONE,
        ("lost", False): Known.NONE,
        ("shop", False): Known.NONE,
        ("card", False): Known.FRESH,  # what tells of the persona
        ("need", False): Known.NONE,
        ("a", False): Known.FRESH,
        ("a", True): Known.FRESH,
        ("b", False): Known.STALE,
        ("b", True): Known.STALE,
        ("c", False): Known.NONE,
    }


def test_claims_are_counted_by_stage_and_by_persona() -> None:
    document = journey()
    stages = [(stage.id if stage else "", row.fresh, row.stale, row.missing)
              for stage, row in by_stage(document, "m", TODAY)]  # fmt: skip
    assert stages == [("one", 3, 2, 3), ("two", 0, 1, 1), ("", 1, 0, 1)]
    people = {
        persona.id: (row.fresh, row.stale, row.missing) for persona, row in by_persona(document, "m", TODAY)
    }
    assert people == {"lucy": (1, 0, 1), "tom": (0, 3, 1)}


def test_customers_divide_as_the_shares_tell() -> None:
    found = reach(journey(), "m")
    assert found == {
        "one": 1.0, "fork": 1.0, "two": 0.25, "lost": 0.75, "shop": 0.25, "card": 1.0,
    }  # fmt: skip


def test_what_is_asked_next_is_where_many_come_feel_strongly_and_decide() -> None:
    ranked = [(gap.claim.record.id, gap.claim.is_share) for gap in research(journey(), "m", TODAY)]
    assert ranked[0] == ("fork", False)
    assert ranked.index(("lost", False)) < ranked.index(("shop", False))
    assert ("one", False) not in ranked and ("card", False) not in ranked


def test_loops_come_to_an_end() -> None:
    document = Document(
        [
            Project(id="p"),
            JourneyMap(id="m"),
            *(Stage(id=f"s{i}", map_id="m", x=300.0 * i) for i in range(3)),
            arrow("a", "s0", "s1"),
            arrow("b", "s1", "s0", share=90.0),
            arrow("c", "s1", "s2", share=10.0),
            arrow("d", "s2", "s2"),
        ]
    )
    assert reach(document, "m")["s0"] == 1.0
    assert 0.0 < reach(document, "m")["s2"] <= 1.0


@settings(max_examples=60, deadline=None)
@given(st.lists(ROUGH_STEPS, max_size=16), st.booleans())
def test_whatever_people_draw_the_numbers_add_up(program: list[Step], many: bool) -> None:
    document = crowded() if many else beginning()
    for step in program:
        take(document, step)
    for drawn in document.all(JourneyMap):
        found = claims(document, drawn.id, TODAY)
        whole, rows = tally(found), [row for _, row in by_stage(document, drawn.id, TODAY)]
        assert whole.total == len(found) == sum(row.total for row in rows)
        assert whole.fresh == sum(row.fresh for row in rows) and whole.stale == sum(row.stale for row in rows)
        assert all(0 <= part <= 1 for part in reach(document, drawn.id).values())
        assert set(stage_homes(document, drawn.id)) <= set(reach(document, drawn.id))
        gaps = research(document, drawn.id, TODAY)
        assert len(gaps) == whole.stale + whole.missing
        assert [gap.worth for gap in gaps] == sorted((gap.worth for gap in gaps), reverse=True)
        assert all(0 < gap.worth <= 2.25 for gap in gaps)


@settings(max_examples=40, deadline=None)
@given(st.lists(ROUGH_STEPS, max_size=12), st.integers(0, 50))
def test_a_fresh_source_closes_one_gap_and_opens_none(program: list[Step], number: int) -> None:
    document = crowded()
    for step in program:
        take(document, step)
    drawn = document.all(JourneyMap)[0]
    before = research(document, drawn.id, TODAY)
    if not before:
        return
    gap = before[number % len(before)]
    field = evidence.SHARE if gap.claim.is_share else evidence.OWN
    source = evidence.add_evidence(document, "Asked", (gap.claim.record.id,), field)
    with document.edit(document.history[0][-1].label) as edit:
        edit.put(replace(source, date="2026-11-01"))
    after = research(document, drawn.id, TODAY)
    closed = {(one.claim.record.id, one.claim.is_share) for one in before} - {
        (one.claim.record.id, one.claim.is_share) for one in after
    }
    assert (gap.claim.record.id, gap.claim.is_share) in closed
    assert {key for key, _ in closed} == {gap.claim.record.id}
    assert len(after) < len(before)
