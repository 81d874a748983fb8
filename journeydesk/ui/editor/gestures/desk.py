"""What gestures work on, and what all of them have in common.

Points are board units. While it lasts, a gesture shows on the overlay what it will do, and says it in the
status bar.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt

from journeydesk.kinds.frame import Frame
from journeydesk.language import Message, say
from journeydesk.model.records import Node
from journeydesk.picture.shapes import Point
from journeydesk.render.board import Board
from journeydesk.render.pointing import pointed_at
from journeydesk.ui.editor.carrying import Carried
from journeydesk.ui.editor.overlay import Overlay
from journeydesk.ui.editor.snapper import Snapper
from journeydesk.ui.session import Session


@dataclass(frozen=True, slots=True)
class Desk:
    """What gestures work on.

    `lift` takes what moves out of the picture at rest, `press` leaves there what was carried until that
    is painted anew, `write` starts a text, `point` shapes the pointer. `shown` is the board as it can be
    seen, where nothing need wait for what is out of view.
    """

    session: Session
    board: Callable[[], Board]
    shown: Callable[[], Board]
    overlay: Overlay
    snapper: Snapper
    lift: Callable[[frozenset[str]], None]
    press: Callable[[Carried], None]
    write: Callable[[str], None]
    point: Callable[[Qt.CursorShape], None]

    def hint(self, text: Message | str) -> None:
        """Says something in the status bar."""
        self.session.hint_changed.emit(say(text))

    def tell(self, text: Message | str, cursor: Qt.CursorShape) -> None:
        """Says what a release would do and which keys change it; the pointer shows it too."""
        self.hint(text)
        self.point(cursor)

    def node_at(self, point: Point) -> Node | None:
        """The node under a point."""
        found = pointed_at(self.board(), *point)
        return found if isinstance(found, Node) else None

    def frame_around(self, point: Point) -> Node | None:
        """The selected frame on whose empty paper a point lies: there it can be taken, as by its rim."""
        board = self.board()
        if pointed_at(board, *point) is not None:
            return None
        chosen = (board.placed.get(key) for key in self.session.selection)
        frames = (placed for placed in chosen if placed is not None and isinstance(placed.node, Frame))
        return next((placed.node for placed in frames if placed.box.holds(*point)), None)


class Gesture(Protocol):
    """From a press to a release."""

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None: ...
    def finish(self, point: Point) -> None: ...
    def cancel(self) -> None: ...
