"""Keeps the list of recent projects, each with a picture of the map that was seen last."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from journeydesk.storage.working_copy import committed
from journeydesk.ui import background, pictures, settings
from journeydesk.ui.session import Session
from journeydesk.ui.settings import Settings


class Recents(QObject):
    """Writes to the settings what was open. Projects without a file are not listed.

    `changed` tells that something was opened or closed, or that the list or a picture in it is another one.
    """

    changed = Signal()

    def __init__(self, remembered: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = remembered

    def remember(self, session: Session) -> None:
        """Puts a project first."""
        if session.path is not None:
            self._settings.folder = str(session.path.parent)
            self._settings.remember(session.path, session.title, map_id=session.map_id)
        self._store()

    def keep_picture(self, session: Session) -> None:
        """Puts a project first and paints its map, beside the window."""
        self.remember(session)
        if session.path is not None:
            background.start(
                partial(pictures.thumbnail, committed(session.document), session.map_id, session.path),
                done=partial(self._keep_thumbnail, session.path),
                failed=self._pass_over,
                owner=self,
            )

    def forget(self, path: str) -> None:
        """Takes a project off the list, and its picture off the disk."""
        gone = next((recent for recent in self._settings.recents if recent.path == path), None)
        if gone is not None and Path(gone.thumbnail).parent == pictures.thumbnail_folder():
            with suppress(OSError):
                Path(gone.thumbnail).unlink()
        self._settings.forget(path)
        self._store()

    def _keep_thumbnail(self, path: Path, thumbnail: str) -> None:
        self._settings.keep_thumbnail(path, thumbnail)
        self._store()

    def _store(self) -> None:
        settings.store(self._settings)
        self.changed.emit()

    def _pass_over(self, _: Exception) -> None:
        """A project without a picture is listed with an icon."""
