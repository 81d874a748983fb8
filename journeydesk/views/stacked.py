"""Several pages of a view below one another, as they are seen on the screen."""

from collections.abc import Sequence

from journeydesk.picture.marks import Group
from journeydesk.views.easel import moved
from journeydesk.views.view import Spot, View

GAP = 48.0


def stacked(pages: Sequence[View]) -> View | None:
    """One view of all pages, in the middle under one another; None for none."""
    if len(pages) < 2:
        return pages[0] if pages else None
    width = max(page.width for page in pages)
    marks: list[Group] = []
    spots: list[Spot] = []
    top = 0.0
    for page in pages:
        left = (width - page.width) / 2
        marks.append(Group(page.picture, left, top))
        spots += (moved(spot, left, top) for spot in page.spots)
        top += page.height + GAP
    return View(width, top - GAP, tuple(marks), tuple(spots))
