"""Work that is done beside the window, so that the window never waits."""

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

Work = Callable[[], Any]
Told = Callable[[Any], object]

# Keeps what is under way alive until it has been delivered.
_under_way: set["Task"] = set()


class Task(QObject):
    """One piece of work. `done` and `failed` are called in the window's thread, unless the owner is gone."""

    _arrived = Signal(object, object)

    def __init__(self, work: Work, done: Told, failed: Told, owner: QObject) -> None:
        super().__init__()
        self._work = work
        self._done = done
        self._failed = failed
        self._owner = owner
        self._arrived.connect(self._deliver)

    def execute(self) -> None:
        """Does the work; called in a thread of the pool."""
        try:
            result = self._work()
        except Exception as error:
            self._arrived.emit(None, error)
        else:
            self._arrived.emit(result, None)

    def _deliver(self, result: object, error: Exception | None) -> None:
        _under_way.discard(self)
        if shiboken6.isValid(self._owner):
            if error is None:
                self._done(result)
            else:
                self._failed(error)


class _Run(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.execute()


def start(work: Work, *, done: Told, failed: Told, owner: QObject) -> None:
    """Does `work` in another thread. It may touch plain data and QImage, but no widget and no QPixmap."""
    task = Task(work, done, failed, owner)
    _under_way.add(task)
    QThreadPool.globalInstance().start(_Run(task))


def finish(milliseconds: int = 10_000) -> bool:
    """Waits for everything that is under way; tells whether all of it ended in time."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)
