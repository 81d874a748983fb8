"""What people do: text while it is written, things while they are dragged, menus and dialogs."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.stage import Stage
from journeydesk.ui.dialogs.export import ExportDialog
from journeydesk.ui.dialogs.order_dialog import OrderDialog
from journeydesk.ui.program import Program
from tests.shots.studio import Scene, Studio, found, parts, take_dialog


def take_writing(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    assert window.workspace is not None and program.session is not None
    window.workspace.edit_text(found(program, Stage)[0])
    studio.take(window, f"writing-small-{look}")
    program.session.finishing.emit()
    program.session.select(found(program, Stage)[:1])
    QTest.qWait(50)
    window.deeds.deed("zoom_to_selection").trigger()
    window.workspace.edit_text(found(program, Stage)[0])
    studio.take(window, f"writing-stage-{look}")
    program.session.finishing.emit()
    program.session.select(found(program, Branch)[:1])
    QTest.qWait(50)
    window.deeds.deed("zoom_actual").trigger()
    window.deeds.deed("add_child").trigger()
    studio.take(window, f"writing-branch-{look}")


def take_dragging(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    assert window.workspace is not None and program.session is not None
    view = window.workspace.view
    window.deeds.deed("zoom_actual").trigger()
    for name, record_class, far in (
        ("stage", Stage, QPoint(90, 140)),
        ("branch", Branch, QPoint(60, 70)),
    ):
        key = found(program, record_class)[0]
        program.session.select((key,))
        box = view.board.box_of(key)
        assert box is not None
        view.camera.look_at(box.x + 200, box.y + 60, 1.0)
        start = view.camera.view_point((box.x + 20, box.y)).toPoint()
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 6):
            QTest.mouseMove(view.viewport(), start + far * step / 5)
            QTest.qWait(10)
        studio.take(window, f"dragging-{name}-{look}")
        QTest.keyClick(view, Qt.Key.Key_Escape)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start)


def take_menus(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    assert window.workspace is not None and program.session is not None
    for name, ids in (("node", found(program, Stage)[:1]), ("paper", [])):
        program.session.select(ids)
        window.workspace.view.customContextMenuRequested.emit(QPoint(200, 200))
        shown = QApplication.activePopupWidget()
        if shown is not None:
            studio.take(shown, f"menu-{name}-{look}")
            shown.close()
        QTest.qWait(20)
    for shown in window.menuBar().actions():
        menu = shown.menu()
        if isinstance(menu, QWidget):
            menu.ensurePolished()
            menu.adjustSize()
            studio.take(menu, f"menu-{menu.actions()[0].objectName()}-{look}")


def take_export(studio: Studio, program: Program, look: str) -> None:
    take_dialog(studio, program, "export", f"export-{look}")
    for name in ("tiff", "pptx", "html"):
        parts(program).deeds.deed("export").trigger()
        (dialog,) = (one for one in parts(program).findChildren(ExportDialog) if one.isVisible())
        dialog.form.choose({"format": name})
        for _ in range(100):
            QTest.qWait(50)
            if dialog.preview.pages:
                break
        dialog.preview.turn(1)
        QTest.qWait(600)
        studio.take(dialog, f"export-{name}-{look}")
        dialog.close()


def take_print(studio: Studio, program: Program, look: str) -> None:
    """What is about to be printed, as it will come out."""
    parts(program).deeds.deed("print").trigger()
    (dialog,) = (one for one in parts(program).findChildren(OrderDialog) if one.isVisible())
    dialog.form.choose({"layout": "grid"})
    QTest.qWait(1500)
    studio.take(dialog, f"print-{look}")
    dialog.close()


def take_tiles(studio: Studio, program: Program, look: str) -> None:
    """A poster that is cut into tiles, before and after."""
    window, session = parts(program), program.session
    assert session is not None
    dialog = ExportDialog(session, program.settings, program.dialogs, window)
    dialog.form.choose({"paper": "A1", "tile": "A4", "crop_marks": True})
    dialog.show()
    for _ in range(100):
        QTest.qWait(50)
        if dialog.preview.sheet._cuts.x:
            break
    studio.take(dialog, f"tiles-cuts-{look}")
    for place in (1, 2):
        dialog.preview.turn(1)
        QTest.qWait(600)
        studio.take(dialog, f"tiles-{place}-{look}")
    dialog.close()


def take_about(studio: Studio, program: Program, look: str) -> None:
    take_dialog(studio, program, "show_about", f"about-{look}")


def take_blank(studio: Studio, program: Program, look: str) -> None:
    studio.take(parts(program), f"blank-{look}")


SCENES = (
    Scene("writing", take_writing),
    Scene("dragging", take_dragging),
    Scene("menu", take_menus),
    Scene("export", take_export),
    Scene("print", take_print),
    Scene("tiles", take_tiles),
    Scene("about", take_about),
    Scene("blank", take_blank, "blank"),
)
