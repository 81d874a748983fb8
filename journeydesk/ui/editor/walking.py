"""Where the arrow keys lead: along branches, and else to the nearest card in that direction."""

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.frame import Frame
from journeydesk.model.document import Document
from journeydesk.model.queries import children
from journeydesk.model.records import Node
from journeydesk.render.board import Board

Direction = tuple[int, int]


def neighbour(document: Document, board: Board, key: str, direction: Direction) -> str:
    """The id of the node to which a step in a direction leads; "" where there is none.

    From an arrow, left and up lead to where it begins, right and down to where it ends.
    """
    placed = board.placed.get(key)
    if placed is None:
        return board.wiring.ends(key)[max(direction) > 0]
    return _along_branches(document, board, placed.node, direction) or _nearest(board, key, direction)


def _along_branches(document: Document, board: Board, node: Node, direction: Direction) -> str:
    across, _ = direction
    placed = board.placed[node.id]
    if not across:
        if not isinstance(node, Branch) or not node.parent_id:
            return ""
        return _sibling(document, board, node, direction[1])
    if isinstance(node, Branch) and node.parent_id and across == -placed.setting.side:
        return node.parent_id
    below = [child for child in children(document, node.id) if child.id in board.placed]
    same = [child for child in below if board.placed[child.id].setting.side == across]
    if same and (node.parent_id or board.placed[same[0].id].box.y < placed.box.bottom + 200):
        return min(same, key=lambda child: abs(board.placed[child.id].box.y - placed.box.y)).id
    return ""


def on_same_side(document: Document, board: Board, key: str) -> list[str]:
    """A branch that is in view and its siblings on the same side of their root, in order."""
    found, placed = document.find(Node, key), board.placed
    if found is None or key not in placed:
        return []
    side = placed[key].setting.side
    family = (child.id for child in children(document, found.parent_id) if child.id in placed)
    return [child for child in family if placed[child].setting.side == side]


def _sibling(document: Document, board: Board, node: Branch, step: int) -> str:
    same = on_same_side(document, board, node.id)
    at = same.index(node.id) + step
    return same[at] if 0 <= at < len(same) else ""


def _nearest(board: Board, key: str, direction: Direction) -> str:
    """The card whose middle lies nearest in a direction; distance across the direction counts double."""
    here = board.placed[key].box
    best, found = float("inf"), ""
    for other, placed in board.placed.items():
        if other == key or isinstance(placed.node, Frame):
            continue
        dx, dy = placed.box.x - here.x, placed.box.y - here.y
        along = dx * direction[0] + dy * direction[1]
        aside = abs(dx * direction[1]) + abs(dy * direction[0])
        if along > 4 and along >= aside * 0.6 and along + 2 * aside < best:
            best, found = along + 2 * aside, other
    return found


def first(board: Board) -> str:
    """Where walking begins: the card that lies first, from left to right."""
    cards = [
        (item.box.left + item.box.top * 0.3, key)
        for key, item in board.placed.items()
        if not item.node.parent_id
    ]
    return min(cards)[1] if cards else ""
