"""How an offer is painted: its icon and name, where it stands, and its key at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journeydesk.ui.finder.offer import Offer
from journeydesk.ui.icons import icon
from journeydesk.ui.style import current_tones
from journeydesk.ui.text_size import scaled

OFFER = Qt.ItemDataRole.UserRole
HIGH, EDGE, SIGN, GAP = 32, 10, 16, 10  # pixels
LEAST_PATH = 48
SIDE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class OfferRow(QStyledItemDelegate):
    """Paints one row of the finder."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, scaled(HIGH))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        offer = index.data(OFFER)
        area, state = option.rect, option.state
        assert isinstance(offer, Offer) and isinstance(area, QRect)
        tones, metrics = current_tones(), painter.fontMetrics()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones.soft))
            painter.drawRoundedRect(area, 5, 5)
        mode = QIcon.Mode.Normal if offer.enabled else QIcon.Mode.Disabled
        sign = QRect(area.left() + EDGE, area.center().y() - SIGN // 2 + 1, SIGN, SIGN)
        icon(offer.icon).paint(painter, sign, Qt.AlignmentFlag.AlignCenter, mode)
        inner = area.adjusted(EDGE + SIGN + GAP, 0, -EDGE, 0)
        painter.setPen(QColor(tones.muted if offer.enabled else tones.faint))
        painter.drawText(inner, int(SIDE | Qt.AlignmentFlag.AlignRight), offer.keys)
        if offer.keys:
            inner.setRight(inner.right() - metrics.horizontalAdvance(offer.keys) - 2 * GAP)
        room = inner.width()
        name = metrics.elidedText(offer.name, Qt.TextElideMode.ElideRight, room)
        taken = metrics.horizontalAdvance(name) + GAP
        painter.setPen(QColor(tones.text if offer.enabled else tones.faint))
        painter.drawText(inner, int(SIDE | Qt.AlignmentFlag.AlignLeft), name)
        if room - taken >= LEAST_PATH:
            inner.setLeft(inner.left() + taken)
            path = metrics.elidedText(offer.path, Qt.TextElideMode.ElideRight, room - taken)
            painter.setPen(QColor(tones.muted if offer.enabled else tones.faint))
            painter.drawText(inner, int(SIDE | Qt.AlignmentFlag.AlignLeft), path)
        painter.restore()
