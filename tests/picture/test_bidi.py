"""Levels and orders are those of the Unicode Bidirectional Algorithm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.picture.bidi import as_seen, first_level, in_order, levels_of, turns

LETTERS = st.text(
    "ab1 2.,-+%$()[]!אבنص٣\u0301\u2066\u2067\u2068\u2069\u202a\u202b\u202d\u202e\u202c\u200f", max_size=20
)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("abc", "000"),
        ("אב c", "1112"),
        ("c אב", "0011"),
        ("אב 12", "11122"),
        ("12 אב", "22111"),
        ("نص 1,2", "111222"),
        ("אב (c) ד", "11112111"),
        ("a (אב) c", "00011000"),
        ("a\u2067b\u2069c", "00200"),
        ("a\u202eb\u202cc", "00110"),
        ("אב  ", "1111"),
    ],
)
def test_levels(text: str, levels: str) -> None:
    assert "".join(map(str, levels_of(text))) == levels


@given(LETTERS)
def test_every_character_has_a_level_and_a_place(text: str) -> None:
    levels = levels_of(text)
    assert len(levels) == len(text) and all(level >= first_level(text) for level in levels)
    assert sorted(in_order(range(len(text)), levels)) == list(range(len(text)))
    assert turns(text) or not any(levels)


def test_what_is_isolated_does_not_decide_the_direction() -> None:
    assert first_level("\u2067אב\u2069 abc") == 0
    assert first_level("12 אב abc") == 1
    assert first_level("") == 0


def test_brackets_are_seen_the_other_way_round() -> None:
    assert as_seen("(«[a]»)") == ")»]a[«("
