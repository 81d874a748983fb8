"""What comes from other programs: cells and lists on the map, and what a drag will do."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication

from journeydesk.kinds.stage import Stage
from journeydesk.ui.program import Program
from tests.shots.studio import Scene, Studio, found, parts

CELLS = (
    "Title\tNeed\tPhase\tSentiment\nLook around\tTime to think\tDiscover\t1\n"
    "Compare offers\tFair prices\tCompare\t-1\nSign\t\tBuy\t2\n"
)
LIST = "# Workshop\n## Needs\n- Time\n  - Less of it\n- Money\n## Fears\n- [x] Price\n- A wrong choice\n"


def words(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


def take_pasting(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    assert window.workspace is not None and session is not None
    view = window.workspace.view
    for text, y in ((CELLS, -200.0), (LIST, 160.0)):
        QApplication.clipboard().setMimeData(words(text))
        session.select(())
        window.workspace.intake.paste((0.0, y))
    window.deeds.deed("zoom_to_fit").trigger()
    studio.take(window, f"pasting-{look}")
    box = view.board.placed[found(program, Stage)[1]].box
    at, dragged = view.camera.view_point((box.x, box.y)).toPoint(), words("A thought")
    drag(view.viewport(), at, dragged)
    studio.take(window, f"pasting-drag-{look}")
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())


def drag(over: object, at: QPoint, mime: QMimeData) -> None:
    for event_class in (QDragEnterEvent, QDragMoveEvent):
        event = event_class(
            at,
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(over, event)


SCENES = (Scene("pasting", take_pasting, "blank"),)
