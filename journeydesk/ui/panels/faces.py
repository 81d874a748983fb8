"""The editors of feelings: the seven faces of the map, side by side, for all people or for each persona."""

from functools import cache
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from journeydesk.kinds.feeling import WORDS, face
from journeydesk.language import message, say
from journeydesk.model.fields import Field
from journeydesk.model.queries import personas, personas_of
from journeydesk.model.records import Persona
from journeydesk.operations import fields
from journeydesk.picture.marks import paint
from journeydesk.picture.theme import PAPER
from journeydesk.render.qt import QtCanvas
from journeydesk.ui.panels.editors import FieldEditor, Ground

SIZE = 22  # logical pixels of a face
MOST = 12  # personas that are offered by themselves
SHARPEST = 3  # device pixels to a logical one


class FaceRow(QWidget):
    """Seven faces to choose from. `chosen` carries the feeling; None where the face was chosen already."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        self.buttons: dict[int, QToolButton] = {}
        for value, word in WORDS.items():
            button = QToolButton()
            button.setObjectName("swatch")
            button.setCheckable(True)
            button.setIcon(_face_icon(value))
            button.setIconSize(QSize(SIZE, SIZE))
            button.setFixedSize(32, 32)
            button.setToolTip(say(message("{word} ({n})", word=say(word), n=f"{value:+d}" if value else "0")))
            button.setAccessibleName(say(word))
            button.clicked.connect(self._choose)
            row.addWidget(button)
            self.buttons[value] = button
        row.addStretch(1)
        self.setFocusProxy(self.buttons[-3])
        self._shown: int | None = None

    def show_value(self, value: int | None) -> None:
        """Shows a feeling; None where it is unknown, or where several differ in it."""
        self._shown = value
        for known, button in self.buttons.items():
            button.setChecked(known == value)

    def _choose(self) -> None:
        chosen = next(value for value, button in self.buttons.items() if button is self.sender())
        self.chosen.emit(None if chosen == self._shown else chosen)


class FacesEditor(FieldEditor):
    """One of seven feelings; a second click on the same face means that nothing is known."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.faces = FaceRow()
        self.buttons = self.faces.buttons
        self.faces.chosen.connect(self.committed)
        self.row.addWidget(self.faces)
        self.setFocusProxy(self.faces)

    def show_value(self, value: Any, several: bool) -> None:
        self.faces.show_value(None if several else value)


class RatingsEditor(FieldEditor):
    """A row of faces for each persona of the map, and for any other of the project who is asked for.

    It writes what one persona feels and leaves the others' feelings alone, for several nodes may differ.
    """

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
        self.rows: dict[str, tuple[QLabel, FaceRow]] = {}
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

    def show_value(self, value: Any, several: bool) -> None:
        values = [dict(getattr(record, self.told.name)) for record in self.records]
        document = self.ground.document
        maps = dict.fromkeys(str(getattr(record, "map_id", "")) for record in self.records)
        here = [persona.id for key in maps for persona in personas_of(document, key)][:MOST]
        wanted = dict.fromkeys((*here, *(key for known in values for key in known), *self._asked))
        found = [persona for key in wanted if (persona := document.find(Persona, key)) is not None]
        if [persona.id for persona in found] != list(self.rows):
            self._fill([persona.id for persona in found])
        for persona in found:
            label, faces = self.rows[persona.id]
            label.setText(persona.name or say("Untitled"))
            faces.setAccessibleName(label.text())
            felt = {known.get(persona.id) for known in values}
            faces.show_value(felt.pop() if len(felt) == 1 else None)
        self._empty.setVisible(not found)
        self.others.setVisible(len(found) < len(document.all(Persona)))

    def _fill(self, keys: list[str]) -> None:
        for label, faces in self.rows.values():
            label.deleteLater()
            faces.deleteLater()
        self.rows = {}
        for key in keys:
            label, faces = QLabel(), FaceRow()
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(faces)
            faces.chosen.connect(self._rate)
            self._rows.addWidget(label)
            self._rows.addWidget(faces)
            self.rows[key] = (label, faces)
        if keys:
            self.setFocusProxy(self.rows[keys[0]][1])

    def _rate(self, rating: int | None) -> None:
        key = next(key for key, (_, faces) in self.rows.items() if faces is self.sender())
        ids = [record.id for record in self.records]
        fields.rate(self.ground.document, ids, self.told.name, key, rating)

    def _offer(self) -> None:
        self._menu.clear()
        for persona in personas(self.ground.document):
            if persona.id not in self.rows:
                self._menu.addAction(persona.name.replace("&", "&&") or say("Untitled")).setData(persona.id)

    def _ask(self, action: QAction) -> None:
        self._asked.append(action.data())
        self.show_value((), False)


@cache
def _face_icon(value: int) -> QIcon:
    side = SIZE * SHARPEST
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(QRectF(0, 0, side, side))
    paint(face(side / 2, side / 2, side - 2 * SHARPEST, value, PAPER), QtCanvas(painter, scale=1.0))
    painter.end()
    made.setDevicePixelRatio(SHARPEST)
    return QIcon(made)
