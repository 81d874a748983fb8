"""Shapes as outlines: what kinds and links are drawn with. Lengths are board units."""

import math
from collections.abc import Sequence

from journeydesk.picture.marks import Box, Command

CIRCLE = 0.5522847498  # how far a cubic's control point lies from its end to draw a quarter of a circle
Point = tuple[float, float]
Cubic = tuple[Point, Point, Point, Point]


def rectangle(box: Box) -> tuple[Command, ...]:
    """The four sides of a box."""
    return polygon(
        ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
    )


def polygon(points: Sequence[Point]) -> tuple[Command, ...]:
    """Straight sides through the points, closed."""
    (x, y), *rest = points
    return (("M", x, y), *(("L", px, py) for px, py in rest), ("Z",))


def polyline(points: Sequence[Point]) -> tuple[Command, ...]:
    """Straight lines through the points, open."""
    (x, y), *rest = points
    return (("M", x, y), *(("L", px, py) for px, py in rest))


def rounded(box: Box, radius: float) -> tuple[Command, ...]:
    """A box with round corners."""
    r = min(radius, box.width / 2, box.height / 2)
    k = r * (1 - CIRCLE)
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    return (
        ("M", left + r, top),
        ("L", right - r, top),
        ("C", right - k, top, right, top + k, right, top + r),
        ("L", right, bottom - r),
        ("C", right, bottom - k, right - k, bottom, right - r, bottom),
        ("L", left + r, bottom),
        ("C", left + k, bottom, left, bottom - k, left, bottom - r),
        ("L", left, top + r),
        ("C", left, top + k, left + k, top, left + r, top),
        ("Z",),
    )


def circle(x: float, y: float, radius: float) -> tuple[Command, ...]:
    """A circle around x, y."""
    return rounded(Box.around(x, y, 2 * radius, 2 * radius), radius)


def rounded_polygon(points: Sequence[Point], radius: float) -> tuple[Command, ...]:
    """A closed polygon whose corners are rounded off by at most `radius` along each side."""
    commands: list[Command] = []
    count = len(points)
    for i, corner in enumerate(points):
        before, after = points[i - 1], points[(i + 1) % count]
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        commands.append(("L" if i else "M", *start))
        commands.append(
            ("C", *_towards(start, corner, CIRCLE, True), *_towards(end, corner, CIRCLE, True), *end)
        )
    return (*commands, ("Z",))


def _towards(start: Point, end: Point, by: float, part: bool = False) -> Point:
    """The point `by` units (or that part) of the way from start to end, at most half way for units."""
    length = math.dist(start, end)
    t = by if part else (min(by, length / 2) / length if length else 0.0)
    return start[0] + t * (end[0] - start[0]), start[1] + t * (end[1] - start[1])


def star(x: float, y: float, radius: float) -> tuple[Command, ...]:
    """A star with five points."""
    points = []
    for i in range(10):
        reach = radius if i % 2 == 0 else radius * 0.45
        angle = -math.pi / 2 + i * math.pi / 5
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return polygon(points)


def curve(cubics: Sequence[Cubic]) -> tuple[Command, ...]:
    """Cubics that follow one another, as an open path."""
    commands: list[Command] = [("M", *cubics[0][0])]
    commands.extend(("C", *c1, *c2, *end) for _, c1, c2, end in cubics)
    return tuple(commands)


def at(cubic: Cubic, t: float) -> Point:
    """The point of a cubic at t."""
    u = 1 - t
    a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    p0, p1, p2, p3 = cubic
    return (
        a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0],
        a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1],
    )


def direction(cubic: Cubic, t: float) -> Point:
    """The unit vector in which a cubic runs at t."""
    u = 1 - t
    p0, p1, p2, p3 = cubic
    dx, dy = (
        3 * u * u * (p1[i] - p0[i]) + 6 * u * t * (p2[i] - p1[i]) + 3 * t * t * (p3[i] - p2[i])
        for i in (0, 1)
    )
    length = math.hypot(dx, dy)
    if length < 1e-9:
        dx, dy = p3[0] - p0[0], p3[1] - p0[1]
        length = math.hypot(dx, dy) or 1.0
    return dx / length, dy / length


def taper(cubic: Cubic, start: float, end: float) -> tuple[Command, ...]:
    """A band along a cubic, `start` wide at its beginning and `end` at its end; ends are flat."""
    p0, p1, p2, p3 = cubic
    sides = []
    for sign in (1, -1):
        side = []
        for t, point in ((0.0, p0), (1 / 3, p1), (2 / 3, p2), (1.0, p3)):
            dx, dy = direction(cubic, t)
            reach = sign * (start + (end - start) * t) / 2
            side.append((point[0] - dy * reach, point[1] + dx * reach))
        sides.append(side)
    there, back = sides
    return (
        ("M", *there[0]),
        ("C", *there[1], *there[2], *there[3]),
        ("L", *back[3]),
        ("C", *back[2], *back[1], *back[0]),
        ("Z",),
    )


def split(cubic: Cubic, t: float) -> tuple[Cubic, Cubic]:
    """The two parts of a cubic before and after t (de Casteljau)."""
    p0, p1, p2, p3 = cubic
    a, b, c = _towards(p0, p1, t, True), _towards(p1, p2, t, True), _towards(p2, p3, t, True)
    d, e = _towards(a, b, t, True), _towards(b, c, t, True)
    middle = _towards(d, e, t, True)
    return (p0, a, d, middle), (middle, e, c, p3)
