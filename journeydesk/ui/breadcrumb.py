"""The way to what is in view: the map, and the nodes into which somebody stepped."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from journeydesk.language import message, say
from journeydesk.model.change import Change
from journeydesk.model.records import JourneyMap, Node
from journeydesk.ui.icons import pixmap
from journeydesk.ui.panels.outline_rows import text_of
from journeydesk.ui.session import Session
from journeydesk.ui.strip import Strip

LONGEST = 32  # letters of a part


class Breadcrumb(Strip):
    """Each part but the last leads there. Shown only while less than the whole map is in view."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(say("Where you are"), parent)
        self._session = session
        self._parts: list[QWidget] = []
        session.drill.changed.connect(self.refresh)
        session.map_changed.connect(self.refresh)
        session.changed.connect(self._follow)

    def refresh(self) -> None:
        """Tells the way anew."""
        for part in self._parts:
            self.row.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        path = self._session.drill.path
        self.setVisible(bool(path))
        if not path:
            return
        drawn = self._session.document.find(JourneyMap, self._session.map_id)
        self._add_step(drawn.title if drawn is not None else "", 0)
        for depth, key in enumerate(path[:-1], 1):
            self._add_step(self._text(key), depth)
        here = QLabel(_short(self._text(path[-1])))
        here.setObjectName("strong")
        here.setContentsMargins(8, 0, 0, 0)  # as much as its neighbours, which are buttons
        self._add(here)

    def _text(self, key: str) -> str:
        node = self._session.document.find(Node, key)
        return text_of(self._session.document, node) if node is not None else ""

    def _add_step(self, text: str, depth: int) -> None:
        button = QPushButton(_short(text).replace("&", "&&"))
        button.setObjectName("quiet")
        button.setProperty("depth", depth)
        button.setToolTip(say(message("Step out to “{title}”", title=text or say("Untitled"))))
        button.clicked.connect(self._leave)
        self._add(button)
        sign = QLabel()
        sign.setPixmap(pixmap("chevron-right", 14))
        self._add(sign)

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self.row.addWidget(part)

    def _leave(self) -> None:
        depth = int(self.sender().property("depth"))
        self._session.drill.go(self._session.drill.path[:depth])
        self.left.emit()

    def leave(self) -> None:
        """Escape gives the keyboard back to the map and shows no more of it."""
        self.left.emit()

    def _follow(self, change: Change) -> None:
        if self._parts and any(key in change for key in (self._session.map_id, *self._session.drill.path)):
            self.refresh()


def _short(text: str) -> str:
    line = " ".join(text.split()) or say("Untitled")
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
