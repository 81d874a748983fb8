"""What claims something about people, and whether evidence bears it out: where a map is guessing."""

from collections.abc import Callable, Iterable
from enum import Enum

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.kind import Part
from journeydesk.model.freshness import Freshness
from journeydesk.model.queries import sources_of
from journeydesk.model.records import Evidence, Link, Node, Record, Transition

Find = Callable[[str], Record | None]
THOUGHTS = frozenset(("idea", "question", "opportunity"))  # what a branch on these topics says is no claim


class Known(Enum):
    """How well a claim is borne out."""

    FRESH = "fresh"
    STALE = "stale"  # by sources that are out of date alone
    NONE = "none"


def is_claim(record: Record) -> bool:
    """Whether a node or an arrow says something that can be right or wrong; notes and pictures do not."""
    if isinstance(record, Branch):
        return record.topic not in THOUGHTS
    if isinstance(record, Node):
        return kind_of(record).part is not Part.ASIDE
    return isinstance(record, Link)


def known_by(keys: Iterable[str], find: Find, freshness: Freshness) -> Known:
    """How well a claim that rests on these sources is borne out."""
    found = [source for key in keys if isinstance(source := find(key), Evidence)]
    if not found:
        return Known.NONE
    return Known.FRESH if freshness.is_covered(found) else Known.STALE


def known(record: Node | Link, find: Find, freshness: Freshness) -> Known:
    """How well a node or an arrow is borne out; what tells an arrow's share tells of the arrow too."""
    keys = sources_of(record)
    persona_id = getattr(record, "persona_id", "")
    if persona_id:
        keys += getattr(find(persona_id), "evidence_ids", ())
    return known_by(keys, find, freshness)


def known_share(link: Link, find: Find, freshness: Freshness) -> Known | None:
    """How well an arrow's share is borne out; None where it has none."""
    if not isinstance(link, Transition) or link.share is None:
        return None
    return known_by(link.share_evidence_ids, find, freshness)
