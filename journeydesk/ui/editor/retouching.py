"""Changing a picture that is at rest by a few strokes, until there is time to paint it anew."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage

from journeydesk.model.records import Persona
from journeydesk.picture.marks import Box
from journeydesk.render.board import Board
from journeydesk.render.entry import Layer, label_key, limb_key
from journeydesk.ui.editor.painting import Key, painter_on, region_of

MANY = 200  # changed pictures above which everything counts as changed
SOME = 40  # records above which it is quicker to go through all that there is
EDGE = 12.0  # board units around a card that are wiped with it


def regions_of(board: Board, ids: frozenset[str]) -> list[Box]:
    """The regions of the pictures of these records: of very much, and of personas, all that there is."""
    everything = len(ids) > MANY or any(isinstance(board.look.find(key), Persona) for key in ids)
    if everything and (whole := board.bounds) is not None:
        return [whole]
    if len(ids) > SOME:
        return [entry.bounds for entry in board.entries.values() if entry.record_id in ids]
    parts = (part for key in ids for part in (key, limb_key(key), label_key(key)))
    return [known.bounds for part in parts if (known := board.entries.get(part)) is not None]


def wipe(image: QImage, key: Key, board: Board, ids: frozenset[str], region: Box | None = None) -> None:
    """Covers cards, branches and labels of these records with the ground; lines are thin and soon gone."""
    painter, boxes = painter_on(image, key), []
    for entry in (board.entries[key] for key in board.cells.meeting(region or region_of(key))):
        if entry.record_id in ids and entry.layer is not Layer.LINK:
            placed = board.placed.get(entry.key)
            box = entry.bounds if placed is None else placed.box.grown(EDGE)
            boxes.append(QRectF(box.left, box.top, box.width, box.height))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(board.look.theme.ground))
    painter.drawRects(boxes)
    painter.end()
