"""Which keys an action has: those that somebody chose, else the program's own."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from journeydesk.ui.action import Action, Where
from journeydesk.ui.actions import ACTIONS, action

Keys = tuple[str, ...]  # in Qt's portable spelling
Own = Mapping[str, Sequence[str]]  # by the action's id

CHORD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def portable(key: str) -> str:
    """One key, with what is held beside it, in Qt's portable spelling; "" for anything else."""
    sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
    if sequence.count() != 1 or _pressed(sequence).key() == Qt.Key.Key_unknown:
        return ""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def native(key: str) -> str:
    """A key as people read it on their keyboard."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def is_needed_elsewhere(key: str, row: Action) -> bool:
    """Whether the action would take a key from fields, lists and buttons: a letter, Tab, an arrow alone."""
    if row.where is not Where.WINDOW or key in row.shortcuts:
        return False
    pressed = _pressed(QKeySequence(key))
    return not pressed.keyboardModifiers() & CHORD and not (Qt.Key.Key_F1 <= pressed.key() <= Qt.Key.Key_F35)


class Keymap:
    """The keys of every action. One key means one thing; chosen keys come before the program's own.

    What is not understood in `own`, such as an action of another version, is passed over.
    """

    def __init__(self, own: Own) -> None:
        found = {row.id: _clean(own[row.id]) for row in ACTIONS if row.id in own}
        self._own = {name: keys for name, keys in found.items() if keys != action(name).shortcuts}
        taken: dict[str, str] = {}
        for name, keys in self._own.items():
            for key in keys:
                taken.setdefault(key, name)
        self._keys = {
            row.id: tuple(
                key for key in self._own.get(row.id, row.shortcuts) if taken.get(key, row.id) == row.id
            )
            for row in ACTIONS
        }

    @property
    def own(self) -> dict[str, list[str]]:
        """What differs from the program's own keys, as it is kept in the settings."""
        return {name: list(keys) for name, keys in self._own.items()}

    def keys(self, action_id: str) -> Keys:
        """The keys of an action; the first is shown in menus."""
        return self._keys[action_id]

    def told(self, action_id: str) -> str:
        """The first key of an action as people read it, or ""."""
        keys = self._keys[action_id]
        return native(keys[0]) if keys else ""

    def is_own(self, action_id: str) -> bool:
        """Whether somebody chose the keys of an action, or took one of them for another action."""
        return self._keys[action_id] != action(action_id).shortcuts

    def user_of(self, key: str) -> Action | None:
        """The action that has a key."""
        return next((row for row in ACTIONS if key in self._keys[row.id]), None)

    def with_keys(self, action_id: str, keys: Iterable[str]) -> "Keymap":
        """A keymap in which an action has exactly these keys, and no other action has them."""
        wanted = _clean(keys)
        changed = {**self._keys, action_id: wanted}
        for name, held in self._keys.items():
            if name != action_id and set(held) & set(wanted):
                changed[name] = tuple(key for key in held if key not in wanted)
        return Keymap({row.id: changed[row.id] for row in ACTIONS if changed[row.id] != row.shortcuts})


def _pressed(sequence: QKeySequence) -> QKeyCombination:
    first: QKeyCombination = sequence[0]  # type: ignore[index]  # the stubs do not know it
    return first


def _clean(keys: Iterable[str]) -> Keys:
    return tuple(dict.fromkeys(key for one in keys if (key := portable(one))))
