"""What keys do on the map and in the outline."""

import sys

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeydesk.model import queries
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from journeydesk.ui.session import Session
from tests.ui.ground import place, press, steps

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_arrows_walk_and_shift_adds(window: MainWindow, view: MapView, session: Session) -> None:
    session.select(("one",))
    press(window, Qt.Key.Key_Right)
    assert session.selection == ("two",)
    press(window, Qt.Key.Key_Down, SHIFT)
    assert session.selection == ("two", "shop")


def test_with_nothing_selected_an_arrow_begins_at_the_first_card(
    window: MainWindow, view: MapView, session: Session
) -> None:
    press(window, Qt.Key.Key_Down)
    assert session.selection == ("card",)


def test_ctrl_and_an_arrow_moves_what_is_selected(
    window: MainWindow, view: MapView, session: Session
) -> None:
    session.select(("one", "two"))
    press(window, Qt.Key.Key_Left, CTRL)
    assert (place(session, "one"), place(session, "two")) == ((-10, 0), (290, 0))
    assert session.document.history[1] == 1


@pytest.mark.parametrize("modifier", [CTRL, ALT])
def test_a_branch_steps_among_its_siblings(
    window: MainWindow, view: MapView, session: Session, modifier: Qt.KeyboardModifier
) -> None:
    session.select(("need",))
    for _ in range(3):  # two on each side of the card
        view.setFocus()
        press(window, Qt.Key.Key_Return)
        press(window, Qt.Key.Key_Escape)
    (added,) = session.selection
    before = [child.id for child in queries.children(session.document, "card")]
    assert before[-1] == added
    QTest.keyClick(view.viewport().focusWidget() or view, Qt.Key.Key_Escape)
    session.select((added,))
    view.setFocus()
    press(window, Qt.Key.Key_Up, modifier)
    after = [child.id for child in queries.children(session.document, "card")]
    assert after == [*before[:2], added, before[2]]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="keys have other numbers there")
@pytest.mark.parametrize(
    ("key", "text", "scan", "felt"),
    [
        (Qt.Key.Key_1, "1", 10, -3),  # a French keyboard
        (Qt.Key.Key_Exclam, "!", 10, -3),  # an English one
        (Qt.Key.Key_5, "5", 14, 3),
        (Qt.Key.Key_Ampersand, "&", 16, 0),  # where it is chosen for something else
    ],
)
def test_shift_and_a_digit_mean_one_thing_on_every_keyboard(
    key: Qt.Key, text: str, scan: int, felt: int, window: MainWindow, program: Program, session: Session
) -> None:
    program.give_keys({"feel_4": ["Ctrl+Shift+7"]})
    session.select(("one",))
    window.refresh()
    view = window.focusWidget()
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, key, CTRL | SHIFT, scan, 0, 0, text)
        event.setAccepted(kind != QEvent.Type.ShortcutOverride)
        QApplication.sendEvent(view, event)
        assert event.isAccepted()
    assert getattr(session.document.get("one"), "sentiment", None) == felt
    assert steps(session) == 1


def test_in_the_outline_arrows_walk_over_rows_and_ctrl_moves(
    window: MainWindow, view: MapView, session: Session
) -> None:
    assert window.workspace is not None
    tree = window.workspace.outline.tree
    window.workspace.outline.take_keyboard()
    session.select(("one",))
    window.refresh()
    QTest.keyClick(tree, Qt.Key.Key_Right, CTRL)
    assert place(session, "one") == (10, 0)
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert session.selection == ("arrow",)


def test_escape_ends_a_gesture_then_the_tool_then_the_selection(
    window: MainWindow, view: MapView, session: Session
) -> None:
    start = view.camera.view_point((0, 0)).toPoint()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 5):
        QTest.mouseMove(view.viewport(), start + QPoint(8, 8) * step)
    press(window, Qt.Key.Key_Escape)
    assert session.document.open_edit is None
    assert session.selection == ("one",)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    view.choose_tool("connect")
    press(window, Qt.Key.Key_Escape)
    assert (view.pointer.tool, session.selection) == ("select", ("one",))
    press(window, Qt.Key.Key_Escape)
    assert session.selection == ()


@pytest.mark.parametrize("key", [Qt.Key.Key_Question, Qt.Key.Key_1, Qt.Key.Key_Left, Qt.Key.Key_Escape])
def test_while_a_text_is_written_on_the_map_plain_keys_belong_to_it(
    window: MainWindow, view: MapView, session: Session, key: Qt.Key
) -> None:
    session.select(("one", "two"))
    view.edit_text("one")
    box = window.focusWidget()
    assert box is not None and box is not view
    scale = view.camera.scale
    QTest.keyClick(box, key, SHIFT if key in (Qt.Key.Key_Question, Qt.Key.Key_1) else CTRL.NoModifier)
    assert session.selection == ("one", "two")
    assert view.camera.scale == scale
