"""Choosing a colour, and the colours of a house."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton

from journeydesk.language import message, say
from journeydesk.model.fields import Field
from journeydesk.picture.theme import PAPER
from journeydesk.ui.icons import icon
from journeydesk.ui.panels.editors import FieldEditor, Ground

SIGNS = {"": "rotate-ccw", "more": "pipette"}
MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
OFFERED = len(PAPER.branches)


class ColourEditor(FieldEditor):
    """A colour out of eight, those of the house first, any other, or the theme's own."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.row.setSpacing(1)
        self.buttons: dict[str, QToolButton] = {}
        self._offered: tuple[str, ...] = ()
        self._value = ""
        self._fill()

    def _fill(self) -> None:
        """Offers the colours anew, where those of the house are others now."""
        house = self.ground.document.project.palette
        offered = tuple(dict.fromkeys((*house, *PAPER.branches)))[:OFFERED]
        if offered == self._offered:
            return
        self._offered, self.buttons = offered, {}
        while (item := self.row.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.deleteLater()
        for colour in ("", *offered):
            self._add(colour, self._choose)
        self.more = self._add("more", self._ask)
        self.row.addStretch(1)

    def _add(self, colour: str, clicked: Any) -> QToolButton:
        names = {"": say("The theme’s own colour"), "more": say("Another colour…")}
        button = _button(colour, names.get(colour, colour))
        button.setCheckable(colour != "more")
        button.clicked.connect(clicked)
        self.row.addWidget(button)
        self.buttons[colour] = button
        return button

    def show_value(self, value: Any, several: bool) -> None:
        self._fill()
        self._value = value
        for colour, button in self.buttons.items():
            button.setChecked(not several and colour == value)
        own = not several and value not in self.buttons
        self.more.setIcon(swatch(value) if own else icon("pipette"))

    def _choose(self) -> None:
        self.committed.emit(self.sender().property("colour"))

    def _ask(self) -> None:
        colour = self.ground.dialogs.ask_colour(self._value)
        if colour:
            self.committed.emit(colour)


class ColoursEditor(FieldEditor):
    """A row of colours: a click changes one, Delete removes it, Alt with an arrow key moves it."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.row.setSpacing(1)
        self.buttons: list[QToolButton] = []
        self._value: tuple[str, ...] = ()
        self._fill()

    def show_value(self, value: Any, several: bool) -> None:
        found = () if several else tuple(value)
        if found != self._value:
            place = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), None)
            self._value = found
            self._fill()
            if place is not None:
                self.buttons[min(place, len(self.buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        while (item := self.row.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.deleteLater()
        self.buttons = []
        for number, colour in enumerate(self._value, 1):
            told = say(message("Colour {n}: {colour}. A click changes it, Delete removes it.",
                               n=number, colour=colour))  # fmt: skip
            self._add(colour, told, self._change)
        if len(self._value) < self.told.limit:
            self._add("more", say("Add a colour…"), self._ask)
            self.buttons[-1].setIcon(icon("plus"))
        self.row.addStretch(1)
        self.setFocusProxy(self.buttons[0])

    def _add(self, colour: str, told: str, clicked: Any) -> None:
        button = _button(colour, told)
        button.clicked.connect(clicked)
        button.installEventFilter(self)
        self.row.addWidget(button)
        self.buttons.append(button)

    def _ask(self) -> None:
        colour = self.ground.dialogs.ask_colour("")
        if colour:
            self.committed.emit((*self._value, colour))

    def _change(self) -> None:
        before = self.sender().property("colour")
        colour = self.ground.dialogs.ask_colour(before)
        if colour:
            self.committed.emit(tuple(colour if one == before else one for one in self._value))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A button takes the arrow keys for itself, and the window those with Alt.
        deed = self._meant(watched, event) if isinstance(event, QKeyEvent) else None
        if deed is not None and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if deed is not None and event.type() == QEvent.Type.KeyPress:
            deed()
            return True
        return False

    def _meant(self, watched: QObject, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does to the colour that has the keyboard; None where it does nothing of ours."""
        place = next((at for at, button in enumerate(self.buttons) if button is watched), len(self._value))
        if place >= len(self._value):
            return None
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return partial(self._remove, place)
        if event.key() in MOVES and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return partial(self._move, place, place + MOVES[Qt.Key(event.key())])
        return None

    def _remove(self, place: int) -> None:
        self.committed.emit((*self._value[:place], *self._value[place + 1 :]))

    def _move(self, place: int, to: int) -> None:
        if 0 <= to < len(self._value):
            others = [*self._value[:place], *self._value[place + 1 :]]
            others.insert(to, self._value[place])
            self.buttons[to].setFocus(Qt.FocusReason.OtherFocusReason)
            self.committed.emit(tuple(others))


def _button(colour: str, told: str) -> QToolButton:
    button = QToolButton()
    button.setIconSize(QSize(16, 16))
    button.setObjectName("swatch")
    button.setFixedSize(23, 24)
    button.setProperty("colour", colour)
    button.setToolTip(told)
    button.setAccessibleName(told)
    button.setIcon(icon(SIGNS[colour]) if colour in SIGNS else swatch(colour))
    return button


def swatch(colour: str) -> QIcon:
    """A disc of this colour."""
    made = QPixmap(32, 32)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(3, 3, 26, 26)
    painter.end()
    return QIcon(made)
