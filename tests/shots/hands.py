"""What the mouse does: a band, a size, a copy, a card that grows or comes out of the palette, a picture."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from journeydesk import resources
from journeydesk.operations.fields import set_field
from journeydesk.ui.program import Program
from tests.shots.arranging import set_out
from tests.shots.studio import Scene, Studio, parts
from tests.ui.mouse import CTRL, PLAIN, Hand


def take_hands(studio: Studio, program: Program, look: str) -> None:
    window, session, keys = parts(program), program.session, set_out(program)
    assert window.workspace is not None and session is not None
    view = window.workspace.view
    hand = Hand(view)
    view.camera.look_at(0, 120, 0.6)

    def while_dragged(name: str, start: tuple[float, float], end: tuple[float, float]) -> None:
        hand.press(*start)
        for part in (0.3, 0.6, 0.9, 1.0):
            hand.move(start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))
        studio.take(window, f"hands-{name}-{look}")

    def refuse() -> None:
        view.pointer.cancel()
        hand.release(0, 500)
        session.select(())

    while_dragged("band", (-640, -120), (150, 120))
    refuse()
    session.select(keys[1:2])
    box = view.board.placed[keys[1]].box
    edge = 4 / view.camera.scale
    while_dragged("size", (box.right + edge, box.bottom + edge), (box.right + 120, box.bottom + 60))
    refuse()
    hand.modifiers = CTRL
    while_dragged("copy", (0, 0), (40, 380))
    hand.modifiers = PLAIN
    refuse()
    session.select(keys[1:2])
    QTest.mouseMove(view.viewport(), hand.at(0, 0))
    while_dragged("grow", (box.right + 14 / view.camera.scale, 0), (330, 320))
    refuse()
    view.pointer.pull("decision")
    view.pointer.carry(QPointF(view.viewport().mapToGlobal(hand.at(60, 380))))
    studio.take(window, f"hands-palette-{look}")
    refuse()


def take_pictures(studio: Studio, program: Program, look: str) -> None:
    """Pictures that are dropped on the map, and a look that goes from one card to others."""
    window, session, keys = parts(program), program.session, set_out(program)
    assert window.workspace is not None and session is not None
    mime = QMimeData()
    pictures = (resources.path("templates", name) for name in ("helen.png", "marc.png"))
    mime.setUrls([QUrl.fromLocalFile(str(picture)) for picture in pictures])
    window.workspace.intake.drop(mime, (0.0, 480.0), "")
    QTest.qWait(400)
    set_field(session.document, keys[:1], "colour", "#7a3fa0")
    for deed, chosen in (("copy_style", keys[:1]), ("paste_style", keys[1:3])):
        session.select(chosen)
        window.refresh()
        window.deeds.deed(deed).trigger()
    window.deeds.deed("zoom_to_fit").trigger()
    studio.take(window, f"hands-pictures-{look}")


def take_projects(studio: Studio, program: Program, look: str) -> None:
    """Two projects in two windows, as their menu lists them."""
    window, session = parts(program), program.session
    assert session is not None
    set_field(
        session.document, (session.map_id,), "version", "Draft of Monday"
    )  # an untouched project would give way
    program.new("dog")
    QTest.qWait(300)
    listed = window.deeds.deed("window_1")
    menu = next(known for known in listed.associatedObjects() if isinstance(known, QMenu))
    menu.popup(window.mapToGlobal(QPoint(400, 30)))
    studio.take(menu, f"projects-{look}")
    menu.close()
    QApplication.processEvents()


SCENES = (
    Scene("hands", take_hands, "blank"),
    Scene("hands-pictures", take_pictures, "blank"),
    Scene("projects", take_projects),
)
