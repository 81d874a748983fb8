"""What can be done to one channel, device or department: its name, its look, its place in the list."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journeydesk.language import Problem, counted, message, program, say
from journeydesk.model.document import Document
from journeydesk.model.fields import described
from journeydesk.model.records import TERM_TITLE, Asset, Term
from journeydesk.model.terms import Listed, entries, listed, used
from journeydesk.operations import terms
from journeydesk.ui import taking
from journeydesk.ui.clipboard import offered
from journeydesk.ui.dialogs.icon_choice import IconChoice
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.dialogs.term_parts import DeedButton, MergeMenu
from journeydesk.ui.icons import icon
from journeydesk.ui.panels.colours import ColourEditor
from journeydesk.ui.panels.editors import Ground
from journeydesk.ui.term_icons import term_icon

COLOUR = next(told for told in described(Term) if told.name == "colour")
WIDTH = 268  # pixels


class TermPanel(QWidget):
    """`told` carries what is worth knowing; `stepped` asks for the entry to go one place up or down.

    `followed` carries the key of the entry that took the place of the one that was shown.
    """

    told = Signal(object)
    stepped = Signal(int)
    followed = Signal(str)

    def __init__(self, document: Document, dialogs: Dialogs) -> None:
        super().__init__()
        self._document, self._dialogs = document, dialogs
        self.entry: Listed | None = None
        self._shown = ""
        self.sign = QToolButton()
        self.sign.setIconSize(QSize(32, 32))
        self.sign.setFixedSize(48, 48)
        self.sign.setObjectName("condition")
        self.sign.clicked.connect(self.choose_icon)
        self.name = QLineEdit()
        self.name.setMaxLength(TERM_TITLE)
        self.name.setAccessibleName(say("Name"))
        self.name.editingFinished.connect(self.flush)
        self.uses = QLabel()
        self.uses.setObjectName("muted")
        self.colour = ColourEditor(COLOUR, Ground(document, dialogs))
        self.colour.committed.connect(self._recolour)
        self.merging = MergeMenu(document, self)
        self.merging.chosen.connect(self._merge)
        self.deeds = self._deeds()
        self.setFixedWidth(WIDTH)
        self._lay_out()
        self.show_entry(None)

    def _deeds(self) -> dict[str, QAction]:
        rows: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("icon", "shapes", say("Choose Icon…"), self.choose_icon),
            ("picture", "image", say("Choose Picture…"), self._choose_picture),
            ("paste", "clipboard-paste", say("Paste Picture"), self._paste),
            ("up", "arrow-up", say("Move Up"), partial(self.stepped.emit, -1)),
            ("down", "arrow-down", say("Move Down"), partial(self.stepped.emit, 1)),
            ("hide", "eye-off", say("Hide"), self._hide),
            ("restore", "rotate-ccw", say("Restore"), self._restore),
            ("remove", "trash-2", say("Delete"), self.remove),
        )
        made: dict[str, QAction] = {}
        for name, sign, text, run in rows:
            if name == "restore":
                made["merge"] = self.merging.menuAction()
            made[name] = QAction(icon(sign), text, self)
            made[name].triggered.connect(run)
        return made

    def _lay_out(self) -> None:
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(10)
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.uses)
        head.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 22, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addSpacing(8)
        column.addWidget(self.colour)
        column.addSpacing(8)
        for deed in self.deeds.values():
            column.addWidget(DeedButton(deed))
        column.addStretch(1)

    def menu(self) -> QMenu:
        """What can be done, as a menu."""
        made = QMenu(self)
        for name, deed in self.deeds.items():
            if name in ("up", "hide", "restore"):
                made.addSeparator()
            made.addAction(deed)
        return made

    # What is shown

    def show_entry(self, entry: Listed | None) -> None:
        """Shows an entry; what was being typed about another one is kept first."""
        if entry is None or self.entry is None or (entry.vocabulary, entry.key) != self._place:
            self.flush()
        self.entry = self.merging.entry = entry
        self.setEnabled(entry is not None)
        name = entry.named(program()) if entry is not None else ""
        if name != self._shown:
            self._shown = name
            self.name.setText(name)
            self.name.setCursorPosition(0)
        if entry is None:
            self.uses.clear()
            self.sign.setIcon(icon("tag"))
            return
        count = len(used(self._document, entry.vocabulary).get(entry.key, ()))
        self.uses.setText(say(counted("{n} touchpoint", "{n} touchpoints", count)))
        self.sign.setIcon(term_icon(entry, self._document.get))
        self.sign.setToolTip(say("Choose Icon…"))
        self.sign.setAccessibleName(say("Choose Icon…"))
        self.name.setPlaceholderText(say(entry.label))
        self.colour.show_value(entry.colour, False)
        self._show_deeds(entry, count)

    def _show_deeds(self, entry: Listed, count: int) -> None:
        hide = self.deeds["hide"]
        hide.setText(say("Show") if entry.hidden else say("Hide"))
        hide.setIcon(icon("eye" if entry.hidden else "eye-off"))
        self.deeds["restore"].setEnabled(not entry.is_own and terms.is_changed(self._document, entry))
        self.deeds["remove"].setEnabled(entry.is_own and not count)
        why = say("In use: merge it into another one first") if count else ""
        self.deeds["remove"].setToolTip(why if entry.is_own else say("Built in: it can be hidden"))

    @property
    def _place(self) -> tuple[str, str]:
        assert self.entry is not None
        return self.entry.vocabulary, self.entry.key

    # What is done

    def flush(self) -> None:
        """Writes the name that was typed and not written yet."""
        name = self.name.text().strip()
        if self.entry is not None and name != self._shown:
            self._shown = name
            self.rename(*self._place, name)

    def rename(self, vocabulary: str, key: str, name: str) -> None:
        """Gives an entry a name; tells where that made one of two."""
        before = listed(self._document.get, vocabulary, key)
        terms.rename_term(self._document, vocabulary, key, name)
        other = terms.key_of(self._document, vocabulary, name) if name else key
        if other != key and any(entry.key == other for entry in entries(self._document, vocabulary)):
            self._tell_merged(before, listed(self._document.get, vocabulary, other))
        elif self.entry is not None and self._place == (vocabulary, key):
            self._shown = ""
            self.show_entry(listed(self._document.get, vocabulary, key))

    def _tell_merged(self, entry: Listed, into: Listed) -> None:
        told = message("“{old}” is “{new}” now. Undo parts them again.", old=entry.words, new=into.words)
        self.told.emit(told)
        self.followed.emit(into.key)

    def choose_icon(self) -> None:
        """Lets one of the icons be chosen."""
        if self.entry is None:
            return
        title = say(message("Icon of “{name}”", name=self.entry.named(program())))
        choice = IconChoice(self.entry.icon if not self.entry.picture_id else "", title, self)
        choice.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choice.accepted.connect(partial(self._take_icon, choice, self._place))
        choice.open()

    def _take_icon(self, choice: IconChoice, place: tuple[str, str]) -> None:
        if choice.chosen:
            terms.set_term_icon(self._document, *place, choice.chosen)

    def _choose_picture(self) -> None:
        if self.entry is not None:
            taking.choose(self._dialogs, partial(self._take_picture, self._place), self.told.emit, self)

    def _paste(self) -> None:
        if self.entry is not None:
            taking.take(offered(), partial(self._take_picture, self._place), self.told.emit, self)

    def _take_picture(self, place: tuple[str, str], picture: Asset) -> None:
        terms.set_term_picture(self._document, *place, picture)

    def _recolour(self, colour: str) -> None:
        if self.entry is not None:
            terms.set_term_colour(self._document, *self._place, colour)

    def _hide(self) -> None:
        if self.entry is not None:
            terms.hide_term(self._document, *self._place, not self.entry.hidden)

    def _restore(self) -> None:
        if self.entry is not None:
            terms.restore_term(self._document, *self._place)

    def remove(self) -> None:
        """Removes the entry, or tells why that cannot be."""
        if self.entry is not None:
            try:
                terms.remove_term(self._document, *self._place)
            except Problem as problem:
                self.told.emit(problem.told)

    def _merge(self, entry: Listed, into: Listed) -> None:
        terms.merge_terms(self._document, entry.vocabulary, entry.key, into.key)
        self._tell_merged(entry, into)
