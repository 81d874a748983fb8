"""The map on a whole screen, from stop to stop; it can be worked on as ever meanwhile."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.analysis.tours import Halt
from journeydesk.language import say
from journeydesk.picture.marks import Box, union
from journeydesk.ui.announcing import announce
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.presenting.caption import Caption
from journeydesk.ui.presenting.cover import Cover, Laser
from journeydesk.ui.presenting.flight import Flight
from journeydesk.ui.presenting.ink import Ink
from journeydesk.ui.presenting.jump import Jumps
from journeydesk.ui.session import Place, Session

LARGEST = 1.6  # a single card does not become a wall
MARGIN = 60  # pixels around what is shown

Way = Callable[[], tuple[Halt, ...]]


class Projection(QWidget):
    """Borrows the map's view. `moved` tells that another stop is shown, `left` that it is over.

    `way` gives the stops as they are now, so what is changed meanwhile is followed.
    """

    moved = Signal()
    left = Signal()

    def __init__(self, session: Session, view: MapView, way: Way, moves: bool, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session, self._view, self._way = session, view, way
        followed = session.spotlight.persona_id
        self._before: tuple[Place, tuple[str, ...], str] = (view.camera.place, session.selection, followed)
        self.halts = way()
        self.place = 0
        self.setWindowTitle(say("Presentation"))
        self.caption = Caption()
        self.caption.stepped.connect(self.step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(view, 1)
        column.addWidget(self.caption)
        self.ink = Ink(view.viewport())
        self.cover, self.laser = Cover(self), Laser()
        self.flight = Flight(view, moves)
        self.jumps = Jumps(self, view)
        self.jumps.chosen.connect(self.go)
        session.select(())
        view.setStyleSheet("QGraphicsView { border: 0; }")  # who has the keyboard is no matter for the room
        view.show()
        view.installEventFilter(self)
        session.changed.connect(self._follow)

    def open_on(self, screen: QScreen) -> None:
        """Fills a screen and shows the first stop."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        # The window has its size only when the screen has given it one.
        QTimer.singleShot(0, self, self.return_to_stop)

    # Where the presentation is

    @property
    def halt(self) -> Halt | None:
        """The stop that is shown."""
        return self.halts[self.place] if self.halts else None

    def step(self, by: int) -> None:
        """Goes on to the next stop, or back to the one before; a covered screen is shown again first."""
        if not self.cover.isHidden():
            self.cover.hide()
        elif self.halts:
            self.go(self.place + by)

    def go(self, place: int) -> None:
        """Goes to a stop by its place, 0 for the first."""
        if self.halts:
            self.place = max(0, min(len(self.halts) - 1, place))
            self.ink.clear()
            self.return_to_stop()

    def return_to_stop(self) -> None:
        """Flies to where this stop is, from wherever somebody looked meanwhile."""
        self._tell()
        if (box := self._box()) is not None:
            self.flight.go(place_for(self._view, box))

    def leave(self) -> None:
        """Gives the map back as it was before."""
        place, selection, followed = self._before
        self._session.changed.disconnect(self._follow)
        self._view.removeEventFilter(self)
        self._view.setStyleSheet("")
        self.flight.stop()
        self.laser.switch(False)
        self.ink.setParent(None)
        self.ink.deleteLater()
        self._session.finishing.emit()
        self.left.emit()
        self._session.spotlight.follow(followed)
        self._session.select(selection)
        # Where it belongs the view has its size only when that has been laid out.
        QTimer.singleShot(0, self._view, partial(self._view.look_at, place))
        self.close()
        self.deleteLater()

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._means(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and (deed := self._means(event)) is not None:
                deed()
                return True
        elif event.type() == QEvent.Type.Resize:
            self.ink.setGeometry(self._view.viewport().rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (deed := self._means(event)) is not None:
            deed()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.caption.suit(self.height())
        self.cover.setGeometry(self.rect())
        self.ink.setGeometry(self._view.viewport().rect())

    def _means(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does before an audience; None where it means what it always does."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        always = {
            Qt.Key.Key_PageDown: self._on, Qt.Key.Key_PageUp: self._back, Qt.Key.Key_Escape: self._escape,
            Qt.Key.Key_F5: self.leave, Qt.Key.Key_Home: self.return_to_stop,
        }  # fmt: skip
        if plain and key in always:
            return always[Qt.Key(key)]
        if not plain or self._session.selection:
            return None
        free = {
            Qt.Key.Key_B: self._black, Qt.Key.Key_Period: self._black, Qt.Key.Key_W: self._white,
            Qt.Key.Key_L: self._laser, Qt.Key.Key_D: self._draw, Qt.Key.Key_G: self._list,
            Qt.Key.Key_Return: self._enter, Qt.Key.Key_Enter: self._enter,
        }  # fmt: skip
        if key in free:
            return free[Qt.Key(key)]
        if event.text().isdigit():
            return partial(self.jumps.type, event.text())
        return None

    # Within

    def _on(self) -> None:
        self.step(1)

    def _back(self) -> None:
        self.step(-1)

    def _escape(self) -> None:
        if self.ink.draws:
            self.ink.let(False)
        elif not self.cover.isHidden():
            self.cover.hide()
        elif self._session.selection:
            self._session.select(())
        elif not self._view.pointer.cancel():
            self.leave()

    def _black(self) -> None:
        self.cover.switch("#000000")

    def _white(self) -> None:
        self.cover.switch("#ffffff")

    def _laser(self) -> None:
        self.laser.switch(not self.laser.is_on)

    def _draw(self) -> None:
        self.ink.let(not self.ink.draws)
        self.ink.raise_()

    def _enter(self) -> None:
        if not self.jumps.go_to_typed():
            self.step(1)

    def _list(self) -> None:
        self.jumps.show([halt.title for halt in self.halts], self.place)

    def _box(self) -> Box | None:
        """What is to be seen at this stop."""
        halt, board = self.halt, self._view.board
        if halt is None or (not halt.ids and halt.region is None):
            return board.bounds
        if halt.region is not None:
            return halt.region
        return union(box for key in halt.ids if (box := board.box_of(key)) is not None) or board.bounds

    def _tell(self) -> None:
        halt = self.halt
        self.caption.show_halt(halt.title if halt is not None else "", self.place, len(self.halts))
        announce(self, halt.title if halt is not None else "")
        self._session.spotlight.follow((halt.persona_id if halt is not None else "") or self._before[2])
        self.moved.emit()

    def _follow(self) -> None:
        """Takes up what was changed in the meantime, and stays where it is."""
        self.halts = self._way()
        self.place = max(0, min(len(self.halts) - 1, self.place))
        self._tell()


def place_for(view: MapView, box: Box) -> Place:
    """The place from which a view shows a box, with some room around it."""
    area = view.viewport().rect()
    wide, high = max(area.width() - 2 * MARGIN, 50), max(area.height() - 2 * MARGIN, 50)
    return box.x, box.y, min(wide / max(box.width, 1), high / max(box.height, 1), LARGEST)


def screen_for(window: QWidget, name: str) -> QScreen:
    """The screen with this name; else another than the window's, where there is one."""
    screens = QGuiApplication.screens()
    here = QGuiApplication.screenAt(window.mapToGlobal(QPoint(0, 0))) or screens[0]
    named = next((screen for screen in screens if screen.name() == name), None)
    return named or next((screen for screen in screens if screen is not here), here)
