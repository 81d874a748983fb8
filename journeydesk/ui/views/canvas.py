"""A view on the screen: scrolled, zoomed, and painted with what is chosen in it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from journeydesk.render.qt import colour
from journeydesk.ui.style import current_tones
from journeydesk.ui.views.sheet import PaintedView, Window
from journeydesk.ui.views.spots import same_spot, spot_at
from journeydesk.views.view import Spot, View

SMALLEST, LARGEST, STEP = 0.2, 4.0, 1.25
LEGIBLE, USUAL = 0.6, 0.75  # the scale down to which a view is fitted into its room, and that of wider ones
MARGIN = 16.0  # pixels around a view


@dataclass
class Marked:
    """What is marked in a view: chosen, under the pointer, and dragged as a picture at a place."""

    chosen: Spot | None = None
    hovered: Spot | None = None
    dragged: tuple[QPixmap, QPointF] | None = None


class ViewCanvas(QAbstractScrollArea):
    """Shows one view. `moved` tells that it was scrolled or zoomed."""

    moved = Signal()
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painted: PaintedView | None = None
        self._ground = "#ffffff"
        self._scale = 1.0
        self.marked = Marked()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    # What is shown

    @property
    def view(self) -> View | None:
        """What is shown."""
        return self._painted.view if self._painted is not None else None

    @property
    def scale(self) -> float:
        """Pixels to a board unit."""
        return self._scale

    @property
    def seen(self) -> Window:
        """What of the view is on the screen."""
        assert self._painted is not None
        view, area, scale = self._painted.view, self.viewport().rect(), self._scale
        x = (self.horizontalScrollBar().value() - MARGIN) / scale
        y = (self.verticalScrollBar().value() - MARGIN) / scale
        spare = area.width() - view.width * scale
        if spare > 2 * MARGIN:
            x = -spare / 2 / scale
        return Window(view, area.width(), area.height(), x, y, scale)

    def show_view(self, view: View | None, ground: str, *, again: bool = False) -> None:
        """Shows a view; `again` keeps the place and what was chosen, for the same one has only changed."""
        self._painted = PaintedView(view) if view is not None else None
        self._ground = ground
        chosen = self.marked.chosen
        self.marked = Marked()
        if view is None or not again:
            self.horizontalScrollBar().setValue(0)
            self.verticalScrollBar().setValue(0)
            if view is not None:
                self.actual_or_fit(view)
        elif chosen is not None:
            self.marked.chosen = same_spot(view.spots, chosen)
        self._span()
        self.viewport().update()

    def actual_or_fit(self, view: View) -> None:
        """Shows a view in its width, where its letters stay legible for that."""
        fitting = (self.viewport().width() - 2 * MARGIN) / max(view.width, 1.0)
        self._scale = min(1.25, fitting) if fitting >= LEGIBLE else USUAL
        self.zoom_changed.emit(self._scale)

    # What the actions for the map's size ask for

    def closer(self) -> None:
        """Shows it larger."""
        self.zoom_by(STEP)

    def farther(self) -> None:
        """Shows more of it."""
        self.zoom_by(1 / STEP)

    def actual(self) -> None:
        """Shows it at 100 %."""
        self.zoom_by(1 / self._scale)

    def to_fit(self) -> None:
        """Shows the whole of it."""
        if (view := self.view) is not None:
            area = self.viewport().rect()
            room = (area.width() - 2 * MARGIN) / view.width, (area.height() - 2 * MARGIN) / view.height
            self.zoom_by(min(room) / self._scale)

    def to_selection(self) -> None:
        """Brings what is chosen into sight."""
        if self.marked.chosen is not None:
            self.reveal(self.marked.chosen)

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Zooms so that what lies around a point of the screen, its middle by default, stays there."""
        if self._painted is None:
            return
        area = self.viewport().rect()
        where = around if around is not None else QPointF(area.width() / 2, area.height() / 2)
        seen = self.seen
        x, y = seen.x + where.x() / seen.scale, seen.y + where.y() / seen.scale
        self._scale = min(LARGEST, max(SMALLEST, self._scale * factor))
        self._span()
        self.horizontalScrollBar().setValue(round(x * self._scale - where.x() + MARGIN))
        self.verticalScrollBar().setValue(round(y * self._scale - where.y() + MARGIN))
        self.moved.emit()
        self.viewport().update()
        self.zoom_changed.emit(self._scale)

    # Spots

    def spot_at(self, position: QPointF) -> Spot | None:
        """The spot at a place of the screen."""
        if self._painted is None:
            return None
        return spot_at(self._painted.view.spots, *self.seen.point(position.x(), position.y()))

    def reveal(self, spot: Spot) -> None:
        """Scrolls so that a spot can be seen."""
        if self._painted is None:
            return
        view, box, area = self._painted.view, self.seen.box(spot.box), self.viewport().rect()
        left, top = view.left * self._scale + 4, view.top * self._scale + 4
        if box.right > left or spot.box.left >= view.left:
            # Of what is too wide or too high, the beginning is shown.
            dx = max(min(0.0, area.width() - 8 - box.right), left - box.left)
            self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() - dx))
        if spot.box.top >= view.top:
            dy = max(min(0.0, area.height() - 8 - box.bottom), top - box.top)
            self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() - dy))

    # Within

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1 + event.value(), event.position())
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position())
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._span()
        self.moved.emit()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.moved.emit()
        self.viewport().update()

    def _span(self) -> None:
        """Tells the scroll bars how far there is to go."""
        view = self.view
        area = self.viewport().rect()
        for bar, size, room in (
            (self.horizontalScrollBar(), view.width if view else 0.0, area.width()),
            (self.verticalScrollBar(), view.height if view else 0.0, area.height()),
        ):
            bar.setRange(0, max(0, round(size * self._scale + 2 * MARGIN) - room))
            bar.setPageStep(room)
            bar.setSingleStep(24)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour(self._ground))
        if self._painted is not None:
            seen = self.seen
            for region in seen.regions():
                area = region.area
                painter.fillRect(QRectF(area.left, area.top, area.width, area.height), colour(self._ground))
                self._painted.paint(painter, region, self._scale, self.devicePixelRatioF())
            self._paint_marks(painter, seen)
        painter.end()

    def _paint_marks(self, painter: QPainter, seen: Window) -> None:
        """What is under the pointer, what is chosen, and what is dragged."""
        accent = QColor(current_tones().accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for spot, width in ((self.marked.hovered, 1.0), (self.marked.chosen, 2.0)):
            if spot is not None:
                box = seen.box(spot.box).grown(2)
                painter.setPen(QPen(accent, width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(box.left, box.top, box.width, box.height), 6, 6)
        if self.marked.dragged is not None:
            picture, place = self.marked.dragged
            painter.setOpacity(0.85)
            painter.drawPixmap(place, picture)
