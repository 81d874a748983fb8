"""Large buttons that say what becomes of a remark on the map."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from journeydesk.kinds.catalogue import kind_named
from journeydesk.language import message, say
from journeydesk.ui.icons import large_icon

KINDS = ("note", "touchpoint", "branch", "stage", "decision", "outcome")
COLUMNS = 3
LEAST = 48  # pixels, for fingers


class Sending(QWidget):
    """One button for each kind, that of the last one marked. `sent` carries the name of the kind."""

    sent = Signal(str)

    def __init__(self, deeds: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.buttons: dict[str, QToolButton] = {}
        for place, name in enumerate(KINDS):
            kind = kind_named(name)
            button = self.buttons[name] = QToolButton()
            button.setObjectName("large")
            button.setCheckable(True)
            button.setText(f" {say(kind.title)}")  # further from its icon
            button.setAccessibleName(say(kind.title))
            keys = (
                deeds[f"insert_{name}"]
                .shortcut()
                .toString(deeds[f"insert_{name}"].shortcut().SequenceFormat.NativeText)
            )
            button.setToolTip(say(message("{name} ({keys})", name=say(kind.title), keys=keys)))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self.sent.emit, name))
            self._grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        self.mark(KINDS[0])

    def mark(self, kind: str) -> None:
        """Shows which kind it was last: what Enter and dragging make as well."""
        for name, button in self.buttons.items():
            button.setChecked(name == kind)

    def suit(self, pixels: int) -> None:
        """Takes letters of this size."""
        for name, button in self.buttons.items():
            font = button.font()
            font.setPixelSize(pixels)
            button.setFont(font)
            button.setIcon(large_icon(kind_named(name).icon, pixels))
            button.setIconSize(QSize(pixels, pixels))
            button.setFixedHeight(max(LEAST, round(pixels * 2.2)))
