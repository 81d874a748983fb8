"""An arrow as it lies on a map, and where its label and its road-block may stand."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from journeydesk.kinds.badges import HEIGHT, badges_width, draw_badges, review_badges
from journeydesk.kinds.claims import Known, known, known_share
from journeydesk.kinds.incognita import RIM, engraved_label, engraved_road
from journeydesk.kinds.kind import Look
from journeydesk.kinds.links import (
    draw_label,
    draw_line,
    draw_objection,
    label_size,
    line_colour,
    objection_size,
    thickness,
)
from journeydesk.kinds.people import colour_of
from journeydesk.kinds.threads import travellers
from journeydesk.layout.cells import Cells
from journeydesk.layout.flow import Course
from journeydesk.layout.routing import Route
from journeydesk.model.queries import sources_of
from journeydesk.model.records import Link, Record
from journeydesk.picture.marks import Box, Group
from journeydesk.picture.shapes import Cubic, Point
from journeydesk.render.afar import Thread

AFAR_PIECES = 3  # straight pieces of each curve
PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8)
BLOCK_PLACES = (0.64, 0.7, 0.56, 0.76, 0.48, 0.82, 0.4, 0.32)
FORK_PLACES = (0.38, 0.46, 0.3, 0.54, 0.62, 0.7, 0.24, 0.78)
FINE_PLACES = tuple(part / 100 for part in range(12, 89, 4))
FINE = 40  # into how many parts an arrow is divided to look for a place near one that people chose
REMARK_PLACE, REMARK_ROOM = 0.24, 32.0  # where along an arrow its remarks are counted, and around that
TIP = 17.0  # around an arrow's tip its head is drawn


def places_near(chosen: float) -> Iterator[float]:
    """A part of an arrow, and then those next to it, the nearest first."""
    yield chosen
    yield from sorted((i / FINE for i in range(FINE + 1)), key=lambda part: (abs(part - chosen), part))


def free_place(
    lies: Route,
    size: tuple[float, float],
    parts: Iterable[float],
    cards: Cells,
    is_taken: Callable[[Box], bool],
) -> tuple[Point, Box]:
    """Where a label may stand on a route without hiding a card, what `is_taken`, or the arrow's head.

    Where no part of the route is free, the first that hides what matters least. Gives the region besides in
    which it had to look.
    """
    head = Box.around(*lies.cubics[-1][3], 2 * TIP, 2 * TIP)
    best, found, looked = 8, lies.along(0.5), None
    for part in parts:
        point = lies.along(part)
        box = Box.around(*point, *size)
        looked = box if looked is None else looked.joined(box)
        hides = 4 * any(cards.meeting(box.grown(2))) + 2 * is_taken(box.grown(1)) + head.meets(box)
        if hides < best:
            best, found = hides, point
        if not hides:
            break
    return found, looked or Box.around(*found, *size)


@dataclass(frozen=True, slots=True)
class Strand:
    """An arrow as it lies: its route, where its label and its road-block are, and the sources it rests on.

    `looked` is the region in which a place for the label was looked for.
    """

    link: Link
    course: Course
    route: Route
    look: Look
    label_at: Point | None = None
    block_at: Point | None = None
    forks: bool = False
    sources: tuple[Record | None, ...] = ()
    remarks: int = 0
    looked: Box | None = field(default=None, compare=False)

    def box(self, part: str) -> Box | None:
        """The region of the line (part "") or of the label; None where there is none."""
        if not part:
            points = [point for cubic in self.route.cubics for point in cubic]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            box = Box(min(xs), min(ys), max(xs), max(ys)).grown(8 + 2 * thickness(self.link))
            if self.remarks:
                x, y = self.route.along(REMARK_PLACE)
                box = box.joined(Box.around(x, y, 2 * REMARK_ROOM, 2 * REMARK_ROOM))
            if self.block_at:
                box = box.joined(Box.around(*self.block_at, *objection_size(self.link)).grown(3))
            return box
        if self.label_at is None:
            return None
        rim = RIM if self.look.incognita else 0.0
        return Box.around(*self.label_at, *label_size(self.link, self.look)).grown(1 + rim)

    @property
    def pieces(self) -> tuple[Route, ...]:
        """The line from bend to bend, one more than there are bends."""
        bends = iter(self.link.waypoints)
        bend, found, piece = next(bends, None), list[Route](), list[Cubic]()
        for cubic in self.route.cubics:
            piece.append(cubic)
            if bend is not None and math.dist(cubic[3], bend) < 0.02:
                found.append(Route(tuple(piece)))
                bend, piece = next(bends, None), []
        return (*found, Route(tuple(piece)))

    @property
    def surroundings(self) -> Box:
        """The region of the line and of all places along it where its label and its road-block may stand."""
        box = self.box("")
        assert box is not None
        return box.grown(max(*label_size(self.link, self.look), *objection_size(self.link)) / 2 + 4)

    def line(self) -> Group:
        look = self.look
        label = self.box("label") if self.link.persona_ids else None
        marks = draw_line(self.link, self.route, self.course, look, label)
        if look.incognita and known(self.link, look.find, look.freshness) is not Known.FRESH:
            marks = (*engraved_road(self.route, look), *marks)
        if self.remarks:
            badges = review_badges(self.link, look)
            x, y = self.route.along(REMARK_PLACE)
            marks += draw_badges(badges, x - badges_width(badges) / 2, y - HEIGHT / 2, look)
        if self.block_at:
            marks += draw_objection(self.link, self.block_at, self.look)
        return Group(marks, name=self.link.id, title=self.link.title, about=self.link.notes)

    def moved(self, link: Link, dx: float, dy: float) -> "Strand":
        """The same arrow as it lies somewhere else."""
        label, block = (
            (at[0] + dx, at[1] + dy) if at is not None else None for at in (self.label_at, self.block_at)
        )
        route = self.route.moved(dx, dy)
        return Strand(
            link, self.course, route, self.look, label, block, self.forks, self.sources, self.remarks
        )

    def afar(self) -> Thread:
        """The line from afar; in the colour of who travels it alone."""
        people = travellers(self.link, self.look)
        theme = self.look.theme
        alone = len(people) == 1
        colour = colour_of(people[0], theme) if alone else line_colour(self.link, self.course, theme)
        return Thread(tuple(self.route.points(AFAR_PIECES)), colour, thickness(self.link))

    def label(self) -> Group:
        assert self.label_at is not None
        look = self.look
        marks = draw_label(self.link, self.course, self.label_at, look)
        share = known_share(self.link, look.find, look.freshness) if look.incognita else None
        if share not in (None, Known.FRESH):
            box = Box.around(*self.label_at, *label_size(self.link, look))
            marks = (*engraved_label(box, look), *marks)
        return Group(marks, url=f"#{self.link.target_id}")


def _nowhere(box: Box) -> bool:
    """No other label stands in the way."""
    return False


def strand_of(link: Link, course: Course, lies: Route, look: Look, cards: Cells, *, forks: bool) -> Strand:
    """An arrow on its route, with its label and its road-block in places where they hide no card.

    The label of an arrow that `forks`, one of several that share who leaves, stands nearer to its beginning.
    """
    sources = tuple(look.find(key) for key in sources_of(link))
    remarks = look.remarks(link.id) if look.remarks is not None else 0
    return labelled(Strand(link, course, lies, look, forks=forks, sources=sources, remarks=remarks), cards)


def labelled(strand: Strand, cards: Cells, is_taken: Callable[[Box], bool] = _nowhere) -> Strand:
    """The same arrow with its label and its road-block where they hide no card; the label hides no other."""
    link, lies, label, looked = strand.link, strand.route, None, None
    size, sign = label_size(link, strand.look), objection_size(link)
    if size[0]:
        parts = chain(FORK_PLACES if strand.forks else PLACES, FINE_PLACES)
        wanted = parts if link.label_at is None else places_near(link.label_at)
        label, looked = free_place(lies, size, wanted, cards, is_taken)
    block = None
    if sign[0]:
        taken = Box.around(*label, *size).grown(3).meets if label else _nowhere
        block, _ = free_place(lies, sign, BLOCK_PLACES if label else PLACES, cards, taken)
    return replace(strand, label_at=label, block_at=block, looked=looked)
