"""What comes in from other programs and from our own: it becomes part of the map, at a good place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal

from journeydesk.importers.files import excerpt_of_file
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.image import ImageNode
from journeydesk.kinds.kind import Look
from journeydesk.language import Message, Problem, counted, message, say
from journeydesk.model.records import Node
from journeydesk.operations import images
from journeydesk.operations.excerpt import Excerpt, with_cards
from journeydesk.operations.nodes import STEP
from journeydesk.operations.pasting import paste
from journeydesk.operations.remarks import hang_remarks
from journeydesk.picture.marks import Box, union
from journeydesk.picture.shapes import Point
from journeydesk.render.spread import families, spread
from journeydesk.ui import background
from journeydesk.ui.clipboard import offered
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.editor.growing import free_spot
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.incoming import Incoming, read
from journeydesk.ui.loading import Loaded, load, load_picture
from journeydesk.ui.notices import NoticeBar
from journeydesk.ui.panels.records_list import KIND, RECORD, text_of
from journeydesk.ui.session import Session
from journeydesk.ui.workshop.placing import place_remarks

NOTHING = message("There is nothing on the clipboard that can be pasted here.")
PICTURE = (240.0, 180.0)  # about the size of a picture on the map, to find a place for it
MOST_MEASURED = 1000  # nodes
RETRY = 100  # milliseconds


@dataclass(frozen=True, slots=True)
class Goal:
    """Where things go: a map, the node on which branches hang or that takes a picture, and a point.

    Without a point it is near the pointer, or in the middle of what is seen.
    """

    map_id: str
    node_id: str = ""
    point: Point | None = None
    is_dropped: bool = False


def _step(what: Message, goal: Goal) -> Message:
    """What this is called in the history."""
    return message("Add {what}", what=what) if goal.is_dropped else message("Paste {what}", what=what)


def _region(taken: Excerpt, look: Look) -> Box:
    """Where it lies: with its branches, or, where there is very much of it, its nodes' middles alone."""
    if len(taken.nodes) <= MOST_MEASURED:
        boxes = list(families(taken.records, look).values())
    else:
        boxes = [Box(node.x, node.y, node.x, node.y) for node in taken.tops]
    return union(boxes) or Box(0, 0, 0, 0)


class Intake(QObject):
    """Pastes and drops. `project_wanted` carries the path of a journey that somebody wants to open."""

    project_wanted = Signal(object)

    def __init__(
        self, session: Session, view: MapView, notices: NoticeBar, dialogs: Dialogs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._view, self._notices, self._dialogs = session, view, notices, dialogs
        self._last: tuple[bytes, Point] | None = None
        self._start: Point = (0.0, 0.0)
        self._again = 0

    def paste(self, pointed: Point | None = None, *, as_branches: bool = False) -> None:
        """Pastes what is on the clipboard; what cannot be read is said in one sentence."""
        selection = self._session.selection
        goal = Goal(self._session.map_id, selection[-1] if selection else "", pointed)
        self._take(offered(), goal, as_branches=as_branches)

    def drop(self, mime: QMimeData, point: Point, node_id: str) -> None:
        """Takes what is let go over a point of the map and the node that lies there ("" for none)."""
        if mime.hasFormat(KIND):
            self._put_remarks(text_of(mime, RECORD).split("\n"), text_of(mime, KIND), point, node_id)
            return
        self._take(mime, Goal(self._session.map_id, node_id, point, is_dropped=True))

    def _put_remarks(self, ids: Sequence[str], kind: str, point: Point, node_id: str) -> None:
        """Makes what was parked branches of the node on which it is let go, else nodes of a kind."""
        if node_id:
            hang_remarks(self._session.document, ids, node_id)
        elif made := place_remarks(self._view, ids, kind, point):
            self._show(made)

    def _take(self, mime: QMimeData, goal: Goal, *, as_branches: bool = False) -> None:
        parent = self._session.document.find(Node, goal.node_id)
        topic = parent.topic if isinstance(parent, Branch) else "idea"
        try:
            found = read(mime, as_branches=as_branches, topic=topic)
            if found is None:
                raise Problem(NOTHING)
            self._receive(found, goal)
        except Problem as problem:
            self._notices.tell(problem.told)

    def _receive(self, found: Incoming, goal: Goal) -> None:
        if found.notice is not None:
            self._notices.tell(found.notice)
        if found.taken is not None:
            self._put(with_cards(found.taken), goal, found.sign, is_loose=found.is_loose)
            return
        work = partial(load, found.files) if found.files else partial(load_picture, found.picture)
        aimed = goal if goal.point else replace(goal, point=self._aim(Box.around(0, 0, *PICTURE), b"", None))
        background.start(work, done=partial(self._finish, aimed), failed=self._fail, owner=self)

    # Nodes

    def _put(self, taken: Excerpt, goal: Goal, sign: bytes, *, is_loose: bool) -> None:
        """Hangs branches on a node; puts everything else on the map. Selects what was pasted."""
        document = self._session.document
        told = _step(counted("1 node", "{n} nodes", len(taken.chosen)), goal)
        if taken.may_hang and document.find(Node, goal.node_id) is not None:
            made = paste(document, goal.map_id, taken, parent_id=goal.node_id, label=told)
        else:
            look = self._view.board.look
            if is_loose:
                taken = replace(taken, records=spread(taken.records, look, down=taken.may_hang))
            box = _region(taken, look)
            x, y = self._aim(box, sign, goal.point)
            made = paste(document, goal.map_id, taken, dx=x - box.x, dy=y - box.y, label=told)
        self._show(made)

    def _show(self, made: Sequence[str]) -> None:
        """Selects what came in, and brings it into view."""
        self._session.select(made)
        boxes = [box for key in self._session.selection if (box := self._view.board.box_of(key)) is not None]
        if (whole := union(boxes)) is not None:
            self._view.camera.reveal(whole)

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

    # Files and pictures

    def _finish(self, goal: Goal, loaded: Loaded) -> None:
        """Puts what was read beside the window on the map, once nothing else is being changed."""
        if self._session.document.open_edit is not None:
            QTimer.singleShot(RETRY, self, partial(self._finish, goal, loaded))
            return
        for told in loaded.troubles:
            self._notices.tell(told)
        if loaded.pictures:
            self._put_pictures(loaded, goal)
        for ending, text in loaded.texts:
            self._try(partial(self._put_text, ending, text, goal))
        for path in loaded.projects[:1]:
            question = message("Open “{name}”?", name=path.name)
            details = message("It opens in a window of its own where this project is in use.")
            if self._dialogs.ask_sure(question, details, say("Open")):
                self.project_wanted.emit(path)

    def _put_pictures(self, loaded: Loaded, goal: Goal) -> None:
        document, pictures = self._session.document, loaded.pictures
        # A picture that is pasted fills an image that has none; one that is dropped may become a photo.
        taker = goal.node_id if goal.is_dropped or document.find(ImageNode, goal.node_id) else ""
        told = _step(counted("1 picture", "{n} pictures", len(pictures)), goal)
        if len(pictures) == 1 and images.takes_picture(document, taker):
            images.give_picture(document, taker, pictures[0], told)
            self._show((taker,))
        else:
            place = goal.point or (0.0, 0.0)
            self._show(images.place_pictures(document, goal.map_id, pictures, *place, told))

    def _put_text(self, ending: str, text: str, goal: Goal) -> None:
        hung = self._session.document.find(Node, goal.node_id) is not None
        taken = excerpt_of_file(ending, text, hung=hung)
        if taken.nodes:
            self._put(taken, goal, text.encode("utf-8", "replace"), is_loose=True)

    def _try(self, what: Callable[[], None]) -> None:
        try:
            what()
        except Problem as problem:
            self._notices.tell(problem.told)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        self._notices.tell(error.told)
