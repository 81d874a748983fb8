"""Lines drawn over the map with the mouse, a pen or a finger; they go with the stop unless they are kept."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeydesk.language import say
from journeydesk.model.records import Asset, new_id
from journeydesk.operations.images import place_drawing
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.loading import png_of

WIDTH = 5.0
GRAIN = 2.0  # pixels of a drawing that is kept for one of the screen
LONGEST = 2400.0
COLOUR = "#d6322a"


class Ink(QWidget):
    """Lies over the map. While it is not drawn on, clicks go through it. `drawn` tells of other lines."""

    drawn = Signal()

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

    def turn(self) -> None:
        """Lets people draw where they could not, and no more where they could."""
        self.let(not self.draws)
        self.raise_()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self._lines

    def clear(self) -> None:
        """Wipes everything away."""
        self._lines = []
        self.update()
        self.drawn.emit()

    @property
    def extent(self) -> QRectF:
        """What the lines cover, in pixels."""
        found = QRectF()
        for line in self._lines:
            found = found.united(line.boundingRect())
        return found.adjusted(-WIDTH, -WIDTH, WIDTH, WIDTH)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = QPainterPath(event.position())
        line.lineTo(event.position() + QPointF(0.1, 0))
        self._lines.append(line)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.drawn.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._lines:
            self._lines[-1].lineTo(event.position())
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Paints the lines, in pixels of the screen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(COLOUR), WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for line in self._lines:
            painter.drawPath(line)


def keep_drawing(view: MapView, ink: Ink) -> None:
    """Puts what was drawn on the map where it was drawn, as a picture that can be seen through."""
    area, grain = ink.extent, min(GRAIN, LONGEST / max(ink.extent.width(), ink.extent.height(), 1.0))
    image = QImage((area.size() * grain).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(grain, grain)
    painter.translate(-area.topLeft())
    ink.paint(painter)
    painter.end()
    picture = Asset(
        id=new_id(), name=say("Drawing"), media_type="image/png", width=image.width(), height=image.height(),
        data=png_of(image),
    )  # fmt: skip
    x, y = view.camera.board_point(area.center())
    place_drawing(view.session.document, view.session.map_id, picture, x, y, area.width() / view.camera.scale)
