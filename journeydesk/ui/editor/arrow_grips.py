"""The handles of the arrow that is selected alone, as the pointer takes them."""

import math
from functools import partial

from PySide6.QtCore import Qt

from journeydesk.language import N_
from journeydesk.operations import links
from journeydesk.picture.shapes import Point
from journeydesk.render.strand import Strand
from journeydesk.ui.editor.arrow_handles import between_places, end_places
from journeydesk.ui.editor.gestures.bend import BendGesture
from journeydesk.ui.editor.gestures.desk import Desk, Gesture
from journeydesk.ui.editor.gestures.label import LabelGesture
from journeydesk.ui.editor.gestures.lead import LeadGesture
from journeydesk.ui.editor.grip import Grip

GRAB = 8.0  # pixels around a handle
END_HINT = N_("Drag to another node to lead the arrow there")
BEND_HINT = N_("Drag to move the bend; double-click takes it out")
NEW_HINT = N_("Drag to bend the arrow")
LABEL_HINT = N_("Drag the label along its arrow; double-click to write")


def alone(desk: Desk) -> Strand | None:
    """The arrow that is selected alone, as it lies."""
    chosen = desk.session.selection
    return desk.board().wiring.strands.get(chosen[0]) if len(chosen) == 1 else None


def arrow_end(desk: Desk, pixel: float, point: Point) -> Grip | None:
    """The end of the selected arrow under a point."""
    if (strand := alone(desk)) is None:
        return None
    for place, is_source in zip(end_places(strand), (True, False), strict=True):
        if math.dist(place, point) <= GRAB * pixel:
            return Grip(partial(_lead, desk, strand, is_source), Qt.CursorShape.CrossCursor, END_HINT)
    return None


def arrow_bend(desk: Desk, pixel: float, point: Point) -> Grip | None:
    """A bend of the selected arrow under a point, or a handle that makes a new one."""
    if (strand := alone(desk)) is None:
        return None
    for place, bend in enumerate(strand.link.waypoints):
        if math.dist(bend, point) <= GRAB * pixel:
            take_out = partial(links.remove_bend, desk.session.document, strand.link.id, place)
            begin = partial(_bend, desk, strand, place, False)
            return Grip(begin, Qt.CursorShape.SizeAllCursor, BEND_HINT, take_out)
    for place, middle in between_places(strand, pixel).items():
        if math.dist(middle, point) <= GRAB * pixel:
            begin = partial(_bend, desk, strand, place, True)
            return Grip(begin, Qt.CursorShape.SizeAllCursor, NEW_HINT)
    return None


def arrow_label(desk: Desk, pixel: float, point: Point) -> Grip | None:
    """The label of the selected arrow under a point."""
    strand = alone(desk)
    if strand is None or (box := strand.box("label")) is None or not box.holds(*point):
        return None
    return Grip(partial(_label, desk, strand), Qt.CursorShape.SizeAllCursor, LABEL_HINT)


def _lead(desk: Desk, strand: Strand, is_source: bool, _: Point) -> Gesture:
    return LeadGesture(desk, strand, is_source=is_source)


def _bend(desk: Desk, strand: Strand, place: int, is_new: bool, _: Point) -> Gesture:
    return BendGesture(desk, strand, place, is_new=is_new)


def _label(desk: Desk, strand: Strand, point: Point) -> Gesture:
    return LabelGesture(desk, strand, point)


def drag_arrow(desk: Desk, pressed: Point) -> Gesture | None:
    """What a drag of the arrow that is selected alone begins: its label goes along it, or its line bends."""
    strand = alone(desk)
    if strand is None:
        return None
    if (box := strand.box("label")) is not None and box.holds(*pressed):
        return LabelGesture(desk, strand, pressed)
    near = [piece.nearest(pressed)[1] for piece in strand.pieces]
    return BendGesture(desk, strand, near.index(min(near)), is_new=True)
