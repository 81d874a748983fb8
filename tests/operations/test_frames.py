"""Frames are put round nodes, fitted, and taken away, each in one step."""

from journeydesk.kinds.frame import Frame
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Node, Project
from journeydesk.operations import frames, nodes
from journeydesk.operations.arrange import set_locked
from journeydesk.operations.branches import add_child, hang
from journeydesk.picture.marks import Box
from tests.finding import only
from tests.operations.steps import beginning, one_step


def box_of(frame: Frame) -> Box:
    return Box.around(frame.x, frame.y, frame.width or 0, frame.height or 0)


def test_a_frame_leaves_room_round_what_it_groups_and_for_its_title() -> None:
    document, inner = beginning(), Box(0, 0, 400, 200)
    with one_step(document):
        frame = frames.group(document, "m0", inner)
    room = box_of(frame)
    assert inner.left - room.left == room.right - inner.right == room.bottom - inner.bottom
    assert inner.top - room.top > room.bottom - inner.bottom + 20


def test_a_frame_round_frames_lies_under_them_and_over_the_others() -> None:
    document = Document(
        (
            Project(id="p"),
            JourneyMap(id="m"),
            *(Frame(id=f"f{i}", map_id="m", order=float(i)) for i in range(3)),
        )
    )
    frame = frames.group(document, "m", Box(0, 0, 9, 9), ["f1", "f2"])
    assert 0 < frame.order < 1
    assert frames.group(document, "m", Box(0, 0, 9, 9)).order == 3.0


def test_a_frame_goes_and_what_hangs_on_it_stays() -> None:
    document = beginning()
    frame = frames.group(document, "m0", Box(0, 0, 400, 200))
    branch = add_child(document, frame.id)
    with one_step(document):
        frames.ungroup(document, [frame.id, "s0"])
    assert document.get(frame.id) is None
    assert document.find(Node, "s0") is not None
    assert getattr(document.get(branch.id), "parent_id", None) == ""


def test_a_frame_is_fitted_with_a_title_of_several_lines() -> None:
    document, inner = beginning(), Box(0, 0, 200, 200)
    short = frames.group(document, "m0", inner)
    nodes.add_node(document, Frame(id="long", map_id="m0", title="What everybody talked about " * 4))
    with one_step(document):
        frames.fit(document, "long", inner)
    long = only(document, Frame, "long")
    assert box_of(long).top < box_of(short).top - 40


def test_what_is_locked_is_neither_removed_nor_moved_nor_hung_elsewhere() -> None:
    document = beginning()
    frame = frames.group(document, "m0", Box(0, 0, 400, 200))
    set_locked(document, [frame.id, "s0", "b1"], True)
    with one_step(document, 0):
        frames.ungroup(document, [frame.id])
        frames.fit(document, frame.id, Box(0, 0, 9, 9))
        nodes.remove(document, ["s0", frame.id])
        nodes.remove_keeping_children(document, ["s0"])
        nodes.move(document, ["s0"], 10, 10)
        hang(document, "b1", "c0")
    with one_step(document):
        nodes.remove(document, ["s0", "s1"])
    assert document.get("s0") is not None and document.get("s1") is None
