"""A list of records that are told apart, opened and renamed by their title."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from journeydesk.language import say
from journeydesk.model.records import Record
from journeydesk.ui.icons import icon
from journeydesk.ui.text_size import scaled

KEY = Qt.ItemDataRole.UserRole


RECORD = "application/x-journeydesk-record"  # what is dragged from a list: a record's id, or several in lines
KIND = "application/x-journeydesk-kind"  # what is to be made of it on the map


def carrying(key: str, kind: str = "") -> QMimeData:
    """What is dragged when a record is."""
    made = QMimeData()
    made.setData(RECORD, key.encode())
    if kind:
        made.setData(KIND, kind.encode())
    return made


def text_of(mime: QMimeData, form: str) -> str:
    """What is carried in one of these forms."""
    return bytes(mime.data(form).data()).decode("utf-8", "replace")


class RecordsList(QListWidget):
    """`current` carries the id of the record that was chosen, `renamed` an id and the new title.

    `asked` carries "open", "copy", "paste" or "remove" where a key asks for that, if it is among `wishes`.
    """

    current = Signal(str)
    renamed = Signal(str, str)
    asked = Signal(str)

    def __init__(
        self,
        title: Callable[[Record], str],
        sign: Callable[[Record], str],
        facts: Callable[[Record], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._sign = sign
        self.wishes: frozenset[str] = frozenset()
        self._facts = facts
        self.setIconSize(QSize(16, 16))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMinimumHeight(scaled(32))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        # Not the current item: that is also whatever the keyboard comes upon when it enters the list.
        self.itemSelectionChanged.connect(self._tell_chosen)
        self.itemChanged.connect(self._tell_renamed)
        self.itemClicked.connect(self._tell_current)

    def fill(self, records: Sequence[Record], current_id: str) -> None:
        """Shows these records; nothing is told of it."""
        with QSignalBlocker(self):
            if [record.id for record in records] != [self.item(row).data(KEY) for row in range(self.count())]:
                self.clear()
                for record in records:
                    item = QListWidgetItem()
                    item.setData(KEY, record.id)
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                    self.addItem(item)
            for row, record in enumerate(records):
                item = self.item(row)
                item.setText(self._title(record) or say("Untitled"))
                item.setToolTip(
                    "\n".join(part for part in (self._title(record), self._facts(record)) if part)
                )
                item.setIcon(icon(self._sign(record)))
                if record.id == current_id:
                    self.setCurrentRow(row)
            if not current_id:
                self.setCurrentRow(-1)

    @property
    def current_id(self) -> str:
        """The id of the record that is marked, or ""."""
        chosen = self.selectedItems()
        return str(chosen[0].data(KEY)) if chosen else ""

    def rename(self, key: str) -> None:
        """Lets the title of a record be typed."""
        for row in range(self.count()):
            if self.item(row).data(KEY) == key:
                self.setCurrentRow(row)
                self.scrollToItem(self.item(row))
                self.editItem(self.item(row))

    def event(self, event: QEvent) -> bool:
        # The keys of copying are the list's own, whatever else of the window has them.
        over = QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and event.type() == over and _wish(event) in self.wishes:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() != QAbstractItemView.State.EditingState and _wish(event) in self.wishes:
            self.asked.emit(_wish(event))
        else:
            super().keyPressEvent(event)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        return carrying(str(items[0].data(KEY))) if items else QMimeData()

    def _tell_chosen(self) -> None:
        if self.current_id:
            self.current.emit(self.current_id)

    def _tell_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.current.emit(str(item.data(KEY)))

    def _tell_renamed(self, item: QListWidgetItem) -> None:
        self.renamed.emit(str(item.data(KEY)), item.text().strip())


def _wish(event: QKeyEvent) -> str:
    """What a key asks for, or ""."""
    keys = QKeySequence.StandardKey
    for wish, key in (("copy", keys.Copy), ("paste", keys.Paste), ("remove", keys.Delete)):
        if event.matches(key):
            return wish
    return "open" if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else ""
