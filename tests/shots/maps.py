"""The maps of a project as tabs, as-is and to-be, and its history."""

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeydesk.kinds.stage import Stage
from journeydesk.operations import fields, links, nodes
from journeydesk.operations.maps import add_map
from journeydesk.ui.program import Program
from tests.shots.studio import Scene, Studio, found, parts


def take_tabs(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    assert window.workspace is not None and session is not None
    session.select(found(program, Stage)[1:2])
    window.refresh()
    window.deeds.deed("draw_to_be").trigger()
    for title in ("Retention", "A map with a title that is far too long for its tab", "R & D"):
        add_map(session.document, title)
    studio.take(window, f"tabs-{look}")
    bar = window.workspace.tabs.row
    bar.customContextMenuRequested.emit(QPoint(20, 20))
    shown = QApplication.activePopupWidget()
    if shown is not None:
        studio.take(shown, f"tabs-menu-{look}")
        shown.close()
    QTest.qWait(20)
    window.resize(1024, 640)
    for number in range(8):
        add_map(session.document, f"Another map {number}")
    window.workspace.tabs.rename(session.map_id)
    studio.take(window, f"tabs-many-{look}")


def take_history(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    assert window.workspace is not None and session is not None
    stages, document = found(program, Stage), session.document
    for number in range(8):
        nodes.move(document, stages[number % 2 : number % 2 + 1], 0, 10 * number)
        fields.set_field(document, stages[:1], "title", f"Before the purchase, {number}")
    links.connect(document, stages[0], stages[-1])
    nodes.remove(document, stages[-1:])
    window.workspace.show_history(True)
    session.travel(len(document.history[0]) - 3)
    studio.take(window, f"history-{look}")
    window.resize(1024, 640)
    window.workspace.show_right(False)
    studio.take(window, f"history-alone-{look}")
    window.workspace.show_history(False)
    window.workspace.show_right(True)


SCENES = (Scene("tabs", take_tabs), Scene("history", take_history))
