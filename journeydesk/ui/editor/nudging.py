"""Moving what is selected by keys, a little at a time."""

import time
from collections.abc import Callable

from journeydesk.kinds.branch import Branch
from journeydesk.model.change import Entry
from journeydesk.model.records import Node
from journeydesk.operations import branches, links, nodes
from journeydesk.operations.summaries import spanned
from journeydesk.render.board import Board
from journeydesk.render.enclosing import with_contents
from journeydesk.ui.editor.walking import Direction
from journeydesk.ui.session import Session

FAR, NEAR = 10.0, 1.0  # board units
MOMENT = 1.0  # seconds in which another nudge goes on from the last one


class Nudges:
    """Nudges of the same selection that follow each other within a moment are one step of the history."""

    def __init__(self, session: Session, board: Callable[[], Board]) -> None:
        self._session, self._board = session, board
        self._chosen: tuple[str, ...] = ()
        self._last: Entry | None = None
        self._at = 0.0

    def go(self, direction: Direction, by: float = FAR) -> None:
        """Moves what is selected; a single branch steps among its siblings, for its place follows theirs."""
        session = self._session
        chosen = [session.document.find(Node, key) for key in session.selection]
        if len(chosen) == 1 and isinstance(chosen[0], Branch) and chosen[0].parent_id:
            branches.step_among_siblings(session.document, chosen[0].id, direction[1])
            return
        whole = with_contents(self._board(), spanned(session.document, session.selection))
        amend = self._goes_on()
        self._last = nodes.move(session.document, whole, direction[0] * by, direction[1] * by, amend)

    def slide(self, by: float) -> None:
        """Moves the labels of the selected arrows along them, by a part of their length."""
        session, strands = self._session, self._board().wiring.strands
        parts: dict[str, float] = {}
        for key in session.selection:
            if (strand := strands.get(key)) is not None and strand.label_at is not None:
                chosen, here = strand.link.label_at, strand.route.nearest(strand.label_at)[0]
                parts[key] = round(min(1.0, max(0.0, (here if chosen is None else chosen) + by)), 3)
        self._last = links.put_labels(session.document, parts, self._goes_on())

    def _goes_on(self) -> Entry | None:
        """The last step, where this goes on with it; takes note of the time."""
        now, chosen = time.monotonic(), self._session.selection
        amend = self._last if chosen == self._chosen and now - self._at < MOMENT else None
        self._chosen, self._at = chosen, now
        return amend
