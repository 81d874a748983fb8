"""What of a board is tidied: its cards with their families, and the arrows between them, as plain data."""

from collections.abc import Collection

from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.kind import Part
from journeydesk.kinds.links import label_size, objection_size
from journeydesk.kinds.stage import Stage, phase_index
from journeydesk.layout.pieces import Arrow, Block, Role
from journeydesk.model.queries import links
from journeydesk.model.records import Influence, Node, Transition
from journeydesk.picture.marks import Box, union
from journeydesk.render.arrange import is_root
from journeydesk.render.board import Board

ROLES = {Part.STAGE: Role.STAGE, Part.STEP: Role.STEP, Part.END: Role.END, Part.PERSON: Role.PERSON}


def role_of(node: Node) -> Role:
    """What a node is to the layout."""
    if isinstance(node, Frame):
        return Role.FRAME
    if isinstance(node, DecisionPoint):
        return Role.FORK
    return ROLES.get(kind_of(node).part, Role.ASIDE)


def blocks_of(board: Board) -> list[Block]:
    """Every card of a board with the box of its family."""
    families: dict[str, list[Box]] = {}
    for item in board.placed.values():
        families.setdefault(item.root_id, []).append(item.box)
    found = []
    for key, boxes in families.items():
        node, whole = board.placed[key].node, union(boxes)
        if whole is None or not is_root(board.document, node):
            continue  # a branch into which somebody stepped has no place of its own
        rank = float(phase_index(node.phase)) if isinstance(node, Stage) else -1.0
        found.append(Block(key, role_of(node), board.placed[key].box, whole, rank, node.locked))
    return found


def arrows_of(board: Board) -> list[Arrow]:
    """Every arrow of a board that joins two families, from card to card."""
    found = []
    for link in links(board.document, board.map_id):
        source, target = _root(board, link.source_id), _root(board, link.target_id)
        if source and target and source != target:
            share = link.share if isinstance(link, Transition) else None
            weight = 1.0 + (50.0 if share is None else share) / 50.0
            room = label_size(link, board.look)[0] + objection_size(link)[0]
            found.append(Arrow(source, target, weight, room, not isinstance(link, Influence)))
    return found


def _root(board: Board, key: str) -> str:
    """The card in whose family a node is shown, or is folded away; "" for none."""
    seen: set[str] = set()
    while key not in board.placed and key not in seen:
        seen.add(key)
        node = board.document.find(Node, key)
        if node is None:
            return ""
        key = node.parent_id
    return board.placed[key].root_id if key in board.placed else ""


def chosen_of(board: Board, ids: Collection[str]) -> set[str]:
    """The cards that are meant by a selection: those of branches too, and what lies in frames."""
    found = {root for key in ids if (root := _root(board, key))}
    frames = [board.placed[key].box for key in found if isinstance(board.placed[key].node, Frame)]
    for item in board.placed.values():
        if item.node.id == item.root_id and any(_holds(frame, item.box) for frame in frames):
            found.add(item.root_id)
    return found


def _holds(outer: Box, inner: Box) -> bool:
    return outer.holds(inner.left, inner.top) and outer.holds(inner.right, inner.bottom)


def is_in_the_way(board: Board, key: str) -> bool:
    """Whether a node lies over one of another family; frames are there to be lain upon."""
    item = board.placed.get(key)
    if item is None:
        return False
    met = (board.placed.get(other) for other in board.cells.meeting(item.box))
    return any(
        other.root_id != item.root_id and role_of(other.node) is not Role.FRAME and other.box.meets(item.box)
        for other in met
        if other is not None
    )
