"""One sheet with every key of the program."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
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

from journeydesk.language import say
from journeydesk.ui.action import Action
from journeydesk.ui.actions import action
from journeydesk.ui.menus import MENUS, Menu

COLUMNS = 2


def keys_of(row: Action) -> str:
    """All keys of an action as people read them."""
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(QKeySequence(key).toString(native) for key in row.shortcuts)


def rows_of(menu: Menu) -> list[Action]:
    """The actions of a menu and of the menus within that have keys."""
    found: list[Action] = []
    for row in menu.rows:
        if isinstance(row, Menu):
            found += rows_of(row)
        elif row is not None and action(row).shortcuts:
            found.append(action(row))
    return found


class KeysSheet(QDialog):
    """All keys by menu, in two columns, with a field that finds one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("All Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(960, 600)
        self._lines: list[tuple[QLabel, QLabel]] = []
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText(say("Find an action or a key"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.textChanged.connect(self._filter)
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setSpacing(40)
        grids = [QGridLayout() for _ in range(COLUMNS)]
        for grid in grids:
            grid.setColumnStretch(0, 1)
            grid.setVerticalSpacing(4)
            columns.addLayout(grid, 1)
        for menu in MENUS:
            self._add(menu, min(grids, key=QGridLayout.rowCount))
        for grid in grids:
            grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.wanted)
        column.addWidget(area, 1)
        column.addWidget(buttons)

    def _add(self, menu: Menu, grid: QGridLayout) -> None:
        rows = rows_of(menu)
        if not rows:
            return
        place = grid.rowCount()
        heading = QLabel(say(menu.title).replace("&", ""))
        heading.setObjectName("heading")
        heading.setContentsMargins(0, 16 if place > 1 else 0, 0, 4)
        grid.addWidget(heading, place, 0, 1, 2)
        for offset, row in enumerate(rows, 1):
            text, keys = QLabel(say(row.text)), QLabel(keys_of(row))
            keys.setObjectName("keys")
            keys.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(text, place + offset, 0)
            grid.addWidget(keys, place + offset, 1)
            self._lines.append((text, keys))

    def _filter(self, wanted: str) -> None:
        for text, keys in self._lines:
            shown = wanted.casefold() in f"{text.text()} {keys.text()}".casefold()
            text.setVisible(shown)
            keys.setVisible(shown)
