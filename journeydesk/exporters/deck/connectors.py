"""The geometry of connectors: from a side of a shape to a side of another, as PowerPoint bends them.

A connector is a preset shape in its box, mirrored and turned by a quarter. Format: ECMA-376, preset shapes
`curvedConnector2` to `curvedConnector5`; angles are 60,000ths of a degree.
"""

from dataclasses import dataclass

from journeydesk.layout.routing import Side

QUARTER = 5_400_000
WHOLE = 100_000  # of the box's width or height, in adjustments
THIN = 360  # a box is no thinner, or what bends out of it could not be told
# The number of the connection site on a side of a rectangle, and of all shapes that are used for nodes.
SITES = {Side.TOP: 0, Side.LEFT: 1, Side.BOTTOM: 2, Side.RIGHT: 3}
OUTWARD = {Side.RIGHT: (1, 0), Side.LEFT: (-1, 0), Side.BOTTOM: (0, 1), Side.TOP: (0, -1)}


@dataclass(frozen=True, slots=True)
class Bend:
    """How a connector lies: its preset, its box before it is turned, and its adjustments."""

    preset: str
    left: int
    top: int
    width: int
    height: int
    turned: bool = False
    mirrored_x: bool = False
    mirrored_y: bool = False
    adjustments: tuple[int, ...] = ()

    @property
    def middle(self) -> tuple[int, int]:
        """A point about halfway along it, where a label may stand."""
        parts = [value / WHOLE for value in self.adjustments]
        x, y = {
            "2": lambda: (0.69, 0.31),
            "3": lambda: (parts[0], 0.5),
            "4": lambda: (parts[0], parts[1] / 2),
            "5": lambda: (0.5, parts[1]),
        }[self.preset[-1]]()
        across = (x - 0.5) * self.width * (-1 if self.mirrored_x else 1)
        down = (y - 0.5) * self.height * (-1 if self.mirrored_y else 1)
        if self.turned:
            across, down = -down, across
        return round(self.left + self.width / 2 + across), round(self.top + self.height / 2 + down)


def bend(
    start: tuple[int, int],
    leaves: Side,
    end: tuple[int, int],
    enters: Side,
    out: int,
    *,
    right_angles: bool = False,
) -> Bend:
    """The connector from a point on one side to a point on another; it bends out at least so far.

    It may have right angles instead of curves.
    """
    kind = "bent" if right_angles else "curved"
    turned = leaves in (Side.TOP, Side.BOTTOM)
    # Along the way in which it leaves, and across it.
    along, across = (1, 0) if turned else (0, 1)
    run, rise = end[along] - start[along], end[across] - start[across]
    first, last = OUTWARD[leaves][along], OUTWARD[enters]
    adjustments: tuple[int, ...]
    if last[along] == first:
        reach = (max if first > 0 else min)(0, run) + first * out
        preset, adjustments = f"{kind}Connector3", (_part(reach, run),)
    elif last[along] and run * first > 0:
        preset, adjustments = f"{kind}Connector3", (WHOLE // 2,)
    elif last[along]:
        reach, back = first * out, run - first * out
        preset, adjustments = f"{kind}Connector5", (_part(reach, run), WHOLE // 2, _part(back, run))
    elif run * first > 0 and rise * last[across] < 0:
        preset, adjustments = f"{kind}Connector2", ()
    else:
        reach = first * max(out, run * first // 2) if run * first > 0 else first * out
        beyond = (max if last[across] > 0 else min)(0, rise) + last[across] * out
        preset, adjustments = f"{kind}Connector4", (_part(reach, run), _part(beyond, rise))
    return _boxed(preset, start, end, turned, adjustments)


def _part(length: int, whole: int) -> int:
    sign = -1 if whole < 0 else 1
    return round(length * WHOLE / (sign * max(abs(whole), THIN)))


def _boxed(
    preset: str, start: tuple[int, int], end: tuple[int, int], turned: bool, adjustments: tuple[int, ...]
) -> Bend:
    dx, dy = end[0] - start[0], end[1] - start[1]
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    width, height = (abs(dy), abs(dx)) if turned else (abs(dx), abs(dy))
    if adjustments:
        width = max(width, THIN)
        height = max(height, THIN) if len(adjustments) > 1 else height
    return Bend(
        preset,
        round(x - width / 2),
        round(y - height / 2),
        width,
        height,
        turned,
        (dy if turned else dx) < 0,
        dx >= 0 if turned else dy < 0,
        adjustments,
    )


def side_of(point: tuple[float, float], left: float, top: float, right: float, bottom: float) -> Side:
    """The side of a box that is nearest to a point."""
    distances = {
        Side.LEFT: abs(point[0] - left),
        Side.RIGHT: abs(point[0] - right),
        Side.TOP: abs(point[1] - top),
        Side.BOTTOM: abs(point[1] - bottom),
    }
    return min(distances, key=lambda side: distances[side])


def middle(frame: tuple[int, int, int, int], side: Side) -> tuple[int, int]:
    """The middle of a side, where its connection site is."""
    left, top, width, height = frame
    dx, dy = OUTWARD[side]
    return left + width * (1 + dx) // 2, top + height * (1 + dy) // 2
