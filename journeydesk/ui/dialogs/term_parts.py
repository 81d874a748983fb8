"""Parts of the panel of a channel, device or department: buttons of its deeds, and what it is merged into."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from journeydesk.language import program, say
from journeydesk.model.document import Document
from journeydesk.model.terms import Listed, entries
from journeydesk.ui.icons import icon
from journeydesk.ui.term_icons import term_icon


class DeedButton(QPushButton):
    """A row that does what an action of a menu does, and looks like it."""

    def __init__(self, deed: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deed = deed
        self.setObjectName("row")
        self.setAutoDefault(False)
        menu = deed.menu()
        if isinstance(menu, QMenu):
            self.setMenu(menu)
        else:
            self.clicked.connect(deed.trigger)
        deed.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._deed.text())
        self.setIcon(self._deed.icon())
        self.setEnabled(self._deed.isEnabled())
        told = self._deed.toolTip()
        self.setToolTip(told if told != self._deed.text() else "")


class MergeMenu(QMenu):
    """The entries into which one can be merged; `chosen` carries the one, and the other that was chosen."""

    chosen = Signal(object, object)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(say("Merge into"), parent)
        self._document = document
        self.entry: Listed | None = None
        self.setIcon(icon("combine"))
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        if self.entry is None:
            return
        for entry in entries(self._document, self.entry.vocabulary):
            if entry.key != self.entry.key:
                name = entry.named(program()).replace("&", "&&")
                row = self.addAction(term_icon(entry, self._document.get), name)
                row.triggered.connect(partial(self.chosen.emit, self.entry, entry))
