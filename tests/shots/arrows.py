"""Arrows: their handles, and what is seen while they are bent and led elsewhere."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeydesk.model.records import Link, Transition
from journeydesk.operations.fields import set_field
from journeydesk.ui.editor.arrow_handles import between_places, end_places
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.program import Program
from tests.shots.studio import Scene, Studio, parts

LEFT = Qt.MouseButton.LeftButton


def take_arrows(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    assert window.workspace is not None and session is not None
    if look.startswith("dark"):
        set_field(session.document, [session.map_id], "theme", "chalk")
    view = window.workspace.view
    links = [link for link in session.document.all(Transition) if link.title]
    free = next(link for link in links if not link.waypoints)
    bent = next(link for link in session.document.all(Link) if len(link.waypoints) > 1)
    for name, link in (("free", free), ("bent", bent)):
        session.select((link.id,))
        QTest.qWait(50)
        window.deeds.deed("zoom_to_selection").trigger()
        studio.take(window, f"arrows-{name}-{look}")
    session.select((free.id,))
    window.deeds.deed("zoom_to_selection").trigger()
    strand = view.board.wiring.strands[free.id]
    middle = next(iter(between_places(strand, 1 / view.camera.scale).values()))
    _drag(view, middle, QPoint(40, 90))
    studio.take(window, f"arrows-bending-{look}")
    _escape(view)
    _drag(view, end_places(strand)[1], QPoint(-60, 160))
    studio.take(window, f"arrows-loose-{look}")
    _escape(view)
    session.select((free.id,))
    window.workspace.view.customContextMenuRequested.emit(QPoint(200, 200))
    shown = QApplication.activePopupWidget()
    if shown is not None:
        studio.take(shown, f"arrows-menu-{look}")
        shown.close()


def _drag(view: MapView, start: tuple[float, float], far: QPoint) -> None:
    here = view.camera.view_point(start).toPoint()
    QTest.mousePress(view.viewport(), LEFT, pos=here)
    for step in range(1, 6):
        QTest.mouseMove(view.viewport(), here + far * step / 5)
        QTest.qWait(10)


def _escape(view: MapView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT)


SCENES = (Scene("arrows", take_arrows),)
