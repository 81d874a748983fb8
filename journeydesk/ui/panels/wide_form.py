"""A form with two columns, for a dialog that is watched while it is filled in."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from journeydesk.language import message, say
from journeydesk.model.fields import Editor, Field
from journeydesk.model.records import Record
from journeydesk.ui.panels.chips import ChipsEditor
from journeydesk.ui.panels.editors import FieldEditor, Ground, LineEditor, TextEditor
from journeydesk.ui.panels.form import Form

LONG = ("name", "tagline")  # these need the room
WHOLE_ROW = (Editor.TEXT, Editor.PAIRS, Editor.RECORDS, Editor.CHOICES, Editor.COLOUR)


class WideForm(Form):
    """The fields that are named, by sections, two side by side. `typed` tells of every letter."""

    typed = Signal()

    def __init__(self, record_class: type[Record], ground: Ground, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        super().__init__(record_class, ground)
        for editor in self.editors.values():
            if isinstance(editor, LineEditor):
                editor.line.textEdited.connect(self.typed)
            elif isinstance(editor, TextEditor):
                editor.box.textChanged.connect(self.typed)

    def arrange(self, sections: dict[str, list[Field]]) -> None:
        for title, known in sections.items():
            fields = [told for told in known if told.name in self._names]
            if title and fields:
                heading = QLabel(say(title))
                heading.setObjectName("heading")
                heading.setContentsMargins(0, 20, 0, 0)
                self.column.addWidget(heading)
            grid = QGridLayout()
            grid.setHorizontalSpacing(20)
            grid.setVerticalSpacing(8)
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, 1)
            self._fill(grid, fields)
            self.column.addLayout(grid)

    def make(self, told: Field) -> FieldEditor:
        if told.editor is Editor.CHOICES and not told.refers:
            return ChipsEditor(told, self.ground)
        return super().make(told)

    def pending(self) -> dict[str, object]:
        """What is written in the fields now, though it is not committed yet."""
        return {
            name: editor.written
            for name, editor in self.editors.items()
            if isinstance(editor, LineEditor | TextEditor)
        }

    def _fill(self, grid: QGridLayout, fields: list[Field]) -> None:
        row = column = 0
        for told in fields:
            wide = told.editor in WHOLE_ROW or told.name in LONG
            if wide and column:
                row, column = row + 1, 0
            cell = QWidget()
            cell_column = QVBoxLayout(cell)
            cell_column.setContentsMargins(0, 0, 0, 0)
            cell_column.setSpacing(4)
            for part in self.parts(told):
                cell_column.addWidget(part)
            cell_column.addStretch(1)
            grid.addWidget(cell, row, column, 1, 2 if wide else 1, Qt.AlignmentFlag(0))
            row, column = (row + 1, 0) if wide or column else (row, 1)

    def label(self, told: Field) -> str:
        """The field's name with the range of its numbers."""
        if told.editor is Editor.NUMBER and told.minimum is not None and told.maximum is not None:
            span = {"least": told.minimum, "most": told.maximum}
            return say(message("{label}, {least} to {most}", label=say(told.label), **span))
        return super().label(told)
