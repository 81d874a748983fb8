"""The bar over a map that would be tidied: how much room, which way, keep or refuse."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from journeydesk.language import N_, counted, say
from journeydesk.layout.tidying import Wishes

EDGE = 16  # pixels from the bottom of the map
SPACINGS = ((0.7, N_("Compact")), (1.0, N_("Normal")), (1.5, N_("Wide")))
DIRECTIONS = ((None, N_("As drawn")), (False, N_("Left to right")), (True, N_("Top to bottom")))
KEEPING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TidyBar(QFrame):
    """Lies over the map at the bottom and has the keyboard: Enter keeps, Escape refuses, Tab goes on."""

    kept = Signal()
    refused = Signal()
    wished = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.setObjectName("card")
        self.setAccessibleName(say("Preview of the tidy map"))
        self._told = QLabel()
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedSize(90, 8)
        self._spacing = _choice(say("Room between cards"), [title for _, title in SPACINGS])
        self._direction = _choice(say("Direction"), [title for _, title in DIRECTIONS])
        self._keep = QPushButton(say("Keep (Enter)"))
        self._keep.setObjectName("primary")
        self._refuse = QPushButton()
        self._keep.clicked.connect(self.kept)
        self._refuse.clicked.connect(self.refused)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(10)
        for part in (self._told, self._busy, self._spacing, self._direction, self._refuse, self._keep):
            row.addWidget(part)
        for box in (self._spacing, self._direction):
            box.currentIndexChanged.connect(self.wished)
        view.installEventFilter(self)
        self.hide()

    @property
    def wishes(self) -> Wishes:
        """What is chosen."""
        return Wishes(
            SPACINGS[self._spacing.currentIndex()][0], DIRECTIONS[self._direction.currentIndex()][0]
        )

    def renew(self) -> None:
        """Chooses what is chosen at first."""
        for box, place in ((self._spacing, 1), (self._direction, 0)):
            box.blockSignals(True)
            box.setCurrentIndex(place)
            box.blockSignals(False)

    def show_work(self) -> None:
        """Says that work is under way, and lets it be cancelled."""
        self._told.setText(say("Tidying…"))
        self._arrange(working=True)

    def show_plan(self, count: int) -> None:
        """Says what would move, and asks."""
        self._told.setText(say(counted("1 card moves", "{n} cards move", count)))
        self._arrange(working=False)

    def leave(self) -> None:
        """Goes, and gives the keyboard back to the map."""
        if self.isVisible():
            had = self._has_keyboard()
            self.hide()
            if had:
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        """Hears the keys again."""
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, working: bool) -> None:
        was_shown = self.isVisible()
        for part in (self._spacing, self._direction, self._keep):
            part.setVisible(not working or was_shown)
            part.setEnabled(not working or part is not self._keep)
        self._busy.setVisible(working)
        self._refuse.setText(say("Cancel (Esc)") if working else say("Refuse (Esc)"))
        self.show()
        self.raise_()
        self._place()
        if not self._has_keyboard():
            (self._refuse if working else self._keep).setFocus(Qt.FocusReason.OtherFocusReason)
        elif not working and self._refuse.hasFocus():
            self.take_keyboard()

    def _has_keyboard(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _place(self) -> None:
        room = self._view.width() - 2 * EDGE
        for part in (self._told, self._direction, self._spacing):  # what a narrow map can do without
            self._row.activate()
            if self.sizeHint().width() > room:
                part.hide()
        self._row.activate()
        wide = min(self.sizeHint().width(), self._view.width() - 2 * EDGE)
        high = self.sizeHint().height()
        self.setGeometry((self._view.width() - wide) // 2, self._view.height() - high - EDGE, wide, high)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._view or self.isHidden():
            return False
        if event.type() is QEvent.Type.Resize:
            self._place()
        elif event.type() is QEvent.Type.FocusIn:
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or (event.key() in KEEPING and self._refuse.hasFocus()):
            self.refused.emit()
        elif event.key() in KEEPING and self._keep.isEnabled():
            self.kept.emit()
        elif event.key() not in KEEPING:
            super().keyPressEvent(event)


def _choice(told: str, titles: list[str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(told)
    box.setToolTip(told)
    box.addItems([say(title) for title in titles])
    return box
