"""The arrows of a map: their courses, routes and labels, as they follow from where the nodes lie."""

import math
import time
from collections.abc import Iterable, Mapping, Set
from itertools import chain

from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.kind import Look
from journeydesk.layout.cells import Cells
from journeydesk.layout.corridors import MOST_STATES
from journeydesk.layout.flow import NO_FLOW, Course, Flow, course, flow_of
from journeydesk.layout.routing import (
    MARGIN,
    End,
    Near,
    Ports,
    Route,
    Sides,
    Wire,
    bent,
    route,
    shift_between,
)
from journeydesk.layout.sides import place_ports
from journeydesk.model.document import Document
from journeydesk.model.queries import links, links_at, root
from journeydesk.model.records import Influence, Link, Node, Transition
from journeydesk.picture.marks import Box, union
from journeydesk.picture.shapes import Point
from journeydesk.render.arrange import Placed, stops
from journeydesk.render.labels import Labels
from journeydesk.render.obstacles import Obstacles
from journeydesk.render.sight import Sight
from journeydesk.render.strand import Strand, labelled, strand_of
from journeydesk.render.ties import Ties

PATIENCE = 0.05  # seconds for leading arrows before the rest are plain curves at first
DRAFT_PATIENCE = 0.006  # the same for a frame of a drag
DRAFT_STATES = 600  # how far a search for a way may go in such a frame
MANY = 200  # where more moves at once, arrows are led anew when there is time
DRAFT_CARDS = 60  # where a drag moves more, others keep out of their way when they have come to rest
HOLD = 14.0  # how much more room an arrow in such a frame wants before it leaves its way round a card
CONSULTED = 300.0  # how far from its ends an arrow looks for cards in its way


class Wiring:
    """All arrows of one map. What `settle` leaves behind depends on the records alone."""

    def __init__(self, document: Document, map_id: str, look: Look, sight: Sight) -> None:
        self.document, self.map_id, self.look, self._sight = document, map_id, look, sight
        self.strands: dict[str, Strand] = {}
        self._cards, self._windows = Obstacles(), Cells()
        self._ties, self._labels = Ties(), Labels()
        self._flow = NO_FLOW
        self._moved: dict[str, None] = {}
        self.pending: dict[str, None] = {}
        self.is_settled = False  # whether nothing has been followed since all was settled

    def follow(
        self, touched: Iterable[str], placed: Mapping[str, Placed], waiting: Set[str] | None = None
    ) -> dict[str, Strand | None]:
        """Leads the arrows at the touched nodes anew, and those touched themselves; None: it is gone.

        Where trees are `waiting` to be followed, by their roots, arrows that lead there wait as well, and all
        others are moved along where they can be.
        """
        moved = dict.fromkeys(touched)
        self._moved.update(moved)
        self.is_settled = False
        if len(moved) > MANY and waiting is None:
            return {}
        if len(moved) <= DRAFT_CARDS:
            self._cards.move(moved, placed)
        changed: Iterable[str] = self._at(moved)
        if waiting is not None:
            changed = [key for key in changed if not _waits(self.document, key, waiting)]
        return self._lead(changed, (), placed, draft=True, along=waiting is not None)

    def settle(
        self, touched: Iterable[str], placed: Mapping[str, Placed], away: Mapping[str, Placed]
    ) -> dict[str, Strand | None]:
        """As `follow`, and all arrows besides that the changes since the last time make different.

        What is `away` cannot be seen, but is a part of the journey all the same.
        """
        moved = self._moved | dict.fromkeys(touched)
        self._moved, self.is_settled = {}, True
        self._cards.move(moved, placed)
        regions = self._cards.changed()
        known = links(self.document, self.map_id)
        travelled = [(link.source_id, link.target_id) for link in known if isinstance(link, Transition)]
        self._flow = flow_of(stops(chain(placed.values(), away.values())), travelled)
        changed = self._at(moved)
        for link in known:
            wire = self._ties.wires.get(link.id)
            if wire is None or wire.course is not _course(link, self._flow):
                changed[link.id] = None
        if len(regions) > MANY:  # they keep their ways until there is time to look for better ones
            self.pending.update(dict.fromkeys(sorted(self._windows.around(regions) - changed.keys())))
            return self._lead(changed, (), placed)
        near = dict.fromkeys(key for region in regions for key in self._windows.meeting(region))
        return self._lead(changed, near, placed)

    def distance(self, key: str, x: float, y: float) -> float:
        """How far a point lies from an arrow's line, in board units."""
        strand = self.strands.get(key)
        if strand is None:
            return math.inf
        return strand.route.nearest((x, y))[1]

    def ends(self, key: str) -> tuple[str, str]:
        """The ids of the cards at which an arrow begins and ends; "" where it is not drawn."""
        wire = self._ties.wires.get(key)
        return (wire.source.key, wire.target.key) if wire is not None else ("", "")

    def _at(self, touched: Iterable[str]) -> dict[str, None]:
        """The arrows that are touched, those at touched nodes, and those that end at a touched card."""
        found: dict[str, None] = {}
        for key in touched:
            if key in self._ties.wires or self.document.find(Link, key) is not None:
                found[key] = None
            else:
                found.update(dict.fromkeys(link.id for link in links_at(self.document, key)))
                found.update(self._ties.ends.get(key, {}))
        return found

    def refine(self, seconds: float = math.inf) -> dict[str, Strand | None]:
        """Leads arrows that were drawn as plain curves for lack of time round the cards in their way."""
        deadline = time.monotonic() + seconds
        led: dict[str, Strand | None] = {}
        ports: Ports = {}
        while self.pending and time.monotonic() < deadline:
            key = next(iter(self.pending))
            del self.pending[key]
            if (wire := self._ties.wires.get(key)) is not None:
                ports = place_ports(self._ties.sharing([wire]), self._ties.sides)
                led[key] = self._strand(wire, ports, is_plain=False)
                led.update(self._part((key,)))
        return led

    def _lead(
        self,
        changed: Iterable[str],
        near: Iterable[str],
        placed: Mapping[str, Placed],
        *,
        draft: bool = False,
        along: bool = False,
    ) -> dict[str, Strand | None]:
        """Leads what changed, what is near and, but in a draft, what shares a card with what changed.

        Very many, or those that go `along`, are moved where both their ends have moved alike.
        """
        shifts, crowded = self._tie_all(changed, placed, draft)
        wanted = dict.fromkeys(
            (*changed, *near, *(key for card in crowded for key in self._ties.ends.get(card, ())))
        )
        led: dict[str, Strand | None] = {key: None for key in changed if key not in self._ties.wires}
        wires = [self._ties.wires[key] for key in wanted if key in self._ties.wires]
        patience = DRAFT_PATIENCE if draft else PATIENCE
        if along or len(wires) > MANY:
            patience = 0.0
            led.update(self._carry(shifts))
            wires = [wire for wire in wires if wire.key not in shifts]
        deadline = time.monotonic() + patience
        ports = place_ports(self._ties.sharing(wires), self._ties.sides)
        for wire in wires:
            # An arrow for which there was no time in a frame stays a plain curve until all comes to rest.
            late = (draft and wire.key in self.pending) or time.monotonic() > deadline
            led[wire.key] = self._strand(wire, ports, is_plain=late, draft=draft)
            self.pending.pop(wire.key, None)
            if late:
                self.pending[wire.key] = None
        if not draft:
            led.update(self._part([key for key in led if key not in self.pending]))
        return led

    def _part(self, led: Iterable[str]) -> dict[str, Strand]:
        """Moves labels so that none lies over another, once these arrows have found their ways."""
        moved = self._labels.part(led, self.strands, self._cards.cells)
        self.strands.update(moved)
        return moved

    def _tie_all(
        self, changed: Iterable[str], placed: Mapping[str, Placed], draft: bool
    ) -> tuple[dict[str, Point], dict[str, None]]:
        """Takes over where arrows end, or forgets them; gives how far those went that moved as a whole, and
        the cards where others have to make room.
        """
        shifts: dict[str, Point] = {}
        crowded: dict[str, None] = {}
        for key in changed:
            link, before = self.document.find(Link, key), self._ties.wires.get(key)
            wire = self._wire(link, placed)
            if wire is None:
                self.strands.pop(key, None)
                self._labels.forget(key)
                self._windows.remove(key)
                self.pending.pop(key, None)
            elif (shift := shift_between(before, wire)) is not None:
                shifts[key] = shift
            elif key in self.pending and wire == before and self.strands[key].link is link:
                shifts[key] = (0.0, 0.0)  # it waits for a better way as it is
            cards = self._ties.tie(key, wire, self._ties.sides.get(key) if draft else None)
            (self._moved if draft else crowded).update(cards)
        return shifts, crowded

    def _carry(self, shifts: Mapping[str, Point]) -> dict[str, Strand | None]:
        """Moves arrows whose ends moved alike, until there is time to look for better ways."""
        carried: dict[str, Strand | None] = {}
        for key, (dx, dy) in shifts.items():
            link = self.document.find(Link, key)
            if link is not None and (dx or dy):
                carried[key] = self.strands[key] = self.strands[key].moved(link, dx, dy)
                self._windows.put(key, self._windows.boxes[key].moved(dx, dy))
                self.pending[key] = None
        return carried

    def _wire(self, link: Link | None, placed: Mapping[str, Placed]) -> Wire | None:
        """An arrow between the cards where it ends; None where these are not to be seen, or are one."""
        if link is None or link.map_id != self.map_id:
            return None
        ends = link.source_id, link.target_id
        source, target = (_end(self.document, self._sight, key, placed) for key in ends)
        if source is None or target is None or (source.key == target.key and ends != (source.key,) * 2):
            return None
        return Wire(link.id, source, target, _course(link, self._flow), int(link.order), link.waypoints)

    def _strand(self, wire: Wire, ports: Ports, *, is_plain: bool, draft: bool = False) -> Strand:
        link = self.document.find(Link, wire.key)
        assert link is not None
        sides, near = self._ties.sides[wire.key], _nothing if is_plain else self._cards.near
        before = self.strands.get(wire.key)
        if draft and before is not None:
            lies = _drafted(wire, sides, ports, self._cards.near, before.route, is_late=is_plain)
        else:
            lies = route(wire, sides, ports, near, DRAFT_STATES if draft else MOST_STATES)
        is_shared = isinstance(link, Transition) and link.share is not None
        forks = is_shared and wire.source.key in self._flow.stops
        strand = strand_of(link, wire.course, lies, self.look, self._cards.cells, forks=forks)
        if draft and strand.label_at is not None:
            strand = labelled(strand, self._cards.cells, self._labels.before(strand))
        self.strands[wire.key] = strand
        self._windows.put(wire.key, _consulted(wire, sides, ports).joined(strand.surroundings))
        return strand


def _drafted(wire: Wire, sides: Sides, ports: Ports, near: Near, before: Route, *, is_late: bool) -> Route:
    """The way of an arrow in a frame of a drag: its former one where that can be.

    Where there is no time to search for another, it is a plain curve.
    """
    if is_late and not before.corners:
        return route(wire, sides, ports, _nothing)
    goes_round = len(before.cubics) > 1 + len(wire.waypoints)
    margin = MARGIN + HOLD if goes_round else MARGIN
    return route(wire, sides, ports, near, 0 if is_late else DRAFT_STATES, margin, before)


def _consulted(wire: Wire, sides: Sides, ports: Ports) -> Box:
    """The region in which an arrow looks for cards in its way."""
    curve = bent(wire, sides, ports) if wire.waypoints else ()
    points = (Box(*point, *point) for cubic in curve for point in cubic)
    found = union((wire.source.box, wire.target.box, *points))
    assert found is not None
    return found.grown(CONSULTED)


def _end(document: Document, sight: Sight, key: str, placed: Mapping[str, Placed]) -> End | None:
    """The card at which an arrow ends: the node, or what it is folded into."""
    seen: set[str] = set()
    while key not in placed and key not in seen:
        seen.add(key)
        node = document.find(Node, key)
        key = sight.holder(key) or (node.parent_id if node is not None else "")
    item = placed.get(key)
    return End(key, item.box, item.taken, kind_of(item.node).trunk) if item else None


def _course(link: Link, flow: Flow) -> Course:
    if link.source_id == link.target_id:
        return Course.SELF
    if isinstance(link, Influence) or not {link.source_id, link.target_id} <= flow.stops.keys():
        return Course.ADVANCE
    return course(flow, link.source_id, link.target_id)


def _nothing(region: Box) -> list[Box]:
    """What an arrow finds in its way when there is no time to look."""
    return []


def _waits(document: Document, key: str, waiting: Set[str]) -> bool:
    """Whether an arrow leads from or to a tree that is still to be followed."""
    link = document.find(Link, key)
    ends = (document.find(Node, end) for end in ((link.source_id, link.target_id) if link else ()))
    return any(end is not None and root(document, end).id in waiting for end in ends)
