"""What stands under the map before an audience: the title of the stop, and how far the way has come."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from journeydesk.language import message, say
from journeydesk.ui.icons import icon

LETTERS = (
    26  # a screen's height by the size of the title: legible from ten metres on a screen two metres wide
)
BUTTON = 44  # pixels, for fingers


class Caption(QFrame):
    """`stepped` carries 1 or -1 where somebody presses one of the arrows."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.title = QLabel()
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.offer = QLabel()
        self.offer.setObjectName("own")
        self.offer.hide()
        self._back = self._button("chevron-left", say("Previous stop"))
        self._on = self._button("chevron-right", say("Next stop"))
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self.title, 1)
        row.addWidget(self.offer)
        row.addWidget(self.count)
        row.addWidget(self._back)
        row.addWidget(self._on)

    def show_halt(self, title: str, place: int, count: int) -> None:
        """Tells where the presentation is."""
        self._text = title
        self._elide()
        self.count.setText(say(message("{place} / {count}", place=place + 1, count=count)))
        self._back.setEnabled(place > 0)
        self._on.setEnabled(place + 1 < count)

    def tell(self, told: str) -> None:
        """Says what can be done just now, beside the title."""
        self.offer.setText(told)
        self.offer.setVisible(bool(told))
        self._elide()

    def suit(self, height: int) -> None:
        """Takes letters that suit a screen of this height, in pixels."""
        font = QFont(self.font())
        font.setPixelSize(max(18, round(height / LETTERS)))
        font.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(font)
        font.setPixelSize(max(14, round(height / LETTERS / 2)))
        self.count.setFont(font)
        self.offer.setFont(font)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    _text = ""

    def _elide(self) -> None:
        room = max(50, self.title.width())
        shown = self.title.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self.title.setText(shown)
        self.title.setAccessibleName(self._text)

    def _button(self, name: str, told: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setIcon(icon(name))
        button.setIconSize(QSize(28, 28))
        button.setFixedSize(BUTTON, BUTTON)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(told)
        button.setAccessibleName(told)
        by = 1 if name.endswith("right") else -1
        button.setProperty("by", by)
        button.clicked.connect(self._step)
        return button

    def _step(self) -> None:
        self.stepped.emit(int(self.sender().property("by")))
