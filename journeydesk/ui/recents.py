"""Keeps the list of recent projects, each with a picture of the map that was seen last."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from journeydesk.storage.working_copy import committed
from journeydesk.ui import background, pictures, settings
from journeydesk.ui.session import Session
from journeydesk.ui.settings import Settings


class Recents(QObject):
    """Writes to the settings what was open. Projects without a file are not listed."""

    def __init__(self, remembered: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = remembered

    def remember(self, session: Session) -> None:
        """Puts a project first."""
        if session.path is not None:
            self._settings.folder = str(session.path.parent)
            self._settings.remember(session.path, session.title)
            settings.store(self._settings)

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

    def _keep_thumbnail(self, path: Path, thumbnail: str) -> None:
        self._settings.keep_thumbnail(path, thumbnail)
        settings.store(self._settings)

    def _pass_over(self, _: Exception) -> None:
        """A project without a picture is listed with an icon."""
