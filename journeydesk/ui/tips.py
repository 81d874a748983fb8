"""Tips that name keys: one a day on the welcome page, and more for those who ask."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from journeydesk.language import N_, say
from journeydesk.ui.guide.telling import Telling
from journeydesk.ui.icons import pixmap

TIPS: tuple[str, ...] = (
    N_("{key:find_command} finds every command, map and card by a few letters of its name."),
    N_("{key:add_child} adds a branch, {key:add_sibling} the next one: as fast as people talk."),
    N_("{key:grow_right} grows a connected card; the other arrow keys do so in their directions."),
    N_("Copy an indented list from a mail, select a card and press {key:paste}: branches grow."),
    N_("{key:connect_to} draws an arrow to a card that you find by its name, wherever it lies."),
    N_("{key:follow_persona} follows one persona; what you draw meanwhile is theirs."),
    N_("{key:terra_incognita} hatches what rests on no evidence."),
    N_("{key:view_grid} shows the map as a grid that can be edited; {key:show_map} leads back."),
    N_("{key:filter} lets through what you choose; the rest turns pale, and nothing is changed."),
    N_("{key:tidy_map} lays the journey out and shows you the result before you keep it."),
    N_("{key:add_stop} makes a stop of what you see; {key:present} goes from stop to stop."),
    N_("{key:show_history} lists every step, and leads back to any of them."),
    N_("{key:copy_style} and {key:paste_style} give the look of one card to others."),
    N_("{key:show_shortcuts} changes any key, and says when another command has it."),
    N_("{key:step_in} steps into a card or a frame, {key:step_out} out of it again."),
    N_("{key:workshop} catches what people say, line by line, and loses none."),
)


def tip(number: int) -> str:
    """A tip by its number, from the first again after the last."""
    return TIPS[number % len(TIPS)]


def tip_of_today() -> int:
    """The number of the tip of this day."""
    return date.today().toordinal() % len(TIPS)


class TipLine(QFrame):
    """A tip, and a button for the next one."""

    def __init__(self, tell: Telling, number: int) -> None:
        super().__init__()
        self._tell, self._number = tell, number
        sign = QLabel()
        sign.setPixmap(pixmap("lightbulb", 16))
        heading = QLabel(say("Tip"))
        heading.setObjectName("section")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        more = QPushButton(say("Another Tip"))
        more.setObjectName("quiet")
        more.clicked.connect(self.turn)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(sign)
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.text)
        self._show()

    def turn(self) -> None:
        """Shows the next one."""
        self._number += 1
        self._show()

    def _show(self) -> None:
        self.text.setText(self._tell.filled(say(tip(self._number))))
