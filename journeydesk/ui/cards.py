"""Large buttons with a picture, a title and a line of text."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journeydesk.ui.icons import pixmap
from journeydesk.ui.text_size import scaled

RATIO = 0.5625  # height of a picture by its width
ROUND = 9.0
ROW_PICTURE = 76  # the width of the picture in a row
INSET = 4  # what lies between it and the edge


class CardPicture(QWidget):
    """A picture with round corners, cut to fill its place; an icon until there is one.

    Where it is the `head` of a card, only its upper corners are round.
    """

    def __init__(self, sign: str, *, head: bool = True) -> None:
        super().__init__()
        self._sign, self._head = sign, head
        self._image = QImage()
        self._fitted = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_blank(self) -> bool:
        """Whether an icon is shown, for want of a picture."""
        return self._image.isNull()

    def show_image(self, image: QImage) -> None:
        """Shows an image; an empty one brings the icon back."""
        self._image = image
        self._fitted = QPixmap()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(round(self.width() * RATIO))

    def paintEvent(self, _: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1, 1, -1, 0)
        shape = QPainterPath()
        if self._head:
            shape.addRoundedRect(place.adjusted(0, 0, 0, 2 * ROUND), ROUND, ROUND)
        else:
            shape.addRoundedRect(place, ROUND / 2, ROUND / 2)
        painter.setClipPath(shape)
        if self._image.isNull():
            painter.fillRect(place, self.palette().alternateBase())
            sign = pixmap(self._sign, 32, self.palette().placeholderText().color().name())
            painter.drawPixmap(round(place.center().x()) - 16, round(place.center().y()) - 16, sign)
        else:
            painter.drawPixmap(place.topLeft(), self._fit(place))
        painter.end()

    def _fit(self, place: QRectF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = (place.size() * ratio).toSize()
        if self._fitted.size() != size:
            grown = self._image.scaled(
                size,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
            left, top = (grown.width() - size.width()) // 2, (grown.height() - size.height()) // 2
            self._fitted = QPixmap.fromImage(grown.copy(left, top, size.width(), size.height()))
            self._fitted.setDevicePixelRatio(ratio)
        return self._fitted


class Card(QPushButton):
    """A button that is a picture with a title and a line below."""

    def __init__(self, title: str, line: str, sign: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.picture = CardPicture(sign)
        heading, told = QLabel(title), QLabel(line)
        heading.setObjectName("strong")
        told.setObjectName("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 12)
        column.setSpacing(4)
        column.addWidget(self.picture)
        column.addSpacing(4)
        for label in (heading, told):
            label.setWordWrap(True)
            label.setContentsMargins(12, 0, 12, 0)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        column.addStretch(1)
        self._column = column
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()


class RowCard(QPushButton):
    """A quiet row: a small picture at the left, a title and a line beside it."""

    def __init__(
        self, title: str, line: str, sign: str, image: QImage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.picture = CardPicture(sign, head=False)
        self.picture.show_image(image)
        self.picture.setFixedWidth(ROW_PICTURE)
        heading, told = ShortLabel(title), ShortLabel(line)
        heading.setObjectName("strong")
        told.setObjectName("muted")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(heading)
        words.addWidget(told)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(INSET, INSET, 8, INSET)
        self.row.setSpacing(10)
        self.row.addWidget(self.picture)
        self.row.addLayout(words, 1)
        # The style sheet sets a button's smallest height, so that this one's own cannot be set so.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(ROW_PICTURE * RATIO) + 2 * INSET + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(ROW_PICTURE, self.sizeHint().height())


class ShortLabel(QLabel):
    """One line of text that ends in dots where there is no room for it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._whole = text
        self.setMinimumWidth(1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_text(self, text: str) -> None:
        """Shows another text, which is its tool tip where it is cut."""
        self._whole = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else self._whole)
