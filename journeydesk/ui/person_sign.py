"""A persona's letters on a small plate, as on the map, for the parts of the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from journeydesk.kinds.kind import Look
from journeydesk.kinds.people import TAG, tag, tag_width
from journeydesk.language import program
from journeydesk.model.records import Persona
from journeydesk.picture.dressing import dressed
from journeydesk.picture.marks import paint
from journeydesk.picture.theme import PAPER
from journeydesk.render.qt import QtCanvas

HEIGHT = 18  # pixels


def _nobody(_: str) -> None:
    """Nothing has to be looked up for a plate."""


def sign_of(persona: Persona, ratio: float = 1.0, palette: tuple[str, ...] = ()) -> QPixmap:
    """The plate, for a screen with so many device pixels to a pixel, in the colours of a house."""
    scale = (HEIGHT - 2) / TAG * ratio
    width = round((tag_width(persona) + 2) * scale)
    made = QPixmap(width, round(HEIGHT * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(width / 2, made.height() / 2)
    painter.scale(scale, scale)
    look = Look(dressed(PAPER, palette), program(), _nobody)
    paint(tag(persona, 0, 0, look), QtCanvas(painter, scale=scale))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
