"""A list to choose from that the wheel leaves alone."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class CalmCombo(QComboBox):
    """A list that does not change its value when the wheel turns above it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
