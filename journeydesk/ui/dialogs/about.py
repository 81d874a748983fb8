"""What this program is, its version, and whose work it stands on."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from journeydesk import __version__, resources
from journeydesk.language import message, say
from journeydesk.ui.icons import pixmap
from journeydesk.ui.text_size import scaled


class About(QDialog):
    """A small box with the version, and the licences of what is bundled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("About JourneyDesk"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(560), scaled(440))
        sign = QLabel()
        sign.setPixmap(pixmap("route", 40))
        name = QLabel("JourneyDesk")
        name.setObjectName("great")
        versions = {"version": __version__, "python": platform.python_version(), "qt": qVersion()}
        told = QLabel(say(message("Version {version}, with Python {python} and Qt {qt}", **versions)))
        told.setObjectName("muted")
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        purpose = QLabel(say("Draw the journey a customer really takes. Everything stays on this computer."))
        purpose.setWordWrap(True)
        licences = QPlainTextEdit(_licences())
        licences.setReadOnly(True)
        licences.setAccessibleName(say("Licences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        for part in (sign, name, told, purpose):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(licences, 1)
        column.addWidget(buttons)


def _licences() -> str:
    texts = sorted(resources.path("licences").glob("*.txt"))
    return "\n\n\n".join(f"{path.stem}\n\n{path.read_text(encoding='utf-8')}" for path in texts)
