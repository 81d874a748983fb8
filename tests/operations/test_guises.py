"""How records look to an audience: folded otherwise, without names, and nothing in the project changes."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk import templates
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.stage import Stage
from journeydesk.model.change import Change
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import Node, Persona, Record
from journeydesk.model.veil import Veil
from journeydesk.operations.guises import folded_on, guise, without_names
from journeydesk.render.board import Board
from tests.finding import only
from tests.operations.steps import PROGRAMS, Step, crowded, same_ids, take


def worn(document: Document, map_id: str, folded: tuple[str, ...] | None, nameless: bool = False) -> Veil:
    found = guise(document, map_id, folded, nameless=nameless)
    return Veil(document, found if found is not None else _as_it_is)


def _as_it_is(record: Record) -> Record:
    return record


def test_a_guise_folds_exactly_what_is_wanted_and_changes_nothing() -> None:
    document = crowded()
    before = tuple(document)
    folded = folded_on(document, "m0")
    assert folded and guise(document, "m0", folded, nameless=False) is None
    assert guise(document, "m0", None, nameless=False) is None
    veil = worn(document, "m0", ())
    assert folded_on(veil.document, "m0") == () and tuple(document) == before
    freed = guise(document, "m0", (), nameless=False, free=folded)
    assert freed is None


def test_a_frame_that_is_folded_for_a_stop_hides_what_lies_in_it() -> None:
    document = Document((*crowded(), Frame(id="f", map_id="m0", x=0, y=0, width=300, height=300)))
    inside = only(document, Stage, "s0")
    veil = worn(document, "m0", ("f",))
    frame = only(veil.document, Frame, "f")
    assert frame.folded and inside.id in frame.contents
    assert not only(document, Frame, "f").folded


def test_personas_are_called_by_their_numbers_wherever_they_are_named() -> None:
    document = Document(
        (
            *crowded(),
            Persona(id="ann", name="Ann", order=5.0),
            Persona(id="anna", name="Anna", order=6.0),
            Stage(id="n", map_id="m0", title="Ann asks Anna, not Annabel"),
        )
    )
    veil = worn(document, "m0", None, nameless=True)
    numbers = {key: only(veil.document, Persona, key).name for key in ("ann", "anna")}
    assert only(veil.document, Node, "n").title == f"{numbers['ann']} asks {numbers['anna']}, not Annabel"
    assert all(person.name.startswith("Persona ") for person in veil.document.all(Persona))
    assert not any(person.photo_id for person in veil.document.all(Persona))
    assert without_names(document, "Ann") == numbers["ann"]


def test_every_template_is_without_its_names() -> None:
    for name in templates.NAMES:
        document = Document(templates.make(name, "fr"))
        veil = worn(document, maps(document)[0].id, None, nameless=True)
        names = [person.name for person in document.all(Persona) if person.name]
        told = [node.title for node in veil.document.all(Node)]
        assert not [title for title in told if any(own in title.split() for own in names)]


@given(PROGRAMS)
def test_a_veil_follows_every_change_like_one_that_is_put_on_afterwards(program: list[Step]) -> None:
    with same_ids():
        document = crowded()
        found = guise(document, "m0", (), nameless=True)
        assert found is not None
        veil = Veil(document, found)
        board = Board(veil.document, "m0")

        def follow(change: Change) -> None:
            board.refresh(veil.follow(change))

        document.watch(follow)
        for step in program:
            take(document, step)
    afresh = Veil(document, found).document
    assert {record.id: record for record in veil.document} == {record.id: record for record in afresh}
    board.settle()
    assert board.placed.keys() == Board(veil.document, "m0").placed.keys()


@given(st.sets(st.sampled_from(["c0", "s1", "b0", "f0", "nothing"])))
def test_another_guise_tells_what_looks_different(folded: set[str]) -> None:
    document = crowded()
    veil = worn(document, "m0", ())
    found = guise(document, "m0", tuple(folded), nameless=False) or _as_it_is
    before = {record.id: record for record in veil.document}
    change = veil.wear(found)
    after = {record.id: record for record in veil.document}
    assert {key for key in after if after[key] != before[key]} == set(change)
