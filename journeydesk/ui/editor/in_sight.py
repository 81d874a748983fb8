"""What is selected stays in sight: no key works on what was folded away or left behind."""

from PySide6.QtCore import QObject

from journeydesk.model.change import Change
from journeydesk.model.records import Node
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.session import Session


class InSight(QObject):
    """Watches what is folded and stepped into. Made after the view, so that it knows what is seen now."""

    def __init__(self, session: Session, view: MapView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        session.changed.connect(self._follow)
        session.drill.changed.connect(self._step)

    def _follow(self, change: Change) -> None:
        """Selects what was folded in place of what it hides."""
        folded = [key for key, pair in change.items() if _is_folded(*pair)]
        if folded:
            board = self._view.board
            seen = [key for key in folded if board.box_of(key) is not None][:1]
            chosen = [self._seen(key) for key in self._session.selection]
            if tuple(chosen) != self._session.selection:
                self._session.select([key for key in chosen if key] or seen)

    def _seen(self, key: str) -> str:
        """What is selected itself, or the nearest that it hangs on and that is seen; "" for none."""
        board, passed = self._view.board, set[str]()
        while key and key not in passed and board.box_of(key) is None:
            passed.add(key)
            node = self._session.document.find(Node, key)
            key = node.parent_id if node is not None else ""
        return "" if key in passed else key

    def _step(self) -> None:
        session = self._session
        session.select(key for key in session.selection if session.drill.shows(key))


def _is_folded(before: object, after: object) -> bool:
    return isinstance(before, Node) and isinstance(after, Node) and after.folded and not before.folded
