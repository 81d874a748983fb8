"""What is copied can be pasted anywhere, whole; what is damaged harms nothing."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.image import ImageNode
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import Problem
from journeydesk.model.document import Document
from journeydesk.model.fields import described
from journeydesk.model.queries import children, nodes
from journeydesk.model.records import (
    Asset,
    Comment,
    Evidence,
    JourneyMap,
    Link,
    Node,
    Persona,
    Project,
    Record,
    Transition,
)
from journeydesk.operations.excerpt import DEEPEST, Excerpt, excerpt, from_json, people, to_json, with_cards
from journeydesk.operations.fields import rate
from journeydesk.operations.nodes import hiding
from journeydesk.operations.pasting import cut, paste, paste_people
from journeydesk.operations.written import persona_text, to_text
from tests.finding import only
from tests.operations.steps import LABEL, PROGRAMS, beginning, crowded, one_step, same_ids, take

MOVED = {
    *("id", "map_id", "parent_id", "stage_id", "order", "x", "y", "source_id", "target_id", "waypoints"),
    *("side", "locked", "contents", "about_id"),
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["id", "parent_id", "title", "x", "data", "share"]), inner)
    ),
    max_leaves=12,
)


def other() -> Document:
    """Another project, on whose only map there is a stage."""
    return Document(
        (Project(id="q"), JourneyMap(id="far", order=1.0), Stage(id="there", map_id="far", title="There"))
    )


def sent(taken: Excerpt) -> Excerpt:
    """The excerpt after its way over the clipboard."""
    return from_json(to_json(taken))[0]


def said(record: Record) -> dict[str, Any]:
    """What a record says, but for who it is, where it stands, and whether it is a frame that hides others."""
    passed = (*MOVED, "folded") if isinstance(record, Frame) else MOVED
    return {
        told.name: getattr(record, told.name)
        for told in described(type(record))
        if told.name not in passed and not told.refers
    }


def find(document: Document, key: str) -> Node:
    return only(document, Node, key)


def test_nodes_are_pasted_with_branches_arrows_and_remarks() -> None:
    document = crowded()
    with document.edit(LABEL) as edit:
        edit.put(Comment(id="k", about_id="b4", text="Why?"))
    taken = sent(excerpt(document, ["s2", "s1"]))
    before = {link.id for link in document.all(Link)}
    with one_step(document):
        first, second = paste(document, "m0", taken, dx=10, dy=20)
    assert (find(document, first).x, find(document, first).y) == (370.0, 160.0)
    assert [child.title for child in children(document, first)] == ["Wants", "Fears"]
    new = [(link.source_id, link.target_id) for link in document.all(Link) if link.id not in before]
    assert {(first, second), (second, second)} < set(new) and len(new) == 3
    assert [comment.text for comment in document.all(Comment)] == ["Why?", "Why?"]


def test_branches_are_hung_on_a_node_after_the_others_and_it_unfolds() -> None:
    document = crowded()
    taken = excerpt(document, ["b3"])
    with document.edit(LABEL) as edit:
        edit.put(replace(find(document, "b0"), folded=True))
    with one_step(document):
        (made,) = paste(document, "m0", taken, parent_id="b0")
    assert [child.title for child in children(document, "b0")] == ["Soon", "Fears"]
    assert [child.title for child in children(document, made)] == ["Price"]
    assert not find(document, "b0").folded


def test_a_branch_stands_where_it_lay_when_it_is_pasted_on_paper() -> None:
    document = beginning()
    (made,) = paste(document, "m0", excerpt(document, ["b0"], {"b0": (200.0, -400.0)}), dx=40)
    assert (find(document, made).parent_id, find(document, made).x) == ("", 240.0)


def test_cards_never_hang() -> None:
    document = beginning()
    (made,) = paste(document, "m0", excerpt(document, ["s0"]), parent_id="s1")
    assert find(document, made).parent_id == ""


def test_a_step_names_its_stage_only_where_that_is() -> None:
    step = Touchpoint(id="step", map_id="far", title="Ask", stage_id="there")
    document = Document((*other(), step, JourneyMap(id="new", order=2.0)))

    def stage_of(map_id: str, *ids: str) -> str:
        made = paste(document, map_id, excerpt(document, ids))
        (copy,) = (node for key in made if (node := document.find(Touchpoint, key)) is not None)
        return copy.stage_id

    assert stage_of("far", "step") == "there"
    assert stage_of("new", "step") == ""
    stage = only(document, Stage, stage_of("new", "step", "there"))
    assert stage.map_id == "new"


def test_what_a_project_lacks_is_brought_along_once() -> None:
    document, far = beginning(), other()
    with document.edit(LABEL) as edit:
        edit.put(Evidence(id="e", title="Talks", asset_id="photo"))
        edit.put(replace(find(document, "b1"), evidence_ids=("e", "lost")))
    taken = sent(excerpt(document, ["c0"]))
    with one_step(far):
        (card,) = paste(far, "far", taken)
    made = find(far, card)
    assert isinstance(made, PersonaCard)
    persona = only(far, Persona, made.persona_id)
    assert persona.name == "Lucy"
    assert far.find(Asset, persona.photo_id) == document.find(Asset, "photo")
    deep = children(far, children(far, card)[0].id)[0]
    assert [far.find(Evidence, key) for key in deep.evidence_ids] == [document.find(Evidence, "e")]
    drawn = only(far, JourneyMap, "far")
    assert drawn.persona_ids == (persona.id,)
    paste(far, "far", taken)
    assert (len(far.all(Persona)), len(far.all(Evidence)), len(far.all(Asset))) == (1, 1, 1)


def test_feelings_go_with_those_who_feel_them() -> None:
    document, far = beginning(), other()
    with far.edit(LABEL) as edit:
        edit.put(Evidence(id="lucy", title="In the way"))
    rate(document, ["s0"], "feelings", "lucy", -2)
    rate(document, ["s0"], "feelings", "lost", 1)
    (made,) = paste(far, "far", sent(excerpt(document, ["s0"])))
    (lucy,) = far.all(Persona)
    assert lucy.name == "Lucy" and getattr(far.get(made), "feelings", None) == ((lucy.id, -2),)


def test_a_picture_that_is_there_under_another_name_is_used() -> None:
    document, far = beginning(), other()
    with far.edit(LABEL) as edit:
        edit.put(Asset(id="mine", data=b"12", media_type="image/png", width=2, height=2))
        edit.put(Persona(id="photo", name="In the way"))
    with document.edit(LABEL) as edit:
        edit.put(ImageNode(id="i", map_id="m0", asset_id="photo"))
    (made,) = paste(far, "far", sent(excerpt(document, ["i"])))
    image = find(far, made)
    assert isinstance(image, ImageNode) and image.asset_id == "mine"
    assert len(far.all(Asset)) == 1


def test_an_id_that_is_taken_by_something_else_is_no_hindrance() -> None:
    document, far = beginning(), other()
    with far.edit(LABEL) as edit:
        edit.put(Evidence(id="lucy", title="In the way"))
    (made,) = paste(far, "far", sent(excerpt(document, ["c0"])))
    card = find(far, made)
    assert isinstance(card, PersonaCard)
    persona = only(far, Persona, card.persona_id)
    assert persona.name == "Lucy"
    assert far.find(Evidence, "lucy") is not None


def test_links_between_copied_nodes_name_the_copies() -> None:
    document = beginning()
    with document.edit(LABEL) as edit:
        edit.put(replace(find(document, "s0"), url="#s1"))
    first, second = paste(document, "m0", excerpt(document, ["s0", "s1"]))
    assert find(document, first).url == f"#{second}"


def test_cutting_takes_everything_that_was_copied() -> None:
    document = beginning()
    taken = excerpt(document, ["c0", "s0"])
    with one_step(document):
        cut(document, ["c0", "s0"])
    assert [node.id for node in document.all(Node)] == ["s1"]
    with one_step(document):
        paste(document, "m0", taken)
    assert sorted(node.title for node in document.all(Node)) == ["", "Buy", "Search", "Soon", "Wants"]


def test_nothing_is_pasted_where_there_is_no_map_or_nothing() -> None:
    document = beginning()
    with one_step(document, 0):
        assert paste(document, "nowhere", excerpt(document, ["s0"])) == ()
        assert paste(document, "m0", excerpt(document, ["t0", "nobody"])) == ()
        cut(document, ["t0", "nobody"])


@given(PROGRAMS, st.integers(0, 34), st.integers(0, 34))
def test_copies_say_what_their_originals_say(program: list[Any], a: int, b: int) -> None:
    document, far = crowded(), other()
    with same_ids():
        for step in program:
            take(document, step)
    found = list(document.all(Node))
    drawn = found[a % len(found)].map_id if found else ""
    here = [node for node in found if node.map_id == drawn]
    if not here:
        return
    taken = excerpt(document, [here[a % len(here)].id, here[b % len(here)].id])
    assert sent(taken) == taken
    with one_step(far):
        paste(far, "far", taken)
    made = [record for record in far if isinstance(record, Node | Link | Comment) and record.id != "there"]
    names = {record.id: record.id for record in taken.records}
    originals = [hiding(record, names) if isinstance(record, Node) else record for record in taken.records]
    kinds = {type(record) for record in made}
    assert [said(record) for record in made] == [said(one) for one in originals if type(one) in kinds]
    for node in nodes(far, "far"):
        assert not node.parent_id or find(far, node.parent_id).map_id == "far"


@given(JSON)
def test_whatever_is_on_the_clipboard_is_read_or_refused(value: object) -> None:
    rows = [
        ["branch", value],
        ["stage", {"id": "s", "title": value, "x": value}],
        ["transition", value],
        value,
    ]
    for told in (
        value,
        {"records": value, "chosen": []},
        *({"records": [row], "chosen": value} for row in rows),
    ):
        try:
            taken, _ = from_json(json.dumps(told).encode())
        except Problem:
            continue
        far = other()
        with one_step(far, 1 if taken.nodes else 0):
            paste(far, "far", taken)


@given(st.binary(max_size=40))
def test_bytes_that_are_no_excerpt_are_refused(data: bytes) -> None:
    with pytest.raises(Problem):
        from_json(data)


def told(*rows: list[Any]) -> bytes:
    return json.dumps({"records": rows, "chosen": []}).encode()


def test_a_newer_kind_is_passed_over_and_said() -> None:
    taken, notice = from_json(
        told(["hologram", {"id": "h"}], ["stage", {"id": "s", "aura": 3, "title": "On"}])
    )
    assert [node.title for node in taken.nodes] == ["On"]
    assert notice is not None and notice.number == 1


def test_circles_and_loose_ends_are_mended() -> None:
    taken, notice = from_json(
        told(
            ["branch", {"id": "a", "parent_id": "b"}],
            ["branch", {"id": "b", "parent_id": "a"}],
            ["branch", {"id": "c", "parent_id": "nobody"}],
            ["transition", {"id": "t", "source_id": "a", "target_id": "nobody"}],
            ["comment", {"id": "k", "about_id": "t"}],
            ["project", {"id": "p"}],
            ["branch", {"id": "a", "title": "twice"}],
        )
    )
    assert [(record.id, getattr(record, "parent_id", "")) for record in taken.records] == [
        ("a", "b"),
        ("b", ""),
        ("c", ""),
    ]
    assert notice is None and taken.chosen == ("b", "c")


def test_branches_that_hang_too_deep_are_refused() -> None:
    rows = [["branch", {"id": f"b{i}", "parent_id": f"b{i + 1}"}] for i in range(DEEPEST + 1)]
    with pytest.raises(Problem):
        from_json(told(*rows))
    with pytest.raises(Problem):
        from_json(b"[" * 200_000)


def test_the_text_is_that_of_the_map_in_its_order() -> None:
    document = crowded()
    with document.edit(LABEL) as edit:
        edit.put(*beginning().all(Persona), PersonaCard(id="c", map_id="m0", persona_id="lucy", x=9999))
        edit.put(Branch(id="nameless", map_id="m0", parent_id="c", order=1.0))
        edit.put(Branch(id="deep", map_id="m0", parent_id="nameless", title="a\tb\n\n c", order=1.0))
    assert to_text(excerpt(document, ["s2", "b4", "b0", "c"])) == (
        "Lucy\n\t–\n\t\ta b c\nWants\n\tSoon\n\t\tSooner\nPrice\nWhat it costs to run it for ten years"
    )
    assert isinstance(document.find(Link, "t0"), Transition)


def test_personas_go_to_another_project_with_photo_and_sources_and_come_as_copies_at_home() -> None:
    document, far = beginning(), other()
    with document.edit(LABEL) as edit:
        edit.put(Evidence(id="e", title="Talks"))
        edit.put(replace(document.all(Persona)[0], evidence_ids=("e", "lost"), says=("Yes",)))
    taken = sent(people(document, ["lucy", "nobody"]))
    with one_step(far):
        (made,) = paste_people(far, taken)
    assert said_of(far.find(Persona, made)) == said_of(document.find(Persona, "lucy"))
    assert (len(far.all(Asset)), [source.title for source in far.all(Evidence)]) == (1, ["Talks"])
    with one_step(document):
        (copy,) = paste_people(document, taken)
    assert copy != "lucy" and len(document.all(Persona)) == 2 and len(document.all(Asset)) == 1
    with one_step(document, 0):
        assert paste_people(document, excerpt(document, ["s0"])) == ()


def said_of(persona: Persona | None) -> dict[str, Any]:
    assert persona is not None
    return said(persona)


def test_personas_without_nodes_come_onto_a_map_as_cards() -> None:
    document, far = beginning(), other()
    taken = with_cards(sent(people(document, ["lucy"])))
    (card,) = paste(far, "far", taken)
    made = find(far, card)
    assert isinstance(made, PersonaCard) and far.find(Persona, made.persona_id) is not None
    whole = excerpt(document, ["c0"])
    assert with_cards(whole) is whole


def test_a_persona_is_told_in_lines_to_other_programs() -> None:
    told = persona_text(
        Persona(
            id="p", name="Ann", tagline="Hurried", age_from=30, roles=("user", "own"), goals=("A", "B"),
            more=(("Reads", "much"),), influence=7.5, face_x=0.2,
        )
    )  # fmt: skip
    assert told.splitlines() == [
        "Ann",
        "Hurried",
        "Roles in the decision: User; own",
        "Age from: 30\N{NO-BREAK SPACE}years",
        "Goals: A; B",
        "Influence on the decision: 7.5\N{NO-BREAK SPACE}of 10",
        "Reads: much",
    ]
