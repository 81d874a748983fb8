"""Posters as TIFF, for print shops: several pages in one file, in red, green and blue or in four inks."""

import os
import struct
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from journeydesk.exporters import checking
from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.exporters.raster import Raster, image_of, raster, srgb
from journeydesk.language import N_, Problem, message
from journeydesk.render.sheet import Sheet

LONGEST_SIDE = 200_000
MOST_BYTES = 4_000_000_000  # places in the file are told by 32 bits
STRIP_ROWS = 64
PACKED = {"lzw": ("tiff_lzw", 5), "deflate": ("tiff_adobe_deflate", 8)}
SHORT, LONG, ASCII, RATIONAL, BYTES = (3, "H"), (4, "I"), (2, ""), (5, "II"), (7, "")
RGB, INKS, INCH, OPACITY = 2, 5, 2, 2
DIFFERENCES = 2  # neighbours differ less than they are large
Tags = dict[int, tuple[tuple[int, str], Sequence[int] | bytes]]


def write(sheets: Sequence[Sheet], path: Path, options: ExportOptions) -> None:
    """Writes the sheets as pages of a TIFF, some rows at a time."""
    if options.cmyk and options.transparent:
        raise Problem(
            message("An image in the inks of a press has no transparent ground. Choose one of the two.")
        )
    pages = [raster(sheet, options.dpi, side=LONGEST_SIDE, title="TIFF") for sheet in sheets]
    channels = 4 if options.cmyk or options.transparent else 3
    size = sum(page.width * page.height for page in pages) * channels
    if size > MOST_BYTES:
        raise Problem(
            message("The pages would take {size} GB before they are packed; TIFF holds {most} GB. "
                    "Choose fewer dots per inch, or export fewer pages at a time.",
                    size=round(size / 1e9, 1), most=MOST_BYTES / 1e9)
        )  # fmt: skip
    with path.open("wb+") as target:
        target.write(b"II*\0")
        link = 4  # where the place of the next page's directory goes
        target.write(bytes(4))
        for number, page in enumerate(pages):
            link = _write_page(target, link, page, options, (number, len(pages)))


def _write_page(
    target: BinaryIO, link: int, page: Raster, options: ExportOptions, number: tuple[int, int]
) -> int:
    """Writes the strips of a page, then its directory; gives where the place of the next one goes."""

    def report(share: float) -> None:
        options.report((number[0] + share) / number[1])

    offsets: list[int] = []
    counts: list[int] = []
    for rows in page.bands(report, transparent=options.transparent, step=STRIP_ROWS):
        for strip in _strips(_inks(rows) if options.cmyk else rows, options):
            offsets.append(target.tell())
            counts.append(len(strip))
            target.write(strip)
    target.write(bytes(target.tell() % 2))
    at = target.tell()
    tags = _tags(page, options, offsets, counts, number)
    target.write(_directory(tags, at))
    target.seek(link)
    target.write(at.to_bytes(4, "little"))
    target.seek(0, os.SEEK_END)
    return at + 2 + 12 * len(tags)


def _strips(rows: Any, options: ExportOptions) -> Iterator[bytes]:
    """The rows, packed some at a time: those of a TIFF that holds nothing else."""
    from PIL.TiffImagePlugin import PREDICTOR, ROWSPERSTRIP, STRIPBYTECOUNTS, STRIPOFFSETS, TiffImageFile

    written = BytesIO()
    told = {ROWSPERSTRIP: STRIP_ROWS, PREDICTOR: DIFFERENCES}
    image_of(rows, "CMYK" if options.cmyk else "").save(
        written, "TIFF", compression=PACKED[options.packing][0], tiffinfo=told
    )
    written.seek(0)
    with TiffImageFile(written) as image:
        places = tuple(zip(image.tag_v2[STRIPOFFSETS], image.tag_v2[STRIPBYTECOUNTS], strict=True))
    for at, count in places:
        yield written.getvalue()[at : at + count]


def _tags(
    page: Raster, options: ExportOptions, offsets: list[int], counts: list[int], number: tuple[int, int]
) -> Tags:
    """What is told of a page. Format: TIFF 6.0."""
    channels = 4 if options.cmyk or options.transparent else 3
    dots = (round(page.dpi * 100), 100)
    tags: Tags = {
        256: (LONG, [page.width]),
        257: (LONG, [page.height]),
        258: (SHORT, [8] * channels),
        259: (SHORT, [PACKED[options.packing][1]]),
        262: (SHORT, [INKS if options.cmyk else RGB]),
        270: (ASCII, page.sheet.title.encode() + b"\0"),
        273: (LONG, offsets),
        277: (SHORT, [channels]),
        278: (LONG, [STRIP_ROWS]),
        279: (LONG, counts),
        282: (RATIONAL, dots),
        283: (RATIONAL, dots),
        284: (SHORT, [1]),
        296: (SHORT, [INCH]),
        297: (SHORT, number),
        305: (ASCII, b"JourneyDesk\0"),
        317: (SHORT, [DIFFERENCES]),
    }
    if options.transparent:
        tags[338] = (SHORT, [OPACITY])
    if not options.cmyk:
        tags[34675] = (BYTES, srgb())
    return tags


def _directory(tags: Tags, at: int) -> bytes:
    """A directory that begins at a place in the file, with what is too long for its entries behind it."""
    entries, more = [], b""
    behind = at + 2 + 12 * len(tags) + 4
    for tag, ((kind, code), values) in sorted(tags.items()):
        content = values if isinstance(values, bytes) else struct.pack(f"<{len(values)}{code[0]}", *values)
        count = len(values) // (len(code) or 1)
        if len(content) > 4:
            place = behind + len(more)
            more += content + bytes(len(content) % 2)
            content = place.to_bytes(4, "little")
        entries.append(struct.pack("<HHI4s", tag, kind, count, content))
    return struct.pack("<H", len(entries)) + b"".join(entries) + bytes(4) + more


def _inks(rows: Any) -> Any:
    """Cyan, magenta, yellow and black for red, green and blue: grey is printed with black ink alone.

    The plain conversion, without a profile; never more ink than three full ones.
    """
    import numpy as np

    inks = np.empty((*rows.shape[:2], 4), np.uint8)
    inks[:, :, :3] = 255 - rows
    light = np.maximum(np.maximum(rows[:, :, 0], rows[:, :, 1]), rows[:, :, 2])
    inks[:, :, 3] = 255 - light
    darker = light < 255  # elsewhere there is no black, and nothing to be taken from the other inks
    least = light[darker][:, None].astype(np.uint16)
    inks[darker, :3] = (least - rows[darker]) * 255 // np.maximum(least, 1)
    return inks


TIFF = Exporter(
    "tiff",
    N_("TIFF image"),
    (".tiff", ".tif"),
    write,
    many=True,
    asks=("dpi", "packing", "transparent", "cmyk"),
    check=checking.tiff,
)
