"""Prints what somebody chooses through the system's dialog: the same pages as in every export."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from journeydesk.exporters.catalogue import finished
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.exporters.pdf import PDF
from journeydesk.language import Problem, counted, message, say
from journeydesk.model.document import Document
from journeydesk.model.records import Record
from journeydesk.render.sheet import Sheet
from journeydesk.ui import background
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.dialogs.order_dialog import OrderDialog
from journeydesk.ui.printing import Paper, ask_printer, new_printer, print_sheets
from journeydesk.ui.session import Session
from journeydesk.ui.settings import Settings
from journeydesk.views.printing import Order, sheets


class PrintDialog(OrderDialog):
    """Shows every page before it is printed. `ask` lets somebody choose the printer."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        dialogs: Dialogs,
        parent: QWidget | None = None,
        ask: Callable[[QPrinter], bool] = ask_printer,
    ) -> None:
        super().__init__(session, settings, dialogs, parent, formats=(PDF,))
        self._ask_printer = ask
        self.setWindowTitle(say("Print"))
        self.write.setText(say("Print…"))
        self.write.clicked.connect(self._ask)
        self.add_foot()
        self.form.choose({"paper": Paper.of(new_printer(session.title)).name})

    def _ask(self) -> None:
        pages = self.preview.pages
        printer = new_printer(self._session.title)
        if pages:
            Paper(pages[0].width_mm, pages[0].height_mm).put_into(printer)
        before = Paper.of(printer)
        if not self._ask_printer(printer):
            return
        order, after = self.form.order, Paper.of(printer)
        if self.form.tiling is None and not after.is_like(before):
            order = replace(order, page=after.page)
        self.write.setEnabled(False)
        self.outcome.setText(say("Printing…"))
        work = partial(_pages, self._records, order, self.form.export_options)
        background.start(work, done=partial(self._print, printer), failed=self._failed, owner=self)

    def _print(self, printer: QPrinter, pages: tuple[Sheet, ...]) -> None:
        try:
            print_sheets(printer, pages)
        except Problem as problem:
            self._failed(problem)
        else:
            self.write.setEnabled(True)
            self.outcome.setText(say(counted("1 page was printed.", "{n} pages were printed.", len(pages))))

    def _failed(self, error: Exception) -> None:
        self.write.setEnabled(True)
        self.outcome.clear()
        if isinstance(error, Problem):
            self._dialogs.tell_problem(error)
        else:
            told = message("Nothing could be printed. Your project is not affected.")
            self._dialogs.tell_problem(told, repr(error))


def _pages(records: tuple[Record, ...], order: Order, options: ExportOptions) -> tuple[Sheet, ...]:
    return finished(tuple(sheets(Document(records), order)), options)
