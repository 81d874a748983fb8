"""The sources on which something rests: a row for each, attached by typing and taken off one by one."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from journeydesk.language import message, say
from journeydesk.model.fields import Field
from journeydesk.model.freshness import Freshness, freshness_of
from journeydesk.model.records import Evidence
from journeydesk.operations import evidence
from journeydesk.ui.finder.sources import SourceFinder
from journeydesk.ui.going import go_to
from journeydesk.ui.icons import icon
from journeydesk.ui.panels.editors import FieldEditor, Ground
from journeydesk.ui.source_rows import facts_of, sign_of, title_of

SIDE = 16  # pixels of an icon


class SourceRow(QWidget):
    """One source: a click shows it, the cross takes it off."""

    wanted = Signal(str)
    dropped = Signal(str)

    def __init__(self, source: Evidence, freshness: Freshness, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._title = source.id, title_of(source)
        facts = facts_of(source, freshness)
        self.button = QPushButton()
        self.button.setObjectName("row")
        self.button.setIcon(icon("hourglass" if freshness.is_stale(source) else sign_of(source)))
        self.button.setIconSize(QSize(SIDE, SIDE))
        self.button.setMinimumWidth(40)
        self.button.setToolTip(f"{self._title}\n{facts}")
        self.button.setAccessibleName(f"{self._title}, {facts}")
        self.button.clicked.connect(self._show)
        drop = QToolButton()
        drop.setIcon(icon("x"))
        drop.setIconSize(QSize(SIDE - 2, SIDE - 2))
        drop.setToolTip(say("Detach"))
        drop.setAccessibleName(say(message("Detach “{title}”", title=self._title)))
        drop.clicked.connect(self._drop)
        told = QLabel(facts)
        told.setObjectName("muted")
        told.setWordWrap(True)
        told.setContentsMargins(SIDE + 12, 0, 0, 4)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.button, 1)
        head.addWidget(drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 2 * SIDE - 40
        self.button.setText(
            self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, max(40, room))
        )

    def _show(self) -> None:
        self.wanted.emit(self._key)

    def _drop(self) -> None:
        self.dropped.emit(self._key)


class SourcesEditor(FieldEditor):
    """Rows of sources, and a button that finds or makes another one."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.rows: list[SourceRow] = []
        self._several = QLabel(say("Several values"))
        self._several.setObjectName("muted")
        self.button = QPushButton(say("Attach…"))
        self.button.setIcon(icon("paperclip"))
        self.button.clicked.connect(self.choose)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(self._list)
        column.addWidget(self._several)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.addLayout(column)
        self.setFocusProxy(self.button)
        self._shown: tuple[Any, ...] = ()

    def show_value(self, value: Any, several: bool) -> None:
        document = self.ground.document
        freshness = freshness_of(document)
        keys = () if several else value
        found = tuple(source for key in keys if (source := document.find(Evidence, key)) is not None)
        self._several.setVisible(several)
        if (freshness, *found) == self._shown:
            return
        self._shown = (freshness, *found)
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [SourceRow(source, freshness) for source in found]
        for row in self.rows:
            row.wanted.connect(self._look_at)
            row.dropped.connect(self._take_off)
            self._list.addWidget(row)

    def choose(self) -> None:
        """Opens the field in which a source is found by typing, or a new one is named."""
        if self.ground.session is not None:
            SourceFinder(self.ground.session, self.ids, self.told.name, self.window()).open()

    def _look_at(self, key: str) -> None:
        if self.ground.session is not None:
            go_to(self.ground.session, key)

    def _take_off(self, key: str) -> None:
        evidence.detach(self.ground.document, self.ids, key, self.told.name)
