"""Paints a view: only what can be seen, with what stays in sight while the rest is scrolled."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from journeydesk.picture.marks import Box, Group, Mark, Picture, bounds, paint
from journeydesk.render.qt import QtCanvas
from journeydesk.views.view import View


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the screen, in pixels, and the point of the view that lies at the screen's top left there."""

    area: Box
    x: float
    y: float


def _boxes(picture: Picture) -> Iterator[tuple[Mark, Box | None]]:
    """Each mark with its box; very many groups may show the same marks, which are measured once."""
    known: dict[int, Box | None] = {}
    for mark in picture:
        if isinstance(mark, Group):
            key = id(mark.marks)
            if key not in known:
                known[key] = bounds(mark.marks)
            yield mark, mark.around(known[key])
        else:
            yield mark, bounds((mark,))


class PaintedView:
    """A view with the bounds of its marks, which tell what must be painted."""

    def __init__(self, view: View) -> None:
        self.view = view
        found = [(box, mark) for mark, box in _boxes(view.picture) if box is not None]
        self._marks = [mark for _, mark in found]
        rows = [(box.left, box.top, box.right, box.bottom) for box, _ in found]
        self._boxes = np.array(rows, dtype=float).reshape(-1, 4)

    def paint(self, painter: QPainter, region: Region, scale: float, ratio: float) -> None:
        """Paints what meets a region; `scale` is pixels to a board unit, `ratio` device pixels to a pixel."""
        area = region.area
        left, top = region.x + area.left / scale, region.y + area.top / scale
        right, bottom = region.x + area.right / scale, region.y + area.bottom / scale
        boxes = self._boxes
        meets = (boxes[:, 0] < right) & (boxes[:, 2] > left) & (boxes[:, 1] < bottom) & (boxes[:, 3] > top)
        painter.save()
        painter.setClipRect(QRectF(area.left, area.top, area.width, area.height))
        painter.scale(scale, scale)
        painter.translate(-region.x, -region.y)
        paint(tuple(self._marks[at] for at in np.flatnonzero(meets)), QtCanvas(painter, scale=scale * ratio))
        painter.restore()


@dataclass(frozen=True, slots=True)
class Window:
    """What of a view is on the screen: the pixels of the screen, and the view's point at its top left.

    Where there is more room than the view needs, that point is negative.
    """

    view: View
    width: float
    height: float
    x: float
    y: float
    scale: float

    @property
    def _edges(self) -> tuple[float, float]:
        """Where on the screen what stays in sight ends."""
        left = (self.view.left - min(self.x, 0.0)) * self.scale if self.view.left else 0.0
        top = (self.view.top - min(self.y, 0.0)) * self.scale if self.view.top else 0.0
        return min(left, self.width), min(top, self.height)

    def regions(self) -> tuple[Region, ...]:
        """The parts of the screen; the last is on top."""
        (left, top), x, y = self._edges, self.x, self.y
        found = (
            Region(Box(left, top, self.width, self.height), x, y),
            Region(Box(0, top, left, self.height), min(x, 0.0), y),
            Region(Box(left, 0, self.width, top), x, min(y, 0.0)),
            Region(Box(0, 0, left, top), min(x, 0.0), min(y, 0.0)),
        )
        return tuple(part for part in found if part.area.width > 0 and part.area.height > 0)

    def point(self, across: float, down: float) -> tuple[float, float]:
        """The point of the view at a place of the screen."""
        left, top = self._edges
        x = min(self.x, 0.0) if across < left else self.x
        y = min(self.y, 0.0) if down < top else self.y
        return x + across / self.scale, y + down / self.scale

    def box(self, box: Box) -> Box:
        """Where a box of the view lies on the screen."""
        x = min(self.x, 0.0) if box.right <= self.view.left else self.x
        y = min(self.y, 0.0) if box.bottom <= self.view.top else self.y
        return box.moved(-x, -y).scaled(self.scale)
