"""The outline of the map: a complete editor by itself, for keyboards and for screen readers."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QTreeView, QWidget

from journeydesk.language import message, say
from journeydesk.model.change import Change
from journeydesk.model.records import Node
from journeydesk.operations import outlining
from journeydesk.ui.announcing import announce
from journeydesk.ui.panels.outline_model import OutlineModel
from journeydesk.ui.panels.section import Section
from journeydesk.ui.session import Session

PAUSE = 30  # milliseconds in which changes of the tree are gathered
OPENING = 600  # milliseconds that something is held over a closed row until it opens
ROOMY = 100  # rows with others below them that are opened without being asked


class RowWriter(QStyledItemDelegate):
    """Writes in a row as on the map: Tab and Escape keep the text and end there."""

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
        if isinstance(event, QKeyEvent) and isinstance(editor, QWidget) and event.key() in keys:
            if event.type() == QEvent.Type.KeyPress:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(editor, event)


class OutlineTree(QTreeView):
    """The tree. Its keys are those of the map, so Tab, Enter and Delete are left to the actions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setIconSize(QSize(16, 16))
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setExpandsOnDoubleClick(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(OPENING)
        self.setItemDelegate(RowWriter(self))

    def go_to(self, index: QModelIndex) -> None:
        """Chooses one row, whatever keys are held: with Ctrl the view itself would take it out again."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)

    def finish(self) -> None:
        """Keeps what is written in a row, and ends it there."""
        if self.state() is QAbstractItemView.State.EditingState:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The tree would eat these; they mean the same here as on the map and reach the actions as shortcuts.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            event.ignore()
        else:
            super().keyPressEvent(event)


class OutlinePanel(Section):
    """Follows the document and the selection, and leads the selection."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(say("Outline"), (), parent)
        self._session = session
        self._closed: set[str] = set()
        self._opened: set[str] = set()
        self._reading = False
        self.model = OutlineModel(session.document, self)
        self.tree = OutlineTree()
        self.tree.setAccessibleName(say("Outline"))
        self.tree.setModel(self.model)
        self.body.addWidget(self.tree, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.refresh)
        self.tree.collapsed.connect(self._remember_closed)
        self.tree.expanded.connect(self._forget_closed)
        self.tree.selectionModel().selectionChanged.connect(self._lead)
        session.changed.connect(self._follow)
        session.map_changed.connect(self.refresh)
        session.selection_changed.connect(self._show_selection)
        session.finishing.connect(self.tree.finish)
        session.history_changed.connect(self._tell)
        self._position = session.document.history[1]
        self.refresh()

    @property
    def has_keyboard(self) -> bool:
        """Whether the outline is where somebody types."""
        return self.tree.hasFocus() or self.tree.state() is QAbstractItemView.State.EditingState

    def take_keyboard(self) -> None:
        """Goes to the outline, to its first row where none is chosen."""
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.tree.currentIndex().isValid():
            self.tree.go_to(self.model.index(0, 0))

    def refresh(self) -> None:
        """Reads the tree anew; what was open stays open, and one does not lose one's place."""
        self._pause.stop()
        self._reading = True
        left = self.model.key_of(self.tree.currentIndex())
        above, place = self.model.near(left)
        self.model.read(self._session.map_id)
        with QSignalBlocker(self.tree):
            for key in self._open_rows():
                self.tree.setExpanded(self.model.index_of(key), True)
        self._reading = False
        self._show_selection()
        if (
            left
            and self.has_keyboard
            and not self._session.selection
            and not self.model.index_of(left).isValid()
        ):
            self.tree.go_to(self.model.next_to(above, place))

    def move_rows(self, direction: tuple[int, int]) -> bool:
        """Moves what is selected: up or down among its siblings, in under the one before, or out by a level.

        Stages change places in the journey. False where rows do not move this way: cards lie where they are.
        """
        (across, down), ids, document = direction, self._session.selection, self._session.document
        if outlining.topmost(document, ids):
            if across:
                (outlining.indent if across > 0 else outlining.outdent)(document, ids)
            else:
                outlining.step(document, ids, down)
        elif down and len(ids) == 1 and document.find(Node, ids[0]) is not None:
            outlining.exchange(document, ids[0], self.model.beside(ids[0], down))
        else:
            return False
        return True

    def _tell(self) -> None:
        """Says to a screen reader what was done or undone, while somebody works here."""
        entries, position = self._session.document.history
        before, self._position = self._position, position
        if not self.has_keyboard:
            return
        if position < before:
            announce(self.tree, message("Undone: {step}", step=entries[position].label))
        elif position:
            announce(self.tree, entries[position - 1].label)

    def _open_rows(self) -> list[str]:
        """The rows to open: those that somebody opened, and whole levels as long as that stays readable."""
        levels = self.model.levels()
        found = [key for level in levels for key in level if key in self._opened]
        shown = 0
        for level in levels:
            shown += len(level)
            if shown > ROOMY:
                break
            found += [key for key in level if key not in self._closed]
        return found

    def edit_node(self, key: str) -> bool:
        """Lets the text of a node be typed in its row; False where it has none."""
        if self._pause.isActive():
            self.refresh()
        index = self.model.index_of(key)
        if index.isValid():
            self.tree.go_to(index)
            self.tree.edit(index)
        return index.isValid()

    def _follow(self, change: Change) -> None:
        if self.model.follow(change, self._session.map_id):
            self._pause.start()

    def _show_selection(self) -> None:
        if self._reading or self._pause.isActive():
            return
        chosen = QItemSelection()
        for top, bottom in self.model.siblings(self._session.selection):
            chosen.select(top, bottom)
        last_key = self._session.selection[-1] if self._session.selection else ""
        last = self.model.index_of(last_key)
        model = self.tree.selectionModel()
        self._reading = True
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if last.isValid():
            model.setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.tree.scrollTo(last)
        self._reading = False

    def _lead(self) -> None:
        if not self._reading:
            self._reading = True
            self._session.select(self.model.key_of(index) for index in self.tree.selectedIndexes())
            self._reading = False

    def _remember_closed(self, index: QModelIndex) -> None:
        self._closed.add(self.model.key_of(index))
        self._opened.discard(self.model.key_of(index))

    def _forget_closed(self, index: QModelIndex) -> None:
        self._closed.discard(self.model.key_of(index))
        self._opened.add(self.model.key_of(index))
