"""How much of a map is known, by stage and by persona, and what should be asked next."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeydesk.analysis.columns import columns
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.claims import Known, is_claim, known, known_share
from journeydesk.kinds.kind import Part
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.freshness import Freshness
from journeydesk.model.queries import descendants, links, nodes, personas, root, sources_of
from journeydesk.model.records import Evidence, Link, Node, Persona, Transition

LEAST_REACH = 0.2  # what even a place that hardly anybody passes is worth
STALE_NEED = 0.6  # how much less it is worth to ask again than to ask for the first time
ARROW, THOUGHT = 0.8, 0.5  # what arrows and branches are worth beside stages and steps
FEELING, TRUTH = 0.5, 0.75  # what a strong feeling and a moment of truth add
SETTLED = 1e-4  # of the customers; less is not followed on


@dataclass(frozen=True, slots=True)
class Claim:
    """A node, an arrow or, where `is_share`, an arrow's share, and how well it is borne out."""

    record: Node | Link
    known: Known
    is_share: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims are borne out by fresh sources, by stale ones alone, and by none."""

    fresh: int = 0
    stale: int = 0
    missing: int = 0

    @property
    def total(self) -> int:
        return self.fresh + self.stale + self.missing

    @property
    def part(self) -> float:
        """The part that fresh sources bear out, 0 to 1; all of nothing."""
        return self.fresh / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Gap:
    """A claim that nobody has borne out, and why it matters.

    `reach` is the part of the customers who come there, 0 to 1; `feeling` the strongest sentiment there.
    """

    claim: Claim
    reach: float
    feeling: int
    is_truth: bool

    @property
    def worth(self) -> float:
        """How much it is worth to look there; the larger, the sooner."""
        need = 1.0 if self.claim.known is Known.NONE else STALE_NEED
        if isinstance(self.claim.record, Link):
            need *= ARROW
        elif kind_of(self.claim.record).part is Part.BRANCH:
            need *= THOUGHT
        weight = 1.0 + FEELING * abs(self.feeling) / 3 + (TRUTH if self.is_truth else 0.0)
        return need * (LEAST_REACH + (1 - LEAST_REACH) * self.reach) * weight


def claims(document: Document, map_id: str, freshness: Freshness) -> tuple[Claim, ...]:
    """Everything that a map claims: its nodes, then its arrows, each followed by its share."""
    found: list[Claim] = []
    every: tuple[Node | Link, ...] = (*nodes(document, map_id), *links(document, map_id))
    for record in every:
        if is_claim(record):
            found.append(Claim(record, known(record, document.get, freshness)))
            if isinstance(record, Link):
                share = known_share(record, document.get, freshness)
                if share is not None:
                    found.append(Claim(record, share, is_share=True))
    return tuple(found)


def youngest(document: Document, claim: Claim, freshness: Freshness) -> int:
    """How many months old the youngest of the sources is on which a claim rests; 0 where none is dated."""
    record = claim.record
    keys = getattr(record, "share_evidence_ids", ()) if claim.is_share else sources_of(record)
    found = (source for key in keys if (source := document.find(Evidence, key)) is not None)
    return min((freshness.age(source) or 0 for source in found), default=0)


def tally(found: Iterable[Claim]) -> Tally:
    """Claims counted."""
    counts = Counter(claim.known for claim in found)
    return Tally(counts[Known.FRESH], counts[Known.STALE], counts[Known.NONE])


def by_stage(document: Document, map_id: str, freshness: Freshness) -> tuple[tuple[Stage | None, Tally], ...]:
    """The stages in their order with what is claimed there; at last, without a stage, what belongs to none.

    An arrow belongs to the stage at which it begins, a branch to that of the card on which it hangs.
    """
    homes = stage_homes(document, map_id)
    stages = [column.stage for column in columns(document, map_id)]
    grouped: dict[str, list[Claim]] = {"": [], **{stage.id: [] for stage in stages}}
    for claim in claims(document, map_id, freshness):
        grouped[homes.get(_place(document, claim.record), "")].append(claim)
    rows: list[tuple[Stage | None, Tally]] = [(stage, tally(grouped[stage.id])) for stage in stages]
    return (*rows, (None, tally(grouped[""]))) if grouped[""] else tuple(rows)


def stage_homes(document: Document, map_id: str) -> dict[str, str]:
    """The stage to which each node that hangs on nothing belongs, by ids."""
    return {node.id: column.stage.id for column in columns(document, map_id) for node in column.nodes}


def _place(document: Document, record: Node | Link) -> str:
    """The id of the card at which a record is found: what it hangs on in the end, or where it begins."""
    node = document.find(Node, record.source_id) if isinstance(record, Link) else record
    return root(document, node).id if node is not None else ""


def by_persona(document: Document, map_id: str, freshness: Freshness) -> tuple[tuple[Persona, Tally], ...]:
    """The personas who occur on a map, with what it claims of them: cards and branches, arrows, steps."""
    concerned = _concerned(document, map_id)
    told: dict[str, list[Claim]] = {}
    for claim in claims(document, map_id, freshness):
        for persona_id in concerned.get(claim.record.id, ()):
            told.setdefault(persona_id, []).append(claim)
    return tuple((persona, tally(told[persona.id])) for persona in personas(document) if persona.id in told)


def _concerned(document: Document, map_id: str) -> dict[str, set[str]]:
    """The ids of the personas of whom a node or an arrow tells, by its id."""
    found: dict[str, set[str]] = {}
    for link in links(document, map_id):
        for key in (link.id, link.source_id, link.target_id) if link.persona_ids else ():
            found.setdefault(key, set()).update(link.persona_ids)
    for card in nodes(document, map_id):
        if isinstance(card, PersonaCard) and card.persona_id:
            for key in (card.id, *(node.id for node in descendants(document, card.id))):
                found.setdefault(key, set()).add(card.persona_id)
    return found


# What to ask next


def research(document: Document, map_id: str, freshness: Freshness) -> tuple[Gap, ...]:
    """What nobody has borne out, the most important first.

    It matters how many customers come there, how strongly they feel, and whether it is a moment of truth.
    """
    reached = reach(document, map_id)
    missing = (claim for claim in claims(document, map_id, freshness) if claim.known is not Known.FRESH)
    gaps = [_gap(document, claim, reached) for claim in missing]
    return tuple(sorted(gaps, key=lambda gap: (-gap.worth, gap.claim.record.id, gap.claim.is_share)))


def _gap(document: Document, claim: Claim, reached: Mapping[str, float]) -> Gap:
    """An arrow matters as far as people take it, and as what they come to makes them feel."""
    record = claim.record
    came = reached.get(_place(document, record), 0.0)
    if isinstance(record, Link):
        share = getattr(record, "share", None)
        target = document.find(Node, record.target_id)
        felt = strongest(target) if target is not None else 0
        return Gap(claim, came if share is None else came * share / 100, felt, False)
    return Gap(claim, came, strongest(record), bool(getattr(record, "moment_of_truth", False)))


def strongest(node: Node) -> int:
    """The strongest sentiment at a node, whoever feels it; 0 for none."""
    felt = [getattr(node, "sentiment", None), *(value for _, value in getattr(node, "feelings", ()))]
    return max((value for value in felt if value is not None), key=abs, default=0)


def reach(document: Document, map_id: str) -> dict[str, float]:
    """The part of the customers, 0 to 1, who come to each node that hangs on nothing, as the shares tell.

    They begin where nothing leads to. What leaves a node without a share divides what is left among itself.
    A step to which no arrow leads is as far as its stage, and a persona's card is everywhere.
    """
    onward, targets = _ways(document, map_id)
    found: dict[str, float] = {}
    starts = sorted(key for key in onward if key not in targets)
    order = [column.stage.id for column in columns(document, map_id)]
    if not starts:
        starts = [key for key in order if key in onward][:1] or list(onward)[:1]
    pending = dict.fromkeys(starts, 1.0)
    found.update(pending)
    while pending:  # what comes newly to a node goes on from there, until next to nothing does
        key = next(iter(pending))
        came = pending.pop(key)
        for target, part in onward.get(key, ()):
            before = found.get(target, 0.0)
            found[target] = min(1.0, before + came * part)
            if found[target] - before > SETTLED:
                pending[target] = pending.get(target, 0.0) + found[target] - before
    for node_id, stage_id in stage_homes(document, map_id).items():
        if node_id not in found:
            found[node_id] = found.get(stage_id, 1.0)
    for node in nodes(document, map_id):
        if not node.parent_id and node.id not in found and kind_of(node).part is Part.PERSON:
            found[node.id] = 1.0
    return found


def _ways(document: Document, map_id: str) -> tuple[dict[str, list[tuple[str, float]]], set[str]]:
    """The parts in which transitions lead from each card to others, and the cards to which one leads."""
    leaving: dict[str, list[tuple[str, float | None]]] = {}
    for link in sorted(links(document, map_id), key=lambda link: link.id):
        if isinstance(link, Transition):
            source, target = document.find(Node, link.source_id), document.find(Node, link.target_id)
            if source is None or target is None:
                continue
            here, there = root(document, source).id, root(document, target).id
            if here != there:
                leaving.setdefault(here, []).append((there, link.share))
    onward = {key: _parts(ways) for key, ways in leaving.items()}
    return onward, {target for ways in onward.values() for target, _ in ways}


def _parts(ways: list[tuple[str, float | None]]) -> list[tuple[str, float]]:
    told = sum(share for _, share in ways if share is not None)
    open_ways = sum(share is None for _, share in ways)
    rest = max(0.0, 100.0 - told) / open_ways if open_ways else 0.0
    whole = max(100.0, told)
    return [(target, (rest if share is None else share) / whole) for target, share in ways]
