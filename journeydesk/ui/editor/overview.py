"""The overview: a small picture of the whole map in a corner of the view, and the region that is seen."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from journeydesk.language import say
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.style import current_tones

LARGEST = QSize(220, 150)  # pixels
SHARE = 0.4  # of the view that it takes at most, each way
EDGE, PAD = 12, 6
OPACITY = 0.92
SMALLEST = 5.0  # pixels of the region that is seen


class Overview(QWidget):
    """Follows a view. A press in the marked region drags it, one elsewhere goes there; the wheel zooms."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._whole = view.surface.tiles.whole
        self._image: QImage | None = None  # the picture at the size at which it is shown
        self._room_taken = LARGEST
        self._grip: QPointF | None = None
        self.is_wanted = False
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(say("Overview"))
        self.setToolTip(say("Drag to move the map, click to go there, turn the wheel to zoom"))
        self._whole.painted.connect(self._renew)
        view.zoom_changed.connect(self._follow)
        view.installEventFilter(self)
        self.hide()

    def show_wanted(self, wanted: bool) -> None:
        """Shows or hides it; it appears as soon as there is a picture."""
        self.is_wanted = wanted
        self._renew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            if self._room == self._room_taken:
                self._settle()
            else:
                self._renew()
        return False

    # Following

    def _renew(self) -> None:
        """Takes the newest picture over."""
        image, room = self._whole.image if self.is_wanted else None, self._room
        self._room_taken = room
        self._image = None
        self.setVisible(image is not None)
        if image is not None:
            ratio = self.devicePixelRatioF()
            self._image = image.scaled(
                (room - QSize(2 * PAD, 2 * PAD)).expandedTo(QSize(1, 1)) * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._image.setDevicePixelRatio(ratio)
        self._settle()
        self.update()

    def _settle(self) -> None:
        size = self._room
        if self._image is not None:
            size = self._image.deviceIndependentSize().toSize() + QSize(2 * PAD, 2 * PAD)
        self.resize(size)
        self.move(self._view.width() - size.width() - EDGE, self._view.height() - size.height() - EDGE)

    @property
    def _room(self) -> QSize:
        """How large it is at most; a small view is not covered by it."""
        return LARGEST.boundedTo(self._view.size() * SHARE)

    def _follow(self) -> None:
        if not self.isHidden():
            self.update()

    # Between the picture and the board

    @property
    def _scale(self) -> float:
        """Pixels of the picture for each board unit."""
        return (self.width() - 2 * PAD) / self._whole.box.width

    def _seen(self) -> QRectF:
        """The region that is seen, in pixels."""
        box, whole, scale = self._view.camera.visible, self._whole.box, self._scale
        left, top = PAD + (box.left - whole.left) * scale, PAD + (box.top - whole.top) * scale
        wide, high = max(box.width * scale, SMALLEST), max(box.height * scale, SMALLEST)
        return QRectF(left, top, wide, high)

    def _look_at(self, pixels: QPointF) -> None:
        whole, scale = self._whole.box, self._scale
        x, y = whole.left + (pixels.x() - PAD) / scale, whole.top + (pixels.y() - PAD) / scale
        x, y = min(max(x, whole.left), whole.right), min(max(y, whole.top), whole.bottom)
        self._view.look_at((x, y, self._view.camera.scale))

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._image is None:
            return
        self._view.jumping.emit()
        seen = self._seen()
        self._grip = QPointF(0, 0)
        if seen.contains(event.position()):
            self._grip = event.position() - seen.center()
        else:
            self._look_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._look_at(event.position() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        x, y, scale = self._view.camera.place
        self._view.look_at((x, y, scale * 1.0015 ** event.angleDelta().y()))
        event.accept()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = current_tones()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(OPACITY)
        painter.setPen(QPen(QColor(tones.edge), 1))
        painter.setBrush(QColor(tones.window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self._image is not None:
            painter.setOpacity(1.0)
            painter.drawImage(QPointF(PAD, PAD), self._image)
            accent = QColor(tones.accent)
            painter.setClipRect(self.rect().adjusted(2, 2, -2, -2))
            painter.setPen(QPen(accent, 1.6))
            accent.setAlpha(36)
            painter.setBrush(accent)
            painter.drawRect(self._seen())
        painter.end()
