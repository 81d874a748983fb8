"""What was exported before and is to be exported like that again, kept by the names that people give."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QInputDialog, QToolButton, QWidget

from journeydesk.language import say
from journeydesk.ui.icons import icon
from journeydesk.ui.settings import Settings, store
from journeydesk.ui.text_size import scaled


class Presets(QWidget):
    """A box with the presets, and buttons to keep one and to let one go. `chosen` carries what is chosen."""

    chosen = Signal(dict)
    asked = Signal()  # what is chosen now is to be kept

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.box = QComboBox()
        self.box.setMinimumWidth(scaled(140))
        self.box.setAccessibleName(say("Preset"))
        self.box.activated.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        self.keep = self._button("save", say("Keep these choices as a preset…"))
        self.keep.clicked.connect(self.asked)
        self.forget = self._button("trash-2", say("Forget this preset"))
        self.forget.clicked.connect(self._forget)
        for button in (self.keep, self.forget):
            row.addWidget(button)
        self._list("")

    def ask_name(self) -> str:
        """The name that somebody gives to a preset; "" for none."""
        name, given = QInputDialog.getText(
            self, say("Keep as a Preset"), say("Name"), text=self.box.currentData() or ""
        )
        return name.strip() if given else ""

    def add(self, name: str, choices: dict[str, Any]) -> None:
        """Keeps choices under a name, in place of what had it."""
        if name:
            self._settings.presets = {**self._settings.presets, name: choices}
            store(self._settings)
            self._list(name)

    def _button(self, name: str, told: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setIcon(icon(name))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(told)
        button.setAccessibleName(told)
        return button

    def _list(self, chosen: str) -> None:
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(say("None"), "")
            for name in sorted(self._settings.presets, key=str.casefold):
                self.box.addItem(name, name)
            self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        self.forget.setEnabled(bool(self.box.currentData()))

    def _choose(self) -> None:
        name = self.box.currentData()
        self.forget.setEnabled(bool(name))
        if name in self._settings.presets:
            self.chosen.emit(self._settings.presets[name])

    def _forget(self) -> None:
        name = self.box.currentData()
        self._settings.presets = {key: kept for key, kept in self._settings.presets.items() if key != name}
        store(self._settings)
        self._list("")
