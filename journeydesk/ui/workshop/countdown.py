"""The time that is left for something: a countdown without a sound, whose end is seen."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from journeydesk.language import say
from journeydesk.ui.announcing import announce
from journeydesk.ui.icons import large_icon
from journeydesk.ui.style import current_tones

USUAL = 5 * 60.0  # seconds
MINUTE = 60.0
LONGEST = 99 * MINUTE
BEAT = 200  # milliseconds
LEAST_BUTTON = 44  # pixels, for fingers


class Countdown(QObject):
    """Counts down from a span. `changed` tells that there is less, or that it runs or rests; `ended` the end.

    `now` gives seconds of a clock that never goes back.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self.span = USUAL
        self._left = self.span
        self._since: float | None = None
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self.tick)

    @property
    def left(self) -> float:
        """Seconds that are left."""
        gone = self._now() - self._since if self._since is not None else 0.0
        return max(0.0, self._left - gone)

    @property
    def runs(self) -> bool:
        """Whether time goes by."""
        return self._since is not None

    @property
    def is_over(self) -> bool:
        """Whether nothing is left."""
        return self.left <= 0

    def switch(self) -> None:
        """Starts, or pauses; after the end it starts anew."""
        if self.is_over:
            self.restart()
        if self._since is None:
            self._since = self._now()
            self._beat.start()
        else:
            self._rest()
        self.changed.emit()

    def add(self, seconds: float = MINUTE) -> None:
        """Gives so much more time; after the end it runs on with that."""
        was_over = self.is_over
        self._left = min(LONGEST, self.left + seconds)
        self.span = max(self.span, self._left) if not was_over else seconds
        if self.runs or was_over:
            self._since = self._now()
            self._beat.start()
        self.changed.emit()

    def restart(self) -> None:
        """Has the whole span again, and rests."""
        self._rest()
        self._left = self.span
        self.changed.emit()

    def tick(self) -> None:
        """Looks at the clock."""
        if self.runs and self.is_over:
            self._rest()
            self.ended.emit()
        self.changed.emit()

    def _rest(self) -> None:
        self._left, self._since = self.left, None
        self._beat.stop()


class CountdownBar(QFrame):
    """The countdown in large figures, with what starts and stops it."""

    def __init__(self, countdown: Countdown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("countdown")
        self.countdown = countdown
        self._dressed = (False, False)
        self._pixels = 32
        self.figures = QLabel()
        self.figures.setAccessibleName(say("Time left"))
        self.over = QLabel(say("Time is up"))
        self.line = QProgressBar()
        self.line.setObjectName("countdown")
        self.line.setTextVisible(False)
        self.line.setFixedHeight(6)
        self.line.setRange(0, 1000)
        self.start = self._button(say("Start (F3)"), countdown.switch)
        self.more = self._button(say("A minute more (F4)"), countdown.add)
        self.again = self._button(say("From the beginning (Shift+F3)"), countdown.restart)
        row = QHBoxLayout()
        row.setSpacing(10)
        for part in (self.over, self.figures, self.start, self.more, self.again):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.line)
        countdown.changed.connect(self.refresh)
        countdown.ended.connect(self._tell)
        self.refresh()

    def suit(self, pixels: int) -> None:
        """Takes figures of this height, and buttons for fingers beside them."""
        self._pixels = pixels
        side = max(LEAST_BUTTON, round(pixels * 1.15))
        for button in (self.start, self.more, self.again):
            button.setFixedSize(side, side)
            button.setIconSize(QSize(side // 2, side // 2))
        self._dress()

    def refresh(self) -> None:
        """Shows what is left."""
        timer = self.countdown
        seconds = -int(-timer.left // 1)  # a second that has begun counts
        self.figures.setText(told(seconds))
        self.line.setValue(round(1000 * timer.left / timer.span))
        self.over.setVisible(timer.is_over)
        if self._dressed != (timer.runs, timer.is_over):
            self._dress()

    def _dress(self) -> None:
        """Shows whether time goes by, and whether it is over."""
        timer = self.countdown
        self._dressed = (timer.runs, timer.is_over)
        text = say("Pause (F3)") if timer.runs else say("Start (F3)")
        self.start.setToolTip(text)
        self.start.setAccessibleName(text)
        colour = current_tones().base if timer.is_over else ""
        signs = ("pause" if timer.runs else "play", "plus", "timer-reset")
        for button, name in zip((self.start, self.more, self.again), signs, strict=True):
            button.setIcon(large_icon(name, button.iconSize().width(), colour))
        self.setProperty("over", timer.is_over)
        for part in (self, self.figures, self.over):
            part.style().unpolish(part)
            part.style().polish(part)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setFeature(QFont.Tag("tnum"), 1)  # so that nothing trembles while it counts
        for label, share in ((self.figures, 1.0), (self.over, 0.7)):
            font.setPixelSize(round(self._pixels * share))
            label.setFont(font)

    def _tell(self) -> None:
        announce(self, say("Time is up"))

    def _button(self, text: str, clicked: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(clicked)
        return button


def told(seconds: int) -> str:
    """Minutes and seconds, as clocks show them."""
    return f"{seconds // 60}:{seconds % 60:02}"
