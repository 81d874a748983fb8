"""Dragging a branch to another place."""

from PySide6.QtCore import Qt

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.kind import Growth
from journeydesk.language import say
from journeydesk.model.queries import children, descendants
from journeydesk.model.records import Node
from journeydesk.operations import branches
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Cubic, Point
from journeydesk.ui.editor.gestures.desk import Desk

LIST_INDENT = 18.0  # where the list below a card begins, in board units


class HangGesture:
    """Drags a branch to another parent, another place among its siblings, or off to stand by itself."""

    def __init__(self, desk: Desk, node: Branch, start: Point) -> None:
        self._desk, self._node, self._start = desk, node, start
        family = tuple(below.id for below in descendants(desk.session.document, node.id))
        self._family = (node.id, *(key for key in family if key in desk.board().placed))
        self._plan: tuple[str, int | None, str] | None = None

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        overlay = self._desk.overlay
        overlay.ghost = self._family
        overlay.ghost_shift = (point[0] - self._start[0], point[1] - self._start[1])
        self._plan = self._planned(point)
        overlay.target, overlay.limb = "", None
        if self._plan is None:
            self._desk.hint(say("Release to let the branch stand by itself; Esc cancels"))
            return
        parent = self._desk.board().placed[self._plan[0]].box
        ghost = self._desk.board().placed[self._node.id].box.moved(*overlay.ghost_shift)
        overlay.target = self._plan[0]
        overlay.limb = self._limb(parent, ghost)
        self._desk.hint(say("Release to hang the branch here; Esc cancels"))

    def _limb(self, parent: Box, ghost: Box) -> Cubic:
        """Where the branch would hang: from a side of its parent, or from below a card that bears a list."""
        assert self._plan is not None
        node = self._desk.board().placed[self._plan[0]].node
        rightward = ghost.x >= parent.x
        end = (ghost.left, ghost.bottom) if rightward else (ghost.right, ghost.bottom)
        if kind_of(node).growth is Growth.BELOW and not node.parent_id:
            start = (parent.left + LIST_INDENT, parent.bottom)
            return start, (start[0], (start[1] + end[1]) / 2), (start[0], end[1]), end
        start = (parent.right, parent.y) if rightward else (parent.left, parent.y)
        middle = (start[0] + end[0]) / 2
        return start, (middle, start[1]), (middle, end[1]), end

    def _planned(self, point: Point) -> tuple[str, int | None, str] | None:
        """The new parent, the place among its children and the side; None to stand alone."""
        board, document = self._desk.board(), self._desk.session.document
        near = self._nearest(point)
        if near is None:
            return None
        box = board.placed[near.id].box
        beyond = point[0] > box.right if board.placed[near.id].setting.side > 0 else point[0] < box.left
        if not isinstance(near, Branch) or not near.parent_id or (box.holds(*point) or beyond):
            side = ""
            if board.placed[near.id].root_id == near.id:
                side = "left" if point[0] < box.x else "right"
            below = [child for child in children(document, near.id) if child.id != self._node.id]
            same = [
                child
                for child in below
                if not side or (child.id in board.placed and self._side(child.id) == side)
            ]
            before = [c for c in same if c.id in board.placed and board.placed[c.id].box.y < point[1]]
            place = below.index(before[-1]) + 1 if before else (below.index(same[0]) if same else None)
            return near.id, None if box.holds(*point) else place, side
        siblings = [child for child in children(document, near.parent_id) if child.id != self._node.id]
        place = next(i for i, child in enumerate(siblings) if child.id == near.id)
        return near.parent_id, place + (point[1] > box.y), self._side(near.id) if near.side else ""

    def _side(self, key: str) -> str:
        return "left" if self._desk.board().placed[key].setting.side < 0 else "right"

    def _nearest(self, point: Point) -> Node | None:
        board, document = self._desk.board(), self._desk.session.document
        over = self._desk.node_at(point)
        if over is not None and over.id not in self._family:
            return over if branches.may_hang(document, self._node.id, over.id) else None
        best, found = 90.0, None
        for entry in board.within(Box(*point, *point).grown(best)):
            placed = board.placed.get(entry.key)
            if placed is None or entry.key in self._family or isinstance(placed.node, Frame):
                continue
            dx = max(placed.box.left - point[0], point[0] - placed.box.right, 0.0)
            dy = max(placed.box.top - point[1], point[1] - placed.box.bottom, 0.0)
            if dx + dy < best and branches.may_hang(document, self._node.id, entry.key):
                best, found = dx + dy, placed.node
        return found

    def finish(self, point: Point) -> None:
        plan, shift = self._plan, self._desk.overlay.ghost_shift
        box = self._desk.board().placed[self._node.id].box
        self.cancel()
        if plan is not None:
            branches.hang(self._desk.session.document, self._node.id, *plan)
        else:
            branches.cut_off(self._desk.session.document, self._node.id, box.x + shift[0], box.y + shift[1])

    def cancel(self) -> None:
        overlay = self._desk.overlay
        overlay.ghost, overlay.ghost_shift, overlay.limb, overlay.target = (), (0.0, 0.0), None, ""
        self._desk.hint("")
