"""Colours as others see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.picture.seeing import Eye, distance, seen

colours = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize("eye", Eye)
def test_black_and_white_are_so_for_everybody(eye: Eye) -> None:
    assert seen("#ffffff", eye) == pytest.approx((100, 0, 0), abs=0.1)
    assert seen("#000000", eye) == pytest.approx((0, 0, 0), abs=0.1)


def test_known_colours_have_their_places() -> None:
    # Bruce Lindbloom's calculator, D65.
    assert seen("#ff0000", Eye.EVERY) == pytest.approx((53.24, 80.09, 67.20), abs=0.2)
    assert seen("#0000ff", Eye.EVERY) == pytest.approx((32.30, 79.19, -107.86), abs=0.2)


@given(colours)
def test_grey_keeps_the_lightness_alone(colour: str) -> None:
    lightness, a, b = seen(colour, Eye.GREY)
    assert (a, b) == pytest.approx((0, 0), abs=0.05)
    assert lightness == pytest.approx(seen(colour, Eye.EVERY)[0], abs=0.05)


@given(colours, colours)
def test_a_distance_is_the_same_both_ways(one: str, other: str) -> None:
    for eye in Eye:
        assert distance(one, other, eye) == distance(other, one, eye) >= 0


@pytest.mark.parametrize(
    ("one", "other", "eye"),
    [
        ("#b4531a", "#6a8f1d", Eye.DEUTAN),  # rust and olive
        ("#8a5cc7", "#4f77c9", Eye.PROTAN),  # violet and blue
        ("#17806f", "#00798f", Eye.TRITAN),  # sea green and petrol
        ("#c0392b", "#27803f", Eye.GREY),  # a red and a green that are equally light
    ],
)
def test_what_one_eye_mixes_up_another_tells_apart(one: str, other: str, eye: Eye) -> None:
    assert distance(one, other, eye) < 10 < distance(one, other, Eye.EVERY)
