"""How sources age."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.model.document import Document
from journeydesk.model.freshness import Freshness, freshness_of
from journeydesk.model.records import Evidence, Project

TODAY = date(2026, 11, 25)
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


def source(day: str, months: int | None = None) -> Evidence:
    return Evidence(id="e", date=day, fresh_months=months)


@pytest.mark.parametrize(
    ("day", "age"),
    [
        ("", None),
        ("2026-11-25", 0),
        ("2026-10-26", 0),
        ("2026-10-25", 1),
        ("2024-11-25", 24),
        ("2024-11-26", 23),
        ("2027-01-01", None),
    ],
)
def test_an_age_is_told_in_whole_months(day: str, age: int | None) -> None:
    assert Freshness(24, TODAY).age(source(day)) == age


def test_a_source_is_stale_from_the_day_that_the_project_says() -> None:
    freshness = Freshness(24, TODAY)
    assert [freshness.is_stale(source(day)) for day in ("2024-11-25", "2024-11-26", "")] == [
        True,
        False,
        False,
    ]


def test_a_source_may_stay_fresh_for_longer_or_less() -> None:
    freshness = Freshness(24, TODAY)
    assert not freshness.is_stale(source("2020-01-01", 120))
    assert freshness.is_stale(source("2026-08-01", 3))


def test_the_project_says_how_long() -> None:
    document = Document([Project(id="p", fresh_months=6)])
    assert freshness_of(document, TODAY) == Freshness(6, TODAY)


@given(DAYS, DAYS, st.integers(0, 400), st.integers(1, 600))
def test_nothing_becomes_fresh_again_by_waiting(made: date, seen: date, days: int, months: int) -> None:
    told = source(made.isoformat())
    later = seen + timedelta(days)
    if Freshness(months, seen).is_stale(told):
        assert Freshness(months, later).is_stale(told)
        assert (Freshness(months, later).age(told) or 0) >= (Freshness(months, seen).age(told) or 0)
