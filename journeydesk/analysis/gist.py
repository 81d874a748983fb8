"""What a map comes to, in a few sentences of any language: for those who do not see it."""

import re
from collections import Counter
from collections.abc import Iterator

from babel.numbers import format_percent

from journeydesk.analysis.columns import columns
from journeydesk.analysis.coverage import claims, tally
from journeydesk.analysis.naming import named
from journeydesk.analysis.sentiment import curve_of
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.feeling import WORDS
from journeydesk.kinds.kind import Part
from journeydesk.kinds.outcome import Outcome
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import Catalogue, Message, counted, message
from journeydesk.layout.flow import Course, Flow, Stop, course, flow_of
from journeydesk.model.document import Document
from journeydesk.model.fields import label_of
from journeydesk.model.freshness import Freshness, freshness_of
from journeydesk.model.queries import links, links_at, nodes
from journeydesk.model.records import Influence, JourneyMap, Link, Node, Persona, Transition
from journeydesk.model.vocabulary import FATES, STATES

_TWICE = re.compile(r"(?<=[?!…])\.$")  # what is quoted at the end of a sentence ends it
LOOPS = (Course.BACK, Course.SELF)


def gist(document: Document, map_id: str, say: Catalogue, freshness: Freshness | None = None) -> str:
    """What is on a map, in one short paragraph after another; "" for no such map.

    How much there is and whose journey it is, the stages in their order, where it leads back and where it
    parts, how it ends, when people feel best and worst, and how much of all that is known.
    """
    drawn = document.find(JourneyMap, map_id)
    if drawn is None:
        return ""
    told = _Gist(document, drawn, say, freshness or freshness_of(document))
    return "\n".join(_TWICE.sub("", said) for part in told.parts() if (said := say(part)))


def flow_on(document: Document, map_id: str) -> Flow:
    """How the transitions of a map lead on, as it is drawn."""
    found = [node for node in nodes(document, map_id) if not node.parent_id]
    parts = {node.id: kind_of(node).part for node in found}
    stops = {
        node.id: Stop(node.id, node.x, node.y, parts[node.id] is Part.STAGE, is_left(node))
        for node in found
        if parts[node.id] in (Part.STAGE, Part.STEP, Part.END)
    }
    arrows = (link for link in links(document, map_id) if isinstance(link, Transition))
    return flow_of(stops, ((link.source_id, link.target_id) for link in arrows))


def is_left(node: Node) -> bool:
    """Whether those who come here are lost, at least for a while."""
    return isinstance(node, Outcome) and node.fate != "gained"


def course_of(link: Link, flow: Flow) -> Course:
    """What course an arrow takes."""
    if link.source_id == link.target_id:
        return Course.SELF
    if isinstance(link, Influence) or not {link.source_id, link.target_id} <= flow.stops.keys():
        return Course.ADVANCE
    return course(flow, link.source_id, link.target_id)


def percent(share: float, say: Catalogue) -> str:
    """A share as people write it."""
    text: str = format_percent(share / 100, locale=say.language, decimal_quantization=False)
    return text


def ways_from(document: Document, node: Node) -> list[Transition]:
    """The transitions that leave a node, the likeliest first."""
    leaving = (link for link in links_at(document, node.id) if isinstance(link, Transition))
    own = [link for link in leaving if link.source_id == node.id]
    return sorted(own, key=lambda link: (-(link.share or 0.0), link.order, link.id))


class _Gist:
    def __init__(self, document: Document, drawn: JourneyMap, say: Catalogue, freshness: Freshness) -> None:
        self._document, self._map, self._say, self._freshness = document, drawn, say, freshness
        self._columns = columns(document, drawn.id)
        self._nodes = nodes(document, drawn.id)
        self._flow = flow_on(document, drawn.id)

    def parts(self) -> Iterator[Message | str]:
        yield self._counts()
        yield self._map.scenario.strip()
        yield self._people()
        yield self._stages()
        yield self._loops()
        yield from self._decisions()
        yield self._ends()
        yield from self._extremes()
        yield self._evidence()

    def _counts(self) -> Message:
        title = self._map.title or self._say("Untitled")
        if not self._nodes:
            return message("{title}: this map is still empty.", title=title)
        found = Counter(kind_of(node).name for node in self._nodes)
        arrows = len(links(self._document, self._map.id))
        told = (
            counted("1 stage", "{n} stages", found["stage"]),
            counted("1 touchpoint", "{n} touchpoints", found["touchpoint"]),
            counted("1 decision point", "{n} decision points", found["decision"]),
            counted("1 outcome", "{n} outcomes", found["outcome"]),
            counted("1 branch", "{n} branches", found["branch"]),
            counted("1 arrow", "{n} arrows", arrows),
        )
        counts = ", ".join(self._say(part) for part in told if part.number)
        if not counts:
            counts = self._say(counted("1 node", "{n} nodes", len(self._nodes)))
        if self._map.state:
            state = self._say(label_of(STATES, self._map.state))
            return message("{title} ({state}): {counts}.", title=title, state=state, counts=counts)
        return message("{title}: {counts}.", title=title, counts=counts)

    def _people(self) -> Message | str:
        placed = (node.persona_id for node in self._nodes if isinstance(node, PersonaCard))
        keys = dict.fromkeys((*self._map.persona_ids, *placed))
        found = [persona for key in keys if (persona := self._document.find(Persona, key)) is not None]
        told = [
            f"{persona.name} ({persona.profession})" if persona.profession else persona.name
            for persona in found
            if persona.name
        ]
        return message("Personas: {names}.", names=", ".join(told)) if told else ""

    def _stages(self) -> Message | str:
        told = [f"{column.number}. {self._name(column.stage)}" for column in self._columns]
        return message("The stages in their order: {stages}.", stages=self._say.listed(told)) if told else ""

    def _loops(self) -> Message | str:
        back = [
            link
            for link in links(self._document, self._map.id)
            if isinstance(link, Transition) and course_of(link, self._flow) in LOOPS
        ]
        if not back:
            return ""
        told = [named(self._document, link, self._say) for link in sorted(back, key=self._reading)]
        return counted(
            "It leads back once: {loops}.",
            "It leads back {n} times: {loops}.",
            len(back),
            loops=self._say.listed(told),
        )

    def _decisions(self) -> Iterator[Message]:
        """Where the journey parts: at each decision point, how many go where."""
        for node in self._in_order("decision"):
            ways = ways_from(self._document, node)
            if ways:
                told = self._say.listed(self._way(link) for link in ways)
                yield message("Decision “{title}”: {ways}.", title=self._name(node), ways=told)

    def _way(self, link: Transition) -> str:
        target = self._document.find(Node, link.target_id)
        name = self._name(target) if target is not None else "–"
        if link.title:
            name = f"{' '.join(link.title.split())} → {name}"
        return name if link.share is None else f"{name}, {percent(link.share, self._say)}"

    def _ends(self) -> Message | str:
        ends = [node for node in self._in_order("outcome") if isinstance(node, Outcome)]
        told = [f"{self._name(node)} ({self._say(label_of(FATES, node.fate))})" for node in ends]
        return message("It ends with: {ends}.", ends=self._say.listed(told)) if told else ""

    def _extremes(self) -> Iterator[Message]:
        felt = [
            (step.node, value)
            for step in curve_of(self._document, self._map.id).steps
            if (value := getattr(step.node, "sentiment", None)) is not None
        ]
        if felt:
            best, worst = max(felt, key=lambda row: row[1]), min(felt, key=lambda row: row[1])
            if best[1] > worst[1]:
                yield message("People feel best at “{title}”: {feeling}.", **self._felt(*best))
                yield message("People feel worst at “{title}”: {feeling}.", **self._felt(*worst))

    def _felt(self, node: Node, value: int) -> dict[str, str]:
        return {"title": self._name(node), "feeling": self._say(WORDS[value])}

    def _evidence(self) -> Message | str:
        found = tally(claims(self._document, self._map.id, self._freshness))
        if not found.total:
            return ""
        return counted(
            "There is 1 claim. Borne out by fresh evidence: {fresh}; by stale evidence alone: {stale}; "
            "by none: {missing}.",
            "There are {n} claims. Borne out by fresh evidence: {fresh}; by stale evidence alone: {stale}; "
            "by none: {missing}.",
            found.total,
            fresh=found.fresh,
            stale=found.stale,
            missing=found.missing,
        )

    def _in_order(self, kind: str) -> list[Node]:
        """The nodes of a kind, as they come in the journey; at last those that belong to no stage."""
        along = {node.id: place for place, node in enumerate(n for c in self._columns for n in c.nodes)}
        found = [node for node in self._nodes if kind_of(node).name == kind]
        return sorted(found, key=lambda node: (along.get(node.id, len(along)), node.x, node.y, node.id))

    def _reading(self, link: Link) -> tuple[int, int, str]:
        ranks = self._flow.ranks
        return (*ranks.get(link.source_id, (0, 0)), link.id)

    def _name(self, node: Node) -> str:
        return named(self._document, node, self._say)
