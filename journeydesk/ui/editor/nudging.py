"""Moving what is selected by keys, a little at a time."""

import time
from collections.abc import Callable, Sequence

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.kind import Growth
from journeydesk.model.change import Entry
from journeydesk.model.document import Document
from journeydesk.model.records import Node
from journeydesk.operations import links, nodes, outlining
from journeydesk.operations.summaries import spanned
from journeydesk.render.board import Board
from journeydesk.render.enclosing import with_contents
from journeydesk.ui.editor.walking import Direction, on_same_side
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
        """Moves what is selected; branches step among their siblings or change their level."""
        session = self._session
        if self._step(direction):
            return
        whole = with_contents(self._board(), spanned(session.document, session.selection))
        amend = self._goes_on()
        self._last = nodes.move(session.document, whole, direction[0] * by, direction[1] * by, amend)

    def _step(self, direction: Direction) -> bool:
        """Moves branches within their tree, for their places follow from that; False for anything else.

        Away from the root they hang under the sibling before; towards it, beside what they hang on, and from
        a root with two sides over to the other one.
        """
        session, placed, (across, down) = self._session, self._board().placed, direction
        document, ids = session.document, session.selection
        chosen = [document.find(Branch, key) for key in ids]
        if not chosen or any(node is None or not node.parent_id for node in chosen):
            return False
        side = placed[ids[0]].setting.side if ids[0] in placed else 1
        near = on_same_side(document, self._board(), ids[0])
        if not across:
            outlining.step(document, ids, down, near)
        elif across == side:
            outlining.indent(document, ids, near)
        elif not outlining.outdent(document, ids):
            _cross(document, ids, "left" if across < 0 else "right")
        return True

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


def _cross(document: Document, ids: Sequence[str], side: str) -> None:
    """Hangs main branches on the other side of a root that has two."""
    found = outlining.topmost(document, ids)
    parents = {branch.parent_id for branch in found}
    parent = document.find(Node, parents.pop()) if len(parents) == 1 else None
    if parent is not None and not parent.parent_id and kind_of(parent).growth is Growth.SIDES:
        outlining.hang_all(document, ids, parent.id, side=side)
