"""The form of a record class, built from the descriptions of its fields."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journeydesk.language import say
from journeydesk.model.change import Change
from journeydesk.model.fields import Editor, Field, described
from journeydesk.model.records import Asset, Record
from journeydesk.operations import fields, images, terms
from journeydesk.ui.panels.choosers import editor_for
from journeydesk.ui.panels.editors import FieldEditor, Ground
from journeydesk.ui.panels.term_editor import NewTerm

ON_MAPS = (Editor.RATINGS, Editor.PARTS)  # these offer the personas of the map


class Foot(QWidget):
    """What is shown below the fields of a form, and follows from the records."""

    @abstractmethod
    def show_records(self, ids: Sequence[str]) -> None:
        """Shows what is told of these records."""

    @abstractmethod
    def follow(self, change: Change) -> None:
        """Shows it anew where a change makes a difference."""


class Form(QWidget):
    """Shows the fields that records of one class share, and writes what is changed to all of them."""

    def __init__(self, record_class: type[Record], ground: Ground) -> None:
        super().__init__()
        self.ground = ground
        self._ids: tuple[str, ...] = ()
        self.editors: dict[str, FieldEditor] = {}
        self._labels: dict[str, QLabel] = {}
        self._feet: list[Foot] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        # A kind's own fields come before those that every kind has.
        sections: dict[str, list[Field]] = {"": []}
        for told in described(record_class):
            if told.editor not in (Editor.HIDDEN, Editor.STOPS):
                sections.setdefault(told.section, []).append(told)
        self.arrange(sections)

    def arrange(self, sections: dict[str, list[Field]]) -> None:
        """Lays out the fields, those without a section first."""
        for section, known in sections.items():
            if section:
                heading = QLabel(say(section))
                heading.setObjectName("section")
                heading.setContentsMargins(0, 16, 0, 0)
                self.column.addWidget(heading)
            for told in known:
                for part in self.parts(told):
                    self.column.addWidget(part)

    def make(self, told: Field) -> FieldEditor:
        """The editor for a field."""
        return editor_for(told, self.ground)

    def label(self, told: Field) -> str:
        """What stands over a field."""
        return say(told.label)

    def parts(self, told: Field) -> tuple[QWidget, ...]:
        """The label and the editor of a field."""
        editor = self.make(told)
        editor.setAccessibleName(say(told.label))
        if (inner := editor.focusProxy()) is not None:
            inner.setAccessibleName(say(told.label))
        editor.setToolTip(say(told.hint))
        editor.committed.connect(self._commit)
        self.editors[told.name] = editor
        if told.editor is Editor.SWITCH:
            return (editor,)
        label = QLabel(self.label(told))
        label.setObjectName("muted")
        label.setBuddy(editor.focusProxy() or editor)
        label.setContentsMargins(0, 6, 0, 0)
        label.setWordWrap(True)
        self._labels[told.name] = label
        return label, editor

    def add_foot(self, foot: Foot) -> None:
        """Shows something below the fields that follows from the records."""
        self._feet.append(foot)
        self.column.addWidget(foot)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records that are shown."""
        return self._ids

    def show_records(self, ids: Sequence[str]) -> None:
        """Shows these records; what was being typed about others is kept first."""
        if tuple(ids) != self._ids:
            self.flush()
            self._ids = tuple(ids)
        self.refresh()
        for foot in self._feet:
            foot.show_records(ids)

    def refresh(self) -> None:
        """Reads all values anew."""
        records = self._records()
        for name, editor in self.editors.items():
            values = [getattr(record, name) for record in records]
            self._show_wanted(name, editor, records)
            if values:
                editor.records = tuple(records)
                editor.show_value(values[0], any(value != values[0] for value in values))

    def _show_wanted(self, name: str, editor: FieldEditor, records: list[Record]) -> None:
        """Shows an editor only where its field means something."""
        if editor.told.only:
            field, *values = editor.told.only
            wanted = any(getattr(record, field) in values for record in records)
            editor.setVisible(wanted)
            if name in self._labels:
                self._labels[name].setVisible(wanted)

    def follow(self, change: Change) -> None:
        """Reads the values anew where the change concerns them, or records that can be chosen here."""
        if any(key in change for key in self._ids):
            self.refresh()
        else:
            names = {type(before or after).__name__ for before, after in change.values()}
            told = [editor.told for editor in self.editors.values()]
            if any(_is_concerned(one, names) for one in told):
                self.refresh()
        for foot in self._feet:
            foot.follow(change)

    def flush(self) -> None:
        """Writes what was typed and not written yet."""
        for editor in self.editors.values():
            editor.flush()

    def take_keyboard(self, name: str = "") -> bool:
        """Goes to a field, the first one by default; False where there is none of this name."""
        editor = self.editors.get(name or next(iter(self.editors), ""))
        if editor is not None:
            editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return editor is not None

    def _records(self) -> list[Record]:
        found = (self.ground.document.get(key) for key in self._ids)
        return [record for record in found if record is not None]

    def _commit(self, value: object) -> None:
        editor = self.sender()
        if isinstance(editor, FieldEditor):
            name = editor.told.name
            ids = [record.id for record in self._records() if getattr(record, name) != value]
            if isinstance(value, Asset):
                images.set_picture(self.ground.document, ids, name, value)
            elif isinstance(value, NewTerm):
                terms.give_new_term(self.ground.document, ids, editor.told.vocabulary, value.title)
            elif ids:
                fields.set_field(self.ground.document, ids, name, value)
            self.refresh()


def _is_concerned(told: Field, names: set[str]) -> bool:
    """Whether records of these classes can be chosen in a field."""
    if told.editor is Editor.STAGE:
        return "Stage" in names
    return told.refers in names or (told.editor in ON_MAPS and "JourneyMap" in names)
