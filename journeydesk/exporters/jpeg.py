"""A poster as JPEG, which every program and every photo lab takes."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from journeydesk.exporters import checking
from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.exporters.raster import image_of, raster, srgb
from journeydesk.language import N_
from journeydesk.render.sheet import Sheet

LONGEST_SIDE = 65_500  # the most that the usual library writes
BLOCK = 8  # pixels each way
RESTARTS = 8  # they are numbered from 0 to 7, again and again
START_OF_FRAME, START_OF_SCAN = 0xC0, 0xDA
LAST_RESTART, END = b"\xff\xd7", b"\xff\xd9"


def write(sheets: Sequence[Sheet], path: Path, options: ExportOptions) -> None:
    """Writes the sheet as one JPEG, some rows at a time.

    Each band is encoded for itself; with a restart after every row of blocks, and as many rows in each band
    as there are numbers of restarts or a multiple of it, what was encoded can be put together.
    Format: ITU-T T.81, B.1 and B.2.
    """
    (sheet,) = sheets
    image = raster(sheet, options.dpi, side=LONGEST_SIDE, title="JPEG")
    with path.open("wb") as target:
        for number, band in enumerate(image.bands(options.report, step=BLOCK * RESTARTS)):
            head, scan = _parted(_encoded(band, options, sheet.title), image.height)
            target.write(LAST_RESTART if number else head)
            target.write(scan)
        target.write(END)


def _encoded(rows: Any, options: ExportOptions, title: str) -> bytes:
    written = BytesIO()
    image_of(rows).save(
        written,
        "JPEG",
        quality=options.quality,
        subsampling=0,  # the edges of coloured letters stay sharp
        restart_marker_rows=1,
        dpi=(options.dpi, options.dpi),
        icc_profile=srgb(),
        comment=title.encode(),
    )
    return written.getvalue()


def _parted(file: bytes, height: int) -> tuple[bytes, bytes]:
    """What comes before the pixels, telling of an image of this height; and the pixels."""
    head = bytearray(file)
    for marker, at, length in _segments(file):
        if marker == START_OF_FRAME:
            head[at + 5 : at + 7] = height.to_bytes(2, "big")
        elif marker == START_OF_SCAN:
            begin = at + 2 + length
            return bytes(head[:begin]), file[begin : -len(END)]
    raise ValueError("the encoder wrote no pixels")


def _segments(file: bytes) -> Iterator[tuple[int, int, int]]:
    """The marker, the place and the length of each segment."""
    at = 2
    while at < len(file):
        length = int.from_bytes(file[at + 2 : at + 4], "big")
        yield file[at + 1], at, length
        at += 2 + length


JPEG = Exporter(
    "jpeg", N_("JPEG image"), (".jpg", ".jpeg"), write, asks=("dpi", "quality"), check=checking.jpeg
)
