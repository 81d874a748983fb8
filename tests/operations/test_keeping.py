"""Whatever is known of people, sources and remarks is kept whole: when copied, undone and saved."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.kinds.stage import Stage
from journeydesk.language import message
from journeydesk.model.clean import clean_record
from journeydesk.model.document import Document
from journeydesk.model.fields import described
from journeydesk.model.records import Asset, Comment, Evidence, JourneyMap, Persona, Project, Record
from journeydesk.operations.excerpt import excerpt, from_json, people, to_json
from journeydesk.operations.pasting import paste, paste_people
from journeydesk.storage.project_file import read_project, write_project
from tests.finding import only
from tests.storage.samples import records_of_class

FACE = Asset(id="face", name="face.png", media_type="image/png", width=3, height=2, data=b"\x89PNG\x00" * 9)
NAMES = {"id", "order", "photo_id", "asset_id", "evidence_ids", "about_id", "map_id", "x", "y"}


@st.composite
def known(draw: st.DrawFn) -> Document:
    """A project with a persona, a source and a remark of whom anything may be told."""
    persona = draw(records_of_class(Persona, id="ann", photo_id="face", evidence_ids=("talks",)))
    source = draw(records_of_class(Evidence, id="talks", asset_id="face"))
    remark = draw(records_of_class(Comment, id="remark", about_id="look"))
    stage = Stage(id="look", map_id="m", title="Look", feelings=(("ann", 2),), evidence_ids=("talks",))
    every: tuple[Record, ...] = (
        Project(id="p"), JourneyMap(id="m", persona_ids=("ann",)), stage, FACE, persona, source, remark,
    )  # fmt: skip
    return Document([clean_record(record) for record in every])


def elsewhere() -> Document:
    return Document((Project(id="q"), JourneyMap(id="far")))


def told(record: Record) -> dict[str, Any]:
    """All that a record tells, but for its own name and those of others."""
    return {
        field.name: getattr(record, field.name)
        for field in described(type(record))
        if field.name not in NAMES
    }


@given(known())
def test_a_persona_is_copied_to_another_project_with_every_field(document: Document) -> None:
    other = elsewhere()
    (made,) = paste_people(other, from_json(to_json(people(document, ("ann",))))[0])
    copy, source = only(other, Persona, made), only(other, Evidence)
    assert told(copy) == told(only(document, Persona)) and told(source) == told(only(document, Evidence))
    assert copy.evidence_ids == (source.id,)
    photos = [only(other, Asset, key) for key in (copy.photo_id, source.asset_id)]
    assert [photo.data for photo in photos] == [FACE.data] * 2
    other.undo()
    assert not other.all(Persona) and not other.all(Evidence)


@given(known())
def test_a_node_is_copied_to_another_project_with_sources_and_remarks(document: Document) -> None:
    other = elsewhere()
    (made,) = paste(other, "far", from_json(to_json(excerpt(document, ["look"])))[0])
    stage, source = only(other, Stage, made), only(other, Evidence)
    assert stage.evidence_ids == (source.id,) and told(source) == told(only(document, Evidence))
    persona = only(other, Persona)
    assert stage.feelings == ((persona.id, 2),) and told(persona) == told(only(document, Persona))
    # A remark comes along as long as it says something.
    for remark in other.all(Comment):
        assert remark.about_id == made and told(remark) == told(only(document, Comment))
    assert bool(other.all(Comment)) or not only(document, Comment).text


@given(known())
@settings(max_examples=20)
def test_what_is_changed_and_undone_is_saved_as_it_was(document: Document) -> None:
    before = {record.id: record for record in document}
    with document.edit(message("Change everything")) as edit:
        for record in before.values():
            if isinstance(record, Persona):
                edit.put(replace(Persona(id=record.id), name="Somebody else"))
            elif isinstance(record, Evidence):
                edit.put(Evidence(id=record.id, title="Something else"))
            elif isinstance(record, Comment):
                edit.put(Comment(id=record.id, about_id="look", text="Never mind"))
    document.undo()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kept.journey"
        write_project(path, document, document_uuid="d")
        assert {record.id: record for record in read_project(path).records} == before
