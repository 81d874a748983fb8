"""Single steps on a large map, from the step to the frame that shows it: siblings, moves of many, undo."""

import os
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.case import Case, Row
from benchmarks.work import MAP_ID, records
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.queries import nodes
from journeydesk.operations import branches
from journeydesk.operations import nodes as moves
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.session import Session

SIBLINGS = 1000
LIMIT = 50.0  # milliseconds
FRAMES = 20
LEFT = Qt.MouseButton.LeftButton


def _milliseconds(view: MapView, work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    view.viewport().repaint()
    return (time.perf_counter() - start) * 1000


def _family(count: int) -> list[Branch | Stage]:
    """A stage far from the others with so many branches under it."""
    root = Stage(id="root", map_id=MAP_ID, title="Root", x=-3000.0, y=0.0)
    below = [
        Branch(id=f"b{place}", map_id=MAP_ID, parent_id="root", order=float(place), title=f"Branch {place}")
        for place in range(count)
    ]
    return [root, *below]


def _drag_all(view: MapView, session: Session) -> list[float]:
    """Selects everything and drags it, with the events that a mouse sends."""
    session.select(node.id for node in nodes(session.document, MAP_ID))
    node = next(node for node in nodes(session.document, MAP_ID) if isinstance(node, Stage))
    view.camera.look_at(node.x, node.y, 1)
    view.viewport().repaint()
    start = view.camera.view_point((node.x, node.y)).toPoint()
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    found = []
    for number in range(FRAMES):
        at = QPointF(start + QPoint(4 * number + 8, number))
        event = QMouseEvent(QEvent.Type.MouseMove, at, at, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
        found.append(_milliseconds(view, lambda event=event: QApplication.sendEvent(view.viewport(), event)))
    QTest.mouseRelease(view.viewport(), LEFT, pos=start + QPoint(4 * FRAMES, FRAMES))
    return found


def run(count: int) -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    session = Session(Document([*records(count), *_family(SIBLINGS)]))
    document = session.document
    view = MapView(session)
    view.resize(1600, 900)
    view.show()
    application.processEvents()
    view.board.refine()
    view.camera.look_at(-3000, 0, 1)
    view.viewport().repaint()
    middle = f"b{SIBLINGS // 2}"
    added = _milliseconds(view, lambda: branches.add_sibling(document, middle, title="New"))
    yield Row(f"a sibling among {SIBLINGS:,}", added, "ms", target=LIMIT)
    moved = [node.id for node in nodes(document, MAP_ID) if not node.parent_id][:1000]
    view.camera.look_at(0, 0, 1)
    view.viewport().repaint()
    yield Row(
        f"move {len(moved):,} cards", _milliseconds(view, lambda: moves.move(document, moved, 40, 0)), "ms"
    )
    yield Row("undo that move", _milliseconds(view, session.undo), "ms", target=LIMIT)
    frames = sorted(_drag_all(view, session)[1:])
    yield Row("drag everything: median", frames[len(frames) // 2], "ms", target=LIMIT)
    yield Row("drag everything: slowest", frames[-1], "ms")
    view.close()


EDITS = Case("edits", run)
