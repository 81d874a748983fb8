"""Keys that are held while something is dragged: they change the gesture, and do nothing else."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

MODIFIERS = {
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
}


class HeldKeys(QObject):
    """Watches the keys of the map while it `is_busy`.

    `changed` carries the modifiers, and whether Space is down.
    """

    changed = Signal(object, bool)

    def __init__(self, is_busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_busy = is_busy
        self._taken: set[int] = set()  # keys whose release belongs to the gesture, even if it is over by then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() not in (Qt.Key.Key_Space, *MODIFIERS):
            return False
        if not event.isAutoRepeat() and not self._is_busy() and event.type() != QEvent.Type.KeyRelease:
            self._taken.discard(event.key())
        if event.key() not in self._taken and not self._is_busy():
            return False
        event.accept()
        if not event.isAutoRepeat() and event.type() != QEvent.Type.ShortcutOverride:
            self._tell(event, event.type() == QEvent.Type.KeyPress)
        return True

    def _tell(self, event: QKeyEvent, down: bool) -> None:
        key = event.key()
        (self._taken.add if down else self._taken.discard)(key)
        modifiers = event.modifiers()
        if (own := MODIFIERS.get(Qt.Key(key))) is not None:
            modifiers = modifiers | own if down else modifiers & ~own
        self.changed.emit(modifiers, Qt.Key.Key_Space in self._taken)
