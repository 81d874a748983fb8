"""Begins and ends presentations: the map goes to a screen of its own, and comes back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from journeydesk.analysis.paths import travelled
from journeydesk.analysis.tours import Halt, by_path, by_stages, by_stops
from journeydesk.language import message, say
from journeydesk.model.queries import personas
from journeydesk.ui.lending import Loan, lend_keys
from journeydesk.ui.motion import system_reduces_motion
from journeydesk.ui.presenting.presenter import Presenter
from journeydesk.ui.presenting.projection import Manner, Projection, screen_for
from journeydesk.ui.session import Session
from journeydesk.ui.settings import Settings
from journeydesk.ui.workspace import Workspace


def _along_path(session: Session) -> tuple[Halt, ...]:
    return by_path(session.document, session.map_id, traveller(session))


def _by_stages(session: Session) -> tuple[Halt, ...]:
    return by_stages(session.document, session.map_id)


def _by_stops(session: Session) -> tuple[Halt, ...]:
    """A stop that nobody has given a title is called by its number."""
    found = enumerate(by_stops(session.document, session.map_id), 1)
    return tuple(replace(halt, title=halt.title or say(message("Stop {n}", n=n))) for n, halt in found)


WAYS: dict[str, Callable[[Session], tuple[Halt, ...]]] = {
    "stages": _by_stages,
    "path": _along_path,
    "stops": _by_stops,
}


def traveller(session: Session) -> str:
    """Whose path is presented: that of who is followed, else of the first persona who travels on this map."""
    document, map_id = session.document, session.map_id
    keys = (session.spotlight.persona_id, *(person.id for person in personas(document)))
    return next((key for key in keys if key and travelled(document, map_id, key)), "")


def way_of(workspace: Workspace) -> str:
    """How this map is presented where nobody says: from stop to stop where there are any."""
    session = workspace.session
    return "stops" if by_stops(session.document, session.map_id) else "stages"


def present(workspace: Workspace, settings: Settings, way: str) -> Projection:
    """Shows the map to an audience; on another screen where there is one, this one is the presenter's."""
    session, showing = workspace.session, workspace.showing
    showing.show_map()
    halts = partial(WAYS[way], session)
    moves = not (settings.reduces_motion or system_reduces_motion())
    manner = Manner(moves, settings.reveals_branches, settings.hides_names)
    projection = Projection(session, workspace.view, halts, manner, workspace)
    lend_keys(workspace, projection)
    loan = Loan(workspace, projection, projection.leave)
    projection.left.connect(loan.settle)
    screen = screen_for(workspace, settings.projector)
    stand_in: QWidget = QWidget()
    if screen is not workspace.screen():
        stand_in = Presenter(session, projection)
    showing.lend(stand_in)
    projection.left.connect(showing.take_back)
    projection.open_on(screen)
    return projection
