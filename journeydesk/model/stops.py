"""Where a presentation of a map halts."""

from typing import NamedTuple


class TourStop(NamedTuple):
    """A region of a map with its title and the presenter's notes, and the persona whose path stands out.

    `x`, `y` is the middle of the region; all lengths are board units.
    """

    title: str = ""
    notes: str = ""
    x: float = 0.0
    y: float = 0.0
    width: float = 1000.0
    height: float = 600.0
    persona_id: str = ""
