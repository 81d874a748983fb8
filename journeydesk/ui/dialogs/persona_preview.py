"""How a persona is seen while they are edited: as a sheet, as the card on a map, as an empathy map."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journeydesk.kinds.kind import Setting
from journeydesk.kinds.persona import PERSONA, PersonaCard
from journeydesk.language import N_, say
from journeydesk.model.document import Document
from journeydesk.model.records import Persona
from journeydesk.picture.marks import Group, paint
from journeydesk.render.qt import QtCanvas
from journeydesk.render.qt import colour as painted_colour
from journeydesk.ui.icons import icon
from journeydesk.views.empathy import page
from journeydesk.views.persona import sheet
from journeydesk.views.view import Brief, View

SORTS = (
    ("sheet", N_("Sheet"), "id-card"),
    ("card", N_("Card"), "circle-user"),
    ("empathy", N_("Empathy Map"), "heart"),
)
MARGIN = 24.0
LARGEST = 1.25  # pixels to a board unit


class Picture(QWidget):
    """A view, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._view: View | None = None
        self._ground = "#ffffff"

    def show_view(self, view: View, ground: str) -> None:
        self._view, self._ground = view, ground
        self._fit()
        self.update()

    def resizeEvent(self, _: object) -> None:
        self._fit()

    @property
    def _scale(self) -> float:
        assert self._view is not None
        return min(LARGEST, self.width() / self._view.width)

    def _fit(self) -> None:
        if self._view is not None:
            self.setFixedHeight(round(self._view.height * self._scale))

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), painted_colour(self._ground))
        scale = self._scale
        painter.translate((self.width() - self._view.width * scale) / 2, 0)
        painter.scale(scale, scale)
        paint(self._view.picture, QtCanvas(painter, scale=scale * self.devicePixelRatioF()))
        painter.end()


class PersonaPreview(QFrame):
    """`chosen` tells that another sort of picture is wanted."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._sorts = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(4)
        for place, (_, title, sign) in enumerate(SORTS):
            button = QToolButton()
            button.setText(say(title))
            button.setIcon(icon(sign))
            button.setIconSize(QSize(16, 16))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setChecked(not place)
            self._sorts.addButton(button, place)
            head.addWidget(button)
        head.addStretch(1)
        self._sorts.idClicked.connect(self.chosen)
        self.picture = Picture()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.picture)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 4, 10)
        column.addLayout(head)
        column.addWidget(self.area, 1)

    @property
    def sort(self) -> str:
        """What sort of picture is wanted."""
        return SORTS[max(0, self._sorts.checkedId())][0]

    def show_persona(self, document: Document, persona: Persona, asked: Brief) -> None:
        """Draws a persona, who need not be in the document as they are shown."""
        match self.sort:
            case "card":
                view = _card(persona, asked)
            case "empathy":
                view = page(persona, asked)
            case _:
                view = sheet(document, persona, asked)
        self.picture.show_view(view, asked.look.theme.ground)


def _card(persona: Persona, asked: Brief) -> View:
    node = PersonaCard(id="", persona_id=persona.id)
    width, height = PERSONA.size(node, asked.look)
    marks = PERSONA.draw(node, Setting(width, height), asked.look)
    return View(width + 2 * MARGIN, height + 2 * MARGIN, (Group(marks, MARGIN, MARGIN),))
