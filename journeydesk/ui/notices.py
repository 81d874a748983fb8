"""What is worth knowing and asks nothing: a bar above the map that can be closed, or goes by itself."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from journeydesk.language import Message, say
from journeydesk.ui.announcing import announce
from journeydesk.ui.icons import icon

SHOWN = 20_000  # milliseconds


class NoticeBar(QFrame):
    """Shows one notice after the other; each stays for a while. It never takes the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._waiting: list[str] = []
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton()
        close.setObjectName("quiet")
        close.setIcon(icon("x"))
        close.setIconSize(QSize(16, 16))
        close.setToolTip(say("Close"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self._next)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.addWidget(self._text, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        self.hide()

    def tell(self, told: Message | str) -> None:
        """Shows a notice, after those that are shown already."""
        self._waiting.append(say(told))
        if self.isHidden():
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self.hide()
            return
        self._text.setText(self._waiting.pop(0))
        self.setAccessibleName(self._text.text())
        self.show()
        announce(self, self._text.text())
        self._timer.start(SHOWN)
