"""Where new nodes appear, and what follows what."""

from journeydesk.kinds.catalogue import kind_named, kind_of
from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.outcome import Outcome
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.records import Node, new_id
from journeydesk.operations import branches, nodes, personas
from journeydesk.operations.nodes import on_top
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.render.board import Board
from journeydesk.ui.session import Session

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


def add(session: Session, kind_name: str, point: Point) -> str:
    """Adds a node with its middle at a point; gives its id. A persona's card comes with a persona."""
    document, record_class = session.document, kind_named(kind_name).record
    if record_class is PersonaCard:
        return personas.add_persona_card(document, session.map_id, "", *point).id
    return nodes.add_node(document, fresh(document, session.map_id, record_class, *point)).id


def add_below(session: Session) -> str:
    """Hangs a branch under what was selected last; gives its id, or "" where nothing is selected."""
    parent = session.document.find(Node, session.selection[-1]) if session.selection else None
    return branches.add_child(session.document, parent.id).id if parent is not None else ""


def free_place(board: Board, kind_name: str, x: float, y: float) -> Point:
    """A place near x, y where a new node covers no card: there, or stepwise to the right and below."""
    node = kind_named(kind_name).record(id="")
    return free_spot(board, *kind_of(node).size(node, board.look), x, y)


def free_spot(board: Board, width: float, height: float, x: float, y: float) -> Point:
    """The middle of a free place of this size: at x, y, or stepwise to the right and below."""

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
