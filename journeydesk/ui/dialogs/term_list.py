"""The list of a vocabulary: what can be chosen, renamed in place, moved by dragging and by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeydesk.language import counted, message, program, say
from journeydesk.model.records import TERM_TITLE
from journeydesk.model.terms import Find, Listed
from journeydesk.ui.style import current_tones
from journeydesk.ui.term_icons import term_icon

KEY = Qt.ItemDataRole.UserRole
NAME, USES = 0, 1  # the columns
Row = tuple[Listed, int]  # an entry, and how many touchpoints have it


class TermList(QTreeWidget):
    """`chosen` carries the key of an entry; `renamed` a key and a name; `moved` a key and a place, from 0.

    `unwanted` carries the key of an entry that is to be removed.
    """

    chosen = Signal(str)
    renamed = Signal(str, str)
    moved = Signal(str, int)
    unwanted = Signal(str)

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._rows: tuple[Row, ...] = ()
        self._items: list[QTreeWidgetItem] = []
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(18, 18))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(USES, QHeaderView.ResizeMode.ResizeToContents)
        self.itemChanged.connect(self._tell_renamed)
        self.currentItemChanged.connect(self._tell_chosen)

    @property
    def current_key(self) -> str:
        """The key of the entry that is marked, or ""."""
        item = self.currentItem()
        return str(item.data(NAME, KEY)) if item is not None else ""

    def fill(self, rows: Sequence[Row]) -> None:
        """Shows these entries; the one that was marked stays so, if it is there."""
        if tuple(rows) == self._rows:
            return
        self.ensurePolished()  # rows are measured when they are brought into view for the first time
        before = [entry.key for entry, _ in self._rows]
        self._rows = tuple(rows)
        current, place = self.current_key, self._place
        with QSignalBlocker(self):
            if [entry.key for entry, _ in rows] != before:
                self.clear()
                self._items = [_item(entry.key) for entry, _ in rows]
                self.addTopLevelItems(self._items)
            for item, (entry, uses) in zip(self._items, rows, strict=True):
                self._show(item, entry, uses)
            if not self.mark(current) and place >= 0:
                self.setCurrentItem(self._items[min(place, len(rows) - 1)])

    def mark(self, key: str) -> bool:
        """Marks an entry, and brings it into view; False where it is not there."""
        for item in self._items:
            if item.data(NAME, KEY) == key:
                self.setCurrentItem(item)
                self.scrollToItem(item)
                return True
        return False

    def mark_first(self) -> None:
        """Marks the entry at the top."""
        self.setCurrentItem(self._items[0])

    @property
    def _place(self) -> int:
        item = self.currentItem()
        return self.indexOfTopLevelItem(item) if item is not None else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.current_key:
            self.step(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and self.state() != QAbstractItemView.State.EditingState:
            self.unwanted.emit(self.current_key)
        else:
            super().keyPressEvent(event)

    def step(self, way: int) -> None:
        """Moves the marked entry one place up (-1) or down (1)."""
        place = self._place + way
        if self.current_key and 0 <= place < len(self._items):
            self.moved.emit(self.current_key, place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.current_key:
            self.mark_first()
        self._tell_chosen()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tells where the entry is let go; the list follows the project, as after any other change."""
        target, position = self.itemAt(event.position().toPoint()), self.dropIndicatorPosition()
        here, place = self._place, len(self._items)
        if target is not None:
            below = position is QAbstractItemView.DropIndicatorPosition.BelowItem
            place = self.indexOfTopLevelItem(target) + below
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else the view itself would take the row away
        event.accept()
        if here >= 0:
            self.moved.emit(self.current_key, place - (place > here))

    def _show(self, item: QTreeWidgetItem, entry: Listed, uses: int) -> None:
        tones, name = current_tones(), entry.named(program())
        item.setText(NAME, name)
        item.setIcon(NAME, term_icon(entry, self._find))
        item.setText(USES, str(uses) if uses else "")
        item.setTextAlignment(USES, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(NAME, QColor(tones.muted if entry.hidden else tones.text))
        item.setForeground(USES, QColor(tones.muted))
        font = item.font(NAME)
        font.setItalic(entry.hidden)
        item.setFont(NAME, font)
        told = say(counted("{n} touchpoint", "{n} touchpoints", uses))
        words = say(message("{name}: {what}", name=name, what=told))
        item.setToolTip(NAME, f"{words}\n{say('Hidden: it is not offered')}" if entry.hidden else words)
        item.setData(NAME, Qt.ItemDataRole.AccessibleTextRole, item.toolTip(NAME))

    def _tell_chosen(self) -> None:
        if self.current_key:
            self.chosen.emit(self.current_key)

    def _tell_renamed(self, item: QTreeWidgetItem) -> None:
        key, name = str(item.data(NAME, KEY)), item.text(NAME).strip()
        self._rows = ()  # what stands in the row is what was typed, until the project says otherwise
        self.renamed.emit(key, name)


def _item(key: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    item.setData(NAME, KEY, key)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
    item.setFlags(flags | Qt.ItemFlag.ItemIsEditable)
    return item


class TermColumn(QWidget):
    """A vocabulary: its title, its list, and a line in which another entry is written.

    `added` carries the name of another entry.
    """

    added = Signal(str)

    def __init__(self, title: str, adding: str, find: Find) -> None:
        super().__init__()
        self._title = say(title)
        self.heading = QLabel(self._title)
        self.heading.setObjectName("section")
        self.list = TermList(find)
        self.list.setAccessibleName(self._title)
        self.heading.setBuddy(self.list)
        self.line = QLineEdit()
        self.line.setPlaceholderText(say(adding))
        self.line.setAccessibleName(say(adding))
        self.line.setMaxLength(TERM_TITLE)
        self.line.returnPressed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.heading, self.list, self.line):
            column.addWidget(part)

    def fill(self, rows: Sequence[Row]) -> None:
        """Shows these entries."""
        self.heading.setText(say(message("{title} ({n})", title=self._title, n=len(rows))))
        self.list.fill(rows)

    def _add(self) -> None:
        name = self.line.text().strip()
        self.line.clear()
        if name:
            self.added.emit(name)
