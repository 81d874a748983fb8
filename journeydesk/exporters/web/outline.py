"""A map as nested lists: its stages with their steps, what hangs on each of them, and where one goes on."""

from collections.abc import Callable, Collection, Iterable

from journeydesk.analysis.columns import columns
from journeydesk.analysis.facts import Fact, facts
from journeydesk.exporters.web.markup import Html, el, joined, link, paragraphs
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.kind import Look
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.pieces import share_text
from journeydesk.kinds.stage import Stage
from journeydesk.language import N_
from journeydesk.model.document import Document
from journeydesk.model.queries import children, links_at, nodes, sources_of
from journeydesk.model.records import Link, Node, Persona, Transition

TOLD = (
    "title",
    "notes",
    "url",
    "colour",
    "folded",
    "locked",
    "evidence_ids",
    "persona_id",
    "side",
    "stage_id",
)
Cite = Callable[[tuple[str, ...]], Html]


class Outline:
    """Tells the nodes of a map, or `only` some. `cite` gives the signs that lead to sources."""

    def __init__(
        self, document: Document, map_id: str, look: Look, cite: Cite, only: Collection[str] | None = None
    ) -> None:
        self._document, self._map_id, self._look, self._cite = document, map_id, look, cite
        self._only = only
        self._seen: set[str] = set()

    def told(self) -> Html:
        """The stages as a numbered list, then what else is on the map."""
        say = self._look.say
        if self._only is not None:
            chosen = [node for node in nodes(self._document, self._map_id) if self._is_told(node)]
            tops = [node for node in chosen if node.parent_id not in self._only]
            return el("ul", *(self._item(node) for node in sorted(tops, key=_rank))) if tops else Html()
        stages = [
            self._item(column.stage, [step for step in column.steps if step.parent_id != column.stage.id])
            for column in columns(self._document, self._map_id)
        ]
        roots = [node for node in nodes(self._document, self._map_id) if self._is_root(node)]
        rest = [self._item(node) for node in sorted(roots, key=_rank) if node.id not in self._seen]
        parts = [el("ol", *stages)] if stages else []
        if rest:
            parts += [el("h4", say(N_("Also on the map")))] if stages else []
            parts.append(el("ul", *rest))
        return joined(*parts)

    def _is_told(self, node: Node) -> bool:
        return self._only is None or node.id in self._only

    def _is_root(self, node: Node) -> bool:
        if isinstance(node, Frame) and not node.title:
            return False
        return self._document.find(Node, node.parent_id) is None

    def _item(self, node: Node, more: Iterable[Node] = ()) -> Html:
        self._seen.add(node.id)
        below = [*children(self._document, node.id), *more]
        items = [self._item(child) for child in below if child.id not in self._seen and self._is_told(child)]
        return el(
            "li", self._head(node), self._body(node), el("ul", *items) if items else Html(), id=f"o-{node.id}"
        )

    def _head(self, node: Node) -> Html:
        kind = self._look.say(kind_of(node).title)
        title = el("strong" if isinstance(node, Stage) else "span", link(self._title(node) or kind, node.url))
        return joined(title, " ", el("small", self._sort(node) or kind), self._cite(node.evidence_ids))

    def _title(self, node: Node) -> str:
        if not node.title and isinstance(node, PersonaCard):
            persona = self._document.find(Persona, node.persona_id)
            return persona.name if persona is not None else ""
        return " ".join(node.title.split())

    def _sort(self, node: Node) -> str:
        """What is known of a node in a word or two: its channel, its topic, how somebody feels there."""
        known = [
            fact
            for section in facts(self._document, node, self._look.say, without=TOLD)
            for fact in section.facts
        ]
        return " · ".join(_told(fact) for fact in known)

    def _body(self, node: Node) -> Html:
        ways = [self._way(one) for one in links_at(self._document, node.id) if one.source_id == node.id]
        notes = el("div", paragraphs(node.notes), class_="notes") if node.notes else Html()
        return joined(notes, el("ul", *ways, class_="ways") if ways else Html())

    def _led(self, target: Node | None, name: str) -> str:
        """The name of a node, which leads to where the page tells of it."""
        return el("a", name, href=f"#o-{target.id}") if target is not None and self._is_told(target) else name

    def _way(self, arrow: Link) -> Html:
        target = self._document.find(Node, arrow.target_id)
        name = (self._title(target) or self._look.say(kind_of(target).title)) if target is not None else ""
        told = [" ".join(arrow.title.split())] if arrow.title else []
        if isinstance(arrow, Transition):
            if arrow.share is not None:
                told.append(share_text(arrow.share, self._look))
            if arrow.objection:
                told.append(arrow.objection)
        more = f" ({', '.join(told)})" if told else ""
        return el("li", "→ ", self._led(target, name), more, self._cite(sources_of(arrow)))


def _told(fact: Fact) -> str:
    """A fact in few words: a number says of what it is one, a word speaks for itself."""
    told = ", ".join(fact.values)
    return f"{fact.label} {told}" if told.lstrip("-+")[:1].isdigit() else told or fact.label


def _rank(node: Node) -> tuple[str, float, float, str]:
    return kind_of(node).part.value, node.x, node.y, node.id
