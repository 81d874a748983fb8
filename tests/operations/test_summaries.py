"""Summaries are made of what is chosen, span it wherever it goes, and go with it."""

import pytest

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.summary import Summary
from journeydesk.model.document import Document
from journeydesk.operations import nodes, summaries
from journeydesk.operations.folding import set_folded
from journeydesk.operations.nodes import add_node, move
from journeydesk.render.board import Board
from tests.finding import only
from tests.operations.steps import beginning, one_step


def ground() -> tuple[Document, Board]:
    """c0 bears b0, which bears b1, and b2; the stages stand in a row."""
    document = beginning()
    add_node(document, Branch(id="b2", map_id="m0", parent_id="c0", title="Fears", order=2.0))
    board = Board(document, "m0")
    document.watch(lambda change: board.refresh(change))
    return document, board


def test_a_summary_spans_the_nodes_that_are_chosen() -> None:
    document, board = ground()
    with one_step(document):
        summary = summaries.summarise(document, ["b0", "b2", "t0", "nobody"])
    assert summary.covers == ("b0", "b2") and summary.map_id == "m0"
    box = board.placed[summary.id].box
    spanned = [board.placed[key].box for key in ("b0", "b1", "b2")]
    beside = [box.left >= each.right or box.right <= each.left for each in spanned]
    assert all(beside)


def test_stages_in_a_row_are_spanned_from_below() -> None:
    document, board = ground()
    summary = summaries.summarise(document, ["s0", "s1"])
    placed = board.placed[summary.id]
    one, other = board.placed["s0"].box, board.placed["s1"].box
    assert placed.setting.below and placed.box.top >= one.bottom
    assert (placed.box.left, placed.box.right) == (one.left, other.right)
    move(document, ["s1"], 200, 40)
    assert board.placed[summary.id].box.right == board.placed["s1"].box.right
    document.undo()
    assert board.placed[summary.id] == placed


def test_it_spans_what_others_are_folded_into() -> None:
    document, board = ground()
    summary = summaries.summarise(document, ["b1"])
    before = board.placed[summary.id].box
    set_folded(document, ["b0"], True)
    folded = board.placed[summary.id].box
    assert folded != before
    assert folded.y == pytest.approx(board.placed["b0"].box.y)


def test_it_shrinks_with_what_it_spans_and_goes_with_the_last() -> None:
    document, board = ground()
    summary = summaries.summarise(document, ["s0", "s1"])
    with one_step(document):
        nodes.remove(document, ["s0"])
    assert board.placed[summary.id].box.x == board.placed["s1"].box.x
    with one_step(document):
        nodes.remove_keeping_children(document, ["s1"])
    assert document.get(summary.id) is None and summary.id not in board.placed
    document.undo()
    assert summary.id in board.placed


def test_a_copy_spans_the_copies() -> None:
    document, _ = ground()
    summary = summaries.summarise(document, ["s0", "s1"])
    copies = nodes.duplicate(document, ["s0", "s1", summary.id])
    made = only(document, Summary, copies[2])
    assert made.covers == copies[:2]


def test_summaries_are_not_summarised() -> None:
    document, _ = ground()
    summary = summaries.summarise(document, ["s0"])
    assert summaries.coverable(document, [summary.id]) == []
    with pytest.raises(KeyError):
        summaries.summarise(document, [summary.id, "nobody"])
    add_node(document, Stage(id="far", map_id="m0"))
    assert [node.id for node in summaries.coverable(document, [summary.id, "far"])] == ["far"]


def test_it_follows_when_what_it_spans_on_another_tree_is_removed() -> None:
    document, board = ground()
    summary = summaries.summarise(document, ["b1", "s0"])
    nodes.remove(document, ["b0"])
    assert board.placed[summary.id] == Board(document, "m0").placed[summary.id]
    document.undo()
    nodes.remove(document, ["s0"])
    assert board.placed[summary.id] == Board(document, "m0").placed[summary.id]


def test_it_moves_only_with_what_it_spans() -> None:
    document, board = ground()
    summary = summaries.summarise(document, ["s0", "s1"])
    position, before = document.history[1], board.placed[summary.id].box
    assert move(document, [summary.id], 30, 40) is None and document.history[1] == position
    assert summaries.spanned(document, [summary.id, "t0"]) == ("s0", "s1", "t0")
    move(document, summaries.spanned(document, [summary.id]), 30, 40)
    assert board.placed[summary.id].box == before.moved(30, 40)


@pytest.mark.parametrize("whole", [False, True])
def test_it_is_hidden_with_all_that_it_spans(whole: bool) -> None:
    document, board = ground()
    summary = summaries.summarise(document, ["s0", "s1"])
    box = board.placed["s0"].box
    box = (box.joined(board.placed["s1"].box) if whole else box).grown(20)
    frame = Frame(id="f", map_id="m0", x=box.x, y=box.y, width=box.width, height=box.height)
    add_node(document, frame)
    set_folded(document, [frame.id], True)
    assert "s0" not in board.placed
    assert (summary.id in board.placed) is not whole
    document.undo()
    assert summary.id in board.placed
