"""The slim palette at the map's edge: the tools, and every kind of node."""

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QSizePolicy, QToolButton, QWidget

from journeydesk.language import say

TOOLS = 3  # of the buttons, above the line
MOST = 3  # columns
GAP, MARGIN, RULE = 4, 8, 9  # pixels


class KindBar(QFrame):
    """Buttons, one for each action, in a column, or in several where a column is too high.

    `pulled` carries the name of a kind whose button is dragged, to be placed where it is let go; `carried`
    and `dropped` say where on the screen that is.
    """

    pulled = Signal(str)
    carried = Signal(QPointF)
    dropped = Signal(QPointF)

    def __init__(self, deeds: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAccessibleName(say("Tools"))
        self._pressed_at = QPointF()
        self._pulls = False
        self._columns = 0
        self._rule = QFrame()
        self._rule.setObjectName("rule")
        self._rule.setFixedHeight(1)
        self._buttons: list[QToolButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(6, MARGIN, 6, MARGIN)
        self._grid.setSpacing(GAP)
        for deed in deeds:
            button = QToolButton()
            button.setDefaultAction(deed)
            button.setIconSize(QSize(20, 20))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAccessibleName(deed.text())
            button.installEventFilter(self)
            self._buttons.append(button)
        self._arrange(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def fit(self, height: int) -> None:
        """Arranges the buttons in as few columns as this height allows."""
        high = self._buttons[0].sizeHint().height() + GAP
        room = height - 2 * MARGIN - RULE - GAP
        columns = next((n for n in range(1, MOST) if high * sum(self._rows(n)) <= room), MOST)
        if columns != self._columns:
            self._arrange(columns)

    def _rows(self, columns: int) -> tuple[int, int]:
        """How many rows the tools and the kinds take."""
        return -(-TOOLS // columns), -((TOOLS - len(self._buttons)) // columns)

    def _arrange(self, columns: int) -> None:
        grid = self._grid
        while grid.takeAt(0) is not None:
            pass
        for row in range(grid.rowCount()):
            grid.setRowStretch(row, 0)
            grid.setRowMinimumHeight(row, 0)
        self._columns, (first, second) = columns, self._rows(columns)
        for start, group in ((0, self._buttons[:TOOLS]), (first + 1, self._buttons[TOOLS:])):
            for place, button in enumerate(group):
                grid.addWidget(button, start + place // columns, place % columns)
        grid.setRowMinimumHeight(first, RULE)
        grid.addWidget(self._rule, first, 0, 1, columns)
        grid.setRowStretch(first + 1 + second, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or not isinstance(watched, QToolButton):
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed_at = event.position()
        elif event.type() == QEvent.Type.MouseMove and (self._pulls or watched.isDown()):
            self._pull(watched, event)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pulls:
            self._pulls = False
            watched.unsetCursor()
            self.dropped.emit(event.globalPosition())
            return True
        return self._pulls

    def _pull(self, button: QToolButton, event: QMouseEvent) -> None:
        name = button.defaultAction().objectName()
        far = (event.position() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if not self._pulls and far and name.startswith("place_"):
            self._pulls = True
            button.setDown(False)
            button.setCursor(Qt.CursorShape.DragCopyCursor)
            self.pulled.emit(name.removeprefix("place_"))
        if self._pulls:
            self.carried.emit(event.globalPosition())
