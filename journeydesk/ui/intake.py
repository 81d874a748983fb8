"""What comes in from the clipboard: our own format, pictures, files, tables and text."""

import hashlib

from PySide6.QtCore import QMimeData, QObject

from journeydesk.kinds.catalogue import kind_of
from journeydesk.language import Message, Problem, message
from journeydesk.model.records import Node
from journeydesk.operations.excerpt import Excerpt, from_json
from journeydesk.operations.nodes import STEP
from journeydesk.operations.pasting import paste
from journeydesk.picture.marks import Box, union
from journeydesk.picture.shapes import Point
from journeydesk.ui.clipboard import OURS, offered
from journeydesk.ui.editor.growing import free_spot
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.notices import NoticeBar
from journeydesk.ui.session import Session

NOTHING = message("There is nothing on the clipboard that can be pasted here.")


class Intake(QObject):
    """Pastes where the map was pointed at, else near the pointer, else in the middle of what is seen."""

    def __init__(self, session: Session, view: MapView, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._view, self._notices = session, view, notices
        self._last: tuple[bytes, Point] | None = None
        self._start: Point = (0.0, 0.0)
        self._again = 0

    def paste(self, pointed: Point | None = None) -> None:
        """Pastes what is on the clipboard; what cannot be read is said in one sentence."""
        try:
            self._take(offered(), pointed)
        except Problem as problem:
            self.tell(problem.told)

    def tell(self, told: Message | str) -> None:
        """Says something over the map."""
        self._notices.tell(told)

    def _take(self, mime: QMimeData, pointed: Point | None) -> None:
        if not mime.hasFormat(OURS):
            raise Problem(NOTHING)
        data = bytes(mime.data(OURS).data())
        taken, notice = from_json(data)
        if notice is not None:
            self.tell(notice)
        self._place(taken, hashlib.sha256(data).digest(), pointed)

    def _place(self, taken: Excerpt, sign: bytes, pointed: Point | None) -> None:
        """Hangs branches on what is selected; puts everything else on the map. Selects what was pasted."""
        session = self._session
        parent = session.document.find(Node, session.selection[-1]) if session.selection else None
        if parent is not None and taken.may_hang:
            made = paste(session.document, session.map_id, taken, parent_id=parent.id)
        else:
            box = self._box(taken)
            x, y = self._aim(box, sign, pointed)
            made = paste(session.document, session.map_id, taken, dx=x - box.x, dy=y - box.y)
        session.select(made)

    def _box(self, taken: Excerpt) -> Box:
        """The region that cards take up; it serves to find a place, so branches do not count."""
        look = self._view.board.look
        boxes = (Box.around(node.x, node.y, *kind_of(node).size(node, look)) for node in taken.tops)
        return union(boxes) or Box(0, 0, 0, 0)

    def _aim(self, box: Box, sign: bytes, pointed: Point | None) -> Point:
        """Where the middle goes; what is pasted again and again at one place goes on in steps."""
        at = pointed or self._view.place_at()
        if self._last == (sign, at):
            self._again += 1
        else:
            self._last, self._again, self._start = (sign, at), 0, at
            seen = self._view.camera.visible
            if pointed is None and at == (seen.x, seen.y):
                self._start = free_spot(self._view.board, box.width, box.height, *at)
        return round(self._start[0] + self._again * STEP), round(self._start[1] + self._again * STEP)
