"""A board that followed any work is the same as one made afresh, and its pictures stay where it says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.model.change import Change
from journeydesk.model.document import Document
from journeydesk.picture.marks import Box, Group
from journeydesk.render.board import Board
from tests.operations.steps import LIVELY_STEPS, ROUGH_STEPS, Step, beginning, crowded, same_ids, take


def told(board: Board) -> dict[str, object]:
    """All that a board shows, without the order in which it was found out."""
    shown: dict[str, object] = {}
    for key, entry in board.entries.items():
        shown[key] = (entry.record_id, entry.layer, entry.order, entry.bounds, board.cells.boxes[key])
    for key, placed in board.placed.items():
        shown["placed " + key] = placed
    for key, strand in board.wiring.strands.items():
        shown["strand " + key] = (strand.link, strand.course, strand.route, strand.label_at, strand.block_at)
    return shown


def assert_is_as_afresh(board: Board) -> None:
    fresh = Board(board.document, board.map_id)
    fresh.refine()
    assert fresh.is_refined
    known, wanted = told(board), told(fresh)
    assert known.keys() == wanted.keys()
    different = {key: (known[key], wanted[key]) for key in known if known[key] != wanted[key]}
    assert not different
    assert set(board.cells.boxes) == set(board.entries)
    assert board.look.theme == fresh.look.theme and board.look.say is fresh.look.say
    for key, entry in board.entries.items():
        assert entry.picture == fresh.entries[key].picture, key


Seen = dict[str, tuple[tuple[int, float, str], Box, Group]]


def seen(board: Board) -> Seen:
    return {key: (entry.rank, entry.bounds, entry.picture) for key, entry in board.entries.items()}


def assert_is_told(before: Seen, after: Seen, stale: list[Box]) -> None:
    """Whatever looks different lies in a region that was told to be stale."""
    for key in before.keys() | after.keys():
        if before.get(key) != after.get(key):
            for _, box, _ in (found for found in (before.get(key), after.get(key)) if found):
                assert box in stale, key


class Follower:
    """A board that follows a document, and checks each time that it tells what became different."""

    def __init__(self, document: Document, *, draft: bool) -> None:
        self.board, self.draft = Board(document, "m0"), draft
        document.watch(self.follow)

    def follow(self, change: Change) -> None:
        before = seen(self.board)
        stale = self.board.refresh(change, draft=self.draft)
        assert_is_told(before, seen(self.board), stale)

    def rest(self, *, refined: bool) -> None:
        before = seen(self.board)
        stale = self.board.settle()
        if refined:
            stale += self.board.refine()
        assert_is_told(before, seen(self.board), stale)


@same_ids()
def work(follower: Follower, program: list[tuple[Step, int]]) -> None:
    for step, rest in program:
        take(follower.board.document, step)
        if rest:
            follower.rest(refined=rest == 2)
    follower.rest(refined=True)
    assert_is_as_afresh(follower.board)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(ROUGH_STEPS, st.integers(0, 2)), max_size=20), st.booleans())
def test_a_board_that_followed_any_work_is_as_one_made_afresh(
    program: list[tuple[Step, int]], draft: bool
) -> None:
    work(Follower(beginning(), draft=draft), program)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(LIVELY_STEPS, st.integers(0, 2)), max_size=6), st.booleans())
def test_arrows_that_followed_any_work_lie_as_if_drawn_afresh(
    program: list[tuple[Step, int]], draft: bool
) -> None:
    work(Follower(crowded(), draft=draft), program)
