"""A poster as WebP, for web pages: small, and sharp where it is kept without loss."""

from collections.abc import Sequence
from pathlib import Path

from journeydesk.exporters import checking
from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.exporters.raster import image_of, raster, srgb
from journeydesk.language import N_
from journeydesk.render.sheet import Sheet

LONGEST_SIDE = 16_383
# The encoder holds the whole image, several times over; without loss even more often.
MOST_PIXELS, MOST_LOSSLESS = 40_000_000, 16_000_000
# Tags: Exif 2.3.
DESCRIPTION, ACROSS, DOWN, UNIT, SOFTWARE = 270, 282, 283, 296, 305
INCH = 2


def write(sheets: Sequence[Sheet], path: Path, options: ExportOptions) -> None:
    """Writes the sheet as one WebP."""
    from PIL import Image

    (sheet,) = sheets
    most = MOST_LOSSLESS if options.lossless else MOST_PIXELS
    image = raster(sheet, options.dpi, side=LONGEST_SIDE, pixels=most, title="WebP")
    whole, top = Image.new("RGBA" if options.transparent else "RGB", (image.width, image.height)), 0
    for rows in image.bands(options.report, transparent=options.transparent):
        whole.paste(image_of(rows), (0, top))
        top += len(rows)
    told = Image.Exif()
    told[ACROSS] = told[DOWN] = options.dpi
    told[UNIT], told[SOFTWARE] = INCH, "JourneyDesk"
    if sheet.title:
        told[DESCRIPTION] = sheet.title.encode()
    whole.save(
        path, "WEBP", lossless=options.lossless, quality=options.quality, exif=told, icc_profile=srgb()
    )


WEBP = Exporter(
    "webp",
    N_("WebP image"),
    (".webp",),
    write,
    asks=("dpi", "quality", "lossless", "transparent"),
    check=checking.webp,
)
