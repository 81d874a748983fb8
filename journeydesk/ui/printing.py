"""Printing through the system's dialog: the same sheets as in every export, as vectors."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from journeydesk.language import Problem, message, say
from journeydesk.model.document import Document
from journeydesk.model.queries import nodes
from journeydesk.picture.marks import paint
from journeydesk.render.pages import PageSize
from journeydesk.render.poster import compose
from journeydesk.render.qt import QtCanvas
from journeydesk.render.sheet import Sheet
from journeydesk.ui.action import Context

MM_PER_INCH = 25.4
Ask = Callable[[QPrinter], bool]


def ask_printer(printer: QPrinter) -> bool:
    """Lets somebody choose printer, paper and copies; whether it is to be printed."""
    dialog = QPrintDialog(printer, QApplication.activeWindow())
    dialog.setWindowTitle(say("Print the Map"))
    return bool(dialog.exec())


def print_map(context: Context, ask: Ask = ask_printer) -> None:
    """Prints the map in view as large as the paper that is chosen."""
    session = context.session
    assert session is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(_way(session.document, session.map_id))
    printer.setCreator("JourneyDesk")
    printer.setDocName(session.title)
    if not ask(printer):
        return
    try:
        sheet = compose(session.document, session.map_id, page=paper_of(printer))
        print_sheets(printer, (sheet,))
    except Problem as problem:
        context.projects.dialogs.tell_problem(problem)


def paper_of(printer: QPrinter) -> PageSize:
    """The paper in the printer, as it is turned."""
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    return PageSize(paper.width(), paper.height())


def print_sheets(printer: QPrinter, sheets: Sequence[Sheet]) -> None:
    """Prints each sheet on a page: at its size, or as large as the paper. Raises Problem if it cannot."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise Problem(message("The printer does not answer. Nothing was printed."))
    try:
        for number, sheet in enumerate(sheets):
            if number and not printer.newPage():
                raise Problem(message("The printer stopped before the last page."))
            _print(printer, painter, sheet)
    finally:
        painter.end()


def _print(printer: QPrinter, painter: QPainter, sheet: Sheet) -> None:
    paper, dots = paper_of(printer), printer.resolution() / MM_PER_INCH
    fit = min(1.0, paper.width_mm / sheet.width_mm, paper.height_mm / sheet.height_mm)
    left, top = (paper.width_mm - sheet.width_mm * fit) / 2, (paper.height_mm - sheet.height_mm * fit) / 2
    painter.save()
    painter.scale(dots, dots)
    painter.translate(left, top)
    painter.scale(fit, fit)
    paint(sheet.marks, QtCanvas(painter, scale=dots * fit))
    painter.restore()


def _way(document: Document, map_id: str) -> QPageLayout.Orientation:
    """How the paper lies at first, as suits the map."""
    placed = nodes(document, map_id)
    xs, ys = [node.x for node in placed], [node.y for node in placed]
    lies = not placed or max(xs) - min(xs) >= max(ys) - min(ys)
    return QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
