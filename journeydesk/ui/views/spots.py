"""Finding one's way among the spots of a view: under the pointer, by arrow keys, and after a change."""

import math
from collections.abc import Sequence

from journeydesk.model.document import Document
from journeydesk.picture.marks import Box
from journeydesk.views.view import Spot

SLANT = 2.0  # how much further off what lies beside the way counts


def spot_at(spots: Sequence[Spot], x: float, y: float) -> Spot | None:
    """The smallest spot that holds a point."""
    found = [spot for spot in spots if spot.box.holds(x, y)]
    return min(found, key=lambda spot: spot.box.width * spot.box.height, default=None)


def towards(spots: Sequence[Spot], here: Spot, dx: int, dy: int) -> Spot | None:
    """The nearest spot in a direction, of which one of dx and dy is -1 or 1."""
    best, least = None, math.inf
    for spot in spots:
        along = _gap(here.box, spot.box, dx, dy)
        if spot is here or along <= 0:
            continue
        aside = _apart(here.box, spot.box, dx == 0)
        cost = along + SLANT * aside
        if cost < least:
            best, least = spot, cost
    return best


def _gap(here: Box, there: Box, dx: int, dy: int) -> float:
    """How far one middle lies before another in a direction."""
    return (there.x - here.x) * dx + (there.y - here.y) * dy


def _apart(here: Box, there: Box, across: bool) -> float:
    """How far two boxes are apart from left to right, or else from top to bottom."""
    if across:
        return max(0.0, there.left - here.right, here.left - there.right)
    return max(0.0, there.top - here.bottom, here.top - there.bottom)


def same_spot(spots: Sequence[Spot], before: Spot) -> Spot | None:
    """What stands for a spot after the view was drawn anew: the same part, else the nearest of its sort."""
    if before.part:
        own = (spot for spot in spots if (spot.record_id, spot.part) == (before.record_id, before.part))
        return next(own, None)
    alike = [
        spot
        for spot in spots
        if (spot.record_id, spot.inviting) == (before.record_id, before.inviting)
        and (not spot.inviting or spot.label == before.label)
    ]
    return min(
        alike,
        key=lambda spot: math.hypot(spot.box.x - before.box.x, spot.box.y - before.box.y),
        default=None,
    )


def shares(spot: Spot, x: float, y: float) -> tuple[float, float]:
    """A point as shares of the plane in which a spot is dragged, drawn into it."""
    plane = spot.plane or spot.box
    across = (x - plane.left) / plane.width if plane.width else 0.5
    down = (y - plane.top) / plane.height if plane.height else 0.5
    return min(1.0, max(0.0, across)), min(1.0, max(0.0, down))


def push(document: Document, spot: Spot, way: tuple[int, int]) -> None:
    """Moves what is at a spot by a step in a direction, where it can be moved that way."""
    dx, dy = way[0] * spot.steps[0], way[1] * spot.steps[1]
    if spot.drag is not None and (dx or dy):
        x, y = shares(spot, spot.box.x, spot.box.y)
        spot.drag(document, min(1.0, max(0.0, x + dx)), min(1.0, max(0.0, y + dy)))
