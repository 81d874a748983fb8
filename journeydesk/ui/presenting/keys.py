"""What keys mean before an audience."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

# Whatever is selected.
ALWAYS = {
    Qt.Key.Key_PageDown: "on", Qt.Key.Key_PageUp: "back", Qt.Key.Key_Escape: "escape", Qt.Key.Key_F5: "leave",
    Qt.Key.Key_Home: "return", Qt.Key.Key_F1: "help",
}  # fmt: skip
# While nothing is selected that a key could mean.
IDLE = {
    Qt.Key.Key_Right: "on", Qt.Key.Key_Down: "on", Qt.Key.Key_Space: "on", Qt.Key.Key_Left: "back",
    Qt.Key.Key_Up: "back", Qt.Key.Key_Backspace: "back",
    Qt.Key.Key_Return: "enter", Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_B: "black", Qt.Key.Key_Period: "black", Qt.Key.Key_W: "white", Qt.Key.Key_L: "laser",
    Qt.Key.Key_D: "draw", Qt.Key.Key_K: "keep", Qt.Key.Key_G: "list", Qt.Key.Key_N: "names",
    Qt.Key.Key_R: "reveal", Qt.Key.Key_H: "help", Qt.Key.Key_Tab: "nothing", Qt.Key.Key_Backtab: "nothing",
}  # fmt: skip


def meaning(event: QKeyEvent, *, idle: bool) -> str:
    """The name of what a key does, or a digit; "" where it means what it always does on the map."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return ""
    key = Qt.Key(event.key())
    if key in ALWAYS or not idle:
        return ALWAYS.get(key, "")
    return IDLE.get(key) or (event.text() if event.text().isdecimal() else "")
