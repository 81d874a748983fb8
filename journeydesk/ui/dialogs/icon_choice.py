"""Choosing one of the icons: all of them side by side, found by a word."""

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from journeydesk.language import LANGUAGES, catalogue, say
from journeydesk.model import vocabulary
from journeydesk.model.fields import Choice
from journeydesk.ui.dialogs.icon_words import WORDS
from journeydesk.ui.icons import icon
from journeydesk.ui.matching import bare
from journeydesk.ui.style import current_tones
from journeydesk.ui.text_size import scaled

Index = QModelIndex | QPersistentModelIndex
NAME = Qt.ItemDataRole.UserRole
SIDE, CELL = 22, 44  # pixels
WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


@cache
def words_of() -> Mapping[str, str]:
    """By what icons are found: their own name, and what they stand for in any language."""
    words = {name: [name.replace("-", " "), *_said(text)] for name, text in WORDS.items()}
    for choices in vars(vocabulary).values():
        for choice in choices if isinstance(choices, tuple) else ():
            if isinstance(choice, Choice) and choice.icon in words:
                words[choice.icon] += _said(choice.label)
    return {name: bare(" ".join(found)) for name, found in words.items()}


def _said(text: str) -> list[str]:
    return [catalogue(code)(text) for code in LANGUAGES]


class IconCell(QStyledItemDelegate):
    """An icon in the middle of its cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = option.rect.adjusted(3, 3, -3, -3)
        tones = current_tones()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(tones.soft))
            painter.setPen(QPen(QColor(tones.accent), 1.5) if is_chosen else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 6, 6)
            painter.restore()
        sign: QIcon = index.data(Qt.ItemDataRole.DecorationRole)
        off = (CELL - SIDE) // 2
        sign.paint(painter, option.rect.adjusted(off, off, -off, -off))

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:
        return QSize(CELL, CELL)


class IconChoice(QDialog):
    """`chosen` is the name of the icon once the dialog was accepted."""

    def __init__(self, current: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(scaled(560), scaled(460))
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText(say("Find an icon"))
        self.wanted.setAccessibleName(say("Find an icon"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.textChanged.connect(self._filter)
        self.wanted.installEventFilter(self)
        self.icons = self._grid(current)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self._take = box.button(QDialogButtonBox.StandardButton.Ok)
        self._take.setText(say("Take This Icon"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        for part in (self.wanted, self.icons, box):
            column.addWidget(part)
        self.wanted.setFocus()

    @property
    def chosen(self) -> str:
        found = self.icons.selectedItems()
        return str(found[0].data(NAME)) if found and not found[0].isHidden() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys walk over the icons while a word is typed."""
        if watched is self.wanted and _walks(event):
            self.icons.setFocus()
            self.icons.event(event)
            return True
        return super().eventFilter(watched, event)

    def _grid(self, current: str) -> QListWidget:
        grid = QListWidget()
        grid.setAccessibleName(say("Icons"))
        grid.setViewMode(QListView.ViewMode.IconMode)
        grid.setResizeMode(QListView.ResizeMode.Adjust)
        grid.setMovement(QListView.Movement.Static)
        grid.setUniformItemSizes(True)
        grid.setIconSize(QSize(SIDE, SIDE))
        grid.setGridSize(QSize(CELL, CELL))
        grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        grid.setItemDelegate(IconCell(grid))
        for name, text in WORDS.items():
            item = QListWidgetItem(icon(name), "", grid)
            item.setData(NAME, name)
            item.setToolTip(say(text))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, say(text))
            if name == current:
                grid.setCurrentItem(item)
        grid.itemActivated.connect(self.accept)
        grid.itemDoubleClicked.connect(self.accept)
        return grid

    def _filter(self, wanted: str) -> None:
        words = bare(wanted).split()
        first: QListWidgetItem | None = None
        for row in range(self.icons.count()):
            item = self.icons.item(row)
            told = words_of()[str(item.data(NAME))]
            item.setHidden(not all(word in told for word in words))
            if first is None and not item.isHidden():
                first = item
        if first is not None and (words or not self.chosen):
            self.icons.setCurrentItem(first)
        self._take.setEnabled(first is not None)


def _walks(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in WALKING
