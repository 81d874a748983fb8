"""Pictures that somebody gives to a record: from a file, pasted or dropped; read beside the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject

from journeydesk.language import Message, Problem, message
from journeydesk.model.records import Asset
from journeydesk.operations import images
from journeydesk.ui import background
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.incoming import read
from journeydesk.ui.loading import Loaded, load, load_picture

Done = Callable[[Asset], object]
Failed = Callable[[Message | str], object]
NO_PICTURE = message("There is no picture on the clipboard.")


def take(mime: QMimeData, done: Done, failed: Failed, owner: QObject) -> None:
    """Reads a picture that is pasted or dropped, as long as its owner is there."""
    try:
        found = read(mime, as_branches=False, topic="idea")
    except Problem as problem:
        failed(problem.told)
        return
    if found is None or not (found.files or found.picture):
        failed(NO_PICTURE)
        return
    work = partial(load, found.files[:1]) if found.files else partial(load_picture, found.picture)
    _start(work, done, failed, owner)


def choose(dialogs: Dialogs, done: Done, failed: Failed, owner: QObject) -> None:
    """Asks for the file of a picture, and reads it."""
    path = dialogs.ask_picture()
    if path is not None:
        _start(partial(_read, path), done, failed, owner)


def _read(path: Path) -> Loaded:
    return Loaded((images.read_file(path),))


def _start(work: Callable[[], Loaded], done: Done, failed: Failed, owner: QObject) -> None:
    background.start(work, done=partial(_finish, done, failed), failed=partial(_fail, failed), owner=owner)


def _finish(done: Done, failed: Failed, loaded: Loaded) -> None:
    for told in loaded.troubles:
        failed(told)
    if loaded.pictures:
        done(loaded.pictures[0])
    elif not loaded.troubles:
        failed(NO_PICTURE)


def _fail(failed: Failed, error: Exception) -> None:
    if not isinstance(error, Problem):
        raise error
    failed(error.told)
