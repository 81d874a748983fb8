"""Going back and forward through what was in view, by keys and by the mouse's own buttons for it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent

from journeydesk.model.records import JourneyMap, Node
from journeydesk.ui.editor.trail import Sighting, Trail
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.session import Place, Session


class Travel(QObject):
    """Takes note whenever a view jumps. Made after the view, so that it hears of another map last."""

    def __init__(self, session: Session, view: MapView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._trail = Trail()
        self._map_id, self._path = session.map_id, session.drill.path
        self._places: dict[tuple[str, tuple[str, ...]], Place] = {}
        self._travels = False
        view.jumping.connect(self._leave)
        session.map_changed.connect(self._arrive)
        session.drill.changed.connect(self._step)
        view.viewport().installEventFilter(self)

    def back(self) -> None:
        """Shows what was in view before the last jump."""
        self._go(self._trail.back(self._here(), self._is_there))

    def forward(self) -> None:
        """Shows what was in view before going back."""
        self._go(self._trail.forward(self._here(), self._is_there))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        presses = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if event.type() in presses and isinstance(event, QMouseEvent):
            if event.button() == Qt.MouseButton.BackButton:
                self.back()
                return True
            if event.button() == Qt.MouseButton.ForwardButton:
                self.forward()
                return True
        return False

    def _here(self) -> Sighting:
        return Sighting(self._map_id, self._path, self._view.camera.place)

    def _is_there(self, sighting: Sighting) -> bool:
        document = self._session.document
        nodes = (document.find(Node, key) for key in sighting.path)
        return document.find(JourneyMap, sighting.map_id) is not None and None not in nodes

    def _leave(self) -> None:
        here = self._here()
        self._places[here.map_id, here.path] = here.place
        if not self._travels:
            self._trail.leave(here)

    def _arrive(self) -> None:
        self._map_id, self._path = self._session.map_id, self._session.drill.path

    def _step(self) -> None:
        """Whoever steps out sees what was seen before stepping in."""
        is_out = len(self._session.drill.path) < len(self._path)
        self._arrive()
        place = self._places.get((self._map_id, self._path))
        if is_out and place is not None and not self._travels:
            self._view.look_at(place)

    def _go(self, sighting: Sighting | None) -> None:
        if sighting is None:
            return
        self._travels = True
        self._view.pointer.cancel()
        self._session.show_map(sighting.map_id)
        self._session.drill.go(sighting.path)
        self._view.look_at(sighting.place)
        self._travels = False
