"""Columns, and how much room marks take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.picture.marks import Box, Group, Path, Stroke
from journeydesk.picture.shapes import circle
from journeydesk.render.filling import filled
from journeydesk.render.snug import snug

heights = st.lists(st.floats(0.5, 50), max_size=40)


@given(heights, st.integers(1, 6))
def test_columns_hold_everything_in_order(blocks: list[float], count: int) -> None:
    columns, height = filled(blocks, count)
    assert [at for column in columns for at in column] == list(range(len(blocks)))
    assert len(columns) <= count
    assert all(sum(blocks[at] for at in column) <= height + 1e-6 for column in columns)


@given(heights, st.integers(1, 5))
def test_more_columns_are_not_higher(blocks: list[float], count: int) -> None:
    assert filled(blocks, count + 1)[1] <= filled(blocks, count)[1] + 1e-3


def test_a_curve_takes_the_room_that_it_reaches_not_that_of_its_control_points() -> None:
    bow = Path((("M", 0.0, 0.0), ("C", 0.0, 100.0, 100.0, 100.0, 100.0, 0.0)), stroke=Stroke("#000000", 2))
    found = snug((Group((bow,), 10, 20, 2.0),))
    assert found is not None
    assert (found.left, found.top, found.right) == (8, 18, 212)
    assert found.bottom == pytest.approx(20 + 2 * 76)


@given(st.floats(-100, 100), st.floats(-100, 100), st.floats(1, 80))
def test_a_circle_is_as_large_as_its_box(x: float, y: float, radius: float) -> None:
    found = snug((Path(circle(x, y, radius), "#000000"),))
    box = Box.around(x, y, 2 * radius, 2 * radius)
    assert found is not None and found.grown(1e-6).joined(box) == found.grown(1e-6)
    assert box.grown(1e-6).joined(found) == box.grown(1e-6)
