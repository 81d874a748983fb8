"""Where a presentation of a map halts."""

from typing import NamedTuple


class TourStop(NamedTuple):
    """A region of a map with its title and the presenter's notes, and how the map is to be seen there.

    `x`, `y` is the middle of the region; all lengths are board units. The persona's path stands out.
    `incognita` engraves what no fresh evidence bears out. `folded` are the ids of the nodes and frames that
    are folded there, None where the stop leaves that to the map. `conditions` are those of a filter, as pairs
    of a condition's name and one of its keys. With `reveals`, branches come one after the other.
    """

    title: str = ""
    notes: str = ""
    x: float = 0.0
    y: float = 0.0
    width: float = 1000.0
    height: float = 600.0
    persona_id: str = ""
    incognita: bool = False
    folded: tuple[str, ...] | None = None
    conditions: tuple[tuple[str, str], ...] = ()
    reveals: bool = False
