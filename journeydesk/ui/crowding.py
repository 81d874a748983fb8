"""Panels for which a window has no room: they are hidden, and come back once there is room again."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Panel(NamedTuple):
    """A panel by its name, and what shows or hides it."""

    name: str
    part: QWidget
    show: Callable[[bool], None]


class Crowding(QObject):
    """Watches how wide a place is. The first of its panels gives way first and comes back last."""

    def __init__(self, place: QWidget, panels: Sequence[Panel]) -> None:
        super().__init__(place)
        self._place, self._panels = place, panels
        self._away: list[Panel] = []
        place.installEventFilter(self)

    def fit(self, width: int) -> None:
        """Hides as many panels as have no room in this width, in pixels."""
        for panel in self._panels:
            if not self._is_crowded(width):
                return
            if not panel.part.isHidden():
                panel.show(False)
                self._away.append(panel)

    def hides(self, name: str) -> bool:
        """Whether a panel is hidden for lack of room alone."""
        return any(panel.name == name for panel in self._away)

    def forget(self, name: str) -> None:
        """From now on somebody else decides on a panel."""
        self._away = [panel for panel in self._away if panel.name != name]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and event.size().width() > event.oldSize().width():
            self._bring_back(event.size().width())
        return False

    def _bring_back(self, width: int) -> None:
        while self._away:
            panel = self._away[-1]
            panel.show(True)
            if self._is_crowded(width):
                panel.show(False)
                return
            self._away.pop()

    def _is_crowded(self, width: int) -> bool:
        return self._place.minimumSizeHint().width() > width
