"""Keeping a map clear: folding by the pointer, finding and filtering."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from journeydesk.kinds.frame import Frame
from journeydesk.kinds.note import Note
from journeydesk.kinds.stage import Stage
from journeydesk.model.records import Node
from journeydesk.operations import fields, folding, nodes
from journeydesk.ui.editor.folds import count_box, disc_at
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace
from tests.finding import only
from tests.ui.ground import do


def click(workspace: Workspace, x: float, y: float) -> None:
    place = workspace.view.camera.view_point((x, y)).toPoint()
    QTest.mouseMove(workspace.view.viewport(), place)
    QTest.mouseClick(workspace.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


# The size of the window


def test_a_map_that_is_seen_whole_is_seen_whole_in_another_size(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    camera = workspace.view.camera
    window.resize(900, 640)
    do(window, "zoom_to_fit")
    small = camera.scale
    window.resize(1500, 900)
    QApplication.processEvents()
    box = workspace.view.board.bounds
    assert box is not None
    (left, top), (right, bottom) = (
        camera.board_point(QPointF(x, y)) for x, y in ((0, 0), (camera.view.width(), camera.view.height()))
    )
    assert left < box.left and top < box.top and right > box.right and bottom > box.bottom
    assert camera.scale > small or camera.scale == 1
    assert abs(camera.place[0] - box.x) < 2 and abs(camera.place[1] - box.y) < 2


def test_the_middle_of_a_map_stays_in_the_middle_of_another_size(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    camera = workspace.view.camera
    camera.look_at(100, -50, 0.8)
    for size in ((900, 640), (1500, 900), (1100, 700)):
        window.resize(*size)
        QApplication.processEvents()
        assert camera.place == pytest.approx((100, -50, 0.8), abs=4)
    session.select(("need",))
    do(window, "zoom_to_fit")
    nodes.add_node(session.document, Note(id="distant", map_id="first", x=4000, title="Far away"))
    before = camera.place
    window.resize(1400, 800)
    QApplication.processEvents()
    assert camera.place == pytest.approx(before, abs=4)


def test_whoever_steps_out_sees_exactly_what_was_seen_before(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    camera = workspace.view.camera
    session.select(("one",))
    camera.look_at(20, 30, 0.7)
    QApplication.processEvents()
    for _ in range(3):
        do(window, "step_in")
        QApplication.processEvents()
        do(window, "step_out")
        QApplication.processEvents()
    assert camera.place == pytest.approx((20, 30, 0.7), abs=3)


# Folding


def test_levels_are_folded_under_the_selection_and_on_the_whole_map(
    window: MainWindow, session: Session
) -> None:
    document = session.document
    session.select(("need",))
    do(window, "fold_level")
    assert only(document, Node, "need").folded and not only(document, Node, "card").folded
    session.select(())
    do(window, "fold_all")
    assert only(document, Node, "card").folded
    do(window, "unfold_all")
    assert not any(each.folded for each in document.all(Node))
    for _ in range(3):
        session.undo()
    assert not only(document, Node, "need").folded


def test_the_disc_folds_and_the_number_unfolds(workspace: Workspace, session: Session) -> None:
    board = workspace.view.board
    workspace.view.camera.look_at(-300, 0, 1.0)
    place = disc_at(board, "card", 1.0)
    assert place is not None and disc_at(board, "one", 1.0) is None
    QTest.mouseMove(workspace.view.viewport(), workspace.view.camera.view_point((-400, 0)).toPoint())
    click(workspace, *place)
    assert only(session.document, Node, "card").folded
    box = count_box(workspace.view.board.placed["card"])
    assert box is not None
    click(workspace, box.x, box.y)
    assert not only(session.document, Node, "card").folded


def test_a_folded_frame_is_a_bar_that_carries_what_it_hides(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    document = session.document
    nodes.add_node(
        document, Frame(id="frame", map_id="first", x=300, y=100, width=400, height=600, title="Buying")
    )
    session.select(("frame",))
    do(window, "fold")
    board = workspace.view.board
    assert {"two", "shop"} <= board.away.keys() and "one" in board.placed
    assert board.placed["frame"].box.height < 80 and board.placed["frame"].setting.hidden == 2
    assert board.wiring.strands["arrow"].route is not None
    x, y = board.wiring.strands["arrow"].route.cubics[-1][3]
    assert board.placed["frame"].box.grown(8).holds(x, y), "the arrow ends at the bar"
    QTest.keyClick(workspace.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert (only(document, Node, "two").x, only(document, Node, "shop").x) == (310, 310)
    assert workspace.outline.model.index_of("two").isValid()
    do(window, "fold")
    assert {"two", "shop"} <= board.placed.keys() and not board.away


def test_what_was_folded_is_selected_in_place_of_what_it_hides(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    session.select(("deep", "one"))
    folding.set_folded(session.document, ("card",), True)
    assert session.selection == ("card", "one")
    frame = Frame(id="frame", map_id="first", x=300, y=100, width=400, height=600, title="Buying")
    nodes.add_node(session.document, frame)
    session.select(("shop",))
    folding.set_folded(session.document, ("frame",), True)
    assert session.selection == ("frame",)
    do(window, "remove")
    session.undo()
    assert session.document.get("shop") is not None


def test_what_is_out_of_sight_after_going_back_is_selected_no_more(
    window: MainWindow, session: Session
) -> None:
    session.select(("card",))
    do(window, "step_in")
    do(window, "step_out")
    session.select(("one",))
    do(window, "back")
    assert session.drill.within == "card" and session.selection == ()


# Finding


def typed(workspace: Workspace, text: str) -> None:
    workspace.find_bar.open()
    QTest.keyClicks(workspace.find_bar.words, text)


def test_what_is_typed_is_found_at_once_and_steps_go_round(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    fields.set_field(session.document, ("two",), "title", "Séarch again")
    typed(workspace, "sEarch")
    assert session.selection == ("one",)
    assert workspace.find_bar.count.text() == "1 of 2"
    assert workspace.view.overlay.found == {"one", "two"}
    QTest.keyClick(workspace.find_bar.words, Qt.Key.Key_Return)
    assert session.selection == ("two",)
    QTest.keyClick(workspace.find_bar.words, Qt.Key.Key_Return)
    assert session.selection == ("one",)
    QTest.keyClick(workspace.find_bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert session.selection == ("two",) and workspace.find_bar.count.text() == "2 of 2"
    QTest.keyClick(workspace.find_bar.words, Qt.Key.Key_Escape)
    assert workspace.find_bar.isHidden() and session.selection == ("two",)
    assert workspace.view.hasFocus() and not workspace.view.overlay.found
    do(window, "find_next")
    assert session.selection == ("one",), "F3 goes on with the same words"


def test_a_match_that_is_folded_away_is_unfolded_when_it_is_gone_to(
    workspace: Workspace, session: Session
) -> None:
    document = session.document
    folding.fold_all(document, ["card"])
    before = document.history[1]
    typed(workspace, "deeper")
    assert session.selection == () and document.history[1] == before, "typing changes nothing"
    QTest.keyClick(workspace.find_bar.words, Qt.Key.Key_Return)
    assert session.selection == ("deep",) and "deep" in workspace.view.board.placed
    assert document.history[1] == before + 1


def test_a_match_that_is_too_small_to_read_is_come_near_and_left_again(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    view = workspace.view
    view.look_at((0.0, 0.0, 0.1))
    typed(workspace, "buy")
    assert view.camera.scale == pytest.approx(0.1)
    QTest.keyClick(workspace.find_bar.words, Qt.Key.Key_Return)
    QTest.keyClick(workspace.find_bar.words, Qt.Key.Key_Return)
    assert view.camera.scale > 0.45
    assert view.camera.visible.meets(view.board.placed[session.selection[0]].box)
    window.deeds.deed("back").trigger()
    assert view.camera.scale == pytest.approx(0.1)


def test_other_maps_are_offered_and_stepped_to(workspace: Workspace, session: Session) -> None:
    typed(workspace, "elsewhere")
    assert "1" in workspace.find_bar.count.text() and session.map_id == "first"
    workspace.find_bar.everywhere.click()
    QTest.keyClick(workspace.find_bar.words, Qt.Key.Key_Return)
    assert session.map_id == "second" and session.selection == ("far",)


def test_nothing_found_is_told(workspace: Workspace, session: Session) -> None:
    typed(workspace, "zebra")
    assert workspace.find_bar.count.text() == "No match" and workspace.find_bar.words.property("alarm")
    QTest.keyClick(workspace.find_bar.words, Qt.Key.Key_Return)
    assert session.selection == ()


def test_escape_on_the_map_ends_the_search_when_nothing_else_is_to_be_ended(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    typed(workspace, "Search")
    workspace.view.setFocus()
    do(window, "back_out")
    assert session.selection == () and workspace.find_bar.isVisible()
    do(window, "back_out")
    assert not workspace.find_bar.isVisible() and workspace.view.overlay.found == frozenset()


# Filtering


def test_what_does_not_meet_the_filter_is_pale_until_the_strip_is_closed(
    workspace: Workspace, session: Session, qtbot: Any
) -> None:
    strip = workspace.filter_bar
    strip.open()
    assert strip.count.text() == "6 of 6 shown"  # what stands beside it does not jump when somebody chooses
    kinds, _, channels, evidence, _ = strip.buttons
    kinds.choose(frozenset(("stage",)))
    assert session.faded == {"card", "need", "deep", "shop"}
    assert workspace.view.surface.tiles.pale.keys() == session.faded
    assert strip.count.text() == "2 of 6 shown"
    nodes.remove(session.document, ("two",))
    qtbot.waitUntil(lambda: strip.count.text() == "1 of 5 shown")
    session.undo()
    strip.select_matching()
    assert set(session.selection) == {"one", "two"} and workspace.view.hasFocus()
    fields.set_field(session.document, ("shop",), "channel", "store")
    channels.fill()
    assert [row.text() for row in channels.menu().actions()] == ["Store"]
    kinds.choose(frozenset())
    channels.menu().actions()[0].trigger()
    assert "shop" not in session.faded and "one" in session.faded
    evidence.fill()
    assert len(evidence.menu().actions()) == 2
    session.show_map("second")
    assert session.faded == {"far"}
    strip.open()
    QTest.keyClick(strip.words, Qt.Key.Key_Escape)
    assert strip.isHidden() and not session.faded and strip.filter.is_empty


def darkest(view: QWidget, box: QRect) -> int:
    image = view.grab(box).toImage()
    return min(
        image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())
    )


def test_pale_cards_are_painted_pale(workspace: Workspace, session: Session, qtbot: Any) -> None:
    view = workspace.view
    view.camera.look_at(300, 150, 1.0)
    session.select(())
    box = view.board.placed["shop"].box
    place = QRect(
        view.camera.view_point((box.left, box.top)).toPoint(), QSize(int(box.width), int(box.height))
    )
    qtbot.waitUntil(lambda: darkest(view.viewport(), place) < 80)
    session.fade(frozenset(("shop",)))
    qtbot.waitUntil(lambda: darkest(view.viewport(), place) > 150)
    session.fade(frozenset())
    qtbot.waitUntil(lambda: darkest(view.viewport(), place) < 80)


# Going back, and the overview


def test_jumps_are_gone_back_and_pans_are_not(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    camera = workspace.view.camera
    do(window, "zoom_to_fit")
    start = camera.place
    session.select(("shop",))
    do(window, "zoom_to_selection")
    near = camera.place
    session.show_map("second")
    do(window, "back")
    assert session.map_id == "first" and camera.place == near
    do(window, "back")
    assert camera.place == start
    do(window, "forward")
    assert camera.place == near
    QTest.mouseClick(workspace.view.viewport(), Qt.MouseButton.ForwardButton)
    assert session.map_id == "second"
    QTest.mouseClick(workspace.view.viewport(), Qt.MouseButton.BackButton)
    camera.pan(500, 0)
    do(window, "back")
    assert camera.place == start, "a pan is no jump"


def test_the_overview_leads_the_view(
    window: MainWindow, workspace: Workspace, session: Session, qtbot: Any
) -> None:
    do(window, "overview")
    overview, camera = workspace.overview, workspace.view.camera
    workspace.view.viewport().grab()
    qtbot.waitUntil(overview.isVisible)  # as soon as there is a picture
    camera.look_at(0, 0, 2.0)
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    x, y, scale = camera.place
    whole = workspace.view.surface.tiles.whole.box
    assert (x, y) == pytest.approx((whole.left, whole.top), abs=40) and scale == 2.0
    do(window, "back")
    assert camera.place[:2] == pytest.approx((0, 0), abs=2)
    window.remember(window.projects.settings)
    assert window.projects.settings.overview_shown
    window.resize(window.minimumSize())
    QApplication.processEvents()
    assert overview.height() <= workspace.view.height() * 0.4 + 1  # a small view is not covered
    do(window, "overview")
    assert overview.isHidden()


# Stepping in and out


def crumbs(workspace: Workspace) -> list[str]:
    row = workspace.breadcrumb.row
    found = (item.widget() for place in range(row.count()) if (item := row.itemAt(place)) is not None)
    return [part.text() for part in found if isinstance(part, QPushButton | QLabel) and part.text()]


def test_stepping_into_a_node_shows_it_alone_and_out_again_what_was_seen(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    session.select(("need",))
    place = workspace.view.camera.place
    do(window, "step_in")
    assert workspace.view.board.placed.keys() == {"need", "deep"}
    assert workspace.breadcrumb.isVisible() and crumbs(workspace) == ["First", "A need"]
    session.select(("deep",))
    do(window, "step_in")
    assert crumbs(workspace) == ["First", "A need", "Deeper"]
    do(window, "select_all")
    assert session.selection == ("deep",)
    do(window, "step_out")
    assert session.selection == ("deep",) and session.drill.within == "need"
    workspace.breadcrumb.findChild(QPushButton).click()
    assert not session.drill.path and workspace.breadcrumb.isHidden()
    assert workspace.view.camera.place == pytest.approx(place, abs=20)
    do(window, "back")
    assert session.drill.within == "need"
    do(window, "forward")
    assert not session.drill.path


def test_new_nodes_land_in_the_frame_that_is_in_view(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    document = session.document
    nodes.add_node(document, Frame(id="frame", map_id="first", x=300, y=100, width=400, height=600))
    folding.set_folded(document, ("frame",), True)
    session.select(("frame",))
    do(window, "step_in")
    assert workspace.view.board.placed.keys() == {"frame", "two", "shop"}
    workspace.view.camera.look_at(5000, 5000, 1.0)
    do(window, "insert_note")
    (note,) = document.all(Note)
    assert note.id in workspace.view.board.placed and session.drill.within == "frame"
    session.select(("one",))
    assert not session.drill.path, "what lies outside leads out"


def test_what_is_undone_outside_leads_out_and_what_is_gone_cannot_be_in_view(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    document = session.document
    fields.set_field(document, ("one",), "title", "Changed")
    fields.set_field(document, ("deep",), "title", "Changed too")
    session.select(("need",))
    do(window, "step_in")
    session.undo()
    assert session.drill.within == "need"
    session.undo()
    assert not session.drill.path and "one" in workspace.view.board.placed
    session.select(("need",))
    do(window, "step_in")
    nodes.remove(document, ("need",))
    assert not session.drill.path and "card" in workspace.view.board.placed
    session.undo()
    session.select(("need",))
    do(window, "step_in")
    session.show_map("second")
    assert not session.drill.path and workspace.breadcrumb.isHidden()
    assert "far" in workspace.view.board.placed


def test_undo_in_the_middle_of_a_drag_takes_back_the_drag_alone(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    document, view = session.document, workspace.view
    card = next(node for node in document.all(Stage) if node.map_id == session.map_id)
    nodes.move(document, (card.id,), 30, 0)
    view.camera.look_at(card.x + 30, card.y, 1.0)
    start = view.camera.view_point((card.x + 30, card.y)).toPoint()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, pos=start)
    for step in (QPoint(20, 0), QPoint(60, 40)):
        at = QPointF(start + step)
        QApplication.sendEvent(
            view.viewport(),
            QMouseEvent(QEvent.Type.MouseMove, at, at, left, left, Qt.KeyboardModifier.NoModifier),
        )
    assert document.open_edit is not None
    do(window, "undo")
    moved = document.find(Stage, card.id)
    assert document.open_edit is None and moved is not None and (moved.x, moved.y) == (card.x + 30, card.y)
    QTest.mouseRelease(view.viewport(), left, pos=start)
    do(window, "undo")
    assert document.find(Stage, card.id) == card
