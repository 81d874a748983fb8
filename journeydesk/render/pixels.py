"""Paints marks into images, band by band where they are large."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from journeydesk.picture.marks import Box, Group, Mark, Picture, bounds, paint
from journeydesk.render.qt import QtCanvas

BAND_PIXELS = 8_000_000
Rows = NDArray[np.uint8]  # by row, column and channel
# Qt must live as long as the process once it has started.
_started: list[QCoreApplication] = []


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark, its box on the whole picture, and what it holds."""

    mark: Mark
    box: Box
    inner: tuple["_Placed", ...]


def start_qt() -> None:
    """Starts Qt without a window where it does not run yet: fonts and images need it."""
    if QGuiApplication.instance() is not None:
        return
    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _started.append(QGuiApplication(["journeydesk"]))


def painted(
    picture: Picture, width: int, height: int, *, scale: float, ground: str, left: float = 0, top: float = 0
) -> QImage:
    """An image of this many pixels, `scale` of them to a unit of the marks; left, top is in its corner.

    Where the ground is "" one can see through it. Raises MemoryError where there is no room for it.
    """
    start_qt()
    image = QImage(
        width, height, QImage.Format.Format_RGB32 if ground else QImage.Format.Format_ARGB32_Premultiplied
    )
    if image.isNull():
        raise MemoryError
    image.fill(QColor(ground) if ground else QColor(0, 0, 0, 0))
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-left, -top)
    paint(picture, QtCanvas(painter, scale=scale))
    painter.end()
    return image


def bands(
    picture: Picture, width: int, height: int, *, scale: float, ground: str, step: int = 1
) -> Iterator[Rows]:
    """The image from top to bottom, some rows at a time, so that memory stays small.

    The number of rows is a multiple of `step`, but for the last ones. There are three channels, and a fourth
    for opacity where the ground is "".
    """
    placed = tuple(_placed(picture, 0, 0, 1))
    rows = max(1, BAND_PIXELS // width // step) * step
    for top in range(0, height, rows):
        count = min(rows, height - top)
        band = Box(0, top / scale, width / scale, (top + count) / scale)
        image = painted(_within(placed, band), width, count, scale=scale, ground=ground, top=band.top)
        yield _channels(image)


def _channels(image: QImage) -> Rows:
    see_through = image.hasAlphaChannel()
    image = image.convertToFormat(
        QImage.Format.Format_RGBA8888 if see_through else QImage.Format.Format_RGB888
    )
    number = 4 if see_through else 3
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * number].reshape(image.height(), image.width(), number).copy()


def _placed(picture: Picture, x: float, y: float, scale: float) -> Iterator[_Placed]:
    for mark in picture:
        if isinstance(mark, Group) and len(mark.marks) > 8:
            inner = tuple(_placed(mark.marks, x + mark.x * scale, y + mark.y * scale, scale * mark.scale))
            box = Box(0, 0, 0, 0) if not inner else inner[0].box
            for other in inner[1:]:
                box = box.joined(other.box)
            if mark.clip is not None:
                seen = mark.clip.scaled(scale * mark.scale).moved(x + mark.x * scale, y + mark.y * scale)
                box = box.within(seen) or Box(seen.left, seen.top, seen.left, seen.top)
            yield _Placed(mark, box, inner)
        elif (found := bounds((mark,))) is not None:
            yield _Placed(mark, found.scaled(scale).moved(x, y), ())


def _within(placed: tuple[_Placed, ...], band: Box) -> Picture:
    """The marks that a band shows."""
    found: list[Mark] = []
    for item in placed:
        # One unit more: the smoothed edge of a mark reaches beyond its box, and a flat box meets nothing.
        if not item.box.grown(1).meets(band):
            continue
        if item.inner and isinstance(item.mark, Group):
            found.append(replace(item.mark, marks=_within(item.inner, band)))
        else:
            found.append(item.mark)
    return tuple(found)
