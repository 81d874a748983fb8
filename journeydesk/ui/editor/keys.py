"""What keys do on the map: walking, backing out, and beginning to write."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeydesk.model.records import Link
from journeydesk.render.board import Board
from journeydesk.ui.editor.walking import Direction, first, neighbour
from journeydesk.ui.session import Session

HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)


def walk(session: Session, board: Board, direction: Direction, adding: bool = False) -> None:
    """Selects the neighbour in a direction, or adds it to what is selected; the first card at the start."""
    here = session.selection[-1] if session.selection else ""
    found = neighbour(session.document, board, here, direction) if here else first(board)
    if found:
        session.select((*session.selection, found) if adding else (found,))


def begun_text(session: Session, event: QKeyEvent) -> str | None:
    """What a key begins to write on the node or arrow that is selected alone; None where it does not.

    Enter begins to write on an arrow, with nothing typed yet: it has no siblings that Enter could add.
    """
    if len(session.selection) != 1:
        return None
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & HELD:
        return "" if session.document.find(Link, session.selection[0]) is not None else None
    text = event.text()
    bare = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return text if bare and bool(text) and text.isprintable() and not text.isspace() else None
