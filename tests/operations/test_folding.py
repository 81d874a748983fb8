"""Folding by branches, by levels and by frames, one step each, and what it takes to see a node again."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.queries import children
from journeydesk.model.records import JourneyMap, Node, Project, Transition
from journeydesk.operations import fields, folding, nodes, pasting
from journeydesk.operations.excerpt import excerpt
from journeydesk.operations.maps import duplicate_map
from tests.finding import only
from tests.operations.steps import PROGRAMS, Step, beginning, one_step, same_ids, take


def tree() -> Document:
    """A stage with branches three deep, another with one, and a frame around the second."""
    return Document(
        (
            Project(id="p"),
            JourneyMap(id="m"),
            Stage(id="one", map_id="m"),
            Branch(id="a", map_id="m", parent_id="one", order=1.0),
            Branch(id="b", map_id="m", parent_id="a", order=1.0),
            Branch(id="c", map_id="m", parent_id="b", order=1.0),
            Branch(id="d", map_id="m", parent_id="one", order=2.0),
            Stage(id="two", map_id="m", x=1000),
            Branch(id="e", map_id="m", parent_id="two", order=1.0),
            Stage(id="edge", map_id="m", x=1290),
            Frame(id="frame", map_id="m", x=1000, width=600, height=400),
            Frame(id="inner", map_id="m", x=1000, width=300, height=200),
            Transition(id="way", map_id="m", source_id="c", target_id="e"),
        )
    )


def folded(document: Document) -> set[str]:
    return {node.id for node in document.all(Node) if node.folded}


def frame(document: Document, key: str = "frame") -> Frame:
    return only(document, Frame, key)


def test_levels_are_folded_from_the_deepest_and_unfolded_from_the_nearest() -> None:
    document = tree()
    seen = []
    for _ in range(5):
        folding.fold_level(document, ["one"])
        seen.append(folded(document))
    assert seen == [{"b"}, {"a", "b"}, {"one", "a", "b"}, {"one", "a", "b"}, {"one", "a", "b"}]
    seen = []
    for _ in range(4):
        folding.unfold_level(document, ["one"])
        seen.append(folded(document))
    assert seen == [{"a", "b"}, {"b"}, set(), set()]
    assert document.history[1] == 6, "what changes nothing is no step"


def test_one_level_more_is_one_level_only() -> None:
    document = tree()
    folding.set_folded(document, ["one"], True)
    with one_step(document):
        folding.unfold_level(document, ["one"])
    assert folded(document) == {"a"}


def test_the_whole_map_is_folded_and_unfolded() -> None:
    document = tree()
    starts = folding.starts_on(document, "m")
    with one_step(document):
        folding.fold_all(document, starts)
    assert folded(document) == {"one", "a", "b", "two"}
    folding.set_folded(document, ["frame"], True)
    with one_step(document):
        folding.unfold_all(document, [node.id for node in document.all(Node)])
    assert folded(document) == set()


def test_a_frame_hides_what_has_its_middle_in_it_and_smaller_frames() -> None:
    document = tree()
    with one_step(document):
        folding.toggle_folded(document, ["frame"])
    assert set(frame(document).contents) == {"two", "edge", "inner"}
    assert folding.folded_over(document, "e") == (frame(document),)
    assert folding.folded_over(document, "way") == (frame(document),)
    assert folding.folded_over(document, "c") == ()
    with one_step(document):
        folding.toggle_folded(document, ["frame"])
    assert frame(document).contents == ()


def test_frames_in_frames_come_back_one_after_the_other() -> None:
    document = tree()
    folding.set_folded(document, ["inner"], True)
    folding.set_folded(document, ["frame"], True)
    assert set(frame(document).contents) == {"two", "edge", "inner"}
    assert {node.id for node in folding.folded_over(document, "two")} == {"frame", "inner"}
    folding.set_folded(document, ["frame"], False)
    assert folding.folded_over(document, "two") == (frame(document, "inner"),)


def test_the_inspectors_switch_folds_a_frame_as_well() -> None:
    document = tree()
    with one_step(document):
        fields.set_field(document, ["frame"], "folded", True)
    assert frame(document).contents
    fields.set_field(document, ["frame"], "folded", False)
    assert not frame(document).contents


def test_a_folded_frame_takes_along_what_it_hides() -> None:
    document = tree()
    folding.set_folded(document, ["frame"], True)
    nodes.move(document, ["frame"], 5000, 0)
    found = {key: node.x for key in ("two", "edge", "inner") if (node := document.find(Node, key))}
    assert found == {"two": 6000, "edge": 6290, "inner": 6000}
    before = len(document)
    with one_step(document):
        copies = nodes.duplicate(document, ["frame"])
    copy = frame(document, copies[0])
    assert copy.folded and len(copy.contents) == 3 and not set(copy.contents) & set(frame(document).contents)
    assert len(document) == before + 5
    drawn = duplicate_map(document, "m", "Copy")
    other = next(each for each in document.all(Frame) if each.map_id == drawn.id and each.folded)
    assert all(only(document, Node, key).map_id == drawn.id for key in other.contents)


def test_what_is_found_is_unfolded_step_by_step_in_one_step_of_the_history() -> None:
    document = tree()
    folding.fold_all(document, ["one"])
    folding.set_folded(document, ["frame"], True)
    with one_step(document):
        step = folding.reveal(document, "c")
        step = folding.reveal(document, "e", step)
        folding.reveal(document, "e", step)
    assert folded(document) == set()


@settings(max_examples=60, deadline=None)
@given(PROGRAMS, st.integers(0, 40))
@same_ids()
def test_whatever_was_done_everything_can_be_seen_again(program: list[Step], number: int) -> None:
    document = beginning()
    for step in program:
        take(document, step)
    found = document.all(Node)
    if found:
        key = found[number % len(found)].id
        folding.reveal(document, key)
        assert folding.folded_over(document, key) == ()
        if children(document, key):
            folding.set_folded(document, [key], True)
            assert folding.folded_over(document, children(document, key)[0].id)


@pytest.mark.parametrize(
    "verb", [folding.fold_level, folding.unfold_level, folding.fold_all, folding.unfold_all]
)
def test_nothing_to_fold_is_no_step(verb: Callable[[Document, list[str]], object]) -> None:
    document = tree()
    with one_step(document, 0):
        verb(document, [])
        verb(document, ["edge", "nobody", "way"])


def test_a_folded_frame_that_is_pasted_hides_copies_and_not_the_originals() -> None:
    document = tree()
    folding.set_folded(document, ["frame"], True)
    pasting.paste(document, "m", excerpt(document, ["frame", *frame(document).contents]))
    copy = next(each for each in document.all(Frame) if each.folded and each.id != "frame")
    assert len(copy.contents) == 3 and not set(copy.contents) & set(frame(document).contents)
    (alone,) = pasting.paste(document, "m", excerpt(document, ["frame"]))
    assert not frame(document, alone).folded and not frame(document, alone).contents
