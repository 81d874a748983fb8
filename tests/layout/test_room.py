"""Overlaps are removed: families go apart, frames keep what lies in them."""

from hypothesis import given, settings

from journeydesk.layout.pieces import Arrow, Block, Role
from journeydesk.layout.room import room_made
from tests.layout.test_tidying import block, by_key, covered, frames_of, maps, moved_to


@given(maps())
@settings(max_examples=100, deadline=None)
def test_no_family_covers_another_and_what_is_pinned_stays(made: tuple[list[Block], list[Arrow]]) -> None:
    blocks, _ = made
    now = moved_to(blocks, room_made(blocks))
    for before, placed in zip(blocks, now, strict=True):
        if before.pinned:
            assert placed.card == before.card
    if not any(each.pinned for each in blocks):
        assert covered(now) == []
        assert frames_of(now) == frames_of(blocks)


def test_only_what_is_covered_moves() -> None:
    blocks = [
        block("tree", Role.STAGE, 0, 0, below=300),
        block("near", Role.STEP, 60, 200),
        block("far", Role.STEP, 900, 0),
    ]
    assert room_made(blocks).keys() == {"near"}


def test_a_frame_grows_round_what_made_room_in_it() -> None:
    blocks = [
        block("f", Role.FRAME, 0, 0),
        block("a", Role.STAGE, -100, -60, below=60),
        block("b", Role.STEP, -60, 20),
    ]
    now = moved_to(blocks, room_made(blocks))
    assert frames_of(now) == {"a": "f", "b": "f"}
    assert covered(now) == []
    assert by_key(now)["a"] == by_key(blocks)["a"]
