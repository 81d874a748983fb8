"""Arrows are drawn, led elsewhere, and drawn together with a new node."""

import pytest

from journeydesk.kinds.note import Note
from journeydesk.kinds.stage import Stage
from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.queries import comments
from journeydesk.model.records import Comment, Influence, Link, Transition
from journeydesk.operations import links
from journeydesk.operations.fields import set_field
from journeydesk.operations.maps import add_map
from journeydesk.operations.nodes import add_node, move
from journeydesk.operations.personas import add_persona
from tests.finding import only
from tests.operations.steps import beginning, one_step


def two_maps() -> Document:
    document = beginning()
    add_node(document, Note(id="far", map_id=add_map(document, "Other").id))
    return document


@pytest.mark.parametrize("record_class", [Transition, Influence])
@pytest.mark.parametrize("target", ["s0", "s1", "b1"])
def test_nodes_are_connected(record_class: type[Link], target: str) -> None:
    document = beginning()
    with one_step(document):
        link = links.connect(document, "s0", target, record_class)
    assert document.get(link.id) == link
    assert type(link) is record_class
    assert (link.source_id, link.target_id, link.map_id) == ("s0", target, "m0")
    assert link.order > 0


@pytest.mark.parametrize(("source", "target"), [("s0", "far"), ("far", "s0"), ("s0", "nobody"), ("t0", "s0")])
def test_what_is_not_on_one_map_is_not_connected(source: str, target: str) -> None:
    document = two_maps()
    with one_step(document, 0), pytest.raises(KeyError):
        links.connect(document, source, target)


def test_a_connected_node_comes_with_its_arrow_and_lies_on_top() -> None:
    document = beginning()
    with one_step(document):
        stage = links.add_connected(document, "s1", Stage(id="s2", map_id="m0", x=900))
    assert document.get("s2") == stage
    assert stage.order > 2.0
    assert [(link.source_id, link.target_id) for link in document.all(Link)][-1] == ("s1", "s2")


@pytest.mark.parametrize("source", ["nobody", "t0", "far"])
def test_a_node_is_connected_to_a_node_of_its_map_only(source: str) -> None:
    document = two_maps()
    with one_step(document, 0), pytest.raises(KeyError):
        links.add_connected(document, source, Stage(id="s2", map_id="m0"))


def bent(*points: tuple[float, float]) -> Document:
    """The arrow from s0 at 0, 0 to s1 at 420, 0 passes points; its label was put near its end."""
    document = beginning()
    set_field(document, ["t0"], "waypoints", points)
    set_field(document, ["t0"], "label_at", 0.75)
    return document


def the_arrow(document: Document) -> Link:
    return only(document, Link, "t0")


def test_an_end_is_attached_elsewhere() -> None:
    document = bent((200.0, -150.0))
    with one_step(document):
        links.attach(document, "t0", target_id="b0")
    link = the_arrow(document)
    assert (link.source_id, link.target_id, link.label_at) == ("s0", "b0", 0.75)
    with one_step(document):
        links.attach(document, "t0", source_id="b0")
    with one_step(document, 0):
        links.attach(document, "t0", source_id="b0")


@pytest.mark.parametrize(
    ("points", "target", "kept"),
    [
        (((200.0, 100.0), (350.0, 100.0)), "near", 2),
        (((200.0, 100.0), (350.0, 100.0)), "behind", 0),
        (((200.0, 100.0), (600.0, 100.0)), "near", 1),
        (((200.0, 100.0),), "s0", 0),
    ],
)
def test_bends_that_lead_astray_now_are_forgotten(
    points: tuple[tuple[float, float], ...], target: str, kept: int
) -> None:
    document = bent(*points)
    add_node(document, Stage(id="near", map_id="m0", x=500, y=200))
    add_node(document, Stage(id="behind", map_id="m0", x=-500, y=0))
    links.attach(document, "t0", target_id=target)
    assert the_arrow(document).waypoints == points[:kept]
    links.reverse(document, ["t0"])
    links.attach(document, "t0", source_id="s1")
    assert the_arrow(document).waypoints in (points[:kept][::-1], points[: kept - 1][::-1])


def test_an_arrow_leads_the_other_way_along_the_same_points() -> None:
    document = bent((200.0, 100.0), (300.0, 100.0))
    before = the_arrow(document)
    with one_step(document):
        links.reverse(document, ["t0", "s0", "nobody"])
    link = the_arrow(document)
    assert (link.source_id, link.target_id) == ("s1", "s0")
    assert link.waypoints == before.waypoints[::-1] and link.label_at == 0.25
    links.reverse(document, ["t0"])
    assert the_arrow(document) == before
    with one_step(document, 0):
        links.reverse(document, ["s0"])


def test_bends_are_taken_out_one_by_one_or_all_together() -> None:
    document = bent((1.0, 2.0), (3.0, 4.0), (5.0, 6.0))
    with one_step(document):
        links.remove_bend(document, "t0", 1)
    assert the_arrow(document).waypoints == ((1.0, 2.0), (5.0, 6.0))
    with one_step(document, 0):
        links.remove_bend(document, "t0", 2)
    with one_step(document):
        links.straighten(document, ["t0"])
    assert the_arrow(document).waypoints == ()
    with one_step(document, 0):
        links.straighten(document, ["t0"])


def test_a_label_finds_its_own_place_again() -> None:
    document = bent()
    with one_step(document):
        links.free_labels(document, ["t0"])
    assert the_arrow(document).label_at is None
    with one_step(document, 0):
        links.free_labels(document, ["t0"])


def test_an_arrow_becomes_one_of_another_kind() -> None:
    document = bent((200.0, 100.0))
    set_field(document, ["t0"], "title", "Calls")
    with document.edit(message("Remark")) as edit:
        edit.put(Comment(id="c", about_id="t0", text="Really?"))
    before = the_arrow(document)
    with one_step(document):
        (key,) = links.turn_into(document, ["t0"], Influence)
    made = only(document, Influence, key)
    assert document.get("t0") is None
    assert (made.source_id, made.target_id, made.title) == ("s0", "s1", "Calls")
    assert (made.waypoints, made.label_at, made.order) == (before.waypoints, before.label_at, before.order)
    assert [remark.id for remark in comments(document, key)] == ["c"]
    with one_step(document, 0):
        assert links.turn_into(document, [key], Influence) == (key,)


def test_bends_move_along_where_both_ends_do() -> None:
    document = bent((200.0, 100.0))
    with one_step(document):
        move(document, ["s0"], 10, 20)
    assert the_arrow(document).waypoints == ((200.0, 100.0),)
    with one_step(document):
        move(document, ["s0", "s1"], 10, 20)
    assert the_arrow(document).waypoints == ((210.0, 120.0),)
    links.attach(document, "t0", source_id="b1")
    move(document, ["c0", "s1"], 10, 20)
    assert the_arrow(document).waypoints == ((220.0, 140.0),), "b1 hangs on c0 in the end"


@pytest.mark.parametrize(
    ("key", "target"), [("t0", "nobody"), ("t0", "far"), ("t0", "t0"), ("s0", "s1"), ("x", "s0")]
)
def test_an_end_stays_where_there_is_nothing_to_attach_to(key: str, target: str) -> None:
    document = two_maps()
    with one_step(document, 0):
        links.attach(document, key, target_id=target)


def test_personas_are_given_the_arrows_that_they_travel() -> None:
    document = beginning()
    ann = add_persona(document, "Ann").id
    guide = links.connect(document, "c0", "s0", Influence)
    with one_step(document):
        links.let_travel(document, ["t0", guide.id, "s0", "nobody"], ann, True)
    with one_step(document):
        links.let_travel(document, ["t0"], "lucy", True)
    with one_step(document, 0):
        links.let_travel(document, ["t0"], "lucy", True)
        links.let_travel(document, ["t0"], "nobody", True)
        links.let_travel(document, [guide.id], "lucy", True)
    assert [link.persona_ids for link in document.all(Link)] == [(ann, "lucy"), ()]
    with one_step(document):
        links.let_travel(document, ["t0", guide.id], ann, False)
    assert [link.persona_ids for link in document.all(Link)] == [("lucy",), ()]


def test_a_new_arrow_may_be_somebody_s_from_the_start() -> None:
    document = beginning()
    assert links.connect(document, "s1", "s0", travellers=("lucy",)).persona_ids == ("lucy",)
    assert links.connect(document, "c0", "s0", Influence, ("lucy",)).persona_ids == ()
    with one_step(document):
        links.add_connected(document, "s0", Stage(id="new", map_id="m0"), travellers=("lucy",))
    assert [link.persona_ids for link in document.all(Link) if link.target_id == "new"] == [("lucy",)]
