"""Drawing an arrow, and growing a connected node."""

from dataclasses import replace

from PySide6.QtCore import Qt

from journeydesk.kinds.catalogue import kind_of
from journeydesk.language import say
from journeydesk.model.records import Link, Node
from journeydesk.operations import links
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.ui.editor.gestures.desk import Desk
from journeydesk.ui.editor.growing import arrow_from, follower

DRAWING = Qt.CursorShape.CrossCursor


class ConnectGesture:
    """Draws an arrow from a card: to another card, or to empty paper, where a connected node grows."""

    def __init__(
        self, desk: Desk, source: Node, start: Point, record_class: type[Link] | None = None
    ) -> None:
        self._desk, self._source, self._start = desk, source, start
        self._class = record_class or arrow_from(source)
        self._has_left = False

    @property
    def leads(self) -> bool:
        """Whether a release would draw an arrow now, or has left the first card."""
        return self._has_left or bool(self._desk.overlay.target)

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        desk = self._desk
        over = desk.node_at(point)
        box = desk.board().placed[self._source.id].box
        self._has_left = self._has_left or not box.grown(30).holds(*point)
        target = over if over is not None and (over.id != self._source.id or self._has_left) else None
        desk.overlay.arrow = (self._start, point)
        desk.overlay.target = target.id if target else ""
        desk.snapper.clear()
        off = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        desk.overlay.place = None if over else self._new_box(point, off)
        if target is not None:
            desk.tell(say("Release to connect; Esc cancels"), DRAWING)
        elif desk.overlay.place is not None:
            desk.tell(
                say("Release to add a connected node here, Alt or Space suspends snapping; Esc cancels"),
                DRAWING,
            )
        else:
            desk.tell(
                say("Drag to another card to connect, or into the open for a new one; Esc cancels"), DRAWING
            )

    def _new_box(self, point: Point, off: bool) -> Box | None:
        """Where a node would grow at a point, in line with what is near."""
        board = self._desk.board()
        node = follower(self._desk.session.document, self._source, *point)
        if node is None or board.placed[self._source.id].box.grown(30).holds(*point):
            return None
        box = Box.around(node.x, node.y, *kind_of(node).size(node, board.look))
        snap = self._desk.snapper.fit(box, (), off=off)
        return box.moved(snap.dx or 0.0, snap.dy or 0.0)

    def finish(self, point: Point) -> None:
        desk, document = self._desk, self._desk.session.document
        target, place = desk.overlay.target, desk.overlay.place
        travellers = desk.session.spotlight.travellers
        self.cancel()
        if target:
            link = links.connect(document, self._source.id, target, self._class, travellers)
            desk.session.select((link.id,))
        elif place is not None and (node := follower(document, self._source, *point)) is not None:
            grown = replace(node, x=place.x, y=place.y)
            links.add_connected(document, self._source.id, grown, self._class, travellers)
            desk.session.select((node.id,))
            desk.write(node.id)

    def cancel(self) -> None:
        overlay = self._desk.overlay
        overlay.arrow, overlay.place, overlay.target = None, None, ""
        self._desk.hint("")
