"""A strip above the map: a bar of its own that is opened by a key and closed by Escape."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from journeydesk.language import say
from journeydesk.ui.flow_row import FlowRow
from journeydesk.ui.icons import icon


class Strip(QFrame):
    """Widgets in a row above the map. `left` asks to give the keyboard back to the map."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setAccessibleName(name)
        self.row = FlowRow(self)
        self._ends = QWidget(self)  # the buttons, which stay together
        self._ends.hide()
        ends = QHBoxLayout(self._ends)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.setSpacing(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def add_button(self, name: str, told: str, clicked: Callable[[], None]) -> QToolButton:
        """Adds a button with an icon; `told` is what it does, in the program's language."""
        button = QToolButton()
        button.setObjectName("quiet")
        button.setIcon(icon(name))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(told)
        button.setAccessibleName(told.split("\n", maxsplit=1)[0])
        button.clicked.connect(clicked)
        layout = self._ends.layout()
        assert layout is not None
        layout.addWidget(button)
        return button

    def add_close(self) -> None:
        """Adds the button that closes the strip, after which nothing comes."""
        self.add_button("x", say("Close"), self.leave)
        self.row.addWidget(self._ends)
        self._ends.show()

    def leave(self) -> None:
        """Closes the strip and gives the keyboard back to the map."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
