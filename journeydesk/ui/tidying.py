"""Tidies the map beside the window, shows what would become of it, and waits for a word."""

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent

from journeydesk.language import message
from journeydesk.layout.layered import StoppedError
from journeydesk.layout.pieces import Arrow, Block
from journeydesk.layout.tidying import Wishes, tidied
from journeydesk.model.document import Document
from journeydesk.model.records import Record
from journeydesk.operations.places import put_in_places
from journeydesk.picture.marks import Box
from journeydesk.render.board import Board
from journeydesk.render.tidying import arrows_of, blocks_of, chosen_of
from journeydesk.ui import background
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.notices import NoticeBar
from journeydesk.ui.session import Session
from journeydesk.ui.tidy_bar import TidyBar

SOON = 300  # milliseconds until it is said that work is under way
REFINING = 1.0  # seconds for leading arrows in the preview of a large map

CLICKS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.ContextMenu,
)


@dataclass(frozen=True, slots=True)
class Case:
    """What is to be tidied, as plain data: nothing of it changes while the work goes on."""

    records: tuple[Record, ...]
    map_id: str
    within: str
    blocks: tuple[Block, ...]
    arrows: tuple[Arrow, ...]
    fixed: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Where cards would come to lie, and the map as it would look."""

    boxes: Mapping[str, Box]
    board: Board


def case_of(session: Session, board: Board, ids: Collection[str]) -> Case:
    """The whole map, or only what is meant by these ids: then all the rest lies in the way."""
    blocks, fixed = blocks_of(board), []
    if ids:
        chosen = chosen_of(board, ids)
        meant = [block for block in blocks if block.key in chosen]
        others = [block.whole for block in blocks if block.key not in chosen]
        # A frame round what is chosen is no obstacle for it.
        fixed = [box for box in others if not any(_holds(box, block.card) for block in meant)]
        blocks = meant
    records, arrows = tuple(session.document), tuple(arrows_of(board))
    return Case(records, session.map_id, session.drill.within, tuple(blocks), arrows, tuple(fixed))


def _holds(outer: Box, inner: Box) -> bool:
    return outer.holds(inner.left, inner.top) and outer.holds(inner.right, inner.bottom)


def planned(case: Case, wishes: Wishes, halt: Event) -> Plan | None:
    """Does the work, in any thread; None where it is not wanted any more."""
    try:
        boxes = tidied(case.blocks, case.arrows, wishes, case.fixed, halt.is_set)
    except StoppedError:
        return None
    document = Document(case.records)
    put_in_places(document, boxes, message("Tidy"))
    board = Board(document, case.map_id, within=case.within)
    board.refine(REFINING)
    return Plan(boxes, board)


class Tidying(QObject):
    """From the command to "Keep" or "Refuse". The document is not touched before people say "Keep".

    `turned` tells that it has begun or ended.
    """

    turned = Signal()

    def __init__(self, session: Session, view: MapView, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._view, self._notices = session, view, notices
        self._case: Case | None = None
        self._plan: Plan | None = None
        self._halt = Event()
        self._seen = view.camera.place
        self.bar = TidyBar(view)
        self.bar.kept.connect(self.keep)
        self.bar.refused.connect(self.refuse)
        self.bar.wished.connect(self._work)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.bar.show_work)
        session.changed.connect(self.refuse)
        session.map_changed.connect(self.refuse)
        session.drill.changed.connect(self.refuse)
        session.finishing.connect(self.refuse)
        view.viewport().installEventFilter(self)

    @property
    def is_busy(self) -> bool:
        """Whether something is being tidied, or waits for a word."""
        return self._case is not None

    def begin(self, ids: Collection[str] = ()) -> None:
        """Tidies the whole map, or only these; all the rest stays then."""
        self.refuse()
        self._case = case_of(self._session, self._view.board, ids)
        self._seen = self._view.camera.place
        self.bar.renew()
        self.turned.emit()
        self._work()

    def keep(self) -> None:
        """Brings the cards to their places, as one step of the history."""
        plan, case = self._plan, self._case
        if plan is None or case is None:
            return
        self._end()
        self._view.surface.take_back()
        put_in_places(self._session.document, plan.boxes, message("Tidy"))

    def refuse(self) -> bool:
        """Ends without a trace; tells whether there was something to end."""
        if self._case is None:
            return False
        shown = self._plan is not None
        self._end()
        self._view.surface.take_back()
        if shown and self._session.map_id == self._view.board.map_id:
            self._view.look_at(self._seen)
        return True

    def _end(self) -> None:
        self._halt.set()
        self._soon.stop()
        self._case = self._plan = None
        self._view.overlay.moves = ()
        self.bar.leave()
        self.turned.emit()

    def _work(self) -> None:
        """Begins anew with what is wished now."""
        case = self._case
        if case is None:
            return
        self._halt.set()
        halt = self._halt = Event()
        wishes = self.bar.wishes
        self._soon.start()

        def done(plan: Plan | None) -> None:
            if plan is not None and halt is self._halt and not halt.is_set():
                self._show(case, plan)

        def failed(error: Exception) -> None:
            if halt is self._halt:
                self.refuse()
                logging.error("tidying failed", exc_info=error)
                self._notices.tell(message("This map could not be tidied. Nothing was changed."))

        background.start(lambda: planned(case, wishes, halt), done=done, failed=failed, owner=self)

    def _show(self, case: Case, plan: Plan) -> None:
        self._soon.stop()
        first = self._plan is None
        if not plan.boxes and first:
            self._end()
            self._notices.tell(message("Everything is tidy already."))
            return
        self._plan = plan
        cards = {block.key: block.card for block in case.blocks}
        self._view.overlay.moves = tuple((cards[key], box) for key, box in plan.boxes.items())
        self._view.surface.lend(plan.board)
        self._view.zoom.to_fit()
        self.bar.show_plan(len(plan.boxes))

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While people look, nothing on the map can be taken; moving the map itself goes on."""
        if self._plan is None or event.type() not in CLICKS:
            return False
        if isinstance(event, QMouseEvent):
            middle = Qt.MouseButton.MiddleButton
            return event.button() != middle and not event.buttons() & middle
        return True
