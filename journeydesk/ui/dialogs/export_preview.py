"""Every page as it will come out, one at a time, and what is to be mended before it is printed."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journeydesk.exporters.catalogue import finished
from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.language import Problem, counted, message, say
from journeydesk.model.document import Document
from journeydesk.model.records import Record
from journeydesk.render.proofing import proof_all
from journeydesk.render.remark import Remark
from journeydesk.render.sheet import Sheet
from journeydesk.render.tile_sheets import area_of, cut
from journeydesk.render.tiling import Cuts, Span, spans
from journeydesk.ui import background
from journeydesk.ui.dialogs.sheet_view import SheetView, paint_sheet
from journeydesk.ui.icons import icon
from journeydesk.ui.text_size import scaled
from journeydesk.views.printing import Order, sheets

PAUSE = 150  # milliseconds after a change before the pages are drawn
LIST = 92  # pixels of the list of remarks
NOWHERE = -1  # the number of a page that is not shown


@dataclass(frozen=True, slots=True)
class Proofs:
    """The pages, the remarks on them by number, and the `cuts` of a poster that comes before its tiles."""

    pages: tuple[Sheet, ...]
    cuts: Cuts | None
    spans: tuple[Span, Span] | None
    remarks: tuple[tuple[int, Remark], ...]


class Preview(QWidget):
    """Draws what is ordered, beside the window. `page_wanted` asks for a page size by its name.

    `cut` carries where somebody wants the poster to be cut.
    """

    page_wanted = Signal(str)
    cut = Signal(object)

    def __init__(self, records: tuple[Record, ...]) -> None:
        super().__init__()
        self._records = records
        self._order: Order | None = None
        self._options = ExportOptions()
        self._drawing = 0
        self._found = Proofs((), None, None, ())
        self.place = 0
        self.sheet = SheetView()
        self.sheet.cut.connect(self.cut)
        self.remarks = QListWidget()
        self.remarks.setAccessibleName(say("To mend before printing"))
        self.remarks.setWordWrap(True)
        self.remarks.setMaximumHeight(scaled(LIST))
        self.remarks.setIconSize(QSize(16, 16))
        self.remarks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remarks.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.remarks.currentRowChanged.connect(self._show_remark)
        self.mend = QPushButton()
        self.mend.clicked.connect(self._ask_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sheet, 1)
        column.addLayout(self._turner())
        column.addWidget(self.remarks)
        column.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
        self.remarks.hide()
        self.mend.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._draw)

    def _turner(self) -> QHBoxLayout:
        """The buttons that turn the pages."""
        row = QHBoxLayout()
        self.back, self.on = QToolButton(), QToolButton()
        for button, name, told, by, key in (
            (self.back, "chevron-left", say("Previous page"), -1, Qt.Key.Key_PageUp),
            (self.on, "chevron-right", say("Next page"), 1, Qt.Key.Key_PageDown),
        ):
            button.setObjectName("quiet")
            button.setIcon(icon(name))
            button.setIconSize(QSize(16, 16))
            button.setToolTip(told)
            button.setAccessibleName(told)
            button.clicked.connect(partial(self.turn, by))
            QShortcut(QKeySequence(key), self).activated.connect(partial(self.turn, by))
        self.where = QLabel()
        self.where.setObjectName("muted")
        row.addStretch(1)
        for part in (self.back, self.where, self.on):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def show_order(self, order: Order, options: ExportOptions, exporter: Exporter) -> None:
        """Shows what is ordered, soon."""
        self._order, self._options, self._exporter = order, options, exporter
        self._pause.start()

    @property
    def pages(self) -> tuple[Sheet, ...]:
        """The pages that are shown; none while they are drawn for the first time."""
        before = 0 if self._found.cuts is None else 1
        return self._found.pages[before:]

    def turn(self, by: int) -> None:
        """Goes on to another page."""
        place = min(max(0, self.place + by), len(self._found.pages) - 1)
        if place >= 0 and place != self.place:
            self.place = place
            self._paint()

    # Within

    def _draw(self) -> None:
        if self._order is not None:
            self._drawing += 1
            work = partial(_drawn, self._records, self._order, self._options, self._exporter)
            background.start(work, done=partial(self._show, self._drawing), failed=self._fail, owner=self)

    def _show(self, drawing: int, found: Proofs) -> None:
        if drawing != self._drawing:
            return
        self._found = found
        self.place = min(self.place, max(0, len(found.pages) - 1))
        self.remarks.clear()
        for number, remark in found.remarks:
            text = f"{say(remark.told)} {say(remark.advice)}"
            if len(found.pages) > 1 and number != NOWHERE:
                text = say(message("Page {n}: {told}", n=number + 1, told=text))
            self.remarks.addItem(QListWidgetItem(icon("info" if remark.hint else "triangle-alert"), text))
        self.remarks.setVisible(bool(found.remarks))
        page = next((remark.page for _, remark in found.remarks if remark.page), "")
        self.mend.setVisible(bool(page))
        self.mend.setProperty("page", page)
        self.mend.setText(say(message("Use the Page Size {page}", page=page)))
        self._paint()

    def _paint(self) -> None:
        pages = self._found.pages
        self.where.setText(self._told_place())
        self.back.setEnabled(self.place > 0)
        self.on.setEnabled(self.place + 1 < len(pages))
        for part in (self.back, self.on):
            part.setVisible(len(pages) > 1)
        if pages:
            sheet = pages[self.place]
            done = partial(self._show_page, self._drawing, self.place)
            background.start(partial(paint_sheet, sheet), done=done, failed=self._fail, owner=self)

    def _told_place(self) -> str:
        """Which page is shown; a poster before its tiles is none of the pages."""
        before = 0 if self._found.cuts is None else 1
        count = len(self._found.pages) - before
        if before and self.place == 0:
            return say("The poster, to be cut along the lines: drag them where you like")
        return (
            say(counted("1 page", "Page {place} of {n}", count, place=self.place + 1 - before))
            if count
            else ""
        )

    def _show_page(self, drawing: int, place: int, image: QImage) -> None:
        if (drawing, place) == (self._drawing, self.place):
            sheet = self._found.pages[place]
            self.sheet.show_sheet(image, sheet.width_mm, sheet.height_mm)
            if place == 0 and self._found.cuts is not None:
                assert self._found.spans is not None
                self.sheet.show_cuts(self._found.cuts, self._found.spans)
            self._mark()

    def _show_remark(self, row: int) -> None:
        if 0 <= row < len(self._found.remarks):
            number = self._found.remarks[row][0]
            if number not in (self.place, NOWHERE):
                self.turn(number - self.place)
            else:
                self._mark()

    def _mark(self) -> None:
        """Marks the place of the chosen remark, where its page is shown."""
        row = self.remarks.currentRow()
        if 0 <= row < len(self._found.remarks) and self._found.remarks[row][0] == self.place:
            self.sheet.mark(self._found.remarks[row][1].place)

    def _ask_page(self) -> None:
        self.page_wanted.emit(self.mend.property("page"))

    def _fail(self, error: Exception) -> None:
        told = error.told if isinstance(error, Problem) else message("This cannot be drawn.")
        self._leave_empty(say(told))

    def _leave_empty(self, told: str) -> None:
        """Shows no page, and says why."""
        self._found = Proofs((), None, None, ())
        for part in (self.remarks, self.mend, self.back, self.on):
            part.hide()
        self.sheet.show_text(told)
        self.where.clear()


def _drawn(records: tuple[Record, ...], order: Order, options: ExportOptions, exporter: Exporter) -> Proofs:
    """The pages that are ordered, and what is to be mended on them."""
    if exporter.show is not None:
        return Proofs(tuple(exporter.show(Document(records), order)), None, None, ())
    made = tuple(sheets(Document(records), order))
    pages = finished(made, options)
    if options.tiling is None:
        return Proofs(pages, None, None, proof_all(pages))
    # Tiles cut through letters by their nature; the poster is looked over before it is cut.
    remarks = tuple((NOWHERE, remark) for _, remark in proof_all(made))
    if len(made) > 1:
        return Proofs(pages, None, None, remarks)
    given = next(iter(options.tiling.cuts), None)
    tiling, where = cut(made[0], options.tiling, options.press, given)
    ways = spans(area_of(made[0], options.press), tiling)
    return Proofs((made[0], *pages), where, ways, remarks)
