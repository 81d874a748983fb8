"""What the project holds, at the left: its personas and evidence, and the outline of the map."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

from journeydesk.model.change import Change
from journeydesk.model.records import Evidence, Persona
from journeydesk.ui.panels.outline import OutlinePanel
from journeydesk.ui.panels.shelf import EVIDENCE, PERSONAS, Shelf
from journeydesk.ui.session import Session
from journeydesk.ui.text_size import scaled

HEAD, ROW, ROWS = 54, 26, 4  # the height of a list: its head, a row, and how many are shown
NARROWEST = 200


class ProjectColumn(QSplitter):
    """The lists over the outline. `deeds` are Qt's actions by id."""

    def __init__(self, session: Session, deeds: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.personas = Shelf(PERSONAS, session, deeds)
        self.evidence = Shelf(EVIDENCE, session, deeds)
        self.outline = OutlinePanel(session)
        self._lists = self.shelves
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for part in (*self._lists, self.outline):
            self.addWidget(part)
        self.setStretchFactor(len(self._lists), 1)
        self.setSizes([*self._wanted_heights(), 2000])
        self.setMinimumWidth(scaled(NARROWEST, most=280))
        session.changed.connect(self._make_room)

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """The lists of what has an inspector of its own."""
        return self.personas, self.evidence

    def _wanted_heights(self) -> list[int]:
        """How high the lists should be, so that all of a short one is seen."""
        return [HEAD + ROW * min(part.rows, ROWS) for part in self._lists]

    def _make_room(self, change: Change) -> None:
        """Gives a list that has grown more room, at the cost of the outline."""
        listed = (Persona, Evidence)
        if not any(isinstance(after, listed) and before is None for before, after in change.values()):
            return
        *lists, outline = self.sizes()
        heights = [max(pair) for pair in zip(lists, self._wanted_heights(), strict=True)]
        self.setSizes([*heights, max(0, outline - sum(heights) + sum(lists))])
