"""What comes in from other programs and from our own: it becomes part of the map, at a good place."""

from dataclasses import replace

from PySide6.QtCore import QMimeData, QObject

from journeydesk.kinds.branch import Branch
from journeydesk.language import Message, Problem, message
from journeydesk.model.records import Node
from journeydesk.operations.nodes import STEP
from journeydesk.operations.pasting import paste
from journeydesk.picture.marks import Box, union
from journeydesk.picture.shapes import Point
from journeydesk.render.spread import families, spread
from journeydesk.ui.clipboard import offered
from journeydesk.ui.editor.growing import free_spot
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.incoming import Incoming, read
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

    def paste(self, pointed: Point | None = None, *, as_branches: bool = False) -> None:
        """Pastes what is on the clipboard; what cannot be read is said in one sentence."""
        selection = self._session.selection
        parent = self._session.document.find(Node, selection[-1]) if selection else None
        self._take(offered(), parent, pointed, as_branches=as_branches)

    def _take(
        self, mime: QMimeData, parent: Node | None, pointed: Point | None, *, as_branches: bool = False
    ) -> None:
        topic = parent.topic if isinstance(parent, Branch) else "idea"
        try:
            found = read(mime, as_branches=as_branches, topic=topic)
            if found is None:
                raise Problem(NOTHING)
            self._place(found, parent, pointed)
        except Problem as problem:
            self._tell(problem.told)

    def _tell(self, told: Message | str) -> None:
        self._notices.tell(told)

    def _place(self, found: Incoming, parent: Node | None, pointed: Point | None) -> None:
        """Hangs branches on a parent; puts everything else on the map. Selects what was pasted."""
        session, taken = self._session, found.taken
        if found.notice is not None:
            self._tell(found.notice)
        if taken is None:
            return
        if parent is not None and taken.may_hang:
            made = paste(session.document, session.map_id, taken, parent_id=parent.id)
        else:
            look = self._view.board.look
            if found.is_loose:
                taken = replace(taken, records=spread(taken.records, look, down=taken.may_hang))
            box = union(families(taken.records, look).values()) or Box(0, 0, 0, 0)
            x, y = self._aim(box, found.sign, pointed)
            made = paste(session.document, session.map_id, taken, dx=x - box.x, dy=y - box.y)
        session.select(made)

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
