"""Makes a poster or a picture of the map, with a look at the sheet before it is made."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journeydesk.exporters.catalogue import EXPORTERS, export, exporter_for
from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.language import N_, Problem, message, say
from journeydesk.model.document import Document
from journeydesk.model.records import THEMES, JourneyMap, Record
from journeydesk.picture.theme import Theme, theme_of
from journeydesk.render.pages import LARGEST, NAMED, SMALLEST, PageSize
from journeydesk.render.poster import compose
from journeydesk.render.sheet import Sheet
from journeydesk.storage.working_copy import committed
from journeydesk.ui import background
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.dialogs.options import OptionRows
from journeydesk.ui.dialogs.sheet_view import SheetView, paint_sheet
from journeydesk.ui.session import Session
from journeydesk.ui.settings import Settings

TURNS = (("auto", N_("As suits the map")), ("landscape", N_("Lying")), ("portrait", N_("Standing")))
OWN = "own"
PAUSE = 150  # milliseconds after a change before the preview is drawn
MILLION = 1_000_000


class ExportDialog(QDialog):
    """Choices at the left, the sheet at the right. The file is written beside the window."""

    def __init__(
        self, session: Session, settings: Settings, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._dialogs = dialogs
        self._records = committed(session.document)
        self._map_id = session.map_id
        self._drawing = 0
        self._written: Path | None = None
        self.setWindowTitle(say("Export as Poster or Picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(940, 580)
        self._make_choices()
        self._make_foot()
        self.preview = SheetView()
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addLayout(self._form)
        body.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(body, 1)
        column.addLayout(self._foot)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._draw)
        self._change()

    # The choices

    @property
    def exporter(self) -> Exporter:
        """The chosen format."""
        return EXPORTERS[self.format.currentIndex()]

    @property
    def page(self) -> PageSize:
        """The chosen page."""
        key = self.paper.currentData()
        turn = self.turn.currentData()
        if key == OWN:
            return PageSize(self.wide.value(), self.high.value())
        page = PageSize(*NAMED[key], turnable=turn == "auto")
        match turn:
            case "landscape":
                return page.landscape()
            case "portrait":
                return page.portrait()
        return page

    @property
    def theme(self) -> Theme | None:
        """The chosen theme, or None for the map's own."""
        key = self.look.currentData()
        return theme_of(key) if key else None

    def _make_choices(self) -> None:
        self.format = _choice([(exporter.name, say(exporter.title)) for exporter in EXPORTERS])
        own = (OWN, say("Another size"))
        self.paper = _choice([*((name, name) for name in NAMED), own])
        self.paper.setCurrentText("A3")
        self.wide, self.high = _length(900), _length(600)
        self.turn = _choice([(key, say(text)) for key, text in TURNS])
        drawn = self._session.document.find(JourneyMap, self._map_id)
        known = {choice.key: say(choice.label) for choice in THEMES}
        own_theme = message("The map’s own ({theme})", theme=known.get(drawn.theme if drawn else "", ""))
        self.look = _choice([("", say(own_theme)), *known.items()])
        self.pixels = QLabel()
        self.pixels.setObjectName("muted")
        self.pixels.setWordWrap(True)
        self._form = QFormLayout()
        self._form.setSpacing(12)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for text, editor in (
            (say("Format"), self.format),
            (say("Paper"), self.paper),
            (say("Width"), self.wide),
            (say("Height"), self.high),
            (say("Orientation"), self.turn),
            (say("Theme"), self.look),
        ):
            self._form.addRow(text, editor)
        self.options = OptionRows(self._form)
        self.options.changed.connect(self._change)
        self._form.addRow("", self.pixels)
        for box in (self.format, self.paper, self.turn, self.look):
            box.currentIndexChanged.connect(self._change)
        for number in (self.wide, self.high):
            number.valueChanged.connect(self._change)

    def _make_foot(self) -> None:
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.show_folder = QPushButton(say("Show in Folder"))
        self.show_folder.clicked.connect(self._open_folder)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setMaximumWidth(160)
        self.write = QPushButton(say("Export…"))
        self.write.setDefault(True)
        self.write.clicked.connect(self._ask)
        close = QPushButton(say("Close"))
        close.clicked.connect(self.reject)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self._foot.addWidget(self.outcome, 1)
        for part in (self.busy, self.show_folder, close, self.write):
            self._foot.addWidget(part)
        self.busy.hide()
        self.show_folder.hide()

    def _change(self) -> None:
        paged = self.exporter.draw is None
        own = paged and self.paper.currentData() == OWN
        for editor, shown in (
            (self.paper, paged),
            (self.wide, own),
            (self.high, own),
            (self.turn, paged and not own),
            (self.pixels, "dpi" in self.exporter.asks),
        ):
            self._form.setRowVisible(editor, shown)
        self.options.show_for(self.exporter)
        page, dots = self.page, self.options.values["dpi"]
        across, down = page.width_mm / 25.4 * dots, page.height_mm / 25.4 * dots
        count = message("{n} million pixels", n=f"{across * down / MILLION:.0f}")
        self.pixels.setText(say(count))
        self._pause.start()

    # The sheet

    def _draw(self) -> None:
        self._drawing += 1
        if self.exporter.draw is not None:
            self.preview.show_text(say(self.exporter.about))
            return
        work = partial(_sheet_picture, self._records, self._map_id, self.page, self.theme)
        background.start(work, done=partial(self._show, self._drawing), failed=self._cannot_draw, owner=self)

    def _show(self, drawing: int, found: tuple[Sheet, QImage]) -> None:
        if drawing == self._drawing:
            sheet, image = found
            self.preview.show_sheet(image, sheet.width_mm, sheet.height_mm)

    def _cannot_draw(self, error: Exception) -> None:
        self.preview.show_text(say(_problem(error).told))

    # The file

    def _ask(self) -> None:
        exporter = self.exporter
        drawn = self._session.document.find(JourneyMap, self._map_id)
        name = drawn.title if drawn is not None and drawn.title else self._session.title
        path = self._dialogs.ask_export(
            self._settings.folder, name, exporter.suffixes[0], say(exporter.title)
        )
        if path is not None:
            self.start(path)

    def start(self, path: Path) -> None:
        """Writes the file."""
        self.write.setEnabled(False)
        self.show_folder.hide()
        self.busy.show()
        self.outcome.setText(say(message("Writing {name}…", name=path.name)))
        options = ExportOptions(**self.options.values)
        page = self.page if exporter_for(path).draw is None else None
        work = partial(_write, self._records, path, self._map_id, page, self.theme, options)
        background.start(work, done=partial(self._done, path), failed=self._failed, owner=self)

    def _done(self, path: Path, uncovered: str) -> None:
        self.write.setEnabled(True)
        self.busy.hide()
        self._written = path
        told = message("Saved as {name}", name=path.name)
        if uncovered:
            told = message(
                "Saved as {name}. No typeface has these characters: {letters}",
                name=path.name,
                letters=uncovered,
            )
        self.outcome.setText(say(told))
        self.show_folder.show()

    def _failed(self, error: Exception) -> None:
        self.write.setEnabled(True)
        self.busy.hide()
        self.outcome.clear()
        self._dialogs.tell_problem(_problem(error), "" if isinstance(error, Problem) else repr(error))

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))


def _sheet_picture(
    records: tuple[Record, ...], map_id: str, page: PageSize, theme: Theme | None
) -> tuple[Sheet, QImage]:
    sheet = compose(Document(records), map_id, page=page, theme=theme)
    return sheet, paint_sheet(sheet)


def _write(
    records: tuple[Record, ...],
    path: Path,
    map_id: str,
    page: PageSize | None,
    theme: Theme | None,
    options: ExportOptions,
) -> str:
    return export(Document(records), path, map_id=map_id, page=page, theme=theme, options=options)


def _problem(error: Exception) -> Problem:
    if isinstance(error, Problem):
        return error
    return Problem(message("The file could not be made. Your project is not affected."))


def _choice(rows: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setMinimumWidth(200)
    for key, text in rows:
        box.addItem(text, key)
    return box


def _length(value: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(SMALLEST, LARGEST)
    box.setDecimals(0)
    box.setSuffix(" mm")
    box.setValue(value)
    return box
