"""Many nodes are brought to new places in one step; the points of arrows follow, or are given up."""

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.stage import Stage
from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Link, Node, Project, Transition
from journeydesk.operations.places import put_in_places
from journeydesk.picture.marks import Box
from tests.finding import only
from tests.operations.steps import one_step

LABEL = message("Tidy")


def drawn() -> Document:
    return Document(
        (
            Project(id="p"),
            JourneyMap(id="m"),
            Stage(id="a", map_id="m"),
            Branch(id="under", map_id="m", parent_id="a"),
            Stage(id="b", map_id="m", x=400),
            Stage(id="held", map_id="m", x=800, locked=True),
            Frame(id="f", map_id="m"),
            Transition(id="t", map_id="m", source_id="under", target_id="b", waypoints=((200.0, 90.0),)),
            Transition(id="u", map_id="m", source_id="b", target_id="held", waypoints=((600.0, 90.0),)),
        )
    )


def node(document: Document, key: str) -> Node:
    return only(document, Node, key)


def points(document: Document, key: str) -> tuple[tuple[float, float], ...]:
    found = only(document, Link, key)
    return found.waypoints


def test_nodes_go_to_their_places_in_one_step() -> None:
    document = drawn()
    with one_step(document):
        put_in_places(document, {"a": Box.around(50, 60, 256, 80), "f": Box(0, 0, 700, 500)}, LABEL)
    assert (node(document, "a").x, node(document, "a").y) == (50, 60)
    frame = node(document, "f")
    assert (frame.x, frame.y, frame.width, frame.height) == (350, 250, 700, 500)
    assert node(document, "a").width is None


def test_what_is_locked_stays() -> None:
    document = drawn()
    put_in_places(document, {"held": Box.around(0, 0, 256, 80)}, LABEL)
    assert node(document, "held").x == 800
    assert document.history[1] == 0


def test_points_of_an_arrow_follow_its_ends() -> None:
    document = drawn()
    put_in_places(document, {"a": Box.around(10, 20, 9, 9), "b": Box.around(410, 20, 9, 9)}, LABEL)
    assert points(document, "t") == ((210.0, 110.0),)


def test_points_of_an_arrow_whose_ends_part_are_given_up() -> None:
    document = drawn()
    put_in_places(document, {"b": Box.around(410, 20, 9, 9)}, LABEL)
    assert points(document, "t") == points(document, "u") == ()
