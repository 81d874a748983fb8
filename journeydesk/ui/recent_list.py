"""The recent projects on the welcome page: opened by a click, and taken off the list by a key or a menu."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from journeydesk.language import message, say
from journeydesk.ui.cards import RowCard
from journeydesk.ui.icons import icon
from journeydesk.ui.keymap import native
from journeydesk.ui.settings import Recent, Settings

SHOWN = 6


class RecentRow(RowCard):
    """A recent project. `unwanted` carries its path; its button is seen where it is of use."""

    unwanted = Signal(str)

    def __init__(self, recent: Recent) -> None:
        path = Path(recent.path)
        self.path, self.is_there = path, path.exists()
        line = path.parent.name if self.is_there else say("not found")
        super().__init__(
            recent.title or path.stem, line, "map", QImage(recent.thumbnail) if recent.thumbnail else QImage()
        )
        self.setToolTip(recent.path)
        self.drop = QToolButton()
        self.drop.setObjectName("quiet")
        self.drop.setIcon(icon("x"))
        self.drop.setIconSize(QSize(16, 16))
        self.drop.setCursor(Qt.CursorShape.ArrowCursor)
        self.drop.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # with the keyboard it is Delete
        self.drop.setToolTip(
            say(message("{name} ({keys})", name=say("Remove from the List"), keys=native("Del")))
        )
        self.drop.setAccessibleName(
            say(message("Remove {title} from the list", title=recent.title or path.stem))
        )
        self.drop.clicked.connect(self._want_no_more)
        policy = self.drop.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.drop.setSizePolicy(policy)
        self.row.addWidget(self.drop)
        self._show_button(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)

    def _show_button(self, near: bool) -> None:
        self.drop.setVisible(near or not self.is_there)

    def _want_no_more(self) -> None:
        self.unwanted.emit(str(self.path))

    def _offer(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("folder-open"), say("Open")).triggered.connect(self.click)
        remove = menu.addAction(icon("x"), say("Remove from the List"))
        remove.setShortcut(Qt.Key.Key_Delete)
        remove.triggered.connect(self._want_no_more)
        menu.popup(self.mapToGlobal(position))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._want_no_more()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_button(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_button(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_button(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_button(self.underMouse())


class RecentList(QWidget):
    """The projects that were open last; `chosen` and `unwanted` carry a path."""

    chosen = Signal(object)
    unwanted = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.rows: list[RecentRow] = []
        self._empty = QLabel(say("Projects that you open are listed here."))
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._empty)
        self.refresh()

    def refresh(self) -> None:
        """Lists the projects anew; the keyboard stays in its place of the list."""
        place = next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [RecentRow(recent) for recent in self._settings.recents[:SHOWN]]
        for row in self.rows:
            row.clicked.connect(self._choose)
            row.unwanted.connect(self.unwanted)
            self._column.addWidget(row)
            row.show()  # before the keyboard comes to it
        self._empty.setVisible(not self.rows)
        if place is not None and self.rows:
            self.rows[min(place, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Where somebody comes back to the window, files may have come and gone meanwhile."""
        came_back = event.type() == QEvent.Type.WindowActivate
        if came_back and any(row.is_there is not row.path.exists() for row in self.rows):
            self.refresh()
        return super().event(event)

    def _choose(self) -> None:
        row = self.sender()
        if isinstance(row, RecentRow):
            self.chosen.emit(row.path)
