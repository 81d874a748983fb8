"""Moves the map from one place to another so that the eye can follow."""

import math

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from journeydesk.ui.editor.view import MapView
from journeydesk.ui.session import Place

LONGEST, SHORTEST = 900, 250  # milliseconds
RISE = 0.35  # how far a long flight zooms out on its way, of what would show both ends


class Flight(QObject):
    """One flight at a time. `landed` tells that the place was reached. Without `moves` it jumps."""

    landed = Signal()

    def __init__(self, view: MapView, moves: bool) -> None:
        super().__init__(view)
        self._view, self._moves = view, moves
        self._start: Place = view.camera.place
        self._end: Place = self._start
        self._span = 0.0
        self._way = QVariantAnimation(self)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._way.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._way.valueChanged.connect(self._step)
        self._way.finished.connect(self.landed)

    def go(self, place: Place) -> None:
        """Flies to a place: the middle of the view in board units, and the scale."""
        self._way.stop()
        self._start, self._end = self._view.camera.place, place
        area = self._view.viewport().rect()
        pixels = math.dist(self._start[:2], place[:2]) * min(self._start[2], place[2])
        self._span = pixels / max(area.width(), 1)
        turn = abs(math.log(place[2] / self._start[2]))
        if not self._moves or (self._span < 0.001 and turn < 0.001):
            self._view.look_at(place)
            self.landed.emit()
            return
        self._way.setDuration(round(min(LONGEST, SHORTEST + 350 * self._span + 250 * turn)))
        self._way.start()

    def stop(self) -> None:
        """Ends the flight where it should have led."""
        if self._way.state() == QVariantAnimation.State.Running:
            self._way.stop()
            self._view.look_at(self._end)

    @property
    def is_under_way(self) -> bool:
        """Whether the map moves just now."""
        return self._way.state() == QVariantAnimation.State.Running

    def _step(self, part: float) -> None:
        (x0, y0, s0), (x1, y1, s1) = self._start, self._end
        # A long way is flown from further above, or nobody would know where it led.
        rise = 1 - RISE * min(1.0, self._span / 2) * math.sin(math.pi * part)
        scale = s0 * (s1 / s0) ** part * rise
        # The middle moves evenly on the screen although the scale changes on the way.
        share = part if abs(s1 - s0) < 1e-9 else (1 / s0 - 1 / (s0 * (s1 / s0) ** part)) / (1 / s0 - 1 / s1)
        self._view.look_at((x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, scale))
