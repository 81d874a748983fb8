"""A poster as PNG, for decks, mails and wikis."""

from collections.abc import Sequence
from pathlib import Path

from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.language import N_, Problem, message
from journeydesk.render.sheet import Sheet

MM_PER_INCH = 25.4
LEAST_DPI, MOST_DPI = 10, 1200
MOST_PIXELS = 600_000_000
LONGEST_SIDE = 60_000


def pixel_size(sheet: Sheet, dpi: float) -> tuple[int, int]:
    """Width and height in pixels. Raises Problem where no program could open such an image."""
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise Problem(
            message("An image has between {least} and {most} dots per inch, not {dpi}.",
                    least=LEAST_DPI, most=MOST_DPI, dpi=f"{dpi:g}")
        )  # fmt: skip
    width, height = (max(1, round(side / MM_PER_INCH * dpi)) for side in (sheet.width_mm, sheet.height_mm))
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise Problem(
            message("The image would be {width} by {height} pixels, too large for most programs. "
                    "Choose a smaller page or fewer dots per inch.", width=width, height=height)
        )  # fmt: skip
    return width, height


def write(sheets: Sequence[Sheet], path: Path, options: ExportOptions) -> None:
    """Writes the sheet as one PNG."""
    (sheet,) = sheets
    width, height = pixel_size(sheet, options.dpi)
    # Qt takes a while to load, and a PDF does not need it.
    from journeydesk.render.pixels import write_png

    with path.open("wb") as target:
        write_png(
            sheet.marks,
            target,
            width=width,
            height=height,
            scale=options.dpi / MM_PER_INCH,
            ground=sheet.ground,
            dpi=options.dpi,
            title=sheet.title,
        )


PNG = Exporter("png", N_("PNG image"), (".png",), write)
