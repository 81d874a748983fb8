"""Dragging branches to another place."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.kind import Growth
from journeydesk.language import say
from journeydesk.layout.snapping import Line
from journeydesk.model.queries import children, descendants
from journeydesk.model.records import Node
from journeydesk.operations import branches
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Cubic, Point
from journeydesk.ui.editor.gestures.desk import Desk

LIST_INDENT = 18.0  # where the list below a card begins, in board units
NEAR = 90.0  # how near a branch comes to what it would hang on, in board units


@dataclass(frozen=True, slots=True)
class Plan:
    """The new parent, the place among its other children (the last where None), and the side."""

    parent_id: str
    place: int | None = None
    side: str = ""


class HangGesture:
    """Drags branches to another parent, another place among its children, or off to stand by themselves.

    `pressed` is the one under the pointer. `copying` leaves them where they are and hangs copies.
    """

    def __init__(
        self, desk: Desk, nodes: Sequence[Branch], pressed: str, start: Point, *, copying: bool = False
    ) -> None:
        self._desk, self._pressed, self._start, self._copying = desk, pressed, start, copying
        placed, document = desk.board().placed, desk.session.document
        self._nodes = [node for node in nodes if node.id in placed and (copying or not node.locked)]
        self._moving = {node.id for node in self._nodes}
        families = (
            (node.id, *(below.id for below in descendants(document, node.id))) for node in self._nodes
        )
        self._family = tuple(key for family in families for key in family if key in placed)
        self._plan: Plan | None = None

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        overlay = self._desk.overlay
        cursor = Qt.CursorShape.DragCopyCursor if self._copying else Qt.CursorShape.SizeAllCursor
        if not self._nodes:
            self._desk.tell(say("This is locked in place."), Qt.CursorShape.ForbiddenCursor)
            return
        overlay.ghost, overlay.ghost_tops = self._family, frozenset(self._moving)
        overlay.ghost_shift = (point[0] - self._start[0], point[1] - self._start[1])
        self._plan = self._planned(point)
        overlay.target, overlay.limb, overlay.slot = "", None, None
        if self._plan is None:
            self._desk.tell(say("Release to let it stand by itself; Esc cancels"), cursor)
            return
        overlay.target = self._plan.parent_id
        overlay.limb = self._limb(self._desk.board().placed[self._plan.parent_id].box, self._ghost())
        overlay.slot = self._slot(self._plan)
        if self._copying:
            self._desk.tell(say("Release to hang a copy here; Esc cancels"), cursor)
        else:
            self._desk.tell(
                say("Release to hang it here; pressed with Alt or Ctrl, a copy; Esc cancels"), cursor
            )

    def _ghost(self) -> Box:
        """Where the branch that was pressed would be."""
        return self._desk.board().placed[self._pressed].box.moved(*self._desk.overlay.ghost_shift)

    def _limb(self, parent: Box, ghost: Box) -> Cubic:
        """Where the branch would hang: from a side of its parent, or from below a card that bears a list."""
        assert self._plan is not None
        node = self._desk.board().placed[self._plan.parent_id].node
        rightward = ghost.x >= parent.x
        end = (ghost.left, ghost.bottom) if rightward else (ghost.right, ghost.bottom)
        if kind_of(node).growth is Growth.BELOW and not node.parent_id:
            start = (parent.left + LIST_INDENT, parent.bottom)
            return start, (start[0], (start[1] + end[1]) / 2), (start[0], end[1]), end
        start = (parent.right, parent.y) if rightward else (parent.left, parent.y)
        middle = (start[0] + end[0]) / 2
        return start, (middle, start[1]), (middle, end[1]), end

    # Where it would hang

    def _others(self, parent_id: str) -> list[Node]:
        """The children of a node that are not dragged."""
        document = self._desk.session.document
        gone = set() if self._copying else self._moving
        return [child for child in children(document, parent_id) if child.id not in gone]

    def _slot(self, plan: Plan) -> Line | None:
        """A line where the branch would come to lie among those that hang there already."""
        placed, others = self._desk.board().placed, self._others(plan.parent_id)
        at = len(others) if plan.place is None else plan.place

        def box(child: Node) -> Box | None:
            here = child.id in placed and (not plan.side or self._side(child.id) == plan.side)
            return placed[child.id].box if here else None

        before = next((found for child in reversed(others[:at]) if (found := box(child))), None)
        after = next((found for child in others[at:] if (found := box(child))), None)
        near = before or after
        if near is None:
            return None
        y = (
            (before.bottom + after.top) / 2
            if before and after
            else before.bottom + 5
            if before
            else near.top - 5
        )
        return (near.left, y), (near.right, y)

    def _planned(self, point: Point) -> Plan | None:
        placed = self._desk.board().placed
        near = self._nearest(point)
        if near is None:
            return None
        box, is_root = placed[near.id].box, placed[near.id].root_id == near.id
        beyond = point[0] > box.right if placed[near.id].setting.side > 0 else point[0] < box.left
        if isinstance(near, Branch) and near.parent_id and not (box.holds(*point) or beyond):
            siblings = self._others(near.parent_id)
            place = next(i for i, child in enumerate(siblings) if child.id == near.id)
            return Plan(near.parent_id, place + (point[1] > box.y), self._side(near.id) if near.side else "")
        side = ("left" if point[0] < box.x else "right") if is_root and self._has_sides(near) else ""
        return Plan(near.id, None if box.holds(*point) else self._place_below(near, point, side), side)

    def _place_below(self, parent: Node, point: Point, side: str) -> int | None:
        placed, below = self._desk.board().placed, self._others(parent.id)
        same = [c for c in below if not side or (c.id in placed and self._side(c.id) == side)]
        before = [c for c in same if c.id in placed and placed[c.id].box.y < point[1]]
        if before:
            return below.index(before[-1]) + 1
        return below.index(same[0]) if same else None

    @staticmethod
    def _has_sides(node: Node) -> bool:
        return kind_of(node).growth is Growth.SIDES

    def _side(self, key: str) -> str:
        return "left" if self._desk.board().placed[key].setting.side < 0 else "right"

    def _nearest(self, point: Point) -> Node | None:
        """What the pointer is over or near; else what the dragged branch itself is near."""
        over = self._desk.node_at(point)
        if over is not None and over.id not in self._family:
            return over if self._may_hang(over.id) else None
        return self._nearest_to(Box(*point, *point)) or self._nearest_to(self._ghost())

    def _nearest_to(self, region: Box) -> Node | None:
        best, found, board = NEAR, None, self._desk.board()
        for key in board.cells.meeting(region.grown(best)):
            placed = board.placed.get(key)
            if placed is None or key in self._family or isinstance(placed.node, Frame):
                continue
            dx = max(placed.box.left - region.right, region.left - placed.box.right, 0.0)
            dy = max(placed.box.top - region.bottom, region.top - placed.box.bottom, 0.0)
            if dx + dy < best and self._may_hang(key):
                best, found = dx + dy, placed.node
        return found

    def _may_hang(self, key: str) -> bool:
        document = self._desk.session.document
        if self._copying:
            return document.find(Node, key) is not None
        return all(branches.may_hang(document, node.id, key) for node in self._nodes)

    # The end

    def finish(self, point: Point) -> None:
        plan, shift, session = self._plan, self._desk.overlay.ghost_shift, self._desk.session
        self.cancel()
        ids = [node.id for node in self._nodes]
        if not ids or shift == (0.0, 0.0):
            return
        if plan is not None and self._copying:
            more = (plan.parent_id, plan.place, plan.side)
            session.select(branches.hang_copies(session.document, ids, *more))
        elif plan is not None:
            branches.hang_all(session.document, ids, plan.parent_id, plan.place, plan.side)
        else:
            boxes = {key: self._desk.board().placed[key].box.moved(*shift) for key in ids}
            places = {key: (box.x, box.y) for key, box in boxes.items()}
            if self._copying:
                session.select(branches.cut_off_copies(session.document, places))
            else:
                branches.cut_off_all(session.document, places)

    def cancel(self) -> None:
        overlay = self._desk.overlay
        overlay.ghost, overlay.ghost_tops, overlay.ghost_shift = (), frozenset(), (0.0, 0.0)
        overlay.limb, overlay.slot, overlay.target = None, None, ""
        self._plan = None
        self._desk.hint("")
