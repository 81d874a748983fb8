"""What a person points at on a board."""

from journeydesk.kinds.links import thickness
from journeydesk.model.records import Record
from journeydesk.picture.marks import Box
from journeydesk.render.board import Board
from journeydesk.render.entry import Entry, Layer

LINE_REACH = 1.5  # an arrow's line is thin, so it is hit from farther
TITLE_HEIGHT = 40.0
RIM = 8.0


def pointed_at(board: Board, x: float, y: float, *, reach: float = 4.0) -> Record | None:
    """The topmost node or arrow at a point, or within `reach` board units of it."""
    for entry in reversed(board.within(Box(x, y, x, y).grown(reach))):
        if _is_hit(board, entry, x, y, reach):
            return board.document.get(entry.record_id)
    return None


def _is_hit(board: Board, entry: Entry, x: float, y: float, reach: float) -> bool:
    match entry.layer:
        case Layer.LIMB:
            return False
        case Layer.LINK:
            link = board.wiring.strands[entry.key].link
            return board.wiring.distance(entry.key, x, y) <= reach * LINE_REACH + thickness(link) / 2
        case Layer.LABEL:
            return entry.bounds.holds(x, y)
    placed = board.placed[entry.key]
    box = placed.box
    if not box.grown(reach / 2).holds(x, y):
        return False
    return entry.layer is not Layer.FRAME or placed.node.folded or _is_on_rim(box, x, y)


def _is_on_rim(box: Box, x: float, y: float) -> bool:
    """Whether a point lies on a frame's border or title; its inside belongs to what lies in it."""
    return not Box(box.left + RIM, box.top + TITLE_HEIGHT, box.right - RIM, box.bottom - RIM).holds(x, y)
