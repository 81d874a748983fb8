"""An open project on the screen: panels, the palette, the map, and the inspector."""

from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QWidget

from journeydesk.picture.shapes import Point
from journeydesk.ui.breadcrumb import Breadcrumb
from journeydesk.ui.clipboard import Copier
from journeydesk.ui.crowding import Crowding, Panel
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.editor.dropping import Dropping
from journeydesk.ui.editor.growing import add, add_after
from journeydesk.ui.editor.in_sight import InSight
from journeydesk.ui.editor.invitation import Invitation
from journeydesk.ui.editor.overview import Overview
from journeydesk.ui.editor.pointer import Pointer
from journeydesk.ui.editor.speaking import Speaker
from journeydesk.ui.editor.travel import Travel
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.filter_bar import FilterBar
from journeydesk.ui.find_bar import FindBar
from journeydesk.ui.intake import Intake
from journeydesk.ui.kind_bar import KindBar
from journeydesk.ui.map_place import MapPlace
from journeydesk.ui.map_tabs import MapTabs
from journeydesk.ui.notices import NoticeBar
from journeydesk.ui.panels.column import ProjectColumn
from journeydesk.ui.panels.history import HistoryPanel
from journeydesk.ui.panels.inspector import Inspector
from journeydesk.ui.panels.remarks import RemarksPanel
from journeydesk.ui.panels.right import RightSide
from journeydesk.ui.panels.shelf import Shelf
from journeydesk.ui.path_bar import PathBar
from journeydesk.ui.session import Session
from journeydesk.ui.settings import Settings
from journeydesk.ui.text_size import scaled
from journeydesk.ui.tidying import Tidying
from journeydesk.ui.views.pane import ViewPane
from journeydesk.ui.views.portraits import Portraits
from journeydesk.ui.views.showing import Showing
from journeydesk.views.path import PATH

LEFT, RIGHT = 232, 300


def _palette(deeds: dict[str, QAction], pointer: Pointer) -> KindBar:
    """The tools and the kinds, which can be dragged onto the map as well."""
    made = KindBar(
        [deed for key, deed in deeds.items() if key.startswith(("tool_", "place_")) and deed.isCheckable()]
    )
    made.pulled.connect(pointer.pull)
    made.carried.connect(pointer.carry)
    made.dropped.connect(pointer.drop)
    return made


def _change_views(session: Session, pane: ViewPane, notices: NoticeBar, dialogs: Dialogs) -> None:
    """Photos are changed in views; what goes wrong where they are touched is told."""
    pane.touch.refused.connect(notices.tell)
    Portraits(session.document, pane.canvas, dialogs).troubled.connect(notices.tell)


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
        self.pointed: Point | None = None
        self.deeds = deeds
        self.view = MapView(session)
        self.speaker = Speaker(self.view)
        self.showing = Showing(session, self.view)
        self.showing.marked.connect(self._inspect)
        self.invitation, self.in_sight = Invitation(session, self.view), InSight(session, self.view)
        self.travel, self.overview = Travel(session, self.view), Overview(self.view)
        self.notices = NoticeBar()
        _change_views(session, self.showing.pane, self.notices, dialogs)
        self.tabs = MapTabs(session, deeds["new_map"])
        self.tabs.written.connect(self.view.setFocus)
        self.copier = Copier(session, self)
        self.copier.told.connect(self.notices.tell)
        self.intake = Intake(session, self.view, self.notices, dialogs, self)
        self.dropping = Dropping(self.view, self.intake.drop)
        self._add_strips(session)
        self.tidying = Tidying(session, self.view, self.notices, self)
        self.column = ProjectColumn(session, deeds)
        self.outline = self.column.outline
        self.inspector = Inspector(session, dialogs)
        self.inspector.left.connect(self._back_to_map)
        self.history = HistoryPanel(session, deeds)
        self.right = RightSide(self.inspector, self.history, RemarksPanel(session, deeds))
        for shelf in self.column.shelves:
            shelf.marked.connect(self._inspect_marked)
        self.view.tool_changed.connect(self._remember_tool)
        self.place = MapPlace(_palette(deeds, self.view.pointer), self._rows)
        self._split = _side_by_side(self.column, self.place, self.right)
        self._crowding = _crowding(self._split, self.column, self.right)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)
        self.setFocusProxy(self.view)

    def _add_strips(self, session: Session) -> None:
        self.breadcrumb = Breadcrumb(session)
        self.find_bar, self.filter_bar, self.path_bar = FindBar(session), FilterBar(session), PathBar(session)
        self.path_bar.seen.connect(partial(self.showing.show_layout, PATH.name))
        strips = (self.find_bar, self.filter_bar, self.path_bar)
        self._rows = (self.tabs, self.breadcrumb, self.notices, *strips, self.showing)
        for strip in (self.breadcrumb, *strips):
            strip.left.connect(self._back_to_map)
        self.find_bar.marked.connect(self.view.mark_found)
        self.find_bar.reached.connect(self.view.zoom.to_read)

    # What is shown

    @property
    def left_shown(self) -> bool:
        """Whether the panels of the project are shown."""
        return not self.column.isHidden()

    @property
    def right_shown(self) -> bool:
        """Whether the inspector is shown."""
        return not self.inspector.isHidden()

    def show_left(self, wanted: bool) -> None:
        """Shows or hides the panels of the project."""
        self._crowding.forget("left")
        self.column.setVisible(wanted)

    def show_right(self, wanted: bool) -> None:
        """Shows or hides the inspector."""
        self._crowding.forget("right")
        self.right.show_part(self.inspector, wanted)

    @property
    def remarks(self) -> RemarksPanel:
        """The list of comments."""
        return self.right.remarks

    @property
    def history_shown(self) -> bool:
        """Whether the history is shown."""
        return not self.history.isHidden()

    def show_history(self, wanted: bool) -> None:
        """Shows or hides the history; the keyboard does not stay where nothing is seen."""
        if not wanted and self.history.list.hasFocus():
            self.view.setFocus()
        self._crowding.forget("history")
        self.right.show_part(self.history, wanted)

    def restore(self, settings: Settings, width: int) -> None:
        """Shows and hides the panels as they were last, as far as this width has room for them."""
        self.show_left(settings.left_shown)
        self.show_right(settings.right_shown)
        self.show_history(settings.history_shown)
        self.remarks.author.setText(settings.author)
        self.overview.show_wanted(settings.overview_shown)
        widths = settings.columns
        if len(widths) == 3 and min(widths) >= 0 and widths[1] > 0:
            self._split.setSizes(list(widths))
        if settings.history_height:
            self.right.setSizes([2000, settings.history_height, settings.history_height])
        self._crowding.fit(width)

    def remember(self, settings: Settings) -> None:
        """Writes down which panels are shown, and how large they are."""
        hides, author = self._crowding.hides, self.remarks.author.text()
        settings.left_shown = self.left_shown or hides("left")
        settings.right_shown = self.right_shown or hides("right")
        settings.history_shown, settings.author = self.history_shown or hides("history"), author
        settings.overview_shown = self.overview.is_wanted
        if self.left_shown and not self.right.isHidden():
            settings.columns = tuple(self._split.sizes())
        if self.history_shown and self.right_shown:
            settings.history_height = self.right.height_of_history

    # What the actions ask for

    def insert(self, kind: str) -> None:
        """Adds a node and starts its text: where the map was pointed at, else near the pointer.

        While the outline has the keyboard, it follows what is selected there.
        """
        self.showing.bring_map()
        if self.pointed is not None:
            added = add(self.session, kind, self.pointed)
        elif self.outline.has_keyboard:
            added = add_after(self.session, self.view.board, kind)
        else:
            self.view.new_node(kind)
            return
        self.session.select((added,))
        self.edit_text(added)

    def point_at(self, position: QPoint | None, until: QMenu) -> None:
        """Says where on the map a menu is opened; None for nowhere. Forgotten when the menu is gone."""
        self.pointed = self.view.camera.board_point(QPointF(position)) if position is not None else None
        until.destroyed.connect(self._forget_point)

    def _forget_point(self) -> None:
        self.pointed = None

    def edit_text(self, record_id: str) -> None:
        """Lets the text of a node or link be edited, in the outline where that has the keyboard."""
        if self.outline.has_keyboard and self.outline.edit_node(record_id):
            return
        self.showing.bring_map()
        self.view.edit_text(record_id)

    def rename(self, shelf: Shelf, key: str) -> None:
        """Lets the title of a persona or a source be typed in its list."""
        self.show_left(True)
        shelf.rename(key)

    def go_to(self, place: str) -> None:
        """Gives the keyboard to the "map", "outline", "inspector" or "history", which is shown for it."""
        if place == "outline":
            self.show_left(True)
            self.outline.take_keyboard()
        elif place == "history":
            self.show_history(True)
            self.history.take_keyboard()
        elif place == "inspector":
            self.show_right(True)
            self.inspector.take_keyboard()
        else:
            self.showing.bring_map()
            self._back_to_map()

    def _back_to_map(self) -> None:
        self.showing.main.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _inspect(self, record_id: str) -> None:
        for shelf in self.column.shelves:
            shelf.let_go()
        self.inspector.show_record(record_id)
        self.record_marked.emit()

    def _inspect_marked(self) -> None:
        self.session.select(())
        marked = self.sender()
        for shelf in self.column.shelves:
            if shelf is not marked:
                shelf.let_go()
            else:
                self.inspector.show_record(shelf.current_id)
        self.record_marked.emit()

    def _remember_tool(self, tool: str) -> None:
        self.tool = tool
        deed = self.deeds.get(f"tool_{tool}") or self.deeds.get(f"place_{tool}")
        self.session.hint_changed.emit(deed.statusTip() if deed is not None and tool != "select" else "")
        self.tool_changed.emit(tool)


def _crowding(place: QWidget, left: QWidget, right: RightSide) -> Crowding:
    """The panels of which the history gives way first where there is no room."""
    history = Panel("history", right.history, partial(right.show_part, right.history))
    inspector = Panel("right", right.inspector, partial(right.show_part, right.inspector))
    return Crowding(place, (history, inspector, Panel("left", left, left.setVisible)))


def _side_by_side(left: QWidget, middle: QWidget, right: QWidget) -> QSplitter:
    """Three parts of which the middle takes the room that is gained."""
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setHandleWidth(1)
    split.setChildrenCollapsible(False)
    for place, (part, stretch) in enumerate(((left, 0), (middle, 1), (right, 0))):
        split.addWidget(part)
        split.setStretchFactor(place, stretch)
    sides = scaled(LEFT, most=300), scaled(RIGHT, most=420)
    split.setSizes([sides[0], max(1, 1280 - sum(sides)), sides[1]])
    return split
