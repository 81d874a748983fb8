"""Rows of an outline: branches go in, out, up and down together; stages change places in the journey."""

from dataclasses import replace

import pytest

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.note import Note
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.queries import children
from journeydesk.model.records import JourneyMap, Node, Project
from journeydesk.operations import outlining
from tests.finding import only
from tests.operations.steps import one_step


def branch(key: str, parent: str, order: float) -> Branch:
    return Branch(id=key, map_id="m", parent_id=parent, order=order, title=key)


@pytest.fixture
def document() -> Document:
    return Document(
        (
            Project(id="p"),
            JourneyMap(id="m"),
            Stage(id="s", map_id="m", x=0, y=10),
            Stage(id="t", map_id="m", x=400, y=20),
            Stage(id="held", map_id="m", x=800, locked=True),
            Note(id="n", map_id="m", order=3.0),
            Note(id="o", map_id="m", order=4.0),
            *(branch(key, "s", float(n)) for n, key in enumerate("abcd")),
            branch("b1", "b", 1.0),
            branch("b2", "b", 2.0),
        )
    )


def below(document: Document, key: str) -> str:
    return "".join(child.id + " " for child in children(document, key)).strip()


def test_branches_go_in_under_the_one_before_them_together(document: Document) -> None:
    with one_step(document):
        assert outlining.indent(document, ["d", "c"])
    assert below(document, "s") == "a b"
    assert below(document, "b") == "b1 b2 c d"


def test_the_first_branch_does_not_go_in(document: Document) -> None:
    assert not outlining.indent(document, ["a"])
    assert document.history[1] == 0


def test_branches_go_out_right_after_what_they_hung_on(document: Document) -> None:
    with one_step(document):
        assert outlining.outdent(document, ["b2", "b1"])
    assert below(document, "s") == "a b b1 b2 c d"


@pytest.mark.parametrize("ids", [["a"], ["s"], [], ["gone"], ["a", "b1"]])
def test_what_hangs_on_a_card_does_not_go_out(ids: list[str], document: Document) -> None:
    assert not outlining.outdent(document, ids)


@pytest.mark.parametrize(
    ("ids", "by", "after"),
    [
        (["b", "c"], -1, "b c a d"),
        (["b", "c"], 1, "a d b c"),
        (["a", "c"], 1, "b d a c"),
        (["a"], -1, "a b c d"),
        (["d"], 1, "a b c d"),
        (["b", "b1"], 1, "a c b d"),
    ],
)
def test_branches_step_among_their_siblings_together(
    ids: list[str], by: int, after: str, document: Document
) -> None:
    outlining.step(document, ids, by)
    assert below(document, "s") == after


def test_only_siblings_on_the_same_side_are_stepped_over(document: Document) -> None:
    outlining.step(document, ["a"], 1, ("a", "c"))
    assert below(document, "s") == "b c a d"
    with one_step(document, 0):
        outlining.step(document, ["a"], 1, ("a", "c"))


def test_what_goes_out_stays_on_its_side(document: Document) -> None:
    with document.edit("left") as edit:
        edit.put(replace(branch("b", "s", 1.0), side="left"))
    assert outlining.outdent(document, ["b1"])
    assert only(document, Branch, "b1").side == "left"


def test_branches_are_hung_at_a_place_in_the_order_given(document: Document) -> None:
    with one_step(document):
        outlining.hang_all(document, ["d", "b1", "a"], "s", 2)
    assert below(document, "s") == "b d b1 a c"


def test_nothing_is_hung_under_itself_and_cards_are_not_hung(document: Document) -> None:
    assert not outlining.may_hang_all(document, ["a", "b"], "b1")
    assert not outlining.may_hang_all(document, ["a", "t"], "s")
    assert not outlining.may_hang_all(document, ["a"], "")
    outlining.hang_all(document, ["b"], "b1")
    assert document.history[1] == 0


def test_stages_change_places_and_notes_their_order(document: Document) -> None:
    with one_step(document):
        assert outlining.exchange(document, "s", "t")
    stage, other = document.find(Node, "s"), document.find(Node, "t")
    assert stage is not None and other is not None
    assert (stage.x, stage.y, other.x, other.y) == (400, 20, 0, 10)
    assert outlining.exchange(document, "n", "o")
    note, after = document.find(Node, "n"), document.find(Node, "o")
    assert note is not None and after is not None and (note.order, after.order) == (4.0, 3.0)
    assert not outlining.exchange(document, "s", "held")
    assert not outlining.exchange(document, "s", "a")
