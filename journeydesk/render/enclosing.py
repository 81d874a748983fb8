"""What lies in the frames of a board: they carry it wherever they go."""

from collections.abc import Iterable

from journeydesk.kinds.frame import Frame
from journeydesk.picture.marks import Box
from journeydesk.render.arrange import Placed
from journeydesk.render.board import Board


def contents(board: Board, frame_id: str) -> tuple[str, ...]:
    """The ids of what lies wholly in a frame: cards, branches that hang from nothing, smaller frames."""
    outer = board.placed.get(frame_id)
    if outer is None or not isinstance(outer.node, Frame):
        return ()
    found = (board.placed.get(key) for key in board.cells.meeting(outer.box))
    return tuple(inner.node.id for inner in found if inner is not None and _lies_in(inner, outer))


def _lies_in(inner: Placed, outer: Placed) -> bool:
    if inner.node.id != inner.root_id or inner.node.id == outer.node.id or not holds(outer.box, inner.box):
        return False
    return not isinstance(inner.node, Frame) or _area(inner.box) < _area(outer.box)


def with_contents(board: Board, ids: Iterable[str]) -> tuple[str, ...]:
    """These ids, and those of all that lies in the frames among them; a locked frame carries nothing."""
    found = dict.fromkeys(ids)
    for key in tuple(found):
        placed = board.placed.get(key)
        if placed is not None and not placed.node.locked:
            found.update(dict.fromkeys(contents(board, key)))
    return tuple(found)


def holds(outer: Box, inner: Box) -> bool:
    """Whether a box lies wholly in another."""
    return outer.holds(inner.left, inner.top) and outer.holds(inner.right, inner.bottom)


def _area(box: Box) -> float:
    return box.width * box.height
