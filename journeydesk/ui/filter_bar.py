"""Filtering the map: a strip of conditions above it; what does not meet them is shown pale."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from journeydesk.analysis import filtering
from journeydesk.analysis.filtering import Filter
from journeydesk.kinds.catalogue import KINDS
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import N_, message, program, say
from journeydesk.model import queries, terms
from journeydesk.model.change import Change
from journeydesk.model.records import Evidence
from journeydesk.ui.find_bar import WordsEdit
from journeydesk.ui.icons import icon
from journeydesk.ui.session import Session
from journeydesk.ui.strip import Strip

PAUSE = 120  # milliseconds after a change of the project until it is filtered anew
LONGEST = 40  # letters of a name in a menu

Option = tuple[str, str, str]  # key, label in the program's language, icon


def _kinds(session: Session) -> Iterator[Option]:
    found = {type(node) for node in queries.nodes(session.document, session.map_id)}
    for kind in KINDS:
        if kind.record in found:
            yield kind.name, say(kind.title), kind.icon


def _personas(session: Session) -> Iterator[Option]:
    for persona in queries.personas(session.document):
        yield persona.id, persona.name or say("Untitled"), "circle-user"


def _channels(session: Session) -> Iterator[Option]:
    found = {
        node.channel
        for node in queries.nodes(session.document, session.map_id)
        if isinstance(node, Touchpoint)
    }
    for entry in terms.entries(session.document, "channel", hidden=True):
        if entry.key in found:
            yield entry.key, entry.named(program()), entry.icon
    if "" in found:
        yield "", say("No channel"), ""


def _evidence(session: Session) -> Iterator[Option]:
    yield filtering.WITH, say("With evidence"), "circle-check"
    yield filtering.WITHOUT, say("Without evidence"), "circle-question-mark"
    sources = session.document.all(Evidence)
    for source in sorted(sources, key=lambda source: (source.title.casefold(), source.id)):
        yield source.id, source.title or say("Untitled"), "paperclip"


def _feelings(_: Session) -> Iterator[Option]:
    yield filtering.NEGATIVE, say("Negative"), ""
    yield filtering.NEUTRAL, say("Neutral"), ""
    yield filtering.POSITIVE, say("Positive"), ""
    yield filtering.UNSET, say("Not set"), ""


@dataclass(frozen=True, slots=True)
class Condition:
    """A field of `Filter` that is chosen from a menu."""

    field: str
    title: str
    options: Callable[[Session], Iterator[Option]]


CONDITIONS = (
    Condition("kinds", N_("Kind"), _kinds),
    Condition("personas", N_("Persona"), _personas),
    Condition("channels", N_("Channel"), _channels),
    Condition("evidence", N_("Evidence"), _evidence),
    Condition("feelings", N_("Sentiment"), _feelings),
)


class LastingMenu(QMenu):
    """A menu that stays open while several of its rows are chosen."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._toggle():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._toggle():
            super().keyPressEvent(event)

    def _toggle(self) -> bool:
        row: QAction | None = self.activeAction()
        if row is None or not row.isCheckable():
            return False
        row.trigger()
        return True


class ConditionButton(QToolButton):
    """A condition: its menu, and how many of its rows are chosen. `changed` tells that others are."""

    changed = Signal()

    def __init__(self, condition: Condition, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.condition, self._session = condition, session
        self.chosen: frozenset[str] = frozenset()
        self.setObjectName("condition")
        self.setIcon(icon("chevron-down"))
        self.setIconSize(QSize(14, 14))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the text
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = LastingMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)
        self._show()

    def choose(self, keys: frozenset[str]) -> None:
        """Chooses exactly these."""
        if keys != self.chosen:
            self.chosen = keys
            self._show()
            self.changed.emit()

    def fill(self) -> None:
        """Puts what can be chosen just now into the menu."""
        menu = self.menu()
        menu.clear()
        for key, label, _ in self.condition.options(self._session):
            short = label if len(label) <= LONGEST else label[: LONGEST - 1].rstrip() + "…"
            row = QAction(short.replace("&", "&&"), menu)
            row.setCheckable(True)
            row.setChecked(key in self.chosen)
            row.setData(key)
            row.triggered.connect(self._toggle)
            menu.addAction(row)
        if menu.isEmpty():
            menu.addAction(say("Nothing to choose from")).setEnabled(False)

    def _toggle(self) -> None:
        row = self.sender()
        if isinstance(row, QAction):
            self.choose(self.chosen ^ {row.data()})

    def _show(self) -> None:
        title = say(self.condition.title)
        count = len(self.chosen)
        self.setText(say(message("{condition}: {n}", condition=title, n=count)) if count else title)
        self.setProperty("active", bool(count))
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()


class FilterBar(Strip):
    """Conditions, how many nodes meet them, and what can be done with these."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(say("Filter"), parent)
        self._session = session
        self.buttons = tuple(ConditionButton(condition, session) for condition in CONDITIONS)
        for button in self.buttons:
            button.changed.connect(self.refresh)
            self.row.addWidget(button)
        self.words = WordsEdit(say("With these words"))
        self.words.textChanged.connect(self.refresh)
        self.row.addWidget(self.words)
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row.addWidget(self.count)
        self._select = self.add_button("box-select", say("Select all that is shown"), self.select_matching)
        self._clear = self.add_button("funnel-x", say("Clear the filter"), self.clear)
        self.add_close()
        self.setFocusProxy(self.words)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.refresh)
        session.fade(frozenset())
        session.changed.connect(self._follow)
        session.map_changed.connect(self.refresh)

    @property
    def filter(self) -> Filter:
        """The conditions that are chosen."""
        chosen = {button.condition.field: button.chosen for button in self.buttons}
        return Filter(**chosen, text=self.words.text().strip())

    def open(self) -> None:
        """Shows the strip and goes to its first condition."""
        self.show()
        self.refresh()
        self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Takes all conditions back."""
        self.words.clear()
        for button in self.buttons:
            button.choose(frozenset())

    def leave(self) -> None:
        self.clear()
        super().leave()

    def select_matching(self) -> None:
        """Selects the nodes that meet the filter, and gives the keyboard to the map."""
        session = self._session
        shown = filtering.matching(session.document, session.map_id, self.filter)
        session.select(
            node.id for node in queries.nodes(session.document, session.map_id) if node.id in shown
        )
        self.left.emit()

    def refresh(self) -> None:
        """Looks anew at what meets the filter."""
        self._pause.stop()
        session, wanted = self._session, self.filter
        self._select.setEnabled(not wanted.is_empty)
        self._clear.setEnabled(not wanted.is_empty)
        pale: frozenset[str] = frozenset()
        if not wanted.is_empty:
            pale = filtering.faded(session.document, session.map_id, wanted)
        session.fade(pale)
        every = queries.nodes(session.document, session.map_id)
        shown = sum(node.id not in pale for node in every)
        self.count.setText(say(message("{n} of {count} shown", n=shown, count=len(every))))

    def _follow(self, _: Change) -> None:
        if not self.isHidden() and not self.filter.is_empty:
            self._pause.start()
