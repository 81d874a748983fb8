"""Projects to store: one of everything, whatever can be thought of, and what comes of random work."""

import random
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from journeydesk.kinds.catalogue import KINDS
from journeydesk.language import counted, message
from journeydesk.model.document import Document
from journeydesk.model.fields import Editor, described
from journeydesk.model.queries import closure
from journeydesk.model.records import (
    Asset,
    Comment,
    Evidence,
    Influence,
    JourneyMap,
    Node,
    Persona,
    Project,
    Record,
    Term,
    Transition,
)

REFERENCES = ("map_id", "parent_id", "source_id", "target_id", "about_id")


def one_of_everything() -> tuple[Record, ...]:
    """A record of every class, with values in the fields that have columns, and in others."""
    nodes: list[Record] = [
        kind.record(
            id=f"n{place}", map_id="m1", x=10.5 * place, y=-3.25, width=120.0, title=kind.name, notes="—\n“é”"
        )
        for place, kind in enumerate(KINDS)
    ]
    return (
        Project(id="p", title="Clinic", organisation="Acme", language="fr"),
        Persona(id="lucy", name="Lucy", age_from=30, more=(("Pet", "cat"),), goals=("Sleep", "Read")),
        JourneyMap(id="m1", title="Buy", persona_ids=("lucy",)),
        *nodes,
        Transition(id="t", map_id="m1", source_id="n0", target_id="n1", share=12.5, waypoints=((1.0, 2.5),)),
        Influence(id="i", map_id="m1", source_id="n1", target_id="n2", influence="blocks"),
        Evidence(id="e", title="Interviews", sample_size=12, strength=4),
        Asset(
            id="a", name="cat.png", media_type="image/png", width=3, height=2, data=b"\x89PNG\x00\xff" * 50
        ),
        Asset(id="b", name="same.png", media_type="image/png", data=b"\x89PNG\x00\xff" * 50),
        Asset(id="c", name="empty"),
        Comment(id="k", about_id="n0", author="Ann", written="2026-11-22T10:00:00+00:00", text="Why?"),
        Term(
            id="channel kiosk",
            vocabulary="channel",
            key="kiosk",
            title="Borne",
            icon="scan",
            colour="#c24a36",
            picture_id="a",
            order=2.5,
        ),
        Term(id="device watch", vocabulary="device", key="watch", hidden=True),
    )


def by_class(records: Iterable[Record]) -> dict[type, tuple[Record, ...]]:
    """The records of each class, in order; which class comes first does not matter."""
    found: dict[type, tuple[Record, ...]] = {}
    for record in records:
        found[type(record)] = (*found.get(type(record), ()), record)
    return found


# Whatever can be thought of

ANY_TEXT = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=12),
    st.sampled_from(
        ["\x00", "\ud800", "e\u0301", "\u202egnp.exe", "{n}", "'; DROP TABLE node;--", "a\r\nb\x85c"]
    ),
)
ANY_NUMBER = st.one_of(
    st.none(), st.floats(), st.integers(), st.sampled_from([1e308, -0.0, 2**63, 0.1, 1e7, -1e7, 5e-324])
)


def values_of(told: Any, empty: object) -> st.SearchStrategy[Any]:
    """Values for a field, most of them such as no person would give."""
    if isinstance(empty, bool):
        return st.booleans()
    if isinstance(empty, bytes):
        return st.binary(max_size=20)
    if isinstance(empty, tuple):
        item: st.SearchStrategy[Any] = ANY_TEXT
        if told.editor is Editor.PAIRS:
            item = st.tuples(ANY_TEXT, ANY_TEXT)
        elif told.editor is Editor.RATINGS:
            item = st.tuples(ANY_TEXT, ANY_NUMBER)
        elif told.editor is Editor.PARTS:
            item = st.tuples(ANY_TEXT, st.sampled_from([choice.key for choice in told.choices]))
        elif told.editor is Editor.STOPS:
            old = (ANY_TEXT, ANY_TEXT, ANY_NUMBER, ANY_NUMBER, ANY_NUMBER, ANY_NUMBER, ANY_TEXT)
            keys, pairs = st.lists(ANY_TEXT, max_size=2), st.lists(st.tuples(ANY_TEXT, ANY_TEXT), max_size=2)
            new = (st.booleans(), st.one_of(st.none(), ANY_TEXT, keys), pairs, ANY_NUMBER)
            item = st.one_of(st.tuples(*old), st.tuples(*old, *new))
        elif told.editor is Editor.COLOURS:
            item = st.one_of(st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True), ANY_TEXT)
        elif told.name == "waypoints":
            item = st.tuples(st.floats(), st.floats())
        return st.lists(item, max_size=3).map(tuple)
    if isinstance(empty, str):
        return st.sampled_from(["", *(choice.key for choice in told.choices)]) if told.choices else ANY_TEXT
    return ANY_NUMBER


@st.composite
def records_of_class(draw: st.DrawFn, record_class: type[Record], **fixed: Any) -> Record:
    """A record with some of its fields filled."""
    empty = record_class(id="")
    free = [told for told in described(record_class) if told.name not in (*REFERENCES, *fixed, "id")]
    chosen = draw(st.lists(st.sampled_from(free), max_size=6, unique_by=lambda told: told.name))
    values = {told.name: draw(values_of(told, getattr(empty, told.name))) for told in chosen}
    return record_class(**values, **fixed)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document without flaws, of every class of records, with hostile texts and numbers."""
    found = [draw(records_of_class(Project, id="p"))]
    maps = [f"m{place}" for place in range(draw(st.integers(1, 2)))]
    found += [draw(records_of_class(JourneyMap, id=key)) for key in maps]
    home: dict[str, str] = {}
    for place in range(draw(st.integers(0, 6))):
        key, map_id = f"n{place}", draw(st.sampled_from(maps))
        parents = ["", *(other for other, where in home.items() if where == map_id)]
        record_class = draw(st.sampled_from([kind.record for kind in KINDS]))
        parent_id = draw(st.sampled_from(parents))
        found.append(draw(records_of_class(record_class, id=key, map_id=map_id, parent_id=parent_id)))
        home[key] = map_id
    for place in range(draw(st.integers(0, 3)) if home else 0):
        source_id = draw(st.sampled_from(sorted(home)))
        target_id = draw(st.sampled_from([key for key in sorted(home) if home[key] == home[source_id]]))
        ends = {"source_id": source_id, "target_id": target_id, "map_id": home[source_id]}
        found.append(
            draw(records_of_class(draw(st.sampled_from([Transition, Influence])), id=f"l{place}", **ends))
        )
    for place, record_class in enumerate((Persona, Evidence, Asset, Asset)):
        found.append(draw(records_of_class(record_class, id=f"o{place}")))
    found.append(draw(records_of_class(Comment, id="k", about_id=maps[0])))
    for key in ("store", "own"):
        named = {"id": f"channel {key}", "vocabulary": "channel", "key": key}
        found.append(draw(records_of_class(Term, **named)))
    return Document(draw(st.permutations(found)))


# Random work


def take_step(document: Document, number: int, seed: int = 0) -> None:
    """Makes exactly one step of the history; the same numbers make the same step of the same document."""
    chance = random.Random(f"{seed} {number}")
    entries, position = document.history
    choice = chance.random()
    if choice < 0.2 and position:
        document.undo()
    elif choice < 0.35 and position < len(entries):
        document.redo()
    else:
        _edit(document, number, chance)


def _edit(document: Document, number: int, chance: random.Random) -> None:
    nodes = sorted(document.all(Node), key=lambda node: node.id)  # their order differs after a restart
    choice = chance.random()
    with document.edit(
        counted("Change {n} node of {name}", "Change {n} nodes of {name}", 1, name=message("Map"))
    ) as edit:
        if len(nodes) < 3 or (choice < 0.4 and len(nodes) < 30):
            kind = chance.choice(KINDS)
            edit.put(
                kind.record(id=f"n{number}", map_id="m1", title=f"{kind.name} {number} é", x=chance.random())
            )
        elif choice < 0.5:
            edit.remove(*closure(document, [chance.choice(nodes).id]))
            edit.put(replace(document.project, notes=f"removed in {number}"))
        elif choice < 0.6:
            ends = chance.sample(nodes, 2)
            edit.put(
                Transition(
                    id=f"t{number}",
                    map_id="m1",
                    source_id=ends[0].id,
                    target_id=ends[1].id,
                    share=number % 100,
                )
            )
        elif choice < 0.7:
            edit.put(
                Asset(
                    id=f"a{number % 3}", name=f"{number}", data=chance.randbytes(chance.choice((10, 20_000)))
                )
            )
        else:
            moved = chance.sample(nodes, min(len(nodes), chance.randint(1, 4)))
            edit.put(*(replace(node, x=float(number), title=f"{node.title[:20]} {number}") for node in moved))


def beginning() -> tuple[Record, ...]:
    """What random work begins with."""
    return Project(id="p", title="Work"), JourneyMap(id="m1", title="Map")
