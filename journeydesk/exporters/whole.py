"""Files that are written whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from journeydesk.language import Message, Problem, message


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A new file beside `path`, to be written; it takes the place of `path` at the end.

    Where anything fails, `path` is as it was and nothing is left beside it. A failing disk raises Problem.
    """
    temp = path.with_name(f".{path.name[:80]}.{uuid4().hex[:12]}.tmp")
    try:
        if path.is_dir():
            raise Problem(message("“{name}” is a folder. Choose a name for a file.", name=path))
        yield temp
        with temp.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(temp, path)
    except OSError as error:
        raise Problem(_told(error, path)) from error
    finally:
        with suppress(OSError):  # a disk that cannot be written refuses this too
            temp.unlink()


def _told(error: OSError, path: Path) -> Message:
    if not path.parent.is_dir():
        return message("The folder “{folder}” does not exist.", folder=path.parent)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return message(
            "“{name}” cannot be written there: the folder or the file is protected. Choose another place.",
            name=path,
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return message(
            "There is not enough room on the disk for “{name}”. Make room or choose another place.", name=path
        )
    if error.errno == errno.ENAMETOOLONG:
        return message("The name “{name}” is too long. Choose a shorter one.", name=path.name)
    return message(
        "“{name}” could not be written: {reason}.", name=path, reason=error.strerror or type(error).__name__
    )
