"""What a press, a drag and a release do. A gesture begins with the press and ends with `finish` or `cancel`.

Points are board units. While it lasts, a gesture shows on the overlay what it will do, and says it in the
status bar.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.kind import Growth
from journeydesk.language import Message, message, say
from journeydesk.model.document import Edit
from journeydesk.model.queries import children, descendants, links_at
from journeydesk.model.records import Influence, Link, Node, Transition
from journeydesk.operations import branches, links, nodes
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Cubic, Point
from journeydesk.render.board import Board
from journeydesk.render.pointing import pointed_at
from journeydesk.ui.editor.growing import follower
from journeydesk.ui.editor.overlay import Overlay
from journeydesk.ui.session import Session

LIST_INDENT = 18.0  # where the list below a card begins, in board units


@dataclass(frozen=True, slots=True)
class Desk:
    """What gestures work on. `lift` takes what moves out of the picture at rest, `write` starts a text."""

    session: Session
    board: Callable[[], Board]
    overlay: Overlay
    lift: Callable[[frozenset[str]], None]
    write: Callable[[str], None]

    def hint(self, text: Message | str) -> None:
        self.session.hint_changed.emit(say(text))

    def node_at(self, point: Point) -> Node | None:
        """The node under a point."""
        found = pointed_at(self.board(), *point)
        return found if isinstance(found, Node) else None


class Gesture(Protocol):
    """From a press to a release."""

    def move(self, point: Point) -> None: ...
    def finish(self, point: Point) -> None: ...
    def cancel(self) -> None: ...


class BandGesture:
    """Draws a rubber band and selects what lies in it."""

    def __init__(self, desk: Desk, start: Point, kept: tuple[str, ...]) -> None:
        self._desk, self._start, self._kept = desk, start, kept

    def move(self, point: Point) -> None:
        (x0, y0), (x1, y1) = self._start, point
        band = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        self._desk.overlay.band = band
        self._desk.session.select((*self._kept, *self._within(band)))

    def _within(self, band: Box) -> list[str]:
        board = self._desk.board()
        found = []
        for entry in board.within(band):
            placed = board.placed.get(entry.record_id)
            box = placed.box if placed else entry.bounds
            if placed is not None and isinstance(placed.node, Frame):
                wanted = band.holds(box.left, box.top) and band.holds(box.right, box.bottom)
            elif placed is not None:
                wanted = box.meets(band)
            else:
                wanted = band.holds(box.left, box.top) and band.holds(box.right, box.bottom)
            if wanted:
                found.append(entry.record_id)
        return list(dict.fromkeys(found))

    def finish(self, point: Point) -> None:
        self._desk.overlay.band = None

    def cancel(self) -> None:
        self._desk.overlay.band = None
        self._desk.session.select(self._kept)


class MoveGesture:
    """Moves what is selected; frames take along what lies in them."""

    def __init__(self, desk: Desk, start: Point) -> None:
        self._desk, self._start = desk, start
        document = desk.session.document
        self._nodes = nodes.moving(document, self._with_contents(desk.session.selection))
        self._edit: Edit | None = None
        self._families = frozenset(
            key
            for node in self._nodes
            for key in (node.id, *(below.id for below in descendants(document, node.id)))
        )

    def _with_contents(self, ids: tuple[str, ...]) -> list[str]:
        board = self._desk.board()
        found = dict.fromkeys(ids)
        for key in ids:
            placed = board.placed.get(key)
            if placed is None or not isinstance(placed.node, Frame):
                continue
            frame = placed.box
            for entry in board.within(frame):
                inner = board.placed.get(entry.record_id)
                if inner is not None and inner.node.id == inner.root_id and _holds(frame, inner.box):
                    found[entry.record_id] = None
        return list(found)

    def move(self, point: Point) -> None:
        if not self._nodes:
            self._desk.hint(message("This is locked in place."))
            return
        if self._edit is None:
            self._edit = self._desk.session.document.begin(nodes.move_label(len(self._nodes)))
            document = self._desk.session.document
            arrows = (link.id for key in self._families for link in links_at(document, key))
            self._desk.lift(self._families | frozenset(arrows))
        dx, dy = point[0] - self._start[0], point[1] - self._start[1]
        nodes.shift(self._edit, self._nodes, round(dx), round(dy))

    def finish(self, point: Point) -> None:
        if self._edit is not None and self._edit.is_open:
            self._edit.commit()
        self._desk.lift(frozenset())

    def cancel(self) -> None:
        if self._edit is not None and self._edit.is_open:
            self._edit.cancel()
        self._desk.lift(frozenset())


def _holds(outer: Box, inner: Box) -> bool:
    return outer.holds(inner.left, inner.top) and outer.holds(inner.right, inner.bottom)


class ResizeGesture:
    """Drags a corner of a card."""

    def __init__(self, desk: Desk, node: Node, box: Box, corner: tuple[int, int]) -> None:
        self._desk, self._node, self._box, self._corner = desk, node, box, corner
        self._edit = desk.session.document.begin(message("Resize"))

    def move(self, point: Point) -> None:
        if not self._edit.is_open:
            return
        box, (across, down) = self._box, self._corner
        left = min(point[0], box.right - 60) if across < 0 else box.left
        right = max(point[0], box.left + 60) if across > 0 else box.right
        top = min(point[1], box.bottom - 30) if down < 0 else box.top
        bottom = max(point[1], box.top + 30) if down > 0 else box.bottom
        width, height = round(right - left), round(bottom - top)
        nodes.resize(self._edit, self._node, width, height, (left + right) / 2, (top + bottom) / 2)

    def finish(self, point: Point) -> None:
        if self._edit.is_open:
            self._edit.commit()

    def cancel(self) -> None:
        if self._edit.is_open:
            self._edit.cancel()


class ConnectGesture:
    """Draws an arrow from a card: to another card, or to empty paper, where a connected node grows."""

    def __init__(
        self, desk: Desk, source: Node, start: Point, record_class: type[Link] | None = None
    ) -> None:
        self._desk, self._source, self._start = desk, source, start
        self._class = record_class or (Influence if kind_of(source).part.value == "person" else Transition)
        self._has_left = False

    @property
    def leads(self) -> bool:
        """Whether a release would draw an arrow now, or has left the first card."""
        return self._has_left or bool(self._desk.overlay.target)

    def move(self, point: Point) -> None:
        desk = self._desk
        over = desk.node_at(point)
        box = desk.board().placed[self._source.id].box
        self._has_left = self._has_left or not box.grown(30).holds(*point)
        target = over if over is not None and (over.id != self._source.id or self._has_left) else None
        desk.overlay.arrow = (self._start, point)
        desk.overlay.target = target.id if target else ""
        desk.overlay.place = None if over else self._new_box(point)
        if target is not None:
            desk.hint(say("Release to connect"))
        else:
            desk.hint(say("Release to add a connected node here; Esc cancels"))

    def _new_box(self, point: Point) -> Box | None:
        node = follower(self._desk.session.document, self._source, *point)
        if node is None or self._desk.board().placed[self._source.id].box.grown(30).holds(*point):
            return None
        return Box.around(*point, *kind_of(node).size(node, self._desk.board().look))

    def finish(self, point: Point) -> None:
        desk, document = self._desk, self._desk.session.document
        target, place = desk.overlay.target, desk.overlay.place
        self.cancel()
        if target:
            link = links.connect(document, self._source.id, target, self._class)
            desk.session.select((link.id,))
        elif place is not None and (node := follower(document, self._source, *point)) is not None:
            links.add_connected(document, self._source.id, node, self._class)
            desk.session.select((node.id,))
            desk.write(node.id)

    def cancel(self) -> None:
        overlay = self._desk.overlay
        overlay.arrow, overlay.place, overlay.target = None, None, ""
        self._desk.hint("")


class HangGesture:
    """Drags a branch to another parent, another place among its siblings, or off to stand by itself."""

    def __init__(self, desk: Desk, node: Branch, start: Point) -> None:
        self._desk, self._node, self._start = desk, node, start
        family = tuple(below.id for below in descendants(desk.session.document, node.id))
        self._family = (node.id, *(key for key in family if key in desk.board().placed))
        self._plan: tuple[str, int | None, str] | None = None

    def move(self, point: Point) -> None:
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
