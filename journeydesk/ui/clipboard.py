"""The system's clipboard: what is put there for our own windows, and for every other program."""

import sys
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from journeydesk.exporters.clip import Clip, clip, to_png, to_svg
from journeydesk.language import Message, Problem, message
from journeydesk.model.records import Link, Node
from journeydesk.operations.excerpt import Excerpt, excerpt, to_json
from journeydesk.operations.pasting import cut
from journeydesk.operations.written import to_text
from journeydesk.render.board import Board
from journeydesk.render.enclosing import with_contents
from journeydesk.ui import background
from journeydesk.ui.session import Session

OURS = "application/x-journeydesk+json;v=1"
TEXT, PNG, SVG = "text/plain", "image/png", "image/svg+xml"
MOST_PICTURED = 1000  # nodes; of more than these a picture is made only where it is asked for

Formats = Mapping[str, bytes]


def put(formats: Formats) -> None:
    """Offers data to all programs, in place of what was offered before."""
    mime = QMimeData()
    for name, data in formats.items():
        if name == TEXT:
            mime.setText(data.decode())
        elif name == PNG and not sys.platform.startswith("linux"):
            # Other systems have formats of their own for pictures, which Qt makes of an image.
            mime.setImageData(QImage.fromData(data))
        else:
            mime.setData(name, data)
    QGuiApplication.clipboard().setMimeData(mime)


def offered() -> QMimeData:
    """What is on the clipboard, nothing where there is nothing."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if found is None else found


def _pictures(shown: Clip) -> dict[str, bytes]:
    return {PNG: to_png(shown), SVG: to_svg(shown)}


class Copier(QObject):
    """Copies and cuts what is selected. Pictures are made beside the window, and join the rest when done."""

    told = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def copy(self, board: Board) -> Excerpt | None:
        """Offers the selected nodes as our own format, as text and as pictures; gives what was copied."""
        ids = with_contents(board, self._session.selection)
        places = {key: (placed.box.x, placed.box.y) for key in ids if (placed := board.placed.get(key))}
        taken = excerpt(self._session.document, ids, places)
        if not taken.nodes:
            return None
        try:
            formats = {OURS: to_json(taken), TEXT: to_text(taken).encode()}
        except Problem as problem:
            self.told.emit(problem.told)
            return None
        put(formats)
        if len(taken.nodes) <= MOST_PICTURED:
            shown = clip(board, [record.id for record in taken.records if isinstance(record, Node | Link)])
            self._picture(shown, partial(self._join, formats))
        return taken

    def cut(self, board: Board) -> None:
        """Copies the selected nodes and takes them off the map."""
        taken = self.copy(board)
        if taken is not None:
            cut(self._session.document, [node.id for node in taken.tops])

    def copy_picture(self, board: Board, title: str) -> None:
        """Offers a picture of what is selected, or of the whole map where nothing is."""
        ids = with_contents(board, self._session.selection)
        chosen = excerpt(self._session.document, ids).records
        keys = (*ids, *(record.id for record in chosen if isinstance(record, Node | Link)))
        self._picture(clip(board, keys if ids else None, title), self._offer_picture)

    def _picture(self, shown: Clip, done: background.Told) -> None:
        background.start(partial(_pictures, shown), done=done, failed=self._fail, owner=self)

    def _join(self, formats: Formats, pictures: Formats) -> None:
        if bytes(offered().data(OURS).data()) == formats[OURS]:  # nothing else was copied meanwhile
            put({**formats, **pictures})

    def _offer_picture(self, pictures: Formats) -> None:
        put(pictures)
        self.told.emit(message("The picture is on the clipboard."))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        told: Message | str = error.told
        self.told.emit(told)
