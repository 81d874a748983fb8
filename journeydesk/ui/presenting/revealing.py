"""Branches that come one after the other, so that nobody reads ahead."""

from collections.abc import Iterable, Sequence

from journeydesk.analysis.tours import Halt, revealed
from journeydesk.model.document import Document
from journeydesk.model.queries import links_at
from journeydesk.render.board import Board
from journeydesk.ui.editor.surface import Surface


def branches_at(halt: Halt, board: Board) -> tuple[tuple[str, ...], ...]:
    """The branches that can be seen at a stop, each with all that hangs on it."""
    keys: Iterable[str] = halt.ids
    if (region := halt.region) is not None:
        keys = (key for key, item in board.placed.items() if region.holds(item.box.x, item.box.y))
    return tuple(group for group in revealed(board.document, keys) if group[0] in board.placed)


class Revealing:
    """Conceals the branches of a stop and shows one more with each step."""

    def __init__(self, document: Document, surface: Surface) -> None:
        self._document, self._surface = document, surface
        self._groups: tuple[tuple[str, ...], ...] = ()
        self._shown = 0

    @property
    def left(self) -> int:
        """How many are still to come."""
        return len(self._groups) - self._shown

    def begin(self, groups: Sequence[tuple[str, ...]], *, shown: bool = False) -> None:
        """Conceals these groups of nodes, each of which comes as one; `shown` shows them all."""
        self._groups = tuple(groups)
        self._shown = len(self._groups) if shown else 0
        self._conceal()

    def step(self, by: int) -> bool:
        """Shows one more, or one less; False where none is left."""
        if not 0 <= self._shown + by <= len(self._groups):
            return False
        self._shown += by
        self._conceal()
        return True

    def _conceal(self) -> None:
        nodes = {key for group in self._groups[self._shown :] for key in group}
        arrows = {link.id for key in nodes for link in links_at(self._document, key)}
        self._surface.conceal(frozenset(nodes | arrows))
