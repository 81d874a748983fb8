"""Goes to a stop by its number or its name."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

from journeydesk.language import message, say

WIDTH = 520


class JumpList(QListWidget):
    """Typing finds a name. `chosen` carries the place of a stop; `left` tells that nobody wants one."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self, titles: Sequence[str], place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Stops"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, title in enumerate(titles, 1):
            self.addItem(title or say(message("Stop {n}", n=number)))
        self.setCurrentRow(place)
        self.itemClicked.connect(self._choose)
        height = min(parent.height() - 120, 34 * len(titles) + 16)
        self.setGeometry((parent.width() - WIDTH) // 2, 60, WIDTH, max(60, height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self.chosen.emit(self.currentRow())


class Jumps(QObject):
    """Goes to a stop whose number was typed, or that was found in the list. `chosen` carries its place."""

    chosen = Signal(int)

    def __init__(self, window: QWidget, view: QWidget) -> None:
        super().__init__(window)
        self._window, self._view = window, view
        self._typed = ""
        self.list: JumpList | None = None

    def type(self, digit: str) -> None:
        """Takes a digit of a number."""
        self._typed = (self._typed + digit)[-3:]

    def go_to_typed(self) -> bool:
        """Goes to the number that was typed; False where there is none."""
        typed, self._typed = self._typed, ""
        if typed:
            self.chosen.emit(int(typed) - 1)
        return bool(typed)

    def show(self, titles: Sequence[str], place: int) -> None:
        """Lists the stops over the map."""
        self._close()
        self.list = JumpList(titles, place, self._window)
        self.list.chosen.connect(self._go)
        self.list.left.connect(self._close)
        self.list.show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, place: int) -> None:
        self._close()
        self.chosen.emit(place)

    def _close(self) -> None:
        if self.list is not None:
            self.list.close()
            self.list = None
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
