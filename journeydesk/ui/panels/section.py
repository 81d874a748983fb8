"""A titled part of a panel, with its buttons at the right."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget


class Section(QWidget):
    """A heading and, below it, whatever is added to `body`."""

    def __init__(self, title: str, deeds: Iterable[QAction] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(title)
        heading.setObjectName("section")
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(heading, 1)
        for deed in deeds:
            button = QToolButton()
            button.setDefaultAction(deed)
            button.setIconSize(QSize(16, 16))
            button.setAccessibleName(deed.text())
            head.addWidget(button)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(8, 6, 8, 8)
        self.body.setSpacing(4)
        self.body.addLayout(head)
