"""All records of a project in memory, and the only door to changing them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import Enum
from typing import TypeVar

from journeydesk.language import Message
from journeydesk.model.change import Change, Entry, joined
from journeydesk.model.clean import clean_record
from journeydesk.model.records import Link, Node, Project, Record

R = TypeVar("R", bound=Record)


class Step(Enum):
    """What happened to the history."""

    COMMITTED = "committed"
    AMENDED = "amended"  # the last entry was replaced by one that goes on from it
    UNDONE = "undone"
    REDONE = "redone"


class Edit:
    """A change in the making. Listeners see every put at once; `cancel` takes all of it back."""

    def __init__(self, document: "Document", label: Message) -> None:
        self._document = document
        self.label = label
        self.change = Change()
        self.is_open = True

    def put(self, *records: Record) -> None:
        """Adds records, or replaces those with the same id; each is cleaned on its way in."""
        pairs = {}
        for record in records:
            before = self._document.get(record.id)
            clean = clean_record(record, before)
            if clean.id != record.id:
                before = self._document.get(clean.id)
            if before is not None and type(before) is not type(record):
                raise TypeError(f"{clean.id} is a {type(before).__name__}, not a {type(record).__name__}")
            pairs[clean.id] = (before, clean)
        self._apply(Change(pairs))

    def remove(self, *ids: str) -> None:
        """Removes records; an id that is not there is passed over."""
        self._apply(Change({key: (self._document.get(key), None) for key in ids}))

    def restart(self) -> None:
        """Takes back what was put so far and stays open, for a gesture that starts over at every move."""
        self._apply(self.change.inverse())

    def commit(self, amend: Entry | None = None) -> Entry | None:
        """Closes the edit and enters it in the history, where it changed anything; gives its entry.

        Where `amend` is the history's last entry the two become one, e.g. while a text is being typed.
        """
        self._document._close(self)
        if not self.change:
            return amend
        return self._document._commit(Entry(self.label, self.change), amend)

    def cancel(self) -> None:
        """Closes the edit and leaves the document as it was."""
        self.restart()
        self._document._close(self)

    def _apply(self, change: Change) -> None:
        if not self.is_open:
            raise RuntimeError("this edit is closed")
        if change:
            self.change = self.change.then(change)
            self._document._apply(change)


class Document:
    """The records, what belongs to what, the history, and who wants to be told of changes.

    `open_edit` is the edit that is under way, e.g. a drag; only the document itself sets it.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records: dict[str, Record] = {}
        self._below: dict[str, dict[str, None]] = {}
        self._by_class: dict[type, dict[str, None]] = {}
        self.open_edit: Edit | None = None
        self._entries: list[Entry] = []
        self._position = 0
        self._watchers: list[Callable[[Change], None]] = []
        self._history_watchers: list[Callable[[Step, Entry], None]] = []
        self._enter(Change({clean.id: (None, clean) for clean in map(clean_record, records)}))

    # Reading

    def get(self, key: str) -> Record | None:
        """The record with this id, or None."""
        return self._records.get(key)

    def find(self, record_class: type[R], key: str) -> R | None:
        """The record with this id where it is of this class, else None."""
        record = self._records.get(key)
        return record if isinstance(record, record_class) else None

    def all(self, record_class: type[R]) -> tuple[R, ...]:
        """All records of a class or of classes derived from it, in the order in which they came."""
        found: list[R] = []
        for known, keys in self._by_class.items():
            if issubclass(known, record_class):
                found.extend(self._records[key] for key in keys)  # type: ignore[misc]  # all are `known`
        return tuple(found)

    def below(self, key: str) -> tuple[Record, ...]:
        """What names this id as its owner: a map's nodes and links; a node's branches, links and comments."""
        return tuple(self._records[other] for other in self._below.get(key, ()))

    @property
    def project(self) -> Project:
        """The record of the project itself."""
        return self.all(Project)[0]

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def __len__(self) -> int:
        return len(self._records)

    # Writing

    def begin(self, label: Message) -> Edit:
        """Opens an edit. Raises RuntimeError while another is open."""
        if self.open_edit is not None:
            raise RuntimeError("another edit is open")
        self.open_edit = Edit(self, label)
        return self.open_edit

    @contextmanager
    def edit(self, label: Message) -> Iterator[Edit]:
        """An edit that is committed at the end, or taken back where an exception leaves it."""
        edit = self.begin(label)
        try:
            yield edit
        except BaseException:
            edit.cancel()
            raise
        edit.commit()

    # History

    @property
    def history(self) -> tuple[tuple[Entry, ...], int]:
        """All entries, and how many of them are in force; those after are what redo would bring back."""
        return tuple(self._entries), self._position

    def restore_history(self, entries: Iterable[Entry], position: int) -> None:
        """Takes over a history that was kept, e.g. by the working copy."""
        self._entries = list(entries)
        self._position = min(max(0, position), len(self._entries))

    def undo(self) -> Entry | None:
        """Takes the last entry back; gives it, or None for none. An open edit is cancelled first."""
        if self.open_edit is not None:
            self.open_edit.cancel()
        if self._position == 0:
            return None
        self._position -= 1
        entry = self._entries[self._position]
        self._apply(entry.change.inverse())
        self._tell_history(Step.UNDONE, entry)
        return entry

    def redo(self) -> Entry | None:
        """Brings back the entry that was last undone; gives it, or None where there is none."""
        if self.open_edit is not None:
            self.open_edit.cancel()
        if self._position == len(self._entries):
            return None
        entry = self._entries[self._position]
        self._position += 1
        self._apply(entry.change)
        self._tell_history(Step.REDONE, entry)
        return entry

    def travel(self, position: int) -> None:
        """Takes entries back, or brings them back, until so many are in force; all of it is one change."""
        if self.open_edit is not None:
            self.open_edit.cancel()
        here, there = self._position, min(max(0, position), len(self._entries))
        step = Step.UNDONE if there < here else Step.REDONE
        entries = self._entries[there:here][::-1] if there < here else self._entries[here:there]
        self._position = there
        self._apply(joined(entry.change.inverse() if there < here else entry.change for entry in entries))
        for entry in entries:
            self._tell_history(step, entry)

    # Being told

    def watch(self, told: Callable[[Change], None]) -> None:
        """Calls `told` with every change of the records. It must not write."""
        self._watchers.append(told)

    def watch_history(self, told: Callable[[Step, Entry], None]) -> None:
        """Calls `told` with every step of the history."""
        self._history_watchers.append(told)

    def unwatch(self, told: Callable[..., None]) -> None:
        """Ends either kind of watching."""
        self._watchers = [known for known in self._watchers if known != told]
        self._history_watchers = [known for known in self._history_watchers if known != told]

    # Within

    def _close(self, edit: Edit) -> None:
        if self.open_edit is not edit:
            raise RuntimeError("this edit is closed")
        edit.is_open = False
        self.open_edit = None

    def _commit(self, entry: Entry, amend: Entry | None) -> Entry:
        step = Step.COMMITTED
        last = self._entries[self._position - 1] if self._position else None
        if amend is not None and amend is last and self._position == len(self._entries):
            both = amend.change.then(entry.change)
            if amend.change.keys() <= both.keys():
                step, entry = Step.AMENDED, Entry(amend.label, both)
                self._position -= 1
        del self._entries[self._position :]
        self._entries.append(entry)
        self._position += 1
        self._tell_history(step, entry)
        return entry

    def _apply(self, change: Change) -> None:
        self._enter(change)
        for told in tuple(self._watchers):
            told(change)

    def _tell_history(self, step: Step, entry: Entry) -> None:
        for told in tuple(self._history_watchers):
            told(step, entry)

    def _enter(self, change: Change) -> None:
        for key, (before, after) in change.items():
            if after is None:
                self._records.pop(key, None)
            else:
                self._records[key] = after
            if before is not None and after is None:
                self._by_class[type(before)].pop(key, None)
            elif before is None and after is not None:
                self._by_class.setdefault(type(after), {})[key] = None
            old, new = _owners(before), _owners(after)
            if old != new:
                for owner in old:
                    self._below[owner].pop(key, None)
                for owner in new:
                    self._below.setdefault(owner, {})[key] = None


def _owners(record: Record | None) -> tuple[str, ...]:
    match record:
        case Node():
            return tuple(dict.fromkeys(key for key in (record.map_id, record.parent_id) if key))
        case Link():
            return tuple(dict.fromkeys((record.map_id, record.source_id, record.target_id)))
    about = getattr(record, "about_id", "")
    return (about,) if about else ()
