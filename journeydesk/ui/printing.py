"""Printing through the system's dialog: the same sheets as in every export, as vectors."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from journeydesk.language import Problem, message, say
from journeydesk.picture.marks import paint
from journeydesk.render.pages import NAMED, PageSize
from journeydesk.render.qt import QtCanvas
from journeydesk.render.sheet import Sheet

MM_PER_INCH = 25.4
NEAR = 1.5  # millimetres by which sheets of the same paper may differ
USUAL = "A4"


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper in a printer, in millimetres, as it is turned."""

    width_mm: float
    height_mm: float

    @classmethod
    def of(cls, printer: QPrinter) -> "Paper":
        """The paper in this printer."""
        full = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
        return cls(full.width(), full.height())

    @property
    def page(self) -> PageSize:
        """The page that fills it."""
        return PageSize(self.width_mm, self.height_mm)

    @property
    def name(self) -> str:
        """The name of its size, that of the usual one where it has none."""
        sides = sorted((self.width_mm, self.height_mm))
        return next((name for name, known in NAMED.items() if _near(sides, sorted(known))), USUAL)

    def is_like(self, other: "Paper") -> bool:
        """Whether the two are of the same size, and turned in the same way."""
        return _near((self.width_mm, self.height_mm), (other.width_mm, other.height_mm))

    def put_into(self, printer: QPrinter) -> None:
        """Asks the printer for this paper."""
        lies = self.width_mm > self.height_mm
        sides = sorted((self.width_mm, self.height_mm))
        printer.setPageSize(QPageSize(QSizeF(*sides), QPageSize.Unit.Millimeter))
        printer.setPageOrientation(_way(lies))


def new_printer(title: str) -> QPrinter:
    """The usual printer, for something of this title."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setCreator("JourneyDesk")
    printer.setDocName(title)
    return printer


def ask_printer(printer: QPrinter) -> bool:
    """Lets somebody choose printer, paper and copies; whether it is to be printed."""
    dialog = QPrintDialog(printer, QApplication.activeWindow())
    dialog.setWindowTitle(say("Print"))
    return bool(dialog.exec())


def print_sheets(printer: QPrinter, sheets: Sequence[Sheet]) -> None:
    """Prints each sheet on a page, at its size or as large as the paper, which is turned as suits it.

    Raises Problem if it cannot.
    """
    printer.setFullPage(True)
    painter = QPainter()
    try:
        for number, sheet in enumerate(sheets):
            printer.setPageOrientation(_way(sheet.width_mm > sheet.height_mm))
            if not number and not painter.begin(printer):
                raise Problem(message("The printer does not answer. Nothing was printed."))
            if number and not printer.newPage():
                raise Problem(message("The printer stopped before the last page."))
            _print(printer, painter, sheet)
    finally:
        if painter.isActive():
            painter.end()


def _print(printer: QPrinter, painter: QPainter, sheet: Sheet) -> None:
    paper, dots = Paper.of(printer), printer.resolution() / MM_PER_INCH
    fit = min(1.0, paper.width_mm / sheet.width_mm, paper.height_mm / sheet.height_mm)
    left, top = (paper.width_mm - sheet.width_mm * fit) / 2, (paper.height_mm - sheet.height_mm * fit) / 2
    painter.save()
    painter.scale(dots, dots)
    painter.translate(left, top)
    painter.scale(fit, fit)
    paint(sheet.marks, QtCanvas(painter, scale=dots * fit))
    painter.restore()


def _near(sides: Sequence[float], others: Sequence[float]) -> bool:
    return all(abs(side - other) <= NEAR for side, other in zip(sides, others, strict=True))


def _way(lies: bool) -> QPageLayout.Orientation:
    return QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
