"""Where somebody has looked: views one after the other, to go back and forward through."""

from collections.abc import Callable
from dataclasses import dataclass

from journeydesk.ui.session import Place

LONGEST = 100  # views


@dataclass(frozen=True, slots=True)
class Sighting:
    """A map, the nodes into which somebody had stepped, and what was in the middle."""

    map_id: str
    path: tuple[str, ...]
    place: Place


Test = Callable[[Sighting], bool]


class Trail:
    """The views before and after the one in view."""

    def __init__(self) -> None:
        self._before: list[Sighting] = []
        self._after: list[Sighting] = []

    def leave(self, here: Sighting) -> None:
        """Takes note of a view from which somebody jumps elsewhere; what lay ahead is forgotten."""
        self._after.clear()
        if not self._before or self._before[-1] != here:
            self._before.append(here)
            del self._before[:-LONGEST]

    def back(self, here: Sighting, is_there: Test) -> Sighting | None:
        """The view before this one that is still there and is another; None for none."""
        return _step(self._before, self._after, here, is_there)

    def forward(self, here: Sighting, is_there: Test) -> Sighting | None:
        """The view after this one, likewise."""
        return _step(self._after, self._before, here, is_there)


def _step(ahead: list[Sighting], behind: list[Sighting], here: Sighting, is_there: Test) -> Sighting | None:
    while ahead:
        found = ahead.pop()
        if found != here and is_there(found):
            behind.append(here)
            return found
    return None
