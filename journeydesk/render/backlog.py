"""A large change that a board follows tree by tree, so that what is in view is right at once.

Nobody waits for what cannot be seen. Until all is followed, the board shows the rest as it was.
"""

import math
import time
from collections.abc import Iterator

from journeydesk.model.change import Change, Pair
from journeydesk.model.queries import links_at, root
from journeydesk.model.records import Link, Node
from journeydesk.picture.marks import Box
from journeydesk.render.board import Board
from journeydesk.render.touched import is_general

MANY = 150  # nodes of a change above which it is followed in parts
PART = 40  # records of a part
NEAR = 400.0  # board units around what is in view that count as seen: branches reach out from their card


def is_large(change: Change, map_id: str) -> bool:
    """Whether following a change takes so long that it should be done in parts."""
    count = sum(isinstance(after or before, Node) for before, after in change.values())
    return count > MANY and not is_general(change, map_id)


class Backlog:
    """What of a change is still to be followed, what is near the view first."""

    def __init__(self, board: Board, change: Change, view: Box) -> None:
        self._board = board
        self._trees: dict[str, dict[str, Pair]] = {}
        for key, pair in change.items():
            self._trees.setdefault(_tree_of(board, key, pair), {})[key] = pair
        self._waiting = set(self._trees)
        self._order = iter(sorted(self._trees, key=self._distances(view.grown(NEAR)).__getitem__))

    def follow(self, seconds: float = math.inf) -> list[Box]:
        """Follows for so long, at least a part; gives the regions that look different now."""
        stale: list[Box] = []
        deadline = time.monotonic() + seconds
        while self._trees:
            part = Change(dict(self._take()))
            stale += self._board.refresh(part, draft=True, waiting=self._waiting)
            if time.monotonic() > deadline:
                break
        return stale

    @property
    def is_done(self) -> bool:
        """Whether the board has followed the whole change."""
        return not self._trees

    def _take(self) -> Iterator[tuple[str, Pair]]:
        """The pairs of the next trees."""
        count = 0
        for key in self._order:
            pairs = self._trees.pop(key)
            self._waiting.discard(key)
            yield from pairs.items()
            count += len(pairs)
            if count >= PART:
                break

    def _distances(self, view: Box) -> dict[str, float]:
        """How far each tree is from what is in view; those to which arrows lead from there come next."""
        found = {key: self._distance(key, view) for key in self._trees}
        document = self._board.document
        for key in [key for key, distance in found.items() if not distance]:
            for link in links_at(document, key):
                for end in (link.source_id, link.target_id):
                    if found.get(end):
                        found[end] = min(found[end], 1.0)
        return found

    def _distance(self, key: str, view: Box) -> float:
        """How far a root, as it lay or as it lies, is from a region; 0 for other records."""
        placed, node = self._board.placed.get(key), self._board.document.find(Node, key)
        points = [(placed.box.x, placed.box.y)] if placed is not None else []
        if node is not None:
            points.append((node.x, node.y))
        return min((_distance(point, view) for point in points), default=0.0)


def _distance(point: tuple[float, float], view: Box) -> float:
    x, y = point
    return math.hypot(max(view.left - x, 0.0, x - view.right), max(view.top - y, 0.0, y - view.bottom))


def _tree_of(board: Board, key: str, pair: Pair) -> str:
    """The root of the tree to which a record belongs, that of a link's beginning; "" for other records."""
    record = pair[1] or pair[0]
    if isinstance(record, Link):
        key = record.source_id
    elif not isinstance(record, Node):
        return ""
    if (node := board.document.find(Node, key)) is not None:
        return root(board.document, node).id
    placed = board.placed.get(key) or board.away.get(key)
    return placed.root_id if placed is not None else key
