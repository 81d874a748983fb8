"""Moving the map and its scale by hand: wheel, trackpad, pinch, the middle button, and Space held down."""

import time

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QKeySequence, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from journeydesk.language import N_, say
from journeydesk.ui.editor.camera import Camera
from journeydesk.ui.editor.gestures.desk import Desk
from journeydesk.ui.editor.pointer import Pointer

GEAR = 0.6  # pixels that the map moves for each unit of the wheel, which are eighths of a degree
FINE = 1.0015  # how much larger a unit of the wheel shows the map
SHORT = 0.6  # seconds; Space that is held longer was meant for moving the map
MOVE_HINT = N_("Moves the map; let go of the button to leave it here")
SPACE_HINT = N_("Drag to move the map; let go of Space to go on working")


class Hand(QObject):
    """Watches the view and its viewport before the pointer does.

    Space means what its action says if it is let go of soon and nothing was moved; held down, it takes hold
    of the map.
    """

    def __init__(self, camera: Camera, desk: Desk, pointer: Pointer, parent: QObject) -> None:
        super().__init__(parent)
        self._camera, self._desk, self._pointer = camera, desk, pointer
        self._from: QPointF | None = None  # where the map is held
        self._pressed: float | None = None  # when Space was pressed
        self._moved = self._zooms = False
        self._rest = QPointF()  # of a pixel, not yet moved
        self._cursor = QCursor()
        viewport = camera.view.viewport()
        viewport.grabGesture(Qt.GestureType.PinchGesture)
        viewport.installEventFilter(self)
        camera.view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._camera.view:
            return self._key(event)
        match event:
            case QMouseEvent():
                return self._mouse(event)
            case QWheelEvent():
                self._wheel(event)
                return True
            case QNativeGestureEvent():
                if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                    self._camera.zoom_at(event.position(), 1.0 + event.value())
                    return True
            case QGestureEvent():
                return self._pinch(event)
        return False

    # Holding the map

    def _mouse(self, event: QMouseEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick:
                held = self._pressed is not None and event.button() == Qt.MouseButton.LeftButton
                if held or event.button() == Qt.MouseButton.MiddleButton:
                    self._take(event.position())
            case QEvent.Type.MouseMove if self._from is not None:
                step = event.position() - self._from
                self._from = event.position()
                self._moved = True
                self._pan(step.x(), step.y())
            case QEvent.Type.MouseButtonRelease if self._from is not None:
                self._let_go()
                return True
        return self._from is not None

    def _take(self, position: QPointF) -> None:
        if self._pressed is None:
            self._cursor = self._camera.view.viewport().cursor()
        self._from = position
        self._show(Qt.CursorShape.ClosedHandCursor)

    def _let_go(self) -> None:
        self._from = None
        if self._pressed is not None:
            self._show(Qt.CursorShape.OpenHandCursor)
        else:
            self._camera.view.viewport().setCursor(self._cursor)
            self._desk.hint("")

    def _show(self, shape: Qt.CursorShape) -> None:
        self._camera.view.viewport().setCursor(shape)
        self._desk.hint(say(SPACE_HINT if self._pressed is not None else MOVE_HINT))

    # Space

    def _key(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._pressed is not None:
            self._leave_space()
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Space:
            return False
        other = event.modifiers() != Qt.KeyboardModifier.NoModifier or self._pointer.is_busy
        if self._pressed is None and (other or event.type() == QEvent.Type.KeyRelease):
            return False
        event.accept()
        if event.isAutoRepeat():
            return True
        if event.type() == QEvent.Type.KeyPress and self._pressed is None:
            self._pressed, self._moved = time.monotonic(), False
            self._cursor = self._camera.view.viewport().cursor()
            self._show(Qt.CursorShape.OpenHandCursor)
        elif event.type() == QEvent.Type.KeyRelease and self._pressed is not None:
            short = time.monotonic() - self._pressed < SHORT and not self._moved
            self._leave_space()
            if short:
                self._do_what_space_means()
        return True

    def _leave_space(self) -> None:
        self._pressed = None
        self._let_go()

    def _do_what_space_means(self) -> None:
        space = QKeySequence(Qt.Key.Key_Space)
        for deed in self._camera.view.actions():
            if space in deed.shortcuts() and deed.isEnabled():
                deed.trigger()
                return

    # Wheel and pinch

    def _wheel(self, event: QWheelEvent) -> None:
        """Pans; with Ctrl zooms at the pointer, with Shift pans to the side."""
        event.accept()
        turn, pixels = event.angleDelta(), event.pixelDelta()
        by_turn = bool(turn.x() or turn.y())
        dx, dy = (turn.x(), turn.y()) if by_turn else (pixels.x(), pixels.y())
        if event.phase() != Qt.ScrollPhase.ScrollMomentum:  # what runs on by itself goes on as it began
            self._zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._zooms:
            self._camera.zoom_at(event.position(), FINE ** (dy or dx))
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
            dx, dy = dy, 0
        gear = GEAR if by_turn else 1.0
        self._pan(dx * gear, dy * gear)

    def _pan(self, dx: float, dy: float) -> None:
        """Moves the map by whole pixels, and keeps the rest for the next time."""
        wanted = self._rest + QPointF(dx, dy)
        whole = QPointF(round(wanted.x()), round(wanted.y()))
        self._rest = wanted - whole
        self._camera.pan(whole.x(), whole.y())

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        if pinch.state() == Qt.GestureState.GestureStarted:
            self._pointer.cancel()  # what the first finger began
        middle = self._camera.view.viewport().mapFromGlobal(pinch.centerPoint())
        moved = pinch.centerPoint() - pinch.lastCenterPoint()
        if pinch.changeFlags() & QPinchGesture.ChangeFlag.CenterPointChanged and not moved.isNull():
            self._pan(moved.x(), moved.y())
        if pinch.scaleFactor() > 0:
            self._camera.zoom_at(middle, pinch.scaleFactor())
        return True
