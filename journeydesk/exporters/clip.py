"""A piece of a map, or all of it, as PNG and SVG for the clipboard: as on the board, on its ground."""

import io
from collections.abc import Iterable
from dataclasses import dataclass

from journeydesk.exporters.png import write_png
from journeydesk.language import Problem, message
from journeydesk.picture.marks import Box, Group, Path, Picture, bounds, paint
from journeydesk.picture.shapes import rectangle
from journeydesk.render.board import Board
from journeydesk.render.entry import Entry
from journeydesk.render.piece import piece

MARGIN = 16.0  # board units around it
LONGEST_SIDE = 2000  # pixels
SHARPEST = 2.0  # pixels to a board unit, where there is room
DPI = 96.0
MM = 25.4 / DPI  # millimetres to a board unit


@dataclass(frozen=True, slots=True)
class Clip:
    """What is to be seen, in the order of painting, and the ground on which it lies."""

    entries: tuple[Entry, ...]
    ground: str
    language: str
    title: str = ""


def clip(board: Board, ids: Iterable[str] | None = None, title: str = "") -> Clip:
    """What the board shows of these nodes and links, or of all; limbs only between nodes that are shown."""
    found = board.entries.values() if ids is None else piece(board, ids)
    ordered = sorted(found, key=lambda entry: entry.rank)
    return Clip(tuple(ordered), board.look.theme.ground, board.look.say.language, title)


def _drawn(shown: Clip) -> tuple[Picture, Box]:
    picture = tuple(entry.picture for entry in shown.entries)
    box = bounds(picture)
    if box is None:
        raise Problem(message("There is nothing here of which a picture could be made."))
    return picture, box.grown(MARGIN)


def to_png(shown: Clip) -> bytes:
    """The picture as PNG, at most 2000 pixels wide or high. Raises Problem where there is nothing to see."""
    from journeydesk.render.pixels import bands

    picture, box = _drawn(shown)
    scale = min(SHARPEST, LONGEST_SIDE / max(box.width, box.height))
    width, height = (max(1, min(LONGEST_SIDE, round(side * scale))) for side in (box.width, box.height))
    file = io.BytesIO()
    rows = bands((Group(picture, -box.left, -box.top),), width, height, scale=scale, ground=shown.ground)
    write_png(rows, file, width=width, height=height, dpi=DPI * scale, title=shown.title)
    return file.getvalue()


def to_svg(shown: Clip) -> bytes:
    """The picture as SVG, at its size on the board. Raises Problem where there is nothing to see."""
    from journeydesk.render.svg import SvgCanvas

    picture, box = _drawn(shown)
    width, height = box.width * MM, box.height * MM
    canvas = SvgCanvas(width, height, title=shown.title, language=shown.language)
    ground = Path(rectangle(Box(0, 0, width, height)), shown.ground)
    paint((ground, Group(picture, -box.left * MM, -box.top * MM, MM)), canvas)
    return canvas.finished().encode()
