"""Views of a project: how soon each is there, and frames while the grid is scrolled.

Opening is from nothing to painted, beside the map, as in the program. The floor is a bare QPainter that
draws as many rounded boxes and lines of text as the part of the grid on the screen holds.
"""

import os
import statistics
import time
from collections.abc import Iterator

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from benchmarks.case import Case, Row
from benchmarks.work import MAP_ID, records
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.records import Comment, Evidence, Persona, Record, Transition
from journeydesk.ui.editor.surface import Surface
from journeydesk.ui.session import Session
from journeydesk.ui.views.pane import ViewPane
from journeydesk.views.catalogue import LAYOUTS

STAGES, STEPS, THOUGHTS = 60, 4, 8
PERSONAS, SOURCES = 200, 2000
FRAMES = 120
FRAME, OPENING = 16.7, 300.0  # milliseconds
TOPICS = ("action", "goal", "pain", "opportunity", "question", "idea", "frustration", "job")


def project(count: int) -> list[Record]:
    """A map of many nodes, and a long journey with something in each cell of its grid."""
    made: list[Record] = [
        record for record in records(count) if not isinstance(record, Stage | Touchpoint | Transition)
    ]
    made += [
        Persona(id=f"persona {n}", name=f"Persona {n}", goals=("Arrive",), needs=(f"Reason {n % 40}",),
                requirements=(f"A price within {n} days", "Somebody to call"), roles=("user",), order=n,
                objections=(f"No price before {n} days", "Nobody to call"), influence=n % 11, interest=n % 7)
        for n in range(PERSONAS)
    ]  # fmt: skip
    made += [Evidence(id=f"source {n}", title=f"Interview {n}", sample_size=n) for n in range(SOURCES)]
    for n in range(STAGES):
        stage = f"stage {n}"
        feeling = n % 7 - 3
        made.append(
            Stage(id=stage, map_id=MAP_ID, x=n * 600.0, title=f"Stage number {n}", sentiment=feeling,
                  evidence_ids=(f"source {n}", f"source {n + 100}"))
        )  # fmt: skip
        for step in range(STEPS):
            key = f"{stage} step {step}"
            made.append(
                Touchpoint(id=key, map_id=MAP_ID, x=n * 600.0, y=300.0 * step + 300, title="They call us",
                           channel="phone", device="phone", department="sales", sentiment=-feeling,
                           feelings=(("persona 0", feeling), (f"persona {n + 1}", -feeling)), votes=step)
            )  # fmt: skip
            who = tuple(f"persona {(n + step * each) % PERSONAS}" for each in range(1, 5))
            before = f"{stage} step {step - 1}" if step else stage
            made.append(
                Transition(id=f"{key} arrow", map_id=MAP_ID, source_id=before, target_id=key, share=60,
                           persona_ids=("persona 0", *who), share_evidence_ids=(f"source {n}",))
            )  # fmt: skip
            made.append(Comment(id=f"{key} remark", about_id=key, author="Ann", text="Is that so?"))
        if n:
            last = f"stage {n - 1} step {STEPS - 1}"
            made.append(
                Transition(id=f"{stage} arrow", map_id=MAP_ID, source_id=last, target_id=stage,
                           persona_ids=("persona 0",))
            )  # fmt: skip
        made += [
            Branch(id=f"{stage} branch {place}", map_id=MAP_ID, parent_id=stage, order=place,
                   title="What they think of it by now", topic=TOPICS[place % len(TOPICS)])
            for place in range(THOUGHTS)
        ]  # fmt: skip
    return made


def run(count: int) -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    session = Session(Document(project(count)))
    session.show_map(MAP_ID)
    surface = Surface(session, application)
    pane = ViewPane(session)
    pane.resize(1600, 900)
    pane.show()
    application.processEvents()
    for layout in LAYOUTS:
        start = time.perf_counter()
        pane.show_layout(layout.name)
        pane.canvas.viewport().repaint()
        yield Row(f"{layout.name}: opened", (time.perf_counter() - start) * 1000, "ms", target=OPENING)
        application.processEvents()
    yield from _scrolling(pane)
    surface.tiles.close()


def _scrolling(pane: ViewPane) -> Iterator[Row]:
    pane.show_layout("grid")
    bar = pane.canvas.horizontalScrollBar()
    found = []
    for number in range(FRAMES):
        start = time.perf_counter()
        bar.setValue(bar.maximum() * number // FRAMES)
        pane.canvas.viewport().repaint()
        found.append((time.perf_counter() - start) * 1000)
        QApplication.processEvents()
    ordered = sorted(found)
    yield Row("grid, scrolled: median", statistics.median(ordered), "ms", floor=_bare())
    yield Row("grid, scrolled: 95 of 100", ordered[round(FRAMES * 0.95) - 1], "ms", target=FRAME)
    yield Row("grid, scrolled: slowest", ordered[-1], "ms", target=50.0)


def _bare() -> float:
    """Milliseconds that plain boxes and texts of a full screen take."""
    image = QImage(1600, 900, QImage.Format.Format_ARGB32_Premultiplied)
    start = time.perf_counter()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(image.rect(), QColor("white"))
    for number in range(160):
        left, top = number % 8 * 200, number // 8 * 45
        painter.drawRoundedRect(left, top, 190, 38, 6, 6)
        painter.drawText(left + 10, top + 20, "What they think of it")
    painter.end()
    return (time.perf_counter() - start) * 1000


VIEWS = Case("views", run)
