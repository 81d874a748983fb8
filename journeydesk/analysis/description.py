"""A whole map in words of any language, from the first stage to the last: what a drawing shows, told.

First comes what it comes to (`gist`), then the journey, a line for each thing, indented as it hangs.
"""

from collections.abc import Iterable, Iterator

from journeydesk.analysis.columns import Column, columns
from journeydesk.analysis.facts import facts
from journeydesk.analysis.gist import course_of, flow_on, gist, percent, ways_from
from journeydesk.analysis.naming import named
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.feeling import WORDS
from journeydesk.kinds.frame import Frame
from journeydesk.language import N_, Catalogue, counted, labelled, message
from journeydesk.layout.flow import Course
from journeydesk.model.document import Document
from journeydesk.model.fields import label_of
from journeydesk.model.freshness import Freshness
from journeydesk.model.queries import children, links, maps, nodes, sources_of
from journeydesk.model.records import Evidence, Influence, Link, Node, Persona, Transition
from journeydesk.model.vocabulary import INFLUENCES, TOPICS

INDENT = "  "
# Told in words of their own, or worth nothing to those who listen.
TOLD = (
    "title", "notes", "url", "colour", "folded", "locked", "evidence_ids", "persona_id", "side", "topic",
    "sentiment", "expected", "feelings", "votes",
)  # fmt: skip
LEADS = {
    Course.ADVANCE: N_("Leads to: {way}"),
    Course.SKIP: N_("Leads ahead to: {way}"),
    Course.BACK: N_("Leads back to: {way}"),
    Course.SELF: N_("Leads round to itself: {way}"),
    Course.EXIT: N_("Leads out to: {way}"),
}


def description(document: Document, map_id: str, say: Catalogue, freshness: Freshness | None = None) -> str:
    """All that a map says, as text; "" for no such map."""
    told = gist(document, map_id, say, freshness)
    if not told or not nodes(document, map_id):
        return told
    return "\n".join((told, *_Journey(document, map_id, say).lines()))


def descriptions(
    document: Document, say: Catalogue, map_ids: Iterable[str] = (), freshness: Freshness | None = None
) -> str:
    """The same of several maps, one after the other; of all where none is named."""
    keys = tuple(map_ids) or tuple(drawn.id for drawn in maps(document))
    told = (description(document, key, say, freshness) for key in keys)
    return "\n\n\n".join(filter(None, told)) or say(N_("This project has no map."))


class _Journey:
    """The lines of one map."""

    def __init__(self, document: Document, map_id: str, say: Catalogue) -> None:
        self._document, self._map_id, self._say = document, map_id, say
        self._flow = flow_on(document, map_id)
        self._told: set[str] = set()

    def lines(self) -> Iterator[str]:
        for column in columns(self._document, self._map_id):
            yield from ("", *self._stage(column))
        rest = [node for node in nodes(self._document, self._map_id) if self._is_apart(node)]
        if rest:
            yield from ("", self._say(N_("Also on the map")))
            for node in sorted(rest, key=lambda node: (kind_of(node).part.value, node.x, node.y, node.id)):
                yield from self._node(node, 1)
        influences = [link for link in links(self._document, self._map_id) if isinstance(link, Influence)]
        if influences:
            yield from ("", self._say(N_("Influences")))
            for link in sorted(influences, key=lambda link: (link.order, link.id)):
                yield INDENT + self._influence(link)

    def _is_apart(self, node: Node) -> bool:
        if node.id in self._told or self._document.find(Node, node.parent_id) is not None:
            return False
        return bool(node.title) or not isinstance(node, Frame)

    def _stage(self, column: Column) -> Iterator[str]:
        stage = column.stage
        title = named(self._document, stage, self._say)
        yield self._say(message("Stage {n}: {title}", n=column.number, title=title))
        yield from self._within(stage, 1)
        for step in column.steps:
            if step.id not in self._told:
                yield from self._node(step, 1)

    def _node(self, node: Node, depth: int) -> Iterator[str]:
        kind = self._say(kind_of(node).title)
        if isinstance(node, Branch):
            kind = self._say(label_of(TOPICS, node.topic))
        title = named(self._document, node, self._say)
        told = kind if title == kind else self._say(labelled(kind, title))
        yield INDENT * depth + told
        yield from self._within(node, depth + 1)

    def _within(self, node: Node, depth: int) -> Iterator[str]:
        self._told.add(node.id)
        for told in filter(
            None, (self._facts(node), *self._feelings(node), self._sources(node.evidence_ids))
        ):
            yield INDENT * depth + told
        for paragraph in node.notes.split("\n"):
            if paragraph.strip():
                yield INDENT * depth + self._say(message("Notes: {words}", words=paragraph.strip()))
        for child in children(self._document, node.id):
            if child.id not in self._told:
                yield from self._node(child, depth)
        for link in ways_from(self._document, node):
            yield INDENT * depth + self._way(link)

    def _facts(self, node: Node) -> str:
        """What is chosen for a node: its phase, channel, fate and the like."""
        found = (fact for part in facts(self._document, node, self._say, without=TOLD) for fact in part.facts)
        told = [
            self._say(labelled(fact.label, ", ".join(fact.values))) if fact.values else fact.label
            for fact in found
        ]
        if node.votes:
            told.append(self._say(counted("1 vote", "{n} votes", node.votes)))
        return self._say.listed(told)

    def _feelings(self, node: Node) -> Iterator[str]:
        value = getattr(node, "sentiment", None)
        if value is not None:
            yield self._say(message("Sentiment: {feeling}", feeling=self._felt(value)))
        expected = getattr(node, "expected", None)
        if expected is not None:
            yield self._say(message("Expected sentiment: {feeling}", feeling=self._felt(expected)))
        for key, felt in getattr(node, "feelings", ()):
            if (persona := self._document.find(Persona, key)) is not None:
                yield self._say(
                    message("Sentiment of {name}: {feeling}", name=persona.name, feeling=self._felt(felt))
                )

    def _felt(self, value: int) -> str:
        number = f"{value:+d}" if value else "0"
        return f"{self._say(WORDS[value])} ({number})"

    def _sources(self, keys: Iterable[str]) -> str:
        found = (source for key in keys if (source := self._document.find(Evidence, key)) is not None)
        titles = [source.title or self._say(N_("Untitled")) for source in found]
        told = self._say.listed(titles)
        return self._say(message("Evidence: {titles}", titles=told)) if told else ""

    def _end(self, key: str) -> str:
        node = self._document.find(Node, key)
        return named(self._document, node, self._say) if node is not None else "–"

    def _way(self, link: Transition) -> str:
        parts = [self._end(link.target_id)]
        if link.title:
            parts.append(" ".join(link.title.split()))
        if link.share is not None:
            parts.append(percent(link.share, self._say))
        if names := self._travellers(link):
            parts.append(self._say(message("travelled by {names}", names=names)))
        if link.objection:
            parts.append(self._say(message("objection: {words}", words=link.objection)))
        if link.observed:
            parts.append(self._say(N_("observed, never designed")))
        told = self._say(message(LEADS[course_of(link, self._flow)], way=", ".join(parts)))
        return self._with_sources(told, link)

    def _travellers(self, link: Link) -> str:
        found = (self._document.find(Persona, key) for key in link.persona_ids)
        return ", ".join(persona.name for persona in found if persona is not None)

    def _influence(self, link: Influence) -> str:
        """Who influences whom, and how."""
        told = message("{source} {influences} {target}", source=self._end(link.source_id),
                       influences=self._say(label_of(INFLUENCES, link.influence)),
                       target=self._end(link.target_id))  # fmt: skip
        words = " ".join(link.title.split())
        return self._with_sources(", ".join(filter(None, (self._say(told), words))), link)

    def _with_sources(self, told: str, link: Link) -> str:
        sources = self._sources(sources_of(link))
        return f"{told} – {sources}" if sources else told
