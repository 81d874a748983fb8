"""A field over the window in which something is found by typing, and a list of what fits."""

from abc import abstractmethod

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from journeydesk.language import say
from journeydesk.ui.announcing import announce
from journeydesk.ui.finder.offer import Offer
from journeydesk.ui.finder.row import OFFER, OfferRow
from journeydesk.ui.text_size import scaled

WIDE, ROWS, TOP = 600, 11, 56  # pixels, rows that are seen at once, pixels from the window's edge
REST = 120  # pixels for what lies over and under the rows
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


class Popup(QDialog):
    """Lies over the top of its window; Enter takes what is chosen, Escape gives the keyboard back.

    What is derived from it gives the `offers` for a text, and does something with the one that is taken.
    """

    def __init__(self, window: QWidget, name: str, asked: str, listed: str) -> None:
        super().__init__(window)
        self.setWindowFlags(Qt.WindowType.Widget)  # within its window: no other one takes part in it
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("finder")
        self.setAccessibleName(name)
        self._window = window
        self._before: QWidget | None = window.focusWidget()
        self.field = QLineEdit()
        self.field.setObjectName("finder")
        self.field.setPlaceholderText(asked)
        self.field.setAccessibleName(name)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._look)
        self.model = Offers(self)
        self.list = self._list(listed)
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
        window.installEventFilter(self)

    def _list(self, name: str) -> QListView:
        shown = QListView()
        shown.setAccessibleName(name)
        shown.setModel(self.model)
        shown.setItemDelegate(OfferRow(shown))
        shown.setUniformItemSizes(True)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.clicked.connect(self._take_clicked)
        shown.selectionModel().currentChanged.connect(self._tell_keys)
        return shown

    @abstractmethod
    def offers(self, typed: str) -> list[Offer]:
        """What fits a text, the best first."""

    def keys_for(self, offer: Offer | None) -> str:
        """What the keys do with an offer, or where there is none."""
        return say("Enter does it, Escape leads back")

    @abstractmethod
    def take(self, offer: Offer, *, adding: bool) -> None:
        """Does what an offer stands for; `adding` where Shift was held."""

    # Opening and closing

    def open(self) -> None:
        self._look("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def done(self, result: int) -> None:
        if self._before is not None and self._before.isVisible() and self._window.focusWidget() is self.field:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        super().done(result)

    def _place(self) -> None:
        wide = min(scaled(WIDE), self._window.width() - 32)
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

    def _step(self, by: int) -> None:
        count = sum(offer.enabled for offer in self.model.offers)
        active = [place for place, offer in enumerate(self.model.offers) if offer.enabled]
        if not count:
            return
        here = self.list.currentIndex().row()
        at = active.index(here) if here in active else -1
        goes = (at + by) % count if abs(by) == 1 else max(0, min(count - 1, at + by))
        self.list.setCurrentIndex(self.model.index(active[goes]))

    def _tell_keys(self, index: QModelIndex) -> None:
        """Says what is chosen, and what the keys do with it."""
        self._keys.setText(self.keys_for(self.model.offers[index.row()] if index.isValid() else None))
        if index.isValid():
            announce(self.field, str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()))

    def _take_clicked(self, index: QModelIndex) -> None:
        self._take(index)

    def _take(self, index: QModelIndex, adding: bool = False) -> None:
        if not index.isValid() or not self.model.offers[index.row()].enabled:
            return
        offer = self.model.offers[index.row()]
        self.accept()
        self.take(offer, adding=adding)

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
