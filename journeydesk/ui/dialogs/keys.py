"""One sheet with every key of the program."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeydesk.language import message, say
from journeydesk.ui.action import Context
from journeydesk.ui.actions import action
from journeydesk.ui.keymap import Keymap, native
from journeydesk.ui.matching import bare
from journeydesk.ui.menus import listed, path_text
from journeydesk.ui.text_size import scaled

COLUMNS = 2
HIGH = 600  # pixels


def groups(keymap: Keymap) -> list[tuple[str, list[str]]]:
    """The ids of the actions that have keys, by the menu in which they stand."""
    found = [
        (path_text(path), [name for _, name in rows if keymap.keys(name)])
        for path, rows in groupby(listed(), lambda row: row[0])
    ]
    merged: dict[str, list[str]] = {}
    for path, names in found:
        merged.setdefault(path, []).extend(names)
    return [(path, names) for path, names in merged.items() if names]


class KeysSheet(QDialog):
    """All keys by menu, in two columns, with a field that finds one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._keymap = Keymap(context.projects.settings.keys)
        self.setWindowTitle(say("All Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(1040), scaled(HIGH))
        self._lines: list[tuple[QLabel, QLabel]] = []
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText(say("Find an action or a key"))
        self.wanted.setAccessibleName(say("Find an action or a key"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.textChanged.connect(self._filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.wanted)
        column.addWidget(self._page(), 1)
        column.addWidget(self._buttons())

    def _page(self) -> QScrollArea:
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setSpacing(40)
        grids = [QGridLayout() for _ in range(COLUMNS)]
        for grid in grids:
            grid.setColumnStretch(0, 1)
            grid.setVerticalSpacing(4)
            columns.addLayout(grid, 1)
        for title, names in groups(self._keymap):
            self._add(title, names, min(grids, key=QGridLayout.rowCount))
        for grid in grids:
            grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setAccessibleName(say("All Keys"))
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        change = buttons.addButton(say("Change Keys…"), QDialogButtonBox.ButtonRole.ActionRole)
        change.setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        change.clicked.connect(self._change)
        buttons.rejected.connect(self.reject)
        return buttons

    def _add(self, title: str, names: Iterable[str], grid: QGridLayout) -> None:
        place = grid.rowCount()
        heading = QLabel(title)
        heading.setObjectName("heading")
        heading.setContentsMargins(0, 16 if place > 1 else 0, 0, 4)
        grid.addWidget(heading, place, 0, 1, 2)
        for offset, name in enumerate(names, 1):
            text = QLabel(say(action(name).text))
            keys = QLabel("   ".join(native(key) for key in self._keymap.keys(name)))
            own = self._keymap.is_own(name)
            keys.setObjectName("own" if own else "keys")
            if own:
                usual = ", ".join(native(key) for key in action(name).shortcuts) or say("none")
                keys.setToolTip(say(message("Chosen by you; usually: {keys}", keys=usual)))
            keys.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(text, place + offset, 0)
            grid.addWidget(keys, place + offset, 1)
            self._lines.append((text, keys))

    def _change(self) -> None:
        self.accept()
        self._context.show_dialog("shortcuts")

    def _filter(self, wanted: str) -> None:
        words = bare(wanted).split()
        for text, keys in self._lines:
            told = bare(f"{text.text()} {keys.text()}")
            shown = all(word in told for word in words)
            text.setVisible(shown)
            keys.setVisible(shown)
