"""The keys of one action, to be added to, taken away and reset, with a word on what is in the way."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from journeydesk.language import message, say
from journeydesk.ui.actions import action
from journeydesk.ui.dialogs.key_catcher import KeyCatcher
from journeydesk.ui.icons import icon
from journeydesk.ui.keymap import Keymap, is_needed_elsewhere, native


class KeyChoice(QFrame):
    """`decided` carries the id of the action and all keys that it shall have."""

    decided = Signal(str, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._name = ""
        self._keymap = Keymap({})
        self._wanted: list[str] = []
        self._title = QLabel()
        self._title.setObjectName("strong")
        self._keys = QHBoxLayout()
        self._keys.setSpacing(6)
        self.catcher = KeyCatcher(say("&Add Keys…"))
        self.catcher.caught.connect(self._add)
        self.reset = QPushButton(say("Reset"))
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self._reset)
        self.told = QLabel()
        self.told.setObjectName("warning")
        self.told.setWordWrap(True)
        self.told.setAccessibleName(say("What is in the way"))
        self.take = QPushButton(say("Take It Away There"))
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self._take_away)
        self.leave = QPushButton(say("Leave It"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self._forget)
        self._lay_out()

    def _lay_out(self) -> None:
        keys, question = QHBoxLayout(), QHBoxLayout()
        for row in (keys, question):
            row.setSpacing(8)
        keys.addLayout(self._keys)
        keys.addWidget(self.catcher)
        keys.addStretch(1)
        keys.addWidget(self.reset)
        question.addWidget(self.told, 1)
        question.addWidget(self.take)
        question.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addLayout(keys)
        column.addLayout(question)

    def show_action(self, name: str, keymap: Keymap) -> None:
        """Shows the keys of an action."""
        self._name, self._keymap = name, keymap
        self._title.setText(say(action(name).text))
        while (item := self._keys.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        for key in keymap.keys(name):
            chip = QPushButton(icon("x"), native(key))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setAutoDefault(False)
            chip.setProperty("key", key)
            chip.setToolTip(say(message("Take {keys} away", keys=native(key))))
            chip.setAccessibleName(say(message("Take {keys} away", keys=native(key))))
            chip.clicked.connect(self._remove)
            self._keys.addWidget(chip)
        self.reset.setEnabled(keymap.is_own(name))
        self._forget()

    def propose(self, keys: Iterable[str]) -> None:
        """Decides for these keys, or asks first where another action has one of them."""
        self._wanted = list(keys)
        held = [
            (key, user)
            for key in self._wanted
            if (user := self._keymap.user_of(key)) is not None and user.id != self._name
        ]
        if not held:
            self.decided.emit(self._name, self._wanted)
            return
        key, user = held[0]
        told = message(
            "{keys} is used by “{name}”. Take it away there?", keys=native(key), name=say(user.text)
        )
        self._tell(say(told), asking=True)

    def _add(self, key: str) -> None:
        if is_needed_elsewhere(key, action(self._name)):
            told = message(
                "{keys} alone is needed in fields and lists. Hold Ctrl or Alt as well.", keys=native(key)
            )
            self._tell(say(told), asking=False)
        elif key not in self._keymap.keys(self._name):
            self.propose((*self._keymap.keys(self._name), key))
        else:
            self._forget()

    def _remove(self) -> None:
        chip = self.sender()
        if isinstance(chip, QPushButton):
            gone = chip.property("key")
            self.propose(key for key in self._keymap.keys(self._name) if key != gone)
            self.catcher.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reset(self) -> None:
        self.propose(action(self._name).shortcuts)

    def _take_away(self) -> None:
        self.decided.emit(self._name, self._wanted)

    def _forget(self) -> None:
        self._wanted = []
        self._tell("", asking=False)

    def _tell(self, text: str, *, asking: bool) -> None:
        had_focus = self.take.hasFocus() or self.leave.hasFocus()
        self.told.setText(text)
        self.take.setVisible(asking)
        self.leave.setVisible(asking)
        if asking:
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            self.catcher.setFocus(Qt.FocusReason.OtherFocusReason)
