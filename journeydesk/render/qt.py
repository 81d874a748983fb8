"""Paints marks with Qt: the screen, the projector and every image file.

A mark is turned into Qt's own objects once and kept, by its identity, so that what is painted again and again
is cheap. Each thread keeps its own: several threads may paint a picture at a time.
"""

import math
import threading
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
    QTransform,
)

from journeydesk.picture.faces import font_path
from journeydesk.picture.marks import Box, Command, Group, Image, Mark, Path, Run, Stroke, Text
from journeydesk.render.cropping import covered

KEPT_MARKS = 60_000
KEPT_PIXELS = 48_000_000
SMALLEST_TEXT = 3.0  # device pixels; smaller text is a bar, as in a page seen from afar
SMALLEST_DRAFT_TEXT = 6.0
SMALLEST_BAR = 1.2
SMALLEST_PATH = 0.7
BAR_ALPHA = 0.35
PALE = 0.2  # opacity of what is faded
# Outlines of letters are rounded to 1/64 pixel of their own size, so small type is made large and scaled.
SMALLEST_FONT = 12.0
# Larger glyph runs are not painted at all by Qt's raster engine, so large text is painted as outlines.
LARGEST_RUN = 60.0
OUTLINED_AT = 256.0
KEPT_OUTLINES = 500


@dataclass(frozen=True, slots=True)
class _Shape:
    mark: Path
    path: QPainterPath
    fill: QBrush | None
    pen: QPen | None
    extent: float


@dataclass(frozen=True, slots=True)
class _Line:
    mark: Text
    start: QPointF
    runs: tuple[QGlyphRun, ...]
    zoom: float
    ink: QColor
    bar: QRectF
    bar_ink: QColor


class _Kept(threading.local):
    """What one thread has made so far: two generations of marks, of which the older is dropped as a whole."""

    def __init__(self) -> None:
        self.young: dict[int, _Shape | _Line] = {}
        self.old: dict[int, _Shape | _Line] = {}
        self.files: dict[str, QRawFont] = {}
        self.fonts: dict[tuple[str, float], QRawFont] = {}
        self.outlines: dict[int, tuple[Text, QPainterPath]] = {}
        self.pictures: dict[tuple[int, int, int], tuple[bytes, QImage]] = {}

    def find(self, mark: Mark) -> _Shape | _Line | None:
        key = id(mark)
        found = self.young.get(key)
        if found is None:
            found = self.old.pop(key, None)
            if found is not None:
                self.young[key] = found
        return found

    def add(self, mark: Mark, made: _Shape | _Line) -> None:
        if len(self.young) >= KEPT_MARKS // 2:
            self.old = self.young
            self.young = {}
        self.young[id(mark)] = made


_kept = _Kept()


@lru_cache(maxsize=2000)
def colour(text: str) -> QColor:
    """The colour of "#rrggbb" or "#rrggbbaa"."""
    return QColor(int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16), int(text[7:9] or "ff", 16))


def painter_path(commands: tuple[Command, ...]) -> QPainterPath:
    """The outline as Qt's path, to be filled by the non-zero winding rule."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for name, *numbers in commands:
        if name == "C":
            path.cubicTo(*numbers)
        elif name == "L":
            path.lineTo(*numbers)
        elif name == "M":
            path.moveTo(*numbers)
        else:
            path.closeSubpath()
    return path


@lru_cache(maxsize=2000)
def brush(text: str) -> QBrush:
    """A plain brush of this colour."""
    return QBrush(colour(text))


@lru_cache(maxsize=2000)
def pen(stroke: Stroke) -> QPen:
    """The stroke as Qt's pen, with round ends and corners."""
    made = QPen(colour(stroke.colour), stroke.width)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    if stroke.dash and stroke.width > 0:
        made.setDashPattern([length / stroke.width for length in stroke.dash])
    return made


def _shape(mark: Path) -> _Shape:
    found = _kept.find(mark)
    if not isinstance(found, _Shape):
        path = painter_path(mark.commands)
        box = path.controlPointRect()
        fill = brush(mark.fill) if mark.fill else None
        line = pen(mark.stroke) if mark.stroke else None
        width = mark.stroke.width if mark.stroke else 0.0
        found = _Shape(mark, path, fill, line, max(box.width(), box.height()) + width)
        _kept.add(mark, found)
    return found


def _font(face: str, size: float) -> QRawFont:
    font = _kept.fonts.get((face, size))
    if font is None:
        if len(_kept.fonts) >= 200:
            _kept.fonts.clear()
        font = QRawFont(_opened(face))  # shares the file, which may hold thousands of ideographs
        font.setPixelSize(size)
        _kept.fonts[face, size] = font
    return font


def _opened(face: str) -> QRawFont:
    font = _kept.files.get(face)
    if font is None:
        font = QRawFont(str(font_path(face)), OUTLINED_AT, QFont.HintingPreference.PreferNoHinting)
        _kept.files[face] = font
    return font


def _places(run: Run, zoom: float) -> list[QPointF]:
    """Where each glyph begins, from the start of the line, `zoom` times as large."""
    if not run.rises:
        return [QPointF(start * zoom, 0) for start in run.starts]
    return [QPointF(x * zoom, -y * zoom) for x, y in zip(run.starts, run.rises, strict=True)]


def _line(mark: Text) -> _Line:
    found = _kept.find(mark)
    if not isinstance(found, _Line):
        zoom = 1.0
        while 0 < mark.size * zoom < SMALLEST_FONT:
            zoom *= 2
        runs = []
        for run in mark.runs:
            glyphs = QGlyphRun()
            glyphs.setRawFont(_font(run.face, mark.size * zoom))
            glyphs.setGlyphIndexes(list(run.glyphs))
            glyphs.setPositions(_places(run, zoom))
            runs.append(glyphs)
        ink, bar_ink = colour(mark.colour), QColor(colour(mark.colour))
        bar_ink.setAlphaF(ink.alphaF() * BAR_ALPHA)
        bar = QRectF(mark.x, mark.y - mark.size * 0.5, mark.width, mark.size * 0.42)
        found = _Line(mark, QPointF(mark.x, mark.y), tuple(runs), zoom, ink, bar, bar_ink)
        _kept.add(mark, found)
    return found


def _outlines(mark: Text) -> QPainterPath:
    """The text as one path."""
    found = _kept.outlines.get(id(mark))
    if found is None:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        scale = mark.size / OUTLINED_AT
        for run in mark.runs:
            font = _font(run.face, OUTLINED_AT)
            for glyph, start in zip(run.glyphs, _places(run, 1), strict=True):
                place = QTransform(scale, 0, 0, scale, mark.x + start.x(), mark.y + start.y())
                path.addPath(place.map(font.pathForGlyph(glyph)))
        if len(_kept.outlines) >= KEPT_OUTLINES:
            _kept.outlines.clear()
        found = _kept.outlines[id(mark)] = (mark, path)
    return found[1]


def _pixels(data: bytes, width: int, height: int) -> QImage:
    """The picture at about this many pixels, never larger than it is; empty where the file cannot be read."""
    key = (id(data), width, height)
    found = _kept.pictures.get(key)
    if found is not None:
        return found[1]
    image = QImage.fromData(data)
    if not image.isNull():
        scale = max(width / image.width(), height / image.height())
        if scale < 1:
            size = QSize(max(1, round(image.width() * scale)), max(1, round(image.height() * scale)))
            image = image.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        if image.hasAlphaChannel():
            image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    while _kept.pictures and _pixel_count() + image.width() * image.height() > KEPT_PIXELS:
        del _kept.pictures[next(iter(_kept.pictures))]
    _kept.pictures[key] = (data, image)
    return image


def _pixel_count() -> int:
    return sum(image.width() * image.height() for _, image in _kept.pictures.values())


def _step(pixels: float) -> int:
    """The next power of two: a picture is made anew only when its size on the device has doubled."""
    return 1 << max(0, int(pixels) - 1).bit_length()


class QtCanvas:
    """Paints marks with a QPainter.

    `scale` tells how many device pixels a unit of the marks takes under the painter's transform; what is too
    small to be seen is left out. `draft` paints without smoothing, for pictures in motion. Groups of the
    owners in `faded` are pale.
    """

    def __init__(
        self,
        painter: QPainter,
        *,
        scale: float = 1.0,
        draft: bool = False,
        faded: Container[str] = (),
    ) -> None:
        self._faded = faded
        self._painter = painter
        self._scale = scale
        self._scales: list[float] = []
        self._smallest_text = SMALLEST_DRAFT_TEXT if draft else SMALLEST_TEXT
        actual = math.sqrt(abs(painter.deviceTransform().determinant()))
        self._largest_run = LARGEST_RUN * min(1.0, scale / actual) if actual else LARGEST_RUN
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not draft)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not draft)

    def path(self, mark: Path) -> None:
        shape = _shape(mark)
        if shape.extent * self._scale < SMALLEST_PATH:
            return
        if shape.fill is not None:
            self._painter.fillPath(shape.path, shape.fill)
        if shape.pen is not None:
            self._painter.strokePath(shape.path, shape.pen)

    def text(self, mark: Text) -> None:
        pixels = mark.size * self._scale
        if pixels < SMALLEST_BAR:
            return
        if pixels > self._largest_run:
            self._painter.fillPath(_outlines(mark), brush(mark.colour))
            return
        line = _line(mark)
        if pixels < self._smallest_text:
            self._painter.fillRect(line.bar, line.bar_ink)
            return
        painter = self._painter
        painter.setPen(line.ink)
        if line.zoom == 1:
            for glyphs in line.runs:
                painter.drawGlyphRun(line.start, glyphs)
            return
        painter.save()
        painter.translate(line.start)
        painter.scale(1 / line.zoom, 1 / line.zoom)
        for glyphs in line.runs:
            painter.drawGlyphRun(QPointF(0, 0), glyphs)
        painter.restore()

    def image(self, mark: Image) -> None:
        wide, high = mark.width * self._scale, mark.height * self._scale
        if min(wide, high) < SMALLEST_PATH:
            return
        shown = mark.part or Box(0, 0, 1, 1)
        pixels = _pixels(mark.data, _step(wide / shown.width), _step(high / shown.height))
        if pixels.isNull():
            return
        box = QRectF(mark.x, mark.y, mark.width, mark.height)
        if mark.part:
            seen = Box(
                shown.left * pixels.width(),
                shown.top * pixels.height(),
                shown.right * pixels.width(),
                shown.bottom * pixels.height(),
            )
        else:
            seen = covered(pixels.width(), pixels.height(), mark.width / mark.height)
        part = QRectF(seen.left, seen.top, seen.width, seen.height)
        if mark.radius <= 0:
            self._painter.drawImage(box, pixels, part)
            return
        rounded = QPainterPath()
        rounded.addRoundedRect(box, mark.radius, mark.radius)
        # A brush, not a clip: the edge of a clip is jagged.
        brush = QBrush(pixels.copy(part.toAlignedRect().intersected(pixels.rect())))
        transform = brush.transform()
        transform.translate(box.x(), box.y())
        transform.scale(
            box.width() / brush.textureImage().width(), box.height() / brush.textureImage().height()
        )
        brush.setTransform(transform)
        self._painter.fillPath(rounded, brush)

    def open(self, group: Group) -> None:
        self._scales.append(self._scale)
        if not self._changes(group):
            return
        self._painter.save()
        if group.owner in self._faded:
            self._painter.setOpacity(PALE)
        self._painter.translate(group.x, group.y)
        if group.scale != 1:
            self._painter.scale(group.scale, group.scale)
            self._scale *= group.scale
        if (box := group.clip) is not None:
            seen = QRectF(box.left, box.top, box.width, box.height)
            self._painter.setClipRect(seen, Qt.ClipOperation.IntersectClip)

    def close(self, group: Group) -> None:
        self._scale = self._scales.pop()
        if self._changes(group):
            self._painter.restore()

    def _changes(self, group: Group) -> bool:
        """Whether the group's marks are painted in another way than those around it."""
        moves = group.x or group.y or group.scale != 1
        return bool(moves or group.clip is not None or group.owner in self._faded)
