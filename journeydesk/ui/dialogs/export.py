"""Exports what somebody chooses: all choices at the left, every page as it will come out at the right."""

import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from journeydesk.exporters.catalogue import deliver
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.language import Problem, message, say
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Record
from journeydesk.ui import background
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.dialogs.order_dialog import OrderDialog
from journeydesk.ui.session import Session
from journeydesk.ui.settings import Settings
from journeydesk.views.printing import Order


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


class ExportDialog(OrderDialog):
    """The file is written beside the window, and appears whole or not at all."""

    def __init__(
        self, session: Session, settings: Settings, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, settings, dialogs, parent)
        self._written: Path | None = None
        self._progress: Progress | None = None
        self.setWindowTitle(say("Export"))
        self.show_folder = QPushButton(say("Show in Folder"))
        self.show_folder.clicked.connect(self._open_folder)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setMaximumWidth(160)
        self.cancel = QPushButton(say("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        self.write.setText(say("Export…"))
        self.write.clicked.connect(self._ask)
        self.add_foot(self.busy, self.cancel, self.show_folder)
        for part in (self.busy, self.cancel, self.show_folder):
            part.hide()

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
