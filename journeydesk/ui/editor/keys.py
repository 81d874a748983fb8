"""What keys do on the map: walking, nudging, backing out, and beginning to write."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeydesk.kinds.branch import Branch
from journeydesk.model.records import Node
from journeydesk.operations import branches, nodes
from journeydesk.render.board import Board
from journeydesk.ui.editor.walking import Direction, first, neighbour
from journeydesk.ui.session import Session

NUDGE = 10.0  # board units


def walk(session: Session, board: Board, direction: Direction, adding: bool = False) -> None:
    """Selects the neighbour in a direction, or adds it to what is selected; the first card at the start."""
    here = session.selection[-1] if session.selection else ""
    found = neighbour(session.document, board, here, direction) if here else first(board)
    if found:
        session.select((*session.selection, found) if adding else (found,))


def nudge(session: Session, direction: Direction, by: float = NUDGE) -> None:
    """Moves what is selected; a single branch steps among its siblings, for its place follows from theirs."""
    chosen = [session.document.find(Node, key) for key in session.selection]
    if len(chosen) == 1 and isinstance(chosen[0], Branch) and chosen[0].parent_id:
        branches.step_among_siblings(session.document, chosen[0].id, direction[1])
    else:
        nodes.move(session.document, session.selection, direction[0] * by, direction[1] * by)


def is_writing(event: QKeyEvent) -> bool:
    """Whether a key gives a character that begins a text."""
    text = event.text()
    bare = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return bare and bool(text) and text.isprintable() and not text.isspace()
