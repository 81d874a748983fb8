"""The channels, devices and departments of a project: three lists, and what can be done to an entry."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.language import N_, say
from journeydesk.model.change import Change
from journeydesk.model.records import Asset, Node, Term
from journeydesk.model.terms import TITLES, VOCABULARIES, entries, listed, used
from journeydesk.operations import terms
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.dialogs.term_list import TermColumn
from journeydesk.ui.dialogs.term_panel import TermPanel
from journeydesk.ui.notices import NoticeBar
from journeydesk.ui.session import Session
from journeydesk.ui.text_size import scaled

ADDING: Mapping[str, str] = {
    "channel": N_("Add a channel"),
    "device": N_("Add a device"),
    "department": N_("Add a department"),
}

COLUMN = 150  # pixels, at least


class TermsDialog(QDialog):
    """Every change is a step of the history at once, and is seen on the map behind."""

    def __init__(
        self, session: Session, dialogs: Dialogs, vocabulary: str, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = session.document
        self.setWindowTitle(say("Channels, Devices and Departments"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(1100), scaled(760))
        self.notices = NoticeBar()
        self.panel = TermPanel(session.document, dialogs)
        self.columns = {name: self._column(name) for name in VOCABULARIES}
        self._shown = vocabulary
        self._lay_out()
        self.panel.told.connect(self.notices.tell)
        self.panel.stepped.connect(self._step)
        self.panel.followed.connect(self._follow_merge)
        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        QShortcut(QKeySequence(undo), self).activated.connect(session.undo)
        QShortcut(QKeySequence(redo), self).activated.connect(session.redo)
        session.changed.connect(self._follow)
        session.finishing.connect(self.panel.flush)
        session.keeping.connect(self.panel.flush)
        self.refresh()
        self.show_entry(vocabulary, key)

    def _column(self, vocabulary: str) -> TermColumn:
        column = TermColumn(TITLES[vocabulary], ADDING[vocabulary], self._document.get)
        column.added.connect(partial(self._add, vocabulary))
        shown = column.list
        shown.chosen.connect(partial(self._choose, vocabulary))
        shown.renamed.connect(partial(self._rename, vocabulary))
        shown.moved.connect(partial(terms.move_term, self._document, vocabulary))
        shown.unwanted.connect(self.panel.remove)
        shown.customContextMenuRequested.connect(partial(self._ask, vocabulary))
        return column

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        body = QHBoxLayout(page)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(18)
        for column in self.columns.values():
            column.setMinimumWidth(scaled(COLUMN))
            body.addWidget(column, 1)
        body.addWidget(self.panel)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        box.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 14)
        whole.setSpacing(12)
        whole.addWidget(self.notices)
        # Where the text is very large and the screen is not.
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(page)
        whole.addWidget(area, 1)
        whole.addWidget(box)

    # What is shown

    def show_entry(self, vocabulary: str, key: str = "") -> None:
        """Goes to an entry, the first of the list where there is none of this key."""
        shown = self.columns[vocabulary].list
        if not shown.mark(key):
            shown.mark_first()
        shown.setFocus()
        self._choose(vocabulary, shown.current_key)

    def refresh(self) -> None:
        """Reads everything anew."""
        for vocabulary, column in self.columns.items():
            found = used(self._document, vocabulary)
            rows = entries(self._document, vocabulary, hidden=True)
            column.fill([(entry, len(found.get(entry.key, ()))) for entry in rows])
        self._choose(self._shown, self.columns[self._shown].list.current_key)

    def done(self, result: int) -> None:
        self.panel.flush()
        super().done(result)

    def _follow(self, change: Change) -> None:
        if any(isinstance(after or before, Term | Node | Asset) for before, after in change.values()):
            self.refresh()

    def _choose(self, vocabulary: str, key: str) -> None:
        self._shown = vocabulary
        for name, column in self.columns.items():
            if name != vocabulary:
                column.list.clearSelection()
        self.panel.show_entry(listed(self._document.get, vocabulary, key) if key else None)

    def _follow_merge(self, key: str) -> None:
        self.columns[self._shown].list.mark(key)

    # What is done

    def _add(self, vocabulary: str, name: str) -> None:
        key = terms.add_term(self._document, vocabulary, name)
        self.columns[vocabulary].list.mark(key)
        self._choose(vocabulary, key)

    def _rename(self, vocabulary: str, key: str, name: str) -> None:
        self.panel.rename(vocabulary, key, name)
        self.refresh()

    def _step(self, way: int) -> None:
        self.columns[self._shown].list.step(way)

    def _ask(self, vocabulary: str, at: QPoint) -> None:
        shown = self.columns[vocabulary].list
        if shown.itemAt(at) is not None:
            self._choose(vocabulary, shown.current_key)
            self.panel.menu().popup(shown.viewport().mapToGlobal(at))
