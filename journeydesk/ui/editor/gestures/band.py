"""A rubber band."""

from PySide6.QtCore import Qt

from journeydesk.kinds.frame import Frame
from journeydesk.language import say
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.ui.editor.gestures.desk import Desk


class BandGesture:
    """Draws a rubber band and selects what lies in it, beside what was `kept`; or else lets go of that."""

    def __init__(self, desk: Desk, start: Point, kept: tuple[str, ...], *, toggling: bool = False) -> None:
        self._desk, self._start, self._kept, self._toggling = desk, start, kept, toggling

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        (x0, y0), (x1, y1) = self._start, point
        band = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        self._desk.overlay.band = band
        found = self._within(band)
        kept = (key for key in self._kept if key not in found) if self._toggling else self._kept
        added = (key for key in found if key not in self._kept) if self._toggling else found
        self._desk.session.select((*kept, *added))
        self._desk.tell(
            say("Selects what it meets; pressed with Shift adds, with Ctrl adds and takes away; Esc cancels"),
            Qt.CursorShape.CrossCursor,
        )

    def _within(self, band: Box) -> dict[str, None]:
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
        return dict.fromkeys(found)

    def finish(self, point: Point) -> None:
        self._desk.overlay.band = None
        self._desk.hint("")

    def cancel(self) -> None:
        self.finish(self._start)
        self._desk.session.select(self._kept)
