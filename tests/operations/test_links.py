"""Arrows are drawn, led elsewhere, and drawn together with a new node."""

import pytest

from journeydesk.kinds.note import Note
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.records import Influence, Link, Transition
from journeydesk.operations import links
from journeydesk.operations.fields import set_field
from journeydesk.operations.maps import add_map
from journeydesk.operations.nodes import add_node
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


def test_an_end_is_attached_elsewhere_and_the_way_forgotten() -> None:
    document = beginning()
    set_field(document, ["t0"], "waypoints", ((1.0, 2.0),))
    with one_step(document):
        links.attach(document, "t0", target_id="b0")
    link = document.find(Link, "t0")
    assert link is not None and (link.source_id, link.target_id, link.waypoints) == ("s0", "b0", ())
    with one_step(document):
        links.attach(document, "t0", source_id="b0")


@pytest.mark.parametrize(
    ("key", "target"), [("t0", "nobody"), ("t0", "far"), ("t0", "t0"), ("s0", "s1"), ("x", "s0")]
)
def test_an_end_stays_where_there_is_nothing_to_attach_to(key: str, target: str) -> None:
    document = two_maps()
    with one_step(document, 0):
        links.attach(document, key, target_id=target)
