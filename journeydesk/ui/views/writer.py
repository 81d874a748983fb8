"""Writes what stands at a spot, in place. Enter and Escape keep it, Shift+Enter begins a new line."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFont, QKeyEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeydesk.language import Problem, say
from journeydesk.model.document import Document
from journeydesk.ui.plain_text import text_in
from journeydesk.ui.spelling import SpellingMarks, show_text_menu
from journeydesk.ui.style import FAMILIES
from journeydesk.views.view import Spot

SMALLEST_TYPE = 13.0  # pixels
TYPE = 15.0  # board units
NARROWEST = 140


class SpotWriter(QPlainTextEdit):
    """The editor over one spot. `done` carries the steps that the keyboard goes on by: 1, -1 or 0.

    `refused` tells why what was typed cannot stand there.
    """

    done = Signal(int)
    refused = Signal(object)

    def __init__(self, document: Document, spot: Spot, typed: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.spot = spot
        self._document = document
        self._closing = False
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(spot.label or say("Text"))
        self.marks = SpellingMarks(self, document)
        self.setPlainText(spot.text)
        self._kept = text_in(self)
        self.selectAll()
        if typed is not None:
            self.insertPlainText(typed)

    def place(self, left: float, top: float, width: float, height: float, scale: float) -> None:
        """Lays the editor over its spot, at least as high as what it holds."""
        font = QFont(FAMILIES)
        font.setPixelSize(round(max(SMALLEST_TYPE, TYPE * scale)))
        self.setFont(font)
        wide = max(NARROWEST, round(width))
        self.resize(wide, self.height())
        lines = max(1, round(self.document().size().height()))
        high = max(round(height), lines * self.fontMetrics().lineSpacing() + 14)
        self.setGeometry(round(left), round(top), wide, high)

    def keep(self) -> None:
        """Writes what was typed to the document, once; on an inviting spot that adds something."""
        text = text_in(self)
        if text != self._kept and self.spot.write is not None:
            self._kept = text
            try:
                self.spot.write(self._document, text)
            except Problem as problem:
                self.refused.emit(problem.told)

    def finish(self, by: int = 0) -> None:
        """Keeps what was typed and closes."""
        if not self._closing:
            self._closing = True
            self.hide()
            self.keep()
            self.done.emit(by)
            self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                self.finish()
            case Qt.Key.Key_Escape | Qt.Key.Key_F2:
                self.finish()
            case Qt.Key.Key_Tab:
                self.finish(1)
            case Qt.Key.Key_Backtab:
                self.finish(-1)
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_text_menu(self, self.marks, event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.finish()
