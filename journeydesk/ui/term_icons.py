"""The signs of channels, devices and departments in the window."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap

from journeydesk.kinds.signs import sign_name
from journeydesk.model.records import Asset
from journeydesk.model.terms import Find, Listed
from journeydesk.picture.theme import readable
from journeydesk.ui.icons import icon
from journeydesk.ui.style import current_tones

SIDE = 64  # pixels


def term_icon(entry: Listed, find: Find) -> QIcon:
    """The icon of an entry in its colour, or its picture; `find` gives the project's records."""
    picture = find(entry.picture_id) if entry.picture_id else None
    if isinstance(picture, Asset) and picture.data:
        return _picture(picture)
    colour = readable(entry.colour, current_tones().base) if entry.colour else ""
    return icon(sign_name(entry), colour)


@lru_cache(maxsize=128)
def _picture(picture: Asset) -> QIcon:
    """All of a picture in a square."""
    found = QImage.fromData(picture.data)
    if found.isNull():
        return QIcon()
    kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = found.scaled(SIDE, SIDE, kept, smooth)
    made = QPixmap(SIDE, SIDE)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawImage((SIDE - small.width()) // 2, (SIDE - small.height()) // 2, small)
    painter.end()
    return QIcon(made)
