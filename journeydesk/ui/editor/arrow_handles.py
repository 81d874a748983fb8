"""The handles of the arrow that is selected alone: its ends, its bends, and where a bend may be added."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from journeydesk.picture.shapes import Point
from journeydesk.render.strand import Strand

END, BEND, BETWEEN = 6.0, 5.0, 3.6  # radii in pixels
ROOM = 42.0  # pixels that a piece must be long to show a handle for a new bend
PARTS = (0.5, 0.35, 0.65, 0.25, 0.75)  # of a piece, where a handle for a new bend may be


def end_places(strand: Strand) -> tuple[Point, Point]:
    """Where an arrow leaves and where it enters."""
    return strand.route.cubics[0][0], strand.route.cubics[-1][3]


def between_places(strand: Strand, pixel: float) -> dict[int, Point]:
    """Where a new bend can be taken hold of, by its place among the bends; not under the label."""
    label = strand.box("label")
    kept = label.grown(BETWEEN * pixel) if label is not None else None
    found: dict[int, Point] = {}
    for place, piece in enumerate(strand.pieces):
        if piece.length < ROOM * pixel:
            continue
        points = (piece.along(part) for part in PARTS)
        point = next((point for point in points if kept is None or not kept.holds(*point)), None)
        if point is not None:
            found[place] = point
    return found


def paint_arrow_handles(painter: QPainter, strand: Strand, accent: QColor, pixel: float) -> None:
    """Rings at the ends, discs at the bends, and small rings between."""
    paper = QColor("#ffffff")
    painter.setPen(QPen(accent, 1.4 * pixel))
    painter.setBrush(paper)
    for x, y in between_places(strand, pixel).values():
        painter.drawEllipse(QPointF(x, y), BETWEEN * pixel, BETWEEN * pixel)
    painter.setPen(QPen(paper, 1.4 * pixel))
    painter.setBrush(accent)
    for x, y in strand.link.waypoints:
        painter.drawEllipse(QPointF(x, y), BEND * pixel, BEND * pixel)
    painter.setPen(QPen(accent, 2 * pixel))
    painter.setBrush(paper)
    for x, y in end_places(strand):
        painter.drawEllipse(QPointF(x, y), END * pixel, END * pixel)
