"""What badges tell of the evidence on which something rests."""

from dataclasses import replace
from datetime import date

import pytest

from journeydesk.kinds.badges import Shape, badges_width, draw_badges, evidence_badges
from journeydesk.kinds.kind import Look
from journeydesk.kinds.links import label_lines, label_size
from journeydesk.model.freshness import Freshness
from journeydesk.model.records import Evidence, Transition
from journeydesk.picture.marks import Path, bounds
from journeydesk.picture.theme import THEMES, Theme
from tests.kinds.samples import look

SOURCES = (
    Evidence(id="many", source="survey", sample_size=21500, date="2026-01-01"),
    Evidence(id="few", source="analytics", sample_size=12, date="2026-01-01"),
    Evidence(id="old", source="benchmark", sample_size=40, date="2020-02-01"),
    Evidence(id="talk", source="interview", sample_size=9, date="2026-01-01"),
    Evidence(id="word", source="anecdote", date="2025-03-01"),
)


def seen(language: str = "en", theme: Theme = THEMES["paper"]) -> Look:
    return replace(look(theme, language, *SOURCES), freshness=Freshness(12, date(2026, 7, 1)))


def test_counted_and_told_evidence_stand_side_by_side_in_other_shapes() -> None:
    badges = evidence_badges(("talk", "few", "many", "word", "nothing"), seen())
    assert [(badge.shape, badge.text, badge.is_hollow) for badge in badges] == [
        (Shape.SHEET, "n=21.5K", False),
        (Shape.BUBBLE, "2", False),
    ]


def test_what_is_out_of_date_shows_its_age_in_the_language_of_the_project() -> None:
    texts = [[badge.text for badge in evidence_badges(("old", "word"), seen(code))] for code in ("en", "fr")]
    assert texts == [["n=40 · 6 y", "1 · 16 mo"], ["n=40 · 6 ans", "1 · 16 mois"]]
    assert all(badge.is_hollow for badge in evidence_badges(("old", "word"), seen()))


def test_one_fresh_source_is_enough() -> None:
    assert not evidence_badges(("old", "few"), seen())[0].is_hollow


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_badges_differ_without_colour_and_lie_where_they_say(theme: Theme) -> None:
    sheet, bubble = evidence_badges(("many", "talk"), seen(theme=theme))
    old = evidence_badges(("old",), seen(theme=theme))
    drawn = [draw_badges((badge,), 0, 0, seen(theme=theme)) for badge in (sheet, bubble, *old)]
    outlines = [tuple(mark.commands for mark in picture if isinstance(mark, Path))[:2] for picture in drawn]
    assert outlines[0] != outlines[1]
    assert any(isinstance(mark, Path) and mark.stroke and mark.stroke.dash for mark in drawn[2])
    both = bounds(draw_badges((sheet, bubble), 5, 3, seen(theme=theme)))
    assert both is not None and abs(both.width - badges_width((sheet, bubble))) < 2


def test_what_a_share_rests_on_stands_beside_it_in_the_label() -> None:
    bare = Transition(id="t", map_id="m", source_id="a", target_id="b", share=40.0)
    rich = replace(bare, evidence_ids=("word",), share_evidence_ids=("many",), title="Hired")
    assert [len(line.badges) for line in label_lines(rich, seen())] == [1, 1]
    nameless = label_lines(replace(rich, title="", share_evidence_ids=()), seen())
    assert [(line.words is not None, len(line.badges)) for line in nameless] == [(True, 0), (False, 1)]
    assert label_size(rich, seen()) > label_size(bare, seen())
