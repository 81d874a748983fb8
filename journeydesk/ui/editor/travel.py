"""Going back and forward through what was in view, by keys and by the mouse's own buttons for it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent

from journeydesk.model.records import JourneyMap
from journeydesk.ui.editor.trail import Sighting, Trail
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.session import Session


class Travel(QObject):
    """Takes note whenever a view jumps. Made after the view, so that it hears of another map last."""

    def __init__(self, session: Session, view: MapView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._trail = Trail()
        self._map_id = session.map_id
        self._travels = False
        view.jumping.connect(self._leave)
        session.map_changed.connect(self._arrive)
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
        return Sighting(self._map_id, "", self._view.camera.place)

    def _is_there(self, sighting: Sighting) -> bool:
        return self._session.document.find(JourneyMap, sighting.map_id) is not None

    def _leave(self) -> None:
        if not self._travels:
            self._trail.leave(self._here())

    def _arrive(self) -> None:
        self._map_id = self._session.map_id

    def _go(self, sighting: Sighting | None) -> None:
        if sighting is None:
            return
        self._travels = True
        self._view.pointer.cancel()
        self._session.show_map(sighting.map_id)
        self._view.look_at(sighting.place)
        self._travels = False
