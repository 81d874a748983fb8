"""What the presenter sees while the room sees the map: this stop and the next, notes, time, a parking lot."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QMimeData, QTime, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journeydesk.language import N_, counted, message, say
from journeydesk.model.records import Comment
from journeydesk.operations.remarks import park, parked
from journeydesk.ui.panels.records_list import KEY, carrying
from journeydesk.ui.presenting.projection import Projection
from journeydesk.ui.session import Session
from journeydesk.ui.workshop.capture import CaptureField

SECOND = 1000


class ParkedList(QListWidget):
    """What waits in the parking lot; a row is dragged to the map, which may be on another screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Parking lot"))
        self.setWordWrap(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def fill(self, remarks: Sequence[Comment]) -> None:
        """Shows these remarks."""
        found = [(remark.id, remark.text) for remark in remarks]
        known = (self.item(row) for row in range(self.count()))
        if [(item.data(KEY), item.text()) for item in known] != found:
            self.clear()
            for key, text in found:
                item = QListWidgetItem(text)
                item.setData(KEY, key)
                self.addItem(item)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        return carrying("\n".join(str(item.data(KEY)) for item in items), "note")


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
        self.parked = ParkedList()
        self.remark = CaptureField()
        self.remark.setPlaceholderText(say("Something to come back to; Enter parks it"))
        self.remark.setAccessibleName(say("Remark"))
        self.remark.said.connect(self._park)
        self.remark.passed.connect(self.parked.setFocus)
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
        halts, place, left = self._projection.halts, self._projection.place, self._projection.revealing.left
        halt = self._projection.halt
        self.now.setText(halt.title if halt is not None else "")
        after = halts[place + 1].title if place + 1 < len(halts) else say("this is the last stop")
        if left:
            after = say(counted("a branch, the last one here", "a branch, {n} are to come here", left))
        self.next.setText(say(message("Next: {title}", title=after)))
        self.notes.setPlainText(halt.notes if halt is not None else "")

    def _list(self) -> None:
        self.parked.fill(parked(self._session.document, self._session.map_id))

    def _park(self, texts: tuple[str, ...]) -> None:
        park(self._session.document, self._session.map_id, *texts)

    def _tick(self) -> None:
        seconds = self._since.elapsed() // 1000
        self.timer.setText(f"{seconds // 60}:{seconds % 60:02}")
        self.clock.setText(QTime.currentTime().toString("HH:mm"))

    def _restart(self) -> None:
        self._since.restart()
        self._tick()

    def _step(self) -> None:
        self._projection.step(int(self.sender().property("by")))
