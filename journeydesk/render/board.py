"""A map as marks: what lies where, in which order it is painted, and what a change makes stale.

A board is a projection of a document. Everything on it follows from the records alone, so a board that
followed a thousand changes is the same as one made afresh.
"""

import math
from collections import ChainMap
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from journeydesk.kinds.kind import Look
from journeydesk.kinds.stage import Stage
from journeydesk.language import catalogue
from journeydesk.layout.cells import Cells
from journeydesk.layout.flow import Course
from journeydesk.model.change import Change
from journeydesk.model.document import Document
from journeydesk.model.freshness import freshness_of
from journeydesk.model.queries import OpenRemarks, nodes
from journeydesk.model.records import JourneyMap, Node
from journeydesk.picture.dressing import dressed
from journeydesk.picture.marks import Box, Picture, bounds, union
from journeydesk.picture.theme import Theme, theme_of
from journeydesk.render.arrange import Placed, arrange_tree, is_root, keeping_numbers, numbered
from journeydesk.render.entry import Entry, entries_of_node, entries_of_strand, label_key, limb_key
from journeydesk.render.sight import Sight
from journeydesk.render.strand import Strand
from journeydesk.render.touched import (
    folded_away,
    is_general,
    is_summary,
    refers,
    shown_by,
    spanned_over,
    touched_links,
    touched_roots,
    travelled_by,
)
from journeydesk.render.wiring import Wiring


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture in board units, and the box that holds it."""

    picture: Picture
    bounds: Box


def look_of(
    document: Document,
    map_id: str,
    theme: Theme | None = None,
    language: str = "",
    incognita: bool = False,
    remarks: bool = False,
    numbers: Mapping[str, int] | None = None,
) -> Look:
    """What drawings of a map may ask; without theme or language, those of the map and of the project."""
    drawn = document.find(JourneyMap, map_id)
    chosen = theme or theme_of(drawn.theme if drawn else "")
    say = catalogue(language or document.project.language)
    seen = OpenRemarks(document) if remarks else None
    chosen = dressed(chosen, document.project.palette)
    return Look(chosen, say, document.get, freshness_of(document), incognita, seen, numbers)


class Board:
    """The entries of one map, or of what belongs to the node `within`, kept in step by `refresh`."""

    def __init__(
        self,
        document: Document,
        map_id: str,
        *,
        theme: Theme | None = None,
        language: str = "",
        within: str = "",
        incognita: bool = False,
        remarks: bool = False,
        numbers: Mapping[str, int] | None = None,
    ) -> None:
        self.document, self.map_id, self._focus = document, map_id, within
        self._asked = partial(look_of, document, map_id, theme, language, incognita, remarks, numbers)
        self.rebuild()

    def rebuild(self) -> None:
        """Makes everything anew."""
        self.look = self._asked()
        self.placed: dict[str, Placed] = {}
        self.away: dict[str, Placed] = {}  # what cannot be seen
        self.sight = Sight(self.document, self.map_id, self._focus)
        self._strands: dict[str, Strand | None] = {}
        self._families: dict[str, tuple[str, ...]] = {}  # what hangs from a root in the end, with the root
        self.entries: dict[str, Entry] = {}
        self.cells = Cells()
        self.wiring = Wiring(self.document, self.map_id, self.look, self.sight)
        for node in sorted(nodes(self.document, self.map_id), key=is_summary):
            if is_root(self.document, node):
                seen, hidden = self.sight.parted(node.id, self._arranged(node, self.placed))
                self.placed.update(seen)
                self.away.update(hidden)
        self._number()
        for placed in self.placed.values():
            self._enter_node(placed)
        self._enter_strands(self.wiring.settle(self.placed, self.placed, self.away))

    # Following changes

    def refresh(self, change: Change, *, draft: bool = False, waiting: Set[str] | None = None) -> list[Box]:
        """Follows a change; gives the regions that look different now.

        With `draft` only the arrows at changed nodes are led anew, as during a drag; `settle` does the rest.
        A part of a change is followed as a draft; the roots of the trees of its later parts are `waiting`.
        """
        if is_general(change, self.map_id):
            before = [entry.bounds for entry in self.entries.values()]
            self.rebuild()
            return before + [entry.bounds for entry in self.entries.values()]
        stale: list[Box] = []
        self.wiring.is_settled = False  # what cannot be seen may have changed the courses of arrows
        touched = self._follow_nodes(change, stale, draft) | touched_links(change, self.document, self.map_id)
        if touched:
            strands = (
                self.wiring.follow(touched, self.placed, waiting)
                if draft
                else self.wiring.settle(touched, self.placed, self.away)
            )
            self._enter_strands(strands, stale)
        travelled = travelled_by(change, self.wiring.strands)  # they lie as before, but look different
        for key in travelled:
            self._strands.pop(key, None)
        self._enter_strands(travelled, stale)
        return stale

    def settle(self) -> list[Box]:
        """Leads all arrows as on a map drawn afresh, after drafts; gives the regions that look different."""
        stale: list[Box] = []
        if self.wiring.is_settled:
            return stale
        for placed in self._number().values():
            self._enter_node(placed, stale)
        self._enter_strands(self.wiring.settle((), self.placed, self.away), stale)
        return stale

    def refine(self, seconds: float = math.inf) -> list[Box]:
        """Leads arrows for which there was no time round the cards; gives the regions that look different."""
        stale: list[Box] = []
        self._enter_strands(self.wiring.refine(seconds), stale)
        return stale

    @property
    def is_refined(self) -> bool:
        """Whether every arrow lies where it belongs."""
        return not self.wiring.pending

    def _follow_nodes(self, change: Change, stale: list[Box], draft: bool) -> dict[str, None]:
        """Re-arranges the trees that a change touches; gives the ids of nodes that lie or look different."""
        roots = touched_roots(change, self.document, self.map_id, ChainMap(self.placed, self.away))
        roots |= self.sight.follow(change, roots)
        roots |= spanned_over(self.document, self.map_id, (*roots, *change))
        keys = [key for root in roots for key in self._families.pop(root, ())]
        known = {key: item for key in keys if (item := self.placed.get(key) or self.away.pop(key, None))}
        before = {key: self.placed.pop(key) for key in known if key in self.placed}
        after: dict[str, Placed] = {}
        hidden: dict[str, Placed] = {}
        found = (node for key in roots if (node := self.document.find(Node, key)) is not None)
        for node in sorted(found, key=is_summary):
            if node.map_id == self.map_id and is_root(self.document, node):
                family = self._arranged(node, ChainMap(after, self.placed))
                seen, away = self.sight.parted(node.id, family)
                after |= seen
                hidden |= away
        for key in before.keys() - after.keys():
            self._drop(key, stale)
            self._drop(limb_key(key), stale)
        after, hidden = keeping_numbers(after, known), keeping_numbers(hidden, known)
        self.placed.update(after)
        self.away.update(hidden)
        stages = (item for family in (known, after, hidden) for item in family.values())
        if not draft and any(isinstance(item.node, Stage) for item in stages):
            after.update(self._number())
        shows = shown_by(change)
        changed = {
            key: item
            for key, item in after.items()
            if before.get(key) != item or refers(self.document, item.node, shows)
        }
        for item in changed.values():
            self._enter_node(item, stale)
        folded = folded_away(change, self.document, self.map_id, self.placed)
        return dict.fromkeys((*changed, *(before.keys() - after.keys()), *hidden, *folded))

    def _arranged(self, root: Node, placed: Mapping[str, Placed]) -> dict[str, Placed]:
        """A tree as it lies, of which note is taken; a summary follows what is `placed` already."""
        family = arrange_tree(self.document, root, self.look, self.sight.count(root.id), placed)
        self._families[root.id] = tuple(family)
        return family

    def _number(self) -> dict[str, Placed]:
        """Numbers the stages, hidden or not; gives those that are seen and have another number now."""
        every = {**self.placed, **self.away} if self.away else self.placed
        changed = numbered(every)
        seen = {key: item for key, item in changed.items() if key in self.placed}
        self.placed.update(seen)
        self.away.update((key, item) for key, item in changed.items() if key not in seen)
        return seen

    # Entries

    def _enter(self, entry: Entry, stale: list[Box] | None = None) -> None:
        if stale is not None:
            if (before := self.entries.get(entry.key)) is not None:
                stale.append(before.bounds)
            stale.append(entry.bounds)
        self.entries[entry.key] = entry
        self.cells.put(entry.key, entry.bounds)

    def _drop(self, key: str, stale: list[Box]) -> None:
        if (entry := self.entries.pop(key, None)) is not None:
            stale.append(entry.bounds)
            self.cells.remove(key)

    def _enter_node(self, placed: Placed, stale: list[Box] | None = None) -> None:
        for entry in entries_of_node(placed, self.look):
            self._enter(entry, stale)
        if placed.limb is None and stale is not None:
            self._drop(limb_key(placed.node.id), stale)

    def _enter_strands(self, strands: dict[str, Strand | None], stale: list[Box] | None = None) -> None:
        for key, strand in strands.items():
            if strand is not None and self._strands.get(key) == strand:
                continue
            self._strands[key] = strand
            seen = entries_of_strand(key, strand) if strand is not None else {}
            for part in (key, label_key(key)):
                if part in seen:
                    self._enter(seen[part], stale)
                else:
                    self._drop(part, [] if stale is None else stale)

    # Asking

    def within(self, region: Box) -> list[Entry]:
        """The entries that meet a region, in the order of painting."""
        return sorted((self.entries[key] for key in self.cells.meeting(region)), key=lambda entry: entry.rank)

    def by_layer(self) -> list[Entry]:
        """All entries, a layer over the other."""
        return sorted(self.entries.values(), key=attrgetter("layer"))

    def box_of(self, key: str) -> Box | None:
        """The box of a node, or the region of an arrow; None where it is not on the board."""
        if (placed := self.placed.get(key)) is not None:
            return placed.box
        entry = self.entries.get(key)
        return entry.bounds if entry else None

    def course_of(self, link_id: str) -> Course | None:
        """The course of an arrow on the board."""
        strand = self.wiring.strands.get(link_id)
        return strand.course if strand else None

    @property
    def bounds(self) -> Box | None:
        """The box that holds everything, or None for an empty map."""
        return union(entry.bounds for entry in self.entries.values())


def draw_map(
    document: Document,
    map_id: str,
    *,
    theme: Theme | None = None,
    language: str = "",
    incognita: bool = False,
) -> Drawing:
    """A whole map as marks in board units. An empty map has bounds of no size at 0, 0."""
    board = Board(document, map_id, theme=theme, language=language, incognita=incognita)
    board.refine()
    picture = tuple(entry.picture for entry in sorted(board.entries.values(), key=lambda entry: entry.rank))
    return Drawing(picture, bounds(picture) or Box(0, 0, 0, 0))
