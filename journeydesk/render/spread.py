"""Lays nodes that come from elsewhere out, each with its branches, so that none lies on another."""

from collections.abc import Sequence
from dataclasses import replace

from journeydesk.kinds.kind import Look
from journeydesk.model.document import Document
from journeydesk.model.records import Node, Record
from journeydesk.picture.marks import Box, union
from journeydesk.render.arrange import arrange_tree, is_root

GAP = 64.0  # between two in a row, in board units
LINE_GAP = 28.0  # between two in a column


def families(records: Sequence[Record], look: Look) -> dict[str, Box]:
    """The region that each root takes up with its branches, in the order in which they come."""
    document = Document(records)
    own = replace(look, find=document.get)
    found: dict[str, Box] = {}
    for record in records:
        node = document.find(Node, record.id)
        if node is not None and is_root(document, node):
            box = union(placed.box for placed in arrange_tree(document, node, own).values())
            if box is not None:
                found[node.id] = box
    return found


def spread(records: Sequence[Record], look: Look, *, down: bool) -> tuple[Record, ...]:
    """The records with the roots side by side, or one below the other; the first lies at 0, 0."""
    at: dict[str, float] = {}
    end: float | None = None
    for key, box in families(records, look).items():
        near, far, gap = (box.top, box.bottom, LINE_GAP) if down else (box.left, box.right, GAP)
        at[key] = 0.0 if end is None else round(end + gap - near)
        end = at[key] + far
    return tuple(
        (replace(record, y=record.y + at[record.id]) if down else replace(record, x=record.x + at[record.id]))
        if isinstance(record, Node) and record.id in at
        else record
        for record in records
    )
