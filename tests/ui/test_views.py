"""A view is found, touched, written in and left again by keys and mouse; the map follows."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeydesk import templates
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.stage import Stage
from journeydesk.model.records import Asset, Persona, Record
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.views.showing import Showing
from journeydesk.views.catalogue import LAYOUTS
from journeydesk.views.view import Spot
from tests.ui.ground import FakeDialogs


@pytest.fixture
def contents() -> tuple[Record, ...]:
    return templates.make("services", "en")


@pytest.fixture
def showing(window: MainWindow) -> Showing:
    assert window.workspace is not None
    window.deeds.deed("view_grid").trigger()
    QApplication.processEvents()
    return window.workspace.showing


def spot(showing: Showing, start: str) -> Spot:
    assert showing.pane.canvas.view is not None
    return next(found for found in showing.pane.canvas.view.spots if found.label.startswith(start))


def point(showing: Showing, found: Spot) -> QPoint:
    showing.pane.canvas.reveal(found)
    box = showing.pane.canvas.seen.box(found.box)
    return QPoint(round(box.x), round(box.y))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_view_is_opened_by_its_action_and_left_by_escape(layout: Any, window: MainWindow) -> None:
    assert window.workspace is not None
    shown = window.workspace.showing
    window.deeds.deed(f"view_{layout.name}").trigger()
    QApplication.processEvents()
    assert shown.name == layout.name and shown.pane.isVisible()
    window.refresh()
    assert window.deeds.deed(f"view_{layout.name}").isChecked()
    QTest.keyClick(shown.pane.canvas, Qt.Key.Key_Escape)
    assert shown.name == "" and window.workspace.view.isVisible()


def test_what_is_typed_on_a_card_is_written_on_the_map_and_undone(
    showing: Showing, window: MainWindow
) -> None:
    assert window.session is not None
    found = spot(showing, "Pain point")
    QTest.mouseClick(showing.pane.canvas.viewport(), Qt.MouseButton.LeftButton, pos=point(showing, found))
    assert window.session.selection == (found.record_id,)
    QTest.keyClicks(showing.pane.canvas, "N")
    writer = showing.pane.touch.writer
    assert writer is not None
    QTest.keyClicks(writer, "othing new")
    QTest.keyClick(writer, Qt.Key.Key_Return)
    branch = window.session.document.find(Branch, found.record_id)
    assert branch is not None and branch.title == "Nothing new"
    QApplication.processEvents()
    assert spot(showing, "Pain point: Nothing new").record_id == found.record_id
    window.session.undo()
    branch = window.session.document.find(Branch, found.record_id)
    assert branch is not None and branch.title == found.text


def test_several_things_are_added_one_after_the_other_by_keys_alone(
    showing: Showing, window: MainWindow
) -> None:
    assert window.session is not None
    showing.pane.touch.choose(spot(showing, "Add an action"))
    before = len(window.session.document.all(Branch))
    for word in ("wait", "ask"):
        QTest.keyClicks(showing.pane.canvas, word[0])
        writer = showing.pane.touch.writer
        assert writer is not None
        QTest.keyClicks(writer, word[1:])
        QTest.keyClick(writer, Qt.Key.Key_Return)
        QApplication.processEvents()
    added = window.session.document.all(Branch)[before:]
    assert [(branch.title, branch.topic) for branch in added] == [("wait", "action"), ("ask", "action")]


def test_a_card_is_dragged_to_another_stage(showing: Showing, window: MainWindow) -> None:
    assert window.session is not None
    document, canvas = window.session.document, showing.pane.canvas
    found = spot(showing, "Pain point")
    start = point(showing, found)
    stages = [branch.parent_id for branch in document.all(Branch) if branch.id == found.record_id]
    end = start + QPoint(round(224 * canvas.scale), 0)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas.viewport(), start + QPoint(20, 0))
    QTest.mouseMove(canvas.viewport(), end)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)
    branch = document.find(Branch, found.record_id)
    assert branch is not None and branch.parent_id not in stages
    assert document.find(Stage, branch.parent_id) is not None


def test_escape_in_the_middle_of_a_drag_leaves_everything_as_it_was(
    showing: Showing, window: MainWindow
) -> None:
    assert window.session is not None
    before = tuple(window.session.document)
    start = point(showing, spot(showing, "Pain point"))
    viewport = showing.pane.canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(200, 0))
    QTest.keyClick(showing.pane.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(200, 0))
    assert tuple(window.session.document) == before and showing.name == "grid"


def test_arrow_keys_lead_to_every_card(showing: Showing) -> None:
    touch, canvas = showing.pane.touch, showing.pane.canvas
    assert canvas.view is not None
    touch.choose(canvas.view.spots[0])
    seen = {canvas.marked.chosen}
    for _ in range(60):
        QTest.keyClick(canvas, Qt.Key.Key_Down)
        seen.add(canvas.marked.chosen)
    tops = [found.box.top for found in seen if found is not None]
    assert max(tops) > canvas.view.height * 0.9


def test_enter_with_control_goes_to_the_card_on_the_map(showing: Showing, window: MainWindow) -> None:
    assert window.session is not None and window.workspace is not None
    showing.pane.touch.choose(spot(showing, "Stage 2"))
    QTest.keyClick(showing.pane.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert showing.name == "" and window.session.selection
    box = window.workspace.view.board.placed[window.session.selection[0]].box
    assert window.workspace.view.camera.visible.holds(box.x, box.y)


def test_what_is_being_written_is_kept_when_the_project_is_saved(
    showing: Showing, window: MainWindow
) -> None:
    assert window.session is not None
    found = spot(showing, "Pain point")
    showing.pane.touch.write(found, "Half")
    window.session.keeping.emit()
    branch = window.session.document.find(Branch, found.record_id)
    assert branch is not None and branch.title == "Half"


def test_inserting_on_the_map_brings_the_map_back(showing: Showing, window: MainWindow) -> None:
    assert window.workspace is not None
    window.deeds.deed("insert_stage").trigger()
    assert showing.name == "" and window.workspace.view.isVisible()


def test_a_number_key_tells_what_is_felt_where_the_curve_is_touched(window: MainWindow) -> None:
    assert window.workspace is not None and window.session is not None
    showing = window.workspace.showing
    window.deeds.deed("view_curve").trigger()
    QApplication.processEvents()
    assert window.workspace.view.isVisible(), "the curve lies under the map"
    found = spot(showing, "Sentiment at")
    showing.pane.touch.choose(found)
    for key, value in ((Qt.Key.Key_7, 3), (Qt.Key.Key_1, -3)):
        QTest.keyClick(showing.pane.canvas, key)
        assert getattr(window.session.document.get(found.record_id), "sentiment", None) == value
        QApplication.processEvents()
    assert window.session.selection == (found.record_id,)


def test_of_a_row_wider_than_the_window_the_beginning_is_shown(window: MainWindow) -> None:
    assert window.workspace is not None
    shown = window.workspace.showing
    window.resize(800, 560)
    shown.show_layout("findings")
    QApplication.processEvents()
    canvas = shown.pane.canvas
    assert canvas.view is not None
    wide = max(canvas.view.spots, key=lambda found: found.box.width)
    for _ in range(2):
        shown.pane.touch.choose(wide)
    assert -1 <= canvas.seen.box(wide.box).left < 60


def test_the_photo_on_a_sheet_is_pasted_chosen_dropped_and_removed(
    window: MainWindow, dialogs: FakeDialogs, tmp_path: Path, qtbot: Any
) -> None:
    assert window.workspace is not None and window.session is not None
    showing, document = window.workspace.showing, window.session.document
    showing.show_layout("persona")
    persona = document.all(Persona)[0]

    def colour() -> str:
        """Of which colour the photo is that there is now; "" for none."""
        known = document.find(Persona, persona.id)
        photo = document.find(Asset, known.photo_id) if known is not None else None
        if photo is None:
            return ""
        seen = QImage.fromData(photo.data).pixelColor(0, 0)
        return max(("red", "green", "blue"), key=lambda name: getattr(seen, name)())

    def picture(name: str) -> QMimeData:
        image, mime = QImage(20, 20, QImage.Format.Format_RGB32), QMimeData()
        image.fill(QColor(name))
        mime.setImageData(image)
        return mime

    canvas = showing.pane.canvas
    showing.pane.touch.choose(spot(showing, "Photo of Helen"))
    QApplication.clipboard().setMimeData(picture("#0000ff"))
    QTest.keyClick(canvas, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: colour() == "blue", timeout=20_000)
    dialogs.path = tmp_path / "green.png"
    green = QImage(20, 20, QImage.Format.Format_RGB32)
    green.fill(QColor("#00ff00"))
    assert green.save(str(dialogs.path))
    QApplication.processEvents()
    showing.pane.touch.choose(spot(showing, "Photo of Helen"))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: colour() == "green", timeout=20_000)
    QApplication.processEvents()
    at = point(showing, spot(showing, "Photo of Helen"))
    buttons, keys, action = (
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.DropAction.CopyAction,
    )
    dropped = picture("#ff0000")
    for event in (
        QDragEnterEvent(at, action, dropped, buttons, keys),
        QDropEvent(at, action, dropped, buttons, keys),
    ):
        QApplication.sendEvent(canvas.viewport(), event)
    qtbot.waitUntil(lambda: colour() == "red", timeout=20_000)
    QApplication.processEvents()
    showing.pane.touch.choose(spot(showing, "Photo of Helen"))
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert colour() == ""
    document.undo()
    assert colour() == "red"


def test_the_map_is_seen_as_it_was_after_a_view_stood_in_its_place(window: MainWindow) -> None:
    assert window.workspace is not None
    showing, view = window.workspace.showing, window.workspace.view
    window.resize(1500, 900)
    view.zoom.to_fit()
    QApplication.processEvents()
    for before in (view.camera.place, (300.0, -120.0, 1.5)):
        view.camera.look_at(*before)
        for name in ("grid", "persona", "curve"):
            showing.show_layout(name)
            QApplication.processEvents()
            showing.show_map()
            QApplication.processEvents()
            assert view.camera.place == pytest.approx(before, abs=1.0), name
