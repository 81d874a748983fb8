"""The bundled icons (Lucide: 24 by 24, outlined) as marks."""

import re
from functools import cache, lru_cache

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.svgLib import SVGPath

from journeydesk import resources
from journeydesk.picture.marks import Command, Path, Picture, Stroke

GRID = 24.0
_NAME = re.compile("[a-z0-9-]+")


@cache
def has_icon(name: str) -> bool:
    """Whether an icon of this name is bundled."""
    return bool(_NAME.fullmatch(name)) and resources.path("icons", f"{name}.svg").is_file()


@cache
def _outline(name: str) -> tuple[Command, ...]:
    """An icon's outline in its own grid."""
    pen = DecomposingRecordingPen({})
    SVGPath.fromstring(resources.path("icons", f"{name}.svg").read_bytes()).draw(pen)
    commands: list[Command] = []
    at = (0.0, 0.0)
    for verb, points in pen.value:
        flat = [float(number) for point in points for number in point]
        match verb:
            case "moveTo":
                commands.append(("M", *flat))  # type: ignore[arg-type]  # as many as the verb takes
            case "lineTo":
                commands.append(("L", *flat))  # type: ignore[arg-type]  # as many as the verb takes
            case "curveTo":
                commands.append(("C", *flat))  # type: ignore[arg-type]  # as many as the verb takes
            case "qCurveTo":
                commands.append(_raised(at, points))
            case "closePath":
                commands.append(("Z",))
        if points:
            at = points[-1]
    return tuple(commands)


def _raised(at: tuple[float, float], points: tuple[tuple[float, float], ...]) -> Command:
    """A quadratic curve as the cubic that is the same."""
    (x0, y0), (x1, y1), (x2, y2) = at, points[0], points[-1]
    third = 2 / 3
    return (
        "C",
        x0 + third * (x1 - x0),
        y0 + third * (y1 - y0),
        x2 + third * (x1 - x2),
        y2 + third * (y1 - y2),
        x2,
        y2,
    )


@lru_cache(maxsize=4096)
def icon(name: str, x: float, y: float, size: float, colour: str, width: float = 2.0) -> Picture:
    """An icon with its top left at x, y; nothing for an unknown name. `width` is its line's, in 24ths."""
    if not has_icon(name):
        return ()
    scale = size / GRID
    moved: list[Command] = []
    for verb, *numbers in _outline(name):
        placed = [(x if i % 2 == 0 else y) + n * scale for i, n in enumerate(numbers)]
        moved.append((verb, *placed))  # type: ignore[arg-type]  # as many as the verb takes
    return (Path(tuple(moved), stroke=Stroke(colour, width * scale)),)
