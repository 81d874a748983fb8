"""The place in the middle of the window: the palette at the left, and the map with what lies over it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.ui.kind_bar import KindBar

NARROWEST = 268  # pixels; with the panels at both sides no more than the smallest window


class MapPlace(QWidget):
    """Palette and map. A Tab that means nothing there ends here, and the map keeps the keyboard.

    `rows` lie over one another, the last of them, the map, in all the room that the others leave.
    """

    def __init__(self, palette: KindBar, rows: Iterable[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(NARROWEST)
        self.palette_bar = palette
        bar = self._bar = QScrollArea()
        bar.setWidget(palette)
        bar.setWidgetResizable(True)
        bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.palette_bar.fit(self.height())
        self._bar.setFixedWidth(self.palette_bar.minimumSizeHint().width())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return True
        return super().event(event)
