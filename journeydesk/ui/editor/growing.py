"""Where new nodes appear, and what follows what."""

from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.outcome import Outcome
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.records import Node, new_id
from journeydesk.operations.nodes import on_top
from journeydesk.picture.marks import Box
from journeydesk.render.board import Board

# What a card grows when an arrow is dragged from it to empty paper.
FOLLOWERS: dict[type[Node], type[Node]] = {
    Stage: Stage,
    Touchpoint: Touchpoint,
    DecisionPoint: Outcome,
    Outcome: Stage,
    PersonaCard: Stage,
}


def follower(document: Document, source: Node, x: float, y: float) -> Node | None:
    """The node that grows from another at x, y, not yet in the document; None where nothing does."""
    record_class = FOLLOWERS.get(type(source))
    if record_class is None:
        return None
    return fresh(document, source.map_id, record_class, x, y)


def fresh(document: Document, map_id: str, record_class: type[Node], x: float, y: float) -> Node:
    """A new node over all others, not yet in the document."""
    return record_class(id=new_id(), map_id=map_id, x=round(x), y=round(y), order=on_top(document, map_id))


def free_place(board: Board, node: Node, x: float, y: float) -> tuple[float, float]:
    """A place for a node near x, y where it covers no card: there, or stepwise to the right and below."""
    width, height = kind_of(node).size(node, board.look)

    def is_free(cx: float, cy: float) -> bool:
        box = Box.around(cx, cy, width, height).grown(12)
        found = (item for entry in board.within(box) if (item := board.placed.get(entry.key)) is not None)
        return not any(item.box.meets(box) for item in found if not isinstance(item.node, Frame))

    for ring in range(12):
        for dx, dy in _ring(ring):
            place = x + dx * (width + 40), y + dy * (height + 40)
            if is_free(*place):
                return place
    return x, y


def _ring(ring: int) -> list[tuple[int, int]]:
    if ring == 0:
        return [(0, 0)]
    edge = range(-ring, ring + 1)
    found = [(dx, dy) for dx in edge for dy in edge if max(abs(dx), abs(dy)) == ring]
    return sorted(found, key=lambda step: (step[1] != 0, step[0] < 0, abs(step[1]), -step[0]))
