"""Editors of written values: a line, a text, a list, pairs, a number, a date, a link."""

import math
from abc import abstractmethod
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QResizeEvent, QTextOption, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QDoubleSpinBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from journeydesk.language import say
from journeydesk.model.document import Document
from journeydesk.model.fields import Editor, Field
from journeydesk.model.records import Record
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.icons import icon
from journeydesk.ui.plain_text import text_in
from journeydesk.ui.session import Session
from journeydesk.ui.spelling import SpellingMarks, show_text_menu
from journeydesk.ui.text_size import scaled

MOST_LINES = 12  # that a text may have before it is scrolled


@dataclass(frozen=True, slots=True)
class Ground:
    """What an editor may look at beside its value."""

    document: Document
    dialogs: Dialogs
    session: Session | None = None


class FieldEditor(QWidget):
    """Shows the value of one field. `committed` carries a new value once somebody is done with it.

    `records` are those whose field it is.
    """

    committed = Signal(object)

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__()
        self.told = told
        self.ground = ground
        self.records: tuple[Record, ...] = ()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records whose field it is."""
        return tuple(record.id for record in self.records)

    @abstractmethod
    def show_value(self, value: Any, several: bool) -> None:
        """Shows a value; `several` where the selected records differ in it."""

    def flush(self) -> None:
        """Commits what was typed and not committed yet."""


class LineEditor(FieldEditor):
    """One line of text, or a link."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.line = QLineEdit()
        self.line.setMaxLength(told.limit or 500)
        self.line.editingFinished.connect(self.flush)
        self.row.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._shown = self._put = ""
        if told.editor is Editor.URL:
            self.line.setPlaceholderText("https://")

    @property
    def written(self) -> str:
        """What stands in the field, kept or not."""
        return self.line.text()

    def show_value(self, value: Any, several: bool) -> None:
        text = "" if several else str(value)
        self.line.setPlaceholderText(say("Several values") if several else self._placeholder())
        if text != self._shown or not self.line.hasFocus():
            self._shown = text
            if self.line.text() != text:
                self.line.setText(text)
                self.line.setCursorPosition(0)
            self._put = self.line.text()

    def flush(self) -> None:
        text = self.line.text()
        if text != self._put:
            self._shown = self._put = text
            self.committed.emit(text)
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)  # so that a long text is seen from its beginning

    def _placeholder(self) -> str:
        return "https://" if self.told.editor is Editor.URL else say(self.told.hint)


class TextBox(QPlainTextEdit):
    """Plain text that is as high as what it holds, from two lines to twelve."""

    left = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.marks = SpellingMarks(self, document)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_text_menu(self, self.marks, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A bar that came and went by itself would change the width, and with it the number of lines.
        lines = round(self.document().size().height())
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if lines > MOST_LINES else policy.ScrollBarAlwaysOff
        )
        line = self.fontMetrics().lineSpacing()
        text = self.blockBoundingGeometry(self.document().lastBlock()).bottom()
        self.setFixedHeight(math.ceil(max(2 * line, min(MOST_LINES * line, text))) + 12)


class TextEditor(FieldEditor):
    """Several lines of text; as `Editor.LINES`, every line is a value of its own."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.box = TextBox(ground.document)
        self.box.left.connect(self.flush)
        self.row.addWidget(self.box)
        self.setFocusProxy(self.box)
        # What is to be shown, and what the box made of it: not the same where it cannot hold some character.
        self._shown = self._put = ""

    @property
    def written(self) -> str | tuple[str, ...]:
        """What stands in the field, kept or not."""
        return self._value(text_in(self.box))

    def show_value(self, value: Any, several: bool) -> None:
        text = "" if several else ("\n".join(value) if isinstance(value, tuple) else str(value))
        lines = say("One in each line") if self.told.editor is Editor.LINES else say(self.told.hint)
        self.box.setPlaceholderText(say("Several values") if several else lines)
        if self.box.hasFocus() and not several and self._value(text_in(self.box)) == value:
            self._shown, self._put = text, text_in(self.box)
        elif text != self._shown or not self.box.hasFocus():
            self._shown = text
            if text_in(self.box) != text:
                self.box.setPlainText(text)
            self._put = text_in(self.box)

    def flush(self) -> None:
        text = text_in(self.box)
        if text != self._put:
            self._shown = self._put = text
            self.committed.emit(self._value(text))

    def _value(self, text: str) -> str | tuple[str, ...]:
        if self.told.editor is not Editor.LINES:
            return text
        return tuple(line.strip() for line in text.splitlines() if line.strip())


class PairsEditor(FieldEditor):
    """Names and values in a table that has an empty row at its end."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.table = QTableWidget(1, 2)
        self.table.setHorizontalHeaderLabels([say("Name"), say("Value")])
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setTabKeyNavigation(False)
        self.table.itemChanged.connect(self._commit)
        self.row.addWidget(self.table)
        self.setFocusProxy(self.table)

    def show_value(self, value: Any, several: bool) -> None:
        pairs = () if several else value
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(pairs) + 1)
            for row, pair in enumerate((*pairs, ("", ""))):
                for column, text in enumerate(pair):
                    self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.setFixedHeight(scaled(30) * min(8, len(pairs) + 2) + 8)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """What the table says; empty rows are passed over."""
        cells = [[self.table.item(row, column) for column in (0, 1)] for row in range(self.table.rowCount())]
        texts = [[cell.text().strip() if cell is not None else "" for cell in row] for row in cells]
        return tuple((name, text) for name, text in texts if name or text)

    def _commit(self) -> None:
        self.committed.emit(self.pairs())


class NumberBox(QDoubleSpinBox):
    """A number that may be unknown: then the box is empty, and its value lies below the smallest."""

    def __init__(self, told: Field) -> None:
        super().__init__()
        self._least = told.minimum if told.minimum is not None else -1e6
        self.setDecimals(0 if told.whole else 2)
        self.setRange(self._least - 1, told.maximum if told.maximum is not None else 1e6)
        self.setValue(self.minimum())
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.UpDownArrows)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(4, 0, 4, 0)
        self.lineEdit().setPlaceholderText(say("unknown"))

    @property
    def is_known(self) -> bool:
        """Whether there is a number."""
        return self.value() >= self._least

    def textFromValue(self, value: float) -> str:
        if value < self._least:
            return ""
        text = self.locale().toString(value, "f", self.decimals())
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(text) if text.strip() else self.minimum()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if not text.strip():
            return QValidator.State.Acceptable, text, position
        if self.decimals():
            # People type the point of their keyboard, whatever the language of the window.
            point = self.locale().decimalPoint()
            text = text.replace(",", point).replace(".", point)
        return super().validate(text, position)

    def stepBy(self, steps: int) -> None:
        if not self.is_known and steps > 0:
            self.setValue(max(self._least, min(0, self.maximum())))
        else:
            super().stepBy(steps)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Turning the wheel is meant for the panel unless somebody works in this very box.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberEditor(FieldEditor):
    """A number or nothing, with its unit."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.box = NumberBox(told)
        self.box.valueChanged.connect(self._commit)
        self.box.editingFinished.connect(self._commit)
        self.row.addWidget(self.box, 1)
        self._shown: float | None = None
        self._put: float | None = None
        self.setFocusProxy(self.box)
        if told.unit:
            unit = QLabel(say(told.unit))
            unit.setObjectName("muted")
            self.box.setAccessibleDescription(unit.text())
            self.row.addWidget(unit)

    def show_value(self, value: Any, several: bool) -> None:
        self._shown = None if several else value
        self.box.lineEdit().setPlaceholderText(say("Several values") if several else say("unknown"))
        with QSignalBlocker(self.box):
            self.box.setValue(self.box.minimum() if self._shown is None else self._shown)
        self._put = self._number

    def flush(self) -> None:
        self.box.interpretText()
        self._commit()

    @property
    def _number(self) -> float | None:
        number = self.box.value() if self.box.is_known else None
        return round(number) if number is not None and self.told.whole else number

    def _commit(self) -> None:
        value = self._number
        if value != self._put:
            self._shown = self._put = value
            self.committed.emit(value)


class DateEditor(FieldEditor):
    """A day or nothing: typed, or chosen in a calendar."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.line = QLineEdit()
        self.line.editingFinished.connect(self.flush)
        self.calendar = QCalendarWidget()
        self.calendar.clicked.connect(self._choose)
        self._menu = QMenu(self)
        shown = QWidgetAction(self._menu)
        shown.setDefaultWidget(self.calendar)
        self._menu.addAction(shown)
        button = QToolButton()
        button.setIcon(icon("calendar-days"))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(say("Choose in a calendar"))
        button.setAccessibleName(say("Choose in a calendar"))
        button.setMenu(self._menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.row.addWidget(self.line, 1)
        self.row.addWidget(button)
        self.setFocusProxy(self.line)
        self._shown = ""

    def show_value(self, value: Any, several: bool) -> None:
        self._shown = "" if several else value
        self.line.setPlaceholderText(say("Several values") if several else say("unknown"))
        self.line.setText(_day_text(self._shown))
        self.calendar.setSelectedDate(_day(self._shown) or QDate.currentDate())

    def flush(self) -> None:
        typed = self.line.text().strip()
        if typed == _day_text(self._shown):
            return
        day = _day(typed)
        if typed and day is None:
            # A day that is half written may still become one.
            if not self.line.hasFocus():
                self.line.setText(_day_text(self._shown))
            return
        self._commit(day.toString(Qt.DateFormat.ISODate) if day is not None else "")

    def _choose(self, day: QDate) -> None:
        self._menu.close()
        self._commit(day.toString(Qt.DateFormat.ISODate))

    def _commit(self, value: str) -> None:
        if value != self._shown:
            self._shown = value
            self.line.setText(_day_text(value))
            self.committed.emit(value)


def _day(text: str) -> QDate | None:
    """The day that somebody wrote, in the international spelling or in that of their language."""
    found = [QDate.fromString(text, Qt.DateFormat.ISODate)]
    formats = ("d MMM yyyy", "d MMMM yyyy", "d/M/yyyy", "d.M.yyyy")
    found += [QLocale().toDate(text, form) for form in formats]
    return next((day for day in found if day.isValid() and day.year() > 99), None)


def _day_text(value: str) -> str:
    day = QDate.fromString(value, Qt.DateFormat.ISODate)
    return QLocale().toString(day, "d MMM yyyy") if day.isValid() else ""
