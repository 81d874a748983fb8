"""What hides the map from an audience for a while, and the dot that points at it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

DOT = 26  # pixels


class Cover(QWidget):
    """Black or white over the whole screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.hide()

    @property
    def colour(self) -> str:
        """The colour that it has, or had last."""
        return self.palette().color(self.backgroundRole()).name()

    def switch(self, colour: str) -> None:
        """Covers the screen in a colour; shows the map again where it has that colour already."""
        shown = self.isHidden() or self.colour != colour
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(colour))
        self.setPalette(palette)
        self.setVisible(shown)
        self.raise_()


class Laser:
    """The pointer as a red dot that is seen from the back row, wherever it is."""

    def __init__(self) -> None:
        self.is_on = False

    def turn(self) -> None:
        """Turns the dot on where it is off, and off where it is on."""
        self.switch(not self.is_on)

    def switch(self, wanted: bool) -> None:
        """Turns the dot on or off."""
        if wanted and not self.is_on:
            QApplication.setOverrideCursor(_dot())
        elif self.is_on and not wanted:
            QApplication.restoreOverrideCursor()
        self.is_on = wanted


def _dot() -> QCursor:
    picture = QPixmap(DOT, DOT)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(255, 255, 255, 200))
    painter.setBrush(QColor("#e02020"))
    painter.drawEllipse(3, 3, DOT - 6, DOT - 6)
    painter.end()
    return QCursor(picture, DOT // 2, DOT // 2)
