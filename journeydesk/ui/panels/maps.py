"""The maps of the project: which one is in view, and what they are called."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from journeydesk.language import say
from journeydesk.model import queries
from journeydesk.model.change import Change
from journeydesk.model.records import JourneyMap, Record
from journeydesk.operations import fields
from journeydesk.ui.panels.records_list import RecordsList
from journeydesk.ui.panels.section import Section
from journeydesk.ui.session import Session


def _title(record: Record) -> str:
    return record.title if isinstance(record, JourneyMap) else ""


def _sign(_: Record) -> str:
    return "map"


class MapsPanel(Section):
    """A list in which the current map is marked; another one comes into view by a click."""

    def __init__(self, session: Session, deeds: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(say("Maps"), [deeds["new_map"]], parent)
        self._session = session
        self.list = RecordsList(_title, _sign)
        self.list.setAccessibleName(say("Maps"))
        self.body.addWidget(self.list)
        self.list.current.connect(session.show_map)
        self.list.renamed.connect(self._rename)
        session.changed.connect(self._follow)
        session.map_changed.connect(self.refresh)
        self.refresh()

    @property
    def rows(self) -> int:
        """How many rows it takes to show all maps."""
        return self.list.count()

    def refresh(self) -> None:
        """Reads the maps anew."""
        self.list.fill(queries.maps(self._session.document), self._session.map_id)

    def rename(self, map_id: str) -> None:
        """Lets the title of a map be typed."""
        self.refresh()
        self.list.rename(map_id)

    def _follow(self, change: Change) -> None:
        if any(isinstance(before or after, JourneyMap) for before, after in change.values()):
            self.refresh()

    def _rename(self, map_id: str, title: str) -> None:
        fields.set_field(self._session.document, (map_id,), "title", title)
        self.refresh()
