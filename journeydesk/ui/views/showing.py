"""The middle of the window: the map, or a view in its place or under it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QWidget

from journeydesk.model.records import Link, Node
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.editor.zoom import Zoom
from journeydesk.ui.session import Session
from journeydesk.ui.views.canvas import ViewCanvas
from journeydesk.ui.views.pane import ViewPane
from journeydesk.views.catalogue import layout_named
from journeydesk.views.view import Spot

SHARES = (0.52, 0.48)  # of the height: the map, and a view under it
LOW = 0.3  # a lower view than this is given more room when it is shown


class Showing(QSplitter):
    """What is shown of the project. `marked` carries the id of a record on no map that was chosen in a view.

    `changed` tells that something else is shown, `zoom_changed` how large.
    """

    changed = Signal()
    zoom_changed = Signal(float)
    marked = Signal(str)

    def __init__(self, session: Session, view: MapView, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._session, self._view = session, view
        self._stand_in: QWidget | None = None
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.pane = ViewPane(session)
        self.addWidget(view)
        self.addWidget(self.pane)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        self.pane.hide()
        self.pane.chosen.connect(self.show_layout)
        self.pane.left.connect(self.show_map)
        self.pane.touch.marked.connect(self._mark)
        self.pane.touch.asked.connect(self._visit)
        view.zoom_changed.connect(self._tell_zoom)
        self.pane.canvas.zoom_changed.connect(self._tell_zoom)
        self.changed.connect(self._tell_zoom)

    @property
    def name(self) -> str:
        """The name of the layout that is shown; "" for the map alone."""
        return self.pane.name if not self.pane.isHidden() else ""

    @property
    def zoom(self) -> Zoom | ViewCanvas:
        """What the map's size is changed by, or that of the view in its place."""
        return self._view.zoom if not self._view.isHidden() else self.pane.canvas

    @property
    def main(self) -> QWidget:
        """What has the keyboard in the middle of the window."""
        return self._view if not self._view.isHidden() else self.pane.canvas

    def show_layout(self, name: str, persona_id: str = "") -> None:
        """Shows a view in place of the map, or under it where it belongs there."""
        self._session.finishing.emit()
        shared = not self.pane.isHidden() and not self._view.isHidden()
        self.pane.show_layout(name, persona_id)
        self.pane.show()
        # The keyboard first: what is hidden while it has it would pass it on to anywhere.
        self.pane.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._view.setVisible(layout_named(name).beside_map)
        if layout_named(name).beside_map and (not shared or self.sizes()[1] < LOW * self.height()):
            self.setSizes([round(part * self.height()) for part in SHARES])
        self.changed.emit()

    def show_map(self) -> None:
        """Shows the map alone."""
        self._session.finishing.emit()
        self._view.show()
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.hide()
        self.changed.emit()

    def bring_map(self) -> None:
        """Shows the map where a view stands in its place."""
        if self._view.isHidden():
            self.show_map()

    def lend(self, stand_in: QWidget) -> None:
        """Something else stands in the map's place, whose view is shown elsewhere."""
        self._stand_in = stand_in
        self.insertWidget(0, stand_in)
        self.setStretchFactor(0, 3)

    def take_back(self) -> None:
        """Puts the map's view where it belongs."""
        self.insertWidget(0, self._view)
        self.setStretchFactor(0, 3)
        self._view.show()
        if self._stand_in is not None:
            self._stand_in.hide()
            self._stand_in.deleteLater()
            self._stand_in = None
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()  # whoever surrounds the map says where a Tab leads that means nothing on it
            return False
        return super().event(event)

    def _tell_zoom(self) -> None:
        scale = self._view.camera.scale if not self._view.isHidden() else self.pane.canvas.scale
        self.zoom_changed.emit(scale)

    def _mark(self, spot: Spot) -> None:
        record = self._session.document.get(spot.record_id)
        if isinstance(record, Node | Link) and record.map_id == self._session.map_id:
            self._session.select((record.id,))
        elif record is not None:
            self._session.select(())
            self.marked.emit(record.id)

    def _visit(self, spot: Spot) -> None:
        """Goes to the node or arrow of a spot on its map."""
        record = self._session.document.get(spot.record_id)
        if isinstance(record, Node | Link):
            self.bring_map()
            self._session.show_map(record.map_id)
            self._session.select((record.id,))
            self._view.zoom.to_selection()
            self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
