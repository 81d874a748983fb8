"""The editor of a sentiment: the seven faces of the map, side by side."""

from functools import cache
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton

from journeydesk.kinds.feeling import WORDS, face
from journeydesk.language import message, say
from journeydesk.model.fields import Field
from journeydesk.picture.marks import paint
from journeydesk.picture.theme import PAPER
from journeydesk.render.qt import QtCanvas
from journeydesk.ui.panels.editors import FieldEditor, Ground

SIZE = 22  # logical pixels of a face
SHARPEST = 3  # device pixels to a logical one


class FacesEditor(FieldEditor):
    """One of seven feelings; a second click on the same face means that nothing is known."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.row.setSpacing(3)
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
            self.row.addWidget(button)
            self.buttons[value] = button
        self.row.addStretch(1)
        self.setFocusProxy(self.buttons[-3])
        self._shown: int | None = None

    def show_value(self, value: Any, several: bool) -> None:
        self._shown = None if several else value
        for known, button in self.buttons.items():
            button.setChecked(known == self._shown)

    def _choose(self) -> None:
        chosen = next(value for value, button in self.buttons.items() if button is self.sender())
        self.committed.emit(None if chosen == self._shown else chosen)


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
