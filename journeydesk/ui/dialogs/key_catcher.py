"""A button that waits for one key, whatever key it is."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from journeydesk.language import say
from journeydesk.ui.shifted_digits import digit_under

HELD = frozenset(
    {
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Meta,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_unknown,
    }
)


def key_of(event: QKeyEvent) -> str:
    """The key of an event with what is held beside it, in Qt's portable spelling; "" while only those are."""
    if event.key() in HELD or not event.key():
        return ""
    key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if key is Qt.Key.Key_Backtab:
        key = Qt.Key.Key_Tab
    elif (digit := digit_under(event)) is not None:
        key = digit
    elif text and text.isprintable() and not text.isalnum() and not text.isspace():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier  # it is how this character is typed
    pressed = QKeySequence(int(modifiers.value) | int(key))
    return pressed.toString(QKeySequence.SequenceFormat.PortableText)


class KeyCatcher(QPushButton):
    """Pressed, it listens: the next key is `caught`, also Tab, Enter, Escape and Space."""

    caught = Signal(str)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._text = text
        self._listens = False
        self.setAutoDefault(False)
        self.clicked.connect(self._listen)

    @property
    def listens(self) -> bool:
        """Whether the next key is caught."""
        return self._listens

    def event(self, event: QEvent) -> bool:
        if self._listens and isinstance(event, QKeyEvent):
            event.accept()
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat() and (key := key_of(event)):
                self._stop()
                self.caught.emit(key)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._stop()

    def _listen(self) -> None:
        self._listens = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setText(say("Press the new keys…"))

    def _stop(self) -> None:
        self._listens = False
        self.setText(self._text)
