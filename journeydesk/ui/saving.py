"""Keeps the project safe: every step at once on this computer, and the file whenever people pause."""

import time
from concurrent.futures import Future
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from journeydesk.language import Message, Problem, message
from journeydesk.model.document import Document
from journeydesk.storage.working_copy import State, WorkingCopy

IDLE = 3.0  # seconds without a change before the file is written by itself
SHORTEST, LONGEST = 10.0, 300.0  # seconds between two such times
PATIENCE = 100  # as many times as the last writing took
RETRY = 30.0  # seconds before what failed is tried again
LOOK = 1000  # milliseconds between two looks at the clock
BLINK = 150  # milliseconds that a state must last to be shown


class Safety(Enum):
    """Where the work is."""

    SAVED = "saved"  # in the project's file
    SAFE = "safe"  # on this computer, and not yet in the file
    WRITING = "writing"  # on its way to the disk
    FAILED = "failed"  # it could not be written


def pause_after(seconds: float) -> float:
    """How long after a writing that took so many seconds the next one may come by itself."""
    return min(LONGEST, max(SHORTEST, PATIENCE * seconds))


class Saving(QObject):
    """Says truly where the work is.

    `changed` is sent when that is another place; `preparing` before the file is written, for text that is
    still being typed; `refused` with the Problem when the file could not be written although somebody asked
    for it.
    """

    changed = Signal()
    preparing = Signal()
    refused = Signal(object)
    _moved = Signal()
    _ended = Signal(object, bool)

    def __init__(self, document: Document, copy: WorkingCopy | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._copy = copy
        self._started = self._took = 0.0
        self._last_change = self._last_publish = time.monotonic()
        self._blink = QTimer(self)
        self._blink.setSingleShot(True)
        self._blink.setInterval(BLINK)
        self._blink.timeout.connect(self._read)
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK)
        self._clock.timeout.connect(self._look)
        self._moved.connect(self._notice)
        self._ended.connect(self._finish)
        self.safety = Safety.SAFE
        if copy is not None:
            copy.watch(self._hear)
            self._clock.start()
            application = QGuiApplication.instance()
            if isinstance(application, QGuiApplication):
                application.applicationStateChanged.connect(self._leave)
            self._read()

    # How things stand

    @property
    def path(self) -> Path | None:
        """The project's file, or None where it has none yet."""
        return self._copy.path if self._copy is not None else None

    @property
    def is_modified(self) -> bool:
        """Whether there are changes that are not in the file."""
        return self._copy is not None and self._copy.is_modified

    @property
    def told(self) -> Message:
        """Where the work is, in a few words."""
        match self.safety:
            case Safety.SAVED if self.path is not None:
                return message("Saved in {name}", name=self.path.name)
            case Safety.WRITING:
                return message("Writing…")
            case Safety.FAILED:
                return message("Could not save: click for details")
        if self.path is None:
            return message("Safe on this computer, no file yet")
        return message("Safe on this computer, file not yet written")

    @property
    def trouble(self) -> Message | None:
        """Why the work could not be written, or None."""
        return self._copy.trouble if self._copy is not None else None

    # Writing

    def publish(self, *, asked: bool = True) -> None:
        """Writes the file beside the window. Raises Problem where there is none yet."""
        if self._copy is None:
            return
        self.preparing.emit()
        self._started = time.monotonic()
        pending = self._copy.publish_later()
        if pending is not None:
            pending.add_done_callback(_Ending(self, asked))

    def publish_as(self, path: Path) -> None:
        """Writes another file and goes on with it. Raises Problem where that fails."""
        if self._copy is not None:
            self.preparing.emit()
            self._copy.publish_as(path)
            self._read()

    def touch(self) -> None:
        """Says that somebody is at work, so that nothing is written by itself just now."""
        self._last_change = time.monotonic()

    def stop(self) -> None:
        """Writes no more by itself."""
        self._clock.stop()
        self._blink.stop()
        self._copy = None

    # Within

    def _hear(self, _: State) -> None:
        # Called in any thread; the signal brings it to this object's own.
        self._moved.emit()

    def _notice(self) -> None:
        self._blink.start()

    def _read(self) -> None:
        if self._copy is None:
            return
        safety = {
            State.SAVED: Safety.SAVED,
            State.UNPUBLISHED: Safety.SAFE,
            State.WRITING: Safety.WRITING,
            State.FAILED: Safety.FAILED,
        }[self._copy.state]
        self.safety = safety
        self.changed.emit()

    def _look(self) -> None:
        if self._copy is None or self.path is None or not self._copy.is_modified:
            return
        now = time.monotonic()
        pause = RETRY if self.safety is Safety.FAILED else pause_after(self._took)
        rested = now - self._last_change >= IDLE and now - self._last_publish >= pause
        if rested and self._document.open_edit is None and self._copy.state is not State.WRITING:
            self.publish(asked=False)

    def _leave(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive or self._copy is None:
            return
        self.preparing.emit()
        if self.path is not None and self._copy.is_modified and self._document.open_edit is None:
            self.publish(asked=False)

    def _finish(self, error: Exception | None, asked: bool) -> None:
        self._last_publish = time.monotonic()
        self._took = self._last_publish - self._started
        self._read()
        if asked and error is not None:
            self.refused.emit(error if isinstance(error, Problem) else Problem(str(error)))


class _Ending:
    """Brings the end of a publication from its thread to the window's."""

    def __init__(self, saving: Saving, asked: bool) -> None:
        self._saving = saving
        self._asked = asked

    def __call__(self, pending: Future[None]) -> None:
        self._saving._ended.emit(pending.exception(), self._asked)
