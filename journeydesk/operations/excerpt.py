"""What people copy: nodes with all that hangs on them and all that they mention, apart from any document.

As JSON it goes from one window, project or program to another, so what comes in is read with suspicion.
"""

import base64
import binascii
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NoReturn

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import RECORDS, kind_of, name_of
from journeydesk.kinds.kind import Part
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import Message, Problem, counted, message
from journeydesk.layout.flow import Stop, stage_order
from journeydesk.model.document import Document
from journeydesk.model.fields import Field, described, mentioned, term_id
from journeydesk.model.plain import from_plain, to_plain
from journeydesk.model.queries import closure
from journeydesk.model.records import Asset, Comment, Evidence, Link, Node, Persona, Record, Term, new_id

FORMAT = 1
LARGEST = 64_000_000  # bytes of JSON
MOST = 50_000  # records
CARD_STEP = 360.0  # between the middles of cards side by side
DEEPEST = 500  # branches that hang on one another

Places = Mapping[str, tuple[float, float]]

# What may stand beside nodes and links because these mention it.
MENTIONED: Mapping[str, type[Record]] = {
    "Persona": Persona,
    "Evidence": Evidence,
    "Asset": Asset,
    "Term": Term,
}
RANKS = {Part.PERSON: 0, Part.STAGE: 1, Part.STEP: 2, Part.END: 2, Part.BRANCH: 3, Part.ASIDE: 3}
DAMAGED = message("What is on the clipboard is damaged, so it was not pasted. Copy it again.")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a map. `chosen` are the ids of what was selected, in the order of the map."""

    records: tuple[Record, ...]
    chosen: tuple[str, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        return tuple(record for record in self.records if isinstance(record, Node))

    @property
    def tops(self) -> tuple[Node, ...]:
        """The nodes that hang on none of the others."""
        return tuple(node for node in self.nodes if not node.parent_id)

    @property
    def may_hang(self) -> bool:
        """Whether it consists of branches alone, so that it can hang on another node."""
        return bool(self.tops) and all(isinstance(node, Branch) for node in self.tops)


def mentions(record: Record) -> Iterator[tuple[Field, tuple[str, ...]]]:
    """The fields of a record that may name personas, evidence, assets or terms, with the ids in them."""
    for told in described(type(record)):
        if told.refers in MENTIONED:
            yield told, mentioned(told, getattr(record, told.name))


def excerpt(document: Document, ids: Iterable[str], places: Places | None = None) -> Excerpt:
    """What is copied where these nodes are selected; links that end outside of them stay behind.

    `places` tells where branches lie, for those that come to stand by themselves.
    """
    chosen = {key for key in ids if document.find(Node, key) is not None}
    found = closure(document, chosen)
    for record in list(found.values()):
        if isinstance(record, Link) and not (record.source_id in found and record.target_id in found):
            del found[record.id]
    for record in list(found.values()):
        if isinstance(record, Comment) and record.about_id not in found:
            del found[record.id]
    nodes = in_order(document, (record for record in found.values() if isinstance(record, Node)))
    others = [record for record in found.values() if not isinstance(record, Node)]
    kept = [_freed(node, places or {}) if node.parent_id not in found else node for node in nodes]
    records = (*_mentioned(document, found.values()), *kept, *others)
    return Excerpt(records, tuple(node.id for node in nodes if node.id in chosen))


def people(document: Document, ids: Iterable[str]) -> Excerpt:
    """Personas with their photos and sources, apart from any map."""
    found = [persona for key in ids if (persona := document.find(Persona, key)) is not None]
    return Excerpt((*_mentioned(document, found), *found), ())


def with_cards(taken: Excerpt) -> Excerpt:
    """The excerpt with a card for each persona, side by side, where it holds no nodes."""
    if taken.nodes:
        return taken
    personas = [record for record in taken.records if isinstance(record, Persona)]
    cards = [
        PersonaCard(id=new_id(), persona_id=persona.id, x=place * CARD_STEP)
        for place, persona in enumerate(personas)
    ]
    return Excerpt((*taken.records, *cards), tuple(card.id for card in cards))


def _freed(node: Node, places: Places) -> Node:
    """A node that hangs on nothing, where it lay."""
    if not node.parent_id:
        return node
    x, y = places.get(node.id, (node.x, node.y))
    return replace(node, parent_id="", x=x, y=y)


def _mentioned(document: Document, records: Iterable[Record]) -> tuple[Record, ...]:
    """The personas, evidence, assets and terms that records mention, and those that these mention in turn."""
    found: dict[str, Record] = {}
    waiting = list(records)
    while waiting:
        for told, keys in mentions(waiting.pop()):
            for key in keys:
                other = document.find(MENTIONED[told.refers], key)
                if other is not None and key not in found:
                    found[key] = other
                    waiting.append(other)
    return tuple(found.values())


def in_order(document: Document, nodes: Iterable[Node]) -> list[Node]:
    """Nodes of one map as it is read: people, stages, the rest; branches in order after what they hang on."""
    ways = {node.id: way_to(document, node) for node in nodes}
    roots = {way[0].id: way[0] for way in ways.values()}
    stops = [Stop(node.id, node.x, node.y, kind_of(node).part is Part.STAGE) for node in roots.values()]
    numbers = {key: number for number, key in enumerate(stage_order(stops))}

    def rank(way: list[Node]) -> list[tuple[float | str, ...]]:
        first = way[0]
        start = (
            float(RANKS[kind_of(first).part]),
            float(numbers.get(first.id, 0)),
            first.x,
            first.y,
            first.id,
        )
        return [start, *((node.order, node.id) for node in way[1:])]

    return [way[-1] for way in sorted(ways.values(), key=rank)]


def way_to(document: Document, node: Node) -> list[Node]:
    """The nodes from a root to this one, each hanging on the one before."""
    way, seen = [node], {node.id}
    while (above := document.find(Node, way[-1].parent_id)) is not None and above.id not in seen:
        way.append(above)
        seen.add(above.id)
    return way[::-1]


# JSON


def to_json(taken: Excerpt) -> bytes:
    """The excerpt for the clipboard. Raises Problem where it is too large for it."""
    records = [[name_of(type(record)), _told(record)] for record in taken.records]
    told = {"journeydesk": FORMAT, "chosen": taken.chosen, "records": records}
    data = json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    if len(data) > LARGEST or len(records) > MOST:
        raise Problem(message("This is too much for the clipboard. Copy it in parts."))
    return data


def _told(record: Record) -> dict[str, Any]:
    plain = to_plain(record)
    if isinstance(record, Asset):
        plain["data"] = base64.b64encode(record.data).decode()
    return plain


def from_json(data: bytes) -> tuple[Excerpt, Message | None]:
    """The excerpt that was copied, clean, and what is worth knowing of it. Raises Problem for none."""
    if len(data) > LARGEST:
        raise Problem(message("What is on the clipboard is too large to be pasted."))
    try:
        told = json.loads(data, parse_constant=_refuse)
        rows, chosen = told["records"], told["chosen"]
        if not isinstance(rows, list) or not isinstance(chosen, list) or len(rows) > MOST:
            raise ValueError("no excerpt")
        found, unknown = _read(rows)
        records = _sound(found)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Problem(DAMAGED) from error
    nodes = [record.id for record in records if isinstance(record, Node)]
    picked = {key for key in chosen if isinstance(key, str)}
    kept = tuple(key for key in nodes if key in picked)
    tops = tuple(record.id for record in records if isinstance(record, Node) and not record.parent_id)
    return Excerpt(records, kept or tops), _unknown(unknown)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _unknown(number: int) -> Message | None:
    if not number:
        return None
    return counted(
        "{n} element is of a kind that this version does not know; it was left out.",
        "{n} elements are of kinds that this version does not know; they were left out.",
        number,
    )


def _read(rows: Iterable[Any]) -> tuple[dict[str, Record], int]:
    """The records by their id, and how many are of unknown kinds. Raises ValueError for nonsense."""
    found: dict[str, Record] = {}
    unknown = 0
    for row in rows:
        name, values = row
        record_class = RECORDS.get(name)
        if record_class is None:
            unknown += 1
            continue
        if not isinstance(values, dict):
            raise ValueError("no record")
        if isinstance(values.get("data"), str):
            values["data"] = _bytes(values["data"])
        record = from_plain(record_class, {"id": "", **values})
        if isinstance(record, Term):
            record = replace(record, id=term_id(record.vocabulary, record.key))
        if record.id and isinstance(record, Node | Link | Comment | Persona | Evidence | Asset | Term):
            found.setdefault(record.id, record)
    return found, unknown


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _sound(found: dict[str, Record]) -> tuple[Record, ...]:
    """The records without cycles and references into nothing. Raises ValueError where they go too deep."""
    depth: dict[str, int] = {}
    for key in [key for key, record in found.items() if isinstance(record, Node)]:
        way: dict[str, None] = {}
        while key not in depth and key not in way and isinstance(found.get(key), Node):
            way[key] = None
            key = getattr(found[key], "parent_id", "")
        if key not in depth and way:  # the last of them hangs on nothing, or on one that hangs on itself
            top = found[next(reversed(way))]
            assert isinstance(top, Node)
            found[top.id] = replace(top, parent_id="")
        above = depth.get(key, 0)
        depth.update((step, above + place) for place, step in enumerate(reversed(way), 1))
    if max(depth.values(), default=0) > DEEPEST:
        raise ValueError("too deep")
    nodes = {key for key, record in found.items() if isinstance(record, Node)}
    kept = {
        key: record
        for key, record in found.items()
        if not isinstance(record, Link) or (record.source_id in nodes and record.target_id in nodes)
    }
    about = {key for key, record in kept.items() if isinstance(record, Node | Link)}
    return tuple(
        record for record in kept.values() if not isinstance(record, Comment) or record.about_id in about
    )
