"""What is in the way of a line is found, however small it is."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.layout.clearance import in_way
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point

NUMBERS = st.floats(-300, 300)
POINTS = st.tuples(NUMBERS, NUMBERS)


@given(POINTS, POINTS, POINTS)
def test_a_box_is_in_the_way_of_a_line_that_comes_near_it(a: Point, b: Point, c: Point) -> None:
    box = Box.around(*c, 40, 30)
    wide = box.grown(8)
    seen = any(wide.holds(a[0] + (b[0] - a[0]) * i / 400, a[1] + (b[1] - a[1]) * i / 400) for i in range(401))
    found = in_way([a, b], [box], 8)
    assert found == [box] if seen else not in_way([a, b], [box.grown(-2)], 6)


def test_a_line_between_two_samples_is_seen() -> None:
    thin = Box(49, -3, 51, 3)
    assert in_way([(0, 0), (100, 0)], [thin], 0) == [thin]
    assert in_way([(0, 0), (100, 0)], [thin.moved(0, 20)], 8) == []
    assert in_way([(60, -90), (60, 90)], [thin], 8) == []
