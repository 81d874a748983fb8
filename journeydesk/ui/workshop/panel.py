"""Beside the map in a workshop: the field, the parking lot, and what becomes of what lies there."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from journeydesk.kinds.catalogue import kind_named
from journeydesk.language import N_, counted, message, say
from journeydesk.model.change import Change
from journeydesk.model.records import Comment
from journeydesk.operations import comments, remarks
from journeydesk.ui.announcing import announce
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.icons import large_icon
from journeydesk.ui.workshop.capture import CaptureField
from journeydesk.ui.workshop.lot import Lot
from journeydesk.ui.workshop.placing import place_remarks
from journeydesk.ui.workshop.sending import KINDS, Sending

IN_FIELD = N_("Enter parks it, Tab goes to the list")
IN_LIST = N_("A number votes for it; Enter puts it on the map; F2 changes it; Del deletes it; Tab goes back")


class WorkshopPanel(QFrame):
    """Follows the remarks of the map in view. Every step is one of the document's."""

    def __init__(self, view: MapView, deeds: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workshop")
        self._view, self._session, self._deeds = view, view.session, deeds
        self._rewritten = ""
        self.field, self.lot, self.sending = CaptureField(), Lot(), Sending(deeds)
        self.count, self.hint = QLabel(), QLabel()
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self.by_votes = QToolButton()
        self.by_votes.setObjectName("large")
        self.by_votes.setText(f" {say('Most votes first')}")
        self.by_votes.setAccessibleName(say("Most votes first"))
        self.by_votes.setCheckable(True)
        self.by_votes.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.by_votes.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._connect()
        for watched in (self.field, self.lot):
            watched.installEventFilter(self)
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.by_votes)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.field)
        column.addLayout(head)
        column.addWidget(self.lot, 1)
        column.addWidget(self.hint)
        column.addWidget(self.sending)

    def _connect(self) -> None:
        field, lot, session = self.field, self.lot, self._session
        field.said.connect(self._keep)
        field.passed.connect(lot.enter)
        lot.voted.connect(self._vote)
        lot.typed.connect(self._write_on)
        lot.sent.connect(self._send_again)
        lot.removed.connect(self._remove)
        lot.rewriting.connect(self._rewrite)
        lot.left.connect(self.take_keyboard)
        lot.turned.connect(self._tell)
        self.by_votes.toggled.connect(self.refresh)
        self.by_votes.toggled.connect(lot.scrollToTop)
        self.sending.sent.connect(self.send)
        session.changed.connect(self._follow)
        session.map_changed.connect(self.refresh)
        session.finishing.connect(field.keep)

    def leave(self) -> None:
        """Keeps what is still in the field, and follows nothing any more."""
        self.field.keep()
        self._session.finishing.disconnect(self.field.keep)
        self._session.changed.disconnect(self._follow)
        self._session.map_changed.disconnect(self.refresh)

    def take_keyboard(self) -> None:
        """Gives the keyboard to the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> bool:
        """Leaves a remark as it was that is being changed; False where none is."""
        rewritten, self._rewritten = self._rewritten, ""
        if rewritten:
            self.field.clear()
            self._tell()
        return bool(rewritten)

    def suit(self, pixels: int) -> None:
        """Takes letters of this size, and others in proportion."""
        self.field.suit(pixels)
        self.lot.suit(round(pixels * 0.85))
        self.sending.suit(max(14, round(pixels * 0.5)))
        for label, share in ((self.count, 0.7), (self.hint, 0.5), (self.by_votes, 0.5)):
            font = label.font()
            font.setPixelSize(max(14, round(pixels * share)))
            label.setFont(font)
        self.by_votes.setMinimumHeight(max(48, round(pixels * 1.1)))
        self.by_votes.setIcon(large_icon("vote", round(pixels * 0.6)))
        self.by_votes.setIconSize(QSize(round(pixels * 0.6), round(pixels * 0.6)))

    # What is done

    def send(self, kind: str) -> None:
        """Puts what is chosen on the map as nodes of a kind, which Enter and dragging make from now on."""
        self.lot.kind = kind
        self.sending.mark(kind)
        made = place_remarks(self._view, self.lot.chosen, kind) if self.lot.chosen else ()
        if made and kind != "branch":
            self._session.select(made)
        self._tell()

    def _send_again(self) -> None:
        self.send(self.lot.kind)

    def _keep(self, texts: tuple[str, ...]) -> None:
        document, rewritten = self._session.document, self._rewritten
        self._rewritten = ""
        if rewritten:
            remarks.rewrite(document, rewritten, texts[0])
            texts = texts[1:]
        made = remarks.park(document, self._session.map_id, *texts)
        if made or rewritten:
            self.lot.choose(rewritten or made[-1])
            announce(self, say(counted("Parked: {n} remark", "Parked: {n} remarks", len(made))))
        self._tell()

    def _vote(self, key: str, by: int) -> None:
        remarks.vote_for(self._session.document, key, by)

    def _write_on(self, text: str) -> None:
        self.take_keyboard()
        self.field.insertPlainText(text)

    def _remove(self) -> None:
        comments.remove_comments(self._session.document, self.lot.chosen)

    def _rewrite(self) -> None:
        remark = self._session.document.find(Comment, self.lot.chosen[0]) if self.lot.chosen else None
        if remark is not None:
            self.field.keep()
            self._rewritten = remark.id
            self.field.show_text(remark.text)
            self.take_keyboard()
            self._tell()

    # What is shown

    def refresh(self) -> None:
        """Reads the parking lot anew; the next row is chosen where one has gone."""
        waiting = remarks.parked(self._session.document, self._session.map_id)
        row, had = self.lot.currentRow(), bool(self.lot.chosen)
        self.lot.fill(waiting, self.by_votes.isChecked())
        if had and not self.lot.chosen and waiting:
            self.lot.choose_row(max(0, min(row, len(waiting) - 1)))
        self.count.setText(say(message("Parking lot: {n}", n=len(waiting))))
        if self._rewritten and not any(remark.id == self._rewritten for remark in waiting):
            self._rewritten = ""  # it has gone meanwhile; what is in the field will be a remark of its own
        self._tell()

    def _tell(self) -> None:
        if self._rewritten:
            self.hint.setText(say("Enter keeps the change, Escape leaves it as it was"))
        elif self.lot.hasFocus():
            self.hint.setText(say(IN_LIST))
        else:
            self.hint.setText(say(IN_FIELD))

    def _follow(self, change: Change) -> None:
        if any(isinstance(before or after, Comment) for before, after in change.values()):
            self.refresh()

    # Keys that put remarks on the map: those that insert a kind there

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and (deed := self._means(event)) is not None:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                deed()
                return True
        return False

    def _means(self, event: QKeyEvent) -> Callable[[], None] | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not modifiers & Qt.KeyboardModifier.ControlModifier or not self.lot.chosen:
            return None
        pressed = QKeySequence(event.keyCombination())
        for name in KINDS:
            if pressed in self._deeds[f"insert_{kind_named(name).name}"].shortcuts():
                self.sending.mark(name)
                self.lot.kind = name
                return self._send_again
        return None
