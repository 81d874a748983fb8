"""The program's icons: line drawings, painted in the colours of the window."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journeydesk import resources

SIZES = (14, 16, 18, 20)  # logical pixels


@cache
def _source(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


def _pixmap(name: str, size: int, colour: QColor) -> QPixmap:
    return _drawn(
        QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour.name()).encode())), size
    )


def _drawn(drawing: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _inked(pixmap: QPixmap, colour: QColor) -> QPixmap:
    """The same drawing in another colour."""
    made = pixmap.copy()
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(made.rect(), colour)
    painter.end()
    return made


def _pixels(size: int, ratio: float) -> int:
    """Of the screen, as Qt rounds them."""
    return int(size * ratio + 0.5)


def _ratios() -> tuple[float, ...]:
    """How many pixels of a screen a logical one is, on the screens that there are."""
    return tuple(sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()} | {1.0}))


@cache
def _coloured(name: str, normal: str, disabled: str, ratios: tuple[float, ...]) -> QIcon:
    # A picture that is one pixel too small or too large would be blurred.
    made = QIcon()
    drawing = QSvgRenderer(QByteArray(_source(name).replace("currentColor", normal).encode()))
    for size in sorted({_pixels(size, ratio) for size in SIZES for ratio in ratios}):
        pixmap = _drawn(drawing, size)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
            made.addPixmap(pixmap, mode)
        made.addPixmap(_inked(pixmap, QColor(disabled)), QIcon.Mode.Disabled)
    return made


def icon(name: str, colour: str = "") -> QIcon:
    """The icon in the window's text colour, or in `colour` ("#rrggbb"); an empty one for no name."""
    if not name:
        return QIcon()
    palette = QGuiApplication.palette()
    normal = colour or palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText).name()
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).name()
    return _coloured(name, normal, disabled, _ratios())


def pixmap(name: str, size: int, colour: str = "") -> QPixmap:
    """The icon as a picture of `size` logical pixels, sharp on the sharpest screen."""
    ratio = _ratios()[-1]
    tone = colour or QGuiApplication.palette().color(QPalette.ColorRole.WindowText).name()
    made = _pixmap(name, _pixels(size, ratio), QColor(tone))
    made.setDevicePixelRatio(ratio)
    return made


def large_icon(name: str, size: int, colour: str = "") -> QIcon:
    """The icon for a button that is larger than usual, of `size` logical pixels."""
    return QIcon(pixmap(name, size, colour))
