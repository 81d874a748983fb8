"""The classic journey map: stages as columns, lanes as rows. Made of the same records as the map."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from journeydesk.analysis.columns import Column, columns
from journeydesk.kinds.feeling import WORDS, face
from journeydesk.kinds.pieces import BODY, CAPTION_STRONG, STRONG, height_of, on
from journeydesk.kinds.stage import phase_tint
from journeydesk.language import N_, labelled, message
from journeydesk.model.document import Document
from journeydesk.model.fields import label_of
from journeydesk.model.records import Node
from journeydesk.model.vocabulary import PHASES
from journeydesk.operations.fields import set_field
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Path, Stroke
from journeydesk.picture.shapes import circle, curve, polyline, star
from journeydesk.views.easel import Easel, slip_height
from journeydesk.views.lanes import LANES, Item, Lane
from journeydesk.views.view import Brief, Layout, Subject, View

NAMES = 148.0  # the width of the column of lanes' names
COLUMN, WIDEST = 224.0, 420.0
GAP = 8.0
CURVE = 132.0  # the height of the lane of the sentiment
INVITATION = 26.0
FACE = 24.0
NUMBER = 26.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A lane with what stands in each column, its place and its height."""

    lane: Lane
    cells: tuple[tuple[Item, ...], ...]
    top: float
    height: float


def draw(document: Document, asked: Brief) -> Iterator[View]:
    found = columns(document, asked.map_id)
    if not found:
        return
    easel, wide = Easel(asked.look), COLUMN
    rows, bottom = _rows(document, asked, found, wide)
    if not asked.inviting:  # on paper a few stages take the width that there is
        wide = min(WIDEST, max(COLUMN, (asked.aspect * bottom - NAMES) / len(found)))
        rows, bottom = _rows(document, asked, found, wide)
    top = _heads(easel, found, wide)
    width = _left(len(found), wide)
    for place, row in enumerate(rows):
        _ground(easel, row, width, place)
        if row.lane.gather is None:
            _curve(easel, found, row, wide)
        else:
            _cells(easel, asked, found, row, Box(NAMES, top, width, bottom))
    _rules(easel, found, top, bottom, wide)
    yield View(width, bottom, easel.picture, tuple(easel.spots), left=NAMES, top=top)


def _left(place: int, wide: float) -> float:
    return NAMES + place * wide


def _top(found: tuple[Column, ...], wide: float) -> float:
    """Where the stages along the top end."""
    room = wide - 2 * GAP - NUMBER - 14
    return GAP + max(44.0, 28.0 + max(height_of(column.stage.title, STRONG, room) for column in found)) + 4


def _heads(easel: Easel, found: tuple[Column, ...], wide: float) -> float:
    """The stages along the top; gives where they end."""
    end = _top(found, wide)
    for place, column in enumerate(found):
        left = _left(place, wide)
        _head(easel, column, Box(left + 2, GAP, left + wide - 2, end - 8))
    return end


def _head(easel: Easel, column: Column, box: Box) -> None:
    look, stage = easel.look, column.stage
    tint = phase_tint(stage, look.theme)
    easel.area(box, tint.fill, tint.line, 8.0, 1.5)
    cx, cy = box.left + 8 + NUMBER / 2, box.top + 8 + NUMBER / 2
    easel.marks.append(Path(circle(cx, cy, NUMBER / 2), tint.line))
    easel.text(
        str(column.number), STRONG, cx - NUMBER / 2, cy - STRONG.size * 0.65, NUMBER, on(tint.line), 0.5
    )
    left, room = box.left + NUMBER + 16, box.width - NUMBER - 24
    phase = look.say(label_of(PHASES, stage.phase))
    easel.text(phase, CAPTION_STRONG, left, box.top + 5, room, tint.ink)
    easel.text(stage.title, STRONG, left, box.top + 21, room, tint.ink)
    if stage.moment_of_truth:
        edge = Stroke(look.theme.ink, 0.8)
        easel.marks.append(Path(star(box.right - 14, box.top + 13, 8), look.theme.star, edge))
    easel.spot(
        box,
        record_id=stage.id,
        label=look.say(message("Stage {n}: {title}", n=column.number, title=stage.title)),
        text=stage.title,
        write=partial(_title, key=stage.id),
    )


def _title(document: Document, text: str, key: str) -> None:
    set_field(document, (key,), "title", text)


def _rows(
    document: Document, asked: Brief, found: tuple[Column, ...], wide: float
) -> tuple[list[_Row], float]:
    """The lanes below one another; those with nothing in them are left out where nothing can be added."""
    rows: list[_Row] = []
    top = _top(found, wide)
    for lane in LANES:
        cells: tuple[tuple[Item, ...], ...] = ()
        if lane.gather is not None:
            cells = tuple(tuple(lane.gather(document, column, asked.look)) for column in found)
            height = max(sum(_slip(item, wide) + GAP for item in cell) for cell in cells)
            invites = asked.inviting and lane.add is not None
            if not height and not invites:
                continue
            height = max(height + (INVITATION if invites else 0.0), 34.0) + GAP
        else:
            known = any(_feeling(node) is not None for column in found for node in column.nodes)
            if not known and not asked.inviting:
                continue
            height = CURVE
        rows.append(_Row(lane, cells, top, height))
        top += height
    return rows, top


def _slip(item: Item, wide: float) -> float:
    return slip_height(item.text, wide - 2 * GAP, item.sign, BODY)


def _ground(easel: Easel, row: _Row, width: float, place: int) -> None:
    """A lane's band with its name at the left."""
    theme = easel.look.theme
    band = Box(0, row.top, width, row.top + row.height)
    if place % 2 == 0:
        easel.area(band, theme.frame.fill)
    easel.marks += icon(row.lane.icon, 12, row.top + 11, 16, theme.frame.ink)
    easel.text(easel.look.say(row.lane.title), STRONG, 36, row.top + 9, NAMES - 44, theme.ink)


def _cells(easel: Easel, asked: Brief, found: tuple[Column, ...], row: _Row, plane: Box) -> None:
    theme, lane, wide = easel.look.theme, row.lane, plane.width / len(found)
    for place, (column, items) in enumerate(zip(found, row.cells, strict=True)):
        left, y = _left(place, wide) + GAP, row.top + GAP
        right = left + wide - 2 * GAP
        for item in items:
            box = Box(left, y, right, y + _slip(item, wide))
            easel.slip(box, item.text, item.sign, theme.branches[item.hue % len(theme.branches)])
            carry = partial(_carry, item=item, found=found) if item.carry is not None else None
            easel.spot(
                box,
                record_id=item.record_id,
                label=labelled(item.kind, item.text),
                text=item.text,
                write=item.write,
                remove=item.remove,
                plane=plane if carry is not None else None,
                drag=carry,
                steps=(1 / len(found), 0.0),
            )
            y = box.bottom + GAP
        if asked.inviting and lane.add is not None:
            easel.invitation(
                Box(left, y, right, y + INVITATION),
                easel.look.say(lane.adding),
                write=partial(_add, lane=lane, key=column.stage.id),
            )


def _add(document: Document, text: str, lane: Lane, key: str) -> None:
    assert lane.add is not None
    lane.add(document, key, text)


def _carry(document: Document, x: float, _: float, item: Item, found: tuple[Column, ...]) -> None:
    """Takes something to the stage in whose column it was dropped, unless it stands there already."""
    assert item.carry is not None
    place = min(len(found) - 1, max(0, int(x * len(found))))
    column = found[place]
    if item.record_id not in {node.id for node in (*column.steps, *column.branches)}:
        item.carry(document, column.stage.id)


# The curve


def _feeling(node: Node) -> int | None:
    value = getattr(node, "sentiment", None)
    return value if isinstance(value, int) else None


def _curve(easel: Easel, found: tuple[Column, ...], row: _Row, wide: float) -> None:
    """Faces where the sentiment is known, joined from left to right; hollow places where it is not."""
    theme = easel.look.theme
    top, bottom = row.top + FACE / 2 + 6, row.top + row.height - FACE / 2 - 6
    middle = (top + bottom) / 2
    right = _left(len(found), wide)
    easel.marks.append(
        Path(polyline(((NAMES, middle), (right, middle))), stroke=Stroke(theme.hair, 1, (4, 4)))
    )
    places = [
        (_left(at, wide) + wide * (step + 1) / (len(column.nodes) + 1), node)
        for at, column in enumerate(found)
        for step, node in enumerate(column.nodes)
        if hasattr(node, "sentiment")
    ]
    points = [
        (x, middle - (bottom - top) / 2 * value / 3, node, value)
        for x, node in places
        if (value := _feeling(node)) is not None
    ]
    _joined(easel, [(x, y) for x, y, _, _ in points])
    known = {node.id: (x, y, value) for x, y, node, value in points}
    for x, node in places:
        _point(easel, node, x, known.get(node.id), Box(x - FACE / 2, top, x + FACE / 2, bottom))


def _joined(easel: Easel, points: list[tuple[float, float]]) -> None:
    cubics = [
        ((x1, y1), ((x1 + x2) / 2, y1), ((x1 + x2) / 2, y2), (x2, y2))
        for (x1, y1), (x2, y2) in pairwise(points)
    ]
    if cubics:
        easel.marks.append(Path(curve(cubics), stroke=Stroke(easel.look.theme.link, 2.5)))


def _point(easel: Easel, node: Node, x: float, known: tuple[float, float, int] | None, plane: Box) -> None:
    """A node's place on the curve, which can be dragged up and down."""
    look = easel.look
    if known is not None:
        y, word = known[1], look.say(WORDS[known[2]])
        easel.marks += face(x, y, FACE, known[2], look.theme)
    else:
        y, word = plane.y, look.say(N_("Nothing known"))
        ring = Stroke(look.theme.muted, 1.2, (2, 3))
        easel.marks.append(Path(circle(x, y, 5), look.theme.ground, ring))
    easel.spot(
        Box.around(x, y, FACE, FACE),
        record_id=node.id,
        label=look.say(message("Sentiment at “{title}”: {word}", title=node.title, word=word)),
        plane=plane,
        drag=partial(_feel, key=node.id),
        steps=(0.0, 1 / 6),
        remove=partial(set_field, ids=(node.id,), name="sentiment", value=None),
    )


def _feel(document: Document, _: float, y: float, key: str) -> None:
    set_field(document, (key,), "sentiment", max(-3, min(3, round(3 - 6 * y))))


def _rules(easel: Easel, found: tuple[Column, ...], top: float, bottom: float, wide: float) -> None:
    """Lines between the columns."""
    line = Stroke(easel.look.theme.hair, 1)
    for place in range(len(found) + 1):
        x = _left(place, wide)
        easel.marks.append(Path(polyline(((x, top), (x, bottom))), stroke=line))


GRID = Layout(
    "grid",
    N_("Grid"),
    "table-2",
    Subject.MAP,
    draw,
    N_("There is no stage yet. Add stages on the map, then see them here as columns."),
    N_("Stages as columns, with lanes for what happens in each"),
)
