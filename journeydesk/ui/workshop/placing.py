"""What was said becomes a part of the map: where it lies there."""

from collections.abc import Sequence
from dataclasses import replace

from journeydesk.kinds.catalogue import kind_named, kind_of
from journeydesk.model.records import Comment, Node
from journeydesk.operations import remarks
from journeydesk.picture.shapes import Point
from journeydesk.ui.editor.growing import free_spot, fresh
from journeydesk.ui.editor.view import MapView

GAP = 24.0  # board units between what is put on the map at once


def place_remarks(
    view: MapView, ids: Sequence[str], kind: str, point: Point | None = None
) -> tuple[str, ...]:
    """Makes remarks nodes of a kind, under one another at a point; gives the ids of these.

    Without a point it is a free place in the middle of what is seen, and branches hang under the node that is
    selected, where there is one.
    """
    session = view.session
    parent = session.selection[-1] if session.selection and point is None else ""
    if kind == "branch" and session.document.find(Node, parent) is not None:
        return remarks.hang_remarks(session.document, ids, parent)
    document, board, record_class = session.document, view.board, kind_named(kind).record
    found = [remark for key in ids if (remark := document.find(Comment, key)) is not None]
    made = [
        replace(fresh(document, session.map_id, record_class, 0, 0), title=remark.text) for remark in found
    ]
    sizes = [kind_of(node).size(node, board.look) for node in made]
    width = max((width for width, _ in sizes), default=0.0)
    height = sum(height for _, height in sizes) + GAP * (len(sizes) - 1)
    seen = view.camera.visible
    x, y = session.drill.inside(point or free_spot(board, width, height, seen.x, seen.y))
    top = y - height / 2 if point is None else y - sizes[0][1] / 2 if sizes else y
    places: dict[str, Node] = {}
    for place, (remark, node, (_, high)) in enumerate(zip(found, made, sizes, strict=True)):
        middle = round(top + high / 2)
        places[remark.id] = replace(node, x=round(x), y=middle, order=node.order + place)
        top += high + GAP
    return remarks.place_remarks(document, places)
