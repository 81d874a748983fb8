"""Sources are added, and leave no mention behind when they go."""

from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.records import Evidence, JourneyMap, Persona, Project, Transition
from journeydesk.operations import evidence


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
