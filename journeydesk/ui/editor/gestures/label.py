"""Moving the label of an arrow."""

from dataclasses import replace

from PySide6.QtCore import Qt

from journeydesk.language import say
from journeydesk.model.document import Edit
from journeydesk.operations import links
from journeydesk.picture.shapes import Point
from journeydesk.render.strand import Strand
from journeydesk.ui.editor.gestures.desk import Desk


class LabelGesture:
    """Drags a label along its arrow."""

    def __init__(self, desk: Desk, strand: Strand, start: Point) -> None:
        self._desk, self._strand = desk, strand
        at = strand.label_at or start
        self._held = (at[0] - start[0], at[1] - start[1])  # from the pointer to the label's middle
        self._start = start
        self._edit: Edit | None = None

    def move(self, point: Point, modifiers: Qt.KeyboardModifier) -> None:
        if self._edit is None:
            if point == self._start:
                return
            self._edit = self._desk.session.document.begin(links.PUT_LABEL)
            self._desk.overlay.handles = False
            self._desk.lift(frozenset((self._strand.link.id,)))
        if not self._edit.is_open:
            return
        part, _ = self._strand.route.nearest((point[0] + self._held[0], point[1] + self._held[1]))
        self._edit.put(replace(self._strand.link, label_at=round(part, 3)))
        self._desk.tell(
            say("Moves the label along its arrow; release to leave it here, Esc cancels"),
            Qt.CursorShape.SizeAllCursor,
        )

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
        self._desk.hint("")
