"""Which gesture a drag of what is selected begins."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from journeydesk.kinds.branch import Branch
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
    session = desk.session
    chosen = [node for key in session.selection if (node := session.document.find(Node, key)) is not None]
    if len(chosen) > 1 and all(isinstance(node, Branch) and node.parent_id for node in chosen):
        # Branches hang where they hang: of several, the one that was pressed goes elsewhere.
        found = under(pressed)
        session.select((found.id,) if found is not None else ())
        return drag(desk, pressed, under, modifiers) if len(session.selection) == 1 else None
    if len(chosen) == 1 and isinstance(chosen[0], Branch) and chosen[0].parent_id:
        return HangGesture(desk, chosen[0], pressed)
    if not chosen:
        return drag_arrow(desk, pressed)
    return MoveGesture(desk, pressed, copying=bool(modifiers & COPYING))
