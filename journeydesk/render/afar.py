"""What is seen of a map from afar, where pictures would cost much and say nothing: patches and threads.

Lengths are board units.
"""

from dataclasses import dataclass

from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point

FARTHEST = 0.1  # pixels per board unit, below which no text can be read and no icon recognised


@dataclass(frozen=True, slots=True)
class Patch:
    """A card: a box with an edge."""

    box: Box
    fill: str
    edge: str


@dataclass(frozen=True, slots=True)
class Thread:
    """An arrow, a limb or a branch: a line through points."""

    points: tuple[Point, ...]
    colour: str
    width: float


Afar = Patch | Thread
