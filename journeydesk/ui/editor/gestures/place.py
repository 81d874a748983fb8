"""Carrying a new node from the palette to its place."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_named, kind_of
from journeydesk.kinds.frame import Frame
from journeydesk.language import say
from journeydesk.operations import branches
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.ui.editor.gestures.desk import Desk


class PlaceGesture:
    """Shows where the node would lie; a branch over a card would hang there. Off the map it is let go.

    `is_seen` says whether a point is in view, and `place` adds the node.
    """

    def __init__(
        self, desk: Desk, kind: str, is_seen: Callable[[Point], bool], place: Callable[[str, Point], None]
    ) -> None:
        self._desk, self._kind, self._is_seen, self._place = desk, kind, is_seen, place
        node = kind_named(kind).record(id="")
        self._hangs = isinstance(node, Branch)
        self._size = kind_of(node).size(node, desk.board().look)

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        overlay, seen = self._desk.overlay, self._is_seen(point)
        overlay.hovered = ""
        overlay.place = Box.around(*point, *self._size) if seen else None
        overlay.target = self._parent_at(point) if seen and self._hangs else ""
        if not seen:
            self._desk.tell(say("Carry it onto the map; Esc cancels"), Qt.CursorShape.ForbiddenCursor)
        elif overlay.target:
            self._desk.tell(
                say("Release to hang the branch here; Esc cancels"), Qt.CursorShape.DragCopyCursor
            )
        else:
            self._desk.tell(say("Release to place it here; Esc cancels"), Qt.CursorShape.DragCopyCursor)

    def _parent_at(self, point: Point) -> str:
        node = self._desk.node_at(point)
        return node.id if node is not None and not isinstance(node, Frame) else ""

    def finish(self, point: Point) -> None:
        target, seen = self._desk.overlay.target, self._is_seen(point)
        self.cancel()
        if target:
            branch = branches.add_child(self._desk.session.document, target)
            self._desk.session.select((branch.id,))
            self._desk.write(branch.id)
        elif seen:
            self._place(self._kind, point)

    def cancel(self) -> None:
        self._desk.overlay.place, self._desk.overlay.target = None, ""
        self._desk.hint("")
