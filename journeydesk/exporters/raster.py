"""What every exporter of images needs: how many pixels, their rows, and what colours they are meant to be."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from journeydesk.language import Problem, message
from journeydesk.render.sheet import Sheet

MM_PER_INCH = 25.4
LEAST_DPI, MOST_DPI = 10, 1200
MOST_PIXELS = 600_000_000  # A0 at 600 dots per inch has 558 million
_DATED = slice(24, 36)  # of a profile: when it was made
_LONG_AGO = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))


@dataclass(frozen=True, slots=True)
class Raster:
    """A sheet as an image to be: its size in pixels, and how many a millimetre takes."""

    sheet: Sheet
    width: int
    height: int
    dpi: float

    def bands(
        self, report: Callable[[float], None], *, transparent: bool = False, step: int = 1
    ) -> Iterator[Any]:
        """Its rows from top to bottom, see `pixels.bands`. Reports which share is done."""
        # Qt takes a while to load, and a PDF does not need it.
        from journeydesk.render.pixels import bands

        sheet, scale = self.sheet, self.dpi / MM_PER_INCH
        marks, ground = (sheet.picture, "") if transparent else (sheet.marks, sheet.ground)
        done = 0
        for rows in bands(marks, self.width, self.height, scale=scale, ground=ground, step=step):
            yield rows
            done += len(rows)
            report(done / self.height)


def raster(sheet: Sheet, dpi: float, *, side: int, pixels: int = MOST_PIXELS, title: str) -> Raster:
    """The image that a sheet makes, in a format that holds so many pixels a side and altogether.

    `title` is the name of the format. Raises Problem where it does not hold as much.
    """
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise Problem(
            message("An image has between {least} and {most} dots per inch, not {dpi}.",
                    least=LEAST_DPI, most=MOST_DPI, dpi=dpi)
        )  # fmt: skip
    width, height = (
        max(1, round(length / MM_PER_INCH * dpi)) for length in (sheet.width_mm, sheet.height_mm)
    )
    if max(width, height) > side:
        raise Problem(
            message("The image would be {width} by {height} pixels; {format} holds at most {side} on a side. "
                    "Choose fewer dots per inch or another format.",
                    width=width, height=height, format=title, side=side)
        )  # fmt: skip
    if width * height > pixels:
        raise Problem(
            message("The image would have {count} million pixels; {format} is written up to {most} million. "
                    "Choose fewer dots per inch or another format.",
                    count=round(width * height / 1e6), format=title, most=round(pixels / 1e6))
        )  # fmt: skip
    return Raster(sheet, width, height, dpi)


def image_of(rows: Any, mode: str = "") -> Any:
    """The rows as an image of Pillow's."""
    from PIL import Image

    return Image.fromarray(rows, mode or ("RGBA" if rows.shape[2] == 4 else "RGB"))


@cache
def srgb() -> bytes:
    """The profile that says what the colours of an image are: sRGB. The same bytes whenever it is made."""
    from PIL import ImageCms

    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[_DATED] = _LONG_AGO
    return bytes(made)
