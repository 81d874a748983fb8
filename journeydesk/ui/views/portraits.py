"""Photos of personas in views: a picture is chosen, pasted or dropped where the photo is seen."""

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence, QMouseEvent

from journeydesk.model.document import Document
from journeydesk.model.records import Asset
from journeydesk.operations import images
from journeydesk.ui import taking
from journeydesk.ui.clipboard import offered
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.views.canvas import ViewCanvas

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class Portraits(QObject):
    """Watches a canvas for pictures that are meant for the spot of a photo; it sees events first.

    `troubled` tells what could not be read.
    """

    troubled = Signal(object)

    def __init__(self, document: Document, canvas: ViewCanvas, dialogs: Dialogs) -> None:
        super().__init__(canvas)
        self._document, self._canvas, self._dialogs = document, canvas, dialogs
        self._viewport = canvas.viewport()
        self._viewport.setAcceptDrops(True)
        for watched in (canvas, self._viewport):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self._canvas:
            return self._key(event)
        if watched is not self._viewport:
            return False
        if isinstance(event, QDropEvent):  # and one that only moves on
            return self._drop(event)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonDblClick:
            spot = self._canvas.spot_at(event.position())
            if spot is not None and spot.photo_of:
                self._choose(spot.photo_of)
                return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """Enter asks for a file, and what is pasted is the photo, where a photo is the chosen spot."""
        chosen = self._canvas.marked.chosen
        pastes = event.matches(QKeySequence.StandardKey.Paste)
        if chosen is None or not chosen.photo_of or not (pastes or event.key() in ENTERS):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() != QEvent.Type.KeyPress:
            return False
        elif pastes:
            self._take(offered(), chosen.photo_of)
        else:
            self._choose(chosen.photo_of)
        return True

    def _drop(self, event: QDropEvent) -> bool:
        mime, spot = event.mimeData(), self._canvas.spot_at(event.position())
        if spot is None or not spot.photo_of or not (mime.hasUrls() or mime.hasImage()):
            event.ignore()
            # It is still asked where the pointer goes from here.
            if event.type() == QEvent.Type.DragEnter:
                event.accept()
        elif isinstance(event, QDragMoveEvent):
            event.acceptProposedAction()
        else:
            event.acceptProposedAction()
            self._take(mime, spot.photo_of)
        return True

    def _choose(self, persona_id: str) -> None:
        taking.choose(self._dialogs, partial(self._give, persona_id), self.troubled.emit, self)

    def _take(self, mime: QMimeData, persona_id: str) -> None:
        taking.take(mime, partial(self._give, persona_id), self.troubled.emit, self)

    def _give(self, persona_id: str, picture: Asset) -> None:
        images.set_picture(self._document, (persona_id,), "photo_id", picture)
