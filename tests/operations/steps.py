"""Random work on a document, made of small numbers: what a person may do, in any order.

A step is (what, a, b, c): the index of a verb, and three numbers from which the verb takes nodes and values.
So a program of steps that fails shrinks to the shortest one that still fails.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from hypothesis import strategies as st

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import KINDS
from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.image import ImageNode
from journeydesk.kinds.outcome import Outcome
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import Problem, message
from journeydesk.model import records as model
from journeydesk.model.document import Document
from journeydesk.model.queries import maps, personas
from journeydesk.model.queries import nodes as nodes_of
from journeydesk.model.records import (
    Asset,
    Comment,
    Evidence,
    Influence,
    JourneyMap,
    Link,
    Node,
    Persona,
    Project,
    Record,
    Transition,
    new_id,
)
from journeydesk.model.stops import TourStop
from journeydesk.model.terms import VOCABULARIES, entries
from journeydesk.operations import (
    arrange,
    branches,
    committee,
    folding,
    frames,
    lanes,
    links,
    nodes,
    outlining,
    pasting,
    remarks,
    summaries,
    tours,
)
from journeydesk.operations import comments as comment_verbs
from journeydesk.operations import evidence as evidence_verbs
from journeydesk.operations import maps as map_verbs
from journeydesk.operations import personas as persona_verbs
from journeydesk.operations import terms as term_verbs
from journeydesk.operations.arrange import Block, Edge, Level
from journeydesk.operations.excerpt import excerpt, people
from journeydesk.operations.fields import rate, set_field
from journeydesk.operations.places import put_in_places
from journeydesk.picture.marks import Box
from tests.finding import only

T = TypeVar("T")
Step = tuple[int, int, int, int]

WORDS = (
    "",
    "A",
    "What it costs to run it\nfor ten years",
    "Ask a neighbour",
    "«\u202f50\u00a0%\u202f»",
    "W" * 40,
)
PLACES = (-700.0, -320.0, 0.0, 260.0, 300.0, 520.0, 900.0)
LABEL = message("Try")


@contextmanager
def same_ids() -> Iterator[None]:
    """New records get the same ids, in no order, each time that a program of steps is run."""
    chance = random.Random(1)
    kept = model.uuid4
    model.uuid4 = lambda: UUID(int=chance.getrandbits(128))
    try:
        yield
    finally:
        model.uuid4 = kept


def beginning() -> Document:
    """A project with a map, two stages, a card with two branches, and arrows between them."""
    return Document(
        (
            Project(id="p"),
            JourneyMap(id="m0", order=1.0),
            Persona(id="lucy", name="Lucy", photo_id="photo"),
            Asset(id="photo", width=2, height=2, data=b"12", media_type="image/png"),
            Stage(id="s0", map_id="m0", x=0, y=0, title="Search"),
            Stage(id="s1", map_id="m0", x=420, y=0, title="Buy", order=1.0),
            PersonaCard(id="c0", map_id="m0", x=0, y=-400, persona_id="lucy", order=2.0),
            Branch(id="b0", map_id="m0", parent_id="c0", title="Wants", order=1.0),
            Branch(id="b1", map_id="m0", parent_id="b0", title="Soon", order=1.0),
            Transition(id="t0", map_id="m0", source_id="s0", target_id="s1", share=60.0),
        )
    )


def crowded() -> Document:
    """A journey with loops, jumps and exits, and arrows that lead to branches, some of them folded away."""
    steps = [
        Stage(id=f"s{i}", map_id="m0", x=360.0 * i, y=(0.0, 140.0)[i % 2], title=WORDS[i % 6], order=float(i))
        for i in range(4)
    ]
    thoughts = [
        Branch(id="b0", map_id="m0", parent_id="s1", title="Wants", order=1.0, folded=True),
        Branch(id="b1", map_id="m0", parent_id="b0", title="Soon", order=1.0),
        Branch(id="b2", map_id="m0", parent_id="b1", title="Sooner", order=1.0),
        Branch(id="b3", map_id="m0", parent_id="s1", title="Fears", order=2.0),
        Branch(id="b4", map_id="m0", parent_id="b3", title="Price", order=1.0),
    ]
    ends = [
        "s0 s1",
        "s1 s2",
        "s2 s3",
        "s3 s1",
        "s0 s3",
        "s2 o",
        "s2 s2",
        "b2 s3",
        "b4 s0",
        "d s2",
        "s1 d",
        "b1 b4",
    ]
    arrows = [
        Transition(
            id=f"t{i}", map_id="m0", source_id=pair.split()[0], target_id=pair.split()[1], order=float(i)
        )
        for i, pair in enumerate(ends)
    ]
    return Document(
        (
            Project(id="p"),
            JourneyMap(id="m0", order=1.0),
            *steps,
            *thoughts,
            Outcome(id="o", map_id="m0", x=700, y=420, fate="lost", order=9.0),
            DecisionPoint(id="d", map_id="m0", x=520, y=-300, title="Is it worth it?", order=10.0),
            *(replace(arrow, share=10.0 * i, title="To think about") for i, arrow in enumerate(arrows)),
        )
    )


def chosen(rows: Sequence[T], number: int) -> T | None:
    return rows[number % len(rows)] if rows else None


def all_nodes(document: Document) -> list[Node]:
    """The nodes; those that came first are first."""
    return list(document.all(Node))


def some(document: Document, *numbers: int) -> list[str]:
    found = all_nodes(document)
    return list(dict.fromkeys(found[number % len(found)].id for number in numbers)) if found else []


def add_node(document: Document, a: int, b: int, c: int) -> None:
    kind = KINDS[a % len(KINDS)]
    drawn = chosen(maps(document), c // 7)
    if drawn is not None:
        nodes.add_node(
            document,
            kind.record(id=new_id(), map_id=drawn.id, x=PLACES[b % 7], y=PLACES[c % 7], title=WORDS[b % 6]),
        )


def add_child(document: Document, a: int, b: int, c: int) -> None:
    for key in some(document, a):
        branches.add_child(document, key, WORDS[b % 6])


def add_sibling(document: Document, a: int, b: int, c: int) -> None:
    found = chosen([node for node in all_nodes(document) if node.parent_id], a)
    if found is not None:
        branches.add_sibling(document, found.id, bool(b % 2))


def add_parent(document: Document, a: int, b: int, c: int) -> None:
    found = chosen([node for node in all_nodes(document) if node.parent_id], a)
    if found is not None:
        branches.add_parent(document, found.id)


def hang(document: Document, a: int, b: int, c: int) -> None:
    node, parent = chosen(document.all(Branch), a), chosen(all_nodes(document), b)
    if node is not None and parent is not None:
        place = None if c % 4 == 3 else c % 4
        branches.hang(document, node.id, parent.id, place, ("", "left", "right")[c % 3])


def hang_several(document: Document, a: int, b: int, c: int) -> None:
    parent, ids = chosen(all_nodes(document), b), some(document, a, a + 1, c)
    if parent is not None and len(document) < 60:
        do = branches.hang_copies if c % 2 else branches.hang_all
        do(document, ids, parent.id, None if c % 4 == 3 else c % 4, ("", "left", "right")[c % 3])


def cut_off(document: Document, a: int, b: int, c: int) -> None:
    found = chosen(document.all(Branch), a)
    if found is not None:
        do = branches.cut_off_copies if c % 5 == 0 and len(document) < 60 else branches.cut_off_all
        do(document, {found.id: (PLACES[b % 7], PLACES[c % 7])})


def fold(document: Document, a: int, b: int, c: int) -> None:
    folding.toggle_folded(document, some(document, a, b))


def fold_levels(document: Document, a: int, b: int, c: int) -> None:
    verb = (folding.fold_level, folding.unfold_level, folding.fold_all, folding.unfold_all)[b % 4]
    drawn = chosen(maps(document), a)
    assert drawn is not None
    verb(document, folding.starts_on(document, drawn.id) if c % 3 == 0 else some(document, a, c))


def fold_frames(document: Document, a: int, b: int, c: int) -> None:
    """Frames come, are folded away with what lies in them, and are opened again."""
    frame, drawn = chosen(document.all(Frame), a), chosen(maps(document), 0)
    if frame is None or (b % 4 == 0 and len(document.all(Frame)) < 4):
        width, height = ((700, 500), (1400, 900), (9000, 9000))[c % 3]
        if drawn is not None:
            place = {"x": PLACES[a % 7], "y": PLACES[c % 7], "width": width, "height": height}
            nodes.add_node(document, Frame(id=new_id(), map_id=drawn.id, **place))
    elif b % 4 == 1:
        found = chosen(all_nodes(document), c)
        assert found is not None
        folding.reveal(document, found.id)
    else:
        folding.toggle_folded(document, [frame.id])


def move(document: Document, a: int, b: int, c: int) -> None:
    nodes.move(document, some(document, a, a + c % 3), PLACES[b % 7], PLACES[c % 7])


def tidy(document: Document, a: int, b: int, c: int) -> None:
    boxes = {
        key: Box.around(PLACES[(b + at) % 7], PLACES[(c + at) % 7], 300, 200)
        for at, key in enumerate(some(document, a, a + 1, c))
    }
    put_in_places(document, boxes, LABEL)


def outline(document: Document, a: int, b: int, c: int) -> None:
    ids = some(document, a, b)
    match c % 5:
        case 0:
            outlining.indent(document, ids)
        case 1:
            outlining.outdent(document, ids)
        case 2:
            outlining.step(document, ids, -1 if b % 2 else 1)
        case 3:
            outlining.hang_all(document, ids, some(document, c)[0] if ids else "", b % 4)
        case _:
            if len(ids) > 1:
                outlining.exchange(document, ids[0], ids[1])


def connect(document: Document, a: int, b: int, c: int) -> None:
    source, target = chosen(all_nodes(document), a), chosen(all_nodes(document), b)
    if source is not None and target is not None and source.map_id == target.map_id:
        links.connect(document, source.id, target.id, Influence if c % 5 == 0 else Transition)


def attach(document: Document, a: int, b: int, c: int) -> None:
    link = chosen(document.all(Link), a)
    if link is not None:
        targets = [node for node in all_nodes(document) if node.map_id == link.map_id]
        end = targets[b % len(targets)].id
        links.attach(document, link.id, **{("source_id", "target_id")[c % 2]: end})


def lead(document: Document, a: int, b: int, c: int) -> None:
    """What is done to arrows besides attaching them: other ways, other labels, other kinds."""
    found = document.all(Link)
    keys = list(dict.fromkeys(link.id for link in (chosen(found, a), chosen(found, a + b % 2)) if link))
    match c % 5:
        case 0:
            links.reverse(document, keys)
        case 1:
            links.straighten(document, keys)
        case 2:
            links.free_labels(document, keys)
        case 3:
            links.turn_into(document, keys, (Influence, Transition)[b % 2])
        case 4 if keys:
            links.remove_bend(document, keys[0], b % 3)


def summarise(document: Document, a: int, b: int, c: int) -> None:
    found = summaries.coverable(document, some(document, a, b, c))
    if found and len(document) < 60:
        summaries.summarise(document, [node.id for node in found])


def write(document: Document, a: int, b: int, c: int) -> None:
    set_field(document, some(document, a), "title", WORDS[b % 6])


def change_node(document: Document, a: int, b: int, c: int) -> None:
    name, value = (
        ("width", PLACES[c % 7]),
        ("colour", ("", "#c24a36")[c % 2]),
        ("fate", ("gained", "lost")[c % 2]),
        ("side", ("", "left", "right")[c % 3]),
        ("locked", bool(c % 2)),
        ("order", float(c % 5)),
    )[b % 6]
    set_field(document, some(document, a), name, value)


def change_link(document: Document, a: int, b: int, c: int) -> None:
    link = chosen(document.all(Link), a)
    if link is not None:
        name, value = (
            ("title", WORDS[c % 6]),
            ("share", (None, 0.0, 70.0)[c % 3]),
            ("objection", WORDS[c % 6]),
            (
                "waypoints",
                ((), ((PLACES[c % 7] * 4, -900.0),), ((260.0, 90.0), (PLACES[c % 7], 300.0)))[c % 3],
            ),
            ("order", float(c % 5)),
            ("label_at", (None, 0.9)[c % 2]),
        )[b % 6]
        set_field(document, [link.id], name, value)


def remove(document: Document, a: int, b: int, c: int) -> None:
    nodes.remove(document, some(document, a))


def remove_link(document: Document, a: int, b: int, c: int) -> None:
    link = chosen(document.all(Link), a)
    if link is not None:
        nodes.remove(document, [link.id])


def remove_keeping_children(document: Document, a: int, b: int, c: int) -> None:
    nodes.remove_keeping_children(document, some(document, a, b))


def duplicate(document: Document, a: int, b: int, c: int) -> None:
    if len(document) < 60:
        nodes.duplicate(document, some(document, a, b))


def copy_and_paste(document: Document, a: int, b: int, c: int) -> None:
    source, drawn = chosen(all_nodes(document), a), chosen(maps(document), c)
    if source is not None and drawn is not None and len(document) < 60:
        taken = excerpt(document, [node.id for node in nodes_of(document, source.map_id)][b % 3 :: 3])
        above = chosen(nodes_of(document, drawn.id), b)
        hung = above.id if above is not None and c % 2 else ""
        pasting.paste(document, drawn.id, taken, dx=PLACES[c % 7], parent_id=hung)


def cut_and_paste(document: Document, a: int, b: int, c: int) -> None:
    keys = some(document, a)
    taken = excerpt(document, keys)
    pasting.cut(document, keys)
    for drawn in maps(document)[:1]:
        pasting.paste(document, drawn.id, taken, dy=PLACES[c % 7])


def boxed(node: Node) -> Box:
    return Box.around(node.x, node.y, node.width or 200.0, node.height or 80.0)


def arrange_nodes(document: Document, a: int, b: int, c: int) -> None:
    """What lies in frames may be carried by several blocks at once."""
    found = [node for key in some(document, a, b, c) if (node := document.find(Node, key))]
    blocks = [Block(node.id, boxed(node), tuple(some(document, b))) for node in found]
    match a % 6:
        case 0:
            arrange.align(document, blocks, tuple(Edge)[b % 6])
        case 1:
            arrange.distribute(document, blocks, upright=bool(b % 2))
        case 2:
            arrange.same_size(document, blocks, width=bool(b % 2), height=bool(c % 2))
        case 3:
            arrange.free_size(document, [node.id for node in found])
        case 4:
            overlaps = {node.id: some(document, a + b, b + c) for node in found}
            arrange.restack(document, overlaps, tuple(Level)[b % 4], overlaps)
        case 5:
            arrange.set_locked(document, [node.id for node in found], bool(b % 3))


def frame_work(document: Document, a: int, b: int, c: int) -> None:
    drawn, box = chosen(maps(document), c), Box(PLACES[a % 7], PLACES[b % 7], 1000.0, 1000.0)
    assert drawn is not None
    match a % 3:
        case 0:
            frames.group(document, drawn.id, box, some(document, b, c))
        case 1:
            frames.ungroup(document, some(document, b, c))
        case 2:
            frame = chosen(document.all(Frame), b)
            if frame is not None:
                frames.fit(document, frame.id, box)


def grid_work(document: Document, a: int, b: int, c: int) -> None:
    node, source = chosen(all_nodes(document), b), chosen(document.all(Evidence), c)
    if node is None:
        return
    match a % 5:
        case 0:
            lanes.add_thought(document, node.id, ("pain", "action")[c % 2], WORDS[c % 6])
        case 1:
            lanes.add_touchpoint(document, node.id, WORDS[c % 6])
        case 2:
            lanes.cite(document, node.id, source.title if source and b % 2 else WORDS[c % 6])
        case 3:
            if source is not None:
                lanes.uncite(document, source.id, tuple(some(document, a, b)))
        case 4:
            if (stage := chosen(document.all(Stage), c)) is not None:
                lanes.bring_step(document, node.id, stage.id)


def map_work(document: Document, a: int, b: int, c: int) -> None:
    drawn = chosen(maps(document), b)
    assert drawn is not None
    match a % 6:
        case 0:
            map_verbs.add_map(document, "Another")
        case 4:
            if len(document) < 60:
                map_verbs.draw_to_be(document, drawn.id, "To be")
        case 5:
            map_verbs.move_map(document, drawn.id, c % 3)
        case 1:
            if len(document) < 60:
                map_verbs.duplicate_map(document, drawn.id, "Copy")
        case 2:
            try:
                map_verbs.remove_map(document, drawn.id)
            except Problem:
                assert len(maps(document)) == 1
        case 3:
            set_field(document, [drawn.id], ("theme", "title")[c % 2], ("chalk", "ink", "paper")[c % 3])


def persona_work(document: Document, a: int, b: int, c: int) -> None:
    persona, drawn = chosen(personas(document), b), chosen(maps(document), c)
    assert drawn is not None
    if persona is None or a % 9 == 0:
        persona_verbs.add_persona(document, WORDS[c % 6])
        return
    match a % 9:
        case 8:
            if len(document) < 60:
                pasting.paste_people(document, people(document, [persona.id]))
        case 6:
            persona_verbs.place_face(document, persona.id, PLACES[b % 7] / 900, PLACES[c % 7] / 900, c)
        case 7:
            name, value = (
                ("influence", (None, 0.0, 7.5, 99.0)[c % 4]),
                ("interest", (None, 10.0)[c % 2]),
                *((word, (WORDS[c % 6], "Twice")) for word in ("says", "thinks", "does", "feels")),
                ("photo_id", ("", "photo")[c % 2]),
            )[b % 7]
            set_field(document, [persona.id], name, value)
        case 1:
            persona_verbs.place_persona(document, drawn.id, persona.id, PLACES[b % 7], PLACES[c % 7])
        case 2:
            persona_verbs.add_persona_card(document, drawn.id, "Ann", PLACES[b % 7], PLACES[c % 7])
        case 3:
            set_field(document, [persona.id], "name", WORDS[c % 6])
        case 4:
            set_field(document, [persona.id], "roles", (("user", "decider", "buyer", "initiator"), ())[c % 2])
        case 5:
            persona_verbs.remove_persona(document, persona.id)


def feel(document: Document, a: int, b: int, c: int) -> None:
    """What somebody feels at some nodes, people in general or a persona; and who travels an arrow."""
    persona, link = chosen(personas(document), b), chosen(document.all(Link), a)
    key = persona.id if persona is not None else "nobody"
    match c % 4:
        case 0:
            set_field(
                document, some(document, a, b), ("sentiment", "expected")[b % 2], (None, -3, 0, 3)[a % 4]
            )
        case 1 if link is not None:
            set_field(document, [link.id], "persona_ids", (key, "lucy") if a % 2 else ())
        case _:
            rate(document, some(document, a, b), "feelings", key, (None, -3, 1, 3)[a % 4])


def take_part(document: Document, a: int, b: int, c: int) -> None:
    """Who plays which role at some stages."""
    persona, keys = chosen(personas(document), b), some(document, a, b)
    key, role = persona.id if persona is not None else "nobody", ("user", "buyer", "decider")[c % 3]
    match a % 3:
        case 0:
            committee.give_roles(document, keys, key, (None, (), (role, "initiator"))[c % 3])
        case _:
            committee.switch_role(document, keys, key, role)


def evidence_work(document: Document, a: int, b: int, c: int) -> None:
    """Sources come and go, are attached, age and are taken off."""
    source, link = chosen(document.all(Evidence), b), chosen(document.all(Link), c)
    ids = [*some(document, a, c), *([link.id] if link is not None else [])]
    field = (evidence_verbs.OWN, evidence_verbs.SHARE)[c % 2]
    if source is None or a % 6 == 0:
        evidence_verbs.add_evidence(document, WORDS[c % 6], ids[: b % 3], field)
        return
    match a % 6:
        case 1:
            evidence_verbs.attach(document, ids, source.id, field)
        case 2:
            evidence_verbs.detach(document, ids, source.id, field)
        case 3:
            evidence_verbs.detach_all(document, ids)
        case 4:
            name, value = (
                ("source", ("survey", "interview")[c % 2]),
                ("date", ("", "2001-02-03")[c % 2]),
                ("sample_size", (None, 1200)[c % 2]),
            )[b % 3]
            set_field(document, [source.id], name, value)
        case 5:
            evidence_verbs.remove_evidence(document, source.id)


def review(document: Document, a: int, b: int, c: int) -> None:
    """Remarks come, are resolved and go; nodes are voted for."""
    remark, link, drawn = chosen(document.all(Comment), b), chosen(document.all(Link), c), maps(document)[0]
    about = (*some(document, a), *([link.id] if link is not None else []), drawn.id)
    if remark is None or a % 5 == 0:
        comment_verbs.add_comment(
            document, about[b % len(about)], WORDS[c % 6], "Ann", f"2026-01-0{1 + c % 9}"
        )
        return
    match a % 5:
        case 1:
            comment_verbs.settle_comments(document, (remark.id,), bool(c % 2))
        case 2:
            comment_verbs.remove_comments(document, (remark.id,))
        case 3:
            comment_verbs.vote(document, some(document, a, b), (1, -1, 3)[c % 3])
        case 4:
            set_field(document, (remark.id,), "text", WORDS[c % 6])


def room_work(document: Document, a: int, b: int, c: int) -> None:
    """What is said in a workshop is parked, voted for, and put on the map; stops come, move and go."""
    drawn = maps(document)[0]
    waiting = [remark.id for remark in remarks.parked(document, drawn.id)]
    chosen_ids = waiting[b % 3 : b % 3 + 1 + c % 2]
    match a % 6:
        case 1 if chosen_ids:
            remarks.vote_for(document, chosen_ids[0], (1, -1, 5)[c % 3])
        case 2:
            places = {key: Stage(id=new_id(), map_id=drawn.id, x=PLACES[c % 7]) for key in chosen_ids}
            remarks.place_remarks(document, places)
        case 3:
            hung = [node.id for node in nodes_of(document, drawn.id)]
            remarks.hang_remarks(document, chosen_ids, hung[c % len(hung)] if hung else "")
        case 4 if chosen_ids:
            remarks.rewrite(document, chosen_ids[0], WORDS[c % 6])
        case 5:
            tours.add_stop(document, drawn.id, TourStop(WORDS[c % 6]), c % 3)
            tours.move_stop(document, drawn.id, b % 3, c % 3)
            tours.remove_stop(document, drawn.id, b % 5)
        case _:
            remarks.park(document, drawn.id, *WORDS[c % 4 :])


def several_at_once(document: Document, a: int, b: int, c: int) -> None:
    """An edit such as a merge makes: records of several classes in one change."""
    image, project = ImageNode(id=new_id(), map_id="m0", x=PLACES[a % 7], asset_id="photo"), document.project
    records: list[Record] = [replace(project, language=("en", "fr")[b % 2])]
    drawn = document.find(JourneyMap, "m0")
    if drawn is not None:
        records = [replace(drawn, title=WORDS[c % 6]), image, *records]
    photo = document.find(Asset, "photo")
    if photo is not None:
        records.append(replace(photo, width=1 + c % 9))
    with document.edit(LABEL) as edit:
        edit.put(*records)


def term_work(document: Document, a: int, b: int, c: int) -> None:
    """A touchpoint takes an entry of a vocabulary, and the entries change."""
    vocabulary = tuple(VOCABULARIES)[a % 3]
    found = entries(document, vocabulary, hidden=True)
    key, other = found[b % len(found)].key, found[-1 - c % 4].key
    point, picture = chosen(document.all(Touchpoint), c), Asset(id=new_id(), width=2, height=1, data=b"34")
    colour, icon = ("", "#c24a36", "#0b7a75")[c % 3], ("", "star", "phone")[c % 3]
    match b % 12:
        case 0 if point is None and len(document) < 60:
            told = {vocabulary: "Pager", "x": PLACES[a % 7], "y": PLACES[c % 7]}
            nodes.add_node(document, Touchpoint(id=new_id(), map_id=maps(document)[0].id, **told))
        case 0 | 1 if point is not None:
            set_field(document, [point.id], vocabulary, other)
        case 2:
            term_verbs.add_term(document, vocabulary, WORDS[c % 6])
        case 3:
            term_verbs.rename_term(document, vocabulary, other, WORDS[a % 6])
        case 4:
            term_verbs.set_term_colour(document, vocabulary, other, colour)
        case 5:
            term_verbs.set_term_icon(document, vocabulary, other, icon)
        case 6:
            term_verbs.set_term_picture(document, vocabulary, other, picture)
        case 7:
            term_verbs.hide_term(document, vocabulary, key, bool(c % 2))
        case 8:
            term_verbs.move_term(document, vocabulary, other, a)
        case 9:
            term_verbs.merge_terms(document, vocabulary, other, key)
        case 10:
            with suppress(Problem):
                term_verbs.remove_term(document, vocabulary, other)
        case _:
            term_verbs.restore_term(document, vocabulary, other)


def cancel(document: Document, a: int, b: int, c: int) -> None:
    """A drag that Escape ends."""
    edit = document.begin(LABEL)
    starts = nodes.moving(document, some(document, a, b))
    for reach in range(c % 3):
        edit.restart()
        nodes.shift(edit, starts, 100.0 * reach, 30.0)
    edit.remove(*some(document, b)[: c % 2])
    edit.cancel()


def amend(document: Document, a: int, b: int, c: int) -> None:
    """Text that is typed letter by letter."""
    entry = None
    for key in some(document, a):
        for text in ("T", "Ty", "Tyre")[: 1 + c % 3]:
            node = only(document, Node, key)
            edit = document.begin(LABEL)
            edit.put(replace(node, title=text))
            entry = edit.commit(entry)


def undo(document: Document, a: int, b: int, c: int) -> None:
    for _ in range(1 + a % 3):
        document.undo()


def redo(document: Document, a: int, b: int, c: int) -> None:
    for _ in range(1 + a % 3):
        document.redo()


def travel(document: Document, a: int, b: int, c: int) -> None:
    document.travel(a % (len(document.history[0]) + 1))


def tear(document: Document, a: int, b: int, c: int) -> None:
    """What no operation does: takes away what branches and arrows hang on, or moves a node to another map."""
    node, drawn = chosen(all_nodes(document), a), chosen(maps(document), b)
    assert drawn is not None
    if node is not None:
        with document.edit(LABEL) as edit:
            if c % 3:
                edit.remove(node.id)
            else:
                edit.put(replace(node, map_id=drawn.id))


VERBS: tuple[Callable[[Document, int, int, int], None], ...] = (
    add_node, add_child, connect, tidy, outline, move, fold, add_sibling, add_parent, hang, cut_off,
    attach, lead, summarise, write,
    change_node, change_link, remove, remove_link, remove_keeping_children, duplicate, grid_work,
    map_work,
    copy_and_paste, cut_and_paste,
    arrange_nodes, frame_work, hang_several,
    persona_work, feel, take_part, several_at_once, cancel, amend, undo, redo, travel,
    fold_levels, fold_frames,
    evidence_work, review, room_work, term_work, term_work,
)  # fmt: skip
ROUGH = (*VERBS, tear)
LIVELY = [
    ROUGH.index(verb)
    for verb in (
        fold_frames,
        fold_levels,
        move,
        fold,
        connect,
        attach,
        lead,
        summarise,
        remove_link,
        change_node,
        undo,
        hang,
        add_child,
        evidence_work,
        review,
        room_work,
        term_work,
    )
]


def take(document: Document, step: Step) -> None:
    """Does what a step says; a step that finds nothing to work on does nothing."""
    what, a, b, c = step
    ROUGH[what](document, a, b, c)


NUMBER = st.integers(0, 34)
STEPS = st.tuples(st.integers(0, len(VERBS) - 1), NUMBER, NUMBER, NUMBER)
ROUGH_STEPS = st.tuples(st.integers(0, len(ROUGH) - 1), NUMBER, NUMBER, NUMBER)
LIVELY_STEPS = st.tuples(st.sampled_from(LIVELY), NUMBER, NUMBER, NUMBER)
PROGRAMS = st.lists(STEPS, max_size=14)


@contextmanager
def one_step(document: Document, count: int = 1) -> Iterator[None]:
    """What happens within is so many steps of the history; undoing them leads back, redoing them on."""
    before, position = {record.id: record for record in document}, document.history[1]
    yield
    after = {record.id: record for record in document}
    assert document.history[1] == position + count
    for _ in range(count):
        document.undo()
    assert {record.id: record for record in document} == before
    for _ in range(count):
        document.redo()
    assert {record.id: record for record in document} == after
