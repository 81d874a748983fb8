"""Dragging a corner of a card."""

from PySide6.QtCore import Qt

from journeydesk.language import message
from journeydesk.model.records import Node
from journeydesk.operations import nodes
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.ui.editor.gestures.desk import Desk


class ResizeGesture:
    """Drags a corner of a card."""

    def __init__(self, desk: Desk, node: Node, box: Box, corner: tuple[int, int]) -> None:
        self._desk, self._node, self._box, self._corner = desk, node, box, corner
        self._edit = desk.session.document.begin(message("Resize"))

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        if not self._edit.is_open:
            return
        box, (across, down) = self._box, self._corner
        left = min(point[0], box.right - 60) if across < 0 else box.left
        right = max(point[0], box.left + 60) if across > 0 else box.right
        top = min(point[1], box.bottom - 30) if down < 0 else box.top
        bottom = max(point[1], box.top + 30) if down > 0 else box.bottom
        width, height = round(right - left), round(bottom - top)
        nodes.resize(self._edit, self._node, width, height, (left + right) / 2, (top + bottom) / 2)

    def finish(self, point: Point) -> None:
        if self._edit.is_open:
            self._edit.commit()

    def cancel(self) -> None:
        if self._edit.is_open:
            self._edit.cancel()
