"""The editor of personas: all that is known of one at the left, and how it is seen at the right."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeydesk.kinds.kind import Look
from journeydesk.language import say
from journeydesk.model.change import Change
from journeydesk.model.clean import clean_record
from journeydesk.model.fields import Editor, described
from journeydesk.model.queries import personas
from journeydesk.model.records import Persona, Record
from journeydesk.operations.personas import add_persona
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.dialogs.persona_preview import PersonaPreview
from journeydesk.ui.icons import icon
from journeydesk.ui.notices import NoticeBar
from journeydesk.ui.panels.editors import Ground
from journeydesk.ui.panels.photo import PhotoEditor
from journeydesk.ui.panels.wide_form import WideForm
from journeydesk.ui.session import Session
from journeydesk.ui.text_size import scaled
from journeydesk.views.view import Brief, brief

PAUSE = 120  # milliseconds after a letter until the picture follows
HEAD = ("name", "tagline", "roles", "colour")
REST = tuple(
    told.name
    for told in described(Persona)
    if told.editor is not Editor.HIDDEN and told.name not in (*HEAD, "photo_id")
)


class PersonaDialog(QDialog):
    """Every change is a step of the history at once; the picture at the right follows every letter."""

    def __init__(
        self, session: Session, dialogs: Dialogs, persona_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._document = session, session.document
        self.setWindowTitle(say("Edit Persona"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(1240), scaled(820))
        ground = Ground(session.document, dialogs)
        self.notices = NoticeBar()
        self.photo = PhotoEditor(session.document, dialogs, self._look)
        self.head = WideForm(Persona, ground, HEAD)
        self.form = WideForm(Persona, ground, REST)
        self.preview = PersonaPreview()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._draw)
        self._make_people()
        self._lay_out()
        self.photo.troubled.connect(self.notices.tell)
        self.preview.chosen.connect(self._draw)
        for part in (self.head.typed, self.form.typed, self.photo.drafted):
            part.connect(self._soon.start)
        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        QShortcut(QKeySequence(undo), self).activated.connect(session.undo)
        QShortcut(QKeySequence(redo), self).activated.connect(session.redo)
        session.changed.connect(self._follow)
        session.finishing.connect(self.flush)
        session.keeping.connect(self.flush)
        self.show_persona(persona_id)
        self.head.take_keyboard("name")

    def _make_people(self) -> None:
        self.people = QComboBox()
        self.people.setAccessibleName(say("Persona"))
        self.people.setIconSize(QSize(16, 16))
        self.people.setMinimumWidth(scaled(260))
        self.people.activated.connect(self._choose)
        self.new = QPushButton(icon("user-plus"), say("New Persona"))
        self.new.setAutoDefault(False)
        self.new.clicked.connect(self._add)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for part in (self.people, self.new):
            top.addWidget(part)
        top.addStretch(1)
        first = QHBoxLayout()
        first.setSpacing(20)
        first.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.head, 1, Qt.AlignmentFlag.AlignTop)
        page = QWidget()
        page.setObjectName("page")
        fields = QVBoxLayout(page)
        fields.setContentsMargins(4, 4, 16, 16)
        fields.addLayout(first)
        fields.addWidget(self.form)
        fields.addStretch(1)
        self.area = QScrollArea()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setWidget(page)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(self.area, 11)
        body.addWidget(self.preview, 9)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.notices)
        column.addLayout(body, 1)
        column.addWidget(box)

    # Who is shown

    @property
    def persona(self) -> Persona | None:
        """The persona who is edited."""
        return self._document.find(Persona, str(self.people.currentData() or ""))

    def show_persona(self, persona_id: str) -> None:
        """Edits this persona, the first one where there is none of this id."""
        self._list()
        self.people.setCurrentIndex(max(0, self.people.findData(persona_id)))
        self._choose()

    def flush(self) -> None:
        """Writes what was typed and not written yet."""
        for form in (self.head, self.form):
            form.flush()

    def done(self, result: int) -> None:
        self.flush()
        super().done(result)

    # Within

    def _list(self) -> None:
        chosen = self.people.currentData()
        with QSignalBlocker(self.people):
            self.people.clear()
            for persona in personas(self._document):
                self.people.addItem(icon("circle-user"), persona.name or say("Untitled"), persona.id)
            self.people.setCurrentIndex(max(0, self.people.findData(chosen)))

    def _choose(self) -> None:
        persona = self.persona
        for part in (self.photo, self.head, self.form, self.preview):
            part.setEnabled(persona is not None)
        if persona is not None:
            for form in (self.head, self.form):
                form.show_records((persona.id,))
            self.photo.show_persona(persona)
        self._draw()

    def _add(self) -> None:
        self.flush()
        made = add_persona(self._document, say("New persona"))
        self.show_persona(made.id)
        self.area.verticalScrollBar().setValue(0)
        self.head.take_keyboard("name")

    def _follow(self, change: Change) -> None:
        if any(isinstance(record, Persona) for pair in change.values() for record in pair):
            before = self.people.currentData()
            self._list()
            if self.people.currentData() != before:
                self._choose()
                return
        for form in (self.head, self.form):
            form.follow(change)
        if (persona := self.persona) is not None:
            self.photo.show_persona(persona)
        self._soon.start()

    # The picture

    def _written(self) -> Persona | None:
        """The persona as they would be if all that is being typed were kept."""
        persona, face = self.persona, self.photo.frame.persona
        if persona is None:
            return None
        pending: dict[str, Any] = {**self.head.pending(), **self.form.pending()}
        if face.id == persona.id and face.photo_id == persona.photo_id:
            pending |= {"face_x": face.face_x, "face_y": face.face_y, "face_zoom": face.face_zoom}
        return clean_record(replace(persona, **pending), persona)

    def _find(self, key: str) -> Record | None:
        persona = self.persona
        return self._drawn if persona is not None and key == persona.id else self._document.get(key)

    def _look(self) -> Look:
        return brief(self._document, self._session.map_id).look

    def _draw(self) -> None:
        self._drawn = self._written()
        if self._drawn is not None:
            look = replace(self._look(), find=self._find)
            asked = Brief(look, self._session.map_id, aspect=0.7)
            self.preview.show_persona(self._document, self._drawn, asked)
