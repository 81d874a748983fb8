"""The keys of a presentation, shown over the map while somebody asks for them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from journeydesk.language import N_, say

ROWS = (
    (N_("Page Down, → or Space"), N_("the next branch or stop")),
    (N_("Page Up, ← or Backspace"), N_("the one before")),
    (N_("a number, Enter"), N_("to the stop with this number")),
    ("G", N_("to a stop by its name")),
    (N_("Home"), N_("back to the stop from wherever you looked")),
    ("B, W", N_("black or white over the screen")),
    ("L", N_("the pointer as a red dot")),
    ("D", N_("draw over the map")),
    ("K", N_("keep the drawing on the map")),
    ("R", N_("branches one by one, or all at once")),
    ("N", N_("hide or show names")),
    ("H, F1", N_("these keys")),
    (N_("Esc or F5"), N_("end the presentation")),
)
PLAIN = ("G", "B, W", "L", "D", "K", "R", "N", "H, F1")  # the same in every language


class KeySheet(QFrame):
    """A card in the middle of the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setObjectName("card")
        self.setAccessibleName(say("Keys of the presentation"))
        grid = QGridLayout(self)
        grid.setContentsMargins(36, 28, 36, 28)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        for row, (key, meaning) in enumerate(ROWS):
            name = QLabel(key if key in PLAIN else say(key))
            name.setObjectName("strong")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(QLabel(say(meaning)), row, 1)
        self.hide()

    def turn(self) -> None:
        """Shows the keys where they are not shown, and hides them where they are."""
        if self.isHidden():
            font, around = self.font(), self._around.rect()
            font.setPixelSize(max(15, round(around.height() / 40)))
            for label in self.findChildren(QLabel):
                font.setBold(bool(label.objectName()))
                label.setFont(font)
            self.adjustSize()
            self.move(around.center() - self.rect().center())
            self.show()
            self.raise_()
        else:
            self.hide()
