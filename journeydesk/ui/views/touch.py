"""Changes a view at its spots, by mouse and keys."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from journeydesk.ui.announcing import announce
from journeydesk.ui.session import Session
from journeydesk.ui.views.canvas import ViewCanvas
from journeydesk.ui.views.dragging import SpotDrag
from journeydesk.ui.views.offers import OfferMenu
from journeydesk.ui.views.spots import push, towards
from journeydesk.ui.views.writer import SpotWriter
from journeydesk.views.view import Spot

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class Touch(QObject):
    """Watches a canvas. `marked` carries the spot that was chosen, `asked` one whose record is to be seen.

    `left` tells that Escape leads back to the map, `refused` why something cannot be written.
    """

    marked = Signal(object)
    asked = Signal(object)
    left = Signal()
    refused = Signal(object)

    def __init__(self, session: Session, canvas: ViewCanvas) -> None:
        super().__init__(canvas)
        self._session, self._canvas = session, canvas
        self._drag: SpotDrag | None = None
        self._writer: SpotWriter | None = None
        canvas.installEventFilter(self)
        self._viewport = canvas.viewport()  # asked for once: events still come while the canvas is torn down
        self._viewport.installEventFilter(self)
        canvas.moved.connect(self._place_writer)
        session.finishing.connect(self.finish)
        session.keeping.connect(self._keep)

    # What is done to a spot

    def choose(self, spot: Spot | None) -> None:
        """Makes a spot the chosen one and brings it into sight."""
        self._canvas.marked.chosen = spot
        if spot is not None:
            self._canvas.reveal(spot)
            self._canvas.setAccessibleDescription(spot.label)
            announce(self._canvas, spot.label)
            self.marked.emit(spot)
        self._canvas.viewport().update()

    def write(self, spot: Spot, typed: str | None = None) -> None:
        """Begins to write at a spot: over its text, or with what was typed in its place."""
        self.finish()
        if spot.write is None:
            return
        self._canvas.reveal(spot)
        self._writer = SpotWriter(self._session.document, spot, typed, self._canvas.viewport())
        self._writer.done.connect(self._written)
        self._writer.refused.connect(self.refused)
        self._writer.textChanged.connect(self._place_writer)
        self._place_writer()
        self._writer.show()
        self._writer.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place_writer()

    @property
    def writer(self) -> SpotWriter | None:
        """The editor, where something is written just now."""
        return self._writer

    def finish(self) -> None:
        """Keeps what is being written and closes the editor."""
        if self._writer is not None:
            self._writer.finish()

    def step(self, by: int) -> bool:
        """Goes to the next spot, or to the one before, in the order of reading; False at the end."""
        spots = self._spots
        place = 0 if by > 0 else len(spots) - 1
        if self._chosen in spots:
            place = spots.index(self._chosen) + by
        if not 0 <= place < len(spots):
            return False
        self.choose(spots[place])
        return True

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self._canvas:
            if event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
                event.accept()
                return True
            return event.type() == QEvent.Type.KeyPress and self._key(event)
        if watched is not self._viewport:
            return False
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if event.type() == QEvent.Type.Leave and self._canvas.marked.hovered is not None:
            self._canvas.marked.hovered = None
            self._canvas.viewport().update()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """Does what a key says; False where it means nothing here."""
        key, held, spot = event.key(), event.modifiers(), self._chosen
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif key in TABS:
            return self.step(TABS[Qt.Key(key)])
        elif key in ARROWS:
            self._go(ARROWS[Qt.Key(key)], bool(held & Qt.KeyboardModifier.AltModifier))
        elif spot is None:
            return False
        elif key == Qt.Key.Key_F2 and spot.write is not None:
            self.write(spot)
        elif key in ENTERS:
            self._enter(spot, bool(held & Qt.KeyboardModifier.ControlModifier))
        elif key in REMOVES:
            if spot.remove is not None:
                spot.remove(self._session.document)
        elif _is_letter(event) and spot.press is not None:
            spot.press(self._session.document, event.text())
        elif _is_letter(event):
            self.write(spot, event.text())
        else:
            return False
        return True

    def _mouse(self, event: QMouseEvent) -> bool:
        position = event.position()
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self.finish()
                self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
                spot = self._canvas.spot_at(position)
                is_left = event.button() == Qt.MouseButton.LeftButton
                self._drag = SpotDrag(self._canvas, spot, position) if is_left and spot is not None else None
                self.choose(spot)
            case QEvent.Type.MouseMove if self._drag is not None:
                self._drag.move(position)
            case QEvent.Type.MouseMove:
                self._hover(position)
            case QEvent.Type.MouseButtonRelease if self._drag is not None:
                was_moved, self._drag = self._drag.drop(self._session.document, position), None
                if not was_moved and self._chosen is not None and self._chosen.offers:
                    self._enter(self._chosen, False)
            case QEvent.Type.MouseButtonDblClick:
                if (spot := self._canvas.spot_at(position)) is not None:
                    self._enter(spot, False)
            case _:
                return False
        return True

    # Within

    @property
    def _chosen(self) -> Spot | None:
        return self._canvas.marked.chosen

    @property
    def _spots(self) -> tuple[Spot, ...]:
        return self._canvas.view.spots if self._canvas.view is not None else ()

    def _escape(self) -> None:
        if self._canvas.marked.dragged is None:
            self.left.emit()
        if self._drag is not None:
            self._drag.cancel()
            self._drag = None

    def _go(self, way: tuple[int, int], moving: bool) -> None:
        """Goes on to the next spot in a direction, or moves what is at the chosen one by a step."""
        here = self._chosen
        if here is None:
            self.step(1)
        elif not moving:
            if (found := towards(self._spots, here, *way)) is not None:
                self.choose(found)
        else:
            push(self._session.document, here, way)

    def _enter(self, spot: Spot, leaving: bool) -> None:
        """Lets choose or write at a spot; where neither can be, or it is asked for, goes to its record."""
        if spot.offers and not leaving:
            OfferMenu(self._session.document, self._canvas, spot)
        elif spot.write is not None and not leaving:
            self.write(spot)
        elif spot.record_id:
            self.asked.emit(spot)

    def _hover(self, position: QPointF) -> None:
        hovered = self._canvas.spot_at(position)
        if hovered is not self._canvas.marked.hovered:
            self._canvas.marked.hovered = hovered
            self._canvas.viewport().setCursor(_cursor(hovered))
            self._session.hint_changed.emit(hovered.label if hovered is not None else "")
            self._canvas.viewport().update()

    def _place_writer(self) -> None:
        if self._writer is not None and self._canvas.view is not None:
            box = self._canvas.seen.box(self._writer.spot.box)
            self._writer.place(box.left, box.top, box.width, box.height, self._canvas.scale)

    def _keep(self) -> None:
        if self._writer is not None and not self._writer.spot.inviting:
            self._writer.keep()

    def _written(self, by: int) -> None:
        had_focus = self._writer is not None and self._writer.hasFocus()
        self._writer = None
        if had_focus or by:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        if by:
            self.step(by)


def _cursor(spot: Spot | None) -> Qt.CursorShape:
    if spot is None:
        return Qt.CursorShape.ArrowCursor
    if spot.drag is not None:
        return Qt.CursorShape.OpenHandCursor
    return Qt.CursorShape.IBeamCursor if spot.inviting else Qt.CursorShape.PointingHandCursor


def _is_letter(event: QKeyEvent) -> bool:
    """Whether a key writes something: also with AltGr, which comes as Ctrl and Alt."""
    held = event.modifiers()
    is_command = (
        bool(held & Qt.KeyboardModifier.ControlModifier) and not held & Qt.KeyboardModifier.AltModifier
    )
    return event.text().isprintable() and bool(event.text().strip()) and not is_command


def _is_own(event: QKeyEvent) -> bool:
    """Whether a key is meant for the view, though some action of the map has it."""
    key, with_control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if key in ENTERS:
        return True
    if key in (*ARROWS, *REMOVES, *TABS, Qt.Key.Key_Escape):
        return not with_control
    return not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier and _is_letter(event)
