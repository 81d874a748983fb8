"""A whole PDF: sheets as pages, with a table of contents and links among them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import BinaryIO

from journeydesk.picture.marks import Group, paint
from journeydesk.render.pdf.canvas import PdfCanvas
from journeydesk.render.pdf.places import Places
from journeydesk.render.sheet import Sheet

BEAT = 500  # groups from one report to the next


class _Heard:
    """Passes marks on to a canvas and reports which share of a sheet's groups it has had."""

    def __init__(self, canvas: PdfCanvas, groups: int, report: Callable[[float], None]) -> None:
        self.path, self.text, self.image, self.close = canvas.path, canvas.text, canvas.image, canvas.close
        self._canvas, self._groups, self._report = canvas, groups, report
        self._opened = 0

    def open(self, group: Group) -> bool:
        self._opened += 1
        if self._opened % BEAT == 0:
            self._report(min(1.0, self._opened / self._groups))
        return self._canvas.open(group)


def write_pdf(
    sheets: Sequence[Sheet],
    target: BinaryIO,
    *,
    title: str = "",
    report: Callable[[float], None] | None = None,
) -> None:
    """Writes the sheets as pages, each of its own size; `report` hears which share is done, and may raise."""
    first, places = sheets[0], Places(sheets)
    canvas = PdfCanvas(
        target,
        title=title or first.title,
        author=first.author,
        subject=first.subject,
        language=first.language,
        places=places,
    )

    def heard(number: int, share: float) -> None:
        if report is not None:
            report((number + share) / len(sheets))

    for number, sheet in enumerate(sheets):
        heard(number, 0.0)
        canvas.begin(sheet.width_mm, sheet.height_mm, trim=sheet.trim, bleed=sheet.bleed, title=sheet.title)
        paint(sheet.marks, _Heard(canvas, places.groups[number], partial(heard, number)))
    canvas.save(sheets)
