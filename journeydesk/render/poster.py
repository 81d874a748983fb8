"""Composes a sheet to print: a title block, the map as large as it can be, and a legend of what occurs on it.

Everything grows with the page's diagonal, so that an A0 poster is an A4 page seen from further away.
"""

from dataclasses import dataclass

from journeydesk.kinds.kind import Look
from journeydesk.language import N_, Problem, message
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap
from journeydesk.picture.marks import Box, Group, Path, Picture, bounds
from journeydesk.picture.shapes import rectangle
from journeydesk.picture.text import Type, lay
from journeydesk.picture.theme import Theme
from journeydesk.render.board import Board
from journeydesk.render.heading import CREDIT, VALUE, credit, heading
from journeydesk.render.legend import Legend, column, sections, strip
from journeydesk.render.meanings import palettes
from journeydesk.render.pages import PageSize
from journeydesk.render.piece import piece, whole_piece
from journeydesk.render.sheet import Bookmark, Sheet

A4_DIAGONAL = 363.7
# Millimetres on A4.
MARGIN = 11.0
GAP = 5.0
HAIR = 0.2
LARGEST_SCALE = 0.26  # a few nodes do not grow into giants
LEGEND_SIZES = (1.0, 0.85, 0.7, 0.55)
SMALLEST_COLUMN = 0.6
LEGEND_SHARE = 0.26  # of the height that the title leaves
ROLL_TRIES = 6  # each comes nearer to the length that is needed
BESIDE = 1.1  # how much larger the map must become for the legend to stand beside it


def compose(
    document: Document,
    map_id: str,
    *,
    page: PageSize,
    theme: Theme | None = None,
    language: str = "",
    ids: tuple[str, ...] = (),
    incognita: bool = False,
    remarks: bool = False,
) -> Sheet:
    """The poster of a map, or of these nodes and what goes with them.

    Theme and language are the map's and the project's where none is given. With `incognita`, what no fresh
    source bears out is engraved, with `remarks` open comments are counted. Raises Problem for no such map.
    """
    drawn = document.find(JourneyMap, map_id)
    if drawn is None:
        raise Problem(message("This map is not in the project any more."))
    board = Board(document, map_id, theme=theme, language=language, incognita=incognita, remarks=remarks)
    chosen = whole_piece(board, ids) if ids else {entry.record_id for entry in board.entries.values()}
    picture = tuple(entry.picture for entry in piece(board, chosen))
    box = bounds(picture) or Box(0, 0, 0, 0)
    plan = _planned(document, drawn, board, box, page)
    fitted = _fitted(picture, box, plan.room, plan.unit, drawn, board.look)
    return Sheet(
        plan.page.width_mm,
        plan.page.height_mm,
        board.look.theme.ground,
        (*plan.head, fitted, *plan.legend, *plan.made),
        drawn.title or document.project.title,
        document.project.author or document.project.organisation,
        board.look.say.language,
        drawn.scenario,
        _bookmarks(drawn.title or document.project.title, board),
        palettes=palettes(document, map_id, board.look),
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """What stands around the map, and the room that it leaves."""

    page: PageSize
    unit: float
    head: Picture
    legend: Picture
    made: Picture
    room: Box


def _planned(document: Document, drawn: JourneyMap, board: Board, box: Box, page: PageSize) -> _Plan:
    """The plan of the page; of a roll, just so much of it that the map can fill its width."""
    plan = _plan(document, drawn, board, box, page.suited(box.width, box.height))
    lies = box.width >= box.height
    for _ in range(ROLL_TRIES if page.roll else 0):
        room, most = plan.room, LARGEST_SCALE * plan.unit
        if lies:
            scale = min(most, room.height / max(box.height, 1.0))
            length = plan.page.width_mm - room.width + box.width * scale
        else:
            scale = min(most, room.width / max(box.width, 1.0))
            length = plan.page.height_mm - room.height + box.height * scale
        plan = _plan(document, drawn, board, box, page.cut(length, lies=lies))
    return plan


def _plan(document: Document, drawn: JourneyMap, board: Board, box: Box, page: PageSize) -> _Plan:
    unit = min(page.diagonal / A4_DIAGONAL, min(page.width_mm, page.height_mm) / 140)
    margin = MARGIN * unit
    area = Box(margin, margin, page.width_mm - margin, page.height_mm - margin * 1.2)
    head = heading(document, drawn, board.look, area.width, unit)
    below = Box(area.left, area.top + head.height + GAP * unit, area.right, area.bottom)
    legend, room = _with_legend(board, box, below, unit)
    made = credit(document, drawn, board.look, area, area.bottom + margin * 0.6 - CREDIT * unit / 2, unit)
    return _Plan(
        page, unit, (Group(head.picture, area.left, area.top, name="heading"),), legend, tuple(made), room
    )


def _bookmarks(title: str, board: Board) -> tuple[Bookmark, ...]:
    """The map, and in it the stages that can be seen, in their order."""
    shown = [placed for placed in board.placed.values() if placed.setting.number and placed.node.title]
    shown.sort(key=lambda placed: placed.setting.number)
    return (
        Bookmark(title or board.look.say(N_("Untitled"))),
        *(Bookmark(placed.node.title, placed.node.id, 1) for placed in shown),
    )


def _scale(box: Box, room: Box, unit: float) -> float:
    """How many millimetres a board unit takes where the box fits the room."""
    if room.width <= 0 or room.height <= 0:
        return 0.0
    return min(LARGEST_SCALE * unit, room.width / max(box.width, 1), room.height / max(box.height, 1))


def _fitted(picture: Picture, box: Box, room: Box, unit: float, drawn: JourneyMap, look: Look) -> Group:
    """The map in the middle of its room."""
    if not picture:
        block = lay(look.say(N_("This map is still empty.")), Type(VALUE * unit), max(room.width, 1))
        words = block.placed(
            room.left, room.y - block.height / 2, look.theme.muted, align=0.5, width=room.width
        )
        return Group(words, name="map")
    scale = max(_scale(box, room, unit), 1e-4)
    x, y = room.x - box.x * scale, room.y - box.y * scale
    return Group(picture, x, y, scale, name="map", title=drawn.title, about=drawn.scenario)


def _with_legend(board: Board, box: Box, below: Box, unit: float) -> tuple[Picture, Box]:
    """The legend under the map, or beside it where that leaves the map larger; and the room that is left."""
    found = sections(board)
    if not found:
        return (), below
    theme, gap = board.look.theme, GAP * unit
    strips = [strip(found, below.width, unit * size, theme) for size in LEGEND_SIZES]
    flat = next((one for one in strips if one.height <= below.height * LEGEND_SHARE), strips[-1])
    tall = column(found, below.height, unit, theme)
    if tall.unit < unit * SMALLEST_COLUMN:
        # A low page: sections side by side are easier to read than a long column made small.
        tall = strip(found, below.width * LEGEND_SHARE, unit * LEGEND_SIZES[1], theme)
    above = Box(below.left, below.top, below.right, below.bottom - flat.height - 2 * gap)
    beside = Box(below.left, below.top, below.right - tall.width - 2 * gap, below.bottom)
    is_legible = tall.unit >= unit * SMALLEST_COLUMN
    if is_legible and _scale(box, beside, unit) > BESIDE * _scale(box, above, unit):
        return _placed(tall, below.right - tall.width, below.top), beside
    top = below.bottom - flat.height
    rule = rectangle(Box(below.left, top - gap * 0.5, below.right, top - gap * 0.5 + HAIR * unit))
    return (Path(rule, theme.muted), *_placed(flat, below.left, top)), above


def _placed(legend: Legend, x: float, y: float) -> Picture:
    return (Group(legend.picture, x, y, name="legend"),)
