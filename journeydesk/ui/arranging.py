"""What arranging asks of the map in view: what is chosen there, where it lies, and what it carries."""

from collections.abc import Iterator
from itertools import islice

from journeydesk.kinds.frame import Frame
from journeydesk.kinds.summary import covered
from journeydesk.language import Message, message
from journeydesk.model.queries import root
from journeydesk.model.records import Node
from journeydesk.operations import frames, nodes
from journeydesk.operations.arrange import Block, Level, restack
from journeydesk.operations.summaries import following
from journeydesk.render.board import Board
from journeydesk.render.enclosing import around, contents, inside, smallest_frame, with_contents
from journeydesk.ui.session import Session

FEW = 50  # chosen nodes for which it is found out at every step whether a frame holds them


def chosen(session: Session | None) -> Iterator[Node]:
    """The selected nodes."""
    if session is not None:
        yield from (record for record in session.chosen if isinstance(record, Node))


def has_node(session: Session | None) -> bool:
    """Whether any node is selected."""
    return next(chosen(session), None) is not None


def loose(session: Session | None) -> Iterator[Node]:
    """The selected nodes that hang from nothing."""
    return (node for node in chosen(session) if not node.parent_id)


def has_loose(session: Session | None, count: int) -> bool:
    """Whether so many nodes that hang from nothing are selected."""
    return len(list(islice(loose(session), count))) == count


def blocks(session: Session, board: Board) -> list[Block]:
    """What is selected, as blocks; what lies in a selected frame goes along with it and is none by itself."""
    found, carried = [], set[str]()
    for node in loose(session):
        if (placed := board.placed.get(node.id)) is not None:
            within = with_contents(board, (node.id,))[1:]
            carried.update(within)
            found.append(Block(node.id, placed.box, within))
    return [block for block in found if block.node_id not in carried]


def stack(session: Session, board: Board, level: Level) -> None:
    """Brings what is selected over or under what it overlaps."""
    boxes = {node.id: board.placed[node.id].box for node in loose(session) if node.id in board.placed}
    overlaps = {key: tuple(board.cells.meeting(box)) for key, box in boxes.items()}
    met = {
        key: [o for o in others if o in board.placed and board.placed[o].box.meets(boxes[key])]
        for key, others in overlaps.items()
    }
    restack(session.document, boxes, level, met)


def group(session: Session, board: Board) -> str:
    """Puts a frame round what is selected; gives its id, or "" where there is nothing to group."""
    document = session.document
    roots = dict.fromkeys(root(document, node).id for node in chosen(session))
    for key in following(document, roots):  # the summaries of which all is in the frame belong there as well
        if all(root(document, node).id in roots for node in covered(document, document.find(Node, key))):
            roots[key] = None
    whole = around(board, with_contents(board, roots))
    if whole is None:
        return ""
    held = [key for key in board.cells.meeting(whole) if key in roots]
    return frames.group(document, session.map_id, whole, held).id


def chosen_frames(session: Session, board: Board) -> list[str]:
    """The selected frames, or the smallest one round all that is selected."""
    found = list(loose(session))
    frames_among = [node.id for node in found if isinstance(node, Frame)]
    return frames_among or smallest_frame(board, [node.id for node in found])


def has_frames(session: Session, board: Board) -> bool:
    """Whether there are chosen frames."""
    if any(isinstance(node, Frame) for node in loose(session)):
        return True
    return len(session.selection) <= FEW and bool(chosen_frames(session, board))


def ungroup(session: Session, board: Board) -> None:
    """Takes frames away and selects what lay in them."""
    gone = chosen_frames(session, board)
    within = dict.fromkeys(key for frame in gone for key in contents(board, frame))
    frames.ungroup(session.document, gone)
    session.select(within)


def fit(session: Session, board: Board) -> None:
    """Fits frames to what lies in them; an empty one stays as it is."""
    for key in chosen_frames(session, board):
        if (whole := around(board, inside(board, key))) is not None:
            frames.fit(session.document, key, whole)


def remove(session: Session, board: Board) -> Message | str:
    """Deletes what is selected, frames with what lies in them; gives what is worth saying of it."""
    whole = with_contents(board, session.selection)
    more = len(whole) > len(session.selection)
    before = list(chosen(session))
    nodes.remove(session.document, whole)
    if any(session.document.get(node.id) for node in before):
        return message("What is locked in place was not deleted. Unlock it first.")
    return message("What lay in the frame went with it. Ungroup takes a frame away alone.") if more else ""
