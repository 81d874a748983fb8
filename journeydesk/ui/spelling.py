"""Spelling in text fields: a wavy line under what no dictionary knows, and what to do about it.

Off until somebody asks for it. Words are judged in a worker; what is not judged yet has no mark.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from journeydesk.analysis.spelling import DICTIONARIES, Word, is_known, suggestions, words
from journeydesk.language import say
from journeydesk.model.document import Document
from journeydesk.model.records import Project
from journeydesk.ui import background
from journeydesk.ui.settings import config_folder

PAUSE = 300  # milliseconds after a key until new words are judged
MARK = "#d4382c"

Judged = tuple[str, str]  # a language and a word


class Spelling(QObject):
    """What is known of words, for all windows. `changed` tells that marks may be other ones now."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted = False
        self._verdicts: dict[Judged, bool] = {}
        self._asked: set[Judged] = set()
        self._ignored: set[str] = set()
        self._own = _own_words()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._judge)

    @property
    def wanted(self) -> bool:
        """Whether spelling is checked."""
        return self._wanted

    @wanted.setter
    def wanted(self, wanted: bool) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.changed.emit()

    def is_wrong(self, word: str, language: str) -> bool:
        """Whether the word is known to be wrong; a word that was not asked for yet will be judged soon."""
        if not self._wanted or word in self._ignored or word.casefold() in self._own:
            return False
        known = self._verdicts.get((language, word))
        if known is None and language in DICTIONARIES:
            self._asked.add((language, word))
            self._pause.start()
        return known is False

    def ignore(self, word: str) -> None:
        """Passes over a word until the program ends."""
        self._ignored.add(word)
        self.changed.emit()

    def learn(self, word: str) -> None:
        """Puts a word into this person's own dictionary."""
        self._own.add(word.casefold())
        _keep_own_words(self._own)
        self.changed.emit()

    def _judge(self) -> None:
        asked, self._asked = self._asked, set()
        if asked:
            work = partial(_verdicts, tuple(asked))
            background.start(work, done=self._take, failed=self._give_up, owner=self)

    def _take(self, verdicts: dict[Judged, bool]) -> None:
        self._verdicts.update(verdicts)
        if not all(verdicts.values()):
            self.changed.emit()

    def _give_up(self, error: Exception) -> None:
        self.wanted = False
        raise error


def spelling() -> Spelling:
    """The one that all fields of the program share."""
    application = QApplication.instance()
    assert application is not None
    return application.findChild(Spelling) or Spelling(application)


def _verdicts(asked: tuple[Judged, ...]) -> dict[Judged, bool]:
    return {(language, word): is_known(word, language) for language, word in asked}


def _own_file() -> Path:
    return config_folder() / "dictionary.txt"


def _own_words() -> set[str]:
    try:
        return {line.strip().casefold() for line in _own_file().read_text(encoding="utf-8").splitlines()}
    except (OSError, ValueError):
        return set()


def _keep_own_words(known: set[str]) -> None:
    try:
        _own_file().parent.mkdir(parents=True, exist_ok=True)
        _own_file().write_text("".join(f"{word}\n" for word in sorted(known - {""})), encoding="utf-8")
    except OSError:
        return  # the word is passed over until the program ends


class SpellingMarks(QSyntaxHighlighter):
    """Marks what is wrong in a field, in the language of its project."""

    def __init__(self, box: QPlainTextEdit, document: Document) -> None:
        super().__init__(box.document())
        self._box, self._document = box, document
        self._format = QTextCharFormat()
        self._format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        self._format.setUnderlineColor(MARK)
        spelling().changed.connect(self.rehighlight)

    @property
    def language(self) -> str:
        """The language of the project's maps."""
        found = next((record for record in self._document if isinstance(record, Project)), None)
        return found.language if found is not None else ""

    def highlightBlock(self, text: str) -> None:
        if not spelling().wanted or not text:
            return
        language = self.language
        for word in words(text):
            if spelling().is_wrong(word.text, language):
                self.setFormat(_qt_place(text, word.start), len(word.text), self._format)

    def wrong_word(self, cursor: QTextCursor) -> Word | None:
        """The marked word at a place; its start is counted from the beginning of the field."""
        block, place = cursor.block(), cursor.positionInBlock()
        for word in words(block.text()):
            start = _qt_place(block.text(), word.start)
            if start <= place <= start + len(word.text):
                wrong = spelling().is_wrong(word.text, self.language)
                return Word(block.position() + start, word.text) if wrong else None
        return None


def _qt_place(text: str, at: int) -> int:
    """A place in a text as Qt counts it: characters beyond U+FFFF, such as emoji, take two."""
    return at + sum(letter > "\uffff" for letter in text[:at])


def show_text_menu(box: QPlainTextEdit, marks: SpellingMarks, event: QContextMenuEvent) -> None:
    """Shows the menu of a field, with suggestions first where it is opened on a marked word."""
    at_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
    cursor = box.textCursor() if at_keyboard else box.cursorForPosition(event.pos())
    place = box.viewport().mapToGlobal(box.cursorRect().bottomLeft()) if at_keyboard else event.globalPos()
    menu = box.createStandardContextMenu(event.pos())
    word = marks.wrong_word(cursor)
    if word is not None:
        _offer(menu, box, marks.language, word)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)


def _offer(menu: QMenu, box: QPlainTextEdit, language: str, word: Word) -> None:
    first = menu.actions()[0]
    waiting = QAction(say("Looking for suggestions…"), menu)
    waiting.setEnabled(False)
    learn, ignore = QAction(say("Add to Dictionary"), menu), QAction(say("Ignore"), menu)
    learn.triggered.connect(partial(_learn, word.text))
    ignore.triggered.connect(partial(_ignore, word.text))
    line = QAction(menu)
    line.setSeparator(True)
    last = QAction(menu)
    last.setSeparator(True)
    menu.insertActions(first, [waiting, line, learn, ignore, last])
    background.start(
        partial(suggestions, word.text, language),
        done=partial(_suggest, menu, waiting, box, word),
        failed=partial(_suggest_nothing, waiting),
        owner=menu,
    )


def _suggest(menu: QMenu, waiting: QAction, box: QPlainTextEdit, word: Word, found: tuple[str, ...]) -> None:
    if not found:
        waiting.setText(say("No suggestions"))
        return
    offered = [QAction(guess, menu) for guess in found]
    for action in offered:
        font = action.font()
        font.setBold(True)
        action.setFont(font)
        action.triggered.connect(partial(_put, box, word, action.text()))
    menu.insertActions(waiting, offered)
    menu.removeAction(waiting)


def _suggest_nothing(waiting: QAction, _: Exception) -> None:
    waiting.setText(say("No suggestions"))


def _put(box: QPlainTextEdit, word: Word, guess: str, _: bool = False) -> None:
    """Puts a suggestion in the place of a word, if that still stands there."""
    cursor = QTextCursor(box.document())
    cursor.setPosition(word.start)
    cursor.setPosition(word.start + len(word.text), QTextCursor.MoveMode.KeepAnchor)
    if cursor.selectedText() == word.text:
        cursor.insertText(guess)


def _learn(word: str, _: bool = False) -> None:
    spelling().learn(word)


def _ignore(word: str, _: bool = False) -> None:
    spelling().ignore(word)
