"""Drags what is at a spot within its plane, as a picture under the pointer."""

from PySide6.QtCore import QPointF, QRectF

from journeydesk.model.document import Document
from journeydesk.picture.marks import Box
from journeydesk.ui.views.canvas import ViewCanvas
from journeydesk.ui.views.spots import shares
from journeydesk.views.view import Spot

FAR = 5  # pixels that the pointer moves before something is dragged


class SpotDrag:
    """One press on a spot, from there to where it is let go."""

    def __init__(self, canvas: ViewCanvas, spot: Spot, start: QPointF) -> None:
        self._canvas, self._spot, self._start = canvas, spot, start

    def move(self, position: QPointF) -> None:
        """Shows it where the pointer is now."""
        if self._spot.drag is None:
            return
        moved, seen, marked = position - self._start, self._canvas.seen, self._canvas.marked
        if marked.dragged is None:
            if moved.manhattanLength() < FAR:
                return
            box = seen.box(self._spot.box)
            area = QRectF(box.left, box.top, box.width, box.height).toAlignedRect()
            marked.dragged = self._canvas.viewport().grab(area), QPointF()
        size = self._spot.box.width, self._spot.box.height
        shown = seen.box(Box.around(*self._middle(position), *size))
        marked.dragged = marked.dragged[0], QPointF(shown.left, shown.top)
        self._canvas.viewport().update()

    def drop(self, document: Document, position: QPointF) -> bool:
        """Puts it where it was let go; tells whether the pointer was moved at all."""
        if self._canvas.marked.dragged is not None and self._spot.drag is not None:
            self._spot.drag(document, *shares(self._spot, *self._middle(position)))
        self.cancel()
        return (position - self._start).manhattanLength() >= FAR

    def cancel(self) -> None:
        """Leaves it where it was."""
        self._canvas.marked.dragged = None
        self._canvas.viewport().update()

    def _middle(self, position: QPointF) -> tuple[float, float]:
        """Where the middle of the spot lies now, within its plane."""
        spot, scale, moved = self._spot, self._canvas.scale, position - self._start
        plane = spot.plane or spot.box
        x = min(plane.right, max(plane.left, spot.box.x + moved.x() / scale))
        return x, min(plane.bottom, max(plane.top, spot.box.y + moved.y() / scale))
