"""The board of the current map as it rests on the screen, kept in step with the session."""

import gc
import math

from PySide6.QtCore import QObject, QTimer, Signal

from journeydesk.model.change import Change
from journeydesk.model.veil import Guise, Veil
from journeydesk.picture.marks import Box
from journeydesk.render.backlog import Backlog, is_large
from journeydesk.render.board import Board
from journeydesk.render.qt import PALE
from journeydesk.ui.editor.carrying import Carried
from journeydesk.ui.editor.painting import Paleness
from journeydesk.ui.editor.tiles import Tiles
from journeydesk.ui.session import Session

SLICE = 0.008  # seconds of idle work at a time
AT_ONCE = 0.02  # seconds of following a large change before its first frame
SWEEP = 5_000  # milliseconds between two looks for garbage
REST = 2.0  # seconds without a frame in which a look may take its time
SELDOM = 100_000  # full collections of garbage by themselves, in as many smaller ones


class Surface(QObject):
    """Board and tiles. `stirred` asks for a new frame.

    `shown` is the board as it can be seen; of a large change, it follows what is out of view a little later.
    """

    stirred = Signal()
    paled = Signal()  # something else is pale or hidden

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._veil: Veil | None = None
        self._concealed: frozenset[str] = frozenset()
        self.shown = self._drawn()
        self._kept: Board | None = None  # the board of the map, while another is shown
        self._backlog: Backlog | None = None
        self.tiles = Tiles(self.shown, self)
        self.tiles.arrived.connect(self.stirred)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._go_on)
        # A full collection takes several frames' time, so it waits for a moment in which nothing moves.
        gc.set_threshold(*gc.get_threshold()[:2], SELDOM)
        self._sweep = QTimer(self, interval=SWEEP)
        self._sweep.timeout.connect(self._collect)
        self._sweep.start()
        self._wake()
        self._fade()
        session.changed.connect(self._follow)
        session.history_changed.connect(self._settle)
        session.faded_changed.connect(self._fade)
        session.chart_changed.connect(self.renew)

    @property
    def board(self) -> Board:
        """The board of the map in view, which has followed everything."""
        self._follow_on(math.inf)
        return self.shown

    def current(self) -> Board:
        """The same as a function."""
        return self.board

    def glance(self) -> Board:
        """The board as it can be seen, as a function."""
        return self.shown

    def lend(self, board: Board) -> None:
        """Shows another board for a while: what would become of the map. The next change ends it."""
        self._follow_on(math.inf)
        if self._kept is None:
            self._kept = self.shown
        self._show(board)

    def take_back(self) -> None:
        """Shows the map itself again."""
        if self._kept is not None:
            board, self._kept = self._kept, None
            self._show(board)

    def veil(self, guise: Guise | None) -> None:
        """Shows every record in a guise, as for an audience, or as it is; nothing in the document changes."""
        if self._veil is not None and guise is not None:
            self._take_in(self._veil.wear(guise))
            self._settle()
        elif (self._veil is None) != (guise is None):
            self._veil = Veil(self._session.document, guise) if guise is not None else None
            self.renew()

    def conceal(self, ids: frozenset[str]) -> None:
        """Leaves these nodes and arrows out of the picture; where all others lie does not change."""
        if ids != self._concealed:
            self._concealed = ids
            self._fade()

    @property
    def pale(self) -> Paleness:
        """The opacity of what is not shown in full."""
        return dict.fromkeys(self._session.faded, PALE) | dict.fromkeys(self._concealed, 0.0)

    def renew(self) -> None:
        """Shows the session's current map."""
        self._kept = self._backlog = None
        self._show(self._drawn())

    def _show(self, board: Board) -> None:
        self.shown = board
        self.tiles.renew(board)
        self._wake()

    def _drawn(self) -> Board:
        """The session's current map."""
        session = self._session
        within, incognita = session.drill.within, session.incognita
        document = self._veil.document if self._veil is not None else session.document
        return Board(document, session.map_id, within=within, incognita=incognita, remarks=True)

    def lift(self, ids: frozenset[str]) -> None:
        """Takes what is being dragged out of the resting picture; nothing puts it back."""
        self.tiles.lift(ids)
        self._wake()

    def press(self, carried: Carried) -> None:
        """Leaves what was carried in the resting picture, until it is painted anew."""
        self.tiles.retouch(carried.press)

    def _follow(self, change: Change) -> None:
        self._take_in(self._veil.follow(change) if self._veil is not None else change)

    def _take_in(self, change: Change) -> None:
        self.take_back()
        self._follow_on(math.inf)
        look = self.shown.look
        if is_large(change, self.shown.map_id):
            self._backlog = Backlog(self.shown, change, self.tiles.visible)
            self._follow_on(AT_ONCE)
            self._wake()
        else:
            self._spoil(self.shown.refresh(change, draft=self._session.document.open_edit is not None))
        if self.shown.look is not look:  # another theme: the ground between the cards is another one too
            self.tiles.renew(self.shown)
        self.stirred.emit()

    def _follow_on(self, seconds: float) -> None:
        """Follows what is left of a large change, and settles where that was all."""
        if (backlog := self._backlog) is None:
            return
        self._spoil(backlog.follow(seconds))
        if backlog.is_done:
            self._backlog = None
            if self._session.document.open_edit is None:
                self._spoil(self.shown.settle())

    def _spoil(self, stale: list[Box]) -> None:
        if not self.tiles.lifted:
            self.tiles.spoil(stale)

    def _fade(self) -> None:
        self.tiles.fade(self.pale)
        self.paled.emit()
        self.stirred.emit()

    def _settle(self) -> None:
        self.take_back()
        if self._backlog is None:
            self.tiles.spoil(self.shown.settle())
        self._wake()

    @property
    def _is_behind(self) -> bool:
        """Whether there is something to be done in idle moments."""
        return self._backlog is not None or not (self.shown.is_refined or self.tiles.lifted)

    def _wake(self) -> None:
        if self._is_behind:
            self._idle.start()
        self.stirred.emit()

    def _collect(self) -> None:
        if self.tiles.seconds_at_rest > REST:
            gc.collect()

    def _go_on(self) -> None:
        """Uses idle moments to follow large changes to their end, and to lead arrows round cards."""
        if not self._is_behind:
            self._idle.stop()
            return
        if self._backlog is not None:
            self._follow_on(SLICE)
        else:
            self.tiles.spoil(self.shown.refine(SLICE))
        self.stirred.emit()
