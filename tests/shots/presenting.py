"""A map before an audience, and what the presenter sees."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journeydesk.model.queries import children, nodes, personas
from journeydesk.model.stops import TourStop
from journeydesk.operations.remarks import park, vote_for
from journeydesk.operations.tours import add_stop, change_stop
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
    projection.sheet.turn()
    studio.take(projection, f"presenting-keys-{look}")
    projection.sheet.turn()
    panel = Presenter(session, projection)
    panel.resize(760, 640)
    studio.take(panel, f"presenting-notes-{look}")
    panel.deleteLater()
    projection.leave()


def take_stops(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    assert window.workspace is not None and session is not None
    document, map_id = session.document, session.map_id
    person = personas(document)[0].id
    for place, title in enumerate(("The first question", "Hired, and then?", "What becomes of clients")):
        add_stop(document, map_id, TourStop(title, "", 500.0 + 950 * place, 200, 1300, 800))
    change_stop(document, map_id, 0, notes="Ask who was there. Then wait: somebody has a story to tell.")
    folded = tuple(node.id for node in nodes(document, map_id) if children(document, node.id))
    change_stop(document, map_id, 1, folded=folded, incognita=True, reveals=True, persona_id=person)
    window.workspace.showing.show_layout("stops")
    studio.take(window, f"stops-{look}")


def take_looks(studio: Studio, program: Program, look: str) -> None:
    """A stop that is folded and engraved, without names, with a drawing; another while it is revealed."""
    window, session = parts(program), program.session
    assert window.workspace is not None and session is not None
    document, map_id = session.document, session.map_id
    folded = tuple(node.id for node in nodes(document, map_id) if children(document, node.id))
    add_stop(document, map_id, TourStop("What do we know?", "", 500, 0, 1500, 900, "", True, folded))
    add_stop(document, map_id, TourStop("Why they ask", "", 200, 100, 1100, 700, folded=(), reveals=True))
    program.settings.reduces_motion = program.settings.hides_names = True
    window.refresh()
    window.deeds.deed("present_stops").trigger()
    projection = window.workspace.findChild(Projection)
    assert projection is not None
    projection.resize(1280, 800)
    studio.rest()
    projection.go(0)
    projection.ink.let(True)
    left, ink = Qt.MouseButton.LeftButton, projection.ink
    QTest.mousePress(ink, left, pos=QPoint(300, 300))
    QTest.mouseMove(ink, QPoint(420, 360))
    QTest.mouseRelease(ink, left, pos=QPoint(420, 360))
    sharp(program)
    studio.take(projection, f"looks-folded-{look}")
    projection.go(1)
    projection.step(1)
    projection.step(1)
    sharp(program)
    studio.take(projection, f"looks-revealing-{look}")
    projection.leave()
    program.settings.hides_names = False


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


SCENES = (
    Scene("workshop", take_workshop),
    Scene("looks", take_looks),
    Scene("presenting", take_presenting),
    Scene("stops", take_stops),
)
