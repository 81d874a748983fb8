"""What lies in the frames of a board: they carry it wherever they go."""

from collections.abc import Iterable

from journeydesk.kinds.frame import Frame
from journeydesk.model.queries import descendants
from journeydesk.picture.marks import Box, union
from journeydesk.render.arrange import Placed
from journeydesk.render.board import Board


def contents(board: Board, frame_id: str) -> tuple[str, ...]:
    """The ids of what lies wholly in a frame: cards, branches that hang from nothing, smaller frames.

    Of a folded frame, what it hides.
    """
    outer = board.placed.get(frame_id)
    if outer is None or not isinstance(outer.node, Frame):
        return ()
    if outer.node.folded:
        return tuple(key for key in outer.node.contents if key in board.away)
    found = (board.placed.get(key) for key in board.cells.meeting(outer.box))
    return tuple(inner.node.id for inner in found if inner is not None and _lies_in(inner, outer))


def _lies_in(inner: Placed, outer: Placed) -> bool:
    if inner.node.id != inner.root_id or inner.node.id == outer.node.id or not holds(outer.box, inner.box):
        return False
    return not isinstance(inner.node, Frame) or _area(inner.box) < _area(outer.box)


def with_contents(board: Board, ids: Iterable[str], *, locked: bool = False) -> tuple[str, ...]:
    """These ids, and those of all that lies in the frames among them; in `locked` ones only if asked."""
    found = dict.fromkeys(ids)
    waiting = list(found)
    for key in waiting:
        placed = board.placed.get(key)
        if placed is not None and (locked or not placed.node.locked):
            inner = [each for each in contents(board, key) if each not in found]
            found.update(dict.fromkeys(inner))
            waiting += inner
    return tuple(found)


def holds(outer: Box, inner: Box) -> bool:
    """Whether a box lies wholly in another."""
    return outer.holds(inner.left, inner.top) and outer.holds(inner.right, inner.bottom)


def _area(box: Box) -> float:
    return box.width * box.height


def inside(board: Board, frame_id: str) -> tuple[str, ...]:
    """The ids of what lies more in a frame than beside it: its middle does."""
    outer = board.placed.get(frame_id)
    if outer is None:
        return ()
    found = (board.placed.get(key) for key in board.cells.meeting(outer.box))
    return tuple(
        inner.node.id
        for inner in found
        if inner is not None
        and inner.node.id == inner.root_id != frame_id
        and outer.box.holds(inner.box.x, inner.box.y)
        and not (isinstance(inner.node, Frame) and _area(inner.box) >= _area(outer.box))
    )


def around(board: Board, ids: Iterable[str]) -> Box | None:
    """The box round nodes and all that hangs on them, as far as it is shown; None for none."""
    families = ((key, *(below.id for below in descendants(board.document, key))) for key in ids)
    return union(board.placed[key].box for family in families for key in family if key in board.placed)


def smallest_frame(board: Board, ids: Iterable[str]) -> list[str]:
    """The id of the smallest frame that carries all of these, in a list; an empty list for none."""
    wanted = set(ids)
    whole = union(board.placed[key].box for key in wanted if key in board.placed)
    if whole is None:
        return []
    found = (board.placed.get(key) for key in board.cells.meeting(whole))
    held = [
        placed
        for placed in found
        if placed is not None
        and isinstance(placed.node, Frame)
        and wanted <= set(contents(board, placed.node.id))
    ]
    return [min(held, key=lambda placed: _area(placed.box)).node.id] if held else []
