"""Comments: those that nobody has resolved yet, by what they are on, and a field to add to them."""

from itertools import pairwise

from PySide6.QtCore import QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from journeydesk.analysis.review import Thread, threads
from journeydesk.language import message, say
from journeydesk.model.change import Change
from journeydesk.model.records import Comment, JourneyMap, Link, Node
from journeydesk.operations import comments
from journeydesk.ui.going import go_to
from journeydesk.ui.icons import icon
from journeydesk.ui.panels.outline_rows import arrow_text, name_of, sign_of
from journeydesk.ui.panels.section import Section
from journeydesk.ui.review_rows import told_time
from journeydesk.ui.session import Session
from journeydesk.ui.text_size import scaled

KEY, ABOUT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
HIGH = 52  # pixels of the field


class RemarkField(QPlainTextEdit):
    """A text that Ctrl+Return sends and Tab leaves."""

    def __init__(self, send: QPushButton) -> None:
        super().__init__()
        self._send = send
        self.setTabChangesFocus(True)
        self.setFixedHeight(scaled(HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._send.click()
        else:
            super().keyPressEvent(event)


class RemarkList(QListWidget):
    """Rows of which one is chosen as soon as keys lead there."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_keys and self.count() and not self.selectedItems():
            self.setCurrentRow(max(0, self.currentRow()), QItemSelectionModel.SelectionFlag.ClearAndSelect)


class RemarksPanel(Section):
    """The open comments, or all of them. A click goes to what a comment is on."""

    def __init__(self, session: Session, deeds: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(say("Comments"), (), parent)
        self._session = session
        self.everything = QCheckBox(say("All"))
        self.everything.setToolTip(say("Resolved ones too"))
        self.everything.toggled.connect(self.refresh)
        self.list = RemarkList()
        self.list.setAccessibleName(say("Comments"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.list.itemSelectionChanged.connect(self._offer)
        self.settle = self._button(say("Resolve"), "check", self._settle)
        self.remove = self._button(say("Delete"), "trash-2", self._remove)
        self.send = self._button(say("Comment"), "message-square-plus", self._add)
        self.about = QLabel()
        self.about.setObjectName("muted")
        self.about.setWordWrap(True)
        self.author = QLineEdit()
        self.author.setPlaceholderText(say("Your name"))
        self.author.setAccessibleName(say("Your name"))
        self.text = RemarkField(self.send)
        self.text.setAccessibleName(say("Comment"))
        self.text.setPlaceholderText(say("Write, then Ctrl+Enter"))
        for row in ((self.everything, self.settle, self.remove),):
            self.body.addLayout(_side_by_side(*row))
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.about)
        self.body.addWidget(self.text)
        self.body.addLayout(_side_by_side(self.author, self.send))
        order = (self.everything, self.settle, self.remove, self.list, self.text, self.author, self.send)
        for before, after in pairwise(order):  # as they are seen
            self.setTabOrder(before, after)
        session.changed.connect(self._follow)
        session.selection_changed.connect(self._tell_about)
        session.map_changed.connect(self._tell_about)
        self._offer()

    def _button(self, text: str, sign: str, clicked: object) -> QPushButton:
        button = QPushButton(text)
        button.setIcon(icon(sign))
        button.setAutoDefault(False)
        button.clicked.connect(clicked)
        return button

    @property
    def about_id(self) -> str:
        """What a new comment would be on: what is selected, else the map."""
        selection = self._session.selection
        return selection[-1] if selection else self._session.map_id

    def write(self) -> None:
        """Goes to the field for a comment on what is selected."""
        self._tell_about()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Reads the comments anew, unless nobody looks."""
        if not self.isVisible():
            return
        chosen = self._chosen()
        self.list.clear()
        for thread in threads(self._session.document, everything=self.everything.isChecked()):
            for comment in thread.comments:
                self._list(thread, comment)
                if comment.id == chosen:
                    self.list.setCurrentRow(self.list.count() - 1)
        self._offer()
        self._tell_about()

    def _list(self, thread: Thread, comment: Comment) -> None:
        place = self._name(thread.about_id)
        who = comment.author or say("Somebody")
        head = say(message("{place} · {who} · {when}", place=place, who=who, when=told_time(comment.written)))
        item = QListWidgetItem(f"{head}\n{comment.text}")
        record = self._session.document.get(thread.about_id)
        sign = "map" if isinstance(record, JourneyMap) else sign_of(record) if record is not None else ""
        item.setIcon(icon("check" if comment.resolved else sign))
        item.setData(KEY, comment.id)
        item.setData(ABOUT, thread.about_id)
        self.list.addItem(item)

    def _name(self, key: str) -> str:
        document = self._session.document
        match record := document.get(key):
            case Node():
                return name_of(document, record)
            case Link():
                return arrow_text(document, record)
            case JourneyMap():
                return record.title or say("Untitled")
        return ""

    def _chosen(self) -> str:
        chosen = self.list.selectedItems()
        return str(chosen[0].data(KEY)) if chosen else ""

    def _offer(self) -> None:
        comment = self._session.document.find(Comment, self._chosen())
        for button in (self.settle, self.remove):
            button.setEnabled(comment is not None)
        self.settle.setText(say("Reopen") if comment is not None and comment.resolved else say("Resolve"))

    def _tell_about(self) -> None:
        self.about.setText(say(message("On: {place}", place=self._name(self.about_id))))

    def _go(self, item: QListWidgetItem) -> None:
        go_to(self._session, str(item.data(ABOUT)))

    def _add(self) -> None:
        document = self._session.document
        author = self.author.text().strip() or document.project.author
        if comments.add_comment(document, self.about_id, self.text.toPlainText(), author) is not None:
            self.text.clear()

    def _settle(self) -> None:
        comment = self._session.document.find(Comment, self._chosen())
        if comment is not None:
            comments.settle_comments(self._session.document, (comment.id,), not comment.resolved)

    def _remove(self) -> None:
        comments.remove_comments(self._session.document, (self._chosen(),))

    def _follow(self, change: Change) -> None:
        if any(isinstance(before or after, Comment | Node | JourneyMap) for before, after in change.values()):
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()


def _side_by_side(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for place, part in enumerate(parts):
        row.addWidget(part, 0 if place else 1)
    return row
