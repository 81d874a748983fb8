"""What the project holds beside its maps, by class: a list to choose from, to rename in and to add to."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget

from journeydesk.language import N_, say
from journeydesk.model import queries
from journeydesk.model.change import Change
from journeydesk.model.document import Document
from journeydesk.model.freshness import freshness_of
from journeydesk.model.records import Evidence, Persona, Record
from journeydesk.operations import fields
from journeydesk.ui.panels.records_list import RecordsList
from journeydesk.ui.panels.section import Section
from journeydesk.ui.session import Session
from journeydesk.ui.source_rows import facts_of, sign_of


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands on a shelf: records of one class, told apart by a field.

    `deeds` are ids of actions, `keys` those for what is asked for by a key within the list.
    """

    record_class: type[Record]
    title: str
    field: str
    icon: str
    empty: str
    deeds: tuple[str, ...]
    found: Callable[[Document], Sequence[Record]]
    keys: Mapping[str, str] = dataclasses.field(default_factory=dict)
    sign: Callable[[Record], str] | None = None
    facts: Callable[[Document, Record], str] | None = None


def _sources(document: Document) -> Sequence[Record]:
    return sorted(document.all(Evidence), key=lambda source: (source.title.casefold(), source.id))


def _source_sign(record: Record) -> str:
    return sign_of(record) if isinstance(record, Evidence) else ""


def _source_facts(document: Document, record: Record) -> str:
    return facts_of(record, freshness_of(document)) if isinstance(record, Evidence) else ""


PERSONAS = Kept(
    Persona,
    N_("Personas"),
    "name",
    "circle-user",
    N_("A journey starts with a person: add the first one with +"),
    ("follow_persona", "edit_persona", "place_persona", "new_persona"),
    queries.personas,
    {
        "open": "edit_persona",
        "copy": "copy_persona",
        "paste": "paste_persona",
        "remove": "remove_persona",
    },
)
EVIDENCE = Kept(
    Evidence,
    N_("Evidence"),
    "title",
    "paperclip",
    N_("What claims rest on: interviews, numbers, observations"),
    ("new_evidence",),
    _sources,
    sign=_source_sign,
    facts=_source_facts,
)


class Shelf(Section):
    """A list of records. `marked` is sent when another one is chosen, to be looked at in the inspector."""

    marked = Signal()

    def __init__(
        self, kept: Kept, session: Session, deeds: dict[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(say(kept.title), [deeds[key] for key in kept.deeds], parent)
        self._kept = kept
        self._session = session
        self.list = RecordsList(self._title, self._sign, self._facts)
        self.list.setAccessibleName(say(kept.title))
        self._empty = QLabel(say(kept.empty))
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(8, 0, 8, 0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self.list, 1)
        self.list.current.connect(self._mark)
        self.list.renamed.connect(self._rename)
        self._deeds = deeds
        self.list.wishes = frozenset(kept.keys)
        self.list.asked.connect(self._do)
        session.changed.connect(self._follow)
        session.selection_changed.connect(self._let_go)
        self.refresh()

    @property
    def current_id(self) -> str:
        """The id of the record that is marked, or ""."""
        return self.list.current_id

    @property
    def rows(self) -> int:
        """How many rows it takes to show all, or the words that stand there for none."""
        return max(2, self.list.count())

    def refresh(self) -> None:
        """Reads the records anew."""
        found = self._kept.found(self._session.document)
        self.list.fill(found, self.current_id)
        self.list.setHidden(not found)
        self._empty.setHidden(bool(found))

    def rename(self, key: str) -> None:
        """Lets the title of a record be typed."""
        self.refresh()
        self.list.rename(key)

    def let_go(self) -> None:
        """Marks none."""
        self.list.fill(self._kept.found(self._session.document), "")

    def choose(self, key: str) -> None:
        """Marks a record, to be looked at in the inspector."""
        self.list.fill(self._kept.found(self._session.document), key)
        self.marked.emit()

    def _do(self, wish: str) -> None:
        self._deeds[self._kept.keys[wish]].trigger()

    def _title(self, record: Record) -> str:
        return str(getattr(record, self._kept.field))

    def _sign(self, record: Record) -> str:
        return self._kept.sign(record) if self._kept.sign is not None else self._kept.icon

    def _facts(self, record: Record) -> str:
        """What is told of a record beside its title; "" for nothing."""
        return self._kept.facts(self._session.document, record) if self._kept.facts is not None else ""

    def _follow(self, change: Change) -> None:
        if any(isinstance(before or after, self._kept.record_class) for before, after in change.values()):
            self.refresh()

    def _mark(self, _: str) -> None:
        self.marked.emit()

    def _let_go(self) -> None:
        if self._session.selection:
            self.let_go()

    def _rename(self, key: str, title: str) -> None:
        fields.set_field(self._session.document, (key,), self._kept.field, title)
        self.refresh()
