"""The editor of several choices as chips: pressed where they are chosen."""

from typing import Any

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from journeydesk.language import say
from journeydesk.model.fields import Field
from journeydesk.ui.flow_row import FlowRow
from journeydesk.ui.icons import icon
from journeydesk.ui.panels.editors import FieldEditor, Ground


class ChipsEditor(FieldEditor):
    """Several of a vocabulary, in the order of the vocabulary; what it does not know is kept."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        chips = QWidget()
        flow = FlowRow(chips, QMargins(0, 0, 0, 0))
        self.buttons: dict[str, QToolButton] = {}
        for choice in told.choices:
            button = QToolButton()
            button.setObjectName("condition")
            button.setText(say(choice.label))
            button.setIcon(icon(choice.icon))
            button.setIconSize(QSize(16, 16))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.clicked.connect(self._commit)
            flow.addWidget(button)
            self.buttons[choice.key] = button
        self.row.addWidget(chips, 1)
        self._value: tuple[str, ...] = ()
        if told.choices:
            self.setFocusProxy(self.buttons[told.choices[0].key])

    def show_value(self, value: Any, several: bool) -> None:
        self._value = () if several else value
        for key, button in self.buttons.items():
            button.setChecked(key in self._value)
            button.setProperty("active", key in self._value)
            button.style().polish(button)

    def _commit(self) -> None:
        chosen = [key for key, button in self.buttons.items() if button.isChecked()]
        unknown = [key for key in self._value if key not in self.buttons]
        self.committed.emit((*chosen, *unknown))
