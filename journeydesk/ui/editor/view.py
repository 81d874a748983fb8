"""The map on the screen."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from journeydesk.model.records import Node
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.render.board import Board
from journeydesk.ui.editor.camera import Camera, scene_rect
from journeydesk.ui.editor.composing import Composing
from journeydesk.ui.editor.found import paint_found
from journeydesk.ui.editor.gestures.desk import Desk
from journeydesk.ui.editor.growing import add, add_near
from journeydesk.ui.editor.hand import Hand
from journeydesk.ui.editor.keys import begun_text
from journeydesk.ui.editor.nudging import Nudges
from journeydesk.ui.editor.overlay import Overlay, paint_overlay
from journeydesk.ui.editor.pointer import Pointer
from journeydesk.ui.editor.snapper import Snapper
from journeydesk.ui.editor.surface import Surface
from journeydesk.ui.editor.writing import Scribe
from journeydesk.ui.editor.zoom import Zoom
from journeydesk.ui.session import Place, Session


class MapView(QGraphicsView):
    """Shows the session's map and lets people work on it. Scales are logical pixels per board unit.

    `jumping` tells that something else comes into view now, from where people may want to come back.
    """

    jumping = Signal()
    tool_changed = Signal(str)
    left = Signal(int)  # by Tab: 1 for the next part of the window, -1 for the one before
    zoom_changed = Signal(float)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(scene_rect(), self))
        self.session = session
        self.surface = Surface(session, self)
        self.overlay = Overlay(pale=self.surface.pale)
        self.camera = Camera(self)
        self.zoom = Zoom(session, self.surface.current, self.camera, self.jumping.emit, self._moved)
        self.scribe = Scribe(self, session, self.camera, self.surface.current)
        self._size: QSize | None = None  # of the viewport when it was seen last; Qt forgets it meanwhile
        self.snapper = Snapper(self.surface.current, self.camera, self.overlay)
        surface, overlay, snapper, point = self.surface, self.overlay, self.snapper, self.viewport().setCursor
        board, shown, press, lift = surface.current, surface.glance, surface.press, self._lift
        desk = Desk(session, board, shown, overlay, snapper, lift, press, self.edit_text, point)
        self.pointer = Pointer(self.camera, desk, self._place, self)
        self.composing = Composing(self, session, self.scribe)
        self.nudges = Nudges(session, self.surface.current)
        _lay_bare(self)
        self.viewport().installEventFilter(self.pointer)
        self.installEventFilter(self.pointer.keys)
        # The last that watches is the first to be asked.
        self._hand = Hand(self.camera, desk, self.pointer, self)
        self.horizontalScrollBar().valueChanged.connect(self._moved)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.surface.stirred.connect(self._stir)
        session.map_changed.connect(self._show_map)
        session.drill.changed.connect(self._show_within)
        session.selection_changed.connect(self._show_selection)
        self.surface.paled.connect(self._show_pale)

    @property
    def board(self) -> Board:
        """What lies where on the map in view."""
        return self.surface.board

    # What actions ask for

    def look_at(self, place: Place) -> None:
        """Shows what was seen before from a place."""
        self.camera.look_at(*place)
        self._moved()

    def choose_tool(self, name: str) -> None:
        """Chooses what the pointer does: "select", "connect", "influence", or the name of a kind to place."""
        self.pointer.cancel()
        self.pointer.tool = name
        cursor = Qt.CursorShape.ArrowCursor if name == "select" else Qt.CursorShape.CrossCursor
        self.viewport().setCursor(cursor)
        self.tool_changed.emit(name)

    def place_at(self) -> Point:
        """Where a new node should appear: under the pointer where it is over the map, else in the middle."""
        seen, last = self.camera.visible, self.pointer.last
        if last is not None and self.underMouse() and seen.holds(*last):
            return last
        return seen.x, seen.y

    def new_node(self, kind_name: str) -> None:
        """Adds a node near the pointer, or after what was selected since that moved; begins its text."""
        at, after = self.place_at(), not self.pointer.is_fresh
        self._begin(add_near(self.session, self.board, kind_name, at, after=after))

    def back_out(self) -> bool:
        """Ends the gesture, leaves the tool, selects nothing or follows nobody; False for none of these."""
        if self.pointer.cancel():
            return True
        if self.pointer.tool != "select":
            self.choose_tool("select")
            return True
        had = bool(self.session.selection)
        self.session.select(())
        return had or self.session.spotlight.leave()

    def edit_text(self, record_id: str, typed: str | None = None) -> None:
        """Begins to write the text of a node or an arrow in place."""
        self.scribe.begin(record_id, typed)

    def mark_found(self, ids: tuple[str, ...]) -> None:
        """Marks what was looked for on the map in view."""
        self.overlay.found = frozenset(ids)
        self.viewport().update()

    # Within

    def _place(self, kind_name: str, point: Point) -> None:
        """Adds a node of a kind with its middle at a point and begins its text."""
        self._begin(add(self.session, kind_name, point))

    def _begin(self, key: str) -> None:
        if self.pointer.tool not in ("select", "connect", "influence"):
            self.choose_tool("select")
        self.session.select((key,))
        self.edit_text(key)

    def _lift(self, ids: frozenset[str]) -> None:
        self.overlay.lifted = ids
        self.surface.lift(ids)
        self.viewport().update()

    def _show_map(self) -> None:
        self._renew()
        self._look_again()

    def _show_within(self) -> None:
        self._renew()
        self.zoom.show_whole()

    def _renew(self) -> None:
        self.jumping.emit()
        self.pointer.cancel()
        self.scribe.finish()
        self.overlay.hovered = ""
        self.surface.renew()

    def _look_again(self) -> None:
        """Looks where somebody looked last on this map, at first at the whole of it."""
        place = self.session.places.get(self.session.map_id)
        if place is None:
            self.zoom.show_whole()
        else:
            self.look_at(place)

    def _show_selection(self) -> None:
        self.overlay.selected = self.session.selection
        self.pointer.is_fresh = self.pointer.is_fresh and self.pointer.is_busy
        if not self.pointer.is_busy and len(self.session.selection) == 1:
            box = _to_be_seen(self.board, self.camera, self.session.selection[0])
            if box is not None:
                if not self.camera.is_near(box):
                    self.jumping.emit()
                self.camera.reveal(box)
        self.viewport().update()

    def _show_pale(self) -> None:
        self.overlay.pale = self.surface.pale

    def _stir(self) -> None:
        self.scribe.place()
        self.viewport().update()

    def _moved(self) -> None:
        if self._size is not None and self.surface.shown.map_id == self.session.map_id:
            self.session.places[self.session.map_id] = self.camera.place
        self._stir()
        self.zoom_changed.emit(self.camera.scale)

    # Qt

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        ratio = self.viewport().devicePixelRatioF()
        origin = self.camera.view_point((0, 0)) * ratio
        painter.save()
        painter.resetTransform()
        painter.scale(1 / ratio, 1 / ratio)
        # At 125 or 150 % the map may begin between two pixels, and gaps would be seen between the tiles.
        begin = painter.deviceTransform().map(QPointF())
        painter.translate(round(begin.x()) - begin.x(), round(begin.y()) - begin.y())
        self.surface.tiles.show(painter, origin, self.camera.scale * ratio, self.camera.visible)
        painter.restore()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        scale, visible = self.camera.scale, self.camera.visible
        pixels = scale * self.viewport().devicePixelRatioF()
        paint_found(painter, self.surface.shown, self.overlay.found, visible, 1 / scale)
        paint_overlay(painter, self.surface.shown, self.overlay, visible, pixels, 1 / scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            before, self._size = self._size, event.size()
            self._look_again() if before is None else self.zoom.keep(self.camera.place_in(before))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.pointer.cancel():
            return  # a gesture can be ended by Escape, whatever keys people chose for their actions
        typed = begun_text(self.session, event)
        if typed is not None:
            self.edit_text(self.session.selection[0], typed or None)
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        # With one node selected, Tab belongs to branches. Else it leads on, so that nobody is caught here.
        if len(self.session.selection) == 1 and self.session.document.find(Node, self.session.selection[0]):
            return False
        self.left.emit(1 if forward else -1)
        return True


def _to_be_seen(board: Board, camera: Camera, key: str) -> Box | None:
    """Where something lies that is to be seen: of an arrow that is longer than the view, its middle."""
    box, strand = board.box_of(key), board.wiring.strands.get(key)
    if box is None or strand is None or camera.holds(box):
        return box
    return Box.around(*strand.route.along(0.5), 1, 1)


def _lay_bare(view: QGraphicsView) -> None:
    """Takes from a view what Qt would do by itself: bars, anchors, frames."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
    view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
    view.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
    view.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view.viewport().setMouseTracking(True)
