"""A hand at the mouse over the map, and the keys that it holds."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeydesk.ui.editor.view import MapView

ALT, CTRL, SHIFT, PLAIN = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
LEFT = Qt.MouseButton.LeftButton


class Hand:
    """A hand at the mouse; places are points of the board."""

    def __init__(self, view: MapView) -> None:
        self.view = view
        self.modifiers = PLAIN

    def at(self, x: float, y: float) -> QPoint:
        return self.view.camera.view_point((x, y)).toPoint()

    def press(self, x: float, y: float) -> None:
        QTest.mousePress(self.view.viewport(), LEFT, self.modifiers, self.at(x, y))

    def move(self, x: float, y: float) -> None:
        position = QPointF(self.at(x, y))
        whole = QPointF(self.view.viewport().mapToGlobal(position))
        kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
        moved = QMouseEvent(kind, position, whole, none, LEFT, self.modifiers)
        QApplication.sendEvent(self.view.viewport(), moved)

    def release(self, x: float, y: float) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, self.modifiers, self.at(x, y))

    def click(self, x: float, y: float) -> None:
        self.press(x, y)
        self.release(x, y)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.press(*start)
        self.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        self.move(*end)
        self.release(*end)
