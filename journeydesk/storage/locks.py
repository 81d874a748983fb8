"""Locks that the system lets go of when a process ends, however it ends."""

import contextlib
import hashlib
import os
import sys
from pathlib import Path

from journeydesk.storage.folders import state_folder

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


class Lock:
    """A lock file that is held. It is gone after `release`."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle = handle

    def release(self) -> None:
        """Lets others have it; the file is removed. A second call does nothing."""
        if self._handle < 0:
            return
        with contextlib.suppress(OSError):
            self.path.unlink()  # while it is still held: who waits for it sees that the file is another one
        os.close(self._handle)
        self._handle = -1
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self.path.unlink()


def take(path: Path) -> Lock | None:
    """The lock of this file, or None where another holds it. Raises OSError where no file can be made."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _try_lock(handle):
            os.close(handle)
            return None
        if _is_still(path, handle):
            return Lock(path, handle)
        os.close(handle)


def _is_still(path: Path, handle: int) -> bool:
    if sys.platform == "win32":
        return True
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except FileNotFoundError:
        return False


def take_project(path: Path) -> Lock | None:
    """The lock of a project file, kept apart from it so that nothing appears in the user's folder."""
    name = hashlib.sha256(os.fsencode(os.path.normcase(os.path.realpath(path)))).hexdigest()[:32]
    return take(state_folder("locks") / name)
