"""Boxes, shapes and marks know where they are."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.picture.marks import Box, Group, Image, Path, Stroke, bounds, union
from journeydesk.picture.shapes import (
    at,
    circle,
    direction,
    polygon,
    rectangle,
    rounded,
    rounded_polygon,
    split,
    star,
    taper,
)
from journeydesk.picture.text import Type, lay

NUMBERS = st.floats(-500, 500)
POINTS = st.tuples(NUMBERS, NUMBERS)
CUBICS = st.tuples(POINTS, POINTS, POINTS, POINTS)
BOXES = st.builds(Box.around, NUMBERS, NUMBERS, st.floats(0, 300), st.floats(0, 300))


@given(BOXES, BOXES)
def test_boxes_meet_where_they_have_more_than_an_edge_in_common(one: Box, other: Box) -> None:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    if one.width and one.height and other.width and other.height:
        assert one.meets(other) == other.meets(one) == (across > 0 and down > 0)
    both = one.joined(other)
    assert union([one, other]) == both
    for box in (one, other):
        assert both.holds(box.left, box.top) and both.holds(box.right, box.bottom)


def test_no_boxes_have_no_union() -> None:
    assert union([]) is None
    assert bounds(()) is None
    assert bounds((Path(()),)) is None


@given(BOXES, st.floats(0, 200))
def test_a_rounded_box_stays_in_its_box(box: Box, radius: float) -> None:
    found = bounds((Path(rounded(box, radius)),))
    assert found is not None
    assert (found.left, found.top, found.right, found.bottom) == pytest.approx(
        (box.left, box.top, box.right, box.bottom)
    )


@pytest.mark.parametrize(
    "outline",
    [
        circle(10, 20, 30),
        rectangle(Box(-20, -10, 40, 50)),
        rounded_polygon(((-20, 20), (10, -10), (40, 20), (10, 50)), 8),
        star(10, 20, 30),
        polygon(((-20, -10), (40, 50), (0, 0))),
    ],
)
def test_shapes_are_closed_and_lie_in_their_bounds(outline: tuple) -> None:
    assert outline[0][0] == "M" and outline[-1] == ("Z",)
    found = bounds((Path(outline, "#000000"),))
    assert found is not None
    assert found.left >= -20 and found.right <= 40 and found.top >= -10 and found.bottom <= 50.0001


@given(CUBICS, st.floats(0, 1), st.floats(0, 1))
def test_the_parts_of_a_cubic_are_the_cubic(cubic: tuple, t: float, u: float) -> None:
    before, after = split(cubic, t)
    assert before[0] == pytest.approx(cubic[0]) and after[3] == pytest.approx(cubic[3])
    assert before[3] == after[0] == pytest.approx(at(cubic, t), abs=1e-6)
    assert at(before, u) == pytest.approx(at(cubic, t * u), abs=1e-6)
    assert at(after, u) == pytest.approx(at(cubic, t + (1 - t) * u), abs=1e-6)


@given(CUBICS, st.floats(0, 1))
def test_a_direction_is_a_unit_vector_or_none(cubic: tuple, t: float) -> None:
    length = math.hypot(*direction(cubic, t))
    assert length == pytest.approx(1) or length == 0


@given(CUBICS, st.floats(0.1, 9), st.floats(0.1, 9))
def test_a_limb_is_as_wide_at_its_ends_as_was_asked(cubic: tuple, start: float, end: float) -> None:
    (_, *first), there, (_, *last), back, _ = taper(cubic, start, end)
    if math.hypot(*direction(cubic, 0)) and math.hypot(*direction(cubic, 1)):
        assert math.dist(first, back[5:]) == pytest.approx(start)
        assert math.dist(there[5:], last) == pytest.approx(end)


def test_bounds_hold_lines_texts_images_and_what_groups_hold() -> None:
    line = Path((("M", 0, 0), ("L", 10, 0)), stroke=Stroke("#000000", 4))
    assert bounds((line,)) == Box(-2, -2, 12, 2)
    assert bounds((Image(1, 2, 3, 4, b""),)) == Box(1, 2, 4, 6)
    (text,) = lay("Åg", Type(10), 100).placed(5, 5, "#000000")
    box = bounds((text,))
    assert box is not None and box.top < text.y < box.bottom and box.width == pytest.approx(text.width)
    assert bounds((Group((line, Group((line,), 10, 0)), 100, 50, 2),)) == Box(96, 46, 144, 54)
