"""A map before an audience, and what the presenter sees."""

from journeydesk.model.stops import TourStop
from journeydesk.operations.tours import add_stop
from journeydesk.ui.presenting.presenter import Presenter
from journeydesk.ui.presenting.projection import Projection
from journeydesk.ui.program import Program
from tests.shots.order import sharp
from tests.shots.studio import Scene, Studio, parts


def take_presenting(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    assert window.workspace is not None and session is not None
    program.settings.reduces_motion = True
    window.deeds.deed("present_stages").trigger()
    projection = window.workspace.findChild(Projection)
    assert projection is not None
    projection.resize(1280, 800)
    studio.rest()
    for place in (0, 2):
        projection.go(place)
        sharp(program)
        studio.take(projection, f"presenting-{place}-{look}")
    panel = Presenter(session, projection)
    panel.resize(760, 640)
    studio.take(panel, f"presenting-notes-{look}")
    panel.deleteLater()
    projection.leave()


def take_stops(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    assert window.workspace is not None and session is not None
    for place, title in enumerate(("The first question", "Hired, and then?", "What becomes of clients")):
        add_stop(session.document, session.map_id, TourStop(title, "", 500.0 + 950 * place, 200, 1300, 800))
    window.workspace.showing.show_layout("stops")
    studio.take(window, f"stops-{look}")


SCENES = (Scene("presenting", take_presenting), Scene("stops", take_stops))
