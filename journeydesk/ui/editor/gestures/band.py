"""A rubber band."""

from PySide6.QtCore import Qt

from journeydesk.kinds.frame import Frame
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.ui.editor.gestures.desk import Desk


class BandGesture:
    """Draws a rubber band and selects what lies in it."""

    def __init__(self, desk: Desk, start: Point, kept: tuple[str, ...]) -> None:
        self._desk, self._start, self._kept = desk, start, kept

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        (x0, y0), (x1, y1) = self._start, point
        band = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        self._desk.overlay.band = band
        self._desk.session.select((*self._kept, *self._within(band)))

    def _within(self, band: Box) -> list[str]:
        board = self._desk.board()
        found = []
        for entry in board.within(band):
            placed = board.placed.get(entry.record_id)
            box = placed.box if placed else entry.bounds
            if placed is not None and isinstance(placed.node, Frame):
                wanted = band.holds(box.left, box.top) and band.holds(box.right, box.bottom)
            elif placed is not None:
                wanted = box.meets(band)
            else:
                wanted = band.holds(box.left, box.top) and band.holds(box.right, box.bottom)
            if wanted:
                found.append(entry.record_id)
        return list(dict.fromkeys(found))

    def finish(self, point: Point) -> None:
        self._desk.overlay.band = None

    def cancel(self) -> None:
        self._desk.overlay.band = None
        self._desk.session.select(self._kept)
