"""The pages of a poster in tiles: first how to put them together, then each tile with what gluing needs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journeydesk.language import N_, Catalogue, catalogue, counted, message
from journeydesk.picture.marks import Box, Group, Mark, Path, Picture, Stroke
from journeydesk.picture.shapes import polyline, rectangle, rounded
from journeydesk.picture.text import Type, lay
from journeydesk.render.cutting import proposed
from journeydesk.render.heading import clipped
from journeydesk.render.press import Press
from journeydesk.render.sheet import Bookmark, Sheet
from journeydesk.render.tiling import FOOT, Cuts, Tile, Tiling, tile_name, tiles, turned

PAPER, INK, MUTED, FAINT, PALE = "#ffffff", "#1b2430", "#56616f", "#1b243040", "#ffffff66"
# Millimetres.
HAIR = 0.15
AWAY, LENGTH = 1.0, 4.0  # a mark begins so far from the corner and is so long
HATCH = 4.0
RULERS = (100.0, 50.0)
SMALLEST, SMALL, PLAIN, LARGE, TITLE = 1.2, 2.2, 3.0, 6.0, 5.2
LEAST_WORDS = 15.0
GAP = 4.0
STEPS = (
    N_("Print all pages at 100 %, which is also called actual size. Then the ruler on each tile is right."),
    N_("Cut each tile along the marks at its left and at its top. Leave the hatched flaps."),
    N_("Begin at the top left. Glue each tile onto the hatched flap that bears its name."),
    N_("Where the poster ends, cut along the marks last of all."),
)


@dataclass(frozen=True, slots=True)
class _Poster:
    """What all tiles of a poster share. `drawing` is one and the same, so that it is written once."""

    sheet: Sheet
    drawing: Picture
    area: Box
    tiling: Tiling
    tiles: tuple[Tile, ...]
    say: Catalogue

    @property
    def rows(self) -> int:
        return self.tiles[-1].row + 1

    @property
    def columns(self) -> int:
        return self.tiles[-1].column + 1


def area_of(sheet: Sheet, press: Press) -> Box:
    """The poster with its bleed, from where the sheet's top left corner is."""
    return Box(0, 0, sheet.width_mm, sheet.height_mm).grown(press.bleed_mm)


def cut(sheet: Sheet, tiling: Tiling, press: Press, cuts: Cuts | None = None) -> tuple[Tiling, Cuts]:
    """How the sheet is cut: its tiles turned as is best, and the cuts, proposed where none are given.

    Raises Problem where it cannot be cut so.
    """
    area = area_of(sheet, press)
    settled = replace(tiling, page=turned(area, tiling))
    return settled, proposed(sheet.picture, area, settled) if cuts is None else cuts


def tiled(sheet: Sheet, tiling: Tiling, press: Press, cuts: Cuts | None = None) -> tuple[Sheet, ...]:
    """The sheet in tiles, after a page that shows how they are put together where there are several.

    Raises Problem where it cannot be cut so.
    """
    settled, where = cut(sheet, tiling, press, cuts)
    area = area_of(sheet, press)
    drawing = (Path(rectangle(area), sheet.ground), *sheet.picture)
    poster = _Poster(sheet, drawing, area, settled, tiles(area, settled, where), catalogue(sheet.language))
    made = tuple(_tile(poster, tile) for tile in poster.tiles)
    return (_assembly(poster), *made) if len(made) > 1 else made


def _page(poster: _Poster, picture: Picture, title: str, level: int = 1) -> Sheet:
    page, sheet = poster.tiling.page, poster.sheet
    return Sheet(
        page.width_mm, page.height_mm, PAPER, picture, title, sheet.author, sheet.language, sheet.subject,
        (Bookmark(title, level=level),),
    )  # fmt: skip


def _room(tiling: Tiling) -> Box:
    """Where pieces lie on the paper of a tile."""
    page, margin = tiling.page, tiling.margin_mm
    return Box(margin, margin, page.width_mm - margin, page.height_mm - margin - FOOT)


# A tile


def _tile(poster: _Poster, tile: Tile) -> Sheet:
    room, seen = _room(poster.tiling), tile.seen
    dx, dy = room.left - seen.left, room.top - seen.top
    told = poster.say(message("Tile {label}", label=tile.label))
    marks = (
        Group(poster.drawing, dx, dy, clip=seen, title=f"{poster.sheet.title}. {told}"),
        *_flaps(poster, tile, tile.piece.moved(dx, dy), seen.moved(dx, dy)),
        *_edges(poster, tile, dx, dy),
        *_foot(poster, tile),
    )
    return _page(poster, marks, told)


def _flaps(poster: _Poster, tile: Tile, piece: Box, seen: Box) -> Iterator[Mark]:
    """Hatching on what the neighbours will cover, and which of them it is."""
    if seen.right > piece.right:
        yield from _hatched(Box(piece.right, seen.top, seen.right, seen.bottom))
        yield from _named(poster, tile.row, tile.column + 1, (piece.right + seen.right) / 2, piece.y)
    if seen.bottom > piece.bottom:
        yield from _hatched(Box(seen.left, piece.bottom, piece.right, seen.bottom))
        yield from _named(poster, tile.row + 1, tile.column, piece.x, (piece.bottom + seen.bottom) / 2)


def _hatched(flap: Box) -> Picture:
    """A paler box with slanting hairs."""
    found: list[Mark] = [Path(rectangle(flap), PALE)]
    at = flap.left - flap.height + HATCH / 2
    while at < flap.right:
        start, end = max(0.0, flap.left - at), min(flap.height, flap.right - at)
        if end > start:
            points = ((at + start, flap.bottom - start), (at + end, flap.bottom - end))
            found.append(Path(polyline(points), stroke=Stroke(FAINT, HAIR)))
        at += HATCH
    return tuple(found)


def _named(poster: _Poster, row: int, column: int, x: float, y: float) -> Picture:
    """The name of the tile that is glued onto a flap, in its middle."""
    size = min(PLAIN, poster.tiling.overlap_mm / 2)
    if size < SMALLEST:
        return ()
    return _labelled(tile_name(row, column), x, y, size)


def _labelled(label: str, x: float, y: float, size: float) -> Picture:
    """A label on a plate of its own, with its middle at a point."""
    block = lay(label, Type(size, "bold"), 1e6)
    plate = Box.around(x, y, block.width + size, block.height)
    words = block.placed(plate.left, plate.top, INK, align=0.5, width=plate.width)
    return (Path(rounded(plate, size / 3), PAPER, Stroke(INK, HAIR)), *words)


def _edges(poster: _Poster, tile: Tile, dx: float, dy: float) -> Iterator[Mark]:
    """Marks outside the corners: where the tile is cut, and, dashed, where neighbours are glued on."""
    sheet, piece, seen = poster.sheet, tile.piece, tile.seen.moved(dx, dy)
    ends = (seen.top - AWAY, seen.top - AWAY - LENGTH), (seen.bottom + AWAY, seen.bottom + AWAY + LENGTH)
    sides = (seen.left - AWAY, seen.left - AWAY - LENGTH), (seen.right + AWAY, seen.right + AWAY + LENGTH)
    for x, glued in (
        (max(piece.left, 0.0), False),
        (min(piece.right, sheet.width_mm), piece.right < poster.area.right),
    ):
        for start, end in ends:
            yield _hair((x + dx, start), (x + dx, end), glued=glued)
    for y, glued in (
        (max(piece.top, 0.0), False),
        (min(piece.bottom, sheet.height_mm), piece.bottom < poster.area.bottom),
    ):
        for start, end in sides:
            yield _hair((start, y + dy), (end, y + dy), glued=glued)


def _hair(*points: tuple[float, float], glued: bool = False) -> Path:
    return Path(polyline(points), stroke=Stroke(INK, HAIR, (0.6, 0.9) if glued else ()))


def _foot(poster: _Poster, tile: Tile) -> Iterator[Mark]:
    """The tile's name and place, and a ruler by which one sees that it was printed at its size."""
    room, say = _room(poster.tiling), poster.say
    top, bottom = room.bottom + AWAY + LENGTH + 0.5, room.bottom + FOOT
    name = lay(tile.label, Type(LARGE, "bold", 1.0), 1e6)
    yield from name.placed(room.left, bottom - name.height, INK)
    left = room.left + name.width + 2
    length = next((length for length in RULERS if length <= room.right - left - 2), 0.0)
    if length:
        yield from _ruler(poster, room.right - length, bottom, length)
    width = room.right - length - left - GAP
    if width < LEAST_WORDS:
        return
    place = message("Row {row} of {rows}, column {column} of {columns}", row=tile.row + 1, rows=poster.rows,
                    column=tile.column + 1, columns=poster.columns)  # fmt: skip
    title = clipped(poster.sheet.title, Type(SMALL, "semibold"), width, 1)
    yield from title.placed(left, top, INK)
    yield from clipped(say(place), Type(SMALL), width, 1).placed(left, top + title.height, MUTED)


def _ruler(poster: _Poster, left: float, bottom: float, length: float) -> Iterator[Mark]:
    words = message("{length} mm when printed at 100 %", length=length)
    block = clipped(poster.say(words), Type(SMALL), length, 1)
    yield from block.placed(left, bottom - 2.4 - block.height, MUTED, align=0.5, width=length)
    yield _hair((left, bottom), (left + length, bottom))
    for number in range(round(length / 10) + 1):
        x = left + number * 10
        yield _hair((x, bottom), (x, bottom - (2.2 if number % 5 == 0 else 1.2)))


# How they are put together


def _assembly(poster: _Poster) -> Sheet:
    say, page, margin = poster.say, poster.tiling.page, poster.tiling.margin_mm
    area = Box(margin, margin, page.width_mm - margin, page.height_mm - margin)
    count = counted("1 tile", "{n} tiles", len(poster.tiles))
    size = message("{width} × {height} mm, {tiles}: {rows} by {columns}",
                   width=round(poster.sheet.width_mm), height=round(poster.sheet.height_mm), tiles=count,
                   rows=counted("1 row", "{n} rows", poster.rows),
                   columns=counted("1 column", "{n} columns", poster.columns))  # fmt: skip
    y, marks = area.top, list[Mark]()
    for text, type_, colour, gap in (
        (poster.sheet.title, Type(PLAIN, "semibold"), MUTED, 0.6),
        (say(N_("How the poster is put together")), Type(TITLE, "bold", 1.15), INK, 1.0),
        (say(size), Type(PLAIN), MUTED, GAP),
        *(
            (f"{number}.  {say(step)}", Type(PLAIN, leading=1.4), INK, 0.8)
            for number, step in enumerate(STEPS, 1)
        ),
    ):
        block = clipped(text, type_, area.width, 3)
        marks += block.placed(area.left, y, colour)
        y += block.height + gap
    heading = Group(tuple(marks), name="heading")
    return _page(
        poster,
        (heading, *_overview(poster, Box(area.left, y + GAP, area.right, area.bottom))),
        poster.sheet.title,
        0,
    )


def _overview(poster: _Poster, room: Box) -> Iterator[Mark]:
    """The whole poster made small, with its cuts and the names of its tiles."""
    area = poster.area
    scale = min(room.width / area.width, max(room.height, 1.0) / area.height)
    dx, dy = room.x - area.x * scale, room.top - area.top * scale
    yield Group(poster.drawing, dx, dy, scale, clip=area, title=poster.sheet.title)
    for tile in poster.tiles:
        box = tile.piece.scaled(scale).moved(dx, dy)
        yield Path(rectangle(box), stroke=Stroke(PAPER, 0.8))
    for tile in poster.tiles:
        box = tile.piece.scaled(scale).moved(dx, dy)
        yield Path(rectangle(box), stroke=Stroke(INK, 0.25))
        size = min(PLAIN * 1.4, box.height / 3, box.width / 4)
        yield from _labelled(tile.label, box.x, box.y, size)
