"""The right side of the window: the inspector, and the history below it where that is wanted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from journeydesk.ui.panels.history import HistoryPanel
from journeydesk.ui.panels.inspector import Inspector

HISTORY = 240  # pixels


class RightSide(QSplitter):
    """Shows either, both or none of the two."""

    def __init__(self, inspector: Inspector, history: HistoryPanel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.inspector, self.history = inspector, history
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setMinimumWidth(inspector.minimumWidth())
        for part in (inspector, history):
            part.setMinimumHeight(120)
            self.addWidget(part)
        self.setStretchFactor(0, 1)
        self.setSizes([2000, HISTORY])
        history.hide()

    def show_part(self, part: QWidget, wanted: bool) -> None:
        """Shows or hides one of the two."""
        if wanted:
            self.show()
        part.setVisible(wanted)
        self.setVisible(not (self.inspector.isHidden() and self.history.isHidden()))

    @property
    def height_of_history(self) -> int:
        """How high the history is, or was when it was shown last; 0 where it never was."""
        return self.sizes()[1]
