"""A pen does what the mouse does, and does it once, though Qt makes a mouse event of each of its own."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication

from journeydesk.ui.editor.view import MapView
from journeydesk.ui.session import Session
from tests.ui.ground import place, steps
from tests.ui.mouse import LEFT, PLAIN

PEN = {
    QEvent.Type.TabletPress: QEvent.Type.MouseButtonPress,
    QEvent.Type.TabletMove: QEvent.Type.MouseMove,
    QEvent.Type.TabletRelease: QEvent.Type.MouseButtonRelease,
}


class Pen:
    """A pen on the map; places are points of the board."""

    def __init__(self, view: MapView) -> None:
        self.ground = view.viewport()
        self.view = view
        self.device = QPointingDevice(
            "pen", 7, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
            QInputDevice.Capability.Position | QInputDevice.Capability.Pressure, 1, 1,
        )  # fmt: skip

    def send(self, kind: QEvent.Type, x: float, y: float) -> None:
        """The pen's event; and where nobody takes it, as Qt does, the mouse event that follows it."""
        at = self.view.camera.view_point((x, y))
        whole = QPointF(self.ground.mapToGlobal(at))
        held = LEFT if kind != QEvent.Type.TabletRelease else Qt.MouseButton.NoButton
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletMove else LEFT
        pen = QTabletEvent(kind, self.device, at, whole, 0.5, 0, 0, 0, 0, 0, PLAIN, button, held)
        pen.ignore()
        QApplication.sendEvent(self.ground, pen)
        if not pen.isAccepted():
            mouse = QMouseEvent(PEN[kind], at, at, whole, button, held, PLAIN, self.device)
            QApplication.sendEvent(self.ground, mouse)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.send(QEvent.Type.TabletPress, *start)
        for part in (0.3, 0.6, 1.0):
            self.send(QEvent.Type.TabletMove, *(a + (b - a) * part for a, b in zip(start, end, strict=True)))
        self.send(QEvent.Type.TabletRelease, *end)


@pytest.fixture
def pen(view: MapView) -> Pen:
    view.camera.look_at(300, 100, 1.0)
    view.snapper.wanted = False
    return Pen(view)


def test_a_drag_with_a_pen_is_one_step(pen: Pen, session: Session) -> None:
    pen.drag((300, 0), (340, 60))
    assert place(session, "two") == (340, 60)
    assert steps(session) == 1


def test_a_tap_with_a_pen_selects_once(pen: Pen, session: Session) -> None:
    told: list[tuple[str, ...]] = []
    session.selection_changed.connect(lambda: told.append(session.selection))
    pen.drag((300, 0), (300, 0))
    assert told == [("two",)]
    assert steps(session) == 0


def test_a_kind_is_placed_once_with_a_pen(pen: Pen, session: Session) -> None:
    before = len(session.document)
    pen.view.choose_tool("note")
    pen.drag((100, 300), (100, 300))
    assert len(session.document) == before + 1
