"""Nodes are added, removed, moved and copied, each in one step that can be undone."""

from dataclasses import replace

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.note import Note
from journeydesk.kinds.stage import Stage
from journeydesk.model.change import Change
from journeydesk.model.document import Document
from journeydesk.model.queries import children, links
from journeydesk.model.records import Comment, Link, Node
from journeydesk.operations import nodes
from journeydesk.operations.branches import add_child, add_sibling
from journeydesk.operations.fields import set_field
from journeydesk.operations.folding import set_folded
from journeydesk.operations.links import connect
from tests.finding import only
from tests.operations.steps import LABEL, beginning, crowded, one_step


def titles(document: Document, parent_id: str) -> list[str]:
    return [child.title for child in children(document, parent_id)]


def family() -> tuple[Document, dict[str, str]]:
    """A card with branches a (with a1, a2), b (with b1) and c."""
    document = beginning()
    nodes.remove(document, ["b0"])
    keys: dict[str, str] = {}
    for name, parent in (("a", ""), ("b", ""), ("c", ""), ("a1", "a"), ("a2", "a"), ("b1", "b")):
        keys[name] = add_child(document, keys.get(parent, "c0"), name).id
    return document, keys


def test_a_new_node_lies_on_top_of_the_others() -> None:
    document = beginning()
    with one_step(document):
        note = nodes.add_node(document, Note(id="n", map_id="m0", title="a\x00"))
    assert note == document.get("n")
    assert note.title == "a\N{REPLACEMENT CHARACTER}"
    assert note.order > max(node.order for node in document.all(Node) if node.id != "n")


def test_an_order_that_was_asked_for_is_kept() -> None:
    assert nodes.add_node(beginning(), Note(id="n", map_id="m0", order=-3.0)).order == -3.0


def test_a_node_is_removed_with_its_branches_arrows_and_comments() -> None:
    document = crowded()
    with document.edit(LABEL) as edit:
        edit.put(Comment(id="k", about_id="b4", text="Why?"), Comment(id="k2", about_id="t1"))
    with one_step(document):
        nodes.remove(document, ["s1"])
    assert not {"s1", "b0", "b1", "b2", "b3", "b4", "k", "k2", "t0", "t1"} & {
        record.id for record in document
    }
    assert {link.id for link in document.all(Link)} == {"t2", "t4", "t5", "t6", "t9"}


def test_removing_what_is_not_there_is_no_step() -> None:
    document = beginning()
    with one_step(document, 0):
        nodes.remove(document, ["nobody"])
        nodes.remove_keeping_children(document, ["nobody"])
        assert nodes.duplicate(document, ["nobody", "t0"]) == ()


def test_an_arrow_is_removed_alone() -> None:
    document = beginning()
    with one_step(document):
        nodes.remove(document, ["t0"])
    assert document.find(Node, "s0") is not None and not document.all(Link)


def test_what_hung_on_a_removed_branch_takes_its_place() -> None:
    document, keys = family()
    with one_step(document):
        nodes.remove_keeping_children(document, [keys["a"]])
    assert titles(document, "c0") == ["a1", "a2", "b", "c"]


def test_the_heirs_of_a_branch_stay_between_close_siblings() -> None:
    document, keys = family()
    between = add_sibling(document, keys["a"], title="between")
    add_child(document, between.id, "heir")
    add_child(document, between.id, "other heir")
    for _ in range(60):
        add_sibling(document, between.id, title="later")
    nodes.remove_keeping_children(document, [between.id])
    assert titles(document, "c0")[:4] == ["a", "heir", "other heir", "later"]


def test_a_branch_and_the_one_that_it_hangs_on_are_removed_together_in_any_order() -> None:
    for order in (("a", "a1"), ("a1", "a")):
        document, keys = family()
        deep = add_child(document, keys["a1"], "deep")
        with one_step(document):
            nodes.remove_keeping_children(document, [keys[name] for name in order])
        assert titles(document, "c0") == ["deep", "a2", "b", "c"]
        assert document.find(Branch, deep.id) is not None


def test_what_hung_on_a_removed_root_becomes_roots() -> None:
    document, keys = family()
    with one_step(document):
        nodes.remove_keeping_children(document, ["c0"])
    heirs = [document.find(Branch, keys[name]) for name in "abc"]
    assert [(heir.parent_id, heir.x, heir.y) for heir in heirs if heir] == [
        ("", 0.0, -350.0),
        ("", 0.0, -300.0),
        ("", 0.0, -250.0),
    ]
    assert titles(document, keys["a"]) == ["a1", "a2"]


def test_an_arrow_among_those_that_are_removed_goes_too() -> None:
    document = beginning()
    with one_step(document):
        nodes.remove_keeping_children(document, ["t0", "c0"])
    assert document.get("t0") is None and document.get("b0") is not None


def test_what_is_locked_or_hangs_does_not_move() -> None:
    document = beginning()
    set_field(document, ["s1"], "locked", True)
    with one_step(document):
        nodes.move(document, ["s0", "s1", "b0", "t0", "nobody"], 10, -5)
    moved = only(document, Node, "s0")
    assert (moved.x, moved.y) == (10, -5)
    assert [node.id for node in nodes.moving(document, ["s0", "s0", "b0"])] == ["s0"]
    with one_step(document, 0):
        nodes.move(document, ["s1", "b1"], 10, 10)


def test_a_node_is_resized_about_a_new_middle() -> None:
    document = beginning()
    stage = only(document, Stage, "s0")
    with one_step(document), document.edit(LABEL) as edit:
        nodes.resize(edit, stage, 300, None, 22, 0)
    assert document.get("s0") == replace(stage, width=300.0, x=22.0)


def test_copies_lie_beside_their_originals_with_all_that_belongs_to_them() -> None:
    document = crowded()
    count = len(document)
    with one_step(document):
        made = nodes.duplicate(document, ["s1", "s2", "b0"])
    copies = [document.find(Node, key) for key in made]
    assert [copy.title for copy in copies if copy] == [
        node.title for key in ("s1", "s2", "b0") if (node := document.find(Node, key))
    ]
    stage = copies[0]
    assert isinstance(stage, Stage) and (stage.x, stage.y) == (400.0, 180.0)
    assert titles(document, stage.id) == ["Wants", "Fears"]
    # Seven nodes, and the arrows s1-s2, s2-s2 and b1-b4.
    assert len(document) == count + 7 + 3
    assert copies[2] is not None and copies[2].parent_id == stage.id


def test_a_copied_arrow_keeps_its_way() -> None:
    document = beginning()
    set_field(document, ["t0"], "waypoints", ((10.0, 20.0),))
    nodes.duplicate(document, ["s0", "s1"])
    copy = next(link for link in document.all(Link) if link.id != "t0")
    assert copy.waypoints == ((50.0, 60.0),)


def test_the_copy_of_a_branch_follows_it_and_other_copies_lie_on_top() -> None:
    document, keys = family()
    (copy,) = nodes.duplicate(document, [keys["a"]])
    assert titles(document, "c0") == ["a", "a", "b", "c"]
    assert [child.id for child in children(document, "c0")][:2] == [keys["a"], copy]
    (card,) = nodes.duplicate(document, ["s0"])
    found = only(document, Node, card)
    assert all(found.order >= node.order for node in document.all(Node))


def test_the_copies_of_siblings_each_follow_their_original() -> None:
    document, keys = family()
    nodes.duplicate(document, [keys["a"], keys["c"]])
    assert titles(document, "c0") == ["a", "a", "b", "c", "c"]


def test_the_copies_of_close_siblings_make_room_for_themselves() -> None:
    document, keys = family()
    with document.edit(LABEL) as edit:
        siblings = (document.find(Node, keys[name]) for name in "abc")
        edit.put(
            *(replace(node, order=1 + place * nodes.NARROWEST) for place, node in enumerate(siblings) if node)
        )
    with one_step(document):
        copies = nodes.duplicate(document, [keys["b"], keys["a"]])
    expected = [keys["a"], copies[1], keys["b"], copies[0], keys["c"]]
    assert [child.id for child in children(document, "c0")] == expected
    assert [child.order for child in children(document, "c0")] == [1.0, 2.0, 3.0, 4.0, 5.0]


def test_very_many_copies_are_put_at_once() -> None:
    document = beginning()
    told: list[Change] = []
    document.watch(told.append)
    nodes.duplicate(document, [node.id for node in document.all(Node)])
    assert len(told) == 1


def test_the_copy_of_a_folded_node_is_whole() -> None:
    document = beginning()
    set_folded(document, ["b0"], True)
    (copy,) = nodes.duplicate(document, ["b0"])
    assert titles(document, copy) == ["Soon"]


def test_an_arrow_to_elsewhere_is_not_copied() -> None:
    document = beginning()
    connect(document, "s0", "b1")
    nodes.duplicate(document, ["s0"])
    assert len(links(document, "m0")) == 2
