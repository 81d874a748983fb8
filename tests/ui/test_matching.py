"""How well what somebody types fits a name."""

import pytest

from journeydesk.ui.matching import bare, score


def fits(typed: str, name: str, beside: str = "") -> float:
    return score(bare(typed).split(), bare(name), bare(beside))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("etape", "Étape suivante"),
        ("MAP dup", "Duplicate Map"),
        ("dupm", "Duplicate Map"),
        ("œuvre", "Œuvre"),
        ("", "Anything"),
    ],
)
def test_it_fits(typed: str, name: str) -> None:
    assert fits(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"), [("map x", "Duplicate Map"), ("upp", "Duplicate"), ("zz", "Zoom")]
)
def test_it_does_not_fit(typed: str, name: str) -> None:
    assert not fits(typed, name)


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("zoom", "Zoom In", "Show the Zoom"),
        ("new", "New Map", "Renew"),
        ("map", "Duplicate Map", "Make a Poster"),
        ("undo", "Undo", "Undo Everything at Once"),
    ],
)
def test_the_nearer_name_comes_first(typed: str, better: str, worse: str) -> None:
    assert fits(typed, better) > fits(typed, worse)


def test_the_menu_counts_less_than_the_name() -> None:
    assert fits("help", "Help") > fits("help", "About", "Help") > 0
