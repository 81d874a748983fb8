"""The place in the middle of the window: the palette at the left, and the map with what lies over it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

NARROWEST = 320  # pixels
BAR = 48


class MapPlace(QWidget):
    """Palette and map. A Tab that means nothing there ends here, and the map keeps the keyboard.

    `rows` lie over one another, the last of them, the map, in all the room that the others leave.
    """

    def __init__(self, palette: QWidget, rows: Iterable[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(NARROWEST)
        self.palette_bar = palette
        bar = QScrollArea()
        bar.setWidget(palette)
        bar.setWidgetResizable(True)
        bar.setFixedWidth(BAR)
        bar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout()
        column.setSpacing(0)
        for row in rows:
            column.addWidget(row)
        column.setStretch(column.count() - 1, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(column, 1)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return True
        return super().event(event)
