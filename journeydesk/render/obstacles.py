"""The cards round which arrows are led."""

from collections.abc import Iterable, Mapping

from journeydesk.kinds.frame import Frame
from journeydesk.layout.cells import Cells
from journeydesk.picture.marks import Box
from journeydesk.render.arrange import Placed


class Obstacles:
    """Where they are, and where they were when that was last asked."""

    def __init__(self) -> None:
        self.cells = Cells()
        self._left: dict[str, Box | None] = {}

    def move(self, moved: Iterable[str], placed: Mapping[str, Placed]) -> None:
        """Takes over where these nodes lie now."""
        for key in moved:
            item = placed.get(key)
            before = self.cells.boxes.get(key)
            after = item.box if item is not None and _is_in_the_way(item) else None
            if before == after:
                continue
            self._left.setdefault(key, before)
            if after is None:
                self.cells.remove(key)
            else:
                self.cells.put(key, after)

    def changed(self) -> list[Box]:
        """The regions that were left or taken since the last time."""
        here, left = self.cells.boxes, self._left
        self._left = {}
        return [box for key, before in left.items() for box in (before, here.get(key)) if box]

    def near(self, region: Box) -> list[Box]:
        """The boxes that meet a region, always in the same order."""
        return [self.cells.boxes[key] for key in sorted(self.cells.meeting(region))]


def _is_in_the_way(item: Placed) -> bool:
    """Whether arrows go round a node: a frame is crossed, but for one of which only the bar is seen."""
    return not isinstance(item.node, Frame) or item.node.folded
