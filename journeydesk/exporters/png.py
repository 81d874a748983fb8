"""A poster as PNG, for decks, mails and wikis."""

import struct
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from journeydesk.exporters import checking
from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.exporters.raster import raster, srgb
from journeydesk.language import N_
from journeydesk.render.sheet import Sheet

LONGEST_SIDE = 60_000
COMPRESSION = 6


def write(sheets: Sequence[Sheet], path: Path, options: ExportOptions) -> None:
    """Writes the sheet as one PNG."""
    (sheet,) = sheets
    image = raster(sheet, options.dpi, side=LONGEST_SIDE, title="PNG")
    with path.open("wb") as target:
        bands = image.bands(options.report, transparent=options.transparent)
        write_png(bands, target, width=image.width, height=image.height, dpi=image.dpi, title=sheet.title)


def write_png(
    bands: Iterable[Any], target: BinaryIO, *, width: int, height: int, dpi: float, title: str = ""
) -> None:
    """Writes a PNG of rows that come some at a time, as from `pixels.bands`.

    Format: W3C Portable Network Graphics. Rows stay unfiltered, which makes flat colours smaller, and sooner.
    """
    target.write(b"\x89PNG\r\n\x1a\n")
    packer, begun = zlib.compressobj(COMPRESSION), False
    for rows in bands:
        if not begun:
            _begin(target, width, height, rows.shape[2], dpi, title)
            begun = True
        if packed := packer.compress(_unfiltered(rows)):
            _chunk(target, b"IDAT", packed)
    _chunk(target, b"IDAT", packer.flush())
    _chunk(target, b"IEND", b"")


def _begin(target: BinaryIO, width: int, height: int, channels: int, dpi: float, title: str) -> None:
    _chunk(target, b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6 if channels == 4 else 2, 0, 0, 0))
    _chunk(target, b"iCCP", b"sRGB\0\0" + zlib.compress(srgb()))
    _chunk(target, b"pHYs", struct.pack(">IIB", *[round(dpi / 0.0254)] * 2, 1))
    _chunk(target, b"tEXt", b"Software\0JourneyDesk")
    if title:
        _chunk(target, b"iTXt", b"Title\0\0\0\0\0" + title.encode())


def _unfiltered(rows: Any) -> bytes:
    """The rows one after the other, each with the mark of its filter (none)."""
    import numpy as np

    count, width, channels = rows.shape
    return np.pad(rows.reshape(count, width * channels), ((0, 0), (1, 0))).tobytes()


def _chunk(target: BinaryIO, name: bytes, content: bytes) -> None:
    target.write(struct.pack(">I", len(content)) + name)
    target.write(content)
    target.write(struct.pack(">I", zlib.crc32(content, zlib.crc32(name))))


PNG = Exporter("png", N_("PNG image"), (".png",), write, asks=("dpi", "transparent"), check=checking.png)
