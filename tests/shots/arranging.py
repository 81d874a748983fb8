"""Nodes that are arranged: guides and equal gaps while they are dragged, frames round them, and the lock."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeydesk.kinds.frame import Frame
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import message
from journeydesk.model.records import new_id
from journeydesk.operations.fields import set_field
from journeydesk.ui.program import Program
from tests.shots.studio import Scene, Studio, parts

LEFT = Qt.MouseButton.LeftButton


def set_out(program: Program) -> list[str]:
    """Three stages in a row, one of them out of it, and two touchpoints under them."""
    session = program.session
    assert session is not None
    here = session.map_id
    places = ((-420, 0, "Search"), (0, 0, "Compare"), (417, 160, "Buy"))
    stages = [Stage(id=new_id(), map_id=here, x=x, y=y, title=title) for x, y, title in places]
    below = ((-420, "Shop"), (0, "Website"))
    shops = [Touchpoint(id=new_id(), map_id=here, x=x, y=240, title=title) for x, title in below]
    records = [*stages, *shops]
    with session.document.edit(message("Set out")) as edit:
        edit.put(*records)
    return [record.id for record in records]


def _point(program: Program, x: float, y: float) -> None:
    workspace = parts(program).workspace
    assert workspace is not None
    viewport = workspace.view.viewport()
    at = workspace.view.camera.view_point((x, y))
    whole = QPointF(viewport.mapToGlobal(at))
    none = Qt.MouseButton.NoButton
    kind, modifiers = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(viewport, QMouseEvent(kind, at, whole, none, LEFT, modifiers))


def take_arranging(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    assert window.workspace is not None and program.session is not None
    view, session, keys = window.workspace.view, program.session, set_out(program)
    for theme in ("paper", "chalk"):
        set_field(session.document, (session.map_id,), "theme", theme)
        session.select(keys[2:3])
        QTest.qWait(50)
        view.camera.look_at(0, 120, 0.6)
        press = view.camera.view_point((417, 160)).toPoint()
        QTest.mousePress(view.viewport(), LEFT, pos=press)
        for x, y in ((430, 100), (425, 20), (422, 2)):
            _point(program, x, y)
        studio.take(window, f"arranging-guides-{theme}-{look}")
        QTest.keyClick(view, Qt.Key.Key_Escape)
        QTest.mouseRelease(view.viewport(), LEFT, pos=press)
    session.select(keys[:2])
    window.refresh()
    window.deeds.deed("group").trigger()
    studio.take(window, f"arranging-group-{look}")
    session.finishing.emit()
    frame = session.document.all(Frame)[0].id
    set_field(session.document, (frame,), "title", "Before the purchase")
    session.select((frame, keys[2]))
    window.refresh()
    window.deeds.deed("lock").trigger()
    view.overlay.hovered = ""
    studio.take(window, f"arranging-lock-{look}")


SCENES = (Scene("arranging", take_arranging, "blank"),)
