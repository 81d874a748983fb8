"""The rows of a form for what people may choose when they export; those are seen that the format asks."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QSpinBox, QWidget

from journeydesk.language import say
from journeydesk.model.fields import Editor, Field, described


class OptionRows(QObject):
    """Editors for the fields of an object that describes them, such as `ExportOptions`.

    `usual` holds what is chosen at first, `title` stands before the first switch. `changed` tells that one
    has another value.
    """

    changed = Signal()

    def __init__(self, form: QFormLayout, usual: Any, title: str = "") -> None:
        super().__init__(form)
        self._form = form
        self._fields = tuple(field for field in described(type(usual)) if field.editor is not Editor.HIDDEN)
        self.editors = {field.name: self._editor(field, getattr(usual, field.name)) for field in self._fields}
        for field in self._fields:
            label = title if field.editor is Editor.SWITCH else say(field.label)
            editor = self.editors[field.name]
            editor.setToolTip(say(field.hint))
            form.addRow(label, editor)
            title = ""

    def show(self, wanted: Collection[str]) -> None:
        """Shows the rows of these fields, and no others."""
        for name, editor in self.editors.items():
            self._form.setRowVisible(editor, name in wanted)

    def show_all(self, wanted: bool) -> None:
        """Shows all rows, or none."""
        self.show(self.editors if wanted else ())

    @property
    def values(self) -> dict[str, Any]:
        """What is chosen, by the name of the option; of those that are not seen, too."""
        return {field.name: _value(self.editors[field.name]) for field in self._fields}

    def choose(self, values: dict[str, Any]) -> None:
        """Chooses these values; names that are no option, and what does not fit one, are passed over."""
        for field in self._fields:
            editor, value = self.editors[field.name], values.get(field.name)
            match editor:
                case QCheckBox() if isinstance(value, bool):
                    editor.setChecked(value)
                case QComboBox() if editor.findData(value) >= 0:
                    editor.setCurrentIndex(editor.findData(value))
                case QSpinBox() if type(value) is int:
                    editor.setValue(value)
                case QDoubleSpinBox() if isinstance(value, int | float) and not isinstance(value, bool):
                    editor.setValue(value)

    def _editor(self, field: Field, value: Any) -> QWidget:
        if field.editor is Editor.SWITCH:
            switch = QCheckBox(say(field.label))
            switch.setChecked(value)
            switch.toggled.connect(self._tell)
            return switch
        if field.editor is Editor.CHOICE:
            box = QComboBox()
            for choice in field.choices:
                box.addItem(say(choice.label), choice.key)
            box.setCurrentIndex(box.findData(value))
            box.currentIndexChanged.connect(self._tell)
            return box
        number: QSpinBox | QDoubleSpinBox = QSpinBox() if field.whole else QDoubleSpinBox()
        if isinstance(number, QDoubleSpinBox):
            number.setDecimals(0)
        number.setRange(field.minimum or 0, field.maximum or 0)  # type: ignore[arg-type]  # whole where it must
        number.setValue(value)
        number.lineEdit().setTextMargins(4, 0, 4, 0)
        if field.unit:
            number.setSuffix(f" {say(field.unit)}")
            number.setAccessibleDescription(say(field.unit))
        number.valueChanged.connect(self._tell)
        return number

    def _tell(self, _value: object) -> None:
        self.changed.emit()


def _value(editor: QWidget) -> Any:
    match editor:
        case QCheckBox():
            return editor.isChecked()
        case QComboBox():
            return editor.currentData()
        case QSpinBox() | QDoubleSpinBox():
            return editor.value()
    raise TypeError(editor)
