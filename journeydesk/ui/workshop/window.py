"""A workshop on a whole screen: the map, beside it what people say, above both the time that is left."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from journeydesk.language import say
from journeydesk.model.records import JourneyMap
from journeydesk.ui.icons import large_icon
from journeydesk.ui.lending import lend_keys
from journeydesk.ui.presenting.caption import LETTERS
from journeydesk.ui.workshop.countdown import Countdown, CountdownBar
from journeydesk.ui.workshop.panel import WorkshopPanel
from journeydesk.ui.workspace import Workspace

SHARES = (0.56, 0.44)  # of the width: the map, and what is said
SMALLEST = 20  # pixels of the letters, on a small screen


class WorkshopWindow(QWidget):
    """Borrows the map's view. `left` tells that it is over."""

    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, Qt.WindowType.Window)
        self._view, self._session = workspace.view, workspace.session
        self.setWindowTitle(say("Workshop"))
        self.countdown = Countdown(self)
        self.clock = CountdownBar(self.countdown)
        self.panel = WorkshopPanel(self._view, workspace.deeds)
        self.title = QLabel()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(8)
        self._split.addWidget(self._view)
        self._split.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._split, 1)
        self.panel.field.escaped.connect(self._escape)
        place = self._view.camera.place
        self._view.show()
        self._view.installEventFilter(self)
        # What was in the middle stays there, once the view has its size here.
        QTimer.singleShot(0, self._view, partial(self._view.look_at, place))
        lend_keys(workspace, self)
        self.addAction(workspace.deeds["workshop"])
        self._session.changed.connect(self._entitle)
        self._session.map_changed.connect(self._entitle)
        self._entitle()

    def _head(self) -> QWidget:
        head = QFrame()
        head.setObjectName("strip")
        self._end = QToolButton()
        self._end.setObjectName("quiet")
        self._end.setToolTip(say("End the Workshop (Escape)"))
        self._end.setAccessibleName(say("End the Workshop"))
        self._end.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._end.clicked.connect(self.leave)
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 6, 12, 6)
        row.setSpacing(16)
        row.addWidget(self.title, 1)
        row.addWidget(self.clock)
        row.addWidget(self._end)
        return head

    def open_on(self, screen: QScreen) -> None:
        """Fills a screen; the field has the keyboard."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.panel.take_keyboard()

    def leave(self) -> None:
        """Gives the map back; what is still in the field is kept."""
        place = self._view.camera.place
        self.panel.leave()
        self._session.changed.disconnect(self._entitle)
        self._session.map_changed.disconnect(self._entitle)
        self._view.removeEventFilter(self)
        self._session.finishing.emit()
        self.left.emit()
        # Where it belongs the view has its size only when that has been laid out.
        QTimer.singleShot(0, self._view, partial(self._view.look_at, place))
        self.hide()
        self.deleteLater()

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the map, Escape and Tab lead back to the field where they mean nothing there."""
        if not isinstance(event, QKeyEvent) or self._session.selection:
            return False
        if event.key() not in (Qt.Key.Key_Escape, Qt.Key.Key_Tab) or self._view.pointer.tool != "select":
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and not self._view.pointer.cancel():
            self.panel.take_keyboard()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_F3 if shift:
                self.countdown.restart()
            case Qt.Key.Key_F3:
                self.countdown.switch()
            case Qt.Key.Key_F4:
                self.countdown.add()
            case Qt.Key.Key_Escape:
                self._escape()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letters = max(SMALLEST, round(self.height() / LETTERS))
        self.panel.suit(letters)
        self.clock.suit(round(letters * 1.3))
        font = QFont(self.title.font())
        font.setPixelSize(letters)
        font.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(font)
        side = max(44, round(letters * 1.3))
        self._end.setFixedSize(side, side)
        self._end.setIcon(large_icon("x", side // 2))
        self._end.setIconSize(QSize(side // 2, side // 2))
        self._split.setSizes([round(self.width() * share) for share in SHARES])
        self._entitle()

    def _escape(self) -> None:
        if not self.panel.give_up():
            self.leave()

    def _entitle(self) -> None:
        drawn = self._session.document.find(JourneyMap, self._session.map_id)
        text = drawn.title if drawn is not None and drawn.title else say("Workshop")
        room = max(80, self.width() - self.clock.sizeHint().width() - self._end.width() - 90)
        self.title.setText(self.title.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
        self.title.setToolTip(text)
