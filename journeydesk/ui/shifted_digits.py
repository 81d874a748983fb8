"""Keys with Shift and a digit, on every keyboard.

On a French keyboard a digit is typed with Shift, and Qt takes Ctrl+Shift+1 for Ctrl+1; on an English one it
takes Ctrl+Shift+7 for Ctrl+& as well.
"""

import sys

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
MAC_DIGITS = "\x12\x13\x14\x15\x17\x16\x1a\x1c\x19\x1d"  # the keys of 1 to 9 and 0


def digit_under(event: QKeyEvent) -> Qt.Key | None:
    """The digit on the key that was pressed with Shift, whether it is typed with Shift or without."""
    return _digit_on(event) if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else None


def typed_digit(event: QKeyEvent) -> str:
    """The digit that was typed, or that the key gives with Shift; "" for anything else."""
    if event.text().isdecimal():
        return event.text()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or not event.text():
        return ""
    key = _digit_on(event)
    return str(key - Qt.Key.Key_0) if key is not None else ""


def _digit_on(event: QKeyEvent) -> Qt.Key | None:
    key = Qt.Key(event.key())
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return key
    match sys.platform:
        case "darwin":
            place = MAC_DIGITS.find(chr(event.nativeVirtualKey()))
        case "win32":
            place = event.nativeScanCode() - 2
        case _:
            place = event.nativeScanCode() - 10
    return Qt.Key(Qt.Key.Key_0 + (place + 1) % 10) if 0 <= place <= 9 else None


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
    digit = digit_under(event) if event.modifiers() & CHORD else None
    if digit is None:
        return None
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(modifiers, digit))
    deeds = (*widget.actions(), *widget.window().actions())
    return next((deed for deed in deeds if deed.isEnabled() and pressed in deed.shortcuts()), None)
