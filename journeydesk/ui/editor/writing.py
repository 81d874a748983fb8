"""Writes text in place: a small editor over the node, which grows while people type.

Enter and Escape keep the text, Shift+Enter begins a new line, Ctrl+Z inside takes back typing.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from math import ceil

from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import Message, message, say
from journeydesk.model.change import Entry
from journeydesk.model.document import Document, Edit
from journeydesk.model.fields import described
from journeydesk.model.records import Link, Node, Persona, Record
from journeydesk.picture.text import Type
from journeydesk.picture.theme import Theme
from journeydesk.render.board import Board
from journeydesk.render.tidying import is_in_the_way
from journeydesk.ui.editor.camera import Camera
from journeydesk.ui.plain_text import text_in
from journeydesk.ui.session import Session
from journeydesk.ui.spelling import SpellingMarks, show_text_menu
from journeydesk.ui.style import FAMILIES

SMALLEST_TYPE = 13.0  # pixels
NARROWEST = 90.0
EDGE = 24  # pixels kept between the editor and the edge of the view
PAUSE = 60  # milliseconds after a key until the map follows
REST = 400  # milliseconds after a key until what was typed is kept


def written_record(document: Document, key: str) -> tuple[Record, str] | None:
    """The record and field that hold the text of a node or an arrow; a persona's card writes a name."""
    record = document.get(key)
    if isinstance(record, PersonaCard):
        persona = document.find(Persona, record.persona_id)
        return (persona, "name") if persona is not None else (record, "title")
    return (record, "title") if isinstance(record, Node | Link) else None


class Writer(QPlainTextEdit):
    """The editor over one node or arrow. `done` tells that it has closed."""

    done = Signal()

    def __init__(self, document: Document, key: str, amend: Entry | None, parent: QWidget) -> None:
        super().__init__(parent)
        found = written_record(document, key)
        assert found is not None
        self.key = key
        self._document, (self._record, self._field) = document, found
        self._edit: Edit | None = None
        self._closing = False
        self._follow = QTimer(self, singleShot=True, interval=PAUSE)
        self._follow.timeout.connect(self._keep_up)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.keep)
        self._entry = amend
        self._composed = False  # not yet finished letters stand in the text
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(say("Text"))
        self.setPlainText(str(getattr(self._record, self._field)))
        self._read = text_in(self)  # what was last read from the record or written to it
        self.marks = SpellingMarks(self, document)
        self.textChanged.connect(self._changed)

    def dress(self, theme: Theme, type_: Type, align: float, scale: float) -> None:
        """Type and colours as on the map."""
        font = QFont(FAMILIES)
        font.setPixelSize(round(max(SMALLEST_TYPE, type_.size * scale)))
        font.setWeight(QFont.Weight.DemiBold if type_.face in ("semibold", "bold") else QFont.Weight.Normal)
        self.setFont(font)
        option = self.document().defaultTextOption()
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter if align == 0.5 else Qt.AlignmentFlag.AlignLeft)
        self.document().setDefaultTextOption(option)
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.card}; color: {theme.ink}; border: 2px solid #1f7ae0;"
            " border-radius: 5px; padding: 2px 4px;"
            " selection-background-color: #1f7ae0; selection-color: #ffffff; }"
        )

    def begin(self, typed: str | None, composing: bool = False) -> None:
        """Takes the keyboard: with everything selected, or with what was typed in place of the text.

        While something is `composing`, the keyboard stays where it is.
        """
        if typed is None:
            self.selectAll()
        else:
            self.setPlainText(typed)
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        if not composing:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, left: float, top: float, width: float) -> None:
        """Lies over the text at this place of the view, in pixels, as high as its lines need."""
        wide = round(max(width, NARROWEST)) + 12
        self.resize(wide, 40)
        high = max(self._height(), self.fontMetrics().lineSpacing())
        self.setGeometry(round(left) - 6, round(top) - 4, wide, ceil(high) + 10)
        self.verticalScrollBar().setValue(0)  # it was lower when the text came in

    def _height(self) -> float:
        """How high the lines are; letters of other scripts and emoji make theirs higher."""
        block, high = self.document().firstBlock(), 0.0
        while block.isValid():
            high += self.blockBoundingRect(block).height()
            block = block.next()
        return high

    def finish(self) -> None:
        """Keeps the text as one step of the history and closes."""
        if self._closing:
            return
        if self._composed and self.hasFocus():
            QGuiApplication.inputMethod().commit()
        self._closing = True
        self._follow.stop()
        self._rest.stop()
        self.keep()
        self.done.emit()
        self.hide()
        self.deleteLater()

    def _changed(self) -> None:
        if not self._closing:
            self._follow.start()
            self._rest.start()

    def keep(self) -> None:
        """Keeps what was typed so far; all of one writing is one step of the history."""
        self._keep_up()
        if self._edit is not None and self._edit.is_open:
            self._entry = self._edit.commit(self._entry)

    def _keep_up(self) -> None:
        """Writes what stands in the editor into the record, within one edit."""
        record = self._document.get(self._record.id)
        text = text_in(self)
        if self._composed or record is None or text == self._read or getattr(record, self._field) == text:
            return
        if self._edit is None or not self._edit.is_open:
            if self._document.open_edit is not None:
                return
            self._edit = self._document.begin(_label(record, self._field))
        self._edit.put(replace(record, **{self._field: text}))
        self._read = text

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.finish()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._field == "title":
            self.insertPlainText("\n")
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_F2):
            self.finish()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        began = bool(event.preeditString()) and not self._composed
        self._composed = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composed and not event.commitString() and not text_in(self):
            # What was composed in place of the text was given up.
            self.setPlainText(self._read)
            self.selectAll()
        if began or not self._composed:
            self._changed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        event.accept()  # a right click would go on to the map below, and end the writing

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_text_menu(self, self.marks, event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            # Somebody looks something up in another program, and will go on writing.
            self.keep()
        elif event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()


def _birth(document: Document, key: str) -> Entry | None:
    """The history's last entry where it added what is written now."""
    entries, position = document.history
    found = written_record(document, key)
    if not position or position < len(entries) or found is None or getattr(*found):
        return None
    pair = entries[-1].change.get(found[0].id)
    return entries[-1] if pair is not None and pair[0] is None else None


def _label(record: Record, field: str) -> Message:
    told = next(told for told in described(type(record)) if told.name == field)
    return message("Change “{field}”", field=Message(told.label))


class Scribe(QObject):
    """Opens the editor over a node or an arrow, keeps it in its place, and closes it."""

    def __init__(self, view: QWidget, session: Session, camera: Camera, board: Callable[[], Board]) -> None:
        super().__init__(view)
        self._view, self._session, self._camera, self._board = view, session, camera, board
        self._writer: Writer | None = None
        session.finishing.connect(self.finish)
        session.keeping.connect(self.keep)

    @property
    def writer(self) -> Writer | None:
        """The editor, where something is written just now."""
        return self._writer

    def begin(self, key: str, typed: str | None = None, composing: bool = False) -> None:
        """Begins to write: over all of the text, or with what was typed in its place.

        The first text of a node becomes part of the step that added it.
        """
        self.finish()
        document, box = self._session.document, self._board().box_of(key)
        if box is None or written_record(document, key) is None:
            return
        self._camera.reveal(box)
        self._writer = Writer(document, key, _birth(document, key), self._camera.view.viewport())
        self._writer.done.connect(self._done)
        self._writer.textChanged.connect(self._grow)
        self.place()
        self._writer.begin(typed, composing)
        self.place()  # its lines are known now that it is shown
        self._bring_in(self._writer)

    def keep(self) -> None:
        """Keeps what was written so far; the editor stays."""
        if self._writer is not None:
            self._writer.keep()

    def finish(self) -> None:
        """Keeps what was written and closes the editor."""
        if self._writer is not None:
            self._writer.finish()

    def place(self) -> None:
        """Lays the editor over its text, wherever that is on the screen now."""
        if self._writer is not None:
            _place_writer(self._writer, self._board(), self._camera.scale, self._camera.view_point((0, 0)))

    def _grow(self) -> None:
        """Follows the text, which may want more room."""
        self.place()
        if self._writer is not None:
            self._bring_in(self._writer)

    def _bring_in(self, writer: Writer) -> None:
        """Moves the map so that the whole editor can be seen, or at least the end of what is written."""
        area, over = self._camera.view.viewport().rect(), writer.geometry()
        dx = min(0, area.right() - EDGE - over.right()) or max(0, EDGE - over.left())
        dy = min(0, area.bottom() - EDGE - over.bottom())
        if over.height() < area.height() - 2 * EDGE:
            dy = dy or max(0, EDGE - over.top())
        if dx or dy:
            self._camera.pan(dx, dy)
            self.place()

    def _done(self) -> None:
        had_focus = self._writer is not None and self._writer.hasFocus()
        key = self._writer.key if self._writer is not None else ""
        box, self._writer = self._board().box_of(key), None
        if had_focus and box is not None:
            self._camera.reveal(box)  # it may have grown
            self._warn(key)
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _warn(self, key: str) -> None:
        """Says that a branch has grown over other cards, until something else is selected."""
        session = self._session
        if session.document.find(Branch, key) is not None and is_in_the_way(self._board(), key):
            session.hint_changed.emit(
                say("This lies over another card. Arrange › Remove Overlaps makes room, as one step.")
            )
            once = Qt.ConnectionType.SingleShotConnection
            session.selection_changed.connect(partial(session.hint_changed.emit, ""), once)


def _place_writer(writer: Writer, board: Board, scale: float, where: QPointF) -> None:
    """Dresses and places the editor of a node or arrow; `where` is the view's place of the board's 0, 0."""
    placed = board.placed.get(writer.key)
    if placed is not None:
        told = kind_of(placed.node).writing(placed.node, placed.setting, board.look)
        left, top, width, align = (
            placed.box.left + told.left,
            placed.box.top + told.top,
            told.width,
            told.align,
        )
        type_ = told.type
    else:
        box = board.box_of(writer.key + " label") or board.box_of(writer.key)
        if box is None:
            return
        left, top, width, align, type_ = box.x - 75, box.y - 10, 150.0, 0.5, Type(12)
    writer.dress(board.look.theme, type_, align, scale)
    writer.fit(where.x() + left * scale, where.y() + top * scale, width * scale)
