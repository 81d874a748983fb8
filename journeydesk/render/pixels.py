"""Paints marks into images, band by band where they are large, and writes them as PNG."""

import os
import struct
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from journeydesk.picture.marks import Box, Group, Mark, Picture, bounds, paint
from journeydesk.render.qt import QtCanvas

BAND_PIXELS = 8_000_000
COMPRESSION = 6
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
    """An image of this many pixels, `scale` of them to a unit of the marks; left, top is in its corner."""
    start_qt()
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-left, -top)
    paint(picture, QtCanvas(painter, scale=scale))
    painter.end()
    return image


def write_png(
    picture: Picture,
    target: BinaryIO,
    *,
    width: int,
    height: int,
    scale: float,
    ground: str,
    dpi: float,
    title: str = "",
) -> None:
    """Writes a PNG of this many pixels, `scale` of them to a unit of the marks, in bands: memory stays small.

    Format: W3C Portable Network Graphics. Rows stay unfiltered, which makes flat colours smaller, and sooner.
    """
    target.write(b"\x89PNG\r\n\x1a\n")
    _chunk(target, b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    _chunk(target, b"sRGB", b"\0")
    _chunk(target, b"pHYs", struct.pack(">IIB", *[round(dpi / 0.0254)] * 2, 1))
    _chunk(target, b"tEXt", b"Software\0JourneyDesk")
    if title:
        _chunk(target, b"iTXt", b"Title\0\0\0\0\0" + title.encode())
    packer = zlib.compressobj(COMPRESSION)
    for rows in _bands(picture, width, height, scale, ground):
        if packed := packer.compress(rows):
            _chunk(target, b"IDAT", packed)
    _chunk(target, b"IDAT", packer.flush())
    _chunk(target, b"IEND", b"")


def _chunk(target: BinaryIO, name: bytes, content: bytes) -> None:
    target.write(struct.pack(">I", len(content)) + name)
    target.write(content)
    target.write(struct.pack(">I", zlib.crc32(content, zlib.crc32(name))))


def _bands(picture: Picture, width: int, height: int, scale: float, ground: str) -> Iterator[bytes]:
    """The image from top to bottom, some rows at a time, each row with the mark of its filter (none)."""
    placed = tuple(_placed(picture, 0, 0, 1))
    rows = max(1, min(height, BAND_PIXELS // width))
    for top in range(0, height, rows):
        count = min(rows, height - top)
        band = Box(0, top / scale, width / scale, (top + count) / scale)
        image = painted(_within(placed, band), width, count, scale=scale, ground=ground, top=band.top)
        image = image.convertToFormat(QImage.Format.Format_RGB888)
        pixels, step = image.constBits(), image.bytesPerLine()
        yield b"".join(b"\0" + bytes(pixels[at : at + width * 3]) for at in range(0, count * step, step))


def _placed(picture: Picture, x: float, y: float, scale: float) -> Iterator[_Placed]:
    for mark in picture:
        if isinstance(mark, Group) and len(mark.marks) > 8:
            inner = tuple(_placed(mark.marks, x + mark.x * scale, y + mark.y * scale, scale * mark.scale))
            box = Box(0, 0, 0, 0) if not inner else inner[0].box
            for other in inner[1:]:
                box = box.joined(other.box)
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
