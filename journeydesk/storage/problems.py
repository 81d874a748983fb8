"""What can go wrong with files, told in sentences that people understand."""

import errno
from pathlib import Path

from journeydesk.language import Problem, message

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NOWHERE = {errno.ENOENT, errno.ENOTDIR}


class NotAProject(Problem):
    """The file is something else than a project of this program."""


class Damaged(Problem):
    """The file was a project, and is not whole any more."""


class Newer(Problem):
    """The file was made by a newer version of the program."""


class Conflict(Problem):
    """The file on disk is not the one that was read; somebody else wrote it meanwhile."""


class AlreadyOpen(Problem):
    """The file is open in another window."""


def not_a_project(path: Path) -> NotAProject:
    """The file is something else."""
    return NotAProject(message("{name} is not a JourneyDesk project. It was left as it is.", name=path.name))


def damaged(path: Path) -> Damaged:
    """The file is not whole."""
    return Damaged(
        message(
            "{name} is damaged and cannot be opened. It was left as it is. Open one of its backups instead.",
            name=path.name,
        )
    )


def newer(path: Path) -> Newer:
    """The file is of a later format."""
    return Newer(
        message(
            "{name} was made by a newer version of JourneyDesk. It was left as it is. "
            "Update JourneyDesk to open it.",
            name=path.name,
        )
    )


def conflict(path: Path) -> Conflict:
    """The file was replaced by somebody else."""
    return Conflict(
        message(
            "{name} was changed by another program or person since you opened it. Nothing was overwritten, "
            "and your own changes are safe. Save them under another name.",
            name=path.name,
        )
    )


def already_open(path: Path) -> AlreadyOpen:
    """The file is held by another window."""
    return AlreadyOpen(
        message("{name} is already open in another window. Go on working there.", name=path.name)
    )


def reading(path: Path, error: OSError) -> Problem:
    """Why a file could not be read."""
    if error.errno in _NOWHERE:
        return Problem(message("{name} does not exist. It may have been moved or renamed.", name=path.name))
    if error.errno in _REFUSED:
        return Problem(
            message("You are not allowed to read {name}. Ask its owner for the right to.", name=path.name)
        )
    return Problem(
        message("{name} could not be read: {reason}.", name=path.name, reason=error.strerror or str(error))
    )


def writing(path: Path, error: OSError) -> Problem:
    """Why a file could not be written. The one that was there is untouched."""
    values = {"name": path.name, "folder": str(path.parent)}
    if error.errno in _FULL:
        return Problem(
            message(
                "There is no room to save {name}. Your work is safe, and the file is as it was. Free some "
                "space on the disk, or save elsewhere.",
                **values,
            )
        )
    if error.errno in _NOWHERE:
        return Problem(
            message(
                "The folder {folder} does not exist any more. Your work is safe. Save it elsewhere.", **values
            )
        )
    if error.errno in _REFUSED:
        return Problem(
            message(
                "You are not allowed to write into {folder}. Your work is safe. Save it elsewhere.", **values
            )
        )
    if error.errno == errno.ENAMETOOLONG:
        return Problem(message("The name {name} is too long. Choose a shorter one.", **values))
    return Problem(
        message(
            "{name} could not be saved: {reason}. Your work is safe, and the file is as it was. Try again, "
            "or save elsewhere.",
            reason=error.strerror or str(error),
            **values,
        )
    )


def keeping(reason: str) -> Problem:
    """Why changes could not be kept in the working copy."""
    return Problem(
        message(
            "Your latest changes could not be kept on this computer: {reason}. JourneyDesk goes on trying. "
            "Save the project now, elsewhere if need be.",
            reason=reason,
        )
    )
