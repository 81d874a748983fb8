"""Exports what somebody chooses: all choices at the left, every page as it will come out at the right."""

import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeydesk.exporters.catalogue import deliver
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.language import Problem, message, say
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Record
from journeydesk.storage.working_copy import committed
from journeydesk.ui import background
from journeydesk.ui.dialogs.export_form import ExportForm
from journeydesk.ui.dialogs.export_preview import Preview
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.dialogs.presets import Presets
from journeydesk.ui.session import Session
from journeydesk.ui.settings import Settings
from journeydesk.views.printing import Order

FORM = 380  # pixels


class Cancelled(Exception):  # noqa: N818  # nothing went wrong
    """Somebody does not want the file any more."""


class Progress(QObject):
    """Hears in the worker's thread how far an export is, tells the window, and ends it on demand."""

    told = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ended = threading.Event()

    def hear(self, share: float) -> None:
        """Called by exporters. Raises Cancelled where nobody waits any more."""
        if self._ended.is_set():
            raise Cancelled
        self.told.emit(share)

    def end(self) -> None:
        """Ends the export at its next report."""
        self._ended.set()


class ExportDialog(QDialog):
    """The file is written beside the window, and appears whole or not at all."""

    def __init__(
        self, session: Session, settings: Settings, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._dialogs = session, settings, dialogs
        self._records = committed(session.document)
        self._written: Path | None = None
        self._progress: Progress | None = None
        self.setWindowTitle(say("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1060, 680)
        self.form = ExportForm(Document(self._records), session.map_id, session.selection)
        self.presets = Presets(settings)
        self.form.rows.insertRow(0, say("Preset"), self.presets)
        self.preview = Preview(self._records)
        scroll = QScrollArea()
        scroll.setWidget(self.form)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFixedWidth(FORM)
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addWidget(scroll)
        body.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(body, 1)
        column.addLayout(self._foot())
        self.form.changed.connect(self._change)
        self.presets.chosen.connect(self.form.choose)
        self.presets.asked.connect(self._keep)
        self.preview.page_wanted.connect(self._use_page)
        self.preview.cut.connect(self.form.cut)
        self._change()

    def _foot(self) -> QHBoxLayout:
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.show_folder = QPushButton(say("Show in Folder"))
        self.show_folder.clicked.connect(self._open_folder)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setMaximumWidth(160)
        self.cancel = QPushButton(say("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        self.write = QPushButton(say("Export…"))
        self.write.setDefault(True)
        self.write.clicked.connect(self._ask)
        close = QPushButton(say("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.outcome, 1)
        for part in (self.busy, self.cancel, self.show_folder, close, self.write):
            foot.addWidget(part)
        for part in (self.busy, self.cancel, self.show_folder):
            part.hide()
        return foot

    def _change(self) -> None:
        if self.form.exporter.draw is not None:
            self.preview.show_about(say(self.form.exporter.about))
        else:
            self.preview.show_order(self.form.order, self.form.export_options)

    def _keep(self) -> None:
        self.presets.add(self.presets.ask_name(), self.form.choices)

    def _use_page(self, name: str) -> None:
        self.form.choose({"paper": name})

    # The file

    def _ask(self) -> None:
        exporter = self.form.exporter
        drawn = self._session.document.find(JourneyMap, self._session.map_id)
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
        self.busy.setRange(0, 0)
        self.outcome.setText(say(message("Writing {name}…", name=path.name)))
        progress = self._progress = Progress(self)
        progress.told.connect(self._show_share)
        options = replace(self.form.export_options, report=progress.hear)
        work = partial(_write, self._records, path, self.form.order, options)
        background.start(work, done=partial(self._done, path), failed=self._failed, owner=self)
        for part in (self.busy, self.cancel):
            part.show()

    def reject(self) -> None:
        """Closes the dialog; what is being written is given up."""
        self._cancel()
        super().reject()

    def _show_share(self, share: float) -> None:
        self.busy.setRange(0, 100)
        self.busy.setValue(round(share * 100))

    def _cancel(self) -> None:
        if self._progress is not None:
            self._progress.end()

    def _end(self) -> None:
        self._progress = None
        self.write.setEnabled(True)
        for part in (self.busy, self.cancel):
            part.hide()

    def _done(self, path: Path, uncovered: str) -> None:
        self._end()
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
        self._end()
        self.outcome.clear()
        if isinstance(error, Cancelled):
            self.outcome.setText(say("Nothing was written."))
        else:
            self._dialogs.tell_problem(_problem(error), "" if isinstance(error, Problem) else repr(error))

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))


def _write(records: tuple[Record, ...], path: Path, order: Order, options: ExportOptions) -> str:
    return deliver(Document(records), path, order, options)


def _problem(error: Exception) -> Problem:
    if isinstance(error, Problem):
        return error
    return Problem(message("The file could not be made. Your project is not affected."))
