"""What lies over the map while people work: selection, handles, what is dragged, and what a gesture will do.

Nothing of it belongs to the map, so no export can show it.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.frame import Frame
from journeydesk.layout.routing import Side
from journeydesk.layout.snapping import Line
from journeydesk.model.records import Node
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Group
from journeydesk.picture.shapes import Cubic, Point
from journeydesk.render.arrange import Placed
from journeydesk.render.board import Board
from journeydesk.render.entry import Layer, label_key, limb_key
from journeydesk.ui.editor import carrying
from journeydesk.ui.editor.arrow_handles import paint_arrow_handles
from journeydesk.ui.editor.folds import paint_fold
from journeydesk.ui.editor.painting import Paleness, paint_entries, show_entries

ACCENT = QColor("#1f7ae0")
GUIDE = QColor("#e5387f")  # clear of everything that is selected, on light and on dark paper
TICK = 4.0  # pixels from a gap's line to the end of its ticks
HANDLE = 9.0  # pixels
LOCK = 9.0  # pixels from the middle of the sign of what is locked to its rim
RING = 4.0  # board units from a card to the line around it when it is selected
PORT = 11.0
SMALLEST_HELD = 26.0  # pixels; smaller cards show no corners
PORT_OUT = 14.0  # pixels from a card's edge to its port


@dataclass(slots=True)
class Overlay:
    """What is shown over the map now. Gestures write here; the view paints it."""

    selected: tuple[str, ...] = ()
    hovered: str = ""
    lifted: frozenset[str] = frozenset()
    pale: Paleness = field(default_factory=dict)  # what is not shown in full
    carried: carrying.Carried | None = None  # what is lifted, where it is very much
    ghost: tuple[str, ...] = ()  # branches that are being dragged, painted pale
    ghost_tops: frozenset[str] = frozenset()  # those of them whose limbs are not painted
    ghost_shift: Point = (0.0, 0.0)
    band: Box | None = None
    target: str = ""  # the node to which a gesture would lead
    limb: Cubic | None = None  # where a dragged branch would hang, or a loose end of an arrow leads
    slot: Line | None = None  # its place among those that hang there
    arrow: tuple[Point, Point] | None = None
    place: Box | None = None  # where a new node would come to lie
    guides: tuple[Line, ...] = ()  # through edges and middles with which something is in line
    gaps: tuple[Line, ...] = ()  # across spaces that are equal
    moves: tuple[tuple[Box, Box], ...] = ()  # cards that would move: from where, to where
    ports: bool = True
    handles: bool = True
    found: frozenset[str] = frozenset()  # what was looked for
    extra: dict[str, Box] = field(default_factory=dict)


def port_points(node: Node, box: Box, out: float) -> dict[Side, Point]:
    """The places from which an arrow can be dragged, `out` board units from a card's edge.

    A branch that hangs has its siblings above and below, so it has ports at its ends only.
    """
    ends = {Side.RIGHT: (box.right + out, box.y), Side.LEFT: (box.left - out, box.y)}
    if node.parent_id:
        return ends
    return {**ends, Side.BOTTOM: (box.x, box.bottom + out), Side.TOP: (box.x, box.top - out)}


def has_corners(placed: Placed, pixel: float) -> bool:
    """Whether a card can be taken by its corners: its size is people's, and large enough on the screen."""
    node = placed.node
    if node.locked or not kind_of(node).resizable or (isinstance(node, Frame) and node.folded):
        return False
    return min(placed.box.width, placed.box.height) >= SMALLEST_HELD * pixel


def corner_points(box: Box) -> dict[tuple[int, int], Point]:
    """The corners by which a card is resized, by direction."""
    return {
        (-1, -1): (box.left, box.top),
        (1, -1): (box.right, box.top),
        (-1, 1): (box.left, box.bottom),
        (1, 1): (box.right, box.bottom),
    }


def paint_overlay(
    painter: QPainter, board: Board, overlay: Overlay, visible: Box, scale: float, pixel: float
) -> None:
    """Paints the overlay in board units; `scale` is device pixels per unit, `pixel` a pixel in units."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_moves(painter, overlay, pixel)
    if overlay.carried is not None:
        overlay.carried.show(painter, visible, scale)
    else:
        _paint_lifted(painter, board, overlay, scale)
        _paint_ghost(painter, board, overlay, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_chosen(painter, board, overlay, visible, scale, pixel)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if overlay.target:
        _outline(painter, board, overlay.target, QPen(ACCENT, 4 * pixel), scale)
    _paint_plan(painter, overlay, pixel)
    _paint_guides(painter, overlay, pixel)
    if overlay.carried is None:  # what is carried is not where it lies on the board
        _paint_grips(painter, board, overlay, pixel)
        _paint_locks(painter, board, overlay, scale, pixel)
        paint_fold(painter, board, overlay.hovered if overlay.ports else "", pixel)


def _paint_chosen(
    painter: QPainter, board: Board, overlay: Overlay, visible: Box, scale: float, pixel: float
) -> None:
    """Lines around what is selected, and a pale one around what is under the pointer."""
    if len(overlay.selected) > carrying.MANY:
        _paint_selection(painter, board, overlay, visible, pixel)
    else:
        for key in overlay.selected:
            _outline(painter, board, key, QPen(ACCENT, 2.2 * pixel), scale)
    if overlay.hovered and overlay.hovered not in overlay.selected:
        _outline(painter, board, overlay.hovered, QPen(_faint(ACCENT, 110), 2 * pixel), scale)


def _paint_selection(painter: QPainter, board: Board, overlay: Overlay, visible: Box, pixel: float) -> None:
    """Lines around the selected cards in view, where they are very many."""
    chosen = set(overlay.selected)
    painter.setPen(QPen(ACCENT, 2.2 * pixel))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    keys = chosen.intersection(board.cells.meeting(visible))
    placed = (found for key in keys if (found := board.placed.get(key)) is not None)
    painter.drawRects([_rect(found.box.grown(RING)) for found in placed])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _faint(colour: QColor, alpha: int) -> QColor:
    return QColor(colour.red(), colour.green(), colour.blue(), alpha)


def _paint_moves(painter: QPainter, overlay: Overlay, pixel: float) -> None:
    """Where cards were, and pale lines to where they would be."""
    if not overlay.moves:
        return
    line = QPen(_faint(ACCENT, 70), 1.2 * pixel)
    edge = QPen(_faint(ACCENT, 90), pixel, Qt.PenStyle.DashLine)
    for before, after in overlay.moves:
        if not after.grown(-4).holds(before.x, before.y):
            painter.setPen(line)
            painter.drawLine(QPointF(before.x, before.y), QPointF(after.x, after.y))
        painter.setPen(edge)
        painter.setBrush(_faint(ACCENT, 6))
        painter.drawRoundedRect(_rect(before), 10, 10)


def _paint_lifted(painter: QPainter, board: Board, overlay: Overlay, scale: float) -> None:
    if not overlay.lifted:
        return
    keys = [part for key in overlay.lifted for part in (key, limb_key(key), label_key(key))]
    entries = [board.entries[key] for key in keys if key in board.entries]
    show_entries(painter, sorted(entries, key=lambda entry: entry.rank), scale, overlay.pale)


def _paint_ghost(painter: QPainter, board: Board, overlay: Overlay, scale: float) -> None:
    if not overlay.ghost:
        return
    painter.save()
    painter.setOpacity(0.55)
    painter.translate(*overlay.ghost_shift)
    keys = [part for key in overlay.ghost for part in (key, limb_key(key))]
    loose = {limb_key(key) for key in overlay.ghost_tops}
    entries = [board.entries[key] for key in keys if key in board.entries and key not in loose]
    paint_entries(painter, [entry.picture for entry in sorted(entries, key=lambda entry: entry.rank)], scale)
    painter.restore()


def _outline(painter: QPainter, board: Board, key: str, pen: QPen, scale: float) -> None:
    if (placed := board.placed.get(key)) is not None:
        box = placed.box.grown(RING)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(_rect(box), 8, 8)
    elif (strand := board.wiring.strands.get(key)) is not None:
        path = QPainterPath(QPointF(*strand.route.cubics[0][0]))
        for _, c1, c2, end in strand.route.cubics:
            path.cubicTo(QPointF(*c1), QPointF(*c2), QPointF(*end))
        wide = QPen(_faint(pen.color(), 90), pen.widthF() * 4)
        wide.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(path, wide)
        if (label := strand.box(" label")) is not None:
            if (entry := board.entries.get(label_key(key))) is not None:
                paint_entries(painter, [entry.picture], scale)  # the band must not lie over the text
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(_rect(label.grown(2)), 9, 9)


def _paint_plan(painter: QPainter, overlay: Overlay, pixel: float) -> None:
    if overlay.band is not None:
        painter.setPen(QPen(ACCENT, pixel))
        painter.setBrush(_faint(ACCENT, 30))
        painter.drawRect(_rect(overlay.band))
    if overlay.limb is not None:
        start, c1, c2, end = (QPointF(*point) for point in overlay.limb)
        path = QPainterPath(start)
        path.cubicTo(c1, c2, end)
        pen = QPen(ACCENT, 3 * pixel, Qt.PenStyle.DashLine)
        painter.strokePath(path, pen)
    if overlay.slot is not None:
        start, end = (QPointF(*point) for point in overlay.slot)
        pen = QPen(ACCENT, 3 * pixel)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(start, end)
    if overlay.arrow is not None:
        start, end = (QPointF(*point) for point in overlay.arrow)
        painter.setPen(QPen(ACCENT, 2.5 * pixel))
        painter.drawLine(start, end)
        painter.setBrush(ACCENT)
        painter.drawEllipse(end, 5 * pixel, 5 * pixel)
    if overlay.place is not None:
        painter.setPen(QPen(ACCENT, 1.5 * pixel, Qt.PenStyle.DashLine))
        painter.setBrush(_faint(ACCENT, 22))
        painter.drawRoundedRect(_rect(overlay.place), 14, 14)


def _paint_guides(painter: QPainter, overlay: Overlay, pixel: float) -> None:
    """Thin lines through what is in line; lines with ticks across gaps that are equal."""
    painter.setPen(QPen(GUIDE, 1.2 * pixel))
    for start, end in overlay.guides:
        painter.drawLine(QPointF(*start), QPointF(*end))
    painter.setPen(QPen(GUIDE, 1.6 * pixel))
    for start, end in overlay.gaps:
        painter.drawLine(QPointF(*start), QPointF(*end))
        upright = start[0] == end[0]
        tick = QPointF(TICK * pixel, 0) if upright else QPointF(0, TICK * pixel)
        for point in (QPointF(*start), QPointF(*end)):
            painter.drawLine(point - tick, point + tick)


def _paint_grips(painter: QPainter, board: Board, overlay: Overlay, pixel: float) -> None:
    """Ports on the card under the pointer, corners on the selected one; none while something is moved."""
    if overlay.lifted or overlay.ghost:
        return
    paper = QColor("#ffffff")
    painter.setPen(QPen(ACCENT, 1.6 * pixel))
    hovered = board.placed.get(overlay.hovered) if overlay.ports else None
    if hovered is not None and board.entries[overlay.hovered].layer is not Layer.FRAME:
        painter.setBrush(paper)
        for x, y in port_points(hovered.node, hovered.box, PORT_OUT * pixel).values():
            painter.drawEllipse(QPointF(x, y), PORT / 2 * pixel, PORT / 2 * pixel)
    alone = overlay.selected[0] if overlay.handles and len(overlay.selected) == 1 else ""
    if (strand := board.wiring.strands.get(alone)) is not None:
        paint_arrow_handles(painter, strand, ACCENT, pixel)
        return
    chosen = board.placed.get(alone)
    if chosen is not None and has_corners(chosen, pixel):
        painter.setBrush(paper)
        side = HANDLE * pixel
        for x, y in corner_points(chosen.box.grown(RING)).values():
            painter.drawRect(QRectF(x - side / 2, y - side / 2, side, side))


def _paint_locks(painter: QPainter, board: Board, overlay: Overlay, scale: float, pixel: float) -> None:
    """A sign at the corner of what is locked, where it is selected or under the pointer."""
    for key in dict.fromkeys((*overlay.selected, overlay.hovered)):
        placed = board.placed.get(key)
        if placed is None or not placed.node.locked or placed.box.width < SMALLEST_HELD * pixel:
            continue
        ring = placed.box.grown(RING)
        painter.setPen(QPen(ACCENT, 1.6 * pixel))
        painter.setBrush(QColor("#ffffff"))
        painter.drawEllipse(QPointF(ring.left, ring.top), LOCK * pixel, LOCK * pixel)
        size = 1.3 * LOCK * pixel
        sign = icon("lock", 0, 0, 24, ACCENT.name(), 2.6)
        paint_entries(painter, [Group(sign, ring.left - size / 2, ring.top - size / 2, size / 24)], scale)


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
