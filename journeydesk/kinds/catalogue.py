"""Everything that can be placed on a map, and every record by the name under which it is stored.

A new kind is a module of its own and a line in `KINDS`.
"""

from collections.abc import Mapping

from journeydesk.kinds.branch import BRANCH
from journeydesk.kinds.decision import DECISION
from journeydesk.kinds.frame import FRAME
from journeydesk.kinds.image import IMAGE
from journeydesk.kinds.kind import Kind
from journeydesk.kinds.note import NOTE
from journeydesk.kinds.outcome import OUTCOME
from journeydesk.kinds.persona import PERSONA
from journeydesk.kinds.stage import STAGE
from journeydesk.kinds.summary import SUMMARY
from journeydesk.kinds.touchpoint import TOUCHPOINT
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

KINDS: tuple[Kind, ...] = (STAGE, TOUCHPOINT, DECISION, OUTCOME, PERSONA, BRANCH, NOTE, IMAGE, FRAME, SUMMARY)

RECORDS: Mapping[str, type[Record]] = {
    "project": Project,
    "persona": Persona,
    "map": JourneyMap,
    **{kind.name: kind.record for kind in KINDS},
    "transition": Transition,
    "influence": Influence,
    "evidence": Evidence,
    "asset": Asset,
    "comment": Comment,
    "term": Term,
}

_BY_RECORD = {kind.record: kind for kind in KINDS}
_BY_NAME = {kind.name: kind for kind in KINDS}
_NAMES = {record_class: name for name, record_class in RECORDS.items()}


def kind_of(node: Node | type[Node]) -> Kind:
    """The kind of a node or of a class of nodes."""
    return _BY_RECORD[node if isinstance(node, type) else type(node)]


def kind_named(name: str) -> Kind:
    """The kind with this name. Raises KeyError for none."""
    return _BY_NAME[name]


def name_of(record_class: type[Record]) -> str:
    """The name under which records of this class are stored."""
    return _NAMES[record_class]
