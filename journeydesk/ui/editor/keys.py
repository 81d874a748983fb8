"""What plain keys do on the map: walking, nudging, and beginning to write."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeydesk.kinds.branch import Branch
from journeydesk.model.records import Node
from journeydesk.operations import branches, nodes
from journeydesk.render.board import Board
from journeydesk.ui.editor.walking import Direction, first, neighbour
from journeydesk.ui.session import Session

ARROWS: dict[Qt.Key, Direction] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
NUDGE = 10.0  # board units


def step(session: Session, board: Board, direction: Direction, modifiers: Qt.KeyboardModifier) -> None:
    """An arrow key: selects the neighbour (with Shift as well), or with Ctrl moves what is selected."""
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        _shove(session, direction)
        return
    here = session.selection[-1] if session.selection else ""
    found = neighbour(session.document, board, here, direction) if here else first(board)
    if found:
        adding = modifiers & Qt.KeyboardModifier.ShiftModifier
        session.select((*session.selection, found) if adding else (found,))


def _shove(session: Session, direction: Direction) -> None:
    chosen = [session.document.find(Node, key) for key in session.selection]
    if len(chosen) == 1 and isinstance(chosen[0], Branch) and chosen[0].parent_id:
        branches.step_among_siblings(session.document, chosen[0].id, direction[1])
    else:
        nodes.move(session.document, session.selection, direction[0] * NUDGE, direction[1] * NUDGE)


def is_writing(event: QKeyEvent) -> bool:
    """Whether a key gives a character that begins a text."""
    text = event.text()
    bare = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return bare and bool(text) and text.isprintable() and not text.isspace()
