"""The arrows of a map: their courses, routes and labels, as they follow from where the nodes lie."""

import math
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from journeydesk.kinds.frame import Frame
from journeydesk.kinds.kind import Look
from journeydesk.kinds.links import (
    draw_label,
    draw_line,
    draw_objection,
    label_size,
    objection_size,
    thickness,
)
from journeydesk.layout.cells import Cells
from journeydesk.layout.corridors import MOST_STATES
from journeydesk.layout.flow import Course, Stop, course, ranks
from journeydesk.layout.routing import End, Ports, Route, Sides, Wire, choose_sides, place_ports, route
from journeydesk.model.document import Document
from journeydesk.model.queries import links, links_at
from journeydesk.model.records import Influence, Link, Node, Transition
from journeydesk.picture.marks import Box, Group
from journeydesk.picture.shapes import Point
from journeydesk.render.arrange import Placed, stops

PATIENCE = 0.05  # seconds for leading arrows before the rest are plain curves at first
DRAFT_PATIENCE = 0.006  # the same for a frame of a drag
DRAFT_STATES = 600  # how far a search for a way may go in such a frame
CONSULTED = 300.0  # how far from its ends an arrow looks for cards in its way
PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8)
BLOCK_PLACES = (0.64, 0.7, 0.56, 0.76)
FORK_PLACES = (0.38, 0.46, 0.3, 0.54, 0.62, 0.7, 0.24, 0.78)


def free_place(
    lies: Route,
    size: tuple[float, float],
    parts: tuple[float, ...],
    cards: Cells,
    chosen: float | None = None,
) -> Point | None:
    """Where a label may stand on a route without hiding a card; the first part where none is free."""
    if not size[0]:
        return None
    if chosen is not None:
        return lies.along(chosen)
    points = (lies.along(part) for part in parts)
    free = (point for point in points if not any(cards.meeting(Box.around(*point, *size).grown(2))))
    return next(free, None) or lies.along(parts[0])


@dataclass(frozen=True, slots=True)
class Strand:
    """An arrow as it lies: its route, and where its label and its road-block are."""

    link: Link
    course: Course
    route: Route
    look: Look
    label_at: Point | None = None
    block_at: Point | None = None

    def box(self, part: str) -> Box | None:
        """The region of the line (part "") or of the label; None where there is none."""
        if not part:
            points = [point for cubic in self.route.cubics for point in cubic]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            box = Box(min(xs), min(ys), max(xs), max(ys)).grown(8 + 2 * thickness(self.link))
            if self.block_at:
                box = box.joined(Box.around(*self.block_at, *objection_size(self.link)).grown(3))
            return box
        if self.label_at is None:
            return None
        return Box.around(*self.label_at, *label_size(self.link, self.look)).grown(1)

    @property
    def surroundings(self) -> Box:
        """The region of the line and of all places along it where its label and its road-block may stand."""
        box = self.box("")
        assert box is not None
        return box.grown(max(*label_size(self.link, self.look), *objection_size(self.link)) / 2 + 4)

    def line(self) -> Group:
        marks = draw_line(self.link, self.route, self.course, self.look)
        if self.block_at:
            marks += draw_objection(self.link, self.block_at, self.look)
        return Group(marks, name=self.link.id, title=self.link.title, about=self.link.notes)

    def label(self) -> Group:
        assert self.label_at is not None
        return Group(draw_label(self.link, self.course, self.label_at, self.look))


class Wiring:
    """All arrows of one map. What `settle` leaves behind depends on the records alone."""

    def __init__(self, document: Document, map_id: str, look: Look) -> None:
        self.document, self.map_id, self.look = document, map_id, look
        self.strands: dict[str, Strand] = {}
        self._cards = Cells()
        self._windows = Cells()
        self._wires: dict[str, Wire] = {}
        self._sides: dict[str, Sides] = {}
        self._ends: dict[str, dict[str, None]] = {}  # the arrows that end at a card
        self._stops: dict[str, Stop] = {}
        self._ranks: Mapping[str, tuple[int, int]] = {}
        self._moved: dict[str, None] = {}
        self.pending: dict[str, None] = {}

    def follow(self, touched: Iterable[str], placed: Mapping[str, Placed]) -> dict[str, Strand | None]:
        """Leads the arrows at the touched nodes anew, and those touched themselves; None: it is gone."""
        moved = dict.fromkeys(touched)
        self._moved.update(moved)
        return self._lead(self._at(moved), (), placed, draft=True)

    def settle(self, touched: Iterable[str], placed: Mapping[str, Placed]) -> dict[str, Strand | None]:
        """As `follow`, and all arrows besides that the changes since the last time make different."""
        moved = self._moved | dict.fromkeys(touched)
        self._moved = {}
        regions = self._move_cards(moved, placed)
        self._stops = stops(placed.values())
        known = links(self.document, self.map_id)
        travelled = [(link.source_id, link.target_id) for link in known if isinstance(link, Transition)]
        self._ranks = ranks(self._stops, travelled)
        changed = self._at(moved)
        for link in known:
            wire = self._wires.get(link.id)
            if wire is None or wire.course is not self._course(link):
                changed[link.id] = None
        near = dict.fromkeys(key for region in regions for key in self._windows.meeting(region))
        return self._lead(changed, near, placed)

    def distance(self, key: str, x: float, y: float) -> float:
        """How far a point lies from an arrow's line, in board units."""
        strand = self.strands.get(key)
        if strand is None:
            return math.inf
        points = strand.route.points(8)
        return min(_from_piece((x, y), a, b) for a, b in pairwise(points))

    def _at(self, touched: Iterable[str]) -> dict[str, None]:
        """The arrows that are touched, those at touched nodes, and those that end at a touched card."""
        found: dict[str, None] = {}
        for key in touched:
            if key in self._wires or self.document.find(Link, key) is not None:
                found[key] = None
            else:
                found.update(dict.fromkeys(link.id for link in links_at(self.document, key)))
                found.update(self._ends.get(key, {}))
        return found

    def _move_cards(self, moved: Iterable[str], placed: Mapping[str, Placed]) -> list[Box]:
        regions = []
        for key in moved:
            item = placed.get(key)
            before = self._cards.boxes.get(key)
            after = item.box if item is not None and not isinstance(item.node, Frame) else None
            if before == after:
                continue
            regions += [box for box in (before, after) if box is not None]
            if after is None:
                self._cards.remove(key)
            else:
                self._cards.put(key, after)
        return regions

    def _course(self, link: Link) -> Course:
        if isinstance(link, Influence):
            return Course.SELF if link.source_id == link.target_id else Course.ADVANCE
        source, target = self._stops.get(link.source_id), self._stops.get(link.target_id)
        if link.source_id == link.target_id:
            return Course.SELF
        return course(source, target, self._ranks) if source and target else Course.ADVANCE

    def _end(self, key: str, placed: Mapping[str, Placed]) -> End | None:
        """The card at which an arrow ends: the node, or what it is folded into."""
        seen: set[str] = set()
        while key not in placed and key not in seen:
            seen.add(key)
            node = self.document.find(Node, key)
            if node is None or not node.parent_id:
                return None
            key = node.parent_id
        item = placed.get(key)
        return End(key, item.box, item.taken) if item else None

    def refine(self, seconds: float = math.inf) -> dict[str, Strand | None]:
        """Leads arrows that were drawn as plain curves for lack of time round the cards in their way."""
        deadline = time.monotonic() + seconds
        led: dict[str, Strand | None] = {}
        ports: Ports = {}
        while self.pending and time.monotonic() < deadline:
            key = next(iter(self.pending))
            del self.pending[key]
            if (wire := self._wires.get(key)) is not None:
                ports = place_ports(self._sharing([wire]), self._sides)
                led[key] = self._strand(wire, ports, is_plain=False)
        return led

    def _lead(
        self,
        changed: Iterable[str],
        near: Iterable[str],
        placed: Mapping[str, Placed],
        *,
        draft: bool = False,
    ) -> dict[str, Strand | None]:
        """Leads what changed, what is near and, but in a draft, what shares a card with what changed."""
        deadline = time.monotonic() + (DRAFT_PATIENCE if draft else PATIENCE)
        led: dict[str, Strand | None] = {}
        crowded: dict[str, None] = {}
        for key in changed:
            wire = self._wire(key, placed)
            if wire is None:
                led[key] = None
            cards = self._tie(key, wire)
            (self._moved if draft else crowded).update(cards)
        wanted = dict.fromkeys(
            (*changed, *near, *(key for card in crowded for key in self._ends.get(card, ())))
        )
        wires = [self._wires[key] for key in wanted if key in self._wires]
        ports = place_ports(self._sharing(wires), self._sides)
        for wire in wires:
            late = time.monotonic() > deadline
            led[wire.key] = self._strand(
                wire, ports, is_plain=late, most=DRAFT_STATES if draft else MOST_STATES
            )
            self.pending.pop(wire.key, None)
            if late:
                self.pending[wire.key] = None
        return led

    def _tie(self, key: str, wire: Wire | None) -> dict[str, None]:
        """Takes an arrow's ends over, or forgets it; gives the cards where others have to make room."""
        before, sides_before = self._wires.pop(key, None), self._sides.pop(key, None)
        for card in _cards_of(before):
            self._ends[card].pop(key, None)
        if wire is None:
            self.strands.pop(key, None)
            self._windows.remove(key)
            self.pending.pop(key, None)
        else:
            self._wires[key], self._sides[key] = wire, choose_sides(wire)
            for card in _cards_of(wire):
                self._ends.setdefault(card, {})[key] = None
        if before == wire and sides_before == self._sides.get(key):
            return {}
        return dict.fromkeys((*_cards_of(before), *_cards_of(wire)))

    def _sharing(self, wires: list[Wire]) -> list[Wire]:
        """These arrows and all others at the same cards, which claim their places on the sides as well."""
        found = {wire.key: wire for wire in wires}
        for card in {card for wire in wires for card in _cards_of(wire)}:
            for key in self._ends[card]:
                found[key] = self._wires[key]
        return sorted(found.values(), key=lambda wire: wire.key)

    def _wire(self, key: str, placed: Mapping[str, Placed]) -> Wire | None:
        link = self.document.find(Link, key)
        if link is None or link.map_id != self.map_id:
            return None
        source, target = self._end(link.source_id, placed), self._end(link.target_id, placed)
        if (
            source is None
            or target is None
            or (source.key == target.key and link.source_id != link.target_id)
        ):
            return None
        return Wire(key, source, target, self._course(link), int(link.order), link.waypoints)

    def _near(self, region: Box) -> list[Box]:
        return [self._cards.boxes[key] for key in sorted(self._cards.meeting(region))]

    def _strand(self, wire: Wire, ports: Ports, *, is_plain: bool, most: int = MOST_STATES) -> Strand:
        link = self.document.find(Link, wire.key)
        assert link is not None
        lies = route(wire, self._sides[wire.key], ports, _nothing if is_plain else self._near, most)
        fork = wire.source.key in self._stops and isinstance(link, Transition) and link.share is not None
        parts = FORK_PLACES if fork else PLACES
        label = free_place(lies, label_size(link, self.look), parts, self._cards, link.label_at)
        block = free_place(lies, objection_size(link), BLOCK_PLACES if label else PLACES, self._cards)
        strand = self.strands[wire.key] = Strand(link, wire.course, lies, self.look, label, block)
        window = wire.source.box.joined(wire.target.box).grown(CONSULTED)
        self._windows.put(wire.key, window.joined(strand.surroundings))
        return strand


def _cards_of(wire: Wire | None) -> tuple[str, ...]:
    return (wire.source.key, wire.target.key) if wire else ()


def _nothing(region: Box) -> list[Box]:
    """What an arrow finds in its way when there is no time to look."""
    return []


def _from_piece(point: Point, a: Point, b: Point) -> float:
    """How far a point lies from a piece of a line."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length)) if length else 0.0
    return math.dist(point, (a[0] + t * dx, a[1] + t * dy))
