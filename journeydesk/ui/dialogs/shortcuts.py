"""Choosing other keys for actions."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeydesk.language import say
from journeydesk.ui.action import Context
from journeydesk.ui.actions import action
from journeydesk.ui.dialogs.key_choice import KeyChoice
from journeydesk.ui.icons import icon
from journeydesk.ui.keymap import Keymap, native
from journeydesk.ui.matching import bare
from journeydesk.ui.menus import listed, path_text
from journeydesk.ui.style import current_tones
from journeydesk.ui.text_size import scaled

NAME = Qt.ItemDataRole.UserRole
TEXT, KEYS = 0, 1  # the columns


class ShortcutsDialog(QDialog):
    """All actions by menu with their keys; those of the chosen one are changed below, and count at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(say("Keys and Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(760), scaled(640))
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText(say("Find an action or a key"))
        self.wanted.setAccessibleName(say("Find an action or a key"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.textChanged.connect(self._filter)
        self.rows: dict[str, QTreeWidgetItem] = {}
        self.heads: dict[str, QTreeWidgetItem] = {}
        self._titles: dict[str, str] = {}
        self.tree = self._tree()
        self.choice = KeyChoice()
        self.choice.decided.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part, stretch in ((self.wanted, 0), (self.tree, 1), (self.choice, 0)):
            column.addWidget(part, stretch)
        column.addLayout(self._buttons())
        self._show_keys()
        self.tree.currentItemChanged.connect(self._choose)
        self.tree.viewport().installEventFilter(self)
        self.tree.setCurrentItem(next(iter(self.rows.values())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.tree.viewport() and event.type() == QEvent.Type.Resize:
            self.tree.scrollTo(self.tree.currentIndex())  # a question below takes room from it
        return super().eventFilter(watched, event)

    @property
    def keymap(self) -> Keymap:
        """The keys that count now."""
        return Keymap(self._context.projects.settings.keys)

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(say("Actions"))
        tree.setHeaderLabels([say("Action"), say("Keys")])
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(KEYS, QHeaderView.ResizeMode.ResizeToContents)
        for path, name in listed():
            if action(name).passing:
                continue  # such as a recent project: another one tomorrow
            title = path_text(path)
            if title not in self.heads:
                self.heads[title] = QTreeWidgetItem(tree, [title])
                self.heads[title].setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.heads[title].setForeground(TEXT, QColor(current_tones().muted))
            row = QTreeWidgetItem(self.heads[title], [say(action(name).text)])
            row.setData(TEXT, NAME, name)
            row.setIcon(TEXT, icon(action(name).icon))
            self.rows[name], self._titles[name] = row, title
        tree.expandAll()
        return tree

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.reset_all = self.box.addButton(say("Reset All"), QDialogButtonBox.ButtonRole.ResetRole)
        self.reset_all.setAutoDefault(False)
        self.reset_all.clicked.connect(self._reset_all)
        self.box.rejected.connect(self.reject)
        row.addWidget(self.box)
        return row

    def _show_keys(self) -> None:
        """Brings the list up to date with the keys that count now."""
        keymap, tones = self.keymap, current_tones()
        for name, row in self.rows.items():
            row.setText(KEYS, "   ".join(native(key) for key in keymap.keys(name)))
            own = keymap.is_own(name)
            row.setForeground(KEYS, QColor(tones.accent if own else tones.text))
            font = row.font(KEYS)
            font.setBold(own)
            row.setFont(KEYS, font)
            row.setToolTip(KEYS, say("Chosen by you") if own else "")
        self.reset_all.setEnabled(bool(keymap.own))

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(TEXT, NAME):
            self.choice.show_action(str(item.data(TEXT, NAME)), self.keymap)

    def _take(self, name: str, keys: Iterable[str]) -> None:
        self._give(self.keymap.with_keys(name, keys).own)
        self.choice.show_action(name, self.keymap)

    def _reset_all(self) -> None:
        sure = self._context.projects.dialogs.ask_sure(
            say("Give all actions their usual keys again?"),
            say("The keys that you chose are forgotten."),
            say("Reset All"),
        )
        if sure:
            self._give({})
            self._choose(self.tree.currentItem())

    def _give(self, own: dict[str, list[str]]) -> None:
        self._context.projects.program.give_keys(own)
        self._show_keys()

    def _filter(self, wanted: str) -> None:
        words = bare(wanted).split()
        shown: set[str] = set()
        for name, row in self.rows.items():
            title = self._titles[name]
            told = bare(f"{row.text(TEXT)} {row.text(KEYS)} {title}")
            row.setHidden(not all(word in told for word in words))
            if not row.isHidden():
                shown.add(title)
        for title, head in self.heads.items():
            head.setHidden(title not in shown)
        first = next((row for row in self.rows.values() if not row.isHidden()), None)
        current = self.tree.currentItem()
        if first is not None and (current is None or current.isHidden()):
            self.tree.setCurrentItem(first)
