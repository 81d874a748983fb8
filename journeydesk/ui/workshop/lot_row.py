"""How a remark in the parking lot is painted: its number, its text in large type, its votes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journeydesk.ui.icons import pixmap
from journeydesk.ui.style import current_tones

KEY, NUMBER, VOTES = (Qt.ItemDataRole.UserRole + place for place in range(3))
LEAST = 52  # pixels, for fingers
Index = QModelIndex | QPersistentModelIndex


class LotRow(QStyledItemDelegate):
    """Paints a row. Its sizes follow from the letters of the list."""

    def __init__(self, shown: QAbstractItemView) -> None:
        super().__init__(shown)
        self._list = shown

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = self._list.fontMetrics()
        width = self._list.viewport().width()
        room = self._text(QRect(0, 0, width, 1), metrics)
        text = _laid(str(index.data()), self._list.font(), room.width())
        return QSize(width, max(LEAST, round(text.boundingRect().height()) + metrics.height()))

    def votes_hold(self, row: QRect, place: QPoint) -> bool:
        """Whether a place is where a touch gives a vote."""
        return self._sign(row, self._list.fontMetrics()).contains(place)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area, state = option.rect, option.state
        assert isinstance(area, QRect)
        tones, metrics = current_tones(), self._list.fontMetrics()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._list.font())
        row = area.adjusted(2, 3, -2, -3)
        painter.setPen(QPen(QColor(tones.line), 1))
        painter.setBrush(QColor(tones.raised))
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(tones.soft))
            painter.setPen(QPen(QColor(tones.accent), 2))
        painter.drawRoundedRect(row, 8, 8)
        self._paint_number(painter, row, index)
        painter.setPen(QColor(tones.text))
        room = self._text(row, metrics)
        text = _laid(str(index.data()), self._list.font(), room.width())
        spare = room.height() - text.boundingRect().height()
        text.draw(painter, QPointF(room.left(), room.top() + spare / 2))
        self._paint_votes(painter, row, index)
        painter.restore()

    def _paint_number(self, painter: QPainter, row: QRect, index: Index) -> None:
        tones, metrics = current_tones(), self._list.fontMetrics()
        font = self._list.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(tones.accent if self._list.hasFocus() else tones.muted))
        place = QRect(row.left(), row.top(), _number_width(metrics), row.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(index.data(NUMBER)))
        painter.setFont(self._list.font())

    def _paint_votes(self, painter: QPainter, row: QRect, index: Index) -> None:
        tones, metrics, votes = current_tones(), self._list.fontMetrics(), int(index.data(VOTES))
        place = self._sign(row, metrics)
        side = round(metrics.ascent() * 0.9)
        colour = tones.accent if votes else tones.faint
        sign = QRect(place.left() + 4, place.center().y() - side // 2, side, side)
        painter.drawPixmap(sign, pixmap("thumbs-up", side, colour))
        painter.setPen(QColor(colour))
        count = QRect(sign.right() + 6, place.top(), place.right() - sign.right() - 6, place.height())
        if votes:
            painter.drawText(
                count, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), str(votes)
            )

    def _text(self, row: QRect, metrics: QFontMetrics) -> QRect:
        return row.adjusted(_number_width(metrics), 4, -_votes_width(metrics), -4)

    def _sign(self, row: QRect, metrics: QFontMetrics) -> QRect:
        width = _votes_width(metrics)
        return QRect(row.right() - width, row.top(), width, row.height())


def _laid(text: str, font: QFont, width: int) -> QTextLayout:
    """A text broken between words into lines of this width; a word that is longer is broken as well."""
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40, width))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _number_width(metrics: QFontMetrics) -> int:
    return metrics.horizontalAdvance("00") + metrics.height() // 2


def _votes_width(metrics: QFontMetrics) -> int:
    return metrics.horizontalAdvance("00") + metrics.height() + 16
