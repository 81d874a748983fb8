"""Which gesture a drag of what is selected begins."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from journeydesk.kinds.branch import Branch
from journeydesk.model.queries import descendants
from journeydesk.model.records import Node, Record
from journeydesk.picture.shapes import Point
from journeydesk.ui.editor.arrow_grips import drag_arrow
from journeydesk.ui.editor.gestures.desk import Desk, Gesture
from journeydesk.ui.editor.gestures.hang import HangGesture
from journeydesk.ui.editor.gestures.move import MoveGesture

COPYING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


def drag(
    desk: Desk, pressed: Point, under: Callable[[Point], Record | None], modifiers: Qt.KeyboardModifier
) -> Gesture | None:
    """The gesture for a drag that began with a press on the selection; None where nothing can be moved.

    Alt at the press makes a copy; so does Ctrl, for some window managers keep Alt to themselves.
    """
    session, copying = desk.session, bool(modifiers & COPYING)
    chosen = [node for key in session.selection if (node := session.document.find(Node, key)) is not None]
    hanging = [node for node in chosen if isinstance(node, Branch) and node.parent_id]
    if chosen and len(hanging) == len(chosen):
        tops = _tops(desk, hanging)
        found = under(pressed)
        first = found.id if found is not None and any(found.id == node.id for node in tops) else tops[0].id
        return HangGesture(desk, tops, first, pressed, copying=copying)
    if not chosen:
        return drag_arrow(desk, pressed)
    return MoveGesture(desk, pressed, copying=copying)


def _tops(desk: Desk, hanging: list[Branch]) -> list[Branch]:
    """The branches that hang under none of the others, from top to bottom."""
    document, placed = desk.session.document, desk.board().placed
    within = {below.id for node in hanging for below in descendants(document, node.id)}
    tops = [node for node in hanging if node.id not in within]
    return sorted(tops, key=lambda node: placed[node.id].box.y if node.id in placed else 0.0)
