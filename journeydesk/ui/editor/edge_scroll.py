"""Moves the map along while something is dragged to the edge of the view."""

from PySide6.QtCore import QObject, QPointF, QTimer, Signal

from journeydesk.ui.editor.camera import Camera

ZONE = 20.0  # pixels from the edge
BEAT = 16  # milliseconds
FASTEST = 22.0  # pixels in a beat


class EdgeScroll(QObject):
    """`scrolled` tells that the map has moved under a pointer that stands still."""

    scrolled = Signal()

    def __init__(self, camera: Camera, parent: QObject) -> None:
        super().__init__(parent)
        self._camera = camera
        self._step = QPointF()
        self._has_been_within = False
        self._timer = QTimer(self, interval=BEAT)
        self._timer.timeout.connect(self._scroll)

    def follow(self, position: QPointF) -> None:
        """The pointer is here, in the viewport. Only what has been away from the edge scrolls at it."""
        area = self._camera.view.viewport().rect()
        step = QPointF(_pull(position.x(), area.width()), _pull(position.y(), area.height()))
        self._has_been_within = self._has_been_within or step.isNull()
        self._step = step if self._has_been_within else QPointF()
        if self._step.isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Nothing is dragged any more."""
        self._timer.stop()
        self._has_been_within = False

    def _scroll(self) -> None:
        self._camera.pan(self._step.x(), self._step.y())
        self.scrolled.emit()


def _pull(at: float, length: float) -> float:
    """How far the map goes in a beat: the further the pointer is into the zone or beyond it, the faster."""
    near, far = ZONE - at, at - (length - ZONE)
    depth = near if near > 0 else -far if far > 0 else 0.0
    return max(-FASTEST, min(FASTEST, depth * 0.4))
