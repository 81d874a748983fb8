"""Working copies that no program holds: of projects that were closed, and of programs that were stopped."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from journeydesk.language import Message, message
from journeydesk.storage.folders import state_folder
from journeydesk.storage.locks import Lock, take
from journeydesk.storage.project_file import Contents, matches
from journeydesk.storage.work_database import NAME, Facts, WorkDatabase

LOCK = "lock"
KEPT = 20  # working copies of published projects, for their undo history
BROKEN = (OSError, ValueError, KeyError, TypeError)  # what a database that is not whole raises


@dataclass(frozen=True, slots=True)
class Recovery:
    """Changes that are in no project file. `path` is None where there never was one; `modified` is in UTC."""

    directory: Path
    title: str
    path: Path | None
    changes: int
    modified: datetime


@dataclass(frozen=True, slots=True)
class Leftover:
    """A working copy that is held by its lock."""

    folder: Path
    lock: Lock
    facts: Facts

    @property
    def is_published(self) -> bool:
        """Whether the project file has all of it."""
        return self.facts.rev == self.facts.published_rev


def pending_recoveries() -> tuple[Recovery, ...]:
    """The working copies with changes that are in no project file, newest first."""
    found = []
    for leftover in _leftovers():
        if not leftover.is_published:
            facts = leftover.facts
            path = Path(facts.path) if facts.path else None
            with suppress(*BROKEN):
                title = _title(leftover.folder) or (path.stem if path else "")
                changes = facts.rev - facts.published_rev
                found.append(Recovery(leftover.folder, title, path, changes, _modified(leftover.folder)))
        leftover.lock.release()
    return tuple(found)


def hold(folder: Path) -> Leftover | None:
    """Takes the lock of a working copy; None where another program has it, or where it is not whole."""
    with suppress(OSError):
        lock = take(folder / LOCK)
        if lock is not None:
            facts = _facts(folder)
            if facts is not None:
                return Leftover(folder, lock, facts)
            lock.release()
    return None


def held_for(path: Path) -> list[Leftover]:
    """The working copies of the project file at this place, newest first; they are held."""
    found = []
    for leftover in _leftovers():
        intent = leftover.facts.intent
        if str(path) in (leftover.facts.path, intent.path if intent else ""):
            found.append(leftover)
        else:
            leftover.lock.release()
    return found


def continues(leftover: Leftover, path: Path) -> bool:
    """Whether the file at this place is the one that was last published from the working copy."""
    if leftover.facts.mark is None or leftover.facts.path != str(path):
        return False
    with suppress(OSError):
        return matches(path, leftover.facts.mark)
    return False


def completed(leftover: Leftover, contents: Contents) -> Leftover | None:
    """The working copy as it is if the program was stopped just after it replaced the file, else None."""
    intent = leftover.facts.intent
    if intent is None or intent.save_id != contents.save_id:
        return None
    facts = replace(
        leftover.facts,
        intent=None,
        mark=contents.mark,
        published_rev=intent.rev,
        path=intent.path,
        document_uuid=intent.document_uuid,
    )
    return replace(leftover, facts=facts)


def sort_out(held: list[Leftover]) -> tuple[Message, ...]:
    """Lets go of working copies that do not fit the file on disk; what is in no file is kept and told of."""
    notices: tuple[Message, ...] = ()
    for leftover in held:
        if leftover.is_published:
            remove(leftover.folder, leftover.lock)
        else:
            leftover.lock.release()
            notices = (
                message(
                    "This file was changed by another program or person while changes of yours were not "
                    "saved in it. Your version is kept; recover it from the start page to compare the two."
                ),
            )
    return notices


def remove(folder: Path, lock: Lock) -> None:
    """Removes a working copy that is held and closed."""
    for name in (NAME, NAME + "-wal", NAME + "-shm"):
        with suppress(OSError):
            (folder / name).unlink()
    lock.release()
    shutil.rmtree(folder, ignore_errors=True)


def prune() -> None:
    """Removes the oldest working copies of published projects, and what was never finished."""
    published = 0
    for folder in _folders():
        lock = None
        with suppress(OSError):
            lock = take(folder / LOCK)
        if lock is None:
            continue
        facts = _facts(folder)
        if facts is not None and facts.rev == facts.published_rev:
            published += 1
            if published > KEPT:
                remove(folder, lock)
                continue
        if facts is None and not (folder / NAME).exists():
            remove(folder, lock)
            continue
        lock.release()


def _leftovers() -> Iterator[Leftover]:
    for folder in _folders():
        leftover = hold(folder)
        if leftover is not None:
            yield leftover


def _folders() -> list[Path]:
    """The folders of all working copies, newest first."""
    found = [folder for folder in state_folder("work").iterdir() if folder.is_dir()]
    return sorted(found, key=_modified, reverse=True)


def _modified(folder: Path) -> datetime:
    newest = 0.0
    for name in (NAME, NAME + "-wal"):
        with suppress(OSError):
            newest = max(newest, (folder / name).stat().st_mtime)
    return datetime.fromtimestamp(newest, UTC)


def _facts(folder: Path) -> Facts | None:
    if not (folder / NAME).exists():
        return None
    database = WorkDatabase(folder)
    try:
        return database.facts()
    except BROKEN:
        return None
    finally:
        database.close()


def _title(folder: Path) -> str:
    database = WorkDatabase(folder)
    try:
        return database.title()
    finally:
        database.close()
