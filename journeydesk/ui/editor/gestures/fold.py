"""Folding or unfolding by a click."""

from PySide6.QtCore import Qt

from journeydesk.language import say
from journeydesk.operations import folding
from journeydesk.picture.shapes import Point
from journeydesk.ui.editor.gestures.desk import Desk


class FoldGesture:
    """A press on the disc or the number of a node, which counts when it is released."""

    def __init__(self, desk: Desk, key: str) -> None:
        self._desk, self._key = desk, key

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        """A hand that trembles still means a click."""
        self._desk.tell(say("Release to fold or unfold; Esc cancels"), Qt.CursorShape.PointingHandCursor)

    def finish(self, point: Point) -> None:
        folding.toggle_folded(self._desk.session.document, (self._key,))

    def cancel(self) -> None:
        """Nothing has happened yet."""
        self._desk.hint("")
