"""Opens the editor."""

import faulthandler
import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from journeydesk import __version__, resources
from journeydesk.language import message, say
from journeydesk.storage.leftovers import pending_recoveries
from journeydesk.ui import background, style
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.doorbell import ring
from journeydesk.ui.program import Program

LOG_SIZE = 1_000_000  # bytes
SILENCE = 60_000  # milliseconds in which a second fault is written to the log only


class Faults(QObject):
    """Writes every error that nobody expected to the log, and tells people of it, but not again and again."""

    _happened = Signal(str)

    def __init__(self, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._silent = QTimer(self)
        self._silent.setSingleShot(True)
        self._silent.setInterval(SILENCE)
        self._happened.connect(self._tell)

    def install(self) -> None:
        """Takes the place of what Python does with errors that reach it."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Takes note of an error; for any thread."""
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        logging.getLogger("journeydesk").error("unexpected", exc_info=(kind, error, trace))
        self._happened.emit(f"{kind.__name__}: {error}")

    def _report_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.report(told.exc_type, told.exc_value, told.exc_traceback)

    def _tell(self, details: str) -> None:
        if not self._silent.isActive():
            self._silent.start()
            self._dialogs.tell_problem(
                message(
                    "Something went wrong that should not have. Your work is safe on this computer. "
                    "If it happens again, close JourneyDesk and open it anew."
                ),
                details,
            )


def run(*paths: Path) -> int:
    """Opens a window for the project of each file, or one where none is given; gives the exit status.

    A file that is open in another process comes forward there; where that is all, nothing is opened here.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("journeydesk")
    application.setApplicationDisplayName("")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("journeydesk")
    sign = resources.path("icons", "window", "journeydesk.svg")
    application.setWindowIcon(QIcon(str(sign)))
    _write_log()
    here = tuple(path for path in paths if not _is_elsewhere(path))
    if paths and not here:
        return 0
    style.load_fonts(application)
    application.aboutToQuit.connect(_clear_clipboard)
    dialogs = Dialogs()
    Faults(dialogs, application).install()
    program = Program(application, dialogs)
    program.show()
    for path in here:
        program.open(path.absolute())
    if not here:
        _recover(program)
    status = application.exec()
    background.finish()
    application.processEvents()
    return status


def _is_elsewhere(path: Path) -> bool:
    """Whether another process has the file open; its window has come forward then."""
    if not ring(path):
        return False
    print(say(message("{name} is open already; its window has come to the front.", name=path.name)))
    return True


def _recover(program: Program) -> None:
    """Goes on with the changes to projects' files that a stopped program left behind."""
    for recovery in pending_recoveries():
        if recovery.path is not None:
            program.recover(recovery.directory)


def _clear_clipboard() -> None:
    # Without a screen, Qt crashes at exit while the clipboard still holds data of ours.
    if QGuiApplication.platformName() == "offscreen":
        QGuiApplication.clipboard().clear()


def _write_log() -> None:
    folder = Path(platformdirs.user_log_dir("journeydesk", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            folder / "journeydesk.log", maxBytes=LOG_SIZE, backupCount=2, encoding="utf-8"
        )
    except OSError:
        return
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(file)
    root.setLevel(logging.INFO)
    if file.stream is not None:
        faulthandler.enable(file.stream)
