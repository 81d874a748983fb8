"""A theme in the colours of a house: whatever they are, what is written on them can be read."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import islice

from journeydesk.picture.theme import Theme, Tint, contrast, luminance, mixed

READ, SEEN = 4.6, 3.1  # contrast of a text on its ground, and of a line (WCAG 2.2, 1.4.3 and 1.4.11)
STEPS = 24  # in which a colour is made darker or paler until it can be read
FAR = 0.75  # how near to the ink a colour goes that comes again and again
PALE, PALE_ON_DARK = 0.13, 0.3  # of the colour in the pale fill of a card
BOLD = 2.0  # contrast on the ground above which the cards of a theme are bold ones


@cache
def dressed(theme: Theme, palette: tuple[str, ...]) -> Theme:
    """The theme with these colours for stages, branches and personas; itself where it is printed in black.

    Where there are fewer colours than meanings, they come again, darker.
    """
    if not palette or theme.patterned:
        return theme
    phases = tuple(_tint(theme, colour) for colour in _laps(theme, palette, len(theme.phases)))
    branches = tuple(
        _pushed(colour, theme.ink, _reads_on(theme.ground))
        for colour in _laps(theme, palette, len(theme.branches))
    )
    return replace(theme, phases=phases, branches=branches)


def _laps(theme: Theme, palette: tuple[str, ...], count: int) -> list[str]:
    """So many colours: those of the palette, again and again, each time nearer to the ink."""
    laps = -(-count // len(palette))
    found = (mixed(theme.ink, colour, FAR * lap / laps) for lap in range(laps) for colour in palette)
    return list(islice(found, count))


def _tint(theme: Theme, colour: str) -> Tint:
    if contrast(theme.phases[0].fill, theme.ground) >= BOLD:
        ink = max(("#ffffff", theme.ink), key=lambda one: contrast(one, colour))
        fill = _pushed(colour, "#000000" if ink == "#ffffff" else "#ffffff", _reads_on(ink))
        return Tint(fill, ink, _pushed(mixed(fill, "#000000", 0.7), "#000000", _seen_on(theme.ground)))
    part = PALE if luminance(theme.ground) > luminance(theme.ink) else PALE_ON_DARK
    fill = mixed(colour, theme.ground, part)
    ink = _pushed(mixed(theme.ink, colour, 0.4), theme.ink, _reads_on(fill))
    return Tint(fill, ink, _pushed(colour, theme.ink, _seen_on(theme.ground, fill)))


def _pushed(colour: str, towards: str, suits: Callable[[str], bool]) -> str:
    """The colour, mixed with another one as little as it takes to suit."""
    steps = (mixed(towards, colour, step / STEPS) for step in range(STEPS + 1))
    return next((mixture for mixture in steps if suits(mixture)), towards)


def _reads_on(ground: str) -> Callable[[str], bool]:
    return lambda colour: contrast(colour, ground) >= READ


def _seen_on(*grounds: str) -> Callable[[str], bool]:
    return lambda colour: all(contrast(colour, ground) >= SEEN for ground in grounds)
