"""The map is moved and its scale changed by wheel, trackpad, pinch, middle button, and Space held down."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeydesk.ui.editor.hand import Hand
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.session import Session

MIDDLE = QPointF(300, 200)
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def size() -> tuple[int, int]:
    return 600, 400


@pytest.fixture
def space(view: MapView) -> list[bool]:
    """How often the action of the key Space was done."""
    done: list[bool] = []
    deed = QAction(view)
    deed.setShortcut(Qt.Key.Key_Space)
    deed.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    deed.triggered.connect(lambda: done.append(True))
    view.addAction(deed)
    return done


def turn(
    view: MapView,
    turned: tuple[int, int] = (0, 0),
    pixels: tuple[int, int] = (0, 0),
    modifiers: Qt.KeyboardModifier = NONE,
    phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase,
) -> tuple[float, float]:
    """Turns the wheel; gives by how many pixels the map moved."""
    before = view.camera.view_point((0, 0))
    event = QWheelEvent(
        MIDDLE, view.viewport().mapToGlobal(MIDDLE), QPoint(*pixels), QPoint(*turned),
        Qt.MouseButton.NoButton, modifiers, phase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    moved = view.camera.view_point((0, 0)) - before
    return moved.x(), moved.y()


def test_the_wheel_moves_the_map_both_ways(view: MapView) -> None:
    assert turn(view, (0, -120)) == (0, -72)
    assert turn(view, (60, 120)) == (36, 72)
    assert turn(view, (0, 120), modifiers=SHIFT) == (72, 0)


def test_a_trackpad_that_tells_pixels_alone_is_followed_exactly(view: MapView) -> None:
    assert turn(view, pixels=(3, -5)) == (3, -5)
    assert turn(view) == (0, 0)


def test_small_turns_are_gathered(view: MapView) -> None:
    moved = sum(turn(view, (0, 2))[1] for _ in range(10))
    assert moved == 12


@pytest.mark.parametrize("delta", [120, -120, 1, -15, 960])
def test_zooming_keeps_the_point_under_the_pointer(delta: int, view: MapView) -> None:
    point, scale = view.camera.board_point(MIDDLE), view.camera.scale
    turn(view, (0, delta), modifiers=CTRL)
    place = view.camera.view_point(point)
    assert (place - MIDDLE).manhattanLength() < 1.5
    assert (view.camera.scale > scale) is (delta > 0)


def test_ctrl_does_not_turn_a_map_that_runs_on_into_one_that_grows(view: MapView) -> None:
    scale = view.camera.scale
    turn(view, (0, 20), phase=Qt.ScrollPhase.ScrollUpdate)
    turn(view, (0, 20), modifiers=CTRL, phase=Qt.ScrollPhase.ScrollMomentum)
    assert view.camera.scale == scale


def drag(view: MapView, button: Qt.MouseButton) -> QPointF:
    before = view.camera.view_point((0, 0))
    QTest.mousePress(view.viewport(), button, pos=QPoint(300, 200))
    for step in range(1, 5):
        QTest.mouseMove(view.viewport(), QPoint(300 + 10 * step, 200 - 5 * step))
    QTest.mouseRelease(view.viewport(), button, pos=QPoint(340, 180))
    return view.camera.view_point((0, 0)) - before


def test_the_middle_button_takes_hold_of_the_map(view: MapView, session: Session) -> None:
    assert drag(view, Qt.MouseButton.MiddleButton) == QPointF(40, -20)
    assert session.selection == ()


def test_a_press_of_space_does_what_its_action_says(view: MapView, space: list[bool]) -> None:
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert len(space) == 1


def test_space_held_down_takes_hold_of_the_map_and_does_nothing_else(
    view: MapView, space: list[bool], session: Session
) -> None:
    view.camera.look_at(0, 0, 1.0)  # a card lies under the pointer
    session.select(("two",))
    QTest.keyPress(view, Qt.Key.Key_Space)
    assert view.viewport().cursor().shape() is Qt.CursorShape.OpenHandCursor
    assert drag(view, Qt.MouseButton.LeftButton) == QPointF(40, -20)
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert space == []
    assert session.selection == ("two",)
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor
    assert not session.document.history[0]


def test_a_long_press_of_space_was_meant_for_the_map(
    view: MapView, space: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journeydesk.ui.editor.hand.SHORT", 0.0)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert space == []


def test_space_is_let_go_of_where_the_keyboard_goes_elsewhere(view: MapView, space: list[bool]) -> None:
    QTest.keyPress(view, Qt.Key.Key_Space)
    view.clearFocus()
    assert drag(view, Qt.MouseButton.LeftButton) == QPointF(0, 0)
    assert space == []
    assert isinstance(view._hand, Hand)


def test_two_fingers_zoom(view: MapView, qtbot: Any) -> None:
    device = QTest.createTouchDevice()
    scale, ground = view.camera.scale, view.viewport()
    QTest.touchEvent(ground, device).press(0, QPoint(280, 200)).press(1, QPoint(320, 200)).commit()
    for step in range(1, 12):
        left, right = QPoint(280 - 8 * step, 200), QPoint(320 + 8 * step, 200)
        QTest.touchEvent(ground, device).move(0, left).move(1, right).commit()
    QTest.touchEvent(ground, device).release(0, QPoint(180, 200)).release(1, QPoint(420, 200)).commit()
    assert view.camera.scale > scale * 1.5
