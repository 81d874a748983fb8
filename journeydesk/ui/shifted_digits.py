"""Keys with Shift and a digit, on keyboards on which a digit is typed with Shift, such as the French one.

There Qt takes Ctrl+Shift+1 for Ctrl+1, because Shift is how the 1 is typed.
"""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ShiftedDigits(QObject):
    """Watches widgets that have actions; the action with exactly the keys that are pressed comes first."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        deed = _wanted(watched, event)
        if deed is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # so that it comes as a key, and is no shortcut
            return True
        if event.type() == QEvent.Type.KeyPress:
            deed.trigger()
            return True
        return False


def _wanted(widget: QWidget, event: QKeyEvent) -> QAction | None:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_digit = Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
    if not is_digit or modifiers & SHIFTED != SHIFTED:
        return None
    pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
    return next((deed for deed in widget.actions() if deed.isEnabled() and pressed in deed.shortcuts()), None)
