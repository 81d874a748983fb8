"""Maps are added, copied whole, and removed but for the last one."""

import pytest

from journeydesk.kinds.branch import Branch
from journeydesk.language import Problem
from journeydesk.model.queries import children, counterparts, links, maps, nodes, variants
from journeydesk.model.records import Comment, JourneyMap, Link, Node, Project
from journeydesk.model.stops import TourStop
from journeydesk.operations import maps as verbs
from journeydesk.operations.tours import add_stop
from tests.finding import only
from tests.operations.steps import LABEL, beginning, crowded, one_step


def test_a_new_map_comes_last() -> None:
    document = beginning()
    with one_step(document):
        made = verbs.add_map(document, "Next")
    assert [drawn.id for drawn in maps(document)] == ["m0", made.id]
    assert not nodes(document, made.id)


def test_a_copy_has_all_that_is_on_the_map_and_refers_to_itself_alone() -> None:
    document = crowded()
    with one_step(document):
        made = verbs.duplicate_map(document, "m0", "As it should be")
    assert made.title == "As it should be" and maps(document)[-1].id == made.id
    for read in (nodes, links):
        old, new = read(document, "m0"), read(document, made.id)
        assert len(old) == len(new)
        assert not {record.id for record in old} & {record.id for record in new}
    own = {node.id for node in nodes(document, made.id)}
    assert all(not node.parent_id or node.parent_id in own for node in nodes(document, made.id))
    assert all({link.source_id, link.target_id} <= own for link in links(document, made.id))
    stage = next(
        node for node in nodes(document, made.id) if children(document, node.id) and not node.parent_id
    )
    assert [child.title for child in children(document, stage.id)] == ["Wants", "Fears"]
    assert [(node.title, node.x, node.y) for node in nodes(document, "m0")] == [
        (node.title, node.x, node.y) for node in nodes(document, made.id)
    ]


def test_a_to_be_map_and_what_is_on_it_know_what_they_were_drawn_from() -> None:
    document = crowded()
    with one_step(document):
        made = verbs.draw_to_be(document, "m0", "Better")
    original = only(document, JourneyMap, "m0")
    assert (original.state, made.state, made.original_id) == ("as-is", "to-be", "m0")
    assert variants(document, "m0") == variants(document, made.id) == (original, made)
    old = [node.id for node in nodes(document, "m0")]
    new = counterparts(document, old, made.id)
    assert len(new) == len(old)
    assert sorted(counterparts(document, new, "m0")) == sorted(old)
    assert counterparts(document, ("s1",), made.id)[0] in {
        node.id for node in nodes(document, made.id) if getattr(document.get("s1"), "title", "") == node.title
    }


def test_another_to_be_map_is_drawn_from_the_same_as_is_map() -> None:
    document = crowded()
    first = verbs.draw_to_be(document, "m0", "Better")
    second = verbs.draw_to_be(document, first.id, "Best")
    assert second.original_id == "m0"
    assert [drawn.title for drawn in variants(document, "m0")][1:] == ["Better", "Best"]
    assert counterparts(document, counterparts(document, ("s0",), second.id), "m0") == ("s0",)


def test_a_to_be_map_outlives_the_map_that_it_was_drawn_from() -> None:
    document = crowded()
    made = verbs.draw_to_be(document, "m0", "Better")
    with one_step(document):
        verbs.remove_map(document, "m0")
    kept = only(document, JourneyMap, made.id)
    assert (kept.state, kept.original_id) == ("to-be", "")
    assert variants(document, made.id) == (kept,)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_map_is_put_elsewhere_in_one_step(place: int) -> None:
    document = beginning()
    for title in ("B", "C"):
        verbs.add_map(document, title)
    last = maps(document)[-1].id
    with one_step(document, int(place != 2)):
        verbs.move_map(document, last, place)
    assert [drawn.id for drawn in maps(document)].index(last) == place
    assert len({drawn.order for drawn in maps(document)}) == 3


def test_copying_an_unknown_map_is_refused() -> None:
    document = beginning()
    with one_step(document, 0), pytest.raises(KeyError):
        verbs.duplicate_map(document, "s0", "x")


def test_a_map_goes_with_all_that_is_on_it() -> None:
    document = crowded()
    with document.edit(LABEL) as edit:
        edit.put(Comment(id="k", about_id="b4"), Comment(id="k2", about_id="m0"))
    kept = verbs.add_map(document, "Kept")
    with one_step(document):
        verbs.remove_map(document, "m0")
    assert {type(record) for record in document} == {Project, JourneyMap}
    assert [drawn.id for drawn in maps(document)] == [kept.id]
    assert not document.all(Node) and not document.all(Link) and not document.all(Branch)


def test_the_last_map_stays() -> None:
    document = beginning()
    with one_step(document, 0), pytest.raises(Problem):
        verbs.remove_map(document, "m0")


def test_the_stops_of_a_copied_map_fold_the_copies() -> None:
    document = crowded()
    add_stop(document, "m0", TourStop("A", folded=("b0", "gone")))
    add_stop(document, "m0", TourStop("B"))
    copy = verbs.duplicate_map(document, "m0", "Copy")
    first, second = only(document, JourneyMap, copy.id).stops
    assert first.folded is not None and second.folded is None
    (key,) = first.folded
    assert only(document, Node, key).map_id == copy.id and only(document, Node, key).title == "Wants"
