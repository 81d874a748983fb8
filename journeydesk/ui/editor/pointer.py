"""Turns presses, drags, releases and the wheel into gestures on the map."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from journeydesk.model.records import Influence, Link, Record, Transition
from journeydesk.picture.shapes import Point
from journeydesk.render.pointing import pointed_at
from journeydesk.ui.editor.camera import Camera
from journeydesk.ui.editor.dragging import drag
from journeydesk.ui.editor.gestures.band import BandGesture
from journeydesk.ui.editor.gestures.connect import ConnectGesture
from journeydesk.ui.editor.gestures.desk import Desk, Gesture
from journeydesk.ui.editor.grips import grip_at, hover

LINK_TOOLS: dict[str, type[Link]] = {"connect": Transition, "influence": Influence}


class Pointer(QObject):
    """Watches the view's viewport. `place` is called with where a kind's tool clicks."""

    def __init__(
        self, camera: Camera, desk: Desk, place: Callable[[str, Point], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._camera, self._desk, self._place = camera, desk, place
        self.tool = "select"
        self.last: Point | None = None
        self._gesture: Gesture | None = None
        self._pressed: Point | None = None
        self._pressed_at = QPointF()
        self._pan_from: QPointF | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None or self._pressed is not None

    def cancel(self) -> bool:
        """Ends a gesture without effect; tells whether there was one."""
        if self._gesture is None:
            return False
        self._gesture.cancel()
        self._end()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress:
                assert isinstance(event, QMouseEvent)
                return self._press(event)
            case QEvent.Type.MouseMove:
                assert isinstance(event, QMouseEvent)
                return self._move(event)
            case QEvent.Type.MouseButtonRelease:
                assert isinstance(event, QMouseEvent)
                return self._release(event)
            case QEvent.Type.MouseButtonDblClick:
                assert isinstance(event, QMouseEvent)
                return self._double_click(event)
            case QEvent.Type.Wheel:
                assert isinstance(event, QWheelEvent)
                return self._wheel(event)
            case QEvent.Type.NativeGesture:
                assert isinstance(event, QNativeGestureEvent)
                if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                    self._camera.zoom_at(event.position(), 1.0 + event.value())
                    return True
            case QEvent.Type.Leave:
                self._desk.overlay.hovered = ""
                self._camera.view.viewport().update()
        return False

    # Pressing

    def _press(self, event: QMouseEvent) -> bool:
        self._camera.view.setFocus(Qt.FocusReason.MouseFocusReason)
        point = self._camera.board_point(event.position())
        self.last = point
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = event.position()
            self._camera.view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return True
        if event.button() == Qt.MouseButton.RightButton:
            self._select_under(point)
            return False
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._pressed, self._pressed_at = point, event.position()
        if self.tool in LINK_TOOLS:
            source = self._desk.node_at(point)
            if source is not None and self._gesture is None:
                self._gesture = ConnectGesture(self._desk, source, point, LINK_TOOLS[self.tool])
        elif self.tool == "select":
            self._press_select(point, event.modifiers())
        self._camera.view.viewport().update()
        return True

    def _press_select(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        session = self._desk.session
        if (grip := grip_at(self._desk, 1 / self._camera.scale, point)) is not None:
            self._gesture = grip.begin(point)
            return
        found = self._under(point)
        adding = bool(modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))
        if found is None:
            kept = session.selection if adding else ()
            session.select(kept)
            self._gesture = BandGesture(self._desk, point, kept)
        elif adding:
            held = found.id in session.selection
            others = tuple(key for key in session.selection if key != found.id)
            session.select(others if held else (*others, found.id))
        elif found.id not in session.selection:
            session.select((found.id,))

    def _under(self, point: Point) -> Record | None:
        return pointed_at(self._desk.board(), *point, reach=4 / self._camera.scale)

    def _select_under(self, point: Point) -> None:
        found = self._under(point)
        if found is None:
            self._desk.session.select(())
        elif found.id not in self._desk.session.selection:
            self._desk.session.select((found.id,))

    # Moving

    def _move(self, event: QMouseEvent) -> bool:
        point = self._camera.board_point(event.position())
        self.last = point
        if self._pan_from is not None:
            step = event.position() - self._pan_from
            self._pan_from = event.position()
            self._camera.pan(step.x(), step.y())
            return True
        if self._gesture is None and self._pressed is not None and self.tool == "select":
            far = (
                event.position() - self._pressed_at
            ).manhattanLength() >= QApplication.startDragDistance() * 0.5
            if far:
                self._gesture = drag(self._desk, self._pressed, self._under, event.modifiers())
        if self._gesture is not None:
            self._gesture.move(point, event.modifiers())
        else:
            hover(self._desk, self._camera, self.tool, point)
        self._camera.view.viewport().update()
        return True

    # Releasing

    def _release(self, event: QMouseEvent) -> bool:
        point = self._camera.board_point(event.position())
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = None
            self._camera.view.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            return True
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if isinstance(self._gesture, ConnectGesture) and self.tool in LINK_TOOLS and not self._gesture.leads:
            return True  # a click on the first card: the arrow follows the pointer to the second click
        if self._gesture is not None:
            self._gesture.finish(point)
        elif self._pressed is not None and self.tool not in ("select", *LINK_TOOLS):
            self._place(self.tool, point)
        self._end()
        return True

    def _end(self) -> None:
        self._gesture, self._pressed = None, None
        self._camera.view.viewport().update()

    def _double_click(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or self.tool != "select":
            return False
        point = self._camera.board_point(event.position())
        found = self._under(point)
        if found is not None:
            self._desk.write(found.id)
        else:
            self._place("stage", point)
        return True

    # The wheel

    def _wheel(self, event: QWheelEvent) -> bool:
        turn, pixels = event.angleDelta(), event.pixelDelta()
        dx, dy = (turn.x(), turn.y()) if turn.x() or turn.y() else (pixels.x(), pixels.y())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._camera.zoom_at(event.position(), 1.0015 ** (dy or dx))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
            self._camera.pan(dy * 0.6, 0)
        else:
            self._camera.pan(dx * 0.6, dy * 0.6)
        event.accept()
        return True
