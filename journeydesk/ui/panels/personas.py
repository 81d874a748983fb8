"""The personas of the project."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget

from journeydesk.language import say
from journeydesk.model import queries
from journeydesk.model.change import Change
from journeydesk.model.records import Persona, Record
from journeydesk.operations import fields
from journeydesk.ui.panels.records_list import RecordsList
from journeydesk.ui.panels.section import Section
from journeydesk.ui.session import Session


def _name(record: Record) -> str:
    return record.name if isinstance(record, Persona) else ""


def _sign(_: Record) -> str:
    return "circle-user"


class PersonasPanel(Section):
    """A list of personas. `marked` is sent when another one is chosen, to be looked at in the inspector."""

    marked = Signal()

    def __init__(self, session: Session, deeds: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(say("Personas"), [deeds["place_persona"], deeds["new_persona"]], parent)
        self._session = session
        self.list = RecordsList(_name, _sign)
        self.list.setAccessibleName(say("Personas"))
        self._empty = QLabel(say("A journey starts with a person: add the first one with +"))
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(8, 0, 8, 0)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.list, 1)
        self.list.current.connect(self._mark)
        self.list.renamed.connect(self._rename)
        session.changed.connect(self._follow)
        session.selection_changed.connect(self._let_go)
        self.refresh()

    @property
    def current_id(self) -> str:
        """The id of the persona that is marked, or ""."""
        return self.list.current_id

    def refresh(self) -> None:
        """Reads the personas anew."""
        found = queries.personas(self._session.document)
        self.list.fill(found, self.current_id)
        self.list.setHidden(not found)
        self._empty.setHidden(bool(found))

    def rename(self, persona_id: str) -> None:
        """Lets the name of a persona be typed."""
        self.refresh()
        self.list.rename(persona_id)

    def _follow(self, change: Change) -> None:
        if any(isinstance(before or after, Persona) for before, after in change.values()):
            self.refresh()

    def _mark(self, _: str) -> None:
        self.marked.emit()

    def _let_go(self) -> None:
        if self._session.selection:
            self.list.fill(queries.personas(self._session.document), "")

    def _rename(self, persona_id: str, name: str) -> None:
        fields.set_field(self._session.document, (persona_id,), "name", name)
        self.refresh()
