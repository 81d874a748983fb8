"""A piece of a board: what is seen of chosen nodes and arrows, and of all that goes with them."""

from collections.abc import Iterable

from journeydesk.model.queries import descendants, links_at
from journeydesk.model.records import Link, Node
from journeydesk.render.board import Board
from journeydesk.render.enclosing import with_contents
from journeydesk.render.entry import Entry


def piece(board: Board, ids: Iterable[str]) -> tuple[Entry, ...]:
    """What the board shows of these nodes and arrows, in the order of painting.

    Limbs are left out whose parent is.
    """
    wanted = frozenset(ids)
    found = [
        entry
        for entry in board.entries.values()
        if entry.record_id in wanted
        and not (entry.key.startswith("limb ") and _parent(board, entry) not in wanted)
    ]
    return tuple(sorted(found, key=lambda entry: entry.rank))


def whole_piece(board: Board, ids: Iterable[str]) -> frozenset[str]:
    """These ids, with what lies in frames and hangs under nodes among them, and the arrows between them."""
    document = board.document
    nodes = {key for key in with_contents(board, ids, locked=True) if document.find(Node, key) is not None}
    nodes.update(below.id for key in tuple(nodes) for below in descendants(document, key))
    arrows = {
        link.id
        for key in nodes
        for link in links_at(document, key)
        if link.source_id in nodes and link.target_id in nodes
    }
    chosen = {key for key in ids if document.find(Link, key) is not None}
    return frozenset(nodes | arrows | chosen)


def _parent(board: Board, entry: Entry) -> str:
    node = board.document.find(Node, entry.record_id)
    return node.parent_id if node is not None else ""
