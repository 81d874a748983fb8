"""The keys of the main window that mean the same in a window which borrows the map."""

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
