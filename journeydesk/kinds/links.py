"""How transitions and influences are drawn along their routes."""

import math
from dataclasses import dataclass, replace

from journeydesk.kinds.badges import HEIGHT, Badge, badges_width, draw_badges, evidence_badges
from journeydesk.kinds.kind import Look
from journeydesk.kinds.pieces import CAPTION, CAPTION_STRONG, share_text
from journeydesk.kinds.threads import bundle_width, draw_threads, travellers
from journeydesk.layout.flow import Course
from journeydesk.layout.routing import Route
from journeydesk.model.fields import label_of
from journeydesk.model.records import Influence, Link, Transition
from journeydesk.model.vocabulary import INFLUENCES
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Path, Picture, Stroke
from journeydesk.picture.shapes import (
    Cubic,
    Point,
    circle,
    curve,
    direction,
    polygon,
    polyline,
    rounded,
    split,
)
from journeydesk.picture.text import Block, lay
from journeydesk.picture.theme import Theme

THINNEST, THICKEST = 2.0, 6.5
RAIL = 1.0  # the width of the lines beside threads
LABEL_ROOM = 150.0
BETWEEN = 6.0  # the words of a label and its badges
FADE = ("ff", "e0", "c4", "a8", "90")  # an exit's line, from where it leaves


def thickness(link: Link) -> float:
    """The width of an arrow's line: it grows with the share, and with the threads in it."""
    return bundle_width(link) or _plain(link)


def _plain(link: Link) -> float:
    """The width of an arrow that nobody in particular travels."""
    if not isinstance(link, Transition):
        return 2.2
    return THINNEST + (THICKEST - THINNEST) * (link.share or 0.0) / 100


def line_colour(link: Link, course: Course, theme: Theme) -> str:
    """The colour of an arrow's line."""
    if isinstance(link, Influence):
        return theme.influence
    return {Course.BACK: theme.link_back, Course.SELF: theme.link_back, Course.EXIT: theme.link_exit}.get(
        course, theme.link
    )


def draw_line(link: Link, route: Route, course: Course, look: Look, label: Box | None = None) -> Picture:
    """The arrow without its label, whose box hides nothing of it."""
    colour, width = line_colour(link, course, look.theme), _plain(link)
    people = travellers(link, look)
    size = min(12.0 + 3 * len(people), 24.0) if people else 9.0 + width * 1.8
    cubics, tip, heading = _shortened(route, size * 0.8)
    if isinstance(link, Influence):
        line = Path(curve(cubics), stroke=Stroke(colour, width, (0.1, width * 2.6)))
        return (line, *influence_head(link.influence, tip, heading, colour, look.theme))
    if isinstance(link, Transition) and people:
        rail = Stroke(colour, RAIL, (7.0, 6.0) if link.observed else ())
        return (*draw_threads(link, people, cubics, rail, look, label), _head(tip, heading, size, colour))
    head = _head(tip, heading, size, colour)
    if isinstance(link, Transition) and link.observed:
        return (Path(curve(cubics), stroke=Stroke(colour, width, (width * 2 + 7, width + 6))), head)
    if course is Course.EXIT:
        return (*_faded(cubics, colour, width), head)
    return (Path(curve(cubics), stroke=Stroke(colour, width)), head)


def _shortened(route: Route, by: float) -> tuple[list[Cubic], Point, Point]:
    """The route cut where the head begins; the head's tip, and the direction in which it points."""
    cubics = list(route.cubics)
    last = cubics[-1]
    length = max(math.dist(last[0], last[3]), 1.0)
    part = min(by / length, 0.9)
    before, _ = split(last, 1 - part)
    tip = last[3]
    dx, dy = tip[0] - before[3][0], tip[1] - before[3][1]
    reach = math.hypot(dx, dy)
    heading = (dx / reach, dy / reach) if reach > 0.01 else direction(last, 1.0)
    return [*cubics[:-1], before], tip, heading


def influence_head(influence: str, tip: Point, heading: Point, colour: str, theme: Theme) -> Picture:
    """The end of an influence, a sign for each sort: a hollow head, a tick, a bar, a diamond, two hooks."""
    (x, y), (dx, dy) = tip, heading
    line = Stroke(colour, 2)

    def place(back: float, aside: float) -> Point:
        return x - dx * back - dy * aside, y - dy * back + dx * aside

    match influence:
        case "confirms":
            tick = ((-4.2, 0.4), (-1.2, 3.4), (4.2, -3.2))
            middle = place(9, 0)
            points = tuple((middle[0] + right, middle[1] + down) for right, down in tick)
            return Path(circle(*middle, 8), theme.ground, line), Path(polyline(points), stroke=line)
        case "blocks":
            return (Path(polyline((place(1.5, -10), place(1.5, 10))), stroke=Stroke(colour, 4.5)),)
        case "controls":
            return (Path(polygon((tip, place(9, 6.5), place(18, 0), place(9, -6.5))), colour, line),)
        case "refers":
            return tuple(
                Path(polyline((place(back + 8, -7), place(back, 0), place(back + 8, 7))), stroke=line)
                for back in (0, 8)
            )
    return (_head(tip, heading, 13.0, theme.ground, line),)


def _head(tip: Point, heading: Point, size: float, fill: str, line: Stroke | None = None) -> Path:
    dx, dy = heading
    back = (tip[0] - dx * size, tip[1] - dy * size)
    half = size * 0.46
    return Path(
        polygon(
            (tip, (back[0] - dy * half, back[1] + dx * half), (back[0] + dy * half, back[1] - dx * half))
        ),
        fill,
        line,
    )


def _faded(cubics: list[Cubic], colour: str, width: float) -> Picture:
    pieces: list[Cubic] = []
    for cubic in cubics:
        rest, parts = cubic, max(1, round(len(FADE) / len(cubics)))
        for i in range(parts, 1, -1):
            piece, rest = split(rest, 1 / i)
            pieces.append(piece)
        pieces.append(rest)
    shades = [FADE[min(i * len(FADE) // len(pieces), len(FADE) - 1)] for i in range(len(pieces))]
    return tuple(
        Path(curve((piece,)), stroke=Stroke(colour + shade, width))
        for piece, shade in zip(pieces, shades, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an arrow's label: words, the badges after them, or either alone."""

    words: Block | None
    badges: tuple[Badge, ...] = ()

    @property
    def words_width(self) -> float:
        return self.words.width + (BETWEEN if self.badges else 0.0) if self.words is not None else 0.0

    @property
    def width(self) -> float:
        return self.words_width + badges_width(self.badges)

    @property
    def height(self) -> float:
        return max(self.words.height if self.words is not None else 0.0, HEIGHT + 5 if self.badges else 0.0)


def label_lines(link: Link, look: Look) -> tuple[Line, ...]:
    """The lines of an arrow's label: its share, and what people called it or the kind of influence.

    What either rests on stands beside it.
    """
    lines = []
    own = evidence_badges(link.evidence_ids, look)
    if isinstance(link, Transition) and link.share is not None:
        share = lay(share_text(link.share, look), CAPTION_STRONG, LABEL_ROOM)
        lines.append(Line(share, evidence_badges(link.share_evidence_ids, look)))
    words = link.title
    if isinstance(link, Influence) and not words:
        words = look.say(label_of(INFLUENCES, link.influence))
    if words:
        beside = Line(lay(words, CAPTION, LABEL_ROOM), own)
        lines += [beside] if beside.width <= LABEL_ROOM else [replace(beside, badges=()), Line(None, own)]
    elif own:
        lines.append(Line(None, own))
    return tuple(lines)


def label_size(link: Link, look: Look) -> tuple[float, float]:
    """Width and height of an arrow's label; 0, 0 where it has none."""
    lines = label_lines(link, look)
    if not lines:
        return 0.0, 0.0
    return max(line.width for line in lines) + 14, sum(line.height for line in lines) + 6


def draw_label(link: Link, course: Course, at: Point, look: Look) -> Picture:
    """The label with its middle at a point."""
    width, height = label_size(link, look)
    if not width:
        return ()
    theme, box = look.theme, Box.around(*at, width, height)
    marks: list[Picture] = [
        (Path(rounded(box, 8), theme.ground + "f2", Stroke(line_colour(link, course, theme) + "66", 1)),)
    ]
    y = box.top + 3
    for line in label_lines(link, look):
        left = box.x - line.width / 2
        if line.words is not None:
            top = y + (line.height - line.words.height) / 2
            marks.append(line.words.placed(left, top, theme.ink, align=0.5, width=line.words.width))
        top = y + (line.height - HEIGHT - 3) / 2
        marks.append(draw_badges(line.badges, left + line.words_width, top, look))
        y += line.height
    return tuple(mark for picture in marks for mark in picture)


def objection_size(link: Link) -> tuple[float, float]:
    """Width and height of the road-block that an objection puts on an arrow; 0, 0 where there is none."""
    if not isinstance(link, Transition) or not link.objection:
        return 0.0, 0.0
    block = lay(link.objection, CAPTION_STRONG, LABEL_ROOM)
    return block.width + 50, max(block.height + 12, 36)


def draw_objection(link: Link, at: Point, look: Look) -> Picture:
    """The road-block sign with what the objection says, with its middle at a point."""
    width, height = objection_size(link)
    if not isinstance(link, Transition) or not width:
        return ()
    theme, box = look.theme, Box.around(*at, width, height)
    block = lay(link.objection, CAPTION_STRONG, LABEL_ROOM)
    sign = 24.0
    return (
        Path(rounded(box, 9), theme.lost.fill, Stroke(theme.lost.line, 2)),
        *icon("octagon-x", box.left + 8, box.y - sign / 2, sign, theme.lost.ink, 2.2),
        *block.placed(box.left + 40, box.y - block.height / 2, theme.lost.ink),
    )
