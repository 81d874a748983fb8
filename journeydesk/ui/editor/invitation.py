"""What to do on a map on which there is nothing yet."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from journeydesk.language import say
from journeydesk.model import queries
from journeydesk.model.change import Change
from journeydesk.model.records import JourneyMap, Node
from journeydesk.picture.theme import theme_of
from journeydesk.ui.session import Session

EDGE = 40  # pixels at the left and the right


class Invitation(QLabel):
    """A line in the middle of a view, which hears no mouse; gone as soon as anything is on the map."""

    def __init__(self, session: Session, view: QWidget) -> None:
        super().__init__(say("Double-click to place the first stage, then write what happens there"), view)
        self._session, self._view = session, view
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.installEventFilter(self)
        session.changed.connect(self._follow)
        session.map_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Looks at the map anew."""
        document, map_id = self._session.document, self._session.map_id
        drawn = document.find(JourneyMap, map_id)
        ink = theme_of(drawn.theme if drawn is not None else "paper").muted
        self.setStyleSheet(f"color: {ink}; font-size: 13pt; background: transparent;")
        self.setVisible(drawn is not None and not queries.nodes(document, map_id))
        self.setGeometry(self._view.rect().adjusted(EDGE, 0, -EDGE, 0))

    def _follow(self, change: Change) -> None:
        for before, after in change.values():
            if isinstance(before or after, JourneyMap) or (
                isinstance(before or after, Node) and (before is None or after is None)
            ):
                self.refresh()
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._view.rect().adjusted(EDGE, 0, -EDGE, 0))
        return False
