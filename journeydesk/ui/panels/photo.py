"""The photo of a persona: chosen, pasted or dropped, and moved in its round frame."""

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QMimeData, QPointF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from journeydesk.kinds.kind import Look
from journeydesk.kinds.portrait import portrait as drawn_portrait
from journeydesk.kinds.portrait import seen_part
from journeydesk.language import say
from journeydesk.model.document import Document
from journeydesk.model.records import MOST_ZOOM, Asset, Persona
from journeydesk.operations import images
from journeydesk.operations.fields import set_field
from journeydesk.operations.personas import place_face
from journeydesk.picture.marks import paint
from journeydesk.picture.theme import tint_of
from journeydesk.render.qt import QtCanvas
from journeydesk.render.qt import colour as painted_colour
from journeydesk.ui import taking
from journeydesk.ui.clipboard import offered
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.style import current_tones

SIDE = 168  # pixels
EDGE = 5
STEPS = 100  # of the slider
NUDGE = 0.02  # of the photo, for an arrow key
PAUSE = 350  # milliseconds without another turn of the wheel until it counts as one step
KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PhotoFrame(QWidget):
    """The round photo. `placed` carries the middle and the zoom that were chosen, `offered` what was dropped.

    `drafted` tells that it looks different while it is being moved.
    """

    placed = Signal(float, float, float)
    offered = Signal(object)
    drafted = Signal()

    def __init__(self, look: Callable[[], Look]) -> None:
        super().__init__()
        self._look = look
        self.persona = Persona(id="")
        self._start: tuple[QPointF, Persona] | None = None
        self.setFixedSize(SIDE, SIDE)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Photo"))
        self.setToolTip(
            say("Drag to move the face, turn the wheel to come nearer; drop a picture for another")
        )
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self._place)

    def show_persona(self, persona: Persona) -> None:
        """Shows the photo, or the initials, of a persona."""
        if self._start is None and not self._rest.isActive():
            self.persona = persona
            self.setCursor(Qt.CursorShape.OpenHandCursor if self._photo else Qt.CursorShape.ArrowCursor)
            self.update()

    def zoom_to(self, zoom: float, *, at_once: bool = True) -> None:
        """Comes nearer or goes back; where it goes on, it counts once it has come to rest."""
        self._draft(self.persona.face_x, self.persona.face_y, zoom)
        if at_once:
            self._place()
        else:
            self._rest.start()

    @property
    def _photo(self) -> Asset | None:
        found = self._look().find(self.persona.photo_id)
        return found if isinstance(found, Asset) and found.data and found.width and found.height else None

    def _draft(self, x: float, y: float, zoom: float) -> None:
        photo = self._photo
        if photo is not None:
            zoom = min(MOST_ZOOM, max(1.0, zoom))
            part = seen_part(replace(self.persona, face_x=x, face_y=y, face_zoom=zoom), photo)
            self.persona = replace(self.persona, face_x=part.x, face_y=part.y, face_zoom=zoom)
            self.update()
            self.drafted.emit()

    def _place(self) -> None:
        self._rest.stop()
        if self._photo is not None:
            self.placed.emit(self.persona.face_x, self.persona.face_y, self.persona.face_zoom)

    def _move(self, start: Persona, dx: float, dy: float) -> None:
        """Moves the photo by pixels from where it was."""
        photo = self._photo
        if photo is not None:
            part, side = seen_part(start, photo), SIDE - 2 * EDGE
            self._draft(
                start.face_x - dx / side * part.width, start.face_y - dy / side * part.height, start.face_zoom
            )

    # Events

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, tones = self._look(), current_tones()
        colour, theme = self.persona.colour, look.theme
        line = tint_of(colour, theme).line if colour else theme.persona.line
        marks = drawn_portrait(self.persona, look, SIDE / 2, SIDE / 2, SIDE - 2 * EDGE, line)
        paint(marks, QtCanvas(painter, scale=self.devicePixelRatioF()))
        if self.hasFocus():
            painter.setPen(QPen(painted_colour(tones.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._photo is not None:
            self._start = (event.position(), self.persona)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is not None:
            moved = event.position() - self._start[0]
            self._move(self._start[1], moved.x(), moved.y())

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:
        if self._start is not None:
            before, self._start = self._start[1], None
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            if before != self.persona:
                self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._photo is None:
            event.ignore()
        else:
            self.zoom_to(self.persona.face_zoom * 1.1 ** (event.angleDelta().y() / 120), at_once=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.offered.emit(offered())
        elif key == Qt.Key.Key_Escape and self._start is not None:
            self.persona, self._start = self._start[1], None
            self.update()
            self.drafted.emit()
        elif key in KEYS and self._photo is not None:
            dx, dy = KEYS[Qt.Key(key)]
            self._move(self.persona, -dx * NUDGE * SIDE, -dy * NUDGE * SIDE)
            self._rest.start()
        elif event.text() in ("+", "-") and self._photo is not None:
            self.zoom_to(self.persona.face_zoom * (1.1 if event.text() == "+" else 1 / 1.1), at_once=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._rest.isActive():
            self._place()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasImage() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.offered.emit(event.mimeData())
        event.acceptProposedAction()


class PhotoEditor(QWidget):
    """The frame with what can be done to the photo. `troubled` tells what could not be read."""

    troubled = Signal(object)
    drafted = Signal()

    def __init__(self, document: Document, dialogs: Dialogs, look: Callable[[], Look]) -> None:
        super().__init__()
        self._document, self._dialogs = document, dialogs
        self.frame = PhotoFrame(look)
        self.frame.placed.connect(self._place)
        self.frame.offered.connect(self.take)
        self.frame.drafted.connect(self._follow)
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setRange(0, STEPS)
        self.zoom.setAccessibleName(say("Zoom of the photo"))
        self.zoom.setToolTip(say("Zoom of the photo"))
        self.zoom.actionTriggered.connect(self._slide)
        self.zoom.sliderReleased.connect(self._let_go)
        self.choose = self._button(say("Choose Picture…"), self._choose)
        self.paste = self._button(say("Paste"), self._paste)
        self.remove = self._button(say("Remove"), self._remove)
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in (self.paste, self.remove):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.frame, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.zoom)
        column.addWidget(self.choose)
        column.addLayout(row)
        column.addStretch(1)
        self.setFixedWidth(max(SIDE + 8, column.minimumSize().width()))

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        if do != self._choose:
            button.setObjectName("quiet")
        button.clicked.connect(do)
        return button

    def show_persona(self, persona: Persona) -> None:
        """Shows the photo of a persona."""
        self.frame.show_persona(persona)
        for part in (self.zoom, self.remove):
            part.setEnabled(bool(persona.photo_id))
        self._follow()

    def take(self, mime: QMimeData) -> None:
        """Makes a picture that is pasted or dropped the photo."""
        taking.take(mime, partial(self._give, self.frame.persona.id), self.troubled.emit, self)

    def _choose(self) -> None:
        done = partial(self._give, self.frame.persona.id)  # who is shown now, whoever is when it was read
        taking.choose(self._dialogs, done, self.troubled.emit, self)

    def _give(self, persona_id: str, picture: Asset) -> None:
        images.set_picture(self._document, (persona_id,), "photo_id", picture)

    def _paste(self) -> None:
        self.take(offered())

    def _remove(self) -> None:
        set_field(self._document, (self.frame.persona.id,), "photo_id", "")

    def _place(self, x: float, y: float, zoom: float) -> None:
        place_face(self._document, self.frame.persona.id, x, y, zoom)

    def _slide(self) -> None:
        """The slider was moved; that counts once it has come to rest, or is let go."""
        self.frame.zoom_to(MOST_ZOOM ** (self.zoom.sliderPosition() / STEPS), at_once=False)

    def _let_go(self) -> None:
        self.frame.zoom_to(MOST_ZOOM ** (self.zoom.value() / STEPS))

    def _follow(self) -> None:
        if not self.zoom.isSliderDown():
            zoom = self.frame.persona.face_zoom
            with QSignalBlocker(self.zoom):
                self.zoom.setValue(round(math.log(zoom) / math.log(MOST_ZOOM) * STEPS))
        self.drafted.emit()
