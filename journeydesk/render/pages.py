"""Sizes of paper."""

import math
import re
from dataclasses import dataclass

from journeydesk.language import Problem, message

SMALLEST, LARGEST = 50.0, 5080.0  # millimetres; a PDF page cannot be larger
NAMED = {"A0": (841, 1189), "A1": (594, 841), "A2": (420, 594), "A3": (297, 420), "A4": (210, 297)}
_SIZE = re.compile(r"(\d+(?:[.,]\d+)?)\s*[x×*]\s*(\d+(?:[.,]\d+)?)\s*(?:mm)?")


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page in millimetres. One that is `turnable` may stand or lie, whichever suits what is on it."""

    width_mm: float
    height_mm: float
    turnable: bool = False

    @property
    def diagonal(self) -> float:
        return math.hypot(self.width_mm, self.height_mm)

    def landscape(self) -> "PageSize":
        """The page lying."""
        sides = self.width_mm, self.height_mm
        return PageSize(max(sides), min(sides))

    def portrait(self) -> "PageSize":
        """The page standing."""
        sides = self.width_mm, self.height_mm
        return PageSize(min(sides), max(sides))


def page_size(text: str) -> PageSize:
    """The page that "A3" or "900x600mm" names. Raises Problem for what is no size, or none to print on."""
    name = text.strip()
    if name.upper() in NAMED:
        return PageSize(*NAMED[name.upper()], turnable=True)
    found = _SIZE.fullmatch(name.lower())
    if found is None:
        raise Problem(
            message("“{given}” is not a page size. Use {names}, or millimetres such as 900x600mm.",
                    given=text, names=", ".join(NAMED))
        )  # fmt: skip
    width, height = (float(side.replace(",", ".")) for side in found.groups())
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise Problem(
            message("A page must measure between {least} and {most} mm each way; {given} does not.",
                    least=f"{SMALLEST:g}", most=f"{LARGEST:g}", given=text)
        )  # fmt: skip
    return PageSize(width, height)
