"""Where the labels of arrows stand, so that none lies over another.

One after the other they take their places, as if all arrows were drawn anew in their order: first those that
people put somewhere, then the others. So what comes of it does not depend on what was changed last.
"""

from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heappush

from journeydesk.layout.cells import Cells
from journeydesk.picture.marks import Box
from journeydesk.render.strand import Strand, labelled

Rank = tuple[bool, float, str]


class Labels:
    """The labels of one map, and the regions in which each of them looked for its place."""

    def __init__(self) -> None:
        self._labels = Cells()
        self._regions = Cells()
        self._ranks: dict[str, Rank] = {}
        self._gone: set[str] = set()

    def forget(self, key: str) -> None:
        """Takes note that an arrow is gone: others may want its label's place when all has come to rest."""
        self._gone.add(key)

    def before(self, strand: Strand) -> Callable[[Box], bool]:
        """Whether a label that takes its place before an arrow's own meets a box; none for a chosen place."""
        rank, is_chosen = _rank(strand), strand.link.label_at is not None

        def is_taken(box: Box) -> bool:
            return not is_chosen and any(self._ranks[key] < rank for key in self._labels.meeting(box))

        return is_taken

    def part(self, led: Iterable[str], strands: Mapping[str, Strand], cards: Cells) -> dict[str, Strand]:
        """Places the labels of arrows that were led anew, and all others that this makes different.

        Gives the arrows whose label stands elsewhere now than in `strands`; what is not there is gone.
        """
        waiting: set[Rank] = set()
        for key in {*led, *self._gone}:
            waiting |= self._take(key, strands.get(key))
        self._gone.clear()
        changed: dict[str, Strand] = {}
        queue, last = list(waiting), None
        heapify(queue)
        while queue:
            rank = heappop(queue)
            if rank != last and (strand := strands.get(rank[-1])) is not None:
                key, last = rank[-1], rank
                found = labelled(strand, cards, self.before(strand))
                if found.looked is not None:
                    self._regions.put(key, found.looked.grown(2))
                changed[key] = found
                for other in self._put(key, found.box("label")):
                    if other > rank:
                        heappush(queue, other)
        return {key: found for key, found in changed.items() if found != strands[key]}

    def _take(self, key: str, strand: Strand | None) -> set[Rank]:
        """Takes note of an arrow; gives those that have to be asked where their labels stand now."""
        rank = _rank(strand) if strand is not None else None
        stirred = self._put(key, None) if rank != self._ranks.get(key) else set()
        self._regions.remove(key)
        if rank is None or strand is None:
            self._ranks.pop(key, None)
            return stirred
        self._ranks[key] = rank
        return stirred | {rank}

    def _put(self, key: str, box: Box | None) -> set[Rank]:
        """Takes note of where a label stands; gives the arrows whose labels may want to go elsewhere now."""
        before = self._labels.boxes.get(key)
        if before == box:
            return set()
        if box is None:
            self._labels.remove(key)
        else:
            self._labels.put(key, box)
        regions = [region for region in (before, box) if region is not None]
        return {self._ranks[other] for region in regions for other in self._regions.meeting(region)}


def _rank(strand: Strand) -> Rank:
    return strand.link.label_at is None, strand.link.order, strand.link.id
