"""What is dragged over the map from other programs: shows where it would go, and takes it there."""

from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent

from journeydesk.importers.files import ENDINGS
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import N_, say
from journeydesk.model.records import Node
from journeydesk.operations.images import takes_picture
from journeydesk.picture.shapes import Point
from journeydesk.render.pointing import pointed_at
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.loading import PICTURES, PROJECT

Drop = Callable[[QMimeData, Point, str], None]


class Load(Enum):
    """What is being dragged."""

    PICTURE = "picture"
    PICTURES = "pictures"
    TEXT = "text"
    PROJECT = "project"
    STRANGE = "strange"


HINTS: Mapping[Load, str] = {
    Load.PICTURE: N_("Release to put the picture here"),
    Load.PICTURES: N_("Release to put the pictures here, side by side"),
    Load.TEXT: N_("Release to make nodes or branches of this here"),
    Load.PROJECT: N_("Release to open this journey"),
    Load.STRANGE: N_("Pictures, texts and journeys can be dropped here"),
}
PHOTO = N_("Release to make this the photo")
FILL = N_("Release to show this picture here")
HANG = N_("Release to hang this here as branches")


def load_of(mime: QMimeData) -> Load | None:
    """What is being dragged; None for what does not concern the map."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if paths:
        ends = {path.suffix.lower() for path in paths}
        if ends <= PICTURES:
            return Load.PICTURE if len(paths) == 1 else Load.PICTURES
        if ends == {PROJECT}:
            return Load.PROJECT
        return Load.TEXT if ends <= ENDINGS else Load.STRANGE
    if mime.hasText() or mime.hasUrls():
        return Load.TEXT
    return Load.PICTURE if mime.hasImage() else None


class Dropping(QObject):
    """Watches the view's viewport for drags from elsewhere. `drop` is told what was let go, and where."""

    def __init__(self, view: MapView, drop: Drop) -> None:
        super().__init__(view)
        self._view, self._drop = view, drop
        self._load: Load | None = None
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragLeaveEvent):
            return self._leave()
        if not isinstance(event, QDropEvent):
            return False
        if event.type() == QEvent.Type.DragEnter:
            self._load = load_of(event.mimeData())
        if self._load is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(event, QDragMoveEvent):
            self._show(event.position())
        else:
            self._let_go(event)
        return True

    def _show(self, position: QPointF) -> None:
        point = self._view.camera.board_point(position)
        node = self._taker(point)
        hint = HINTS[self._load] if self._load is not None else ""
        if node is not None and self._load is Load.PICTURE:
            hint = PHOTO if isinstance(node, PersonaCard) else FILL
        elif node is not None:
            hint = HANG
        self._view.overlay.target = node.id if node is not None else ""
        self._view.session.hint_changed.emit(say(hint))
        self._view.viewport().update()

    def _taker(self, point: Point) -> Node | None:
        """The node that would take what is dragged: a parent for text, a card or an image for a picture."""
        node = pointed_at(self._view.board, *point)
        if not isinstance(node, Node):
            return None
        if self._load is Load.PICTURE:
            return node if takes_picture(self._view.session.document, node.id) else None
        return node if self._load is Load.TEXT else None

    def _let_go(self, event: QDropEvent) -> None:
        point = self._view.camera.board_point(event.position())
        node = self._taker(point)
        self._leave()
        self._view.window().activateWindow()
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._view.session.finishing.emit()
        self._drop(event.mimeData(), point, node.id if node is not None else "")

    def _leave(self) -> bool:
        self._view.overlay.target = ""
        self._view.session.hint_changed.emit("")
        self._view.viewport().update()
        return self._load is not None
