"""The colours of themes can be read and told apart; the icons that words name are there."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.kinds.catalogue import KINDS
from journeydesk.model import vocabulary
from journeydesk.model.fields import Choice
from journeydesk.model.records import THEMES as CHOICES
from journeydesk.picture.icons import GRID, has_icon, icon
from journeydesk.picture.marks import Box, bounds
from journeydesk.picture.theme import (
    PAPER,
    THEMES,
    Theme,
    Tint,
    contrast,
    luminance,
    mixed,
    readable,
    theme_of,
    tint_of,
)

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
ALL = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.key)
WORDS = [
    choice
    for name in dir(vocabulary)
    if isinstance(found := getattr(vocabulary, name), tuple) and name.isupper()
    for choice in found
]


def tints(theme: Theme) -> list[Tint]:
    own = (theme.gained, theme.postponed, theme.lost, theme.decision, theme.persona, theme.note, theme.frame)
    return [*theme.phases, *own]


def test_people_can_choose_every_theme() -> None:
    assert {choice.key for choice in CHOICES} == THEMES.keys()
    assert theme_of("no such theme") is PAPER


@ALL
def test_text_can_be_read_on_every_ground_of_a_theme(theme: Theme) -> None:
    for tint in tints(theme):
        assert contrast(tint.ink, tint.fill) >= 4.5
    for ground in (theme.ground, theme.card):
        assert contrast(theme.ink, ground) >= 7
        assert contrast(theme.muted, ground) >= 4.5


@ALL
def test_lines_show_on_the_ground(theme: Theme) -> None:
    for line in (theme.link, theme.link_back, theme.influence, *theme.branches):
        assert contrast(line, theme.ground) >= 3
    assert len(theme.phases) == len(vocabulary.PHASES)
    assert len(theme.branches) == 8


@ALL
def test_phases_look_different_where_a_theme_has_colours(theme: Theme) -> None:
    if not theme.patterned:
        assert len({tint.line for tint in theme.phases}) == len(theme.phases)
        assert all(one != other for one, other in combinations(theme.branches, 2))


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert luminance("#ff0000") == pytest.approx(0.2126)


@given(COLOURS, COLOURS)
def test_a_readable_colour_reaches_the_contrast(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground), ground) >= 4.5
    if contrast(colour, ground) >= 4.5:
        assert readable(colour, ground) == colour


@given(COLOURS, st.sampled_from(list(THEMES.values())))
def test_any_colour_makes_a_tint_that_can_be_read(colour: str, theme: Theme) -> None:
    tint = tint_of(colour, theme)
    assert contrast(tint.ink, tint.fill) >= 4.5


@given(COLOURS, COLOURS)
def test_mixing_all_or_nothing_gives_one_of_both(one: str, other: str) -> None:
    assert mixed(one, other, 1) == one and mixed(one, other, 0) == other


@pytest.mark.parametrize("choice", WORDS, ids=lambda choice: f"{choice.key} {choice.icon}")
def test_every_word_that_names_an_icon_has_one(choice: Choice) -> None:
    assert not choice.icon or has_icon(choice.icon)


def test_every_kind_has_an_icon() -> None:
    assert all(has_icon(kind.icon) for kind in KINDS)
    for name in (
        "image",
        "user",
        "map-pin",
        "circle-question-mark",
        "square-stack",
        "octagon-x",
        "lightbulb",
    ):
        assert has_icon(name)


def test_an_icon_lies_where_it_was_asked_for() -> None:
    for choice in WORDS:
        box = bounds(icon(choice.icon, 100, 50, 2 * GRID, "#000000"))
        assert box is None or (
            Box(98, 48, 150, 100).holds(box.left, box.top) and box.right <= 150 and box.bottom <= 100
        )
    assert icon("no such icon", 0, 0, 24, "#000000") == icon("", 0, 0, 24, "#000000") == ()
    assert not has_icon("../fonts/Inter")
