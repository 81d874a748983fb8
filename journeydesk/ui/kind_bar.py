"""The slim palette at the map's edge: the tools, and every kind of node."""

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from journeydesk.language import say


class KindBar(QFrame):
    """A column of buttons, one for each action.

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
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 8)
        column.setSpacing(4)
        for place, deed in enumerate(deeds):
            if place == 3:
                line = QFrame()
                line.setObjectName("rule")
                line.setFixedHeight(1)
                column.addSpacing(4)
                column.addWidget(line)
                column.addSpacing(4)
            button = QToolButton()
            button.setDefaultAction(deed)
            button.setIconSize(QSize(20, 20))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAccessibleName(deed.text())
            button.installEventFilter(self)
            column.addWidget(button)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or not isinstance(watched, QToolButton):
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed_at = event.position()
        elif event.type() == QEvent.Type.MouseMove and (self._pulls or watched.isDown()):
            self._pull(watched, event)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pulls:
            self._pulls = False
            self.dropped.emit(event.globalPosition())
            return True
        return self._pulls

    def _pull(self, button: QToolButton, event: QMouseEvent) -> None:
        name = button.defaultAction().objectName()
        far = (event.position() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if not self._pulls and far and name.startswith("place_"):
            self._pulls = True
            button.setDown(False)
            self.pulled.emit(name.removeprefix("place_"))
        if self._pulls:
            self.carried.emit(event.globalPosition())
