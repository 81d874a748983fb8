"""The slim palette at the map's edge: the tools, and every kind of node."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from journeydesk.language import say


class KindBar(QFrame):
    """A column of buttons, one for each action."""

    def __init__(self, deeds: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAccessibleName(say("Tools"))
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
            column.addWidget(button)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
