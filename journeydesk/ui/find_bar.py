"""Finding words on the maps: a strip above the map that steps from one match to the next."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from journeydesk.analysis.finding import Match, find
from journeydesk.language import Message, counted, message, say
from journeydesk.model import queries
from journeydesk.model.change import Change, Entry
from journeydesk.operations import folding
from journeydesk.ui.session import Session
from journeydesk.ui.strip import Strip

PAUSE = 150  # milliseconds after a change of the project until it is searched anew


class FindBar(Strip):
    """Looks for words on the map in view, or on all maps. `marked` carries the ids of all matches,
    `reached` that of the match to which somebody stepped.

    While somebody types, the first match is selected where it can be seen; stepping unfolds what hides one.
    """

    marked = Signal(object)
    reached = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(say("Find"), parent)
        self._session = session
        self._matches: tuple[Match, ...] = ()
        self._elsewhere = 0
        self._current: Match | None = None
        self._unfolded: Entry | None = None
        self.words = WordsEdit(say("Find on the map"))
        self.words.textEdited.connect(self._type)
        self.row.addWidget(self.words)
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.row.addWidget(self.count)
        self.everywhere = QToolButton()
        self.everywhere.setCheckable(True)
        self.everywhere.setToolTip(say("Step on to the matches on the project’s other maps too"))
        self.everywhere.toggled.connect(self._search)
        self.row.addWidget(self.everywhere)
        self.add_button("arrow-up", say("Previous match"), self.previous)
        self.add_button("arrow-down", say("Next match"), self.next)
        self.add_close()
        self.setFocusProxy(self.words)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        session.changed.connect(self._follow)
        session.map_changed.connect(self._search)

    def open(self) -> None:
        """Shows the strip and lets somebody type; the words of the last time are there to be typed over."""
        self.show()
        self._search()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def leave(self) -> None:
        self._pause.stop()
        self.marked.emit(())
        super().leave()

    def next(self) -> None:
        """Goes to the next match."""
        self.step(1)

    def previous(self) -> None:
        """Goes to the match before."""
        self.step(-1)

    def step(self, by: int) -> None:
        """Goes so many matches on, round and round; the first step goes to the match that was typed for."""
        if not self.words.text().strip():
            self.open()
            return
        if self.isHidden():
            self.show()
        self._search()
        if not self._matches:
            return
        here = self._matches.index(self._current) if self._current in self._matches else -1
        if here >= 0 and self._is_chosen(self._matches[here]):
            here += by
        elif here < 0 and by < 0:
            here = len(self._matches) - 1
        self._go(self._matches[max(here, 0) % len(self._matches) if by > 0 else here % len(self._matches)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    # Within

    def _type(self) -> None:
        self._search()
        if self._current not in self._matches:
            self._current = next((match for match in self._matches if self._is_open(match)), None)
        if self._current is not None and self._is_open(self._current):
            self._session.select((self._current.record_id,))
        self._tell()

    def _search(self) -> None:
        """Looks for the words anew."""
        if self.isHidden():
            return
        self._pause.stop()
        every = find(self._session.document, self.words.text())
        here = tuple(match for match in every if match.map_id == self._session.map_id)
        self._matches = every if self.everywhere.isChecked() else here
        self._elsewhere = len(every) - len(here)
        self.marked.emit(tuple(match.record_id for match in here))
        self._tell()

    def _go(self, match: Match) -> None:
        session = self._session
        self._current = match
        session.show_map(match.map_id)
        self._unfolded = folding.reveal(session.document, match.record_id, self._unfolded)
        session.select((match.record_id,))
        self.reached.emit(match.record_id)
        self._tell()

    def _is_chosen(self, match: Match) -> bool:
        return self._session.selection == (match.record_id,)

    def _is_open(self, match: Match) -> bool:
        """Whether a match is on the map in view and nothing is folded over it."""
        return match.map_id == self._session.map_id and not folding.folded_over(
            self._session.document, match.record_id
        )

    def _tell(self) -> None:
        several = len(queries.maps(self._session.document)) > 1
        self.everywhere.setVisible(several)
        total = len(self._matches) + (0 if self.everywhere.isChecked() else self._elsewhere)
        self.everywhere.setText(
            say(message("All maps ({n})", n=total)) if self._elsewhere else say("All maps")
        )
        text = say(self._told()) if self.words.text().strip() else ""
        self.count.setText(text)
        self.words.set_alarm(bool(text) and not self._matches)

    def _told(self) -> Message:
        count = len(self._matches)
        if self._current in self._matches:
            return message("{n} of {count}", n=self._matches.index(self._current) + 1, count=count)
        if count:
            return counted("1 match", "{n} matches", count)
        if self._elsewhere:
            return counted("None here, 1 on another map", "None here, {n} on other maps", self._elsewhere)
        return message("No match")

    def _follow(self, _: Change) -> None:
        if not self.isHidden():
            self._pause.start()


class WordsEdit(QLineEdit):
    """A field for words to look for, with a button that empties it."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)

    def set_alarm(self, wanted: bool) -> None:
        """Tells by its colour that nothing was found."""
        if bool(self.property("alarm")) != wanted:
            self.setProperty("alarm", wanted)
            self.style().unpolish(self)
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        return QSize(150, super().sizeHint().height())
