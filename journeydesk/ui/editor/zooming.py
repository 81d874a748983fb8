"""Notices that the scale is changing, so that the last sharp picture is stretched until it rests."""

from PySide6.QtCore import QObject, QTimer, Signal

STILL = 90  # milliseconds without another scale until a zoom has ended


class Zooming(QObject):
    """Told the scale of every frame. `ended` says that a zoom has come to rest."""

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._scale = 0.0
        self._rest = QTimer(self, singleShot=True, interval=STILL)
        self._rest.timeout.connect(self.ended)

    def goes_on(self, scale: float) -> bool:
        """Takes note of a frame's scale; tells whether a zoom is under way."""
        if self._scale not in (0.0, scale):
            self._rest.start()
        self._scale = scale
        return self._rest.isActive()
