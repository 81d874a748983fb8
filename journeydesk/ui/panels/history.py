"""The steps that were made: which are in force, and a way to any of them."""

from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QAction, QPalette, QShowEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget

from journeydesk.language import say
from journeydesk.model.change import Entry
from journeydesk.model.records import Link, Node, Record
from journeydesk.ui.icons import icon
from journeydesk.ui.panels.section import Section
from journeydesk.ui.session import Session

LOOKED_AT = 40  # records of a step, to tell what happened to them
PLACING = frozenset({"x", "y", "width", "height", "order", "parent_id", "side", "waypoints", "label_at"})
WRITING = frozenset({"title", "name", "notes", "scenario", "text"})

Index = QModelIndex | QPersistentModelIndex


def sign_of(entry: Entry) -> str:
    """The icon that tells what a step did: adding, deleting, writing, moving, or something else."""
    pairs = list(islice(entry.change.values(), LOOKED_AT))
    if any(before is None and isinstance(after, Node) for before, after in pairs):
        return "file-plus"
    if any(before is None for before, _ in pairs):
        return "spline" if any(isinstance(after, Link) for _, after in pairs) else "file-plus"
    if any(after is None for _, after in pairs):
        return "trash-2"
    names = {name for before, after in pairs for name in _differing(before, after)}
    if names & WRITING:
        return "text-cursor-input"
    return "move" if names and names <= PLACING else "sliders-horizontal"


def _differing(before: Record | None, after: Record | None) -> list[str]:
    if before is None or after is None:
        return []
    return [
        name
        for name in type(after).__dataclass_fields__
        if getattr(before, name, None) != getattr(after, name, None)
    ]


class HistoryModel(QAbstractListModel):
    """A row for each step, after one for the beginning; so a row's number is how many are in force there."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entries: tuple[Entry, ...] = ()
        self.position = 0

    def read(self) -> None:
        """Takes over what has changed in the history."""
        entries, position = self._session.document.history
        known, here = self._entries, self.position
        same = min(len(known), len(entries))
        while same and known[same - 1] is not entries[same - 1]:
            same -= 1
        if len(known) > same:
            self.beginRemoveRows(QModelIndex(), same + 1, len(known))
            self._entries = known[:same]
            self.endRemoveRows()
        if len(entries) > same:
            self.beginInsertRows(QModelIndex(), same + 1, len(entries))
            self._entries = entries
            self.endInsertRows()
        self.position = position
        first, last = sorted((min(here, len(entries)), position))
        self.dataChanged.emit(self.index(first), self.index(last))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return say(self._entries[row - 1].label) if row else say("The beginning")
            case Qt.ItemDataRole.DecorationRole:
                return icon(sign_of(self._entries[row - 1]) if row else "flag")
            case Qt.ItemDataRole.ForegroundRole if row > self.position:
                return QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
            case Qt.ItemDataRole.AccessibleDescriptionRole if row > self.position:
                return say("undone")
        return None


class HistoryPanel(Section):
    """The list of steps. A click, or Enter, goes to one."""

    def __init__(self, session: Session, deeds: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(say("History"), [deeds["undo"], deeds["redo"]], parent)
        self._session = session
        self.model = HistoryModel(session, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(say("History"))
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(16, 16))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.body.addWidget(self.list, 1)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        session.history_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Shows the steps as they are now, unless nobody looks."""
        if self.isVisible():
            self.model.read()
            here = self.model.index(self.model.position)
            self.list.setCurrentIndex(here)
            self.list.scrollTo(here)

    def take_keyboard(self) -> None:
        """Goes to the step that is in force."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self, index: QModelIndex) -> None:
        self._session.travel(index.row())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
