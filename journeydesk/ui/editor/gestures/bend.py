"""Bending an arrow."""

import math
from dataclasses import replace

from PySide6.QtCore import Qt

from journeydesk.language import say
from journeydesk.layout.bends import aligned, off_line
from journeydesk.model.document import Edit
from journeydesk.operations import links
from journeydesk.picture.shapes import Point
from journeydesk.render.strand import Strand
from journeydesk.ui.editor.gestures.desk import Desk

REACH = 6.0  # pixels within which a bend is drawn into line
STRAIGHT = 6.0  # pixels from the straight line between its neighbours where a bend is none
LEAST = 3.0  # pixels of a drag that is meant
MOVING = Qt.CursorShape.SizeAllCursor


class BendGesture:
    """Drags a bend of an arrow, or makes one at a place among its bends."""

    def __init__(self, desk: Desk, strand: Strand, place: int, *, is_new: bool) -> None:
        self._desk, self._strand, self._link = desk, strand, strand.link
        after = place if is_new else place + 1
        self._before, self._after = self._link.waypoints[:place], self._link.waypoints[after:]
        self._edit: Edit | None = None
        self._start: Point | None = None

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        snapper = self._desk.snapper
        if self._edit is None:
            self._start = self._start or point
            if math.dist(self._start, point) < LEAST * snapper.pixel:
                return
            self._edit = self._desk.session.document.begin(links.BEND)
            self._desk.overlay.handles = False
            self._desk.lift(frozenset((self._link.id,)))
        if not self._edit.is_open:
            return
        one, other = self._neighbours()
        free = bool(modifiers & Qt.KeyboardModifier.AltModifier) or snapper.held
        if not free and off_line(point, one, other) <= STRAIGHT * snapper.pixel:
            self._put((*self._before, *self._after))
            self._desk.tell(say("Release to take the bend out; Esc cancels"), MOVING)
            return
        snaps = snapper.wanted and not free
        place = aligned(point, (one, other), REACH * snapper.pixel) if snaps else point
        self._put((*self._before, (round(place[0], 1), round(place[1], 1)), *self._after))
        self._show_line(place, (one, other))
        self._desk.tell(
            say("Bends it; Alt or Space suspends snapping, on the straight line the bend goes; Esc cancels"),
            MOVING,
        )

    def _neighbours(self) -> tuple[Point, Point]:
        """The bends on both sides, or the ends of the arrow as it lies now."""
        strand = self._desk.board().wiring.strands.get(self._link.id, self._strand)
        ends = strand.route.cubics[0][0], strand.route.cubics[-1][3]
        return self._before[-1] if self._before else ends[0], self._after[0] if self._after else ends[1]

    def _put(self, points: tuple[Point, ...]) -> None:
        assert self._edit is not None
        self._desk.snapper.clear()
        self._edit.put(replace(self._link, waypoints=points))

    def _show_line(self, place: Point, neighbours: tuple[Point, Point]) -> None:
        level = [(one, place) for one in neighbours if one[0] == place[0] or one[1] == place[1]]
        self._desk.overlay.guides = tuple(level)

    def finish(self, point: Point) -> None:
        if self._edit is not None and self._edit.is_open:
            self._edit.commit()
        self._end()

    def cancel(self) -> None:
        if self._edit is not None and self._edit.is_open:
            self._edit.cancel()
        self._end()

    def _end(self) -> None:
        self._desk.overlay.handles = True
        self._desk.lift(frozenset())
        self._desk.snapper.clear()
        self._desk.hint("")
