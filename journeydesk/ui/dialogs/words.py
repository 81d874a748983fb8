"""The map in words: for those who listen, to be checked by reading, and to be mailed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from journeydesk.analysis.description import description
from journeydesk.language import catalogue, say
from journeydesk.ui.announcing import announce
from journeydesk.ui.session import Session
from journeydesk.ui.text_size import scaled


class MapInWords(QDialog):
    """The description of the map in view, in its project's language."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("The Map in Words"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(680), scaled(560))
        told = catalogue(session.document.project.language)
        self.text = QPlainTextEdit(description(session.document, session.map_id, told))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(say("The Map in Words"))
        self.text.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(say("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)

    def _copy(self) -> None:
        """Copies what is selected, else all of it."""
        chosen = self.text.textCursor().selection().toPlainText()
        QGuiApplication.clipboard().setText(chosen or self.text.toPlainText())
        announce(self.text, say("Copied"))
