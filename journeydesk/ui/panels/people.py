"""An editor with a row for each persona of the map, and for any other of the project who is asked for."""

from abc import abstractmethod
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from journeydesk.language import say
from journeydesk.model.fields import Field, mentioned
from journeydesk.model.queries import personas, personas_of
from journeydesk.model.records import Persona
from journeydesk.ui.panels.editors import FieldEditor, Ground

MOST = 12  # personas that are offered by themselves

Row = TypeVar("Row", bound=QWidget)


class PeopleEditor(FieldEditor, Generic[Row]):
    """What is known of each persona, below their names. `rows` are the labels and rows by persona's id."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        column = QVBoxLayout()
        column.setSpacing(2)
        self.row.addLayout(column)
        self._empty = QLabel(say("There are no personas yet."))
        self._empty.setObjectName("muted")
        column.addWidget(self._empty)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(self._rows)
        self.rows: dict[str, tuple[QLabel, Row]] = {}
        self._asked: list[str] = []
        self.others = QToolButton()
        self.others.setObjectName("quiet")
        self.others.setText(say("Another Persona"))
        self.others.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.others)
        self._menu.aboutToShow.connect(self._offer)
        self._menu.triggered.connect(self._ask)
        self.others.setMenu(self._menu)
        column.addWidget(self.others)

    @abstractmethod
    def make_row(self) -> Row:
        """A row for a persona."""

    @abstractmethod
    def show_row(self, row: Row, persona: Persona) -> None:
        """Shows what the records say of a persona."""

    def persona_of(self, row: QObject) -> str:
        """The id of the persona whose row this is."""
        return next(key for key, (_, known) in self.rows.items() if known is row)

    def show_value(self, value: Any, several: bool) -> None:
        document = self.ground.document
        maps = dict.fromkeys(str(getattr(record, "map_id", "")) for record in self.records)
        here = [persona.id for key in maps for persona in personas_of(document, key)][:MOST]
        told = [
            key for record in self.records for key in mentioned(self.told, getattr(record, self.told.name))
        ]
        wanted = dict.fromkeys((*here, *told, *self._asked))
        found = [persona for key in wanted if (persona := document.find(Persona, key)) is not None]
        if [persona.id for persona in found] != list(self.rows):
            self._fill([persona.id for persona in found])
        for persona in found:
            label, row = self.rows[persona.id]
            label.setText(persona.name or say("Untitled"))
            row.setAccessibleName(label.text())
            self.show_row(row, persona)
        self._empty.setVisible(not found)
        self.others.setVisible(len(found) < len(document.all(Persona)))

    def _fill(self, keys: list[str]) -> None:
        for label, row in self.rows.values():
            label.deleteLater()
            row.deleteLater()
        self.rows = {}
        for key in keys:
            label, row = QLabel(), self.make_row()
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(row)
            self._rows.addWidget(label)
            self._rows.addWidget(row)
            self.rows[key] = (label, row)
        if keys:
            self.setFocusProxy(self.rows[keys[0]][1])

    def _offer(self) -> None:
        self._menu.clear()
        for persona in personas(self.ground.document):
            if persona.id not in self.rows:
                self._menu.addAction(persona.name.replace("&", "&&") or say("Untitled")).setData(persona.id)

    def _ask(self, action: QAction) -> None:
        self._asked.append(action.data())
        self.show_value((), False)
