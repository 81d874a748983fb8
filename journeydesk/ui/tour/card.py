"""The card of the tour, which lies over a corner of the map and goes on by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from journeydesk.language import message, say
from journeydesk.ui.announcing import announce
from journeydesk.ui.guide.telling import Telling
from journeydesk.ui.keymap import Keymap, native
from journeydesk.ui.text_size import scaled
from journeydesk.ui.tour.steps import STEPS
from journeydesk.ui.workspace import Workspace

SAMPLE = "lucy"  # the template whose journey is walked through
WIDE = 340
EDGE = 16  # pixels from the map's edge
GLANCE = 300  # milliseconds from one look at what has been done to the next
ON = "Ctrl+Alt+Return"  # goes on without leaving the map
PRAISE = 900  # milliseconds for which a step that was done is shown as such


class TourCard(QFrame):
    """Shows the steps one after the other. The keyboard stays with the map."""

    def __init__(self, workspace: Workspace, keymap: Keymap) -> None:
        super().__init__(workspace.place)
        self._workspace, self._tell = workspace, Telling(keymap)
        self.place = 0
        self._mark: object = None
        self._is_done = False
        self.setObjectName("card")
        self.setAccessibleName(say("Tour"))
        self.setFixedWidth(scaled(WIDE))
        self._count, self._title, self._text = QLabel(), QLabel(), QLabel()
        self._count.setObjectName("muted")
        self._title.setObjectName("heading")
        for label in (self._title, self._text):
            label.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._back = _button(say("Back"))
        self._end = _button(say("End the Tour"))
        self.on = QPushButton()
        self.on.setObjectName("primary")
        self.on.setToolTip(native(ON))
        self._far = QProgressBar()
        self._far.setMaximum(len(STEPS))
        self._far.setTextVisible(False)
        self._far.setFixedHeight(4)
        self._arrange()
        self._look = QTimer(self, interval=GLANCE)
        self._look.timeout.connect(self._watch)
        self._praise = QTimer(self, singleShot=True, interval=PRAISE)
        self._praise.timeout.connect(self.go_on)
        self._back.clicked.connect(self._go_back)
        self._end.clicked.connect(self.end)
        self.on.clicked.connect(self.go_on)
        workspace.place.installEventFilter(self)

    def open(self) -> None:
        """Shows the first step."""
        self._show_step()

    def go_on(self) -> None:
        """Goes to the next step, or ends after the last one."""
        if self.place + 1 == len(STEPS):
            self.end()
        else:
            self.place += 1
            self._show_step()

    def end(self) -> None:
        """Takes the card away; what was done stays."""
        self._look.stop()
        self._praise.stop()
        self.hide()
        self.deleteLater()
        self._workspace.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._end)
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for part in (self._count, self._title, self._text, self._far):
            column.addWidget(part)
        column.addLayout(row)

    def _go_back(self) -> None:
        self.place = max(0, self.place - 1)
        self._show_step()

    def _show_step(self) -> None:
        step = STEPS[self.place]
        self._praise.stop()
        self._is_done = False
        self._mark = step.measure(self._workspace) if step.measure is not None else None
        self._count.setText(say(message("Step {n} of {all}", n=self.place + 1, all=len(STEPS))))
        self._title.setText(say(step.title))
        self._text.setText(self._tell.filled(say(step.text)))
        self._back.setEnabled(self.place > 0)
        is_last = self.place + 1 == len(STEPS)
        self.on.setText(say("Done") if is_last else say("Next") if step.measure is None else say("Skip"))
        self.on.setShortcut(ON)
        self._far.setValue(self.place + 1)
        self._look.start()
        self._fit()
        announce(self, f"{say(step.title)}. {_plain(self._text.text())}")

    def _watch(self) -> None:
        """Sees whether the step has been done."""
        measure = STEPS[self.place].measure
        if measure is None or self._is_done:
            return
        found = measure(self._workspace)
        if found and found != self._mark:
            self._is_done = True
            self._title.setText("✓ " + say(STEPS[self.place].title))
            self._praise.start()

    def _fit(self) -> None:
        """Lies in the lower right corner of what is shown."""
        layout = self.layout()
        assert layout is not None
        self.setFixedHeight(layout.totalHeightForWidth(scaled(WIDE)))
        view = self._workspace.showing
        at = view.mapTo(self._workspace.place, view.rect().bottomRight())
        self.move(at.x() - scaled(WIDE) - EDGE, at.y() - self.height() - EDGE)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            QTimer.singleShot(0, self, self._fit)
        return False


def _button(text: str) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName("quiet")
    return made


def _plain(text: str) -> str:
    return text.replace("<b>", "").replace("</b>", "")
