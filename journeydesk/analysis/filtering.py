"""Filtering a map: which nodes meet conditions, and what is left pale because it does not."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from journeydesk.analysis.words import plain, says
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.queries import links, links_at, nodes, root
from journeydesk.model.records import Link, Node

WITH, WITHOUT = "with", "without"  # evidence of any source, or of none
NEGATIVE, NEUTRAL, POSITIVE, UNSET = "negative", "neutral", "positive", "unset"


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions on nodes. What stands in one of them are alternatives; a node must meet all that are given.

    `kinds` are names of kinds, `channels` keys of the vocabulary ("" for none), `personas` ids, `evidence`
    ids of sources, "with" or "without"; `feelings` are "negative", "neutral", "positive" and "unset".
    """

    kinds: frozenset[str] = frozenset()
    personas: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
    feelings: frozenset[str] = frozenset()
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether every node meets it."""
        return not any(getattr(self, told.name) for told in fields(self))


def conditions_of(wanted: Filter) -> tuple[tuple[str, str], ...]:
    """A filter as pairs of the name of a condition and one of its keys, as stops keep it."""
    found: list[tuple[str, str]] = []
    for told in fields(wanted):
        value = getattr(wanted, told.name)
        found += [(told.name, key) for key in ((value,) if isinstance(value, str) else sorted(value))]
    return tuple(pair for pair in found if pair != ("text", ""))


def filter_of(conditions: Iterable[tuple[str, str]]) -> Filter:
    """The filter that such pairs describe; those that mean nothing are passed over."""
    known = {told.name for told in fields(Filter)} - {"text"}
    keys: dict[str, set[str]] = {}
    text = ""
    for name, key in conditions:
        if name == "text":
            text = key
        elif name in known:
            keys.setdefault(name, set()).add(key)
    return Filter(**{name: frozenset(found) for name, found in keys.items()}, text=text)


def matching(document: Document, map_id: str, wanted: Filter) -> frozenset[str]:
    """The ids of the nodes of a map that meet a filter."""
    words = plain(wanted.text)
    return frozenset(node.id for node in nodes(document, map_id) if _meets(document, node, wanted, words))


def faded(document: Document, map_id: str, wanted: Filter) -> frozenset[str]:
    """The ids of the nodes and arrows that do not meet a filter.

    An arrow meets it where both of its ends do and it is travelled by one of the personas, or by anybody.
    """
    shown = matching(document, map_id, wanted)
    pale = {node.id for node in nodes(document, map_id) if node.id not in shown}
    for link in links(document, map_id):
        if not (shown.issuperset((link.source_id, link.target_id)) and _is_travelled(link, wanted.personas)):
            pale.add(link.id)
    return frozenset(pale)


def feeling_of(node: Node) -> str:
    """How somebody feels at a node; "" where nobody can feel anything there."""
    if not hasattr(node, "sentiment"):
        return ""
    value: int | None = node.sentiment
    if value is None:
        return UNSET
    return NEGATIVE if value < 0 else POSITIVE if value else NEUTRAL


def _meets(document: Document, node: Node, wanted: Filter, words: str) -> bool:
    return (
        (not wanted.kinds or kind_of(node).name in wanted.kinds)
        and (not wanted.channels or (isinstance(node, Touchpoint) and node.channel in wanted.channels))
        and (not wanted.feelings or feeling_of(node) in wanted.feelings)
        and (not wanted.evidence or _rests_on(node, wanted.evidence))
        and (not wanted.personas or _concerns(document, node, wanted.personas))
        and (not words or says(document, node, words))
    )


def _rests_on(node: Node, evidence: frozenset[str]) -> bool:
    return (WITH if node.evidence_ids else WITHOUT) in evidence or not evidence.isdisjoint(node.evidence_ids)


def _concerns(document: Document, node: Node, personas: frozenset[str]) -> bool:
    """Whether a node is a card of theirs, hangs on it, ends their arrows, or is where they feel something."""
    if any(key in personas for key, _ in getattr(node, "feelings", ())):
        return True
    top = root(document, node)
    if isinstance(top, PersonaCard) and top.persona_id in personas:
        return True
    return any(not personas.isdisjoint(link.persona_ids) for link in links_at(document, node.id))


def _is_travelled(link: Link, personas: frozenset[str]) -> bool:
    return not personas or not link.persona_ids or not personas.isdisjoint(link.persona_ids)
