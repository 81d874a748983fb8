"""A map before an audience: frames while it flies from stop to stop.

The stops lie all over the map, some close and some far away. A frame is timed from the clock's tick to the
end of painting, on a screen of 1600 by 900, without a display.
"""

import os
import time
from collections.abc import Iterator

from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QApplication

from benchmarks.case import Case, Row
from benchmarks.cases.frames import FRAME, rows
from benchmarks.work import MAP_ID, records
from journeydesk.analysis.tours import by_stops
from journeydesk.model.document import Document
from journeydesk.model.stops import TourStop
from journeydesk.operations.tours import add_stop
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.presenting.projection import Manner, Projection
from journeydesk.ui.session import Session

SIZES = ((1200.0, 700.0), (4000.0, 2200.0), (900.0, 500.0))  # board units
STOPS = 9
REST = 0.6  # seconds for which somebody speaks at a stop


def _session(count: int) -> Session:
    document = Document(records(count))
    session = Session(document)
    view = MapView(session)
    box = view.board.bounds
    view.deleteLater()
    assert box is not None
    for place in range(STOPS):
        x = box.left + box.width * ((place * 0.37 + 0.2) % 1.0)
        y = box.top + box.height * ((place * 0.61 + 0.3) % 1.0)
        add_stop(document, MAP_ID, TourStop(f"Stop {place + 1}", "", x, y, *SIZES[place % len(SIZES)]))
    return session


def _flown(projection: Projection, view: MapView, place: int) -> list[float]:
    """Milliseconds of each frame of one flight, with a tick of the clock for each frame of the screen."""
    found: list[float] = []
    projection.go(place)
    way = projection.flight.findChild(QVariantAnimation)
    if way.state() == QVariantAnimation.State.Running:
        way.pause()  # the clock is ours, so that a busy computer flies through as many frames
    while way.state() != QVariantAnimation.State.Stopped:
        start = time.perf_counter()
        way.setCurrentTime(round(FRAME * (len(found) + 1)))
        view.viewport().repaint()
        found.append((time.perf_counter() - start) * 1000)
        QApplication.processEvents()
        time.sleep(max(0.0, FRAME / 1000 - (time.perf_counter() - start)))
    return found


def run(count: int) -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    session = _session(count)
    view = MapView(session)
    projection = Projection(
        session, view, lambda: by_stops(session.document, MAP_ID), Manner(), view.parentWidget()
    )
    projection.resize(1600, 900)
    projection.show()
    frames: list[float] = []
    for place in (*range(STOPS), *range(STOPS)[::-2]):
        end = time.perf_counter() + REST
        while time.perf_counter() < end:
            application.processEvents()
            time.sleep(0.004)
        frames += _flown(projection, view, place)
    yield from rows("fly from stop to stop", frames)
    yield Row("frames flown", float(len(frames)), "")
    projection.close()


FLIGHTS = Case("flights", run)
