"""Where a source is used: a list to jump from."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeydesk.analysis.naming import named
from journeydesk.analysis.usage import Use, uses_of
from journeydesk.language import counted, message, program, say
from journeydesk.model.change import Change
from journeydesk.model.records import Evidence, JourneyMap, Link, Node, Persona
from journeydesk.ui.going import go_to
from journeydesk.ui.icons import icon
from journeydesk.ui.panels.form import Foot
from journeydesk.ui.panels.outline_rows import name_of, sign_of
from journeydesk.ui.session import Session
from journeydesk.ui.text_size import scaled

KEY = Qt.ItemDataRole.UserRole
MOST = 200  # uses that are listed
ROW, ROWS = 24, 10  # pixels, and how many rows are seen before the list is scrolled


class UsesList(Foot):
    """The places that rest on one source; a click or Enter goes there."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids: tuple[str, ...] = ()
        self._shown: list[tuple[str, str, str]] = []
        heading = QLabel(say("Where it is used"))
        heading.setObjectName("section")
        heading.setContentsMargins(0, 16, 0, 0)
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.list = QListWidget()
        self.list.setAccessibleName(say("Where it is used"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (heading, self.count, self.list):
            column.addWidget(part)

    def show_records(self, ids: Sequence[str]) -> None:
        """Shows where the first of these is used."""
        self._ids = tuple(ids)
        self.refresh()

    def follow(self, change: Change) -> None:
        """Looks anew where the change may have made it used elsewhere."""
        concerned = (Node, Link, Persona, JourneyMap, Evidence)
        if any(isinstance(before or after, concerned) for before, after in change.values()):
            self.refresh()

    def refresh(self) -> None:
        """Reads anew where it is used."""
        found = uses_of(self._session.document, self._ids[0]) if self._ids else ()
        none = say("Nothing rests on it yet: drag it onto a node or an arrow.")
        self.count.setText(say(counted("{n} place", "{n} places", len(found))) if found else none)
        self.count.setWordWrap(True)
        rows = [(use.record_id, *self._told(use)) for use in found[:MOST]]
        if rows != self._shown:
            self._shown = rows
            self.list.clear()
            for key, text, sign in rows:
                item = QListWidgetItem(icon(sign), text)
                item.setData(KEY, key)
                item.setToolTip(text)
                self.list.addItem(item)
            self.list.setFixedHeight(min(ROWS, len(rows)) * scaled(ROW) + 8)
        self.list.setVisible(bool(rows))

    def _told(self, use: Use) -> tuple[str, str]:
        """What a place is called, with its map, and its icon."""
        document = self._session.document
        record = document.get(use.record_id)
        if isinstance(record, Persona):
            return record.name or say("Untitled"), "circle-user"
        assert isinstance(record, Node | Link)
        if isinstance(record, Node):
            text = name_of(document, record)
        else:
            text = named(document, record, program(), is_share=use.is_share)
        drawn = document.find(JourneyMap, use.map_id)
        several = len(document.all(JourneyMap)) > 1
        if several and drawn is not None:
            text = say(message("{place} – {map}", place=text, map=drawn.title))
        return text, sign_of(record)

    def _go(self, item: QListWidgetItem) -> None:
        go_to(self._session, str(item.data(KEY)))
