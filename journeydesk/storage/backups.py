"""Earlier versions of project files: what stood on disk before a session first replaced it."""

import logging
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from journeydesk.language import Problem
from journeydesk.storage.folders import state_folder
from journeydesk.storage.project_file import SUFFIX

NEWEST = 10
DAYS = 7
WEEKS = 4
ROOM = 500_000_000  # bytes for the backups of one project
_STAMP = "%Y-%m-%d %H%M%S"
_STAMP_LENGTH = len("2026-11-22 135609")


@dataclass(frozen=True, slots=True)
class Backup:
    """An earlier version of a project file. `kept` is the time in UTC at which it was replaced."""

    path: Path
    kept: datetime
    size: int


def keep(path: Path, document_uuid: str, now: datetime | None = None) -> Path | None:
    """Copies the file to the backups of its project and thins these out; None where that was not possible.

    A backup that fails is no reason not to save: it is written to the log only.
    """
    now = now or datetime.now(UTC)
    try:
        folder = state_folder("backups", document_uuid)
        # The name is cut because the time before it may make it longer than a name can be.
        made = folder / (now.strftime(_STAMP) + " " + path.stem[:40] + SUFFIX)
        temp = made.with_name(".half" + SUFFIX)
        shutil.copyfile(path, temp)
        os.replace(temp, made)
    except (OSError, Problem):
        logging.getLogger(__name__).warning("no backup was made", exc_info=True)
        return None
    for old in superfluous(backups(document_uuid)):
        with suppress(OSError):
            old.path.unlink()
    return made


def backups(document_uuid: str) -> tuple[Backup, ...]:
    """The backups of a project, newest first."""
    return (
        _read(state_folder("backups").glob(document_uuid + "/*" + SUFFIX)) if document_uuid.isalnum() else ()
    )


def backups_of(path: Path) -> tuple[Backup, ...]:
    """The backups of all files of this name, newest first: for a file that can no longer say what it is."""
    found = _read(state_folder("backups").glob("*/*" + SUFFIX))
    return tuple(backup for backup in found if backup.path.stem[_STAMP_LENGTH + 1 :] == path.stem[:40])


def superfluous(found: tuple[Backup, ...]) -> tuple[Backup, ...]:
    """Those of some backups, newest first, that go: not the latest, nor one a day and a week, as room is."""
    kept = list(found[:NEWEST])
    rest = found[NEWEST:]
    days = _latest_of_each(rest, DAYS, "%Y-%j")
    older = (backup for backup in rest if backup.kept.date() < days[-1].kept.date())
    kept += days + _latest_of_each(older, WEEKS, "%G-%V")
    room = ROOM
    staying = set()
    for index, backup in enumerate(kept):
        room -= backup.size
        if room >= 0 or index == 0:
            staying.add(backup.path)
    return tuple(backup for backup in found if backup.path not in staying)


def _latest_of_each(found: Iterable[Backup], number: int, period: str) -> list[Backup]:
    latest: dict[str, Backup] = {}
    for backup in found:
        latest.setdefault(backup.kept.strftime(period), backup)
    return list(latest.values())[:number]


def _read(paths: Iterable[Path]) -> tuple[Backup, ...]:
    found = []
    for path in paths:
        with suppress(ValueError, OSError):
            kept = datetime.strptime(path.stem[:_STAMP_LENGTH], _STAMP).replace(tzinfo=UTC)
            found.append(Backup(path, kept, path.stat().st_size))
    return tuple(sorted(found, key=lambda backup: (backup.kept, backup.path.name), reverse=True))
