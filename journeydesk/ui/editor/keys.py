"""What keys do on the map: walking, backing out, and beginning to write."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeydesk.render.board import Board
from journeydesk.ui.editor.walking import Direction, first, neighbour
from journeydesk.ui.session import Session


def walk(session: Session, board: Board, direction: Direction, adding: bool = False) -> None:
    """Selects the neighbour in a direction, or adds it to what is selected; the first card at the start."""
    here = session.selection[-1] if session.selection else ""
    found = neighbour(session.document, board, here, direction) if here else first(board)
    if found:
        session.select((*session.selection, found) if adding else (found,))


def is_writing(event: QKeyEvent) -> bool:
    """Whether a key gives a character that begins a text."""
    text = event.text()
    bare = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return bare and bool(text) and text.isprintable() and not text.isspace()
