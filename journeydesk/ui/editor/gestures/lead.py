"""Leading an end of an arrow to another card."""

from PySide6.QtCore import Qt

from journeydesk.language import say
from journeydesk.layout.flow import Course
from journeydesk.layout.routing import End, Wire, route
from journeydesk.layout.sides import choose_sides, place_ports
from journeydesk.model.document import Edit
from journeydesk.operations import links
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Cubic, Point
from journeydesk.render.strand import Strand
from journeydesk.ui.editor.gestures.desk import Desk


class LeadGesture:
    """Drags an end of an arrow: over a card the arrow leads there, on paper it stays where it was."""

    def __init__(self, desk: Desk, strand: Strand, *, is_source: bool) -> None:
        self._desk, self._strand, self._is_source = desk, strand, is_source
        self._edit: Edit | None = None
        self._target = ""

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        desk, overlay = self._desk, self._desk.overlay
        if self._edit is None:
            self._edit = desk.session.document.begin(links.ATTACH)
            overlay.handles = overlay.ports = False
            desk.lift(frozenset((self._strand.link.id,)))
        if not self._edit.is_open:
            return
        over = desk.node_at(point)
        self._lead_to(over.id if over is not None else "")
        overlay.limb = self._loose(point) if over is None else None
        if overlay.target:
            desk.tell(say("Release to lead the arrow here; Esc cancels"), Qt.CursorShape.CrossCursor)
        else:
            desk.tell(
                say("Drag to the node where the arrow should end; Esc cancels"), Qt.CursorShape.CrossCursor
            )

    def _lead_to(self, key: str) -> None:
        """Shows the arrow as it would lie with this end at a card; "" for as it was."""
        if key == self._target:
            return
        assert self._edit is not None
        self._target = key
        self._edit.restart()
        end = {"source_id": key} if self._is_source else {"target_id": key}
        moved = links.attached(self._desk.session.document, self._strand.link, **end) if key else None
        if moved is not None:
            self._edit.put(moved)
        self._desk.overlay.target = key if moved is not None else ""

    def _loose(self, point: Point) -> Cubic | None:
        """The way of an arrow that ends at a point of the paper."""
        link, placed = self._strand.link, self._desk.board().placed
        fixed = placed.get(link.target_id if self._is_source else link.source_id)
        if fixed is None:
            return None
        end = End(fixed.node.id, fixed.box, fixed.taken)
        wire = Wire("", end, End("loose", Box.around(*point, 1, 1)), Course.ADVANCE)
        sides = choose_sides(wire)
        return route(wire, sides, place_ports([wire], {"": sides}), _nothing).cubics[0]

    def finish(self, point: Point) -> None:
        if self._edit is not None and self._edit.is_open:
            self._edit.commit()
        self._end()

    def cancel(self) -> None:
        if self._edit is not None and self._edit.is_open:
            self._edit.cancel()
        self._end()

    def _end(self) -> None:
        overlay = self._desk.overlay
        overlay.handles = overlay.ports = True
        overlay.target, overlay.limb = "", None
        self._desk.lift(frozenset())
        self._desk.hint("")


def _nothing(region: Box) -> list[Box]:
    return []
