"""Looks a sheet over before it is printed: letters too small, too pale, cut or covered; images too
coarse; colours that fall together.

Texts, shapes and images are taken in millimetres as they lie on the sheet, so nothing is guessed from pixels.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PIL import Image as Pixels
from PIL import UnidentifiedImageError

from journeydesk.language import Message, counted, message
from journeydesk.layout.cells import SIZE, Cells
from journeydesk.picture.marks import Box, Group, Image, Mark, Path, Picture, Text, bounds
from journeydesk.picture.theme import contrast
from journeydesk.render.alike import alike
from journeydesk.render.pages import PageSize, series
from journeydesk.render.remark import Remark, short
from journeydesk.render.sheet import Sheet

POINT = 25.4 / 72
# A capital must be seen under an angle of 12 minutes of arc (ISO 9241-303 asks 16 for comfort, at least 11).
ANGLE = 0.0035
CAPITAL = 0.727  # of the size of type
LARGE = 18 * POINT  # from which letters may be paler (WCAG 2.2, 1.4.3)
PALEST, PALEST_LARGE = 4.5, 3.0
COARSEST = 100.0  # pixels to an inch
CELL = 20.0  # millimetres
MOST = 40  # pages that are looked over
OPAQUE = 0x80


@dataclass
class _Found:
    """What lies on a sheet, in the order of painting."""

    texts: list[tuple[int, Text, Box, float]] = field(default_factory=list)
    fills: list[tuple[int, str, Box]] = field(default_factory=list)
    images: list[tuple[Image, Box]] = field(default_factory=list)
    colours: dict[str, Box] = field(default_factory=dict)  # where each is seen first


def proof(sheet: Sheet, *, metres: float | None = None) -> tuple[Remark, ...]:
    """What to mend on a sheet that is read from so many metres; from its own diagonal where none is given."""
    found = _Found()
    _gather(sheet.picture, 0.0, 0.0, 1.0, found, 0)
    remarks = (
        *_small(sheet, found, metres or usual_distance(sheet)),
        *_pale(sheet, found),
        *_cut(sheet, found),
        *_covered(found),
        *_coarse(found),
        *alike(sheet.palettes, found.colours),
    )
    return tuple(remarks)


def proof_all(sheets: Sequence[Sheet]) -> tuple[tuple[int, Remark], ...]:
    """What to mend on pages, each with the number of the first page of which it is true; hints come last."""
    first: dict[Message, tuple[int, Remark]] = {}
    for number, sheet in enumerate(sheets[:MOST]):
        for remark in proof(sheet):
            first.setdefault(remark.told, (number, remark))
    return tuple(sorted(first.values(), key=lambda row: (row[1].hint, row[0])))


def usual_distance(sheet: Sheet) -> float:
    """From how many metres a sheet is usually read: its own diagonal, 40 cm at least."""
    return max(0.4, PageSize(sheet.width_mm, sheet.height_mm).diagonal / 1000)


def smallest_type(metres: float) -> float:
    """The smallest size of type that can be read from so many metres, in millimetres."""
    return metres * 1000 * ANGLE / CAPITAL


def page_for(sheet: Sheet, factor: float) -> str:
    """The smallest page of its series on which a sheet is so many times as large; "" where there is none."""
    wanted = PageSize(sheet.width_mm, sheet.height_mm).diagonal * factor
    named = series(sheet.width_mm, sheet.height_mm)
    fitting = [(PageSize(*sides).diagonal, name) for name, sides in named.items()]
    return min((pair for pair in fitting if pair[0] >= wanted * 0.999), default=(0.0, ""))[1]


def _gather(picture: Picture, x: float, y: float, scale: float, found: _Found, number: int) -> int:
    for mark in picture:
        number += 1
        for colour in _colours(mark):
            if colour not in found.colours and (box := bounds((mark,))) is not None:
                found.colours[colour] = _placed(box, x, y, scale)
        match mark:
            case Group():
                number = _gather(
                    mark.marks, x + mark.x * scale, y + mark.y * scale, scale * mark.scale, found, number
                )
            case Text() if mark.text.strip():
                found.texts.append((number, mark, _placed(_inked(mark), x, y, scale), mark.size * scale))
            case Path() if mark.fill and int(mark.fill[7:9] or "ff", 16) >= OPAQUE:
                if (box := bounds((mark,))) is not None:
                    found.fills.append((number, mark.fill[:7], _placed(box, x, y, scale)))
            case Image():
                box = Box(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
                found.images.append((mark, _placed(box, x, y, scale)))
    return number


def _colours(mark: Mark) -> tuple[str, ...]:
    """The colours of a mark that lies in no group."""
    match mark:
        case Path():
            return tuple(part[:7] for part in (mark.fill, mark.stroke.colour if mark.stroke else "") if part)
        case Text():
            return (mark.colour[:7],)
    return ()


def _inked(text: Text) -> Box:
    """About where the letters of a line are: between the baseline and the top of small letters."""
    return Box(text.x, text.y - text.size * 0.52, text.x + text.width, text.y)


def _placed(box: Box, x: float, y: float, scale: float) -> Box:
    return box.scaled(scale).moved(x, y)


def _small(sheet: Sheet, found: _Found, metres: float) -> Iterator[Remark]:
    least = smallest_type(metres)
    small = [(size, box) for _, _, box, size in found.texts if size < least * 0.98]
    if not small:
        return
    size, box = min(small, key=lambda pair: pair[0])
    told = counted(
        "The smallest letters measure {points} points; from {metres} m, 1 line is hard to read.",
        "The smallest letters measure {points} points; from {metres} m, {n} lines are hard to read.",
        len(small), points=round(size / POINT, 1), metres=round(metres, 1),
    )  # fmt: skip
    page = page_for(sheet, least / size)
    advice = message("Use the page size {page}.", page=page) if page else message(
        "Make a page {times} times as wide and high, or show less on it.", times=round(least / size, 1)
    )  # fmt: skip
    yield Remark(told, box, advice, page)


def _pale(sheet: Sheet, found: _Found) -> Iterator[Remark]:
    cells = Cells()
    for number, (_, _, box) in enumerate(found.fills):
        cells.put(str(number), _large(box))
    pale = []
    for number, text, box, size in found.texts:
        ground = sheet.ground
        near = sorted(int(key) for key in cells.meeting(_large(box)))
        for at in near:
            order, colour, area = found.fills[at]
            if order < number and area.holds(box.x, box.y) and area.holds(box.left + 0.01, box.y):
                ground = colour
        least = PALEST_LARGE if size >= LARGE else PALEST
        ratio = contrast(text.colour[:7], ground)
        if ratio < least - 0.05:
            pale.append((ratio, text, box))
    if pale:
        ratio, text, box = min(pale, key=lambda row: row[0])
        told = counted(
            "“{text}” is too pale on its ground (contrast {ratio}).",
            "“{text}” and others, {n} lines in all, are too pale on their ground (contrast {ratio}).",
            len(pale), text=short(text.text), ratio=round(ratio, 1),
        )  # fmt: skip
        yield Remark(told, box, message("Choose another colour, or another theme."))


def _cut(sheet: Sheet, found: _Found) -> Iterator[Remark]:
    page = sheet.trim or Box(0, 0, sheet.width_mm, sheet.height_mm)
    cut = [
        (text, box)
        for _, text, box, _ in found.texts
        if box.left < page.left - 0.05 or box.right > page.right + 0.05
        or box.top < page.top - 0.05 or box.bottom > page.bottom + 0.05
    ]  # fmt: skip
    if cut:
        text, box = cut[0]
        told = counted(
            "“{text}” is cut by the edge of the page.",
            "“{text}” and others, {n} lines in all, are cut by the edge of the page.",
            len(cut), text=short(text.text),
        )  # fmt: skip
        yield Remark(told, box, message("Choose a larger page."))


def _covered(found: _Found) -> Iterator[Remark]:
    cells = Cells()
    pairs = []
    for place, (_, text, box, _) in enumerate(found.texts):
        for key in cells.meeting(_large(box)):
            _, under, beneath, _ = found.texts[int(key)]
            if _overlap(box, beneath) > 0.1 * min(_area(box), _area(beneath)):
                pairs.append((text, under, box))
        cells.put(str(place), _large(box))
    if pairs:
        text, other, box = pairs[0]
        told = counted(
            "“{text}” and “{other}” lie on one another.",
            "“{text}” and “{other}” lie on one another, and {n} pairs in all.",
            len(pairs), text=short(text.text), other=short(other.text),
        )  # fmt: skip
        yield Remark(told, box, message("Move them apart on the map, or remove overlaps there."))


def _coarse(found: _Found) -> Iterator[Remark]:
    coarse = []
    for image, box in found.images:
        try:
            with Pixels.open(io.BytesIO(image.data)) as opened:
                pixels = (
                    min(opened.width / max(box.width, 0.01), opened.height / max(box.height, 0.01)) * 25.4
                )
        except (UnidentifiedImageError, OSError):
            continue
        if pixels < COARSEST:
            coarse.append((pixels, box))
    if coarse:
        pixels, box = min(coarse, key=lambda pair: pair[0])
        told = counted(
            "An image has only {dpi} pixels to an inch at this size.",
            "{n} images have too few pixels at this size; the coarsest has {dpi} to an inch.",
            len(coarse), dpi=round(pixels),
        )  # fmt: skip
        yield Remark(told, box, message("Use a larger image file, or show it smaller."))


def _large(box: Box) -> Box:
    """A box of millimetres for the grid of cells."""
    return box.scaled(SIZE / CELL)


def _overlap(one: Box, other: Box) -> float:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, across) * max(0.0, down)


def _area(box: Box) -> float:
    return max(box.width * box.height, 1e-9)
