"""A workshop: what is said is caught line by line, voted for by number, and put on the map."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.note import Note
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.queries import children
from journeydesk.model.records import Comment
from journeydesk.operations.remarks import park, parked
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.panels.records_list import carrying
from journeydesk.ui.session import Session
from journeydesk.ui.workshop.countdown import Countdown, CountdownBar
from journeydesk.ui.workshop.start import workshop_of
from journeydesk.ui.workshop.window import WorkshopWindow
from journeydesk.ui.workspace import Workspace
from tests.ui.ground import do, steps


@pytest.fixture
def held(window: MainWindow, workspace: Workspace, qtbot: Any) -> Iterator[WorkshopWindow]:
    do(window, "workshop")
    found = workshop_of(workspace)
    assert found is not None
    qtbot.waitExposed(found)
    found.activateWindow()
    found.panel.take_keyboard()
    qtbot.waitUntil(found.panel.field.hasFocus)
    yield found
    if workshop_of(workspace) is not None:
        found.leave()
    QApplication.processEvents()


def say(held: WorkshopWindow, *lines: str) -> None:
    for line in lines:
        QTest.keyClicks(held.panel.field, line)
        QTest.keyClick(held.panel.field, Qt.Key.Key_Return)


def texts(session: Session) -> list[str]:
    return [remark.text for remark in parked(session.document, session.map_id)]


def votes(session: Session) -> list[int]:
    return [remark.votes for remark in parked(session.document, session.map_id)]


def test_every_line_is_parked_at_once_and_taken_back_one_by_one(
    held: WorkshopWindow, session: Session
) -> None:
    before = steps(session)
    say(held, "Prices", "", "The hotline", "   ", "Delivery")
    assert texts(session) == ["Prices", "The hotline", "Delivery"] and steps(session) == before + 3
    assert held.panel.field.text == "" and held.panel.lot.count() == 3
    assert len(held.panel.lot.chosen) == 1  # the last one alone
    session.undo()
    assert texts(session) == ["Prices", "The hotline"] and held.panel.lot.count() == 2


def test_lines_that_are_pasted_become_as_many_remarks(held: WorkshopWindow, session: Session) -> None:
    field = held.panel.field
    QTest.keyClicks(field, "One: ")
    mime = QMimeData()
    mime.setText("first\r\n\n  second\nthird")
    field.insertFromMimeData(mime)
    assert texts(session) == ["One: first", "second", "third"] and field.text == ""
    mime.setText("a word")
    field.insertFromMimeData(mime)
    assert field.text == "a word" and len(texts(session)) == 3


def test_what_stands_in_the_field_is_kept_when_the_workshop_ends(
    held: WorkshopWindow, session: Session, workspace: Workspace, window: MainWindow
) -> None:
    QTest.keyClicks(held.panel.field, "Half a thou")
    QTest.keyClick(held.panel.field, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert texts(session) == ["Half a thou"]
    assert workspace.view.window() is window and workspace.view.isVisible()


@pytest.mark.parametrize(("count", "typed", "expected"), [(3, "22", 2), (12, "12\r", 12), (12, "5", 5)])
def test_numbers_vote_while_the_list_has_the_keyboard(
    held: WorkshopWindow, session: Session, count: int, typed: str, expected: int
) -> None:
    say(held, *(f"Remark {n}" for n in range(count)))
    QTest.keyClick(held.panel.field, Qt.Key.Key_Tab)
    assert held.panel.lot.hasFocus()
    for letter in typed:
        QTest.keyClick(held.panel.lot, letter if letter != "\r" else Qt.Key.Key_Return)
    assert votes(session)[expected - 1] == (2 if typed == "22" else 1) and sum(votes(session)) <= 2
    QTest.keyClick(held.panel.lot, Qt.Key.Key_Minus)  # takes one from what is chosen, which may have none
    assert len(texts(session)) == count


def test_a_number_that_could_go_on_waits_a_moment(held: WorkshopWindow, session: Session, qtbot: Any) -> None:
    say(held, *(f"Remark {n}" for n in range(11)))
    held.panel.lot.enter()
    QTest.keyClick(held.panel.lot, "1")
    assert sum(votes(session)) == 0
    qtbot.waitUntil(lambda: votes(session)[0] == 1)


def test_the_rows_can_be_put_in_the_order_of_votes_and_keep_their_numbers(
    held: WorkshopWindow, session: Session
) -> None:
    say(held, "A", "B", "C")
    held.panel.lot.enter()
    QTest.keyClicks(held.panel.lot, "332")
    held.panel.by_votes.setChecked(True)
    assert [held.panel.lot.item(row).text() for row in range(3)] == ["C", "B", "A"]
    QTest.keyClicks(held.panel.lot, "1")
    assert votes(session) == [1, 1, 2]


def test_a_letter_in_the_list_goes_on_in_the_field(held: WorkshopWindow) -> None:
    say(held, "A")
    held.panel.lot.enter()
    QTest.keyClicks(held.panel.lot, "N")
    QTest.keyClicks(held.panel.field, "ext")
    assert held.panel.field.hasFocus() and held.panel.field.text == "Next"


def test_a_remark_is_changed_in_the_field_or_left_as_it_was(held: WorkshopWindow, session: Session) -> None:
    say(held, "Prize", "Other")
    held.panel.lot.enter()
    QTest.keyClick(held.panel.lot, Qt.Key.Key_Home)
    QTest.keyClick(held.panel.lot, Qt.Key.Key_F2)
    assert held.panel.field.hasFocus() and held.panel.field.text == "Prize"
    QTest.keyClick(held.panel.field, Qt.Key.Key_Escape)
    assert held.isVisible() and texts(session) == ["Prize", "Other"] and held.panel.field.text == ""
    held.panel.lot.enter()
    QTest.keyClick(held.panel.lot, Qt.Key.Key_F2)
    held.panel.field.selectAll()
    say(held, "Price")
    assert texts(session) == ["Price", "Other"]
    held.panel.lot.enter()
    QTest.keyClick(held.panel.lot, Qt.Key.Key_Delete)
    assert texts(session) == ["Other"] and held.panel.lot.chosen


def test_remarks_are_sent_to_the_map_by_keys(
    held: WorkshopWindow, session: Session, window: MainWindow
) -> None:
    say(held, "A note", "A shop", "A branch")
    held.panel.lot.enter()
    QTest.keyClick(held.panel.lot, Qt.Key.Key_Home)
    QTest.keyClicks(held.panel.lot, "++")
    QTest.keyClick(held.panel.lot, Qt.Key.Key_Return)
    note = session.document.all(Note)[0]
    assert (note.title, note.votes) == ("A note", 2) and session.selection == (note.id,)
    touchpoint, branch = (
        window.deeds.deed(f"insert_{kind}").shortcut()[0] for kind in ("touchpoint", "branch")
    )
    QTest.keyClick(held.panel.lot, touchpoint.key(), touchpoint.keyboardModifiers())
    assert "A shop" in {node.title for node in session.document.all(Touchpoint)}
    session.select(("one",))
    QTest.keyClick(held.panel.lot, branch.key(), branch.keyboardModifiers())
    assert [node.title for node in children(session.document, "one")] == ["A branch"]
    assert session.selection == ("one",) and texts(session) == [] and held.panel.lot.hasFocus()
    session.undo()
    assert texts(session) == ["A branch"]


def test_a_button_sends_what_is_chosen(held: WorkshopWindow, session: Session) -> None:
    say(held, "Decide", "Together")
    held.panel.lot.selectAll()
    before = steps(session)
    held.panel.sending.buttons["decision"].click()
    assert texts(session) == [] and steps(session) == before + 1
    assert held.panel.sending.buttons["decision"].isChecked() and held.panel.lot.kind == "decision"
    held.panel.sending.buttons["note"].click()
    assert steps(session) == before + 1


def drop(workspace: Workspace, mime: QMimeData, point: tuple[float, float]) -> None:
    """Lets something go over the map."""
    place = workspace.view.camera.view_point(point)
    more = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (QDragEnterEvent(place.toPoint(), *more), QDropEvent(place, *more)):
        QApplication.sendEvent(workspace.view.viewport(), event)


def test_remarks_are_dragged_onto_the_map(
    held: WorkshopWindow, session: Session, workspace: Workspace
) -> None:
    say(held, "On paper", "Under a node")
    first, second = (remark.id for remark in parked(session.document, session.map_id))
    drop(workspace, carrying(first, "touchpoint"), (700, 500))
    made = next(node for node in session.document.all(Touchpoint) if node.title == "On paper")
    assert (made.x, made.y) == pytest.approx((700, 500), abs=2)
    assert held.panel.field.hasFocus()
    drop(workspace, carrying(second, "touchpoint"), (0, 0))
    assert [node.title for node in children(session.document, "one")] == ["Under a node"]
    assert session.document.find(Comment, second) is not None and not texts(session)
    session.undo()
    assert texts(session) == ["Under a node"]


def test_the_map_answers_its_keys_and_leads_back_to_the_field(
    held: WorkshopWindow, session: Session, workspace: Workspace, qtbot: Any
) -> None:
    view = workspace.view
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    session.select(("one",))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert session.selection == () and view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert held.panel.field.hasFocus() and held.isVisible()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert held.panel.field.hasFocus()
    say(held, "Oops")
    QApplication.processEvents()  # the actions learn what can be undone
    QTest.keyClick(held.panel.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(session) == []


def test_nothing_else_borrows_the_map_meanwhile_and_the_same_key_ends_it(
    held: WorkshopWindow, window: MainWindow, workspace: Workspace
) -> None:
    do(window, "present")
    assert workshop_of(workspace) is held
    do(window, "workshop")
    assert workshop_of(workspace) is None and workspace.view.window() is window


def test_another_map_has_a_parking_lot_of_its_own(held: WorkshopWindow, session: Session) -> None:
    say(held, "On the first")
    session.show_map("second")
    assert held.panel.lot.count() == 0
    say(held, "On the second")
    assert texts(session) == ["On the second"]
    session.show_map("first")
    assert held.panel.lot.item(0).text() == "On the first"


def test_a_branch_without_a_node_stands_alone(held: WorkshopWindow, session: Session) -> None:
    say(held, "Alone")
    held.panel.lot.enter()
    held.panel.send("branch")
    assert any(node.title == "Alone" and not node.parent_id for node in session.document.all(Branch))


# The countdown


def test_the_time_goes_by_rests_and_ends_where_it_is_seen(qtbot: Any) -> None:
    now = [100.0]
    timer = Countdown(now=lambda: now[0])
    bar = CountdownBar(timer)
    qtbot.addWidget(bar)
    timer.switch()
    now[0] += 61.2
    timer.tick()
    assert bar.figures.text() == "3:59" and timer.runs
    timer.switch()
    now[0] += 1000
    timer.tick()
    assert bar.figures.text() == "3:59" and not timer.runs and bar.over.isHidden()
    timer.add()
    assert bar.figures.text() == "4:59"
    timer.switch()
    now[0] += 299
    with qtbot.waitSignal(timer.ended):
        timer.tick()
    assert bar.figures.text() == "0:00" and timer.is_over and not timer.runs
    assert not bar.over.isHidden() and bar.property("over") is True
    timer.add()
    assert timer.runs and timer.left == 60.0 and bar.over.isHidden()
    timer.restart()
    assert timer.left == timer.span and not timer.runs


def test_keys_start_and_lengthen_the_time(held: WorkshopWindow) -> None:
    QTest.keyClick(held.panel.field, Qt.Key.Key_F3)
    assert held.countdown.runs
    QTest.keyClick(held.panel.field, Qt.Key.Key_F4)
    assert held.countdown.left > 300
    QTest.keyClick(held.panel.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert not held.countdown.runs


def test_every_touch_target_is_large_enough(held: WorkshopWindow) -> None:
    held.resize(1280, 800)
    say(held, "A")
    QApplication.processEvents()
    assert held.panel.lot.visualItemRect(held.panel.lot.item(0)).height() >= 48
    for button in (*held.panel.sending.buttons.values(), held.clock.start, held.clock.more, held._end):
        assert button.height() >= 44
    letters = held.panel.field.font().pixelSize()
    assert letters >= 800 / 27


def test_a_vote_leaves_the_list_where_it_was_scrolled_to(held: WorkshopWindow, session: Session) -> None:
    park(session.document, session.map_id, *(f"Remark {n}" for n in range(40)))
    bar = held.panel.lot.verticalScrollBar()
    QApplication.processEvents()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    held.panel.lot.setFocus()
    QTest.keyClicks(held.panel.lot, "9")
    assert votes(session)[8] == 1 and bar.value() == place > 0
    held.panel.by_votes.setChecked(True)
    assert bar.value() == 0 and held.panel.lot.item(0).text() == "Remark 8"
