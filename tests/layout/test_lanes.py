"""Lines side by side keep their distance, begin and end beside each other, and do not break."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.layout.bends import off_line
from journeydesk.layout.lanes import beside, spread
from journeydesk.layout.routing import Route
from journeydesk.picture.shapes import CIRCLE, Cubic, Point

OFFSETS = st.floats(-12, 12).filter(lambda offset: abs(offset) > 0.5)
TURNS = st.lists(st.sampled_from([-1, 0, 1]), min_size=1, max_size=5)


def way(turns: list[int], reach: float, heading: float) -> list[Cubic]:
    """Straight pieces and quarters of circles that follow one another."""
    here: Point = (0.0, 0.0)
    found: list[Cubic] = []
    for turn in turns:
        ahead = (math.cos(heading), math.sin(heading))
        aside = (-ahead[1] * turn, ahead[0] * turn)
        end = tuple(here[i] + (ahead[i] + aside[i]) * reach for i in (0, 1))
        first = tuple(here[i] + ahead[i] * reach * CIRCLE for i in (0, 1))
        leaving = aside if turn else ahead
        last = tuple(end[i] - leaving[i] * reach * CIRCLE for i in (0, 1))
        found.append((here, first, last, end))
        here = (end[0], end[1])
        heading += turn * math.pi / 2
    return found


@settings(deadline=None)
@given(TURNS, st.floats(40, 200), st.floats(0, 6.28), OFFSETS)
def test_a_line_beside_another_keeps_its_distance(
    turns: list[int], reach: float, heading: float, offset: float
) -> None:
    cubics = way(turns, reach, heading)
    lane = beside(cubics, offset)
    for one, other in pairwise(lane):
        assert one[3] == other[0]
    middle = list(pairwise(Route(tuple(cubics)).points(40)))
    near = [min(off_line(point, a, b) for a, b in middle) for point in Route(lane).points(6)]
    assert max(near) <= abs(offset) * 1.05 + 0.1
    # Where a way comes back to itself, another part of it may be nearer.
    assert near[0] == pytest.approx(abs(offset), rel=0.05) or len(turns) > 2
    assert math.dist(lane[0][0], cubics[0][0]) == pytest.approx(abs(offset))
    assert math.dist(lane[-1][3], cubics[-1][3]) == pytest.approx(abs(offset))


@settings(deadline=None)
@given(TURNS, st.floats(40, 200), st.floats(0, 6.28), OFFSETS)
def test_right_of_a_way_is_left_of_the_way_back(
    turns: list[int], reach: float, heading: float, offset: float
) -> None:
    cubics = way(turns, reach, heading)
    back: list[Cubic] = [(d, c, b, a) for a, b, c, d in reversed(cubics)]
    there, again = Route(beside(cubics, offset)).points(4), Route(beside(back, -offset)).points(4)
    for one, other in zip(there, reversed(again), strict=True):
        assert one == pytest.approx(other, abs=0.05)


def test_on_a_board_the_right_of_what_goes_right_is_below() -> None:
    straight: Cubic = ((0, 0), (10, 0), (20, 0), (30, 0))
    assert beside([straight], 5.0) == (((0, 5), (10, 5), (20, 5), (30, 5)),)
    assert beside([straight], 0) == (straight,)


@given(st.integers(0, 9), st.floats(1, 9))
def test_lines_are_spread_about_the_middle(count: int, spacing: float) -> None:
    places = spread(count, spacing)
    assert len(places) == count and sum(places) == pytest.approx(0, abs=1e-9)
    assert all(b - a == pytest.approx(spacing) for a, b in pairwise(places))


def test_a_way_of_no_length_breaks_nothing() -> None:
    nowhere: Cubic = ((5, 5), (5, 5), (5, 5), (5, 5))
    assert all(math.isfinite(x) for cubic in beside([nowhere], 4) for point in cubic for x in point)
