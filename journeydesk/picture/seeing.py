"""How colours look in grey, and to people who do not see all of them.

The matrices are those of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, A Physiologically-based Model
for Simulation of Color Vision Deficiency, IEEE Transactions on Visualization and Computer Graphics 15 (2009),
for a severity of 1.0, for linear light. Distances are those of CIE 1976 (L*, a*, b*).
"""

import math
from enum import Enum
from functools import lru_cache

from journeydesk.picture.theme import channels, linear

Matrix = tuple[tuple[float, float, float], ...]
_TO_XYZ: Matrix = (  # IEC 61966-2-1, white of D65 as 1, 1, 1
    (0.43394, 0.37621, 0.18985),
    (0.21264, 0.71517, 0.07219),
    (0.01775, 0.10947, 0.87278),
)
_SMALL = 216 / 24389
_STEEP = 24389 / 27


class Eye(Enum):
    """Who or what looks at a colour."""

    EVERY = "every"
    GREY = "grey"
    PROTAN = "protan"  # without the cones for red
    DEUTAN = "deutan"  # without those for green
    TRITAN = "tritan"  # without those for blue


_MATRICES: dict[Eye, Matrix] = {
    Eye.EVERY: ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    Eye.GREY: ((0.2126, 0.7152, 0.0722),) * 3,
    Eye.PROTAN: (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    Eye.DEUTAN: (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    Eye.TRITAN: (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


@lru_cache(maxsize=4096)
def seen(colour: str, eye: Eye) -> tuple[float, float, float]:
    """The lightness L*, 0 to 100, and a* and b* of a colour as this eye has it."""
    light = tuple(linear(channel) for channel in channels(colour))
    kept = (min(1.0, max(0.0, part)) for part in _times(_MATRICES[eye], light))
    x, y, z = (_root(part) for part in _times(_TO_XYZ, tuple(kept)))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(colour: str, other: str, eye: Eye) -> float:
    """How far two colours are from one another to this eye; about 2 is just noticed where they touch."""
    return math.dist(seen(colour, eye), seen(other, eye))


def _times(matrix: Matrix, parts: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, parts, strict=True)) for row in matrix)


def _root(part: float) -> float:
    return part ** (1 / 3) if part > _SMALL else (_STEEP * part + 16) / 116
