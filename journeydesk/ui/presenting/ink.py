"""Lines drawn over the map with the mouse, a pen or a finger; they go when the presentation moves on."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

WIDTH = 5.0
COLOUR = "#d6322a"


class Ink(QWidget):
    """Lies over the map. While it is not drawn on, clicks go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[QPainterPath] = []
        self.draws = False
        self.let(False)

    def let(self, draws: bool) -> None:
        """Lets people draw, or leaves the mouse to the map; what was drawn stays."""
        self.draws = draws
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not draws)
        self.setCursor(Qt.CursorShape.CrossCursor if draws else Qt.CursorShape.ArrowCursor)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self._lines

    def clear(self) -> None:
        """Wipes everything away."""
        self._lines = []
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = QPainterPath(event.position())
        line.lineTo(event.position() + QPointF(0.1, 0))
        self._lines.append(line)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._lines:
            self._lines[-1].lineTo(event.position())
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(COLOUR), WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for line in self._lines:
            painter.drawPath(line)
        painter.end()
