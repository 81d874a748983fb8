"""The map on a whole screen, from stop to stop; it can be worked on as ever meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.analysis.tours import Halt
from journeydesk.language import say
from journeydesk.model.change import Change
from journeydesk.picture.marks import Box, union
from journeydesk.render.board import Board
from journeydesk.ui.announcing import announce
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.presenting.caption import Caption
from journeydesk.ui.presenting.cover import Cover, Laser
from journeydesk.ui.presenting.flight import Flight
from journeydesk.ui.presenting.ink import Ink, keep_drawing
from journeydesk.ui.presenting.jump import Jumps
from journeydesk.ui.presenting.key_sheet import KeySheet
from journeydesk.ui.presenting.keys import meaning
from journeydesk.ui.presenting.revealing import Revealing, branches_at
from journeydesk.ui.presenting.staging import Staging
from journeydesk.ui.session import Place, Session

LARGEST = 1.6  # a single card does not become a wall
MARGIN = 60  # pixels around what is shown

Way = Callable[[], tuple[Halt, ...]]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a map is presented: with flights from stop to stop, branches one by one, without names."""

    moves: bool = True
    reveals: bool = False
    nameless: bool = False


class Projection(QWidget):
    """Borrows the map's view. `moved` tells that another stop is shown, `left` that it is over.

    `way` gives the stops as they are now, so what is changed meanwhile is followed.
    """

    moved = Signal()
    left = Signal()

    def __init__(self, session: Session, view: MapView, way: Way, manner: Manner, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session, self._view, self._way, self._manner = session, view, way, manner
        self._before: tuple[Place, tuple[str, ...]] = (view.camera.place, session.selection)
        self.staging = Staging(session, view.surface, manner.nameless)
        self.revealing = Revealing(session.document, view.surface)
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
        self.ink.drawn.connect(self._offer)
        self.cover, self.laser, self.sheet = Cover(self), Laser(), KeySheet(self)
        self.flight = Flight(view, manner.moves)
        self.jumps = Jumps(self, view)
        self.jumps.chosen.connect(self.go)
        self._deeds: dict[str, Callable[[], object]] = {
            "on": partial(self.step, 1), "back": partial(self.step, -1), "escape": self._escape,
            "leave": self.leave, "return": self.return_to_stop, "enter": self._enter,
            "black": partial(self.cover.switch, "#000000"), "white": partial(self.cover.switch, "#ffffff"),
            "laser": self.laser.turn, "draw": self.ink.turn, "keep": self._keep, "list": self._list,
            "names": self._switch_names, "reveal": self._switch_reveal, "nothing": bool,
            "help": self.sheet.turn,
        }  # fmt: skip
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
        QTimer.singleShot(0, self, partial(self.go, 0))

    # Where the presentation is

    @property
    def halt(self) -> Halt | None:
        """The stop that is shown."""
        return self.halts[self.place] if self.halts else None

    def step(self, by: int) -> None:
        """Shows the next branch or stop, or the one before; a covered screen is shown again first."""
        if not self.cover.isHidden():
            self.cover.hide()
        elif self.revealing.step(by):
            self.moved.emit()
        elif 0 <= self.place + by < len(self.halts):
            self.go(self.place + by, shown=by < 0)

    def go(self, place: int, *, shown: bool = False) -> None:
        """Goes to a stop by its place, 0 for the first; with `shown` all of its branches are there."""
        self.place = max(0, min(len(self.halts) - 1, place))
        self.ink.clear()
        self.return_to_stop()
        self._begin(shown=shown)

    def return_to_stop(self) -> None:
        """Flies to where this stop is, from wherever somebody looked meanwhile."""
        self._tell()
        self._fly()

    def _fly(self) -> None:
        if (box := box_at(self.halt, self._view.board)) is not None:
            self.flight.go(place_for(self._view, box))

    def _fit(self) -> None:
        """Shows the stop in the size that the screen has given the map now."""
        self._fly()
        self.flight.stop()

    def leave(self) -> None:
        """Gives the map back as it was before."""
        place, selection = self._before
        self._session.changed.disconnect(self._follow)
        self._view.removeEventFilter(self)
        self._view.setStyleSheet("")
        self.flight.stop()
        self.laser.switch(False)
        self.ink.setParent(None)
        self.ink.deleteLater()
        self._session.finishing.emit()
        self.revealing.begin(())
        self.left.emit()
        self.staging.leave()
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
            QTimer.singleShot(0, self, self._fit)
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

    def _means(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does before an audience; None where it means what it always does."""
        name = meaning(event, idle=not self._session.selection)
        return partial(self.jumps.type, name) if name.isdecimal() else self._deeds.get(name)

    # Within

    def _escape(self) -> None:
        if self.sheet.isVisible():
            self.sheet.hide()
        elif self.ink.draws:
            self.ink.let(False)
        elif not self.cover.isHidden():
            self.cover.hide()
        elif self._session.selection:
            self._session.select(())
        elif not self._view.pointer.cancel():
            self.leave()

    def _keep(self) -> None:
        if not self.ink.is_empty:
            keep_drawing(self._view, self.ink)
            self.ink.clear()

    def _offer(self) -> None:
        self.caption.tell(say("K keeps the drawing on the map") if not self.ink.is_empty else "")

    def _enter(self) -> None:
        if not self.jumps.go_to_typed():
            self.step(1)

    def _list(self) -> None:
        self.jumps.show([self.staging.told(halt.title) for halt in self.halts], self.place)

    def _switch_names(self) -> None:
        self.staging.nameless = not self.staging.nameless
        self._tell()

    def _switch_reveal(self) -> None:
        self._manner = replace(self._manner, reveals=not (self._manner.reveals or self.revealing.left))
        self._begin(shown=not self._manner.reveals)

    def _begin(self, *, shown: bool) -> None:
        """Conceals the branches of this stop, where they are to come one by one."""
        halt = self.halt or Halt("")
        one_by_one = halt.reveals or self._manner.reveals
        self.revealing.begin(branches_at(halt, self._view.board) if one_by_one else (), shown=shown)
        self.moved.emit()

    def _tell(self) -> None:
        halt = self.halt or Halt("")
        title = self.staging.told(halt.title)
        self.caption.show_halt(title, self.place, len(self.halts))
        announce(self, title)
        self.staging.show(halt)
        self.moved.emit()

    def _follow(self, change: Change) -> None:
        """Takes up what was changed in the meantime, and stays where it is."""
        self.staging.follow(change)
        self.halts = self._way()
        self.place = max(0, min(len(self.halts) - 1, self.place))
        self._tell()


def box_at(halt: Halt | None, board: Board) -> Box | None:
    """What is to be seen at a stop."""
    if halt is None or (not halt.ids and halt.region is None):
        return board.bounds
    if halt.region is not None:
        return halt.region
    return union(box for key in halt.ids if (box := board.box_of(key)) is not None) or board.bounds


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
