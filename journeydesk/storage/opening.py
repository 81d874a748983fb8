"""How a working copy comes to be: of new records, of a project file, or of what a stopped program left."""

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from journeydesk.language import Message, Problem, counted, message
from journeydesk.model.document import Document
from journeydesk.model.records import Record, new_id
from journeydesk.storage import leftovers, locks, problems
from journeydesk.storage.folders import state_folder
from journeydesk.storage.leftovers import Leftover
from journeydesk.storage.project_file import beside, read_project
from journeydesk.storage.work_database import Facts, WorkDatabase


@dataclass(frozen=True, slots=True)
class Opened:
    """A working copy that is held, its database, the document, and the lock of its project file if any."""

    held: Leftover
    database: WorkDatabase
    document: Document
    lock: locks.Lock | None = None
    notices: tuple[Message, ...] = ()


def begin(records: Iterable[Record], facts: Facts) -> Opened:
    """A working copy of new records. Raises Problem where there is no room for it."""
    return _begin(Document(records), facts)


def open_file(path: Path) -> Opened:
    """A working copy of a project file. Raises Problem."""
    path = Path(os.path.realpath(path))
    if not path.is_file():
        read_project(path)  # tells what is wrong
    lock = project_lock(path)
    held: list[Leftover] = []
    try:
        held = leftovers.held_for(path)
        return _open_locked(path, lock, held)
    except BaseException:
        lock.release()
        raise
    finally:
        for leftover in held:
            leftover.lock.release()


def recover(directory: Path) -> Opened:
    """What a stopped program left. Raises Problem."""
    leftover = leftovers.hold(directory)
    if leftover is None:
        raise Problem(message("This copy is open in another window, or it was removed."))
    try:
        return _recover_held(leftover)
    except BaseException:
        leftover.lock.release()
        raise


def project_lock(path: Path) -> locks.Lock:
    """The lock of a project file. Raises AlreadyOpen where another window has it."""
    lock = locks.take_project(path)
    if lock is None:
        raise problems.already_open(path)
    return lock


def _begin(
    document: Document, facts: Facts, lock: locks.Lock | None = None, notices: tuple[Message, ...] = ()
) -> Opened:
    """A working copy made anew. Raises Problem where there is no room for it."""
    folder = state_folder("work", facts.document_uuid + "-" + secrets.token_hex(4))
    held = locks.take(folder / leftovers.LOCK)
    assert held is not None
    try:
        database = WorkDatabase.create(folder, tuple(document), facts)
    except OSError as error:
        leftovers.remove(folder, held)
        raise problems.keeping(str(error)) from error
    return Opened(Leftover(folder, held, facts), database, document, lock, notices)


def _continue(leftover: Leftover, lock: locks.Lock | None, notices: tuple[Message, ...] = ()) -> Opened:
    """A working copy taken up again, with its history."""
    intent = leftover.facts.intent
    if intent is not None:
        with suppress(OSError):
            beside(
                Path(intent.path), intent.save_id
            ).unlink()  # what a program left that was stopped in the midst
    database = WorkDatabase(leftover.folder)
    try:
        records, entries, position = database.load()
        document = Document(records)
        document.restore_history(entries, position)
        facts = replace(leftover.facts, intent=None)
        database.perform([lambda _connection, _facts: facts])
    except BaseException:
        database.close()
        raise
    return Opened(leftover, database, document, lock, notices)


def _open_locked(path: Path, lock: locks.Lock, held: list[Leftover]) -> Opened:
    for leftover in tuple(held):
        if leftovers.continues(leftover, path):
            with suppress(*leftovers.BROKEN):
                made = _continue(leftover, lock, _told_of_changes(leftover))
                held.remove(leftover)
                return made
    try:
        contents = read_project(path)
    except problems.Damaged:
        if not held:
            raise
        return _stand_in(path, lock, held)
    for leftover in tuple(held):
        complete = leftovers.completed(leftover, contents)
        if complete is not None:
            with suppress(*leftovers.BROKEN):
                made = _continue(complete, lock, _told_of_changes(complete))
                held.remove(leftover)
                return made
    notices = (*contents.notices, *leftovers.sort_out(held))
    facts = Facts(contents.document_uuid, path=str(path), mark=contents.mark)
    return _begin(Document(contents.records), facts, lock, notices)


def _told_of_changes(leftover: Leftover) -> tuple[Message, ...]:
    if leftover.is_published:
        return ()
    number = leftover.facts.rev - leftover.facts.published_rev
    return (
        counted(
            "{n} change that was not in the file is back.",
            "{n} changes that were not in the file are back.",
            number,
        ),
    )


def _stand_in(path: Path, lock: locks.Lock, held: list[Leftover]) -> Opened:
    """The newest working copy in the place of a damaged file."""
    leftover = held[0]
    facts = replace(leftover.facts, path=str(path), mark=None, intent=None, published_rev=-1)
    notice = message(
        "{name} is damaged. This is the copy that JourneyDesk kept on this computer; saving it replaces the "
        "damaged file.",
        name=path.name,
    )
    try:
        made = _continue(replace(leftover, facts=facts), lock, (notice,))
    except leftovers.BROKEN as error:
        raise problems.damaged(path) from error
    held.remove(leftover)
    return made


def _recover_held(leftover: Leftover) -> Opened:
    if leftover.facts.intent is not None:
        with suppress(Problem):
            contents = read_project(Path(leftover.facts.intent.path))
            leftover = leftovers.completed(leftover, contents) or leftover
    lock: locks.Lock | None = None
    notices: tuple[Message, ...] = ()
    if leftover.facts.path:
        path = Path(leftover.facts.path)
        lock = locks.take_project(path)
        if lock is None or (path.exists() and not leftovers.continues(leftover, path)):
            if lock is not None:
                lock.release()
            lock = None
            leftover = replace(
                leftover, facts=replace(leftover.facts, path="", mark=None, document_uuid=new_id())
            )
            notices = (
                message(
                    "{name} was changed meanwhile. Save this version under another name.", name=path.name
                ),
            )
    try:
        return _continue(leftover, lock, notices)
    except leftovers.BROKEN as error:
        if lock is not None:
            lock.release()
        raise Problem(message("This copy is damaged and cannot be recovered.")) from error
