"""A look at a sheet before it is made."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.language import message, say
from journeydesk.picture.marks import Box
from journeydesk.render.pixels import painted
from journeydesk.render.sheet import Sheet
from journeydesk.render.tiling import Cuts, Span
from journeydesk.ui.style import current_tones

FOOT = 28  # pixels of the line with the size
NEAR = 6  # pixels from a cut within which it is taken hold of
LONGEST = 1400  # pixels of the picture's longer side


def paint_sheet(sheet: Sheet) -> QImage:
    """The sheet as a picture of at most LONGEST pixels each way; for any thread."""
    scale = LONGEST / max(sheet.width_mm, sheet.height_mm)
    width, height = max(1, round(sheet.width_mm * scale)), max(1, round(sheet.height_mm * scale))
    return painted(sheet.picture, width, height, scale=scale, ground=sheet.ground)


class SheetView(QWidget):
    """Shows the sheet as large as there is room, with its size below.

    Where it is to be cut, the cuts can be dragged: `cut` carries where they are then.
    """

    cut = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._size = (1.0, 1.0)  # of the sheet, in millimetres
        self._marked: Box | None = None
        self._cuts = Cuts()
        self._spans: tuple[Span, Span] | None = None
        self._held: tuple[str, int] | None = None  # the cut that is dragged: along which axis, and which
        self.setMouseTracking(True)
        self._told = say("Drawing…")
        self.setMinimumSize(320, 320)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(say("Preview"))

    def show_sheet(self, image: QImage, width_mm: float, height_mm: float) -> None:
        """Shows a picture of a sheet of this size in millimetres."""
        self._image, self._size, self._marked = image, (width_mm, height_mm), None
        self._cuts = Cuts()
        self._told = say(message("{width} × {height} mm", width=round(width_mm), height=round(height_mm)))
        self.setAccessibleDescription(self._told)
        self.update()

    def mark(self, place: Box | None) -> None:
        """Marks a place of the sheet, in millimetres; None for none."""
        self._marked = place
        self.update()

    def show_cuts(self, cuts: Cuts, spans: tuple[Span, Span]) -> None:
        """Shows where the sheet is cut; `spans`, across and down, tell how far a cut can be dragged."""
        self._cuts, self._spans = cuts, spans
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = self._cut_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            near = self._cut_at(event.position())
            shapes = {"x": Qt.CursorShape.SplitHCursor, "y": Qt.CursorShape.SplitVCursor}
            self.setCursor(shapes[near[0]] if near else Qt.CursorShape.ArrowCursor)
            return
        axis, place = self._held
        box, scale = self._room()
        at = (event.position().x() - box.left()) if axis == "x" else (event.position().y() - box.top())
        assert self._spans is not None
        span = self._spans[0 if axis == "x" else 1]
        moved = span.dragged(getattr(self._cuts, axis), place, at / scale)
        self.show_cuts(replace(self._cuts, **{axis: moved}), self._spans)

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:
        if self._held is not None:
            self._held = None
            self.cut.emit(self._cuts)

    def _cut_at(self, position: QPointF) -> tuple[str, int] | None:
        """The cut near a point of the widget."""
        box, scale = self._room()
        for axis, at in (("x", position.x() - box.left()), ("y", position.y() - box.top())):
            for place, cut in enumerate(getattr(self._cuts, axis)):
                if abs(cut * scale - at) <= NEAR:
                    return axis, place
        return None

    def _room(self) -> tuple[QRectF, float]:
        """Where the sheet is shown, and how many pixels a millimetre takes."""
        room = QSize(self.width() - 16, self.height() - FOOT - 16)
        size = self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - FOOT - size.height()) // 2
        return QRectF(left, top, size.width(), size.height()), size.width() / max(self._size[0], 1)

    def show_text(self, text: str) -> None:
        """Says why there is nothing to see."""
        self._image = QImage()
        self._told = text
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 420)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tones = current_tones()
        painter.setPen(tones.muted)
        if not self._image.isNull():
            room, scale = self._room()
            size, left, top = room.size().toSize(), round(room.left()), round(room.top())
            ratio = self.devicePixelRatioF()
            sharp = self._image.scaled(
                size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            sharp.setDevicePixelRatio(ratio)
            painter.drawImage(left, top, sharp)
            painter.setPen(tones.edge)
            painter.drawRect(left - 1, top - 1, size.width() + 1, size.height() + 1)
            if self._marked is not None:
                box = self._marked.scaled(scale).moved(left, top).grown(6)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(QColor(tones.warning), 2))
                painter.drawRoundedRect(QRectF(box.left, box.top, box.width, box.height), 6, 6)
            painter.setPen(QPen(QColor(tones.accent), 2, Qt.PenStyle.DashLine))
            for x in self._cuts.x:
                painter.drawLine(QPointF(left + x * scale, top), QPointF(left + x * scale, room.bottom()))
            for y in self._cuts.y:
                painter.drawLine(QPointF(left, top + y * scale), QPointF(room.right(), top + y * scale))
            painter.setPen(tones.muted)
            place = self.rect().adjusted(0, self.height() - FOOT, 0, 0)
        else:
            place = self.rect().adjusted(24, 0, -24, 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(place, flags, self._told)
        painter.end()
