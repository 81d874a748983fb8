"""What is selected, in a form; with nothing selected, the map and the project themselves."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import N_, counted, say
from journeydesk.model.change import Change
from journeydesk.model.records import (
    Evidence,
    Influence,
    JourneyMap,
    Node,
    Persona,
    Project,
    Record,
    Transition,
)
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.icons import icon
from journeydesk.ui.panels.editors import Ground
from journeydesk.ui.panels.form import Form
from journeydesk.ui.panels.uses_list import UsesList
from journeydesk.ui.session import Session
from journeydesk.ui.text_size import scaled

TITLES: dict[type[Record], str] = {
    Transition: N_("Transition"),
    Influence: N_("Influence"),
    Persona: N_("Persona"),
    JourneyMap: N_("Map"),
    Project: N_("Project"),
    Evidence: N_("Evidence"),
}
ABOVE = 2  # what stands over the forms
EDGE = 16  # pixels around the forms
SPARE = 12  # pixels of room that the forms must leave before the bar at their side goes
Shown = tuple[type[Record], tuple[str, ...]]


def title_of(record_class: type[Record]) -> str:
    """What a class of records is called, in the program's language."""
    if issubclass(record_class, Node):
        return say(kind_of(record_class).title)
    return say(TITLES[record_class])


class Inspector(QScrollArea):
    """One form below the other, each with its heading. Forms are made once and kept.

    `left` tells that Escape leads back to the map.
    """

    left = Signal()

    def __init__(self, session: Session, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ground = Ground(session.document, dialogs, session)
        self._looked_at = ""
        self._forms: dict[type[Record], tuple[QLabel, Form]] = {}
        self._shown: tuple[Shown, ...] = ()
        self.setAccessibleName(say("Inspector"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(scaled(288, most=400))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setObjectName("page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(EDGE, 12, EDGE, EDGE)
        self._column.setSpacing(8)
        self._count = QLabel()
        self._count.setObjectName("muted")
        self._count.setWordWrap(True)
        self.back = QPushButton(say("Back to what is selected"))
        self.back.setObjectName("quiet")
        self.back.setIcon(icon("chevron-left"))
        self.back.clicked.connect(self._show_selection)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._count)
        self._column.addStretch(1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = QTimer(self, singleShot=True, interval=0)
        self._bar.timeout.connect(self._show_bar)
        self.setWidget(page)
        session.changed.connect(self._follow)
        session.selection_changed.connect(self._show_selection)
        session.map_changed.connect(self._show_selection)
        session.record_wanted.connect(self.show_record)
        session.finishing.connect(self.flush)
        session.keeping.connect(self.flush)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        taken = self.width() - self.viewport().width()
        self._column.setContentsMargins(EDGE, 12, max(4, EDGE - taken), EDGE)
        self._bar.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.Resize:
            self._bar.start()
        return super().eventFilter(watched, event)

    def _show_bar(self) -> None:
        """Shows the bar where it is needed, once all has its size.

        Qt would do so in the middle of giving sizes, and a form that is higher without the bar than with it
        would never come to an end. The bar stands in the margin, and goes only where there is room to spare.
        """
        column, wide, room = self._column, self.viewport().width(), self.viewport().height()
        high = (
            column.minimumHeightForWidth(wide)
            if column.hasHeightForWidth()
            else column.minimumSize().height()
        )
        policies = Qt.ScrollBarPolicy
        shown = self.verticalScrollBarPolicy() == policies.ScrollBarAlwaysOn
        if shown and high + SPARE < room:
            self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff)
        elif not shown and high > room:
            self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            if self.back.isVisible():
                self._show_selection()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms that are shown, from top to bottom."""
        return tuple(self._forms[record_class][1] for record_class, _ in self._shown)

    @property
    def looked_at(self) -> str:
        """The id of the persona or source that is shown in place of what is selected; "" for none."""
        return self._looked_at

    def show_record(self, key: str) -> None:
        """Shows a persona or a source until something else is selected; any other record ends that."""
        beside = isinstance(self._session.document.get(key), Persona | Evidence)
        self._looked_at = key if beside else ""
        self.refresh()

    def refresh(self) -> None:
        """Shows what is selected now."""
        shown = self._wanted()
        if [record_class for record_class, _ in shown] != [record_class for record_class, _ in self._shown]:
            self.flush()
            self._arrange(shown)
        self._shown = shown
        for record_class, ids in shown:
            self._forms[record_class][1].show_records(ids)
        count = len(self._session.selection)
        self._count.setText(say(counted("{n} thing selected", "{n} things selected", count)))
        self._count.setHidden(count < 2 or bool(self._looked_at))
        self.back.setVisible(bool(count and self._looked_at))

    def flush(self) -> None:
        """Writes what was typed and not written yet."""
        for form in self.forms:
            form.flush()

    def take_keyboard(self, name: str = "") -> None:
        """Goes to a field, or to the first one where no form has it."""
        if any(form.take_keyboard(name) for form in self.forms if name):
            # Forms that have just come have their places only when the event loop has laid them out.
            QTimer.singleShot(0, self, self._show_focused)
        elif self.forms:
            self.forms[0].take_keyboard()

    def _show_focused(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            self.ensureWidgetVisible(focused)

    def _wanted(self) -> tuple[Shown, ...]:
        document, chosen = self._session.document, self._session.selection
        looked_at = document.get(self._looked_at)
        if isinstance(looked_at, Persona | Evidence):
            return ((type(looked_at), (looked_at.id,)),)
        records = [record for key in chosen if (record := document.get(key)) is not None]
        if not records:
            project: Shown = (Project, (document.project.id,))
            return ((JourneyMap, (self._session.map_id,)), project) if self._session.map_id else (project,)
        first = type(records[0])
        if any(type(record) is not first for record in records):
            return ()
        own: Shown = (first, tuple(record.id for record in records))
        if first is PersonaCard:
            ids = tuple(
                dict.fromkeys(record.persona_id for record in records if isinstance(record, PersonaCard))
            )
            people = tuple(key for key in ids if document.find(Persona, key) is not None)
            return ((Persona, people), own) if people else (own,)
        return (own,)

    def _arrange(self, shown: tuple[Shown, ...]) -> None:
        for heading, form in self._forms.values():
            heading.hide()
            form.hide()
        for place, (record_class, _) in enumerate(shown):
            heading, form = self._form(record_class)
            for offset, part in enumerate((heading, form)):
                self._column.removeWidget(part)
                self._column.insertWidget(ABOVE + 2 * place + offset, part)
                part.show()
            heading.setContentsMargins(0, 24 if place else 0, 0, 0)
            heading.setText(
                say("On this map") if place and record_class is PersonaCard else title_of(record_class)
            )
        self.verticalScrollBar().setValue(0)

    def _form(self, record_class: type[Record]) -> tuple[QLabel, Form]:
        if record_class not in self._forms:
            heading = QLabel(title_of(record_class))
            heading.setObjectName("heading")
            form = Form(record_class, self._ground)
            if record_class is Evidence:
                form.add_foot(UsesList(self._session))
            self._forms[record_class] = (heading, form)
        return self._forms[record_class]

    def _show_selection(self) -> None:
        self._looked_at = ""
        self.refresh()

    def _follow(self, change: Change) -> None:
        if self._wanted() != self._shown:
            self.refresh()
        else:
            for form in self.forms:
                form.follow(change)
