"""The ground of the dialogs that export and print: all choices at the left, every page at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeydesk.exporters.catalogue import EXPORTERS
from journeydesk.exporters.exporter import Exporter
from journeydesk.language import say
from journeydesk.model.document import Document
from journeydesk.storage.working_copy import committed
from journeydesk.ui.dialogs.export_form import ExportForm
from journeydesk.ui.dialogs.export_preview import Preview
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.dialogs.presets import Presets
from journeydesk.ui.session import Session
from journeydesk.ui.settings import Settings
from journeydesk.ui.text_size import scaled

FORM = 380  # pixels


class OrderDialog(QDialog):
    """Shows what is chosen as it will come out. `write` begins it, `outcome` tells what became of it."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        dialogs: Dialogs,
        parent: QWidget | None = None,
        formats: Sequence[Exporter] = EXPORTERS,
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._dialogs = session, settings, dialogs
        self._records = committed(session.document)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(1060), scaled(680))
        self.form = ExportForm(Document(self._records), session.map_id, session.selection, formats)
        self.presets = Presets(settings)
        self.form.rows.insertRow(0, say("Preset"), self.presets)
        self.preview = Preview(self._records)
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.write = QPushButton()
        self.write.setDefault(True)
        self.about = QLabel()
        self.about.setObjectName("muted")
        self.about.setWordWrap(True)
        self._arrange()
        self.form.changed.connect(self._change)
        self.presets.chosen.connect(self.form.choose)
        self.presets.asked.connect(self._keep)
        self.preview.page_wanted.connect(self._use_page)
        self.preview.cut.connect(self.form.cut)
        self._change()

    def _arrange(self) -> None:
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.form)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFixedWidth(scaled(FORM))
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addWidget(scroll)
        right = QVBoxLayout()
        right.addWidget(self.preview, 1)
        right.addWidget(self.about)
        body.addLayout(right, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 24, 24, 16)
        self.column.setSpacing(16)
        self.column.addLayout(body, 1)

    def add_foot(self, *parts: QWidget) -> None:
        """Adds the line of buttons, these between what is told and Close."""
        close = QPushButton(say("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.outcome, 1)
        for part in (*parts, close, self.write):
            foot.addWidget(part)
        self.column.addLayout(foot)

    def _change(self) -> None:
        exporter = self.form.exporter
        self.about.setText(say(exporter.about))
        self.about.setVisible(bool(exporter.about))
        self.preview.show_order(self.form.order, self.form.export_options, exporter)

    def _keep(self) -> None:
        self.presets.add(self.presets.ask_name(), self.form.choices)

    def _use_page(self, name: str) -> None:
        self.form.choose({"paper": name})
