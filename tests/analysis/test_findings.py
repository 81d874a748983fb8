"""What is worth looking into, told for people and for other programs in any language."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.analysis.findings import CHECKS, findings
from journeydesk.analysis.reporting import lines, plain
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import catalogue
from journeydesk.model.document import Document
from journeydesk.model.freshness import Freshness
from journeydesk.model.records import Evidence, JourneyMap, Persona, Project, Record, Transition
from tests.operations.steps import ROUGH_STEPS, Step, crowded, take

TODAY = Freshness(24, date(2026, 11, 25))
NEW = Evidence(id="new", title="Talks", date="2026-01-01")
OLD = Evidence(id="old", title="Survey", date="2019-01-01")
SOUND: tuple[Record, ...] = (
    Project(id="p"),
    JourneyMap(id="m", title="Way", persona_ids=("lucy",)),
    NEW,
    Persona(id="lucy", name="Lucy"),
    Stage(id="one", map_id="m", title="Look", evidence_ids=("new",)),
    Touchpoint(id="shop", map_id="m", title="Shop", x=40.0, y=200.0, evidence_ids=("new",)),
    Transition(
        id="arrow", map_id="m", source_id="one", target_id="shop", share=100.0, share_evidence_ids=("new",)
    ),
)


def found(*changed: Record, without: str = "") -> list[tuple[str, str, bool]]:
    """What is found where some records are others, or one is not there."""
    kept = {record.id: record for record in (*SOUND, *changed) if record.id != without}
    return [
        (finding.check.name, finding.found.record.id, finding.found.is_share)
        for finding in findings(Document(kept.values()), TODAY)
    ]


def stage(**more: object) -> Record:
    return replace(SOUND[4], **more)


def arrow(**more: object) -> Record:
    return replace(SOUND[6], **more)


def test_nothing_is_found_where_all_is_sound() -> None:
    assert found() == []
    document = Document(SOUND)
    assert lines(document, (), catalogue("en")) == ["There is nothing to report."]


def test_nodes_arrows_and_shares_without_evidence() -> None:
    assert found(stage(evidence_ids=())) == [("without-evidence", "one", False)]
    assert found(arrow(share_evidence_ids=())) == [
        ("without-evidence", "arrow", False),
        ("without-evidence", "arrow", True),
    ]
    assert found(arrow(share_evidence_ids=(), evidence_ids=("new",))) == [("without-evidence", "arrow", True)]


def test_evidence_that_is_out_of_date() -> None:
    assert found(OLD, stage(evidence_ids=("old",))) == [("stale-evidence", "one", False)]
    assert found(OLD, stage(evidence_ids=("old", "new"))) == []


def test_stages_without_a_touchpoint() -> None:
    elsewhere = replace(SOUND[5], id="note")
    assert ("stage-without-touchpoint", "one", False) in found(without="shop")
    assert found(elsewhere) == []


def test_personas_without_a_path() -> None:
    assert found(arrow(persona_ids=("tom",))) == [("persona-without-path", "lucy", False)]
    assert found(arrow(persona_ids=("lucy",))) == []
    assert found(Persona(id="tom", name="Tom")) == [("persona-without-path", "tom", False)]


def test_shares_that_do_not_add_up() -> None:
    assert found(arrow(share=90.0)) == [("shares", "one", False)]
    assert found(arrow(share=99.99)) == []


def test_sources_that_are_not_used_or_have_no_date() -> None:
    assert found(Evidence(id="new", title="Talks")) == [("source-without-date", "new", False)]
    assert found(OLD) == [("source-not-used", "old", False)]


def test_findings_are_told_in_the_language_that_is_asked_for() -> None:
    document = Document([*SOUND[:4], stage(evidence_ids=()), *SOUND[5:]])
    all_found = findings(document, TODAY)
    assert plain(document, all_found, catalogue("fr")) == [
        {
            "id": "without-evidence:one",
            "check": "without-evidence",
            "severity": "warning",
            "map": "Way",
            "map_id": "m",
            "place": "Look",
            "place_id": "one",
            "text": "Rien n’étaye ce qui est dit ici.",
        }
    ]
    assert lines(document, all_found, catalogue("en")) == [
        "Without evidence (warning)", "  Look: Nothing bears out what is said here.", "", "1 finding",
    ]  # fmt: skip


def test_checks_have_names_of_their_own() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)


@settings(max_examples=40, deadline=None)
@given(st.lists(ROUGH_STEPS, max_size=16))
def test_whatever_people_draw_each_finding_is_told_once_and_of_something_that_is_there(
    program: list[Step],
) -> None:
    document = crowded()
    for step in program:
        take(document, step)
    all_found = findings(document, TODAY)
    rows = plain(document, all_found, catalogue("en"))
    assert len({(row["id"], row["map_id"]) for row in rows}) == len(rows)
    assert all(document.get(row["place_id"]) is not None and row["place"] and row["text"] for row in rows)
