"""A map before an audience: led from stop to stop, covered, drawn on, and given back as it was."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeydesk import templates
from journeydesk.model.queries import maps
from journeydesk.model.records import JourneyMap, Persona, Record, Transition
from journeydesk.model.stops import TourStop
from journeydesk.operations.fields import set_field
from journeydesk.operations.tours import add_stop
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.presenting.presenter import Presenter
from journeydesk.ui.presenting.projection import Projection, box_at
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace


@pytest.fixture
def contents() -> tuple[Record, ...]:
    return templates.make("services", "en")


@pytest.fixture
def shown(window: MainWindow, workspace: Workspace, qtbot: Any) -> Iterator[Projection]:
    window.projects.settings.reduces_motion = True
    window.deeds.deed("present_stages").trigger()
    found = workspace.findChild(Projection)
    assert found is not None
    qtbot.waitUntil(found.isVisible)
    QApplication.processEvents()
    yield found
    if found.isVisible():
        found.leave()
    QApplication.processEvents()


def press(shown: Projection, workspace: Workspace, key: Qt.Key) -> None:
    QTest.keyClick(workspace.view, key)


def middle(workspace: Workspace) -> tuple[float, float]:
    seen = workspace.view.camera.visible
    return seen.x, seen.y


def test_a_clicker_leads_on_and_back_and_no_further_than_the_ends(
    shown: Projection, workspace: Workspace
) -> None:
    places = []
    for key in (Qt.Key.Key_PageDown,) * 6 + (Qt.Key.Key_PageUp,) * 6:
        press(shown, workspace, key)
        places.append(shown.place)
    assert places == [1, 2, 3, 4, 4, 4, 3, 2, 1, 0, 0, 0]


def test_every_stop_brings_its_stage_into_view_under_its_title(
    shown: Projection, workspace: Workspace
) -> None:
    for place in range(1, 5):
        press(shown, workspace, Qt.Key.Key_PageDown)
        halt = shown.halts[place]
        box = workspace.view.board.box_of(halt.ids[0])
        assert box is not None and workspace.view.camera.visible.holds(box.x, box.y)
        assert shown.caption.title.accessibleName() == halt.title
        assert shown.caption.count.text() == f"{place + 1} / 5"


def test_a_flight_ends_where_it_should(window: MainWindow, workspace: Workspace, qtbot: Any) -> None:
    window.projects.settings.reduces_motion = False
    window.deeds.deed("present_stages").trigger()
    found = workspace.findChild(Projection)
    assert found is not None
    QApplication.processEvents()
    found.go(3)
    qtbot.waitUntil(lambda: not found.flight.is_under_way, timeout=5000)
    box = box_at(found.halt, workspace.view.board)
    assert box is not None
    assert middle(workspace) == pytest.approx((box.x, box.y), abs=5)
    found.leave()


def test_a_stop_is_reached_by_its_number_and_by_its_name(shown: Projection, workspace: Workspace) -> None:
    press(shown, workspace, Qt.Key.Key_4)
    press(shown, workspace, Qt.Key.Key_Return)
    assert shown.place == 3
    press(shown, workspace, Qt.Key.Key_G)
    assert shown.jumps.list is not None
    QTest.keyClicks(shown.jumps.list, "2. ")
    QTest.keyClick(shown.jumps.list, Qt.Key.Key_Return)
    assert shown.place == 2 and workspace.view.hasFocus()


@pytest.mark.parametrize(("key", "colour"), [(Qt.Key.Key_B, "#000000"), (Qt.Key.Key_W, "#ffffff")])
def test_the_screen_is_covered_and_shown_again(
    key: Qt.Key, colour: str, shown: Projection, workspace: Workspace
) -> None:
    press(shown, workspace, key)
    assert shown.cover.isVisible()
    assert shown.cover.palette().color(shown.cover.backgroundRole()).name() == colour
    press(shown, workspace, Qt.Key.Key_PageDown)
    assert not shown.cover.isVisible() and shown.place == 0
    press(shown, workspace, key)
    press(shown, workspace, key)
    assert not shown.cover.isVisible()


def test_what_is_drawn_over_the_map_goes_with_the_stop_and_changes_nothing(
    shown: Projection, workspace: Workspace, session: Session
) -> None:
    before = tuple(session.document)
    press(shown, workspace, Qt.Key.Key_D)
    QTest.mousePress(shown.ink, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(shown.ink, QPoint(200, 160))
    QTest.mouseRelease(shown.ink, Qt.MouseButton.LeftButton, pos=QPoint(200, 160))
    assert not shown.ink.is_empty
    press(shown, workspace, Qt.Key.Key_PageDown)
    assert shown.ink.is_empty and tuple(session.document) == before


def test_somebody_looks_elsewhere_and_comes_back(shown: Projection, workspace: Workspace) -> None:
    press(shown, workspace, Qt.Key.Key_PageDown)
    here = middle(workspace)
    workspace.view.look_at((9000, 9000, 2))
    press(shown, workspace, Qt.Key.Key_Home)
    assert middle(workspace) == pytest.approx(here, abs=2)


def test_what_is_changed_meanwhile_appears_at_once(
    shown: Projection, workspace: Workspace, session: Session
) -> None:
    session.select(shown.halts[1].ids[:1])
    press(shown, workspace, Qt.Key.Key_X)
    writer = workspace.view.scribe.writer
    assert writer is not None
    QTest.keyClick(writer, Qt.Key.Key_Return)
    assert shown.halts[1].title == "1. x"
    session.undo()
    assert shown.halts[1].title != "1. x"


def test_leaving_gives_the_map_back_as_it_was(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    window.projects.settings.reduces_motion = True
    key = next(iter(workspace.view.board.placed))
    session.select((key,))
    workspace.view.look_at((120, 80, 0.7))
    here, before = workspace.view.camera.place, tuple(session.document)
    window.deeds.deed("present").trigger()
    found = workspace.findChild(Projection)
    assert found is not None
    QApplication.processEvents()
    assert session.selection == () and workspace.view.window() is found
    press(found, workspace, Qt.Key.Key_PageDown)
    press(found, workspace, Qt.Key.Key_L)
    assert QApplication.overrideCursor() is not None
    press(found, workspace, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert QApplication.overrideCursor() is None
    assert workspace.view.window() is window and workspace.view.isVisible()
    assert session.selection == (key,) and tuple(session.document) == before
    assert workspace.view.camera.place == pytest.approx(here, abs=2)


def test_what_is_seen_becomes_a_stop_and_is_presented(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    window.projects.settings.reduces_motion = True
    workspace.view.look_at((300, 200, 0.8))
    seen = workspace.view.camera.visible
    window.deeds.deed("add_stop").trigger()
    drawn = session.document.find(JourneyMap, session.map_id)
    assert drawn is not None and len(drawn.stops) == 1
    window.deeds.deed("present").trigger()
    found = workspace.findChild(Projection)
    assert found is not None
    QApplication.processEvents()
    assert len(found.halts) == 1
    assert middle(workspace) == pytest.approx((seen.x, seen.y), abs=3)
    found.leave()
    session.undo()
    drawn = session.document.find(JourneyMap, session.map_id)
    assert drawn is not None and drawn.stops == ()


def test_the_presenter_sees_this_stop_the_next_and_parks_remarks(
    shown: Projection, session: Session, qtbot: Any
) -> None:
    panel = Presenter(session, shown)
    qtbot.addWidget(panel)
    assert shown.halts[1].title in panel.next.text()
    shown.step(1)
    assert panel.now.text() == shown.halts[1].title
    QTest.keyClicks(panel.remark, "Ask the hotline")
    QTest.keyClick(panel.remark, Qt.Key.Key_Return)
    assert panel.remark.text == ""
    assert panel.parked.item(panel.parked.count() - 1).text() == "Ask the hotline"
    session.undo()
    left = [panel.parked.item(row).text() for row in range(panel.parked.count())]
    assert "Ask the hotline" not in left


def test_a_removed_stop_leaves_the_presentation_where_it_can_be(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    window.projects.settings.reduces_motion = True
    map_id = maps(session.document)[0].id
    for name in ("a", "b"):
        add_stop(session.document, map_id, TourStop(name))
    window.refresh()
    window.deeds.deed("present_stops").trigger()
    found = workspace.findChild(Projection)
    assert found is not None
    found.go(1)
    session.undo()
    assert [halt.title for halt in found.halts] == ["a"] and found.place == 0
    session.undo()
    assert found.halts == () and found.halt is None
    found.step(1)
    found.leave()


def test_an_empty_map_can_be_presented(window: MainWindow, workspace: Workspace) -> None:
    window.deeds.deed("new_map").trigger()
    window.deeds.deed("present").trigger()
    found = workspace.findChild(Projection)
    assert isinstance(found, QWidget)
    QApplication.processEvents()
    found.step(1)
    found.leave()


def test_a_path_is_presented_with_the_rest_pale_and_nobody_is_followed_afterwards(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    window.projects.settings.reduces_motion = True
    person = session.document.all(Persona)[0]
    arrows = session.document.all(Transition)[:2]
    set_field(session.document, [arrow.id for arrow in arrows], "persona_ids", (person.id,))
    window.refresh()
    window.deeds.deed("present_path").trigger()
    found = workspace.findChild(Projection)
    assert found is not None
    QApplication.processEvents()
    assert found.halts[0].title == person.name and session.spotlight.persona_id == person.id
    own = [arrow for arrow in session.document.all(Transition) if person.id in arrow.persona_ids]
    passed = {key for arrow in own for key in (arrow.source_id, arrow.target_id)}
    assert {halt.ids[0] for halt in found.halts[1:]} == passed
    assert session.faded and not passed & session.faded
    press(found, workspace, Qt.Key.Key_PageDown)
    press(found, workspace, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert session.spotlight.persona is None and not session.faded
    assert workspace.view.window() is window
