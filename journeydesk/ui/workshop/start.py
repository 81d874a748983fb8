"""Begins and ends a workshop: the map goes to a window of its own, and comes back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from journeydesk.language import say
from journeydesk.ui.lending import Loan
from journeydesk.ui.presenting.projection import screen_for
from journeydesk.ui.settings import Settings
from journeydesk.ui.workshop.window import WorkshopWindow
from journeydesk.ui.workspace import Workspace


def workshop_of(workspace: Workspace) -> WorkshopWindow | None:
    """The window of the workshop that is held with this map just now."""
    window = workspace.view.window()
    return window if isinstance(window, WorkshopWindow) else None


def hold(workspace: Workspace, settings: Settings) -> WorkshopWindow:
    """Takes the map to a workshop's window, on the screen for the audience."""
    showing = workspace.showing
    showing.show_map()
    window = WorkshopWindow(workspace)
    loan = Loan(workspace, window, window.leave)
    window.left.connect(loan.settle)
    stand_in = QLabel(say("The map is in the workshop’s window."))
    stand_in.setObjectName("muted")
    stand_in.setAlignment(Qt.AlignmentFlag.AlignCenter)
    showing.lend(stand_in)
    window.left.connect(showing.take_back)
    window.open_on(screen_for(workspace, settings.projector))
    return window
