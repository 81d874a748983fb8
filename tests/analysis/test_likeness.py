"""Texts that say about the same are found in whatever order they come, and however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.analysis.likeness import alike, groups, partners, stems

WORDS = st.sampled_from(
    [
        "dog",
        "stay",
        "alone",
        "hours",
        "mother",
        "litter",
        "Price",
        "prix",
        "élevé",
        "the",
        "a",
        "data",
        "",
        "?",
    ]
)
TEXT = st.lists(WORDS, max_size=6).map(" ".join)
TEXTS = st.lists(TEXT, max_size=12)


@given(TEXT, TEXT)
def test_likeness_goes_both_ways(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    assert alike(one, one) == bool(stems(one))
    assert alike(one.upper(), other) == alike(one, other)


@given(TEXTS, TEXTS)
def test_partners_are_all_pairs_that_are_alike(ones: list[str], others: list[str]) -> None:
    expected = [
        (here, there)
        for here, one in enumerate(ones)
        for there, other in enumerate(others)
        if alike(one, other)
    ]
    assert list(partners(ones, others)) == expected


@given(TEXTS)
def test_every_text_is_in_one_group_with_what_its_first_is_like(texts: list[str]) -> None:
    found = groups(texts)
    assert sorted(place for group in found for place in group) == list(range(len(texts)))
    for group in found:
        first = texts[group[0]]
        assert all(stems(texts[place]) == stems(first) or alike(texts[place], first) for place in group)
    for at, group in enumerate(found):
        for before in found[:at]:
            assert not alike(texts[group[0]], texts[before[0]])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("A dog that can stay alone for four hours", "A dog cannot stay alone for four hours", True),
        ("Voir la mère de la portée", "Les familles qui veulent VOIR LA MERE dès le premier appel", True),
        ("Personal data kept in Europe", "Access through the cloud", False),
        ("Price", "price!", True),
        ("Price", "The price of the licence", False),
        ("", "", False),
    ],
)
def test_what_counts_is_what_the_words_mean(one: str, other: str, expected: bool) -> None:
    assert alike(one, other) is expected
