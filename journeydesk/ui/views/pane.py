"""A view of the project with its name above: which layout is shown, and for whom."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journeydesk.language import say
from journeydesk.model.queries import personas
from journeydesk.ui.icons import icon
from journeydesk.ui.session import Session
from journeydesk.ui.views.canvas import ViewCanvas
from journeydesk.ui.views.touch import Touch
from journeydesk.views.catalogue import LAYOUTS, layout_named
from journeydesk.views.stacked import stacked
from journeydesk.views.view import Layout, Subject, brief

REST = 200  # milliseconds after a new size until what depends on it is drawn anew
CHANGE = 0.1  # by which width for height must change for that


class ViewPane(QWidget):
    """Shows one layout and follows the document. `chosen` asks for another layout, `left` for the map."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._layout: Layout = LAYOUTS[0]
        self._aspect = 0.0
        self._shown: tuple[str, str, str] = ("", "", "")  # the layout, map and persona that are drawn
        self.canvas = ViewCanvas()
        self.touch = Touch(session, self.canvas)
        self.touch.left.connect(self.left)
        self.empty = QLabel()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setObjectName("muted")
        self.empty.setMargin(48)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.canvas)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self.canvas)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._resized = QTimer(self, singleShot=True, interval=REST)
        self._resized.timeout.connect(self._fit)
        session.changed.connect(self._stir)
        session.map_changed.connect(self._stir)
        session.spotlight.changed.connect(self._stir)

    def _head(self) -> QWidget:
        head = QFrame()
        head.setObjectName("strip")
        self.layouts = QComboBox()
        self.layouts.setAccessibleName(say("View"))
        self.layouts.setIconSize(QSize(16, 16))
        for layout in LAYOUTS:
            self.layouts.addItem(icon(layout.icon), say(layout.title), layout.name)
        self.layouts.activated.connect(self._choose_layout)
        self.people = QComboBox()
        self.people.setAccessibleName(say("Persona"))
        self.people.activated.connect(self._redraw)
        back = QToolButton()
        back.setObjectName("quiet")
        back.setIcon(icon("x"))
        back.setIconSize(QSize(16, 16))
        back.setToolTip(say("Back to the map (Escape)"))
        back.setAccessibleName(say("Back to the map"))
        back.clicked.connect(self.left)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(8)
        for part in (self.layouts, self.people):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(back)
        return head

    @property
    def name(self) -> str:
        """The name of the layout that is shown."""
        return self._layout.name

    def show_layout(self, name: str, persona_id: str = "") -> None:
        """Shows a layout, of a persona where it shows one: of who is followed where nobody is named."""
        persona_id = persona_id or self._session.spotlight.persona_id
        self._layout = layout_named(name)
        self.canvas.setAccessibleName(say(self._layout.title))
        with QSignalBlocker(self.layouts):
            self.layouts.setCurrentIndex(self.layouts.findData(name))
        self._list_people()
        if persona_id:
            self.people.setCurrentIndex(max(0, self.people.findData(persona_id)))
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Draws the view as the document is now."""
        session, layout = self._session, self._layout
        self._list_people()
        area = self.canvas.viewport().size()
        self._aspect = area.width() / max(area.height(), 1)
        persona_id = session.spotlight.persona_id if layout.follows else ""
        if layout.subject is Subject.PERSONA:
            persona_id = str(self.people.currentData() or "")
        asked = brief(
            session.document,
            session.map_id,
            persona_ids=(persona_id,) if persona_id else (),
            aspect=self._aspect,
            inviting=True,
        )
        view = stacked(tuple(layout.draw(session.document, asked)))
        shown = (layout.name, session.map_id, persona_id)
        self.canvas.show_view(view, asked.look.theme.ground, again=shown == self._shown)
        self._shown = shown
        self.empty.setText("" if view is not None else say(layout.empty))
        self._pages.setCurrentWidget(self.canvas if view is not None else self.empty)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resized.start()

    # Within

    def _list_people(self) -> None:
        self.people.setVisible(self._layout.subject is Subject.PERSONA)
        found = [(person.id, person.name or say("Untitled")) for person in personas(self._session.document)]
        known = [(self.people.itemData(at), self.people.itemText(at)) for at in range(self.people.count())]
        if found != known:
            chosen = self.people.currentData()
            with QSignalBlocker(self.people):
                self.people.clear()
                for key, name in found:
                    self.people.addItem(name, key)
                self.people.setCurrentIndex(max(0, self.people.findData(chosen)))

    def _choose_layout(self) -> None:
        self.chosen.emit(self.layouts.currentData())

    def _redraw(self) -> None:
        self.refresh()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stir(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _fit(self) -> None:
        area = self.canvas.viewport().size()
        if (
            self.isVisible()
            and abs(area.width() / max(area.height(), 1) / max(self._aspect, 0.01) - 1) > CHANGE
        ):
            self.refresh()
