"""Sizes of paper."""

import math
import re
from dataclasses import dataclass, replace

from journeydesk.language import Problem, message

SMALLEST, LARGEST = 50.0, 5080.0  # millimetres; a PDF page cannot be larger
# ISO 216.
A_SERIES: dict[str, tuple[float, float]] = {
    "A0": (841, 1189), "A1": (594, 841), "A2": (420, 594), "A3": (297, 420), "A4": (210, 297),
}  # fmt: skip
B_SERIES: dict[str, tuple[float, float]] = {
    "B0": (1000, 1414), "B1": (707, 1000), "B2": (500, 707), "B3": (353, 500), "B4": (250, 353),
    "B5": (176, 250),
}  # fmt: skip
AMERICAN: dict[str, tuple[float, float]] = {
    "Letter": (215.9, 279.4), "Legal": (215.9, 355.6), "Tabloid": (279.4, 431.8),
    "ANSI A": (215.9, 279.4), "ANSI B": (279.4, 431.8), "ANSI C": (431.8, 558.8), "ANSI D": (558.8, 863.6),
    "ANSI E": (863.6, 1117.6),
    "Arch A": (228.6, 304.8), "Arch B": (304.8, 457.2), "Arch C": (457.2, 609.6), "Arch D": (609.6, 914.4),
    "Arch E": (914.4, 1219.2), "Arch E1": (762.0, 1066.8),
}  # fmt: skip
NAMED = {**A_SERIES, **B_SERIES, **AMERICAN}
ROLLS = (420.0, 594.0, 610.0, 841.0, 914.0, 1067.0, 1118.0, 1270.0, 1524.0)  # widths that are sold
SHORTEST = 0.5  # of a roll's width: how long a piece of it is at least
_KNOWN = {re.sub(r"[^A-Z0-9]", "", name.upper()): name for name in NAMED}
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_SIZE = re.compile(rf"{_NUMBER}\s*(?:mm)?\s*[x×*]\s*{_NUMBER}\s*(?:mm)?")
_ROLL = re.compile(rf"roll[\s_-]*{_NUMBER}\s*(?:mm)?")


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page in millimetres. One that is `turnable` may stand or lie, whichever suits what is on it.

    Of a `roll` only the width is certain; it is as high as wide until it is `cut` off where its drawing ends.
    """

    width_mm: float
    height_mm: float
    turnable: bool = False
    roll: bool = False

    @property
    def diagonal(self) -> float:
        return math.hypot(self.width_mm, self.height_mm)

    def landscape(self) -> "PageSize":
        """The page lying."""
        sides = self.width_mm, self.height_mm
        return replace(self, width_mm=max(sides), height_mm=min(sides), turnable=False)

    def portrait(self) -> "PageSize":
        """The page standing."""
        sides = self.width_mm, self.height_mm
        return replace(self, width_mm=min(sides), height_mm=max(sides), turnable=False)

    def suited(self, width: float, height: float) -> "PageSize":
        """The page turned as suits a drawing of this shape; a roll cut off about as long as it needs."""
        lies = width >= height
        if self.roll:
            short, long = sorted((max(width, 1e-6), max(height, 1e-6)))
            return self.cut(self.width_mm * long / short, lies=lies)
        if self.turnable:
            return self.landscape() if lies else self.portrait()
        return self

    def cut(self, length: float, *, lies: bool) -> "PageSize":
        """A piece of a roll, which lies or stands: as long as this, as far as there is such a page."""
        length = min(LARGEST, max(SMALLEST, self.width_mm * SHORTEST, length))
        return PageSize(length, self.width_mm) if lies else PageSize(self.width_mm, length)


def series(width: float, height: float) -> dict[str, tuple[float, float]]:
    """The pages of which one of this size is one; those of the A series where it is none."""
    sides = (min(width, height), max(width, height))
    return next((known for known in (B_SERIES, AMERICAN) if sides in known.values()), A_SERIES)


def page_size(text: str) -> PageSize:
    """The page that "A3", "arch d", "900x600mm" or "roll 914mm" names.

    Raises Problem for what is no size, or none to print on.
    """
    name = text.strip()
    if known := _KNOWN.get(re.sub(r"[\s_-]", "", name.upper())):
        return PageSize(*NAMED[known], turnable=True)
    roll = _ROLL.fullmatch(name.lower())
    found = _SIZE.fullmatch(name.lower()) or roll
    if found is None:
        raise Problem(
            message("“{given}” is not a page size. Use {names}, or 900x600mm, or roll-914mm.",
                    given=text, names=", ".join(NAMED))
        )  # fmt: skip
    sides = [float(side.replace(",", ".")) for side in found.groups()]
    if not all(SMALLEST <= side <= LARGEST for side in sides):
        raise Problem(
            message("A page must measure between {least} and {most} mm each way; {given} does not.",
                    least=SMALLEST, most=LARGEST, given=text)
        )  # fmt: skip
    return PageSize(sides[0], sides[-1], roll=roll is not None)
