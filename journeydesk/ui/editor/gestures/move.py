"""Moving what is selected."""

from PySide6.QtCore import Qt

from journeydesk.kinds.frame import Frame
from journeydesk.language import message
from journeydesk.model.document import Edit
from journeydesk.model.queries import descendants, links_at
from journeydesk.operations import nodes
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.ui.editor.gestures.desk import Desk


class MoveGesture:
    """Moves what is selected; frames take along what lies in them."""

    def __init__(self, desk: Desk, start: Point) -> None:
        self._desk, self._start = desk, start
        document = desk.session.document
        self._nodes = nodes.moving(document, self._with_contents(desk.session.selection))
        self._edit: Edit | None = None
        self._families = frozenset(
            key
            for node in self._nodes
            for key in (node.id, *(below.id for below in descendants(document, node.id)))
        )

    def _with_contents(self, ids: tuple[str, ...]) -> list[str]:
        board = self._desk.board()
        found = dict.fromkeys(ids)
        for key in ids:
            placed = board.placed.get(key)
            if placed is None or not isinstance(placed.node, Frame):
                continue
            frame = placed.box
            for entry in board.within(frame):
                inner = board.placed.get(entry.record_id)
                if inner is not None and inner.node.id == inner.root_id and _holds(frame, inner.box):
                    found[entry.record_id] = None
        return list(found)

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        if not self._nodes:
            self._desk.hint(message("This is locked in place."))
            return
        if self._edit is None:
            self._edit = self._desk.session.document.begin(nodes.move_label(len(self._nodes)))
            document = self._desk.session.document
            arrows = (link.id for key in self._families for link in links_at(document, key))
            self._desk.lift(self._families | frozenset(arrows))
        dx, dy = point[0] - self._start[0], point[1] - self._start[1]
        nodes.shift(self._edit, self._nodes, round(dx), round(dy))

    def finish(self, point: Point) -> None:
        if self._edit is not None and self._edit.is_open:
            self._edit.commit()
        self._desk.lift(frozenset())

    def cancel(self) -> None:
        if self._edit is not None and self._edit.is_open:
            self._edit.cancel()
        self._desk.lift(frozenset())


def _holds(outer: Box, inner: Box) -> bool:
    return outer.holds(inner.left, inner.top) and outer.holds(inner.right, inner.bottom)
