"""What a handle under the pointer does."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from journeydesk.picture.shapes import Point
from journeydesk.ui.editor.gestures.desk import Gesture


@dataclass(frozen=True, slots=True)
class Grip:
    """A handle under the pointer: the gesture that a press there begins, and what is said of it before.

    `twice` is what a double-click there does, where that is something of its own.
    """

    begin: Callable[[Point], Gesture]
    cursor: Qt.CursorShape
    hint: str
    twice: Callable[[], None] | None = None
