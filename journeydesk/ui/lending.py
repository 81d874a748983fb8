"""What a window that borrows the map has of the main window's: some keys, and an end before its end."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from journeydesk.kinds.catalogue import KINDS
from journeydesk.ui.workspace import Workspace

# What needs nothing but the map; what opens a panel, a strip or a dialog stays with the main window.
LENT = (
    "undo", "redo", "save", *(f"insert_{kind.name}" for kind in KINDS), "zoom_in", "zoom_out", "zoom_actual",
    "step_in", "step_out", "follow_persona", "follow_next", "terra_incognita", "vote", "take_vote_back",
    "add_stop",
)  # fmt: skip


def lend_keys(workspace: Workspace, window: QWidget) -> None:
    """Lets a window answer these keys as the main window does."""
    window.addActions([workspace.deeds[name] for name in LENT])


def is_lent(workspace: Workspace) -> bool:
    """Whether the map is shown in another window just now."""
    return workspace.view.window() is not workspace.window()


class Loan(QObject):
    """Ends what goes on in a borrowing window when that is closed, and before the map's own window goes."""

    def __init__(self, workspace: Workspace, window: QWidget, leave: Callable[[], object]) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._leave: Callable[[], object] | None = leave
        for watched in (workspace, workspace.window(), window):
            watched.installEventFilter(self)

    def settle(self) -> None:
        """Nothing is borrowed any more."""
        self._leave = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_hidden = event.type() == QEvent.Type.Hide and not event.spontaneous()
        is_over = event.type() == QEvent.Type.Close or (is_hidden and watched is self._workspace)
        if is_over and self._leave is not None:
            leave, self._leave = self._leave, None
            leave()
        return False
