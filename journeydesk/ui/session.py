"""One open project: its document, the map in view, and what is selected on it."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from journeydesk.language import say
from journeydesk.model import queries
from journeydesk.model.change import Change, Entry
from journeydesk.model.document import Document, Step
from journeydesk.model.records import JourneyMap, Link, Node, Record
from journeydesk.storage.working_copy import WorkingCopy
from journeydesk.ui.drill import Drill
from journeydesk.ui.saving import Saving
from journeydesk.ui.spotlight import Spotlight

Place = tuple[float, float, float]  # what is in the middle of the view, in board units, and its scale


class Session(QObject):
    """What the view, the panels and the actions work on.

    `changed` carries the `Change`. Selected ids are nodes and links of the current map. `keeping` asks those
    who hold text that is still being typed to write it to the document, and to let people go on typing;
    `finishing` asks them to end it besides, for something else comes now. `places` are how maps were looked
    at last, by their ids. `record_wanted` asks the inspector to show a record.
    """

    changed = Signal(object)
    history_changed = Signal()
    saved_changed = Signal()
    map_changed = Signal()
    selection_changed = Signal()
    faded_changed = Signal()
    hint_changed = Signal(str)
    record_wanted = Signal(str)
    chart_changed = Signal()
    keeping = Signal()
    finishing = Signal()

    def __init__(
        self, document: Document, copy: WorkingCopy | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.copy = copy
        self._selection: tuple[str, ...] = ()
        self._chosen: tuple[Record, ...] | None = None  # many ask for it after every step
        self._selections: dict[str, tuple[str, ...]] = {}
        self._travels = False
        self.places: dict[str, Place] = {}
        self._pale: dict[str, frozenset[str]] = {}
        self._faded: frozenset[str] = frozenset()
        self.incognita = False  # whether what no fresh source bears out is engraved
        self.last_node = ""  # the node that was selected last, even if something else is now
        self.drill = Drill(document, self)
        self.spotlight = Spotlight(document, self)
        self._map_id = next((drawn.id for drawn in queries.maps(document)), "")
        document.watch(self._tell)
        document.watch_history(self._tell_history)
        self.saving = Saving(document, copy, self)
        self.saving.changed.connect(self.saved_changed)
        self.saving.preparing.connect(self.keeping)

    def close(self) -> None:
        """Ends the session: nothing is told any more, and nothing more is published."""
        self.saving.stop()
        self.document.unwatch(self._tell)
        self.document.unwatch(self._tell_history)

    @property
    def title(self) -> str:
        """What the project is called: its own title, else its file's name."""
        if self.document.project.title:
            return self.document.project.title
        return self.path.stem if self.path is not None else say("Untitled")

    @property
    def path(self) -> Path | None:
        """The project's file, or None for a project that has none yet."""
        return self.saving.path

    # The map in view and the selection

    @property
    def map_id(self) -> str:
        """The id of the map in view; "" where the project has none."""
        return self._map_id

    def show_map(self, map_id: str) -> None:
        """Brings a map into view, with what was selected on it before."""
        if map_id != self._map_id and (not map_id or self.document.find(JourneyMap, map_id)):
            self.finishing.emit()
            self._selections[self._map_id] = self._selection
            self._map_id = map_id
            self.drill.forget()
            # The selection first: the new map is seen as it was left, not where the selection would lead.
            self.select(self._selections.get(map_id, ()))
            self.map_changed.emit()

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of the selected nodes and links, in the order in which they were selected."""
        return self._selection

    @property
    def chosen(self) -> tuple[Record, ...]:
        """The selected nodes and links themselves, as they are now."""
        if self._chosen is None:
            found = (self.document.get(key) for key in self._selection)
            self._chosen = tuple(record for record in found if record is not None)
        return self._chosen

    def select(self, ids: Iterable[str]) -> None:
        """Selects exactly these, stepping out where they lie; ids that are not on the map are passed over."""
        found = tuple(key for key in dict.fromkeys(ids) if self._is_here(key))
        self.drill.make_room(found)
        if found != self._selection:
            self._selection, self._chosen = found, None
            marked = (key for key in reversed(found) if isinstance(self.document.get(key), Node))
            self.last_node = next(marked, self.last_node)
            self.selection_changed.emit()

    @property
    def faded(self) -> frozenset[str]:
        """The ids of the records that the window shows pale: nodes, links, and personas on what they share.

        Exports do not know of them.
        """
        return self._faded

    def fade(self, ids: frozenset[str], by: str = "filter") -> None:
        """Shows these pale for one reason, e.g. for they do not meet a filter; others may have more."""
        self._pale[by] = ids
        faded = frozenset[str]().union(*self._pale.values())
        if faded != self._faded:
            self._faded = faded
            self.faded_changed.emit()

    def _is_here(self, key: str) -> bool:
        record = self.document.get(key)
        return isinstance(record, Node | Link) and record.map_id == self._map_id

    # History and file

    def undo(self) -> None:
        """Takes the last step back and shows where it was."""
        self.finishing.emit()
        self._show(self.document.undo())

    def redo(self) -> None:
        """Brings the last undone step back and shows where it is."""
        self.finishing.emit()
        self._show(self.document.redo())

    def travel(self, position: int) -> None:
        """Goes to where so many steps are in force, and shows where the last one was."""
        self.finishing.emit()
        entries, here = self.document.history
        if position != here:
            self._travels = True
            self.document.travel(position)
            self._travels = False
            self.history_changed.emit()
            self._show(entries[position] if position < here else entries[position - 1])

    def save(self) -> None:
        """Writes the project's file beside the window. Raises Problem where the project has none yet."""
        self.saving.publish()

    def save_as(self, path: Path) -> None:
        """Writes the project to another file and goes on with that one. Raises Problem where that fails."""
        self.saving.publish_as(path)

    # Within

    def _show(self, entry: Entry | None) -> None:
        if entry is None:
            return
        here = [record for key in entry.change if (record := self.document.get(key)) is not None]
        places = {place for record in here if (place := _map_of(record))}
        if places and self._map_id not in places:
            self.show_map(next(place for record in here if (place := _map_of(record))))
        is_seen = any(self.drill.shows(record.id) for record in here)
        kept = [key for key in self._selection if self._is_here(key) and is_seen]
        came = [key for key in _brought(self.document, entry.change) if self._is_here(key)]
        self.select(came or kept or (record.id for record in here))

    def _tell(self, change: Change) -> None:
        self._chosen = None
        if any(after is None for _, after in change.values()):
            if self._map_id and self.document.find(JourneyMap, self._map_id) is None:
                self._leave_map()
            gone = [key for key in self._selection if self.document.get(key) is None]
            self.drill.go(self.drill.path)
        else:
            gone = []
        self.changed.emit(change)
        if not self._map_id:
            self._leave_map()
        if gone:
            self.select(key for key in self._selection if key not in gone)

    def _leave_map(self) -> None:
        others = queries.maps(self.document)
        if others or self._map_id:
            self._selection, self._chosen = (), None
            self._map_id = others[0].id if others else ""
            self.drill.forget()
            self.map_changed.emit()
            self.selection_changed.emit()

    def _tell_history(self, _step: Step, _entry: Entry) -> None:
        self.saving.touch()
        if not self._travels:
            self.history_changed.emit()


def _brought(document: Document, change: Change) -> Iterable[str]:
    """What a step, done or undone, put on a map: nodes but not what hangs on them, else arrows."""
    new = {key: record for key, pair in change.items() if None in pair and (record := document.get(key))}
    tops = [key for key, record in new.items() if isinstance(record, Node) and record.parent_id not in new]
    return tops or (key for key, record in new.items() if isinstance(record, Link))


def _map_of(record: Record) -> str:
    match record:
        case Node() | Link():
            return record.map_id
        case JourneyMap():
            return record.id
    return ""
