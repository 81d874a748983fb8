"""Where things lie on a slide, in the whole units in which PowerPoint counts."""

from dataclasses import dataclass

from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point

EMU = 36_000  # to a millimetre
POINT = 12_700  # to a point
SMALLEST_TYPE, LARGEST_TYPE = 1.0, 4000.0  # points

Frame = tuple[int, int, int, int]  # left, top, width, height


@dataclass(frozen=True, slots=True)
class Place:
    """Turns lengths of a drawing into those of a slide: scaled, then moved."""

    x: float = 0.0
    y: float = 0.0
    scale: float = float(EMU)

    def within(self, x: float, y: float, scale: float) -> "Place":
        """The place of what is scaled and moved in this one."""
        return Place(self.x + x * self.scale, self.y + y * self.scale, self.scale * scale)

    def point(self, point: Point) -> tuple[int, int]:
        return round(self.x + point[0] * self.scale), round(self.y + point[1] * self.scale)

    def frame(self, box: Box) -> Frame:
        """Left, top, width and height; none of them is less than nothing."""
        left, top = self.point((box.left, box.top))
        return left, top, max(0, self.length(box.width)), max(0, self.length(box.height))

    def length(self, value: float) -> int:
        return round(value * self.scale)

    def points(self, size: float) -> float:
        """A size of type in points, as far as PowerPoint has it."""
        return min(max(size * self.scale / POINT, SMALLEST_TYPE), LARGEST_TYPE)


def fitted(box: Box, room: Box, largest: float) -> Place:
    """The place in which a box of a drawing lies in the middle of a room in millimetres.

    `largest` is the most millimetres that a unit of the drawing may take.
    """
    scale = min(largest, room.width / max(box.width, 1), room.height / max(box.height, 1))
    return Place((room.x - box.x * scale) * EMU, (room.y - box.y * scale) * EMU, scale * EMU)
