"""Branches grow, hang elsewhere and fold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.kinds.branch import Branch
from journeydesk.model.document import Document
from journeydesk.model.queries import children, descendants
from journeydesk.model.records import JourneyMap, Node
from journeydesk.operations import branches, folding
from journeydesk.operations.fields import set_field
from journeydesk.operations.maps import add_map
from tests.finding import only
from tests.operations.steps import LABEL, beginning, crowded, one_step


def keys(document: Document, parent_id: str) -> list[str]:
    return [child.id for child in children(document, parent_id)]


def branch(document: Document, key: str) -> Branch:
    return only(document, Branch, key)


def test_a_child_comes_after_the_others_and_takes_their_topic() -> None:
    document = beginning()
    set_field(document, ["b0"], "topic", "need")
    with one_step(document):
        made = branches.add_child(document, "b0", "Later")
    assert keys(document, "b0") == ["b1", made.id]
    assert (made.title, made.topic, made.map_id) == ("Later", "need", "m0")


def test_a_child_unfolds_what_it_hangs_on() -> None:
    document = beginning()
    folding.set_folded(document, ["b0"], True)
    with one_step(document):
        branches.add_child(document, "b0")
    assert not branch(document, "b0").folded


def test_branches_of_a_root_spread_over_both_sides() -> None:
    document = beginning()
    sides = [branches.add_child(document, "c0").side for _ in range(4)]
    assert sides == ["left", "left", "right", "left"]


def test_the_branches_of_a_card_have_no_side() -> None:
    assert branches.add_child(beginning(), "s0").side == ""


@pytest.mark.parametrize("key", ["nobody", "t0"])
def test_a_child_of_what_is_no_node_is_refused(key: str) -> None:
    with pytest.raises(KeyError):
        branches.add_child(beginning(), key)


@pytest.mark.parametrize("key", ["nobody", "s0", "c0"])
def test_what_hangs_from_nothing_has_no_sibling_and_no_parent(key: str) -> None:
    document = beginning()
    for grow in (branches.add_sibling, branches.add_parent):
        with pytest.raises(KeyError):
            grow(document, key)


@given(st.lists(st.tuples(st.integers(0, 99), st.booleans()), max_size=12))
def test_siblings_come_where_they_were_asked_for(places: list[tuple[int, bool]]) -> None:
    document = beginning()
    wanted = ["b1"]
    for number, before in places:
        place = number % len(wanted)
        made = branches.add_sibling(document, wanted[place], before)
        wanted.insert(place if before else place + 1, made.id)
    assert keys(document, "b0") == wanted


@pytest.mark.parametrize("before", [False, True])
def test_siblings_keep_their_order_however_many_are_put_between_two(before: bool) -> None:
    document = beginning()
    last = branches.add_sibling(document, "b1").id
    wanted, key = ["b1"], "b1"
    for _ in range(130):
        key = branches.add_sibling(document, last if before else key, before).id
        wanted.append(key)
    assert keys(document, "b0") == [*wanted, last]


def test_siblings_of_one_order_make_room_in_one_step() -> None:
    document = beginning()
    with document.edit(LABEL) as edit:
        edit.put(*(Branch(id=f"x{i}", map_id="m0", parent_id="s0") for i in range(4)))
    with one_step(document):
        made = branches.add_sibling(document, "x1")
    assert keys(document, "s0") == ["x0", "x1", made.id, "x2", "x3"]


def test_a_new_parent_takes_the_place_of_its_child() -> None:
    document = beginning()
    other = branches.add_child(document, "c0")
    with one_step(document):
        made = branches.add_parent(document, "b0")
    assert keys(document, "c0") == [made.id, other.id]
    assert keys(document, made.id) == ["b0"]


def test_a_branch_may_hang_anywhere_but_under_itself_or_on_another_map() -> None:
    document = beginning()
    elsewhere = add_map(document, "Other")
    with document.edit(LABEL) as edit:
        edit.put(Branch(id="far", map_id=elsewhere.id))
    assert branches.may_hang(document, "b1", "c0")
    assert branches.may_hang(document, "b0", "s1")
    refused = [
        ("b0", "b1"),
        ("b0", "b0"),
        ("b0", "far"),
        ("s0", "s1"),
        ("nobody", "s0"),
        ("b0", "nobody"),
        ("t0", "s0"),
    ]
    for pair in refused:
        assert not branches.may_hang(document, *pair)
        with one_step(document, 0):
            branches.hang(document, *pair)


@given(st.integers(0, 4), st.one_of(st.none(), st.integers(-2, 7)))
def test_a_branch_hangs_where_it_was_put(number: int, place: int | None) -> None:
    document = beginning()
    for _ in range(4):
        branches.add_child(document, "b0")
    order = keys(document, "b0")
    moved = order.pop(number)
    branches.hang(document, moved, "b0", place)
    order.insert(len(order) if place is None else max(0, place), moved)
    assert keys(document, "b0") == order


def test_a_branch_that_hangs_elsewhere_takes_all_that_hangs_on_it_and_unfolds_the_parent() -> None:
    document = crowded()
    with one_step(document):
        branches.hang(document, "b3", "b0")
    assert [node.id for node in descendants(document, "b0")] == ["b1", "b2", "b3", "b4"]
    assert not branch(document, "b0").folded


def test_a_side_is_kept_at_home_and_chosen_anew_elsewhere() -> None:
    document = beginning()
    branches.hang(document, "b0", "c0", 0, "left")
    assert branch(document, "b0").side == "left"
    branches.hang(document, "b0", "c0", 1)
    assert branch(document, "b0").side == "left"
    branches.hang(document, "b0", "s0")
    assert branch(document, "b0").side == ""


def test_a_branch_that_is_cut_off_is_a_root() -> None:
    document = beginning()
    with one_step(document):
        branches.cut_off(document, "b0", 70, 80)
    found = branch(document, "b0")
    assert (found.parent_id, found.side, found.x, found.y) == ("", "", 70, 80)
    assert branches.root_of(document, "b1") == "b0"
    with one_step(document, 0):
        branches.cut_off(document, "b0", 0, 0)
        branches.cut_off(document, "s0", 0, 0)


def test_what_has_branches_is_folded_and_unfolded_in_one_step() -> None:
    document = crowded()
    with one_step(document):
        folding.set_folded(document, ["s1", "b4", "b3", "nobody"], True)
    assert {node.id for node in document.all(Node) if node.folded} == {"s1", "b0", "b3"}
    with one_step(document, 0):
        folding.set_folded(document, ["s1", "b4"], True)
    with one_step(document):
        folding.toggle_folded(document, ["s1", "b1"])
    assert not only(document, Node, "s1").folded
    with one_step(document):
        folding.toggle_folded(document, ["b1"])
    assert branch(document, "b1").folded


def test_the_root_of_what_is_unknown_is_nothing() -> None:
    document = beginning()
    assert branches.root_of(document, "nobody") == ""
    assert branches.root_of(document, "s0") == "s0"
    assert document.all(JourneyMap)


def test_branches_hang_elsewhere_one_after_the_other() -> None:
    document = crowded()
    with one_step(document):
        branches.hang_all(document, ["b3", "b1", "s0"], "s2", 0)
    assert [node.id for node in children(document, "s2")] == ["b3", "b1"]
    with one_step(document, 0):
        branches.hang_all(document, ["b3"], "b4")
        branches.hang_all(document, [], "s2")


def test_copies_hang_elsewhere_and_the_branches_stay() -> None:
    document = crowded()
    with one_step(document):
        (copy,) = branches.hang_copies(document, ["b3"], "b3")
    assert [node.id for node in children(document, "b3")] == ["b4", copy]
    assert [node.title for node in children(document, copy)] == ["Price"]
    with one_step(document):
        (alone,) = branches.cut_off_copies(document, {"b3": (70, 80)})
    root = only(document, Branch, alone)
    assert (root.parent_id, root.x, root.y) == ("", 70, 80)
