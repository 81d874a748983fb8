"""The project's maps as tabs over the map: to go to one, name it, put it elsewhere, and begin another."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QTabBar, QToolButton, QWidget

from journeydesk.language import say
from journeydesk.model import queries
from journeydesk.model.change import Change
from journeydesk.model.fields import label_of
from journeydesk.model.records import JourneyMap
from journeydesk.model.vocabulary import STATES
from journeydesk.operations import fields, maps
from journeydesk.ui.session import Session
from journeydesk.ui.text_size import scaled

NARROWEST, WIDEST = 112, 288  # pixels
ROOM = 200  # for a title while it is typed


class TabRow(QTabBar):
    """The tabs. `moved` carries the id of a map that was dragged, and its new place."""

    moved = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged = ""
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)  # copies differ at their end
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabMoved.connect(self._remember)

    def id_at(self, place: int) -> str:
        """The id of the map of a tab; "" where there is none."""
        return str(self.tabData(place) or "")

    def place_of(self, map_id: str) -> int:
        """Which tab is a map's; -1 for none."""
        return next((place for place in range(self.count()) if self.id_at(place) == map_id), -1)

    def _remember(self) -> None:
        self._dragged = self.id_at(self.currentIndex())

    def tabSizeHint(self, index: int) -> QSize:
        wanted = super().tabSizeHint(index)
        return QSize(min(wanted.width(), scaled(WIDEST)), wanted.height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        wanted = self.tabSizeHint(index)
        chip: QWidget | None = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
        least = scaled(NARROWEST) + (chip.width() if chip is not None else 0)
        return QSize(min(wanted.width(), least), wanted.height())

    def minimumSizeHint(self) -> QSize:
        """Qt asks for the room of the buttons that scroll, even where one short tab has none."""
        return super().minimumSizeHint().boundedTo(self.sizeHint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self.setCurrentIndex(self.tabAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._dragged:
            dragged, self._dragged = self._dragged, ""
            self.moved.emit(dragged, self.place_of(dragged))


class TitleLine(QLineEdit):
    """The title of a map while it is typed; Escape keeps it too."""

    def __init__(self, drawn: JourneyMap, parent: QWidget) -> None:
        super().__init__(drawn.title, parent)
        self.map_id = drawn.id
        self.setAccessibleName(say("Title of the map"))
        self.end(False)
        self.home(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.editingFinished.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _: bool) -> bool:
        self.editingFinished.emit()
        return True


class MapTabs(QFrame):
    """A tab for each map, and a button for a new one. `written` is sent when a title has been typed."""

    written = Signal()

    def __init__(self, session: Session, new_map: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabs")
        self._session = session
        self.row = TabRow()
        self.row.setAccessibleName(say("Maps"))
        add = QToolButton()
        add.setDefaultAction(new_map)
        add.setIconSize(QSize(16, 16))
        add.setAccessibleName(new_map.text())
        add.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 8, 0)
        line.setSpacing(2)
        line.addWidget(self.row)
        line.addWidget(add)
        line.addStretch(1)
        self._title: TitleLine | None = None
        self.row.currentChanged.connect(self._show)
        self.row.moved.connect(self._move)
        self.row.tabBarDoubleClicked.connect(self._rename_at)
        session.changed.connect(self._follow)
        session.map_changed.connect(self.refresh)
        session.finishing.connect(self.finish)
        self.refresh()

    def refresh(self) -> None:
        """Reads the maps anew."""
        found = queries.maps(self._session.document)
        with QSignalBlocker(self.row):
            if [drawn.id for drawn in found] != [self.row.id_at(place) for place in range(self.row.count())]:
                while self.row.count():
                    self.row.removeTab(0)
                for place, drawn in enumerate(found):
                    self.row.addTab("")
                    self.row.setTabData(place, drawn.id)
            for place, drawn in enumerate(found):
                self._describe(place, drawn)
            self.row.setCurrentIndex(self.row.place_of(self._session.map_id))

    def rename(self, map_id: str) -> None:
        """Lets the title of a map be typed in its tab."""
        self.finish()
        place, drawn = self.row.place_of(map_id), self._session.document.find(JourneyMap, map_id)
        if drawn is None or place < 0:
            return
        self._line.activate()  # a tab that has just been added takes its place
        title = self._title = TitleLine(drawn, self.row)
        room = self.row.tabRect(place).adjusted(2, 2, -2, -1)
        room.setWidth(min(max(room.width(), ROOM), self.row.width() - 4))
        room.moveRight(min(room.right(), self.row.width() - 2))
        title.setGeometry(room)
        title.editingFinished.connect(self.finish)
        title.show()
        title.setFocus()

    def finish(self) -> None:
        """Keeps the title that is being typed."""
        title, self._title = self._title, None
        if title is not None:
            if title.hasFocus():
                self.written.emit()
            title.deleteLater()
            fields.set_field(self._session.document, (title.map_id,), "title", title.text().strip())

    def _describe(self, place: int, drawn: JourneyMap) -> None:
        title = drawn.title or say("Untitled")
        state = say(label_of(STATES, drawn.state)) if drawn.state else ""
        self.row.setTabText(place, title.replace("&", "&&"))
        self.row.setTabToolTip(place, title)
        self.row.setAccessibleTabName(place, f"{title}, {state}" if state else title)
        chip = self.row.tabButton(place, QTabBar.ButtonPosition.RightSide)
        if not state:
            self.row.setTabButton(place, QTabBar.ButtonPosition.RightSide, None)
        elif not isinstance(chip, QLabel) or chip.text() != state:
            chip = QLabel(state)
            chip.setObjectName("chip")
            chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.row.setTabButton(place, QTabBar.ButtonPosition.RightSide, chip)

    def _follow(self, change: Change) -> None:
        if any(isinstance(before or after, JourneyMap) for before, after in change.values()):
            self.refresh()

    def _show(self, place: int) -> None:
        self._session.show_map(self.row.id_at(place))

    def _rename_at(self, place: int) -> None:
        if place >= 0:
            self.rename(self.row.id_at(place))

    def _move(self, map_id: str, place: int) -> None:
        self._session.finishing.emit()
        maps.move_map(self._session.document, map_id, place)
