"""A look at a sheet before it is made."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.language import message, say
from journeydesk.picture.marks import Box
from journeydesk.render.pixels import painted
from journeydesk.render.sheet import Sheet
from journeydesk.ui.style import current_tones

LONGEST = 1400  # pixels of the picture's longer side


def paint_sheet(sheet: Sheet) -> QImage:
    """The sheet as a picture of at most LONGEST pixels each way; for any thread."""
    scale = LONGEST / max(sheet.width_mm, sheet.height_mm)
    width, height = max(1, round(sheet.width_mm * scale)), max(1, round(sheet.height_mm * scale))
    return painted(sheet.picture, width, height, scale=scale, ground=sheet.ground)


class SheetView(QWidget):
    """Shows the sheet as large as there is room, with its size below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._size = (1.0, 1.0)  # of the sheet, in millimetres
        self._marked: Box | None = None
        self._told = say("Drawing…")
        self.setMinimumSize(320, 320)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(say("Preview"))

    def show_sheet(self, image: QImage, width_mm: float, height_mm: float) -> None:
        """Shows a picture of a sheet of this size in millimetres."""
        self._image, self._size, self._marked = image, (width_mm, height_mm), None
        self._told = say(message("{width} × {height} mm", width=round(width_mm), height=round(height_mm)))
        self.setAccessibleDescription(self._told)
        self.update()

    def mark(self, place: Box | None) -> None:
        """Marks a place of the sheet, in millimetres; None for none."""
        self._marked = place
        self.update()

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
        foot = 28
        if not self._image.isNull():
            room = QSize(self.width() - 16, self.height() - foot - 16)
            size = self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) // 2, (self.height() - foot - size.height()) // 2
            ratio = self.devicePixelRatioF()
            sharp = self._image.scaled(
                size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            sharp.setDevicePixelRatio(ratio)
            painter.drawImage(left, top, sharp)
            painter.setPen(tones.edge)
            painter.drawRect(left - 1, top - 1, size.width() + 1, size.height() + 1)
            if self._marked is not None:
                scale = size.width() / self._size[0]
                box = self._marked.scaled(scale).moved(left, top).grown(6)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(QColor(tones.warning), 2))
                painter.drawRoundedRect(QRectF(box.left, box.top, box.width, box.height), 6, 6)
            painter.setPen(tones.muted)
            place = self.rect().adjusted(0, self.height() - foot, 0, 0)
        else:
            place = self.rect().adjusted(24, 0, -24, 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(place, flags, self._told)
        painter.end()
