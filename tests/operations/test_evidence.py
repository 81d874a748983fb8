"""Sources are added, and leave no mention behind when they go."""

from pathlib import Path

import pytest

from journeydesk.kinds.stage import Stage
from journeydesk.language import Problem
from journeydesk.model.document import Document
from journeydesk.model.queries import sources_of
from journeydesk.model.records import Asset, Evidence, JourneyMap, Persona, Project, Transition
from journeydesk.operations import evidence
from tests.operations.steps import one_step


def test_a_source_is_added_in_one_step() -> None:
    document = Document([Project(id="project")])
    source = evidence.add_evidence(document, "Interviews")
    assert document.find(Evidence, source.id) == source
    assert document.history[1] == 1
    document.undo()
    assert document.find(Evidence, source.id) is None


def test_nothing_mentions_a_source_that_is_gone() -> None:
    document = Document(
        [
            Project(id="project"),
            JourneyMap(id="map"),
            Evidence(id="gone", title="Survey"),
            Evidence(id="kept", title="Interviews"),
            Persona(id="lucy", evidence_ids=("gone",)),
            Stage(id="one", map_id="map", evidence_ids=("kept", "gone")),
            Transition(id="arrow", map_id="map", source_id="one", target_id="one", evidence_ids=("gone",)),
        ]
    )
    before = tuple(document)
    evidence.remove_evidence(document, "gone")
    assert document.find(Evidence, "gone") is None
    found = {record.id: record.evidence_ids for record in document if hasattr(record, "evidence_ids")}
    assert found == {"lucy": (), "one": ("kept",), "arrow": ()}
    document.undo()
    assert sorted(document, key=str) == sorted(before, key=str)


def ground() -> Document:
    return Document(
        [
            Project(id="project"),
            JourneyMap(id="map"),
            Evidence(id="survey", title="Survey"),
            Stage(id="one", map_id="map"),
            Stage(id="two", map_id="map", evidence_ids=("survey",)),
            Transition(id="arrow", map_id="map", source_id="one", target_id="two", share=40.0),
        ]
    )


def test_a_new_source_is_attached_in_the_same_step() -> None:
    document = ground()
    with one_step(document):
        made = evidence.add_evidence(document, "Calls", ["one", "arrow"])
        assert all(made.id in sources_of(document.get(key)) for key in ("one", "arrow"))


def test_a_source_is_attached_where_it_is_not_yet() -> None:
    document = ground()
    with one_step(document):
        assert evidence.attach(document, ["one", "two", "one", "nowhere"], "survey") == 1
    with one_step(document, 0):
        assert evidence.attach(document, ["one"], "survey") == 0


def test_the_share_of_an_arrow_has_sources_of_its_own() -> None:
    document = ground()
    assert evidence.attach(document, ["arrow", "one"], "survey", evidence.SHARE) == 1
    arrow = document.find(Transition, "arrow")
    assert arrow is not None and arrow.share_evidence_ids == ("survey",) and arrow.evidence_ids == ()
    with one_step(document):
        evidence.detach_all(document, ["arrow", "two"])
    assert not any(sources_of(record) for record in document)


def test_a_file_is_kept_once_and_belongs_to_its_source(tmp_path: Path) -> None:
    document, path = ground(), tmp_path / "answers.csv"
    path.write_text("a;b\n")
    with one_step(document):
        kept = evidence.add_file(document, "survey", path)
    assert (kept.name, kept.media_type, kept.data) == ("answers.csv", "text/csv", b"a;b\n")
    other = evidence.add_evidence(document, "Again")
    evidence.add_file(document, other.id, path)
    assert len(document.all(Asset)) == 1
    assert {source.asset_id for source in document.all(Evidence)} == {kept.id}


def test_a_file_that_cannot_be_kept_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document, path = ground(), tmp_path / "large.bin"
    path.write_bytes(b"12345")
    monkeypatch.setattr(evidence, "LARGEST_FILE", 4)
    for place in (path, tmp_path / "missing.pdf"):
        with pytest.raises(Problem):
            evidence.add_file(document, "survey", place)
    assert document.history[1] == 0
