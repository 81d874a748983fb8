"""The parking lot in large type: numbers vote, Enter sends on, any letter goes back to the field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from journeydesk.language import counted, message, say
from journeydesk.model.records import Comment
from journeydesk.ui.panels.records_list import carrying
from journeydesk.ui.shifted_digits import typed_digit
from journeydesk.ui.workshop.lot_row import KEY, NUMBER, VOTES, LotRow

WAIT = 900  # milliseconds for another digit, where there could be one
Flag = QItemSelectionModel.SelectionFlag
HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Lot(QListWidget):
    """`voted` carries a remark's id and how many votes it gets, `typed` a letter for the field.

    `sent`, `removed`, `rewriting` and `left` tell what is to be done with what is chosen. A number is that of
    a remark in the order in which all were said, whatever the order of the rows.
    """

    voted = Signal(str, int)
    typed = Signal(str)
    sent = Signal()
    removed = Signal()
    rewriting = Signal()
    left = Signal()
    turned = Signal()  # it has the keyboard now, or has it no more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Parking lot"))
        self._row = LotRow(self)
        self.setItemDelegate(self._row)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.kind = "note"  # what is made of a remark that is dragged to the map
        self.itemDoubleClicked.connect(self.rewriting)
        self._number = ""
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self._settle)
        self._just_voted = QTimer(self, singleShot=True, interval=WAIT)  # an Enter that follows belongs to it

    # What is shown

    def fill(self, remarks: Sequence[Comment], by_votes: bool) -> None:
        """Shows these remarks, given in the order in which they were said."""
        numbered = list(enumerate(remarks, 1))
        if by_votes:
            numbered.sort(key=lambda row: (-row[1].votes, row[0]))
        with QSignalBlocker(self):
            if [self._key(self.item(row)) for row in range(self.count())] != [one.id for _, one in numbered]:
                self._renew([remark.id for _, remark in numbered])
            for row, (number, remark) in enumerate(numbered):
                self._tell(self.item(row), number, remark)
        self.viewport().update()

    def _renew(self, keys: Sequence[str]) -> None:
        """Has other rows, or the same in another order, and stays where it was scrolled to."""
        chosen, here, place = self.chosen, self._key(self.currentItem()), self.verticalScrollBar().value()
        self.clear()
        for key in keys:
            item = QListWidgetItem()
            item.setData(KEY, key)
            self.addItem(item)
            item.setSelected(key in chosen)
            if key == here:
                self.setCurrentItem(item, Flag.NoUpdate)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)

    def _tell(self, item: QListWidgetItem, number: int, remark: Comment) -> None:
        """Lets a row say what a remark says now."""
        votes = say(counted("1 vote", "{n} votes", remark.votes))
        told = message("{n}. {remark}, {votes}", n=number, remark=remark.text, votes=votes)
        item.setText(remark.text)
        item.setData(NUMBER, number)
        item.setData(VOTES, remark.votes)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, say(told))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the remarks that are chosen, from the top."""
        rows = sorted(self.row(item) for item in self.selectedItems())
        return tuple(self._key(self.item(row)) for row in rows)

    def choose(self, key: str) -> None:
        """Chooses one remark alone and brings it into sight."""
        for row in range(self.count()):
            if self._key(self.item(row)) == key:
                self.choose_row(row)

    def choose_row(self, row: int) -> None:
        """Chooses one row alone and brings it into sight."""
        self.setCurrentRow(row, Flag.ClearAndSelect)
        self.scrollToItem(self.item(row))

    def enter(self) -> None:
        """Gets the keyboard, with a row chosen where there is any."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.selectedItems() and self.count():
            self.choose_row(max(0, self.currentRow()))

    def suit(self, pixels: int) -> None:
        """Takes letters of this size."""
        font = self.font()
        font.setPixelSize(pixels)
        self.setFont(font)
        self.verticalScrollBar().setSingleStep(pixels)
        self.scheduleDelayedItemsLayout()

    # Keys and touches

    def event(self, event: QEvent) -> bool:
        over = event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and over and not event.modifiers() & HELD:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, digit = event.key(), typed_digit(event) if not event.modifiers() & HELD else ""
        deeds = {
            Qt.Key.Key_Escape: self.left, Qt.Key.Key_Tab: self.left, Qt.Key.Key_Backtab: self.left,
            Qt.Key.Key_F2: self.rewriting, Qt.Key.Key_Delete: self.removed,
            Qt.Key.Key_Backspace: self.removed,
        }  # fmt: skip
        if digit:
            self._count(digit)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._number:
                self._settle()
            elif not self._just_voted.isActive():
                self.sent.emit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            for chosen in self.chosen:
                self.voted.emit(chosen, 1 if key == Qt.Key.Key_Plus else -1)
        elif key in deeds:
            deeds[Qt.Key(key)].emit()
        elif (text := event.text()) and text.isprintable() and text != " " and not event.modifiers() & HELD:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def _count(self, digit: str) -> None:
        """Takes a digit of a number; votes as soon as no longer number could be meant."""
        number = int(self._number + digit)
        if not 1 <= number <= self.count():
            number = int(digit)
        self._number = str(number) if 1 <= number <= self.count() else ""
        if number * 10 > self.count():
            self._settle()
            self._just_voted.start()
        else:
            self._wait.start()

    def _settle(self) -> None:
        self._wait.stop()
        number, self._number = self._number, ""
        for row in range(self.count()):
            if number and self.item(row).data(NUMBER) == int(number):
                self.voted.emit(self._key(self.item(row)), 1)
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None and self._row.votes_hold(self.visualItemRect(item), event.position().toPoint()):
            self.voted.emit(self._key(item), 1)
            return
        super().mousePressEvent(event)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        keys = {self._key(item) for item in items}
        return carrying("\n".join(key for key in self.chosen if key in keys), self.kind)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.turned.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.turned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _key(self, item: QListWidgetItem | None) -> str:
        return str(item.data(KEY)) if item is not None else ""
