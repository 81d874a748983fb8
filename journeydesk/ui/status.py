"""The bar at the bottom: a hint, whether the work is safe, and how large the map is shown."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStatusBar, QToolButton, QWidget

from journeydesk.language import message, say
from journeydesk.ui.icons import icon
from journeydesk.ui.saving import Safety, Saving


class StatusBar(QStatusBar):
    """What stands at the bottom of the window. `asked` is sent by a click on the state of saving."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._hint = QLabel()
        self._hint.setObjectName("muted")
        self._hint.setMinimumWidth(1)
        self._safety = QPushButton()
        self._safety.setObjectName("quiet")
        self._safety.setFlat(True)
        self._safety.clicked.connect(self.asked)
        self._zoom = QWidget()
        self._percent = QToolButton()
        self.addWidget(self._hint, 1)
        self.addPermanentWidget(self._safety)
        self.addPermanentWidget(self._zoom)
        self._zoom.hide()
        self._safety.hide()

    def add_zoom(self, smaller: QAction, actual: QAction, larger: QAction, whole: QAction) -> None:
        """Puts the buttons for the map's size into the bar."""
        row = QHBoxLayout(self._zoom)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(0)
        for deed in (smaller, actual, larger, whole):
            button = self._percent if deed is actual else QToolButton()
            button.setObjectName("quiet")
            button.setIconSize(QSize(16, 16))
            if deed is actual:
                button.clicked.connect(actual.trigger)
                button.setToolTip(actual.toolTip())
                button.setFixedWidth(56)
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            else:
                button.setDefaultAction(deed)
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            row.addWidget(button)

    def show_project(self, shown: bool) -> None:
        """Shows or hides what makes sense for an open project only."""
        self._zoom.setVisible(shown)
        self._safety.setVisible(shown)

    def show_hint(self, text: str) -> None:
        """Shows a hint in the program's language."""
        self._hint.setText(text)

    def show_zoom(self, scale: float) -> None:
        """Shows how large the map is; 1 is its actual size."""
        self._percent.setText(say(message("{n} %", n=round(scale * 100))))

    def show_safety(self, saving: Saving) -> None:
        """Shows whether the work is in the file, on this computer only, or in danger."""
        names = {Safety.SAVED: "circle-check", Safety.SAFE: "hard-drive", Safety.FAILED: "triangle-alert"}
        self._safety.setIcon(icon(names[saving.safety]))
        self._safety.setText(f" {say(saving.told)}")
        alarm = saving.safety is Safety.FAILED
        if bool(self._safety.property("alarm")) != alarm:
            self._safety.setProperty("alarm", alarm)
            self._safety.style().unpolish(self._safety)
            self._safety.style().polish(self._safety)
