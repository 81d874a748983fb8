"""Composes a sheet to print: a title block, the map as large as it can be, and a legend of what occurs on it.

Everything grows with the page's diagonal, so that an A0 poster is an A4 page seen from further away.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journeydesk.kinds.frame import Frame
from journeydesk.kinds.kind import Look
from journeydesk.language import N_, Problem, message
from journeydesk.model.document import Document
from journeydesk.model.queries import sources_in_order
from journeydesk.model.records import JourneyMap
from journeydesk.picture.marks import Box, Group, Path, Picture
from journeydesk.picture.shapes import rectangle
from journeydesk.picture.text import Type, lay
from journeydesk.picture.theme import Theme
from journeydesk.render.asides import COLUMN, GUTTER, Aside, in_columns
from journeydesk.render.board import Board
from journeydesk.render.extras import NONE, Extras
from journeydesk.render.heading import CREDIT, VALUE, credit, heading
from journeydesk.render.legend import Legend, Section, columns, sections, strip
from journeydesk.render.meanings import palettes
from journeydesk.render.pages import PageSize
from journeydesk.render.piece import piece, whole_piece
from journeydesk.render.sheet import Bookmark, Sheet
from journeydesk.render.snug import snug

A4_DIAGONAL = 363.7
# Millimetres on A4.
MARGIN = 11.0
GAP = 5.0
HAIR = 0.2
LARGEST_SCALE = 0.26  # a few nodes do not grow into giants
LEGEND_SIZES = (1.0, 0.85, 0.7, 0.6)
LEGEND_SHARE = 0.26  # of the height that the title leaves
LEGEND_COLUMNS = (1, 2, 3)
LEGIBLE = 0.15  # how much a larger legend counts beside a larger map
ASIDES_SHARE = 0.32  # of the height or width that the title leaves
ASIDES_COLUMNS = (1, 2)
ROLL_TRIES = 6  # each comes nearer to the length that is needed


def compose(
    document: Document,
    map_id: str,
    *,
    page: PageSize,
    theme: Theme | None = None,
    language: str = "",
    ids: tuple[str, ...] = (),
    extras: Extras = NONE,
    asides: tuple[Aside, ...] = (),
) -> Sheet:
    """The poster of a map, or of these nodes and what goes with them, with `asides` in columns beside it.

    Theme and language are the map's and the project's where none is given. Of the extras, what is drawn on
    the map itself is followed. Raises Problem for no such map.
    """
    drawn = document.find(JourneyMap, map_id)
    if drawn is None:
        raise Problem(message("This map is not in the project any more."))
    document = _opened(document, ids)
    board = _board(document, map_id, theme, language, extras)
    every = frozenset(entry.record_id for entry in board.entries.values())
    chosen = whole_piece(board, ids) if ids else every
    title = _title(document, drawn, ids)
    picture = tuple(entry.picture for entry in piece(board, chosen))
    box = snug(picture) or Box(0, 0, 0, 0)
    plan = _planned(_Parts(document, drawn, board, box, asides, chosen, title), page)
    fitted = _fitted(picture, box, plan.room, plan.unit, drawn, board.look)
    return Sheet(
        plan.page.width_mm,
        plan.page.height_mm,
        board.look.theme.ground,
        (*plan.head, fitted, *plan.legend, *plan.made),
        title,
        document.project.author or document.project.organisation,
        board.look.say.language,
        drawn.scenario,
        _bookmarks(title, board, chosen),
        palettes=palettes(document, map_id, board.look),
    )


def _opened(document: Document, ids: tuple[str, ...]) -> Document:
    """The document, with a frame open that is shown alone: people want to see what lies in it."""
    frame = document.find(Frame, ids[0]) if len(ids) == 1 else None
    if frame is None or not frame.folded:
        return document
    shown = replace(frame, folded=False, contents=())
    return Document(shown if record.id == frame.id else record for record in document)


def _title(document: Document, drawn: JourneyMap, ids: tuple[str, ...]) -> str:
    """What the poster is called: as the map, or as the frame that is shown alone."""
    frame = document.find(Frame, ids[0]) if len(ids) == 1 else None
    return (frame.title if frame is not None else "") or drawn.title or document.project.title


def _board(document: Document, map_id: str, theme: Theme | None, language: str, extras: Extras) -> Board:
    sources = sources_in_order(document) if extras.sources else ()
    numbers = {source.id: number for number, source in enumerate(sources, 1)}
    return Board(
        document,
        map_id,
        theme=theme,
        language=language,
        incognita=extras.incognita,
        remarks=extras.comments,
        numbers=numbers or None,
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """What is to be put together: a map that takes this box of its board, and what stands beside it."""

    document: Document
    drawn: JourneyMap
    board: Board
    box: Box
    asides: tuple[Aside, ...]
    shown: frozenset[str]
    title: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """What stands around the map, and the room that it leaves."""

    page: PageSize
    unit: float
    head: Picture
    legend: Picture
    made: Picture
    room: Box


def _planned(parts: _Parts, page: PageSize) -> _Plan:
    """The plan of the page; of a roll, just so much of it that the map can fill its width."""
    box = parts.box
    plan = _plan(parts, page.suited(box.width, box.height))
    lies = box.width >= box.height
    for _ in range(ROLL_TRIES if page.roll else 0):
        room, most = plan.room, LARGEST_SCALE * plan.unit
        if lies:
            scale = min(most, room.height / max(box.height, 1.0))
            length = plan.page.width_mm - room.width + box.width * scale
        else:
            scale = min(most, room.width / max(box.width, 1.0))
            length = plan.page.height_mm - room.height + box.height * scale
        plan = _plan(parts, page.cut(length, lies=lies))
    return plan


def _plan(parts: _Parts, page: PageSize) -> _Plan:
    unit = min(page.diagonal / A4_DIAGONAL, min(page.width_mm, page.height_mm) / 140)
    margin, look = MARGIN * unit, parts.board.look
    area = Box(margin, margin, page.width_mm - margin, page.height_mm - margin * 1.2)
    head = heading(parts.document, parts.drawn, parts.title, look, area.width, unit)
    below = Box(area.left, area.top + head.height + GAP * unit, area.right, area.bottom)
    beside, room = _surrounded(parts, below, unit)
    foot = area.bottom + margin * 0.6 - CREDIT * unit / 2
    made = credit(parts.document, parts.drawn, look, area, foot, unit)
    title = Group(head.picture, area.left, area.top, name="heading")
    return _Plan(page, unit, (title,), beside, tuple(made), room)


def _bookmarks(title: str, board: Board, chosen: frozenset[str]) -> tuple[Bookmark, ...]:
    """The map, and in it the stages that can be seen, in their order."""
    stages = [placed for placed in board.placed.values() if placed.setting.number and placed.node.title]
    shown = [placed for placed in stages if placed.node.id in chosen]
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


def _surrounded(parts: _Parts, below: Box, unit: float) -> tuple[Picture, Box]:
    """Asides and legend where they leave the map largest; and the room that is left for it."""
    found = sections(parts.board, parts.shown)
    best: tuple[float, Picture, Box] | None = None
    for asides, rest, _ in list(_with_asides(parts, below, unit)) or [((), below, 1.0)]:
        legend, room, worth = _with_legend(found, parts, rest, unit)
        worth *= _scale(parts.box, room, unit)
        if best is None or worth > best[0]:
            best = worth, (*asides, *legend), room
    assert best is not None
    return best[1], best[2]


Way = tuple[Picture, Box, float]  # what stands there, the room that is left, and how legible it is


def _with_asides(parts: _Parts, below: Box, unit: float) -> Iterator[Way]:
    """The asides under everything, or in columns at the right."""
    gap, look = GAP * unit, parts.board.look
    made = in_columns(parts.asides, below.width, below.height * ASIDES_SHARE, unit, look)
    if made is not None:
        top = below.bottom - made.height
        marks = (
            _rule(below, top - gap * 0.5, unit, look),
            Group(made.picture, below.left, top, name="asides"),
        )
        yield marks, Box(below.left, below.top, below.right, top - 1.5 * gap), made.unit / unit
    for count in ASIDES_COLUMNS:
        width = (count * (COLUMN + GUTTER) - GUTTER) * unit
        if width > below.width * ASIDES_SHARE:
            return
        made = in_columns(parts.asides, width, below.height, unit, look)
        if made is not None:
            group = Group(made.picture, below.right - width, below.top, name="asides")
            yield (group,), replace(below, right=below.right - width - 2 * gap), made.unit / unit


def _with_legend(found: tuple[Section, ...], parts: _Parts, below: Box, unit: float) -> Way:
    """The legend under the map or beside it, where the map and its own letters become largest together."""
    if not found:
        return (), below, 1.0

    def worth(way: Way) -> float:
        return float(_scale(parts.box, way[1], unit) * way[2] ** LEGIBLE)

    marks, room, size = max(_legends(found, parts.board.look, below, unit), key=worth)
    return marks, room, size**LEGIBLE


def _legends(found: tuple[Section, ...], look: Look, below: Box, unit: float) -> Iterator[Way]:
    """All places and sizes of the legend that come into question."""
    gap = GAP * unit
    for size in LEGEND_SIZES:
        flat = strip(found, below.width, unit * size, look.theme)
        if flat.height <= below.height * LEGEND_SHARE or size == LEGEND_SIZES[-1]:
            top = below.bottom - flat.height
            marks = (_rule(below, top - gap * 0.5, unit, look), _placed(flat, below.left, top))
            yield marks, replace(below, bottom=top - 2 * gap), flat.unit / unit
        for count in LEGEND_COLUMNS:
            tall = columns(found, count, unit * size, look.theme)
            if tall.height <= below.height and tall.width <= below.width * LEGEND_SHARE * 1.5:
                left = below.right - tall.width
                yield (_placed(tall, left, below.top),), replace(below, right=left - 2 * gap), size


def _rule(area: Box, y: float, unit: float, look: Look) -> Path:
    return Path(rectangle(Box(area.left, y, area.right, y + HAIR * unit)), look.theme.muted)


def _placed(legend: Legend, x: float, y: float) -> Group:
    return Group(legend.picture, x, y, name="legend")
