"""The editor of a channel, a device or a department: chosen or written; a new name is offered too."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QWidget

from journeydesk.language import message, program, say
from journeydesk.model.fields import Field
from journeydesk.model.records import TERM_TITLE
from journeydesk.model.terms import Listed, entries, listed, with_name
from journeydesk.ui.icons import icon
from journeydesk.ui.matching import bare
from journeydesk.ui.panels.calm_combo import CalmCombo
from journeydesk.ui.panels.editors import FieldEditor, Ground
from journeydesk.ui.term_icons import term_icon

CHOICE = Qt.ItemDataRole.UserRole
MOST = 10  # rows that are seen at once
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class NewTerm:
    """What is committed where a name was written that no entry has yet."""

    title: str


class Offers(QListWidget):
    """What fits the words that are being written, under the line; it never takes the keyboard."""

    def __init__(self, line: QComboBox, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = line
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("offers")
        self.setIconSize(QSize(16, 16))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def offer(self, rows: list[tuple[QIcon, str, object]]) -> None:
        """Offers these, the first one marked."""
        self.clear()
        for sign, text, choice in rows:
            item = QListWidgetItem(sign, text, self)
            item.setData(CHOICE, choice)
        self.setVisible(bool(rows))
        if rows:
            self.setCurrentRow(0)
            high = self.sizeHintForRow(0) * min(MOST, len(rows)) + 12
            self.resize(self._line.width(), high)
            self.move(self._line.mapToGlobal(QPoint(0, self._line.height() + 1)))

    def step(self, by: int) -> None:
        self.setCurrentRow((self.currentRow() + by) % self.count())


class TermEditor(FieldEditor):
    """A list in which one can write; while that is done, the entries with these words are offered."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self._value: str = ""
        self._several = False
        self._shown: list[Listed] = []
        self.box = CalmCombo()
        self.box.setEditable(True)
        self.box.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.setIconSize(QSize(16, 16))
        self.box.activated.connect(self._choose)
        line = self.box.lineEdit()
        assert line is not None
        self.line = line
        self.line.setMaxLength(TERM_TITLE)
        self.line.textEdited.connect(self._offer)
        self.box.installEventFilter(self)  # which has the keyboard, and hands its line what is typed
        self.offers = Offers(self.box, self)
        self.offers.itemClicked.connect(self._take)
        self.row.addWidget(self.box)
        self.setFocusProxy(self.box)

    def show_value(self, value: Any, several: bool) -> None:
        find, vocabulary = self.ground.document.get, self.told.vocabulary
        shown = list(entries(self.ground.document, vocabulary))
        if value and not several and all(entry.key != value for entry in shown):
            shown.append(listed(find, vocabulary, value))  # one that is not offered any more
        is_same = (value, several) == (self._value, self._several)
        self._value, self._several = value, several
        with QSignalBlocker(self.box):
            if shown != self._shown:
                text, place = self.line.text(), self.line.cursorPosition()
                self._shown = shown
                self.box.clear()
                self.box.addItem(QIcon(), "–", "")
                for entry in shown:
                    self.box.addItem(term_icon(entry, find), entry.named(program()), entry.key)
                if is_same and self.line.hasFocus():
                    self.line.setText(text)
                    self.line.setCursorPosition(place)
            if not (is_same and self.offers.isVisible()):
                self._show_again()

    def flush(self) -> None:
        """Takes what was written where it is the name of an entry; else it is as it was."""
        if self.line.isModified():
            found = with_name(self._shown, self.line.text())
            self.offers.hide()
            self._show_again()
            if found is not None and (self._several or found.key != self._value):
                self.committed.emit(found.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            if event.reason() is not Qt.FocusReason.PopupFocusReason:
                self.flush()
                self.offers.hide()
        elif isinstance(event, QKeyEvent) and self.offers.isVisible():
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in STEPS:
            self.offers.step(STEPS[Qt.Key(event.key())])
        elif event.key() in TAKING:
            self._take(self.offers.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.offers.hide()
            self._show_again()
            self.line.selectAll()
        else:
            return False
        return True

    def _show_again(self) -> None:
        """Shows the value as it is, whatever was written."""
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(-1 if self._several else max(0, self.box.findData(self._value)))
        self.line.setPlaceholderText(say("Several values") if self._several else "")
        self.line.setModified(False)
        self.line.setCursorPosition(0)

    def _offer(self, text: str) -> None:
        words, find = bare(text.strip()), self.ground.document.get
        rows: list[tuple[QIcon, str, object]] = []
        if words:
            named = [(bare(entry.named(program())), entry) for entry in self._shown]
            fitting = [(not name.startswith(words), entry) for name, entry in named if words in name]
            for _, entry in sorted(fitting, key=lambda pair: pair[0]):
                rows.append((term_icon(entry, find), entry.named(program()), entry.key))
            if with_name(self._shown, text) is None:
                told = say(message("Add “{name}”", name=text.strip()))
                rows.append((icon("plus"), told, NewTerm(text.strip())))
        self.offers.offer(rows)

    def _take(self, item: QListWidgetItem | None) -> None:
        self.offers.hide()
        choice = item.data(CHOICE) if item is not None else self._value
        self._show_again()
        self.line.selectAll()
        if isinstance(choice, NewTerm) or self._several or choice != self._value:
            self.committed.emit(choice)

    def _choose(self) -> None:
        self.offers.hide()
        self.committed.emit(self.box.currentData())
