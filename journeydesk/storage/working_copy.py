"""The private, always-saved copy behind an open project, and the way from it to the project file.

Every step of the history goes to a database in the user's state folder, in a thread, as soon as it is made.
The project file is replaced whole when the copy is published: it is never half written, and nothing is lost.
"""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from enum import Enum
from pathlib import Path
from threading import RLock

from journeydesk.language import Message, Problem, message
from journeydesk.model.change import Entry
from journeydesk.model.document import Document, Step
from journeydesk.model.records import Record, new_id
from journeydesk.storage import leftovers, opening
from journeydesk.storage.opening import Opened
from journeydesk.storage.publisher import Publisher
from journeydesk.storage.work_database import Facts, Intent, shortening, stepping
from journeydesk.storage.writer import Writer

ENTRIES_KEPT = 500  # of the undo history, when a project is closed


class State(Enum):
    """Where the latest changes are."""

    SAVED = "saved"  # in the project file
    UNPUBLISHED = "unpublished"  # safe in the working copy; the project file is older
    WRITING = "writing"
    FAILED = "failed"  # `WorkingCopy.trouble` tells why; it is tried again


class WorkingCopy:
    """An open project. Made by `create`, `open` or `recover`; ended by `close`."""

    def __init__(self, opened: Opened) -> None:
        facts = opened.held.facts
        self.document = opened.document
        self.path = Path(facts.path) if facts.path else None
        self.notices = opened.notices
        self.directory = opened.held.folder
        self._held, self._lock, self._database = opened.held, opened.lock, opened.database
        self._rev = facts.rev
        self._watchers: list[Callable[[State], None]] = []
        self._last_told: State | None = None
        self._guard = RLock()
        self._writer = Writer(opened.database.perform, self._tell)
        self._publisher = Publisher(facts, self._writer, self._tell)
        self.document.watch_history(self._store)

    # Opening

    @classmethod
    def create(
        cls, records: Iterable[Record], path: Path | None = None, *, unsaved: bool = False
    ) -> "WorkingCopy":
        """A new project of these records; with `path`, it is published there at once. Raises Problem.

        `unsaved` says that closing it without saving would lose something, e.g. what was imported.
        """
        made = cls(opening.begin(records, Facts(new_id(), rev=int(unsaved))))
        if path is not None:
            try:
                made.publish_as(path)
            except BaseException:
                made.close(discard=True)
                raise
        return made

    @classmethod
    def open(cls, path: Path) -> "WorkingCopy":
        """The project of a file, with its undo history where this computer has it. Raises Problem."""
        return cls(opening.open_file(path))

    @classmethod
    def recover(cls, directory: Path) -> "WorkingCopy":
        """The project of a copy that a stopped program left; see `pending_recoveries`. Raises Problem."""
        return cls(opening.recover(directory))

    # How things stand

    @property
    def is_modified(self) -> bool:
        """Whether there are changes that are not in the project file."""
        return self._rev != self._publisher.rev

    @property
    def trouble(self) -> Message | None:
        """Why the latest changes could not be stored or published."""
        return self._writer.trouble or self._publisher.trouble

    @property
    def state(self) -> State:
        """Where the latest changes are."""
        if self.trouble is not None:
            return State.FAILED
        if self._publisher.is_busy or not self._writer.is_done:
            return State.WRITING
        return State.UNPUBLISHED if self.is_modified or self.path is None else State.SAVED

    def watch(self, told: Callable[[State], None]) -> None:
        """Calls `told` with every new state, in the thread that brought it about. It must not wait."""
        self._watchers.append(told)

    # Storing and publishing

    def flush(self, timeout: float = 10.0) -> bool:
        """Waits until every change is on the disk, for at most these seconds; False where it is not."""
        return self._writer.flush(timeout)

    def publish(self) -> None:
        """Brings the project file up to date. Raises Problem where that fails; the old file is as it was."""
        pending = self.publish_later()
        if pending is not None:
            pending.result()

    def publish_later(self) -> Future[None] | None:
        """As `publish`, in a thread; what goes wrong is told as a state. None if there is nothing to do."""
        if self.path is None:
            raise Problem(message("This project has no file yet. Choose a name for it."))
        if not self.is_modified and not self._publisher.is_busy and self.path.exists():
            return None
        return self._order(self.path, self._publisher.document_uuid)

    def publish_as(self, path: Path) -> None:
        """Goes on in a new file, a project of its own; the file so far stays as it was published last.

        What stands at `path` is overwritten, the project's own file too. Raises Problem.
        """
        path = Path(os.path.realpath(path))
        if path == self.path:
            self._order(path, self._publisher.document_uuid, overwrite=True).result()
            return
        lock = opening.project_lock(path)
        try:
            self._order(path, new_id(), overwrite=True).result()
        except BaseException:
            lock.release()
            raise
        if self._lock is not None:
            self._lock.release()
        self._lock = lock
        self.path = path
        self._tell()

    def close(self, *, discard: bool = False) -> None:
        """Ends work. What has a file is published first, unless `discard`; what has none waits for `recover`.

        Raises Problem where that fails; the copy stays open then.
        """
        if not discard and self.path is not None and self.is_modified:
            self.publish()
        stored = discard or self.flush()
        if not stored and self.is_modified:
            raise Problem(self.trouble or message("Your latest changes could not be kept on this computer."))
        self._publisher.close()
        self.document.unwatch(self._store)
        if not self.is_modified:
            self._writer.put(shortening(ENTRIES_KEPT))
        self._writer.close()
        self._database.close()
        # One that could not be stored is behind its file: of no use.
        if stored and not discard and (self.is_modified or self.path is not None):
            self._held.lock.release()
        else:
            leftovers.remove(self.directory, self._held.lock)
        if self._lock is not None:
            self._lock.release()
        with suppress(Problem, OSError):
            leftovers.prune()

    # Within

    def _store(self, step: Step, entry: Entry) -> None:
        self._rev += 1
        self._writer.put(stepping(step, entry))
        self._tell()

    def _order(self, path: Path, document_uuid: str, *, overwrite: bool = False) -> Future[None]:
        intent = Intent(new_id(), self._rev, str(path), document_uuid)
        return self._publisher.order(intent, committed(self.document), overwrite=overwrite)

    def _tell(self) -> None:
        with self._guard:  # until all are told, so that the last state is told last
            state = self.state
            if state is not self._last_told:
                self._last_told = state
                for told in tuple(self._watchers):
                    told(state)


def committed(document: Document) -> tuple[Record, ...]:
    """The records of a document without what an open edit has put so far."""
    if document.open_edit is None:
        return tuple(document)
    records = {record.id: record for record in document}
    for key, (before, _) in document.open_edit.change.items():
        if before is None:
            records.pop(key, None)
        else:
            records[key] = before
    return tuple(records.values())
