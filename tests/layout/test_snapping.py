"""What a moving box snaps to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.layout.snapping import Snap, snapped, snapped_edges
from journeydesk.picture.marks import Box

REACH = 6.0


def box(left: float, top: float, width: float = 100, height: float = 60) -> Box:
    return Box(left, top, left + width, top + height)


@pytest.mark.parametrize(
    ("moving", "by"),
    [
        (box(4, 300), -4),  # left edges
        (box(3, 300, 120), -3),
        (box(-43, 300, 140), 3),  # right edges
        (box(97, 300), 3),  # the left edge to the right one
        (box(-104, 300), 4),  # the right edge to the left one
        (box(-22, 300, 140), 2),  # middles
        (box(30, 300), None),
        (box(7, 300), None),  # too far
    ],
)
def test_edges_and_middles_come_into_line(moving: Box, by: float | None) -> None:
    assert snapped(moving, [box(0, 0)], REACH).dx == by


def test_a_guide_runs_through_all_that_is_in_line() -> None:
    others = [box(0, 0, 80), box(0, 900, 70)]
    assert snapped(box(2, 300), others, REACH).guides == (((0, 0), (0, 960)),)


def test_both_axes_snap_at_once_and_their_guides_meet_what_was_moved() -> None:
    snap = snapped(box(203, 4), [box(0, 0), box(200, 300)], REACH)
    assert (snap.dx, snap.dy) == (-3, -4)
    assert ((200, 0), (200, 360)) in snap.guides
    assert ((0, 0), (300, 0)) in snap.guides


def test_a_box_comes_to_lie_in_the_middle_between_two_others() -> None:
    snap = snapped(box(203, 20), [box(0, 10), box(400, 10)], REACH)
    assert snap.dx == -3
    assert snap.gaps == (((100, 45), (200, 45)), ((300, 45), (400, 45)))


@pytest.mark.parametrize(("left", "by"), [(283, -3), (-143, 3)])
def test_a_gap_is_repeated_beside_two_others(left: float, by: float) -> None:
    snap = snapped(box(left, 12), [box(0, -20), box(140, 5)], REACH)
    assert snap.dx == by
    assert [round(end[0] - start[0]) for start, end in snap.gaps] == [40, 40]


def test_what_lies_in_another_row_makes_no_gap() -> None:
    assert snapped(box(203, 300), [box(0, 10), box(400, 10)], REACH).dx is None


def test_only_the_axis_along_which_it_moves_snaps() -> None:
    snap = snapped(box(3, 4), [box(0, 0)], REACH, (True, False))
    assert (snap.dx, snap.dy) == (-3, None)


def test_only_the_edges_that_are_dragged_snap() -> None:
    resized = Box(0, 0, 203, 80)
    snap = snapped_edges(resized, 1, 0, [box(100, 200), box(1, 84)], REACH)
    assert (snap.dx, snap.dy) == (-3, None)
    assert snap.guides == (((200, 0), (200, 260)),)


BOXES = st.builds(
    box, st.integers(-300, 300), st.integers(-300, 300), st.integers(1, 200), st.integers(1, 200)
)


@given(BOXES, st.lists(BOXES, max_size=8))
def test_it_never_goes_further_than_the_reach_and_shows_why(moving: Box, others: list[Box]) -> None:
    snap = snapped(moving, others, REACH)
    assert abs(snap.dx or 0) <= REACH and abs(snap.dy or 0) <= REACH
    assert snap.dx is None or snap.guides or snap.gaps


@given(BOXES, st.lists(BOXES, max_size=8))
def test_the_axes_are_alike(moving: Box, others: list[Box]) -> None:
    def turned(one: Box) -> Box:
        return Box(one.top, one.left, one.bottom, one.right)

    snap = snapped(moving, others, REACH)
    other = snapped(turned(moving), [turned(one) for one in others], REACH)
    assert (snap.dx, snap.dy) == (other.dy, other.dx)
    assert len(snap.guides) == len(other.guides)


def test_nothing_near_is_no_snap() -> None:
    assert snapped(box(0, 0), [], REACH) == Snap()
