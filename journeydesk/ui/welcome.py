"""The first page: journeys to start from as real pictures, recent projects, and work that was rescued."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeydesk.language import counted, program, say
from journeydesk.storage.leftovers import Recovery, pending_recoveries
from journeydesk.templates import TITLES
from journeydesk.ui import background
from journeydesk.ui.action import Projects
from journeydesk.ui.cards import Card
from journeydesk.ui.deeds import Deeds
from journeydesk.ui.guide.telling import Telling
from journeydesk.ui.icons import icon
from journeydesk.ui.keymap import Keymap
from journeydesk.ui.pictures import template_picture
from journeydesk.ui.recent_list import RecentList
from journeydesk.ui.text_size import scaled
from journeydesk.ui.tips import TipLine, tip_of_today

WIDEST = 1240
SIDE = 264
COLUMNS = 2


class Welcome(QScrollArea):
    """At the left what was done before, at the right what can be begun."""

    def __init__(self, projects: Projects, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._projects = projects
        self._chosen: dict[QPushButton, Callable[[], object]] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page, centre, side = QWidget(), QWidget(), QWidget()
        page.setObjectName("page")
        centre.setMaximumWidth(scaled(WIDEST))
        side.setFixedWidth(scaled(SIDE))
        row = QHBoxLayout(page)
        row.setContentsMargins(32, 32, 32, 32)
        row.addStretch(1)
        row.addWidget(centre, 1000)
        row.addStretch(1)
        halves = QHBoxLayout(centre)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(40)
        self._side, self._main = QVBoxLayout(side), QVBoxLayout()
        self._side.setContentsMargins(0, 0, 0, 0)
        for column in (self._side, self._main):
            column.setSpacing(8)
        halves.addWidget(side)
        halves.addLayout(self._main, 1)
        self.first = self._add_head(deeds)
        self._add_recents()
        self._rescued = QVBoxLayout()
        self._recoveries: tuple[Recovery, ...] = ()
        self._main.addLayout(self._rescued)
        self._list_recoveries()
        self._add_templates()
        self._side.addStretch(1)
        self._add_tip()
        self._main.addStretch(1)
        self.setWidget(page)
        self.setFocusProxy(self.first)

    def _add_head(self, deeds: Deeds) -> QPushButton:
        name = QLabel("JourneyDesk")
        name.setObjectName("great")
        line = QLabel(say("Draw the journey a customer really takes."))
        line.setObjectName("muted")
        line.setWordWrap(True)
        first = self._button(say("New Empty Project"), "file-plus", deeds.deed("new").trigger)
        first.setObjectName("primary")
        first.setIcon(icon("file-plus", self.palette().highlightedText().color().name()))
        other = self._button(say("Open…"), "folder-open", deeds.deed("open").trigger)
        for part in (name, line):
            self._side.addWidget(part)
        self._side.addSpacing(16)
        tour = self._button(say("First Steps, on a Sample"), "footprints", deeds.deed("start_tour").trigger)
        for button in (first, other, tour):
            self._side.addWidget(button)
        return first

    def _add_recents(self) -> None:
        self._side.addSpacing(16)
        self._side.addWidget(_heading(say("Recent projects")))
        program = self._projects.program
        recents = RecentList(program.settings)
        recents.chosen.connect(self._projects.open)
        recents.unwanted.connect(program.recents.forget)
        program.recents.changed.connect(recents.refresh)
        program.recents.changed.connect(self._list_recoveries)
        self._side.addWidget(recents)

    def _add_tip(self) -> None:
        tell = Telling(Keymap(self._projects.settings.keys))
        self._side.addSpacing(16)
        self._side.addWidget(TipLine(tell, tip_of_today()))

    def _list_recoveries(self) -> None:
        """Lists the work that was rescued anew; another window may have taken it up."""
        found = pending_recoveries()
        if found == self._recoveries:
            return
        self._recoveries = found
        while (item := self._rescued.takeAt(0)) is not None:
            if (strip := item.widget()) is not None:
                strip.hide()
                strip.deleteLater()
        for recovery in found:
            strip = QFrame()
            strip.setObjectName("card")
            row = QHBoxLayout(strip)
            row.setContentsMargins(16, 8, 8, 8)
            told = counted(
                "Recovered: 1 change to “{title}” that is in no file yet",
                "Recovered: {n} changes to “{title}” that are in no file yet",
                recovery.changes,
                title=recovery.title or say("Untitled"),
            )
            label = QLabel(say(told))
            label.setWordWrap(True)
            label.setToolTip(str(recovery.path or ""))
            row.addWidget(label, 1)
            drop = self._button(say("Discard"), "", partial(self._discard, recovery, strip))
            drop.setObjectName("quiet")
            row.addWidget(drop)
            row.addWidget(
                self._button(say("Go On"), "history", partial(self._projects.recover, recovery.directory))
            )
            self._rescued.addWidget(strip)
        self._rescued.setContentsMargins(0, 0, 0, 8 if found else 0)

    def _add_templates(self) -> None:
        self._main.addWidget(_heading(say("Start from a journey")))
        grid = QGridLayout()
        grid.setSpacing(16)
        rows = [template for template in TITLES if template.name != "blank"]
        for place, template in enumerate(rows):
            card = Card(say(template.title), say(template.description), "layout-template")
            self._choose(card, partial(self._projects.new, template.name))
            grid.addWidget(card, place // COLUMNS, place % COLUMNS)
            grid.setColumnStretch(place % COLUMNS, 1)
            background.start(
                partial(template_picture, template.name, program().language),
                done=card.picture.show_image,
                failed=self._pass_over,
                owner=card,
            )
        self._main.addLayout(grid)

    def _button(self, text: str, sign: str, chosen: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon(sign), f" {text}" if sign else text)
        button.setAutoDefault(True)
        self._choose(button, chosen)
        return button

    def _choose(self, button: QPushButton, chosen: Callable[[], object]) -> None:
        self._chosen[button] = chosen
        button.clicked.connect(self._act)

    def _act(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self._chosen[button]()

    def _discard(self, recovery: Recovery, strip: QFrame) -> None:
        if self._projects.discard(recovery):
            strip.hide()

    def _pass_over(self, _: Exception) -> None:
        """A picture that cannot be painted leaves its icon."""


def _heading(text: str) -> QLabel:
    heading = QLabel(text)
    heading.setObjectName("heading")
    return heading
