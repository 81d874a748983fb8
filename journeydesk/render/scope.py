"""What belongs to a node into which somebody stepped: its branches, and what lies in a frame."""

from journeydesk.kinds.frame import Frame, surrounds
from journeydesk.kinds.summary import covered
from journeydesk.model.document import Document
from journeydesk.model.records import Link, Node, Record


def belongs(document: Document, within: str, record: Record | None) -> bool:
    """Whether a node, or both ends of an arrow, can be seen within a node; everything is within nothing."""
    focus = document.find(Node, within)
    if focus is None:
        return True
    if isinstance(record, Link):
        ends = (document.find(Node, key) for key in (record.source_id, record.target_id))
        return all(node is not None and belongs(document, within, node) for node in ends)
    if not isinstance(record, Node) or record.map_id != focus.map_id:
        return False
    node, seen = record, set[str]()
    while node.id != within:
        seen.add(node.id)
        parent = document.find(Node, node.parent_id)
        if parent is None or parent.map_id != node.map_id or parent.id in seen:
            if spanned := covered(document, node):
                return all(belongs(document, within, each) for each in spanned)
            return isinstance(focus, Frame) and (surrounds(focus, node) or node.id in focus.contents)
        node = parent
    return True
