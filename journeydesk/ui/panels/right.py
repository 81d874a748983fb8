"""The right side of the window: the inspector, and below it the history and the comments where wanted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from journeydesk.ui.panels.history import HistoryPanel
from journeydesk.ui.panels.inspector import Inspector
from journeydesk.ui.panels.remarks import RemarksPanel

HISTORY, REMARKS = 240, 360  # pixels


class RightSide(QSplitter):
    """Shows any of them, all, or none."""

    def __init__(
        self,
        inspector: Inspector,
        history: HistoryPanel,
        remarks: RemarksPanel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.inspector, self.history, self.remarks = inspector, history, remarks
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setMinimumWidth(inspector.minimumWidth())
        for part in (inspector, history, remarks):
            part.setMinimumHeight(120)
            self.addWidget(part)
        self.setStretchFactor(0, 1)
        self.setSizes([2000, HISTORY, REMARKS])
        history.hide()
        remarks.hide()

    def show_part(self, part: QWidget, wanted: bool) -> None:
        """Shows or hides one of them."""
        if wanted:
            self.show()
        part.setVisible(wanted)
        self.setVisible(not all(one.isHidden() for one in (self.inspector, self.history, self.remarks)))

    @property
    def height_of_history(self) -> int:
        """How high the history is, or was when it was shown last; 0 where it never was."""
        return self.sizes()[1]
