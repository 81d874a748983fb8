"""The field over the window in which commands, maps and nodes are found by their names."""

from functools import cached_property

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from journeydesk.language import say
from journeydesk.model.records import JourneyMap, Node
from journeydesk.operations import folding
from journeydesk.ui.action import Context
from journeydesk.ui.finder.offers import Offer, commands, nearest, places, ranked
from journeydesk.ui.finder.row import OFFER, OfferRow
from journeydesk.ui.keymap import Keymap

WIDE, ROWS, TOP = 600, 11, 56  # pixels, rows that are seen at once, pixels from the window's edge
REST = 120  # pixels for what lies over and under the rows
KEPT = 20  # how many commands are remembered as used lately
PLACES = "@"  # a text that begins so looks for maps and nodes only
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS - 1, Qt.Key.Key_PageUp: 1 - ROWS}

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Offers(QAbstractListModel):
    """What is offered just now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: list[Offer] = []

    def show_offers(self, offers: list[Offer]) -> None:
        """Offers these."""
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        offer = self.offers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return offer.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (offer.name, offer.path, offer.keys) if part)
            case _:
                return offer if role == OFFER else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.offers[index.row()].enabled:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class Finder(QDialog):
    """Lies over the top of its window; Enter does what is chosen, Escape gives the keyboard back.

    Shift+Enter selects a node beside what is selected already.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowFlags(Qt.WindowType.Widget)  # within its window: no other one takes part in it
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("finder")
        self._context, self._window = context, window
        self._before = window.focusWidget()
        self.field = QLineEdit()
        self.field.setObjectName("finder")
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._look)
        self.model = Offers(self)
        self.list = self._list()
        self._none = QLabel(say("Nothing is called like this."))
        self._none.setObjectName("muted")
        self._none.setContentsMargins(12, 8, 12, 12)
        self._keys = QLabel()
        self._keys.setObjectName("muted")
        self._keys.setContentsMargins(12, 2, 12, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for part in (self.field, self.list, self._none, self._keys):
            column.addWidget(part)
        self.call(say("Find a Command"), say("What do you want to do? @ finds what stands on the maps"))
        window.installEventFilter(self)

    def call(self, name: str, asks: str) -> None:
        """Names the finder, and says in its empty field what it asks for."""
        self.setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(asks)

    def _list(self) -> QListView:
        shown = QListView()
        shown.setAccessibleName(say("Commands"))
        shown.setModel(self.model)
        shown.setItemDelegate(OfferRow(shown))
        shown.setUniformItemSizes(True)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.clicked.connect(self._take_clicked)
        shown.selectionModel().currentChanged.connect(self.tell_keys)
        return shown

    @cached_property
    def _commands(self) -> tuple[Offer, ...]:
        return commands(self._context, Keymap(self._context.projects.settings.keys))

    @cached_property
    def _places(self) -> tuple[Offer, ...]:
        return places(self._context.session.document) if self._context.session is not None else ()

    # Opening and closing

    def open(self) -> None:
        self._look("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def done(self, result: int) -> None:
        if self._before.isVisible() and self._window.focusWidget() is self.field:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        super().done(result)

    def _place(self) -> None:
        wide = min(WIDE, self._window.width() - 32)
        self.setFixedWidth(wide)
        high = max(1, self.list.sizeHintForRow(0))
        rows = min(ROWS, self.model.rowCount(), max(1, (self._window.height() - TOP - REST) // high))
        self.list.setVisible(rows > 0)
        self._none.setVisible(not rows)
        self.list.setFixedHeight(rows * high + 2 if rows else 0)
        self.adjustSize()
        self.move((self._window.width() - wide) // 2, TOP)

    # Finding

    def _look(self, typed: str) -> None:
        found = self.offers(typed)
        self.model.show_offers(found)
        if found and found[0].enabled:
            self.list.setCurrentIndex(self.model.index(0))
        self._place()

    def offers(self, typed: str) -> list[Offer]:
        """What fits to what is typed."""
        if typed.startswith(PLACES):
            return nearest(self._places, typed[1:])
        found = ranked(self._commands, typed, self._context.projects.settings.used)
        return found + nearest(self._places, typed) if typed.strip() else found

    def _step(self, by: int) -> None:
        count = sum(offer.enabled for offer in self.model.offers)
        active = [place for place, offer in enumerate(self.model.offers) if offer.enabled]
        if not count:
            return
        here = self.list.currentIndex().row()
        at = active.index(here) if here in active else -1
        goes = (at + by) % count if abs(by) == 1 else max(0, min(count - 1, at + by))
        self.list.setCurrentIndex(self.model.index(active[goes]))

    def tell_keys(self, index: QModelIndex) -> None:
        """Says what the keys do with what is chosen."""
        offer = self.model.offers[index.row()] if index.isValid() else None
        session = self._context.session
        if offer is None or session is None or not session.document.find(Node, offer.key):
            self._keys.setText(say("Enter does it, Escape leads back"))
        elif session.selection:
            self._keys.setText(say("Enter goes there, Shift+Enter selects it beside what is selected"))
        else:
            self._keys.setText(say("Enter goes there, Escape leads back"))

    def _take_clicked(self, index: QModelIndex) -> None:
        self._take(index)

    def _take(self, index: QModelIndex, shifted: bool = False) -> None:
        if index.isValid() and (offer := self.model.offers[index.row()]).enabled:
            self.accept()
            self.choose(offer, shifted=shifted)

    def choose(self, offer: Offer, *, shifted: bool) -> None:
        """Does what was chosen, by Enter alone or with Shift."""
        if not offer.is_action:
            self._go_to(offer.key, shifted)
            return
        settings = self._context.projects.settings
        settings.used = (offer.key, *(key for key in settings.used if key != offer.key))[:KEPT]
        deed = self._window.findChild(QAction, offer.key)
        if deed is not None:
            deed.trigger()

    def _go_to(self, key: str, adding: bool) -> None:
        session, workspace = self._context.session, self._context.workspace
        record = session.document.get(key) if session is not None else None
        if session is None or workspace is None:
            return
        workspace.go_to("map")
        if isinstance(record, JourneyMap):
            session.show_map(key)
        elif isinstance(record, Node):
            kept = session.selection if adding and session.map_id == record.map_id else ()
            session.show_map(record.map_id)
            folding.reveal(session.document, key)
            session.select((*(other for other in kept if other != key), key))

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in STEPS:
                self._step(STEPS[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                adding = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._take(self.list.currentIndex(), adding)
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._step(1 if event.key() == Qt.Key.Key_Tab else -1)
                return True
        if watched is self.field and isinstance(event, QFocusEvent) and not self.field.hasFocus():
            stays = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
            if event.reason() not in stays:
                self.reject()
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
