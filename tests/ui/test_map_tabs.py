"""The maps of a project as tabs: shown, named, moved, and looked at from where they were left."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QTabBar

from journeydesk.model import queries
from journeydesk.model.records import JourneyMap
from journeydesk.operations import fields, maps
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.map_tabs import TabRow, TitleLine
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace
from tests.finding import only


@pytest.fixture
def row(workspace: Workspace) -> TabRow:
    return workspace.tabs.row


def texts(row: TabRow) -> list[str]:
    return [row.tabText(place) for place in range(row.count())]


def middle(row: TabRow, place: int) -> QPoint:
    return row.tabRect(place).center()


def test_a_click_shows_the_map(session: Session, row: TabRow) -> None:
    assert texts(row) == ["First", "Second"]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=middle(row, 1))
    assert session.map_id == "second"
    session.show_map("first")
    assert row.currentIndex() == 0


def test_tabs_follow_the_document(session: Session, row: TabRow) -> None:
    fields.set_field(session.document, ("second",), "title", "R & D")
    assert texts(row) == ["First", "R && D"]
    maps.add_map(session.document, "")
    assert texts(row) == ["First", "R && D", "Untitled"]
    session.undo()
    session.undo()
    assert texts(row) == ["First", "Second"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab])
def test_a_double_click_names_the_map_and_the_keyboard_goes_to_it(
    key: Qt.Key, session: Session, workspace: Workspace, row: TabRow, qtbot: Any
) -> None:
    QTest.mouseDClick(row, Qt.MouseButton.LeftButton, pos=middle(row, 1))
    title = workspace.tabs._title
    assert title is not None
    qtbot.waitUntil(title.hasFocus)
    QTest.keyClicks(title, "Better")
    QTest.keyClick(title, key)
    assert texts(row) == ["First", "Better"]
    assert len(session.document.history[0]) == 1
    assert workspace.view.hasFocus()


def test_what_is_typed_is_kept_when_something_else_comes(
    window: MainWindow, workspace: Workspace, row: TabRow
) -> None:
    window.deeds.deed("rename_map").trigger()
    title = workspace.tabs._title
    assert title is not None
    title.setText("Renamed")
    window.deeds.deed("next_map").trigger()
    assert texts(row) == ["Renamed", "Second"]


def test_a_tab_that_is_dragged_is_one_step(session: Session, row: TabRow) -> None:
    maps.add_map(session.document, "Third")
    steps = len(session.document.history[0])
    start, end = middle(row, 0), middle(row, 2)
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
    for part in range(1, 9):
        QTest.mouseMove(row, start + (end + QPoint(20, 0) - start) * part / 8)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=end + QPoint(20, 0))
    assert [drawn.title for drawn in queries.maps(session.document)] == ["Second", "Third", "First"]
    assert texts(row) == ["Second", "Third", "First"]
    assert len(session.document.history[0]) == steps + 1
    session.undo()
    assert texts(row) == ["First", "Second", "Third"]


def test_a_right_click_offers_what_can_be_done_with_that_map(
    session: Session, row: TabRow, window: MainWindow
) -> None:
    QTest.mousePress(row, Qt.MouseButton.RightButton, pos=middle(row, 1))
    assert session.map_id == "second"
    row.customContextMenuRequested.emit(middle(row, 1))
    menu = row.findChild(QMenu)
    assert menu is not None
    offered = [deed.objectName() for deed in menu.actions()]
    assert {"rename_map", "duplicate_map", "draw_to_be", "move_map_left", "remove_map"} <= set(offered)
    assert "move_map_right" not in offered and "go_to_counterpart" not in offered
    menu.close()


def test_each_map_is_seen_again_as_it_was_left(session: Session, workspace: Workspace) -> None:
    workspace.view.camera.look_at(120, 40, 0.7)
    workspace.view._moved()
    session.select(("one",))
    place = workspace.view.camera.place
    session.show_map("second")
    assert session.selection == ()
    session.show_map("first")
    assert workspace.view.camera.place == pytest.approx(place, abs=1)
    assert session.selection == ("one",)


def test_a_to_be_map_is_drawn_and_seen_from_the_same_place(
    window: MainWindow, session: Session, workspace: Workspace, row: TabRow
) -> None:
    session.select(("one",))
    workspace.view.camera.look_at(100, 30, 0.8)
    place = workspace.view.camera.place
    window.refresh()
    window.deeds.deed("draw_to_be").trigger()
    drawn = only(session.document, JourneyMap, session.map_id)
    assert drawn.title == "First (to-be)"
    assert workspace.view.camera.place == pytest.approx(place, abs=1)
    assert queries.counterparts(session.document, session.selection, "first") == ("one",)
    chips = [row.tabButton(at, QTabBar.ButtonPosition.RightSide) for at in range(3)]
    assert [chip.text() if isinstance(chip, QLabel) else chip for chip in chips] == ["As-is", "To-be", None]
    window.deeds.deed("go_to_counterpart").trigger()
    assert (session.map_id, session.selection) == ("first", ("one",))
    session.undo()
    assert texts(row) == ["First", "Second"]
    assert row.tabButton(0, QTabBar.ButtonPosition.RightSide) is None


def test_the_title_of_a_new_map_is_typed_where_its_tab_is(
    window: MainWindow, session: Session, row: TabRow
) -> None:
    while row.count() > 1:  # a row that is narrower than the line would like to be
        window.deeds.deed("remove_map").trigger()
    fields.set_field(session.document, (row.id_at(0),), "title", "A")
    window.deeds.deed("new_map").trigger()
    line = row.findChild(TitleLine)
    assert line is not None
    place = row.currentIndex()
    assert line.text() == row.tabText(place) == "New map"
    assert row.rect().contains(line.geometry())
    assert line.geometry().intersects(row.tabRect(place))
