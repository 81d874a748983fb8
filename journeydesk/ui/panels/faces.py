"""The editors of feelings: the seven faces of the map, side by side, for all people or for each persona."""

from functools import cache
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from journeydesk.kinds.feeling import WORDS, face
from journeydesk.language import message, say
from journeydesk.model.fields import Field
from journeydesk.model.records import Persona
from journeydesk.operations import fields
from journeydesk.picture.marks import paint
from journeydesk.picture.theme import PAPER
from journeydesk.render.qt import QtCanvas
from journeydesk.ui.panels.editors import FieldEditor, Ground
from journeydesk.ui.panels.people import PeopleEditor

SIZE = 22  # logical pixels of a face
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


class RatingsEditor(PeopleEditor[FaceRow]):
    """A row of faces for each persona.

    It writes what one persona feels and leaves the others' feelings alone, for several nodes may differ.
    """

    def make_row(self) -> FaceRow:
        made = FaceRow()
        made.chosen.connect(self._rate)
        return made

    def show_row(self, row: FaceRow, persona: Persona) -> None:
        felt = {dict(getattr(record, self.told.name)).get(persona.id) for record in self.records}
        row.show_value(felt.pop() if len(felt) == 1 else None)

    def _rate(self, rating: int | None) -> None:
        ids = [record.id for record in self.records]
        fields.rate(self.ground.document, ids, self.told.name, self.persona_of(self.sender()), rating)


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
