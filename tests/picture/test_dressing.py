"""A theme takes a house's colours, and all that is written on them can still be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.picture.dressing import dressed
from journeydesk.picture.theme import CHALK, INK, PAPER, THEMES, VIVID, Theme, contrast

COLOUR = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "#{:02x}{:02x}{:02x}".format(*rgb))
PALETTES = st.lists(COLOUR, min_size=1, max_size=8, unique=True).map(tuple)


@pytest.mark.parametrize("theme", [PAPER, CHALK, VIVID], ids=lambda theme: theme.key)
@given(PALETTES)
def test_texts_and_lines_keep_their_contrast_in_any_colours(theme: Theme, palette: tuple[str, ...]) -> None:
    found = dressed(theme, palette)
    for tint in found.phases:
        assert contrast(tint.ink, tint.fill) >= 4.5
        assert contrast(tint.line, found.ground) >= 3
    for colour in found.branches:
        assert contrast(colour, found.ground) >= 4.5
    assert len(found.phases) == len(theme.phases)
    assert len(found.branches) == len(theme.branches)


@given(st.sampled_from(list(THEMES.values())), PALETTES)
def test_without_colours_and_in_black_print_a_theme_is_itself(theme: Theme, palette: tuple[str, ...]) -> None:
    assert dressed(theme, ()) is theme
    assert dressed(INK, palette) is INK


def test_few_colours_make_many_that_differ() -> None:
    found = dressed(PAPER, ("#0b5fa5", "#c2410c"))
    assert len({tint.line for tint in found.phases}) == len(found.phases)
    assert len(set(found.branches)) == len(found.branches)


def test_a_colour_that_can_be_read_is_taken_as_it_is() -> None:
    assert dressed(PAPER, ("#0b5fa5",)).phases[0].line == "#0b5fa5"
    assert dressed(VIVID, ("#0b5fa5",)).phases[0].fill == "#0b5fa5"
