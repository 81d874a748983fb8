"""Terra incognita: what no fresh source bears out is engraved with hachures, as coasts are on old maps."""

import math
from collections.abc import Iterator
from itertools import pairwise

from journeydesk.kinds.badges import HEIGHT
from journeydesk.kinds.kind import Look
from journeydesk.kinds.pieces import CAPTION
from journeydesk.language import N_
from journeydesk.layout.routing import Route
from journeydesk.picture.marks import Box, Command, Path, Picture, Stroke
from journeydesk.picture.shapes import Point, rounded
from journeydesk.picture.text import Type, lay, measure
from journeydesk.picture.theme import readable

NAME = N_("terra incognita")
LETTERS = Type(CAPTION.size, "italic", CAPTION.leading)
REACH = (13.0, 8.0, 10.0, 7.0)  # how far hachures run out to sea, in turn
SPACING = 4.5
UNDER = 18.0  # how far they begin under a card, so that they leave any shape at its edge
ROAD = 5.5  # to each side of an arrow
RIM = 5.0  # around a label
FINE = 0.9


def _hachures(lines: Iterator[tuple[Point, Point]], look: Look) -> Picture:
    commands: list[Command] = []
    for (x1, y1), (x2, y2) in lines:
        commands += [("M", x1, y1), ("L", x2, y2)]
    return (Path(tuple(commands), stroke=Stroke(look.theme.muted, FINE)),) if commands else ()


def _outward(box: Box, under: float, reach: tuple[float, ...]) -> Iterator[tuple[Point, Point]]:
    """Strokes across the edge of a box, at right angles to it."""
    for place in range(max(2, int(box.width / SPACING))):
        x, far = box.left + (place + 0.5) * SPACING, reach[place % len(reach)]
        if x < box.right:
            yield (x, box.top + under), (x, box.top - far)
            yield (x, box.bottom - under), (x, box.bottom + far)
    for place in range(max(2, int(box.height / SPACING))):
        y, far = box.top + (place + 0.5) * SPACING, reach[(place + 1) % len(reach)]
        if y < box.bottom:
            yield (box.left + under, y), (box.left - far, y)
            yield (box.right - under, y), (box.right + far, y)


def engraved_card(box: Box, look: Look) -> Picture:
    """Hachures that run out from under a card."""
    under = min(UNDER, box.width / 2, box.height / 2)
    return _hachures(_outward(box, under, REACH), look)


def engraved_branch(box: Box, look: Look) -> Picture:
    """Hachures under the line on which a branch's text stands."""
    count = max(2, int(box.width / SPACING))
    lines = (
        (
            (box.left + (place + 0.5) * SPACING, box.bottom),
            (box.left + (place + 0.5) * SPACING, box.bottom + 6.0),
        )
        for place in range(count)
    )
    return _hachures(lines, look)


def engraved_road(route: Route, look: Look) -> Picture:
    """Hachures to both sides of an arrow, in turn."""
    return _hachures(_beside(route), look)


def _beside(route: Route) -> Iterator[tuple[Point, Point]]:
    waited, side = SPACING, 1.0
    for (ax, ay), (bx, by) in pairwise(route.points(16)):
        length = math.dist((ax, ay), (bx, by))
        if not length:
            continue
        dx, dy = (bx - ax) / length, (by - ay) / length
        while waited <= length:
            x, y = ax + dx * waited, ay + dy * waited
            yield (x, y), (x - dy * ROAD * side, y + dx * ROAD * side)
            side = -side
            waited += SPACING
        waited -= length


def engraved_label(box: Box, look: Look) -> Picture:
    """Hachures around an arrow's label."""
    return _hachures(_outward(box, 0.0, (RIM, RIM - 2)), look)


def lettering_width(look: Look) -> float:
    """The width of the plate with the words."""
    return measure(look.say(NAME), LETTERS) + 12


def lettering(x: float, y: float, look: Look) -> Picture:
    """The words, as on an old map, on a plate with its top left at x, y; as high as a badge."""
    words = look.say(NAME)
    width = lettering_width(look)
    block = lay(words, LETTERS, 10_000)
    ink = readable(look.theme.muted, look.theme.ground)
    plate = Path(
        rounded(Box(x, y, x + width, y + HEIGHT), 3), look.theme.ground, Stroke(look.theme.muted, FINE)
    )
    return (plate, *block.placed(x + 6, y + (HEIGHT - block.height) / 2, ink))
