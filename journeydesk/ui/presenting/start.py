"""Begins and ends presentations: the map goes to a screen of its own, and comes back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from journeydesk.analysis.tours import Halt, by_stages, by_stops
from journeydesk.model.document import Document
from journeydesk.ui.presenting.presenter import Presenter
from journeydesk.ui.presenting.projection import Projection, screen_for
from journeydesk.ui.settings import Settings
from journeydesk.ui.workspace import Workspace

WAYS: dict[str, Callable[[Document, str], tuple[Halt, ...]]] = {"stages": by_stages, "stops": by_stops}


def way_of(workspace: Workspace) -> str:
    """How this map is presented where nobody says: from stop to stop where there are any."""
    session = workspace.session
    return "stops" if by_stops(session.document, session.map_id) else "stages"


def present(workspace: Workspace, settings: Settings, way: str) -> Projection:
    """Shows the map to an audience; on another screen where there is one, this one is the presenter's."""
    session, showing = workspace.session, workspace.showing
    showing.show_map()
    halts = partial(WAYS[way], session.document, session.map_id)
    projection = Projection(session, workspace.view, halts, not settings.reduces_motion, workspace)
    screen = screen_for(workspace, settings.projector)
    stand_in: QWidget = QWidget()
    if screen is not workspace.screen():
        stand_in = Presenter(session, projection)
    showing.lend(stand_in)
    projection.left.connect(showing.take_back)
    projection.open_on(screen)
    return projection
