"""A row of widgets that goes on in a second line where there is no room for all of them."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

GAP = 4
MARGINS = QMargins(12, 5, 8, 5)


class FlowRow(QLayout):
    """Lays widgets from left to right, each as wide as it wants to be; what expands takes what is left."""

    def __init__(self, parent: QWidget | None = None, margins: QMargins = MARGINS) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(margins)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), in_earnest=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, in_earnest=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _place(self, rect: QRect, *, in_earnest: bool) -> int:
        """Lays the items into a rectangle, where that is meant; gives the height that they take."""
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.top()
        for line in self._lines(inner.width()):
            high = max(item.sizeHint().height() for item in line)
            wide = sum(item.sizeHint().width() for item in line) + GAP * (len(line) - 1)
            eager = [item for item in line if item.expandingDirections() & Qt.Orientation.Horizontal]
            spare = max(0, inner.width() - wide) // len(eager) if eager else 0
            x = inner.left()
            for item in line if in_earnest else ():
                size = item.sizeHint()
                width = min(inner.width(), size.width() + (spare if item in eager else 0))
                item.setGeometry(QRect(x, y + (high - size.height()) // 2, width, size.height()))
                x += width + GAP
            y += high + GAP
        margins = self.contentsMargins()
        return y - GAP - rect.top() + margins.bottom()

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if not lines or wide > left:
                lines.append([])
                left = room
            lines[-1].append(item)
            left -= wide + GAP
        return lines
