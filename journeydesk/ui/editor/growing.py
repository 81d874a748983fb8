"""Where new nodes appear, and what follows what."""

from dataclasses import replace

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_named, kind_of
from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.kind import Part
from journeydesk.kinds.outcome import Outcome
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.records import Influence, Link, Node, Transition, new_id
from journeydesk.operations import branches, links, nodes, personas
from journeydesk.operations.nodes import on_top
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point
from journeydesk.render.arrange import Placed
from journeydesk.render.board import Board
from journeydesk.render.enclosing import around
from journeydesk.ui.editor.walking import Direction
from journeydesk.ui.session import Session

AWAY, BELOW = 140.0, 100.0  # board units from a card to what grows beside it, and over or under it
BESIDE = 40.0  # between what grows from the same card
CLEAR = 16.0  # around what grows
ASIDE = (0, 1, -1, 2, -2, 3, -3)  # places beside the one straight ahead, the best first
ONWARD = (0, 1, 2, 3, 4, -1, -2)  # those of stages over or under one another: a journey runs to the right

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
    """Adds a node with its middle at a point; gives its id. A persona's card comes with a persona.

    Within a frame that is in view alone, it lands in the frame.
    """
    document, record_class = session.document, kind_named(kind_name).record
    point = session.drill.inside(point)
    if record_class is PersonaCard:
        return personas.add_persona_card(document, session.map_id, "", *point).id
    return nodes.add_node(document, fresh(document, session.map_id, record_class, *point)).id


def add_below(session: Session) -> str:
    """Hangs a branch under what was selected last; gives its id, or "" where nothing is selected."""
    parent = session.document.find(Node, session.selection[-1]) if session.selection else None
    return branches.add_child(session.document, parent.id).id if parent is not None else ""


def add_near(session: Session, board: Board, kind_name: str, at: Point, *, after: bool) -> str:
    """Adds a node of a kind near a point, where it covers no card, or `after` the selected one; gives its id.

    A branch hangs under what is selected.
    """
    if kind_name == "branch" and (key := add_below(session)):
        return key
    if after and board.placed.keys() & set(session.selection[-1:]):
        return add_after(session, board, kind_name)
    return add(session, kind_name, free_place(board, kind_name, *at))


def add_after(session: Session, board: Board, kind_name: str) -> str:
    """Adds a node of a kind after the card that was selected last, else after the last stage; gives its id.

    A stage follows to the right, or stands between that card and the next stage; anything else below.
    """
    if kind_name == "branch" and (made := add_below(session)):
        return made
    node = kind_named(kind_name).record(id="")
    width, height = kind_of(node).size(node, board.look)
    chosen = board.placed.get(session.selection[-1]) if session.selection else None
    stages = [item.box for item in board.placed.values() if isinstance(item.node, Stage)]
    box = board.placed[chosen.root_id].box if chosen else max(stages, key=lambda box: box.x, default=None)
    if box is None:
        return add(session, kind_name, free_spot(board, width, height, 0.0, 0.0))
    if kind_of(node).part is not Part.STAGE:
        return add(session, kind_name, _below(board, width, height, box.x, box.bottom + BELOW / 2))
    later = [stage.x for stage in stages if stage.x > box.x + 1]
    if later:
        x = (box.x + min(later)) / 2
        return add(session, kind_name, _below(board, width, height, x, box.top))
    return add(session, kind_name, free_spot(board, width, height, box.right + AWAY + width / 2, box.y))


def _below(board: Board, width: float, height: float, x: float, top: float) -> Point:
    """The first free place of this size at x, from a line downwards."""
    places = ((x, top + height / 2 + n * BESIDE) for n in range(200))
    free = (place for place in places if _is_free(board, Box.around(*place, width, height).grown(CLEAR)))
    return next(free, (x, top + height / 2))


def free_place(board: Board, kind_name: str, x: float, y: float) -> Point:
    """A place near x, y where a new node covers no card: there, or stepwise to the right and below."""
    node = kind_named(kind_name).record(id="")
    return free_spot(board, *kind_of(node).size(node, board.look), x, y)


def free_spot(board: Board, width: float, height: float, x: float, y: float) -> Point:
    """The middle of a free place of this size: at x, y, or stepwise to the right and below."""
    for ring in range(12):
        for dx, dy in _ring(ring):
            place = x + dx * (width + 40), y + dy * (height + 40)
            if _is_free(board, Box.around(*place, width, height).grown(12)):
                return place
    return x, y


def _is_free(board: Board, box: Box) -> bool:
    """Whether a box covers no card and no branch."""
    found = (item for key in board.cells.meeting(box) if (item := board.placed.get(key)) is not None)
    return not any(item.box.meets(box) for item in found if not isinstance(item.node, Frame))


def _ring(ring: int) -> list[tuple[int, int]]:
    if ring == 0:
        return [(0, 0)]
    edge = range(-ring, ring + 1)
    found = [(dx, dy) for dx in edge for dy in edge if max(abs(dx), abs(dy)) == ring]
    return sorted(found, key=lambda step: (step[1] != 0, step[0] < 0, abs(step[1]), -step[0]))


# Growing with the keys


def grow(session: Session, board: Board, direction: Direction) -> str:
    """What grows from the node selected last in a direction; its id, or "" where nothing does.

    From a card it is a connected node on a free place; from a branch, a branch under it or beside it.
    """
    placed = board.placed.get(session.selection[-1]) if session.selection else None
    if placed is None:
        return ""
    if isinstance(placed.node, Branch):
        return _grow_branch(session.document, placed, direction)
    node = follower(session.document, placed.node, 0, 0)
    if node is None:
        return ""
    asides = ONWARD if isinstance(node, Stage) and direction[1] else ASIDE
    x, y = _place_beside(board, placed, kind_of(node).size(node, board.look), direction, asides)
    grown = replace(node, x=round(x), y=round(y))
    travellers = session.spotlight.travellers
    return links.add_connected(
        session.document, placed.node.id, grown, arrow_from(placed.node), travellers
    ).id


def arrow_from(node: Node) -> type[Link]:
    """The class of arrow that leaves a node if nobody says another."""
    return Influence if kind_of(node).part is Part.PERSON else Transition


def _grow_branch(document: Document, placed: Placed, direction: Direction) -> str:
    across, down = direction
    node, hangs = placed.node, bool(placed.node.parent_id)
    if down and hangs:
        return branches.add_sibling(document, node.id, before=down < 0).id
    if across and (not hangs or across == placed.setting.side):
        side = "" if hangs else "left" if across < 0 else "right"
        return branches.add_child(document, node.id, side=side).id
    return ""


def _place_beside(
    board: Board, source: Placed, size: tuple[float, float], direction: Direction, asides: tuple[int, ...]
) -> Point:
    """The nearest tidy place for a card beside another: in line, else next to that, else further out."""
    (width, height), (across, down) = size, direction
    box, whole = source.box, around(board, (source.node.id,)) or source.box
    if down > 0:
        box = Box(box.left, box.top, box.right, whole.bottom)
    out = (box.width / 2 + AWAY + width / 2) if across else (box.height / 2 + BELOW + height / 2)
    wide, high = width + BESIDE, height + BESIDE
    places = [
        (
            box.x + across * (out + far * (width + AWAY)) + abs(down) * aside * wide,
            (source.box.y if across else box.y)
            + down * (out + far * (height + BELOW))
            + abs(across) * aside * high,
        )
        for far in range(4)
        for aside in asides
    ]
    free = (place for place in places if _is_free(board, Box.around(*place, width, height).grown(CLEAR)))
    return next(free, places[0])
