"""What the presenter sees while the room sees the map: this stop and the next, notes, time, a parking lot."""

from PySide6.QtCore import QElapsedTimer, QTime, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journeydesk.language import N_, message, say
from journeydesk.operations.remarks import park, parked
from journeydesk.ui.presenting.projection import Projection
from journeydesk.ui.session import Session

SECOND = 1000


class Presenter(QFrame):
    """Stands in the place of the map while that is on another screen."""

    def __init__(self, session: Session, projection: Projection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._projection = session, projection
        self.now, self.next = QLabel(), QLabel()
        self.clock, self.timer = QLabel(), QLabel()
        self.notes = QPlainTextEdit()
        self.notes.setReadOnly(True)
        self.notes.setAccessibleName(say("Notes"))
        self.parked = QListWidget()
        self.parked.setAccessibleName(say("Parking lot"))
        self.remark = QLineEdit()
        self.remark.setPlaceholderText(say("Something to come back to; Enter parks it"))
        self.remark.setAccessibleName(say("Remark"))
        self.remark.returnPressed.connect(self._park)
        self._since = QElapsedTimer()
        self._since.start()
        self._lay_out()
        self._second = QTimer(self, interval=SECOND)
        self._second.timeout.connect(self._tick)
        self._second.start()
        projection.moved.connect(self._show)
        session.changed.connect(self._list)
        self._show()
        self._list()
        self._tick()

    def _lay_out(self) -> None:
        large = QFont(self.font())
        large.setPointSizeF(large.pointSizeF() * 1.8)
        large.setWeight(QFont.Weight.DemiBold)
        for label in (self.now, self.timer):
            label.setFont(large)
        self.now.setWordWrap(True)
        self.next.setWordWrap(True)
        for label in (self.next, self.clock):
            label.setObjectName("muted")
        times = QHBoxLayout()
        again = QPushButton(say("Start the Timer Again"))
        again.clicked.connect(self._restart)
        for part in (self.timer, self.clock):
            times.addWidget(part)
        times.addStretch(1)
        times.addWidget(again)
        steps = QHBoxLayout()
        for told, by in ((N_("Previous Stop"), -1), (N_("Next Stop"), 1)):
            button = QPushButton(say(told))
            button.setProperty("by", by)
            button.clicked.connect(self._step)
            steps.addWidget(button)
        end = QPushButton(say("End the Presentation"))
        end.clicked.connect(self._projection.leave)
        steps.addStretch(1)
        steps.addWidget(end)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(times)
        column.addWidget(self.now)
        column.addWidget(self.next)
        column.addWidget(self.notes, 2)
        column.addLayout(steps)
        column.addWidget(QLabel(say("Parking lot")))
        column.addWidget(self.parked, 1)
        column.addWidget(self.remark)

    def _show(self) -> None:
        halts, place = self._projection.halts, self._projection.place
        halt = self._projection.halt
        self.now.setText(halt.title if halt is not None else "")
        after = halts[place + 1].title if place + 1 < len(halts) else say("this is the last stop")
        self.next.setText(say(message("Next: {title}", title=after)))
        self.notes.setPlainText(halt.notes if halt is not None else "")

    def _list(self) -> None:
        found = [remark.text for remark in parked(self._session.document, self._session.map_id)]
        if [self.parked.item(row).text() for row in range(self.parked.count())] != found:
            self.parked.clear()
            self.parked.addItems(found)

    def _park(self) -> None:
        park(self._session.document, self._session.map_id, self.remark.text())
        self.remark.clear()

    def _tick(self) -> None:
        seconds = self._since.elapsed() // 1000
        self.timer.setText(f"{seconds // 60}:{seconds % 60:02}")
        self.clock.setText(QTime.currentTime().toString("HH:mm"))

    def _restart(self) -> None:
        self._since.restart()
        self._tick()

    def _step(self) -> None:
        self._projection.step(int(self.sender().property("by")))
