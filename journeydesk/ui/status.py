"""The bar at the bottom: a hint, whether the work is safe, and how large the map is shown."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QStatusTipEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStatusBar, QToolButton, QWidget

from journeydesk.language import message, say
from journeydesk.ui.cards import ShortLabel
from journeydesk.ui.deeds import Deeds
from journeydesk.ui.icons import icon
from journeydesk.ui.saving import Safety, Saving
from journeydesk.ui.session import Session
from journeydesk.ui.text_size import scaled
from journeydesk.ui.views.showing import Showing

ROOMY = 1100  # pixels; in a narrower bar a sign alone tells that all is well, and leaves room for hints


class StatusBar(QStatusBar):
    """What stands at the bottom of its window. `asked` is sent by a click on the state of saving.

    What an action says of itself stands where hints do; what was said last is seen.
    """

    asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 0, 0)  # Qt takes away those of a label within
        self._saving: Saving | None = None
        self._told = ""
        self._hint = ShortLabel("")
        self._hint.setObjectName("muted")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self._safety = QPushButton()
        self._safety.setObjectName("quiet")
        self._safety.setFlat(True)
        self._safety.clicked.connect(self.asked)
        self._zoom = QWidget()
        self._percent = QToolButton()
        self.addWidget(self._hint, 1)
        self.addPermanentWidget(self._safety)
        self.addPermanentWidget(self._zoom)
        parent.installEventFilter(self)

    def add_zoom(self, deeds: Deeds) -> None:
        """Puts the buttons for the map's size into the bar."""
        actual = deeds.deed("zoom_actual")
        row = QHBoxLayout(self._zoom)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(0)
        for name in ("zoom_out", "zoom_actual", "zoom_in", "zoom_to_fit"):
            deed = deeds.deed(name)
            button = self._percent if deed is actual else QToolButton()
            button.setObjectName("quiet")
            button.setIconSize(QSize(16, 16))
            if deed is actual:
                button.clicked.connect(actual.trigger)
                button.setToolTip(actual.toolTip())
                button.setFixedWidth(scaled(56))
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            else:
                button.setDefaultAction(deed)
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            row.addWidget(button)

    def follow(self, session: Session, showing: Showing) -> None:
        """Says from now on what a session and what is shown of it tell."""
        self._saving = session.saving
        showing.zoom_changed.connect(self.show_zoom)
        session.hint_changed.connect(self.show_hint)
        session.saved_changed.connect(self.show_safety)
        self.show_hint("")
        self.show_zoom(1.0)
        self.show_safety()

    def show_hint(self, text: str) -> None:
        """Says what a gesture will do, or "" for nothing."""
        self._told = text
        self._hint.show_text(text)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if isinstance(event, QStatusTipEvent):
            self._hint.show_text(event.tip() or self._told)
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() >= ROOMY) != (event.oldSize().width() >= ROOMY):
            self.show_safety()

    def show_zoom(self, scale: float) -> None:
        """Shows how large the map is; 1 is its actual size."""
        self._percent.setText(say(message("{n} %", n=round(scale * 100))))

    def show_safety(self) -> None:
        """Shows whether the work is in the file, on this computer only, or in danger."""
        saving = self._saving
        if saving is None:
            return
        names = {Safety.SAVED: "circle-check", Safety.FAILED: "triangle-alert"}
        self._safety.setIcon(icon(names.get(saving.safety, "hard-drive")))
        told, alarm = say(saving.told), saving.safety is Safety.FAILED
        self._safety.setText(f" {told}" if alarm or self.width() >= ROOMY else "")
        self._safety.setToolTip(told)
        self._safety.setAccessibleName(told)
        if bool(self._safety.property("alarm")) != alarm:
            self._safety.setProperty("alarm", alarm)
            self._safety.style().unpolish(self._safety)
            self._safety.style().polish(self._safety)
