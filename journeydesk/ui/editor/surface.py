"""The board of the current map as it rests on the screen, kept in step with the session."""

import gc

from PySide6.QtCore import QObject, QTimer, Signal

from journeydesk.model.change import Change
from journeydesk.render.board import Board
from journeydesk.ui.editor.carrying import Carried
from journeydesk.ui.editor.tiles import Tiles
from journeydesk.ui.session import Session

SLICE = 0.008  # seconds of idle work at a time
SWEEP = 5_000  # milliseconds between two looks for garbage
REST = 2.0  # seconds without a frame in which a look may take its time
SELDOM = 100_000  # full collections of garbage by themselves, in as many smaller ones


class Surface(QObject):
    """Board and tiles. `stirred` asks for a new frame."""

    stirred = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.board = Board(session.document, session.map_id, within=session.drill.within)
        self._kept: Board | None = None  # the board of the map, while another is shown
        self.tiles = Tiles(self.board, self)
        self.tiles.arrived.connect(self.stirred)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._refine)
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

    def current(self) -> Board:
        """The board of the map in view."""
        return self.board

    def lend(self, board: Board) -> None:
        """Shows another board for a while: what would become of the map. The next change ends it."""
        if self._kept is None:
            self._kept = self.board
        self.board = board
        self.tiles.renew(board)
        self._wake()

    def take_back(self) -> None:
        """Shows the map itself again."""
        if self._kept is not None:
            self.board, self._kept = self._kept, None
            self.tiles.renew(self.board)
            self._wake()

    def renew(self) -> None:
        """Shows the session's current map."""
        self._kept = None
        within = self._session.drill.within
        self.board = Board(self._session.document, self._session.map_id, within=within)
        self.tiles.renew(self.board)
        self._wake()

    def lift(self, ids: frozenset[str]) -> None:
        """Takes what is being dragged out of the resting picture; nothing puts it back."""
        self.tiles.lift(ids)
        self._wake()

    def press(self, carried: Carried) -> None:
        """Leaves what was carried in the resting picture, until it is painted anew."""
        self.tiles.retouch(carried.press)

    def _follow(self, change: Change) -> None:
        self.take_back()
        look = self.board.look
        stale = self.board.refresh(change, draft=self._session.document.open_edit is not None)
        if self.board.look is not look:  # another theme: the ground between the cards is another one too
            self.tiles.renew(self.board)
        elif not self.tiles.lifted:
            self.tiles.spoil(stale)
        self.stirred.emit()

    def _fade(self) -> None:
        self.tiles.fade(self._session.faded)
        self.stirred.emit()

    def _settle(self) -> None:
        self.take_back()
        self.tiles.spoil(self.board.settle())
        self._wake()

    def _wake(self) -> None:
        if not self.board.is_refined and not self.tiles.lifted:
            self._idle.start()
        self.stirred.emit()

    def _collect(self) -> None:
        if self.tiles.seconds_at_rest > REST:
            gc.collect()

    def _refine(self) -> None:
        """Uses idle moments to lead arrows round cards on large maps."""
        if self.board.is_refined or self.tiles.lifted:
            self._idle.stop()
            return
        self.tiles.spoil(self.board.refine(SLICE))
        self.stirred.emit()
