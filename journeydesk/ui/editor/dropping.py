"""What is dragged over the map from other programs: shows where it would go, and takes it there."""

from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent

from journeydesk.importers.files import ENDINGS
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import N_, say
from journeydesk.model.records import Evidence, Link, Node
from journeydesk.operations import evidence
from journeydesk.operations.images import takes_picture
from journeydesk.picture.shapes import Point
from journeydesk.render.pointing import pointed_at
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.loading import PICTURES, PROJECT
from journeydesk.ui.panels.records_list import KIND, RECORD, text_of

Drop = Callable[[QMimeData, Point, str], None]


class Load(Enum):
    """What is being dragged."""

    PICTURE = "picture"
    PICTURES = "pictures"
    TEXT = "text"
    PROJECT = "project"
    SOURCE = "source"  # one of the project's own
    REMARK = "remark"  # from the parking lot
    STRANGE = "strange"


HINTS: Mapping[Load, str] = {
    Load.PICTURE: N_("Release to put the picture here"),
    Load.PICTURES: N_("Release to put the pictures here, side by side"),
    Load.TEXT: N_("Release to make nodes or branches of this here"),
    Load.PROJECT: N_("Release to open this journey"),
    Load.SOURCE: N_("Release on a node or an arrow that rests on this source"),
    Load.REMARK: N_("Release to put it here"),
    Load.STRANGE: N_("Pictures, texts and journeys can be dropped here"),
}
PHOTO = N_("Release to make this the photo")
FILL = N_("Release to show this picture here")
REST = N_("Release to let this rest on the source")
REST_SHARE = N_("Release to let this share rest on the source")
HANG = N_("Release to hang this here as branches")


def load_of(mime: QMimeData) -> Load | None:
    """What is being dragged; None for what does not concern the map."""
    if mime.hasFormat(RECORD):
        return Load.REMARK if mime.hasFormat(KIND) else Load.SOURCE
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
            if self._load is Load.SOURCE and self._source(event.mimeData()) is None:
                self._load = None
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
        if self._load is Load.SOURCE:
            self._show_claim(point)
            return
        node = self._taker(point)
        hint = HINTS[self._load] if self._load is not None else ""
        if node is not None and self._load is Load.PICTURE:
            hint = PHOTO if isinstance(node, PersonaCard) else FILL
        elif node is not None:
            hint = HANG
        self._view.overlay.target = node.id if node is not None else ""
        self._view.session.hint_changed.emit(say(hint))
        self._view.viewport().update()

    def _show_claim(self, point: Point) -> None:
        """Shows what would rest on a source that was let go here."""
        key, field = self._claim(point)
        hint = {evidence.OWN: REST, evidence.SHARE: REST_SHARE}[field] if key else HINTS[Load.SOURCE]
        self._view.overlay.target = key
        self._view.session.hint_changed.emit(say(hint))
        self._view.viewport().update()

    def _claim(self, point: Point) -> tuple[str, str]:
        """The node or arrow at a point and the field that takes a source there; "" for none."""
        board = self._view.board
        record = pointed_at(board, *point)
        if not isinstance(record, Node | Link):
            return "", evidence.OWN
        strand = board.wiring.strands.get(record.id)
        label = strand.box("label") if strand is not None else None
        on_share = label is not None and label.holds(*point) and getattr(record, "share", None) is not None
        return record.id, evidence.SHARE if on_share else evidence.OWN

    def _source(self, mime: QMimeData) -> Evidence | None:
        """The source that is dragged from its list."""
        return self._view.session.document.find(Evidence, text_of(mime, RECORD))

    def _taker(self, point: Point) -> Node | None:
        """The node that would take what is dragged: a parent for text, a card or an image for a picture."""
        node = pointed_at(self._view.board, *point)
        if not isinstance(node, Node):
            return None
        if self._load is Load.PICTURE:
            return node if takes_picture(self._view.session.document, node.id) else None
        return node if self._load in (Load.TEXT, Load.REMARK) else None

    def _let_go(self, event: QDropEvent) -> None:
        point = self._view.camera.board_point(event.position())
        if (source := self._source(event.mimeData())) is not None:
            key, field = self._claim(point)
            self._leave()
            self._view.session.finishing.emit()
            evidence.attach(self._view.session.document, (key,), source.id, field)
            return
        node = self._taker(point)
        if self._load is not Load.REMARK:  # whoever catches what is said goes on with that
            self._view.window().activateWindow()
            self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._leave()
        self._view.session.finishing.emit()
        self._drop(event.mimeData(), point, node.id if node is not None else "")

    def _leave(self) -> bool:
        self._view.overlay.target = ""
        self._view.session.hint_changed.emit("")
        self._view.viewport().update()
        return self._load is not None
