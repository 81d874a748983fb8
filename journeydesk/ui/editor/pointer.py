"""Turns presses, drags and releases into gestures on the map."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from journeydesk.model.records import Influence, Link, Record, Transition
from journeydesk.picture.shapes import Point
from journeydesk.render.pointing import pointed_at
from journeydesk.ui.editor.camera import Camera
from journeydesk.ui.editor.dragging import drag
from journeydesk.ui.editor.edge_scroll import EdgeScroll
from journeydesk.ui.editor.gestures.band import BandGesture
from journeydesk.ui.editor.gestures.connect import ConnectGesture
from journeydesk.ui.editor.gestures.desk import Desk, Gesture
from journeydesk.ui.editor.gestures.place import PlaceGesture
from journeydesk.ui.editor.grips import grip_at, hover
from journeydesk.ui.editor.held_keys import HeldKeys

ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
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
        self.is_fresh = False  # whether it has moved since something else was selected by other means
        self._gesture: Gesture | None = None
        self._pressed: Point | None = None
        self._pressed_at = self._at = QPointF()
        self._pressed_with = self._held = PLAIN
        self._clicked: tuple[str, ...] | None = None  # the selection after a release without a drag
        self.keys = HeldKeys(self._has_gesture, self)
        self.keys.changed.connect(self._hold)
        self._scroll = EdgeScroll(camera, self)
        self._scroll.scrolled.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None or self._pressed is not None

    def _has_gesture(self) -> bool:
        return self._gesture is not None

    def cancel(self) -> bool:
        """Ends a gesture without effect; tells whether there was one."""
        if self._gesture is None:
            return False
        self._gesture.cancel()
        self._end()
        return True

    def pull(self, kind: str) -> None:
        """Takes up a new node of a kind, which is carried from the palette to its place."""
        self.cancel()
        self._camera.view.setFocus(Qt.FocusReason.MouseFocusReason)  # for Escape, Alt and Space
        self._gesture = PlaceGesture(self._desk, kind, self._is_seen, self._place)

    def carry(self, place: QPointF) -> None:
        """Carries it to a place of the screen."""
        self._at = self._camera.view.viewport().mapFromGlobal(place)
        self._go_on()

    def drop(self, place: QPointF) -> None:
        """Lets go of it at a place of the screen."""
        self.carry(place)
        if self._gesture is not None and self.last is not None:
            self._gesture.finish(self.last)
            self._end()

    def _is_seen(self, point: Point) -> bool:
        return self._camera.visible.holds(*point)

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
            case QEvent.Type.Leave:
                self._desk.overlay.hovered = ""
                if self.tool == "select" and not self.is_busy and self._camera.view.isVisible():
                    self._desk.hint("")  # it was about what lay under the pointer
                self._camera.view.viewport().update()
        return False

    # Pressing

    def _press(self, event: QMouseEvent) -> bool:
        self._camera.view.setFocus(Qt.FocusReason.MouseFocusReason)
        point = self._camera.board_point(event.position())
        self.last, self.is_fresh = point, True
        if event.button() == Qt.MouseButton.RightButton:
            before, self._pressed = self._pressed, point  # the map stays where it is under the pointer
            self._select_under(point)
            self._pressed = before
            return False
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._pressed, self._pressed_at = point, event.position()
        self._pressed_with, self._clicked = event.modifiers(), None
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
        kept = session.selection
        if found is None and not modifiers & ADDING and self._desk.frame_around(point) is not None:
            self._clicked = ()  # a drag takes the frame, a click lets go of it
        elif found is None:
            session.select(kept if modifiers & ADDING else ())
            toggling = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            self._gesture = BandGesture(self._desk, point, session.selection, toggling=toggling)
        elif found.id not in kept:
            session.select((*kept, found.id) if modifiers & ADDING else (found.id,))
        elif modifiers & ADDING:
            self._clicked = tuple(key for key in kept if key != found.id)
        else:
            self._clicked = (found.id,)

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
        self._at, self._held, self.is_fresh = event.position(), event.modifiers(), True
        point = self.last = self._camera.board_point(self._at)
        if self._gesture is None and self._pressed is not None and self.tool == "select" and self._is_far():
            self._gesture = drag(self._desk, self._pressed, self._under, self._pressed_with)
        if self._gesture is not None:
            self._scroll.follow(self._at)
            self._gesture.move(point, self._held)
        else:
            hover(self._desk, self._camera, self.tool, point)
        self._camera.view.viewport().update()
        return True

    def _is_far(self) -> bool:
        """Whether the pointer is so far from where it was pressed that a drag is meant."""
        return (self._at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance() * 0.5

    def _hold(self, modifiers: Qt.KeyboardModifier, space: bool) -> None:
        self._held, self._desk.snapper.held = modifiers, space
        self._go_on()

    def _go_on(self) -> None:
        """The pointer stands still, but what it does is another thing now."""
        if self._gesture is not None:
            self.last = self._camera.board_point(self._at)
            self._gesture.move(self.last, self._held)
            self._camera.view.viewport().update()

    # Releasing

    def _release(self, event: QMouseEvent) -> bool:
        point = self._camera.board_point(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if isinstance(self._gesture, ConnectGesture) and self.tool in LINK_TOOLS and not self._gesture.leads:
            return True  # a click on the first card: the arrow follows the pointer to the second click
        if self._gesture is not None:
            self._gesture.finish(point)
        elif self._clicked is not None:
            self._desk.session.select(self._clicked)
        elif self._pressed is not None and self.tool not in ("select", *LINK_TOOLS):
            self._place(self.tool, point)
        self._end()
        return True

    def _end(self) -> None:
        self._gesture, self._pressed, self._clicked = None, None, None
        self._scroll.stop()
        self._desk.snapper.rest()
        if self.last is not None:
            hover(self._desk, self._camera, self.tool, self.last)
        self._camera.view.viewport().update()

    def _double_click(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or self.tool != "select":
            return False
        point = self._camera.board_point(event.position())
        grip = grip_at(self._desk, 1 / self._camera.scale, point)
        if grip is not None and grip.twice is not None:
            grip.twice()
        elif (found := self._under(point)) is not None:
            self._desk.write(found.id)
        else:
            self._place("stage", point)
        return True
