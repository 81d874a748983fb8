"""Folding or unfolding by a click."""

from PySide6.QtCore import Qt

from journeydesk.operations import folding
from journeydesk.picture.shapes import Point
from journeydesk.ui.editor.gestures.desk import Desk


class FoldGesture:
    """A press on the disc or the number of a node, which counts when it is released."""

    def __init__(self, desk: Desk, key: str) -> None:
        self._desk, self._key = desk, key

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        """A hand that trembles still means a click."""

    def finish(self, point: Point) -> None:
        folding.toggle_folded(self._desk.session.document, (self._key,))

    def cancel(self) -> None:
        """Nothing has happened yet."""
