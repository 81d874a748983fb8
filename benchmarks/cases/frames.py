"""The map on the screen: the first picture, and frames while panning, zooming, dragging and typing.

A frame is timed from the input to the end of painting, in a window of 1600 by 900, without a display.
"""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.case import Case, Row
from benchmarks.work import MAP_ID, records
from journeydesk.kinds.stage import Stage
from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.queries import nodes
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.session import Session

FRAMES = 90
FRAME = 16.7  # milliseconds: 60 frames a second


def _timed(view: MapView, work: Callable[[int], None]) -> list[float]:
    """Milliseconds of each frame; between frames other work gets its turn, as on a screen."""
    found = []
    for number in range(FRAMES):
        start = time.perf_counter()
        work(number)
        view.viewport().repaint()
        found.append((time.perf_counter() - start) * 1000)
        QApplication.processEvents()
        time.sleep(max(0.0, FRAME / 1000 - (time.perf_counter() - start)))
    return found


def rows(what: str, frames: list[float]) -> Iterator[Row]:
    """What frames took, beside what a screen allows."""
    ordered = sorted(frames)
    yield Row(f"{what}: median", statistics.median(ordered), "ms")
    yield Row(f"{what}: 95 of 100", ordered[round(len(ordered) * 0.95) - 1], "ms", target=FRAME)
    yield Row(f"{what}: slowest", ordered[-1], "ms", target=50.0)


def _drag(view: MapView, session: Session) -> list[float]:
    """Drags a stage by its middle, with the events that a mouse sends."""
    node = next(node for node in nodes(session.document, MAP_ID) if isinstance(node, Stage))
    view.camera.look_at(node.x, node.y, 1)
    start = view.camera.view_point((node.x, node.y)).toPoint()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, pos=start)

    def move(number: int) -> None:
        at = QPointF(start + QPoint(4 * number + 8, number))
        event = QMouseEvent(QEvent.Type.MouseMove, at, at, left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)

    found = _timed(view, move)
    QTest.mouseRelease(view.viewport(), left, pos=start + QPoint(4 * FRAMES, FRAMES))
    return found


def _write(session: Session) -> Callable[[int], None]:
    node = next(node for node in nodes(session.document, MAP_ID) if isinstance(node, Stage))
    edit = session.document.begin(message("Write"))
    return lambda number: edit.put(replace(node, title="a" * (number % 40)))


def run(count: int) -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    made = records(count)
    start = time.perf_counter()
    session = Session(Document(made))
    view = MapView(session)
    view.resize(1600, 900)
    view.show()
    application.processEvents()
    view.viewport().repaint()
    yield Row("open to the first picture", time.perf_counter() - start, target=1.0 if count <= 1000 else 1.5)
    for scale in (1.0, 0.3):
        view.camera.look_at(0, 0, scale)
        yield from rows(f"pan at {scale:.0%}", _timed(view, lambda number: view.camera.pan(-14, -9)))
    view.zoom.to_fit()
    middle = QPointF(800, 450)
    yield from rows(
        "zoom",
        _timed(view, lambda number: view.camera.zoom_at(middle, 1.06 if number % 60 < 30 else 1 / 1.06)),
    )
    view.camera.look_at(0, 0, 1)
    yield from rows("drag", _drag(view, session))
    view.camera.look_at(0, 0, 1)
    yield from rows("type", _timed(view, _write(session)))
    if session.document.open_edit is not None:
        session.document.open_edit.cancel()
    view.close()


FRAMES_CASE = Case("frames", run)
