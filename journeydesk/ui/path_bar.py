"""The strip that tells whose path is followed: all that has nothing to do with them is shown pale."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from journeydesk.analysis.paths import pale, path_of
from journeydesk.language import counted, message, say
from journeydesk.model.change import Change
from journeydesk.ui.person_sign import sign_of
from journeydesk.ui.session import Session
from journeydesk.ui.strip import Strip

PAUSE = 120  # milliseconds after a change of the project until it is looked at anew
LONGEST = 40  # letters of a name


class PathBar(Strip):
    """Shown while a persona is followed. Closing it, or Escape on the map, shows everybody's paths again.

    `seen` asks to show the path as a view of its own.
    """

    seen = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(say("Path of one persona"), parent)
        self._session = session
        self._sign, self._name, self._about = QLabel(), QLabel(), QLabel()
        self._name.setObjectName("strong")
        self._about.setObjectName("muted")
        self._about.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part in (self._sign, self._name, self._about):
            self.row.addWidget(part)
        self.add_button("route", say("Show this path as a view"), self.seen.emit)
        self.add_close()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.refresh)
        session.spotlight.changed.connect(self.refresh)
        session.map_changed.connect(self.refresh)
        session.changed.connect(self._follow)

    def refresh(self) -> None:
        """Looks anew at who is followed, and where they go."""
        self._pause.stop()
        session, persona = self._session, self._session.spotlight.persona
        self.setVisible(persona is not None)
        if persona is None:
            session.fade(frozenset(), "path")
            return
        session.fade(pale(session.document, session.map_id, persona.id), "path")
        name = " ".join(persona.name.split()) or say("Untitled")
        self._sign.setPixmap(
            sign_of(persona, self.devicePixelRatioF(), self._session.document.project.palette)
        )
        self._name.setText(name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…")
        stops = len(path_of(session.document, session.map_id, persona.id))
        told = say(counted("{n} stop", "{n} stops", stops)) if stops else say("No path on this map yet")
        new = say("New arrows are theirs, and so is the sentiment that you choose.")
        self._about.setText(say(message("{stops}. {hint}", stops=told, hint=new)))

    def leave(self) -> None:
        self._session.spotlight.follow("")
        self.left.emit()

    def _follow(self, change: Change) -> None:
        spotlight = self._session.spotlight
        if spotlight.persona_id and spotlight.persona is None:
            spotlight.follow("")
        elif spotlight.persona_id:
            self._pause.start()
