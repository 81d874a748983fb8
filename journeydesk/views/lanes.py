"""The lanes of the grid: what of a stage stands in each, and how something is added there.

Another lane is a row of `LANES`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from journeydesk.analysis.columns import Column
from journeydesk.kinds.branch import HUES
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.kind import Look
from journeydesk.kinds.outcome import Outcome
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import N_
from journeydesk.model.document import Document
from journeydesk.model.records import Evidence, Node
from journeydesk.model.terms import Listed, chosen
from journeydesk.model.vocabulary import FATES, SOURCES, TOPICS
from journeydesk.operations import branches, nodes
from journeydesk.operations.fields import set_field
from journeydesk.operations.lanes import add_thought, add_touchpoint, bring_step, cite, uncite
from journeydesk.views.easel import Sign
from journeydesk.views.view import Write


@dataclass(frozen=True, slots=True)
class Item:
    """Something in a cell: the record, its text and sign, and what can be done to it. `hue` is a branch's."""

    record_id: str
    text: str
    sign: Sign
    kind: str
    hue: int = 0
    write: Write | None = None
    remove: Callable[[Document], object] | None = None
    carry: Callable[[Document, str], object] | None = None  # takes it to the stage with this id


Gather = Callable[[Document, Column, Look], Iterable[Item]]
Add = Callable[[Document, str, str], object]


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of `LANES`; `gather` is None for the lane of the sentiment, which is a curve."""

    name: str
    title: str
    icon: str
    gather: Gather | None
    add: Add | None = None
    adding: str = ""


def _title_of(key: str) -> Write:
    def write(document: Document, text: str) -> None:
        set_field(document, (key,), "title", text)

    return write


def _step(node: Node, sign: str, look: Look, hue: int = 0) -> Item:
    return Item(
        node.id,
        node.title,
        sign,
        look.say(kind_of(node).title),
        hue,
        _title_of(node.id),
        partial(nodes.remove, ids=(node.id,)),
        partial(_bring, node_id=node.id),
    )


def _bring(document: Document, stage_id: str, node_id: str) -> None:
    bring_step(document, node_id, stage_id)


def _steps(document: Document, column: Column, look: Look) -> Iterable[Item]:
    for node in column.steps:
        if isinstance(node, DecisionPoint):
            yield _step(node, "git-branch", look, 2)
        elif isinstance(node, Outcome):
            sign = next((fate.icon for fate in FATES if fate.key == node.fate), "flag")
            yield _step(node, sign, look, 7)


def _thoughts(topics: tuple[str, ...]) -> Gather:
    def gather(document: Document, column: Column, look: Look) -> Iterable[Item]:
        for branch in column.branches:
            if branch.topic in topics:
                topic = next(choice for choice in TOPICS if choice.key == branch.topic)
                yield Item(
                    branch.id,
                    branch.title,
                    topic.icon,
                    look.say(topic.label),
                    HUES.get(branch.topic, 0),
                    _title_of(branch.id),
                    partial(nodes.remove, ids=(branch.id,)),
                    partial(_hang, node_id=branch.id),
                )

    return gather


def _hang(document: Document, parent_id: str, node_id: str) -> None:
    branches.hang(document, node_id, parent_id)


def _actions(document: Document, column: Column, look: Look) -> Iterable[Item]:
    yield from _steps(document, column, look)
    yield from _thoughts(("action", "job"))(document, column, look)


def _touchpoints(document: Document, column: Column, look: Look) -> Iterable[Item]:
    return (_step(node, "map-pin", look, 7) for node in column.steps if isinstance(node, Touchpoint))


def _used(vocabulary: str) -> Gather:
    """Each entry of a vocabulary once, with the first touchpoint that uses it."""

    def gather(document: Document, column: Column, look: Look) -> Iterable[Item]:
        found: dict[str, tuple[Listed, Touchpoint]] = {}
        for node in column.steps:
            if isinstance(node, Touchpoint) and (entry := chosen(look.find, node, vocabulary)):
                found.setdefault(entry.key, (entry, node))
        for entry, node in found.values():
            yield Item(node.id, entry.named(look.say), entry, look.say(kind_of(node).title), 7)

    return gather


def _sources(document: Document, column: Column, look: Look) -> Iterable[Item]:
    resting: dict[str, list[str]] = {}
    for node in (*column.nodes, *column.branches):
        for key in node.evidence_ids:
            resting.setdefault(key, []).append(node.id)
    for key, ids in resting.items():
        source = document.find(Evidence, key)
        if source is not None:
            sort = next((choice for choice in SOURCES if choice.key == source.source), SOURCES[0])
            yield Item(
                key,
                source.title or look.say(sort.label),
                sort.icon,
                look.say(sort.label),
                4,
                _title_of(key),
                partial(uncite, evidence_id=key, node_ids=tuple(ids)),
            )


def _add_thought(topic: str) -> Add:
    def add(document: Document, stage_id: str, text: str) -> str:
        return add_thought(document, stage_id, topic, text)

    return add


LANES: tuple[Lane, ...] = (
    Lane("actions", N_("Actions"), "footprints", _actions, _add_thought("action"), N_("Add an action")),
    Lane(
        "thoughts",
        N_("Goals and thoughts"),
        "lightbulb",
        _thoughts(("goal", "need", "requirement", "question", "quote", "idea")),
        _add_thought("goal"),
        N_("Add a goal"),
    ),
    Lane("touchpoints", N_("Touchpoints"), "map-pin", _touchpoints, add_touchpoint, N_("Add a touchpoint")),
    Lane("channels", N_("Channels"), "share-2", _used("channel")),
    Lane("devices", N_("Devices"), "smartphone", _used("device")),
    Lane("departments", N_("Departments"), "users", _used("department")),
    Lane("sentiment", N_("Sentiment"), "smile", None),
    Lane(
        "pains",
        N_("Pain points"),
        "zap-off",
        _thoughts(("pain", "frustration", "concern", "objection")),
        _add_thought("pain"),
        N_("Add a pain point"),
    ),
    Lane(
        "opportunities",
        N_("Opportunities"),
        "sparkles",
        _thoughts(("opportunity",)),
        _add_thought("opportunity"),
        N_("Add an opportunity"),
    ),
    Lane("evidence", N_("Evidence"), "clipboard-list", _sources, cite, N_("Add a source")),
)
