"""What is known of a persona is written as people type it, each time in one step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.language import Problem
from journeydesk.model.document import Document
from journeydesk.model.records import Persona
from journeydesk.operations.personas import place_stakeholder
from journeydesk.operations.telling import (
    remove_value,
    share_line,
    write_ages,
    write_line,
    write_number,
    write_pair,
)
from tests.operations.steps import beginning, one_step


def lucy(document: Document) -> Persona:
    found = document.find(Persona, "lucy")
    assert found is not None
    return found


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["", " ", "One", "Two\nThree\n"])), max_size=6))
def test_lines_are_written_like_the_items_of_a_list(steps: list[tuple[int, str]]) -> None:
    document, expected = beginning(), list[str]()
    for place, text in steps:
        write_line(document, text, "lucy", "goals", place)
        expected[place : place + 1] = [line.strip() for line in text.splitlines() if line.strip()]
        assert lucy(document).goals == tuple(expected)


def test_pairs_are_parted_by_a_colon_and_ages_by_anything() -> None:
    document = beginning()
    with one_step(document):
        write_pair(document, "Reads: two letters: daily", "lucy", "more", 0)
    write_pair(document, "Alone", "lucy", "more", 1)
    assert lucy(document).more == (("Reads", "two letters: daily"), ("", "Alone"))
    write_pair(document, " ", "lucy", "more", 0)
    assert lucy(document).more == (("", "Alone"),)
    for typed, ages in (("49 to 46 years", (46, 49)), ("30", (30, 30)), ("", (None, None))):
        with one_step(document):
            write_ages(document, typed, "lucy")
        assert (lucy(document).age_from, lucy(document).age_to) == ages


def test_numbers_are_read_with_point_or_comma_and_what_is_none_is_refused() -> None:
    document = beginning()
    for typed, number in (("7,5", 7.5), ("about 18 %", 18.0), ("250", 100.0), ("", None)):
        with one_step(document):
            write_number(document, typed, "lucy", "market_share")
        assert lucy(document).market_share == number
    for write in (write_ages, write_number):
        with one_step(document, 0), pytest.raises(Problem):
            write(document, "soon", "lucy", *(["influence"] if write is write_number else []))


def test_values_are_taken_away_and_shared() -> None:
    document = beginning()
    write_line(document, "A\nB", "lucy", "needs", 0)
    with one_step(document):
        remove_value(document, "lucy", "needs", 0)
    assert lucy(document).needs == ("B",)
    for needs in (("B", "C"), ("B",)):
        with one_step(document):
            share_line(document, "lucy", "needs", "C")
        assert lucy(document).needs == needs


def test_a_stakeholder_is_placed_in_one_step() -> None:
    document = beginning()
    with one_step(document):
        place_stakeholder(document, "lucy", 3.5, 99.0)
    assert (lucy(document).interest, lucy(document).influence) == (3.5, 10.0)
    with one_step(document, 0):
        place_stakeholder(document, "lucy", 3.5, 10.0)
        place_stakeholder(document, "nobody", 1.0, 1.0)
        write_line(document, "x", "nobody", "goals", 0)
