"""A stop keeps how the map is seen; presenting shows it so, and the map is as before afterwards."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeydesk import templates
from journeydesk.kinds.image import ImageNode
from journeydesk.kinds.stage import Stage
from journeydesk.language import message
from journeydesk.model.queries import children, nodes
from journeydesk.model.records import JourneyMap, Persona, Record
from journeydesk.model.stops import TourStop
from journeydesk.operations.branches import add_child
from journeydesk.operations.fields import set_field
from journeydesk.operations.folding import fold_all, starts_on, unfold_all
from journeydesk.operations.tours import add_stop
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.presenting.projection import Projection
from journeydesk.ui.program import Program
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace
from tests.ui.ground import do


@pytest.fixture
def contents() -> tuple[Record, ...]:
    return templates.make("services", "en")


def presented(window: MainWindow, workspace: Workspace, way: str = "present") -> Projection:
    window.projects.settings.reduces_motion = True
    do(window, way)
    found = next(shown for shown in workspace.findChildren(Projection) if shown.isVisible())
    QApplication.processEvents()
    return found


def press(workspace: Workspace, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(workspace.view, key)


def stops(session: Session) -> tuple[TourStop, ...]:
    drawn = session.document.find(JourneyMap, session.map_id)
    assert drawn is not None
    return drawn.stops


def branch_ids(session: Session) -> set[str]:
    return {node.id for node in nodes(session.document, session.map_id) if node.parent_id}


def test_a_stop_keeps_what_is_folded_engraved_filtered_and_followed(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    document, view = session.document, workspace.view
    fold_all(document, starts_on(document, session.map_id))
    session.spotlight.follow(document.all(Persona)[0].id)
    do(window, "terra_incognita")
    workspace.filter_bar.open()
    workspace.filter_bar.words.setText("client")
    do(window, "add_stop")
    stop = stops(session)[0]
    assert stop.incognita and stop.folded and stop.conditions == (("text", "client"),)
    assert stop.persona_id == document.all(Persona)[0].id
    workspace.filter_bar.leave()
    do(window, "terra_incognita")
    session.spotlight.follow("")
    unfold_all(document, starts_on(document, session.map_id))
    do(window, "add_stop")
    plain = set(view.board.placed)
    assert branch_ids(session) <= plain
    before = tuple(document)
    found = presented(window, workspace, "present_stops")
    assert [halt.title for halt in found.halts] == ["Stop 1", "Stop 2"]
    assert not branch_ids(session) & set(view.board.placed)
    assert session.incognita and session.faded and session.spotlight.persona_id == stop.persona_id
    found.step(1)
    assert set(view.board.placed) == plain
    assert not session.incognita and not session.faded and session.spotlight.persona is None
    found.step(-1)
    assert not branch_ids(session) & set(view.board.placed) and session.incognita
    press(workspace, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert tuple(document) == before and set(view.board.placed) == plain
    assert view.board.document is document
    assert not session.incognita and not session.faded and session.spotlight.persona is None


def test_what_is_added_at_a_folded_stop_appears_at_once_and_stays(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    document = session.document
    folded = tuple(node.id for node in nodes(document, session.map_id) if children(document, node.id))
    add_stop(document, session.map_id, TourStop("Folded", "", 0, 0, 3000, 2000, folded=folded))
    window.refresh()
    found = presented(window, workspace)
    new = Stage(id="new", map_id=session.map_id, title="New", x=0, y=900)
    with document.edit(message("Try")) as edit:
        edit.put(new)
    assert "new" in workspace.view.board.placed and not branch_ids(session) & set(workspace.view.board.placed)
    session.undo()
    assert "new" not in workspace.view.board.placed
    session.redo()
    found.leave()
    assert "new" in workspace.view.board.placed and branch_ids(session) <= set(workspace.view.board.placed)


def test_branches_are_revealed_one_by_one_and_then_it_goes_on(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    do(window, "reveal_branches")
    found = presented(window, workspace, "present_stages")
    found.go(1)
    stage = session.document.find(Stage, found.halts[1].ids[0])
    assert stage is not None
    own = [child.id for child in children(session.document, stage.id)]
    hidden = workspace.view.surface.pale
    assert own and all(hidden.get(key) == 0.0 for key in own)
    count = found.revealing.left
    press(workspace, Qt.Key.Key_PageDown)
    assert found.place == 1 and found.revealing.left == count - 1
    assert workspace.view.surface.pale.get(own[0], 1.0) == 1.0
    press(workspace, Qt.Key.Key_Left)
    assert found.revealing.left == count and found.place == 1
    press(workspace, *(Qt.Key.Key_Right,) * (count + 1))
    assert found.place == 2
    press(workspace, Qt.Key.Key_PageUp)
    assert found.place == 1 and found.revealing.left == 0
    added = add_child(session.document, stage.id, "At once")
    assert workspace.view.surface.pale.get(added.id, 1.0) == 1.0
    press(workspace, Qt.Key.Key_PageUp, Qt.Key.Key_R)
    assert found.revealing.left == 0 and not workspace.view.surface.pale
    found.leave()
    assert not workspace.view.surface.pale


def test_names_are_hidden_by_a_key_or_from_the_beginning(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    person = session.document.all(Persona)[0]
    window.refresh()
    found = presented(window, workspace)
    board = workspace.view.board
    assert board.look.find(person.id) == person
    press(workspace, Qt.Key.Key_N)
    seen = workspace.view.board.look.find(person.id)
    assert isinstance(seen, Persona) and seen.name.startswith("Persona ") and not seen.photo_id
    set_field(session.document, (person.id,), "name", "Somebody Else")
    seen = workspace.view.board.look.find(person.id)
    assert isinstance(seen, Persona) and seen.name.startswith("Persona ")
    press(workspace, Qt.Key.Key_N)
    seen = workspace.view.board.look.find(person.id)
    assert isinstance(seen, Persona) and seen.name == "Somebody Else"
    found.leave()
    do(window, "hide_names")
    assert window.projects.settings.hides_names
    found = presented(window, workspace)
    seen = workspace.view.board.look.find(person.id)
    assert isinstance(seen, Persona) and seen.name.startswith("Persona ")
    found.leave()
    assert workspace.view.board.look.find(person.id) == session.document.find(Persona, person.id)


def test_a_drawing_is_kept_on_the_map_where_somebody_wants_that(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    found = presented(window, workspace, "present_stages")
    press(workspace, Qt.Key.Key_K)
    assert not session.document.all(ImageNode)
    press(workspace, Qt.Key.Key_D)
    QTest.mousePress(found.ink, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(found.ink, QPoint(300, 200))
    QTest.mouseRelease(found.ink, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert not found.caption.offer.isHidden()
    middle = workspace.view.camera.board_point(QPoint(200, 150).toPointF())
    press(workspace, Qt.Key.Key_K)
    (node,) = session.document.all(ImageNode)
    assert (node.x, node.y) == pytest.approx(middle, abs=3) and node.bare
    assert node.width == pytest.approx(210 / workspace.view.camera.scale, abs=3)
    assert found.ink.is_empty and found.caption.offer.isHidden()
    session.undo()
    assert not session.document.all(ImageNode)
    found.leave()


def test_the_keys_of_the_main_window_work_before_an_audience(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    found = presented(window, workspace)
    add_child(session.document, session.document.all(Stage)[0].id, "Oops")
    QApplication.processEvents()
    QTest.keyClick(workspace.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not any(node.title == "Oops" for node in nodes(session.document, session.map_id))
    press(workspace, Qt.Key.Key_Tab)
    assert workspace.view.hasFocus()
    found.leave()


def test_the_screen_for_the_audience_is_chosen_from_a_menu(window: MainWindow) -> None:
    do(window, "screen_1")
    assert window.projects.settings.projector == window.screen().name()
    window.refresh()
    assert window.deeds.deed("screen_1").isChecked() and not window.deeds.deed("screen_2").isVisible()
    assert window.screen().name() in window.deeds.deed("screen_1").text()
    do(window, "screen_any")
    assert window.projects.settings.projector == ""


def test_the_keys_are_shown_over_the_map_and_go_with_escape(window: MainWindow, workspace: Workspace) -> None:
    found = presented(window, workspace)
    press(workspace, Qt.Key.Key_H)
    assert found.sheet.isVisible() and found.rect().contains(found.sheet.geometry())
    press(workspace, Qt.Key.Key_Escape)
    assert not found.sheet.isVisible() and found.isVisible()
    found.leave()


def test_the_map_comes_back_when_the_window_of_the_presentation_is_closed(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    add_stop(session.document, session.map_id, TourStop("A", folded=(), incognita=True))
    window.refresh()
    for deed in ("present", "workshop"):
        do(window, deed)
        QApplication.processEvents()
        borrowed = workspace.view.window()
        assert borrowed is not window
        borrowed.close()
        QApplication.processEvents()
        assert workspace.view.window() is window and workspace.view.isVisible() and not session.incognita


def test_a_window_that_is_made_anew_has_the_map_as_it_was(
    window: MainWindow, workspace: Workspace, session: Session, program: Program
) -> None:
    add_stop(session.document, session.map_id, TourStop("A", folded=(), incognita=True))
    window.refresh()
    for deed in ("present", "workshop"):
        shown = program.window
        assert shown is not None
        do(shown, deed)
        QApplication.processEvents()
        program.speak("fr")
        QApplication.processEvents()
        new = program.window
        assert new is not None and new is not shown and new.workspace is not None
        assert new.workspace.view.window() is new and not session.incognita
        program.speak("en")
        QApplication.processEvents()


def test_closing_the_window_ends_the_presentation_first(
    window: MainWindow, workspace: Workspace, program: Program
) -> None:
    do(window, "present")
    QApplication.processEvents()
    (shown,) = workspace.findChildren(Projection)
    ended: list[bool] = []
    shown.left.connect(partial(ended.append, True))
    assert window.close() and ended == [True]
