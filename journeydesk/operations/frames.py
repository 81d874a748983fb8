"""Frames round nodes: making them, fitting them, and taking them away from what lies in them."""

from collections.abc import Iterable
from dataclasses import replace

from journeydesk.kinds.frame import NARROWEST, PAD, Frame
from journeydesk.kinds.pieces import HEADING, height_of
from journeydesk.language import counted, message
from journeydesk.model.document import Document
from journeydesk.model.queries import nodes
from journeydesk.model.records import new_id
from journeydesk.operations.nodes import on_top, orders_among, take_out
from journeydesk.picture.marks import Box

ROOM = 28.0  # between a frame and what lies in it, in board units


def _round(box: Box, title: str = "") -> Box:
    """A frame's box round another one, with room for its title above."""
    left, right = box.left - ROOM, box.right + ROOM
    above = height_of(title or " ", HEADING, max(right - left, NARROWEST) - 2 * PAD)
    return Box(left, box.top - ROOM - above - PAD, right, box.bottom + ROOM)


def group(document: Document, map_id: str, box: Box, inner: Iterable[str] = ()) -> Frame:
    """Puts a frame round what lies in a box; it lies under the frames among `inner`, over all others."""
    room, held = _round(box), set(inner)
    frames = [node for node in nodes(document, map_id) if isinstance(node, Frame)]
    frames.sort(key=lambda frame: (frame.order, frame.id))
    at = next((place for place, frame in enumerate(frames) if frame.id in held), None)
    orders, moved = ([on_top(document, map_id)], []) if at is None else orders_among(frames, at)
    frame = Frame(
        id=new_id(), map_id=map_id, order=orders[0],
        x=room.x, y=room.y, width=room.width, height=room.height,
    )  # fmt: skip
    with document.edit(message("Group in a frame")) as edit:
        edit.put(*moved, frame)
    return frame


def ungroup(document: Document, ids: Iterable[str]) -> None:
    """Takes frames away and leaves what lies in them; locked ones stay."""
    found = [frame for key in ids if (frame := document.find(Frame, key)) is not None and not frame.locked]
    if found:
        with document.edit(counted("Remove frame", "Remove {n} frames", len(found))) as edit:
            take_out(document, edit, [frame.id for frame in found])


def fit(document: Document, frame_id: str, box: Box) -> None:
    """Gives a frame the size that what lies in a box needs."""
    frame = document.find(Frame, frame_id)
    if frame is not None and not frame.locked:
        room = _round(box, frame.title)
        with document.edit(message("Fit frame to its contents")) as edit:
            edit.put(replace(frame, x=room.x, y=room.y, width=room.width, height=room.height))
