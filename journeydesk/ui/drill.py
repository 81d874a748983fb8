"""Into which node of the map somebody stepped: then only that, its branches and its inside are in view."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from journeydesk.kinds.frame import Frame, open_box
from journeydesk.model.document import Document
from journeydesk.model.records import Node
from journeydesk.picture.shapes import Point
from journeydesk.render.scope import belongs

INSET = 60.0  # board units from a frame's edge to the middle of what is added in it


class Drill(QObject):
    """The way from the map to what is in view. `changed` tells that it is another one."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._path: tuple[str, ...] = ()

    @property
    def path(self) -> tuple[str, ...]:
        """The ids of the nodes into which somebody stepped, one after the other."""
        return self._path

    @property
    def within(self) -> str:
        """The id of the node that is in view with all that belongs to it; "" for the whole map."""
        return self._path[-1] if self._path else ""

    def go(self, path: Iterable[str]) -> None:
        """Goes another way; it ends before the first node that is not there."""
        found: list[str] = []
        for key in path:
            if self._document.find(Node, key) is None:
                break
            found.append(key)
        if tuple(found) != self._path:
            self._path = tuple(found)
            self.changed.emit()

    def forget(self) -> None:
        """Begins with the whole of another map, which is told by itself."""
        self._path = ()

    def shows(self, key: str) -> bool:
        """Whether a node or an arrow is within what is in view."""
        return belongs(self._document, self.within, self._document.get(key))

    def make_room(self, keys: Iterable[str]) -> None:
        """Steps out as far as it takes to see all of these."""
        path, wanted = self._path, [record for key in keys if (record := self._document.get(key))]
        while path and not all(belongs(self._document, path[-1], record) for record in wanted):
            path = path[:-1]
        self.go(path)

    def inside(self, point: Point) -> Point:
        """The point, or the nearest to it where what is added can be seen."""
        frame = self._document.find(Frame, self.within)
        if frame is None:
            return point
        box = open_box(frame)
        x = max(box.left + INSET, min(point[0], box.right - INSET))
        y = max(box.top + INSET, min(point[1], box.bottom - INSET))
        return x, y
