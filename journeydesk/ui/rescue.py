"""What becomes of what a crash or damage left: backups that are offered, working copies thrown away."""

from pathlib import Path

from babel.dates import format_datetime

from journeydesk.language import Problem, message, program, say
from journeydesk.storage.backups import Backup, backups_of
from journeydesk.storage.leftovers import Recovery, hold, remove
from journeydesk.storage.problems import Damaged
from journeydesk.storage.project_file import read_project
from journeydesk.storage.working_copy import WorkingCopy
from journeydesk.ui.dialogs.messages import Dialogs


def newest_backup(error: Problem, path: Path | None) -> Backup | None:
    """The backup to offer for a file that could not be opened; None where it is not damaged or has none."""
    if path is None or not isinstance(error, Damaged):
        return None
    return next(iter(backups_of(path)), None)


def is_wanted(error: Problem, backup: Backup, dialogs: Dialogs) -> bool:
    """Whether somebody wants to go on with a backup."""
    date = format_datetime(backup.kept.astimezone(), "medium", locale=program().language)
    offer = message(
        "There is a backup of {date}. It opens as a project of its own; the file stays as it is.", date=date
    )
    return dialogs.ask_sure(error.told, offer, say("Open the Backup"))


def open_backup(backup: Backup) -> WorkingCopy:
    """A project without a file, made of a backup. Raises Problem."""
    return WorkingCopy.create(read_project(backup.path).records, unsaved=True)


def throw_away(recovery: Recovery) -> bool:
    """Removes a working copy that nobody wants; False where somebody works on it."""
    held = hold(recovery.directory)
    if held is not None:
        remove(held.folder, held.lock)
    return held is not None
