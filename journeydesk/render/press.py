"""What a print shop needs around a sheet: bleed, crop marks, registration marks, a colour bar.

All of it lies outside the place where the paper is cut, and nothing of it within the bleed.
"""

from dataclasses import dataclass, replace

from journeydesk.language import N_, Problem, message
from journeydesk.model.fields import Editor, attribute
from journeydesk.picture.marks import Box, Group, Mark, Path, Picture, Stroke
from journeydesk.picture.shapes import circle, polyline, rectangle
from journeydesk.render.pages import LARGEST
from journeydesk.render.sheet import Sheet

MOST_BLEED = 50.0
PLATES = "plates"  # the group of marks that are printed in every ink
PAPER = "#ffffff"
INK = "#000000"
# Millimetres.
OFFSET = 3.0  # from the cut to a mark, at least
LENGTH = 6.0
HAIR = 0.09  # a quarter of a point
EDGE = 2.0  # from a mark to the edge of the paper
TARGET = 2.0  # radius of a registration mark
PATCH = 4.0
# The inks, what they make in pairs, and greys by which a print is judged.
COLOURS = ("#00aeef", "#ec008c", "#fff200", "#000000", "#2e3192", "#ed1c24", "#00a651")
GREYS = ("#e6e6e6", "#bfbfbf", "#808080", "#404040")


@dataclass(frozen=True, slots=True)
class Press:
    """What is asked for around a sheet."""

    bleed_mm: float = attribute(
        0.0, N_("Bleed"), Editor.NUMBER, minimum=0, maximum=MOST_BLEED, unit="mm",
        hint=N_("how far the ground goes on beyond the cut"),
    )  # fmt: skip
    crop_marks: bool = attribute(
        False, N_("Crop marks"), Editor.SWITCH, hint=N_("hairs at the corners, along which the paper is cut")
    )
    registration: bool = attribute(
        False, N_("Registration marks"), Editor.SWITCH, hint=N_("targets that show whether all inks meet")
    )
    colour_bar: bool = attribute(
        False, N_("Colour bar"), Editor.SWITCH, hint=N_("patches by which the colours of a print are judged")
    )

    @property
    def rim(self) -> float:
        """How much wider the paper is than the sheet, on each side, in millimetres."""
        if not (self.crop_marks or self.registration or self.colour_bar):
            return self.bleed_mm
        return self.start + LENGTH + EDGE

    @property
    def start(self) -> float:
        """How far from the cut marks begin."""
        return max(OFFSET, self.bleed_mm)


def pressed(sheet: Sheet, press: Press) -> Sheet:
    """The sheet on larger paper, with what the press needs. Raises Problem where there is no such paper."""
    if not 0 <= press.bleed_mm <= MOST_BLEED:
        raise Problem(
            message("Bleed measures between 0 and {most} mm, not {bleed}.",
                    most=MOST_BLEED, bleed=press.bleed_mm)
        )  # fmt: skip
    rim = press.rim
    if rim == 0:
        return sheet
    width, height = sheet.width_mm + 2 * rim, sheet.height_mm + 2 * rim
    if max(width, height) > LARGEST:
        raise Problem(
            message("With its bleed and marks the page would be wider or higher than {most} mm.",
                    most=LARGEST)
        )  # fmt: skip
    trim = Box(rim, rim, rim + sheet.width_mm, rim + sheet.height_mm)
    bleed = trim.grown(press.bleed_mm)
    return replace(
        sheet,
        width_mm=width,
        height_mm=height,
        ground=PAPER,
        picture=(
            Path(rectangle(bleed), sheet.ground),
            Group(sheet.picture, rim, rim),
            *_marks(trim, press),
        ),
        trim=trim,
        bleed=bleed,
    )


def _marks(trim: Box, press: Press) -> Picture:
    away = press.start + LENGTH / 2
    found: list[Mark] = []
    if press.crop_marks:
        found += crop_marks(trim, press.start)
    if press.registration:
        for x, y in (
            (trim.x, trim.top - away),
            (trim.x, trim.bottom + away),
            (trim.left - away, trim.y),
            (trim.right + away, trim.y),
        ):
            found += _target(x, y)
    plates = (Group(tuple(found), name=PLATES),) if found else ()
    return (*plates, *(_colour_bar(trim, trim.bottom + away - PATCH / 2) if press.colour_bar else ()))


def crop_marks(trim: Box, start: float, length: float = LENGTH) -> Picture:
    """Two hairs outside each corner, `start` away from it, along which the paper is cut."""
    found: list[Mark] = []
    for x, to_x in ((trim.left, -1), (trim.right, 1)):
        for y, to_y in ((trim.top, -1), (trim.bottom, 1)):
            found.append(_hair((x + to_x * start, y), (x + to_x * (start + length), y)))
            found.append(_hair((x, y + to_y * start), (x, y + to_y * (start + length))))
    return tuple(found)


def _hair(*points: tuple[float, float]) -> Path:
    return Path(polyline(points), stroke=Stroke(INK, HAIR))


def _target(x: float, y: float) -> Picture:
    """A registration mark: where its parts in each ink do not fall together, the plates are out of place."""
    reach = LENGTH / 2
    return (
        Path(circle(x, y, TARGET), stroke=Stroke(INK, HAIR)),
        Path(circle(x, y, TARGET / 2), INK),
        _hair((x - reach, y), (x + reach, y)),
        _hair((x, y - reach), (x, y + reach)),
        Path(polyline(((x - TARGET / 2, y), (x + TARGET / 2, y))), stroke=Stroke(PAPER, HAIR)),
        Path(polyline(((x, y - TARGET / 2), (x, y + TARGET / 2))), stroke=Stroke(PAPER, HAIR)),
    )


def _colour_bar(trim: Box, top: float) -> Picture:
    """Patches below the sheet, from its left corner, as many as there is room for beside the middle."""
    room = trim.width / 2 - LENGTH
    patches = (*COLOURS, *GREYS)[: max(0, int(room / PATCH))]
    left = trim.left + EDGE
    return tuple(
        Path(
            rectangle(Box(left + at * PATCH, top, left + (at + 1) * PATCH, top + PATCH)),
            colour,
            Stroke(INK, HAIR),
        )
        for at, colour in enumerate(patches)
    )
