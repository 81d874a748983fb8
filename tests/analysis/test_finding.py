"""Words are found however they are written, in the order in which a map is read."""

import pytest

from journeydesk.analysis.finding import Match, find
from journeydesk.analysis.words import plain
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.records import Evidence, JourneyMap, Persona, Project, Term, Transition


def journey() -> Document:
    return Document(
        (
            Project(id="p"),
            Persona(id="lucy", name="Lucie Müller"),
            Evidence(id="talks", title="Twelve talks"),
            JourneyMap(id="m", order=1.0),
            JourneyMap(id="n", order=2.0),
            Stage(id="far", map_id="m", x=900, title="The élève's\nchoice"),
            Stage(id="near", map_id="m", x=0, title="Search", notes="ask an ÉLÈVE"),
            PersonaCard(id="card", map_id="m", x=400, persona_id="lucy"),
            Branch(id="last", map_id="m", parent_id="card", order=2.0, title="Eleve II"),
            Branch(id="first", map_id="m", parent_id="card", order=1.0, evidence_ids=("talks",)),
            Branch(id="below", map_id="m", parent_id="first", order=1.0, title="élève"),
            Transition(
                id="way", map_id="m", source_id="near", target_id="far", title="an eleve",
                persona_ids=("lucy",),
            ),
            Transition(id="no", map_id="m", source_id="far", target_id="near", objection="L’élève refuse"),
            Stage(id="other", map_id="n", title="Élève"),
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Élève", "eleve"),
        ("CŒUR", "coeur"),
        ("L’été\u202f!", "l'ete !"),
        ("two\n  lines", "two lines"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_accents_capitals_and_breaks_make_no_difference(text: str, wanted: str) -> None:
    assert plain(text) == wanted


def test_matches_come_as_people_read_and_from_every_map() -> None:
    document = journey()
    here = ["near", "way", "below", "last", "far", "no"]
    assert [match.record_id for match in find(document, "ELEVE", ["m"])] == here
    assert [match.record_id for match in find(document, "élève")] == [*here, "other"]
    assert find(document, "élève")[-1] == Match("n", "other")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("muller", ["way", "card"]),
        ("twelve", ["first"]),
        ("l'élève", ["no"]),
        ("the eleve's choice", ["far"]),
        ("nothing", []),
        (" ", []),
    ],
)
def test_names_evidence_and_objections_are_searched(words: str, wanted: list[str]) -> None:
    assert [match.record_id for match in find(journey(), words)] == wanted


def test_channels_are_found_by_what_the_project_calls_them() -> None:
    document = Document(
        (
            Project(id="p", language="fr"),
            JourneyMap(id="m"),
            Touchpoint(id="own", map_id="m", channel="k1"),
            Touchpoint(id="renamed", map_id="m", x=200, device="phone"),
            Touchpoint(id="plain", map_id="m", x=400, channel="store"),
            Term(id="channel k1", vocabulary="channel", key="k1", title="Guichet"),
            Term(id="device phone", vocabulary="device", key="phone", title="Bigophone"),
        )
    )
    for words, key in (("guichet", "own"), ("bigo", "renamed"), ("magasin", "plain")):
        assert [match.record_id for match in find(document, words)] == [key]
