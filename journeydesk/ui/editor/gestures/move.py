"""Moving what is selected, or a copy of it."""

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import Qt

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.summary import Summary
from journeydesk.language import Message, message, say
from journeydesk.model.document import Document, Edit
from journeydesk.model.records import Link, Node
from journeydesk.operations import branches, nodes
from journeydesk.operations.summaries import following, spanned
from journeydesk.picture.marks import Box, union
from journeydesk.picture.shapes import Point
from journeydesk.render.enclosing import with_contents
from journeydesk.ui.editor import carrying
from journeydesk.ui.editor.gestures.desk import Desk

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier

MOVING = Qt.CursorShape.SizeAllCursor


class MoveGesture:
    """Moves what is selected, with what lies in its frames; `copying` leaves it and moves a copy."""

    def __init__(self, desk: Desk, start: Point, *, copying: bool = False) -> None:
        self._desk, self._start, self._copying = desk, start, copying
        document, self._chosen = desk.session.document, desk.session.selection
        # A copy of a summary is one of the summary; dragging it takes along what it spans.
        meant = self._chosen if copying else spanned(document, self._chosen)
        self._ids = with_contents(desk.board(), meant)
        self._nodes = nodes.moving(document, self._ids)
        self._edit: Edit | None = None
        self._alt_copies = copying  # the Alt that asked for a copy is still held
        self._families: frozenset[str] = frozenset()

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        if not self._nodes and not self._copying:
            told = _told_still(self._desk.session.document, self._chosen)
            self._desk.tell(told, Qt.CursorShape.ForbiddenCursor)
            return
        if self._edit is None:
            self._begin()
        assert self._edit is not None
        self._alt_copies = self._alt_copies and bool(modifiers & ALT)
        dx, dy = self._fitted(point, modifiers)
        self._go(dx, dy)
        self._desk.overlay.target = self._above(point)
        self._tell()

    def _tell(self) -> None:
        if self._desk.overlay.target:
            self._desk.tell(say("Release to hang the branch here; Esc cancels"), MOVING)
        elif self._copying:
            text = say(
                "Puts a copy here; Alt or Space suspends snapping, Shift keeps one direction; Esc cancels"
            )
            self._desk.tell(text, Qt.CursorShape.DragCopyCursor)
        elif len(self._ids) > len(self._chosen):
            text = say(
                "Moves all in it too; Alt or Space suspends snapping, Shift keeps one direction; Esc cancels"
            )
            self._desk.tell(text, MOVING)
        else:
            text = say("Moves it; Alt or Space suspends snapping, Shift keeps one direction; Esc cancels")
            self._desk.tell(text, MOVING)

    def _go(self, dx: float, dy: float) -> None:
        """Puts what moves so far from where it began; very much only shows where it would be put."""
        assert self._edit is not None
        if (carried := self._desk.overlay.carried) is not None:
            carried.shift = (dx, dy)
        else:
            nodes.shift(self._edit, (*self._nodes, *self._bent), dx, dy)

    def _begin(self) -> None:
        document, copying = self._desk.session.document, self._copying
        taken = self._taken(self._ids if copying else [node.id for node in self._nodes])
        label = (
            nodes.duplicate_label(document, self._chosen) if copying else nodes.move_label(len(self._nodes))
        )
        self._edit = document.begin(label)
        if sum(isinstance(record, Node) for record in taken.values()) > carrying.MANY:
            self._take_up(taken)
            return
        if copying:
            copies = nodes.put_copies(document, self._edit, self._ids, 0, 0)
            self._nodes = nodes.moving(document, copies.values())
            self._desk.session.select(copies[key] for key in self._chosen if key in copies)
            taken = self._taken(copies.values())
        self._note(taken)
        self._desk.lift(frozenset(taken))

    def _taken(self, ids: Collection[str]) -> dict[str, Node | Link]:
        """These with what hangs on them, the summaries that follow, and all arrows there."""
        document = self._desk.session.document
        return nodes.family(document, (*ids, *following(document, ids)))

    def _take_up(self, taken: Mapping[str, Node | Link]) -> None:
        """Carries very much; of what is copied only the picture, and the originals stay."""
        if self._copying:
            self._nodes = tuple(
                record for record in taken.values() if isinstance(record, Node) and not record.parent_id
            )
        self._note(taken)
        links = [key for key, record in taken.items() if isinstance(record, Link)]
        self._desk.overlay.carried = carrying.Carried(
            self._desk.board(), self._families, links, self._desk.overlay.pale, copying=self._copying
        )
        if self._copying:
            self._families = frozenset()
        else:
            self._desk.lift(frozenset(taken))

    def _note(self, taken: Mapping[str, Node | Link]) -> None:
        """Takes note of what moves, and of the box that snaps."""
        placed = self._desk.board().placed
        self._bent = nodes.carried(self._desk.session.document, self._nodes)
        self._box = union(placed[node.id].box for node in self._nodes if node.id in placed)
        self._families = frozenset(key for key, record in taken.items() if isinstance(record, Node))

    def _fitted(self, point: Point, modifiers: Qt.KeyboardModifier) -> Point:
        """How far to go: to where it fits, or in whole units; with Shift along one axis only."""
        dx, dy = round(point[0] - self._start[0]), round(point[1] - self._start[1])
        axes = (True, True)
        if modifiers & SHIFT:
            axes = (abs(dx) >= abs(dy), abs(dx) < abs(dy))
            dx, dy = dx * axes[0], dy * axes[1]
        if self._box is None:
            return dx, dy
        off = bool(modifiers & ALT) and not self._alt_copies
        snap = self._desk.snapper.fit(self._box.moved(dx, dy), self._families, off=off, axes=axes)
        return dx + (snap.dx or 0.0), dy + (snap.dy or 0.0)

    def _above(self, point: Point) -> str:
        """The card or branch under the pointer on which a branch that stands by itself would hang."""
        board, alone = self._desk.board(), self._nodes[0] if len(self._nodes) == 1 else None
        if self._copying or not isinstance(alone, Branch):
            return ""
        for entry in reversed(board.within(Box(*point, *point).grown(1))):
            placed = board.placed.get(entry.key)
            if placed is None or entry.key in self._families or isinstance(placed.node, Frame):
                continue
            if placed.box.holds(*point) and branches.may_hang(board.document, alone.id, entry.key):
                return entry.key
        return ""

    def finish(self, point: Point) -> None:
        target = self._desk.overlay.target
        if self._edit is not None and self._edit.is_open:
            if target:
                self._edit.cancel()
                branches.hang(self._desk.session.document, self._nodes[0].id, target)
            else:
                self._put_down(self._edit)
                self._edit.commit()
        self._end()

    def _put_down(self, edit: Edit) -> None:
        """Writes what was only shown so far."""
        if (carried := self._desk.overlay.carried) is None:
            return
        session, (dx, dy) = self._desk.session, carried.shift
        if self._copying:
            copies = nodes.put_copies(session.document, edit, self._ids, dx, dy)
            session.select(copies[key] for key in self._chosen if key in copies)
        else:
            nodes.shift(edit, (*self._nodes, *self._bent), dx, dy)

    def cancel(self) -> None:
        if self._edit is not None and self._edit.is_open:
            self._edit.cancel()
        if self._copying:
            self._desk.session.select(self._chosen)
        if (carried := self._desk.overlay.carried) is not None:
            carried.shift = (0.0, 0.0)
        self._end()

    def _end(self) -> None:
        carried, self._desk.overlay.carried = self._desk.overlay.carried, None
        self._desk.overlay.target = ""
        self._desk.lift(frozenset())
        if carried is not None:
            self._desk.press(carried)
        self._desk.hint("")


def _told_still(document: Document, ids: Iterable[str]) -> Message:
    """Why none of these nodes moves."""
    if all(document.find(Summary, key) is not None for key in ids):
        return message("It stays beside the branches that it spans: drag these.")
    return message("This is locked in place.")
