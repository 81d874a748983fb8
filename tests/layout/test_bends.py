"""Curves through chosen points are smooth, do not overshoot, and begin and end as they should."""

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from journeydesk.layout.bends import aligned, off_line, through
from journeydesk.picture.shapes import Point, at, direction

PLACES = st.integers(-20, 20).map(lambda n: n * 30.0)
POINTS = st.lists(st.tuples(PLACES, PLACES), min_size=3, max_size=6)


def angle(a: Point, b: Point) -> float:
    return math.degrees(math.acos(max(-1.0, min(1.0, a[0] * b[0] + a[1] * b[1]))))


@given(POINTS)
def test_a_curve_passes_its_points_without_a_kink(points: list[Point]) -> None:
    assume(all(math.dist(a, b) > 1 for a, b in pairwise(points)))
    cubics = through(points, (1.0, 0.0), (1.0, 0.0))
    assert [cubics[0][0], *(cubic[3] for cubic in cubics)] == points
    assert direction(cubics[0], 0.0) == pytest.approx((1.0, 0.0))
    assert direction(cubics[-1], 1.0) == pytest.approx((1.0, 0.0))
    for one, other in pairwise(cubics):
        if math.dist(one[2], one[3]) > 0.1:
            assert angle(direction(one, 1.0), direction(other, 0.0)) < 1.0


@given(POINTS)
def test_a_curve_stays_near_the_straight_pieces_between_its_points(points: list[Point]) -> None:
    assume(all(math.dist(a, b) > 1 for a, b in pairwise(points)))
    for cubic, (a, b) in zip(through(points, (1.0, 0.0), (1.0, 0.0)), pairwise(points), strict=True):
        for i in range(17):
            assert off_line(at(cubic, i / 16), a, b) <= 0.45 * math.dist(a, b) + 1e-6


def test_points_in_a_row_make_a_straight_line() -> None:
    cubics = through([(0.0, 5.0), (100.0, 5.0), (150.0, 5.0), (400.0, 5.0)], (1.0, 0.0), (1.0, 0.0))
    points = [at(cubic, i / 8) for cubic in cubics for i in range(9)]
    assert all(y == pytest.approx(5.0) for _, y in points)
    assert [x for x, _ in points] == sorted(x for x, _ in points)


def test_a_point_is_drawn_beside_or_below_its_neighbours_where_it_is_near_that() -> None:
    near = ((100.0, 200.0), (300.0, 0.0))
    assert aligned((104.0, 3.0), near, 6.0) == (100.0, 0.0)
    assert aligned((107.0, 50.0), near, 6.0) == (107.0, 50.0)
    assert aligned((304.0, 50.0), near, 6.0) == (300.0, 50.0)
    assert aligned((304.0, 50.0), (), 6.0) == (304.0, 50.0)
