"""A map before an audience, and what the presenter sees."""

from journeydesk.model.stops import TourStop
from journeydesk.operations.remarks import park, vote_for
from journeydesk.operations.tours import add_stop
from journeydesk.ui.presenting.presenter import Presenter
from journeydesk.ui.presenting.projection import Projection
from journeydesk.ui.program import Program
from journeydesk.ui.workshop.start import hold
from tests.shots.order import sharp
from tests.shots.studio import Scene, Studio, parts

WORKSHOP = (1440, 900)


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


SAID = (
    "Prices are on the third page, nobody finds them",
    "The hotline is closed when people have time to call",
    "Who answers after the contract is signed?",
    "A former client told us: “I would have come back, but nobody asked me in two years.”",
    "Delivery",
    "The offer comes as a PDF that cannot be read on a phone",
    "Two departments send two invoices",
)


def take_workshop(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    assert window.workspace is not None and session is not None
    keys = park(session.document, session.map_id, *SAID)
    for place, votes in ((0, 3), (3, 11), (5, 1)):
        vote_for(session.document, keys[place], votes)
    workshop = hold(window.workspace, program.settings)
    workshop.resize(*WORKSHOP)
    workshop.panel.field.show_text("Somebody should call after the first month, not")
    workshop.countdown.switch()
    sharp(program)
    studio.take(workshop, f"workshop-{look}")
    workshop.panel.field.clear()
    workshop.panel.lot.enter()
    workshop.countdown.add(-600)
    workshop.countdown.tick()
    workshop.panel.by_votes.setChecked(True)
    studio.take(workshop, f"workshop-voting-{look}")
    workshop.leave()


SCENES = (Scene("workshop", take_workshop), Scene("presenting", take_presenting), Scene("stops", take_stops))
