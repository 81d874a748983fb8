"""What a screen reader hears of the map: what is selected, what was done, and what the map comes to."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible

from journeydesk.analysis.gist import gist
from journeydesk.language import catalogue, counted, message, say
from journeydesk.model.records import Link, Node
from journeydesk.ui.announcing import announce
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.panels.outline_rows import spoken_of


class Speaker(QObject):
    """Describes a map's view to those who do not see it, and announces what happens while it has the keys.

    The view's description is what is selected; where nothing is, it is what the map comes to, in its
    project's language.
    """

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view, self._session = view, view.session
        view.setAccessibleName(say("Map"))
        self._position = self._session.document.history[1]
        self._session.selection_changed.connect(self._tell_selection)
        self._session.map_changed.connect(self._describe)
        self._session.history_changed.connect(self._tell_step)
        self._describe()

    def _tell_selection(self) -> None:
        self._describe()
        if self._session.selection and self._view.hasFocus():
            announce(self._view, self._chosen())

    def _tell_step(self) -> None:
        """What was done or undone, in the words of the history."""
        entries, position = self._session.document.history
        before, self._position = self._position, position
        if self._view.hasFocus() and position != before:
            undone = position < before
            label = entries[position].label if undone else entries[position - 1].label
            announce(self._view, message("Undone: {step}", step=label) if undone else label)
        self._describe()

    def _describe(self) -> None:
        # On a very large map this takes a while, and most people have nobody to hear it.
        if QAccessible.isActive():
            self._view.setAccessibleDescription(self._chosen() or self._whole())

    def _chosen(self) -> str:
        chosen = self._session.selection
        if len(chosen) != 1:
            return say(counted("{n} thing selected", "{n} things selected", len(chosen))) if chosen else ""
        record = self._session.document.get(chosen[0])
        if not isinstance(record, Node | Link):
            return ""
        placed = self._view.surface.shown.placed.get(record.id)
        return spoken_of(self._session.document, record, placed.setting.number if placed is not None else 0)

    def _whole(self) -> str:
        document = self._session.document
        return gist(document, self._session.map_id, catalogue(document.project.language))
