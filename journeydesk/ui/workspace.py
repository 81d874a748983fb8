"""An open project on the screen: panels, the palette, the map, and the inspector."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QSplitter, QVBoxLayout, QWidget

from journeydesk.language import say
from journeydesk.model.change import Change
from journeydesk.model.records import Evidence, JourneyMap, Persona
from journeydesk.picture.shapes import Point
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.editor.growing import add
from journeydesk.ui.editor.invitation import Invitation
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.kind_bar import KindBar
from journeydesk.ui.notices import NoticeBar
from journeydesk.ui.panels.inspector import Inspector
from journeydesk.ui.panels.maps import MapsPanel
from journeydesk.ui.panels.outline import OutlinePanel
from journeydesk.ui.panels.shelf import EVIDENCE, PERSONAS, Shelf
from journeydesk.ui.session import Session

LEFT, RIGHT = 232, 300
HEAD, ROW, ROWS = 54, 26, 4  # the height of a list at the left: its head, a row, and how many are shown


class MapPlace(QWidget):
    """The part around the map. A Tab that means nothing there ends here, and the map keeps the keyboard."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return True
        return super().event(event)


class Workspace(QWidget):
    """Everything that shows one session. `deeds` are Qt's actions by id."""

    tool_changed = Signal(str)
    record_marked = Signal()

    def __init__(
        self, session: Session, deeds: dict[str, QAction], dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.tool = "select"
        self._pointed: Point | None = None
        self._deeds = deeds
        self.view = MapView(session)
        self.view.setAccessibleName(say("Map"))
        self.invitation = Invitation(session, self.view)
        self.notices = NoticeBar()
        self.maps = MapsPanel(session, deeds)
        self.personas = Shelf(PERSONAS, session, deeds)
        self.evidence = Shelf(EVIDENCE, session, deeds)
        self.outline = OutlinePanel(session)
        self.inspector = Inspector(session, dialogs)
        for shelf in (self.personas, self.evidence):
            shelf.marked.connect(self._inspect_marked)
        self.view.tool_changed.connect(self._remember_tool)
        tools = [
            deed for key, deed in deeds.items() if key.startswith(("tool_", "place_")) and deed.isCheckable()
        ]
        self._left = self._column()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        for part in (self._left, self._middle(tools), self.inspector):
            self._split.addWidget(part)
        for place, stretch in enumerate((0, 1, 0)):
            self._split.setStretchFactor(place, stretch)
        self._split.setSizes([LEFT, 1280 - LEFT - RIGHT, RIGHT])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)
        self.setFocusProxy(self.view)
        session.changed.connect(self._make_room)

    def _column(self) -> QSplitter:
        column = QSplitter(Qt.Orientation.Vertical)
        column.setHandleWidth(1)
        column.setChildrenCollapsible(False)
        for part in (self.maps, self.personas, self.evidence, self.outline):
            column.addWidget(part)
        column.setStretchFactor(3, 1)
        column.setSizes([*self._wanted_heights(), 2000])
        column.setMinimumWidth(200)
        return column

    def _wanted_heights(self) -> list[int]:
        """How high the lists at the left should be, so that all of a short one is seen."""
        return [HEAD + ROW * min(shelf.rows, ROWS) for shelf in (self.maps, self.personas, self.evidence)]

    def _make_room(self, change: Change) -> None:
        """Gives a list that has grown more room, at the cost of the outline."""
        listed = (JourneyMap, Persona, Evidence)
        if not any(isinstance(after, listed) and before is None for before, after in change.values()):
            return
        *lists, outline = self._left.sizes()
        heights = [max(pair) for pair in zip(lists, self._wanted_heights(), strict=True)]
        self._left.setSizes([*heights, max(0, outline - sum(heights) + sum(lists))])

    def _middle(self, tools: list[QAction]) -> QWidget:
        middle = MapPlace()
        middle.setMinimumWidth(320)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        bar = QScrollArea()
        bar.setWidget(KindBar(tools))
        bar.setWidgetResizable(True)
        bar.setFixedWidth(48)
        bar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.view, 1)
        row.addWidget(bar)
        row.addLayout(column, 1)
        return middle

    # What is shown

    @property
    def left_shown(self) -> bool:
        """Whether the panels of the project are shown."""
        return not self._left.isHidden()

    @property
    def right_shown(self) -> bool:
        """Whether the inspector is shown."""
        return not self.inspector.isHidden()

    def show_left(self, wanted: bool) -> None:
        """Shows or hides the panels of the project."""
        self._left.setVisible(wanted)

    def show_right(self, wanted: bool) -> None:
        """Shows or hides the inspector."""
        self.inspector.setVisible(wanted)

    @property
    def columns(self) -> tuple[int, ...]:
        """The widths of the three columns."""
        return tuple(self._split.sizes())

    def set_columns(self, widths: tuple[int, ...]) -> None:
        """Brings the columns to widths that were kept."""
        if len(widths) == 3 and min(widths) >= 0 and widths[1] > 0:
            self._split.setSizes(list(widths))

    # What the actions ask for

    def insert(self, kind: str) -> None:
        """Adds a node where the map was pointed at, else near the pointer, and starts its text."""
        if self._pointed is None:
            self.view.new_node(kind)
            return
        added = add(self.session, kind, self._pointed)
        self.session.select((added,))
        self.view.edit_text(added)

    def point_at(self, position: QPoint | None, until: QMenu) -> None:
        """Says where on the map a menu is opened; None for nowhere. Forgotten when the menu is gone."""
        self._pointed = self.view.camera.board_point(QPointF(position)) if position is not None else None
        until.destroyed.connect(self._forget_point)

    def _forget_point(self) -> None:
        self._pointed = None

    def edit_text(self, record_id: str) -> None:
        """Lets the text of a node or link be edited, in the outline where that has the keyboard."""
        if self.outline.has_keyboard and self.outline.edit_node(record_id):
            return
        self.view.edit_text(record_id)

    def rename(self, panel: MapsPanel | Shelf, key: str) -> None:
        """Lets the title of a map, a persona or a source be typed in its list."""
        self.show_left(True)
        panel.rename(key)

    def go_to(self, place: str) -> None:
        """Gives the keyboard to the "map", the "outline" or the "inspector", which is shown for it."""
        if place == "outline":
            self.show_left(True)
            self.outline.take_keyboard()
        elif place == "inspector":
            self.show_right(True)
            self.inspector.take_keyboard()
        else:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _inspect_marked(self) -> None:
        self.session.select(())
        marked = self.sender()
        for shelf in (self.personas, self.evidence):
            if shelf is not marked:
                shelf.let_go()
            else:
                self.inspector.show_record(shelf.current_id)
        self.record_marked.emit()

    def _remember_tool(self, tool: str) -> None:
        self.tool = tool
        deed = self._deeds.get(f"tool_{tool}") or self._deeds.get(f"place_{tool}")
        self.session.hint_changed.emit(deed.statusTip() if deed is not None and tool != "select" else "")
        self.tool_changed.emit(tool)
