"""Single steps on a large map, from the step to the frame that shows it: siblings, moves, copies, drags.

The floor of a step is the same many records replaced, and a picture of the window painted once.
"""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.case import Case, Row
from benchmarks.work import MAP_ID, records
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.queries import nodes
from journeydesk.model.records import Node
from journeydesk.operations import branches
from journeydesk.operations import nodes as moves
from journeydesk.picture.marks import Box
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.session import Session

SIBLINGS = 1000
LIMIT = 50.0  # milliseconds
FIRST, LAST = 100.0, 100.0  # the same for taking up and putting down everything
EACH = 0.1  # the same for each node that is copied
FRAMES = 20
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def _milliseconds(view: MapView, work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    view.viewport().repaint()
    return (time.perf_counter() - start) * 1000


def _bare(changed: list[Node]) -> float:
    """The floor: milliseconds for replacing records, and for painting one picture of the window's size."""
    picture, window = (QImage(1600, 900, QImage.Format.Format_RGB32) for _ in range(2))
    kept = {node.id: node for node in changed}
    start = time.perf_counter()
    kept.update({node.id: replace(node, x=node.x + 40) for node in changed})
    painter = QPainter(window)
    painter.drawImage(0, 0, picture)
    painter.end()
    return (time.perf_counter() - start) * 1000


def _bare_snap(boxes: list[Box], box: Box) -> float:
    """The floor of snapping: milliseconds for finding the nearest edge or middle, by one loop."""
    start = time.perf_counter()
    for own, other in (("left", "right"), ("top", "bottom")):
        min(
            abs(getattr(box, own) - line)
            for each in boxes
            for line in (getattr(each, own), getattr(each, other))
        )
    return (time.perf_counter() - start) * 1000


def _family(count: int) -> list[Branch | Stage]:
    """A stage far from the others with so many branches under it."""
    root = Stage(id="root", map_id=MAP_ID, title="Root", x=-3000.0, y=0.0)
    below = [
        Branch(id=f"b{place}", map_id=MAP_ID, parent_id="root", order=float(place), title=f"Branch {place}")
        for place in range(count)
    ]
    return [root, *below]


def _drag(view: MapView, node: Node) -> Iterator[float]:
    """Drags what is selected by a node, as a mouse does: milliseconds of each move, and of the end."""
    start = view.camera.view_point((node.x, node.y)).toPoint()
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    for number in range(FRAMES):
        at = QPointF(start + QPoint(4 * number + 8, number))
        event = QMouseEvent(QEvent.Type.MouseMove, at, at, LEFT, LEFT, NONE)
        yield _milliseconds(view, partial(QApplication.sendEvent, view.viewport(), event))
    end = start + QPoint(4 * FRAMES, FRAMES)
    yield _milliseconds(view, lambda: QTest.mouseRelease(view.viewport(), LEFT, pos=end))


def _moves(view: MapView, session: Session) -> Iterator[Row]:
    """Many cards are moved, and that is taken back when all has come to rest."""
    document = session.document
    moved = [node for node in nodes(document, MAP_ID) if not node.parent_id][:1000]
    view.camera.look_at(0, 0, 1)
    view.viewport().repaint()
    ids, floor = [node.id for node in moved], _bare(moved)
    told = f"move {len(ids):,} cards"
    yield Row(told, _milliseconds(view, lambda: moves.move(document, ids, 40, 0)), "ms", floor, LIMIT)
    view.board.refine()
    yield Row("undo that move", _milliseconds(view, session.undo), "ms", floor, LIMIT)
    view.board.refine()


def _drags(view: MapView, session: Session) -> Iterator[Row]:
    """Everything is dragged, and then one card among all that can be seen from farther away."""
    every = nodes(session.document, MAP_ID)
    node = next(node for node in every if isinstance(node, Stage))
    session.select(node.id for node in every)
    view.camera.look_at(node.x, node.y, 1)
    view.viewport().repaint()
    first, *frames, last = _drag(view, node)
    once, floor = _bare([]), _bare(list(every))
    yield Row("drag everything: first move", first, "ms", once, FIRST)
    yield Row("drag everything: median", statistics.median(frames), "ms", once, LIMIT)
    yield Row("drag everything: slowest", max(frames), "ms", once)
    yield Row("drag everything: release", last, "ms", floor, LAST)
    view.board.refine()
    yield Row("undo that drag", _milliseconds(view, session.undo), "ms", floor)
    yield from _snaps(view)


def _snaps(view: MapView) -> Iterator[Row]:
    """What snapping takes in a frame, where as much is in view as it looks at."""
    view.camera.look_at(4000, 4000, 0.2)
    view.viewport().repaint()
    board, seen = view.board, view.camera.visible
    boxes = [
        item.box for item in board.placed.values() if item.node.id == item.root_id and item.box.meets(seen)
    ]
    box = Box.around(4000, 4000, 180, 70)
    found = []
    for step in range(FRAMES):
        start = time.perf_counter()
        view.snapper.fit(box.moved(7 * step, 3 * step), frozenset())
        found.append((time.perf_counter() - start) * 1000)
    yield Row(f"snapping among {len(boxes):,}", statistics.median(found), "ms", _bare_snap(boxes, box), 4.0)
    view.snapper.rest()


def _copies(view: MapView, session: Session) -> Iterator[Row]:
    """Everything is copied, and the copies removed."""
    every = nodes(session.document, MAP_ID)
    ids = [node.id for node in every]
    took = _milliseconds(view, lambda: moves.duplicate(session.document, ids))
    yield Row(f"copy {len(ids):,} nodes", took, "ms", _bare(list(every)), EACH * len(ids))
    yield Row("the rest of it, in idle moments", _milliseconds(view, lambda: view.board), "ms")
    yield Row("undo that copy", _milliseconds(view, session.undo), "ms", _bare(list(every)))


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
    yield Row(f"a sibling among {SIBLINGS:,}", added, "ms", _bare([]), LIMIT)
    yield from _moves(view, session)
    yield from _drags(view, session)
    yield from _copies(view, session)
    view.close()


EDITS = Case("edits", run)
