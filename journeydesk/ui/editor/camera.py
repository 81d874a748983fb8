"""Which part of the board is on the screen: pan and zoom."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point

SMALLEST, LARGEST = 0.01, 8.0
STEP = 1.25
EXTENT = 200_000.0  # the scene reaches this far around 0, 0, in board units
FIT_MARGIN = 36  # pixels


class Camera:
    """Moves a view over the board. `scale` is logical pixels per board unit."""

    def __init__(self, view: QGraphicsView) -> None:
        self.view = view

    @property
    def scale(self) -> float:
        return self.view.transform().m11()

    def board_point(self, position: QPointF) -> Point:
        """The point of the board under a place of the viewport."""
        inverted, _ = self.view.viewportTransform().inverted()
        found = inverted.map(position)
        return found.x(), found.y()

    def view_point(self, point: Point) -> QPointF:
        """The place of the viewport over a point of the board."""
        return self.view.viewportTransform().map(QPointF(*point))

    @property
    def visible(self) -> Box:
        """The region of the board that the viewport shows."""
        area = self.view.viewport().rect()
        left, top = self.board_point(QPointF(0, 0))
        right, bottom = self.board_point(QPointF(area.width(), area.height()))
        return Box(left, top, right, bottom)

    @property
    def place(self) -> tuple[float, float, float]:
        """What is in the middle of the viewport, and the scale: what `look_at` takes."""
        return self.place_in(self.view.viewport().size())

    def place_in(self, size: QSize) -> tuple[float, float, float]:
        """What was the place while the viewport had this size."""
        return (*self.board_point(QPointF(size.width() / 2, size.height() / 2)), self.scale)

    def look_at(self, x: float, y: float, scale: float) -> None:
        """Brings a point to the middle of the viewport, at a scale."""
        self.view.setTransform(QTransform.fromScale(*(max(SMALLEST, min(LARGEST, scale)),) * 2))
        area = self.view.viewport().rect()
        self._bring((x, y), QPointF(area.width() / 2, area.height() / 2))

    def zoom_at(self, position: QPointF, factor: float) -> None:
        """Zooms so that the point under a place of the viewport stays there."""
        scale = max(SMALLEST, min(LARGEST, self.scale * factor))
        if scale == self.scale:
            return
        point = self.board_point(position)
        self.view.setTransform(QTransform.fromScale(scale, scale))
        self._bring(point, position)

    def pan(self, dx: float, dy: float) -> None:
        """Moves the map by so many pixels."""
        across, down = self.view.horizontalScrollBar(), self.view.verticalScrollBar()
        across.setValue(across.value() - round(dx))
        down.setValue(down.value() - round(dy))

    def fit(self, box: Box, largest: float = 1.0) -> None:
        """Shows a whole box, at most at this scale."""
        area = self.view.viewport().rect()
        wide, high = max(area.width() - 2 * FIT_MARGIN, 50), max(area.height() - 2 * FIT_MARGIN, 50)
        scale = min(wide / max(box.width, 1), high / max(box.height, 1), largest)
        self.look_at(box.x, box.y, scale)

    def is_near(self, box: Box) -> bool:
        """Whether a box can be seen, or nearly so."""
        seen = self.visible
        return seen.grown(min(seen.width, seen.height) / 2).meets(box.grown(1))

    def holds(self, box: Box) -> bool:
        """Whether a box can be seen as a whole at this scale."""
        seen = self.visible
        return box.width <= seen.width and box.height <= seen.height

    def reveal(self, box: Box) -> None:
        """Moves the map just so far that a box can be seen, or some of one that is larger than the view."""
        seen = self.visible
        if not self.holds(box) and seen.meets(box):
            return
        edge = 24 / self.scale
        dx = min(0.0, box.left - edge - seen.left) or max(0.0, box.right + edge - seen.right)
        dy = min(0.0, box.top - edge - seen.top) or max(0.0, box.bottom + edge - seen.bottom)
        if dx or dy:
            self.pan(-dx * self.scale, -dy * self.scale)

    def _bring(self, point: Point, position: QPointF) -> None:
        here = self.view_point(point)
        self.pan(position.x() - here.x(), position.y() - here.y())


def scene_rect() -> QRectF:
    """The extent over which the view can move."""
    return QRectF(-EXTENT, -EXTENT, 2 * EXTENT, 2 * EXTENT)
