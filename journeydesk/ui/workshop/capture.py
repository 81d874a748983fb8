"""The field into which everything goes that is said: Enter, and the next line can be typed."""

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeydesk.language import say
from journeydesk.ui.plain_text import text_in

MOST_LINES = 4  # that are seen at once
UNDOES = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class CaptureField(QPlainTextEdit):
    """`said` carries the texts that are to be kept, `escaped` tells of Escape, `passed` of Tab.

    Several lines that are pasted are as many texts. What stands in the field is kept when it is left.
    """

    said = Signal(tuple)
    escaped = Signal()
    passed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(say("What is being said?"))
        self.setAccessibleName(say("What is being said"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)
        self._grow()

    @property
    def text(self) -> str:
        """What stands there."""
        return text_in(self)

    def show_text(self, text: str) -> None:
        """Puts a text there with the cursor at its end, e.g. to write it anew."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keep(self) -> None:
        """Sends what stands there on its way, as one text."""
        if (text := self.text.strip()) and self.isEnabled():
            with QSignalBlocker(self):
                self.clear()
            self._grow()
            self.said.emit((text,))

    def suit(self, pixels: int) -> None:
        """Takes letters of this size."""
        font = self.font()
        font.setPixelSize(pixels)
        self.setFont(font)
        self.viewport().setFont(font)  # that of the text which invites to write
        self._grow()

    def insertFromMimeData(self, source: QMimeData) -> None:
        lines = [line for line in source.text().splitlines() if line.strip()]
        if len(lines) < 2:
            super().insertFromMimeData(source)
            return
        before, after = self.text[: self.textCursor().position()], self.text[self.textCursor().position() :]
        self.clear()
        self.said.emit((before + lines[0], *lines[1:-1], lines[-1] + after))

    def event(self, event: QEvent) -> bool:
        over = event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and over and not self.text and any(map(event.matches, UNDOES)):
            event.ignore()  # with nothing typed, what was parked last is taken back
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.keep()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Tab:
            self.passed.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _: bool) -> bool:
        return False  # a Tab leads to the list, whatever stands beside the field

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ensureCursorVisible()

    def _grow(self) -> None:
        """Is as high as the lines that stand there."""
        metrics = self.fontMetrics()
        lines = max(1, min(MOST_LINES, round(self.document().size().height())))
        frame = 2 * (self.frameWidth() + round(self.document().documentMargin()) + 5)
        self.setFixedHeight(lines * metrics.lineSpacing() + frame)
