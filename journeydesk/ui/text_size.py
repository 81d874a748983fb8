"""How large the window's text is, and what grows with it.

People choose a size, from 100 to 200 per cent; a system whose text is larger than usual adds to that.
"""

import math

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

SIZES = (100, 125, 150, 175, 200)  # per cent
USUAL = 10.0  # points
DOTS = 96.0  # to an inch, where a system's text is as large as usual


def factor() -> float:
    """How many times as large as usual the window's text is now; never less than 1."""
    dots = QGuiApplication.primaryScreen().logicalDotsPerInchY()
    return max(1.0, QApplication.font().pointSizeF() / USUAL * dots / DOTS)


def scaled(pixels: float, most: float = math.inf) -> int:
    """A length that holds text of the usual size, made to hold it as it is now, up to so much."""
    return round(min(pixels * factor(), max(pixels, most)))


def beside(size: int, step: int) -> int:
    """The size after or before one, in per cent; the same at the ends."""
    near = min(range(len(SIZES)), key=lambda place: abs(SIZES[place] - size))
    return SIZES[max(0, min(len(SIZES) - 1, near + step))]
