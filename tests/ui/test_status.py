"""The bar at the bottom: hints are read to their end, and what is in danger is said in words."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeydesk.ui.cards import ShortLabel
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from journeydesk.ui.saving import Safety
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace
from tests.ui.mouse import Hand

LONG = "Drag to another card to connect, or into the open for a new one; Esc cancels, and so on"


def hint(window: MainWindow) -> ShortLabel:
    label = window.status.findChild(ShortLabel)
    assert label is not None
    return label


def test_a_long_hint_has_room_in_a_narrow_window_and_else_ends_in_dots(
    window: MainWindow, session: Session
) -> None:
    window.resize(1024, 640)
    session.hint_changed.emit(LONG)
    assert (hint(window).text(), hint(window).toolTip()) == (LONG, "")
    session.hint_changed.emit(LONG * 3)
    assert hint(window).text().endswith("…") and hint(window).toolTip() == LONG * 3
    session.hint_changed.emit("")
    assert (hint(window).text(), hint(window).toolTip()) == ("", "")


def test_a_hint_does_not_touch_the_edge_of_the_window(
    window: MainWindow, program: Program, session: Session
) -> None:
    program.dress("light")
    shown = program.seats[0].window
    assert shown is not None
    session.hint_changed.emit(LONG)
    label = hint(shown)
    assert label.mapTo(shown.status, label.contentsRect().topLeft()).x() >= 12


def test_what_an_action_says_of_itself_gives_way_to_what_a_gesture_says(
    window: MainWindow, session: Session
) -> None:
    QApplication.sendEvent(window, QStatusTipEvent("Places a stage"))
    assert hint(window).text() == "Places a stage" and window.status.currentMessage() == ""
    session.hint_changed.emit("Let go to place it here")
    assert hint(window).text() == "Let go to place it here"
    QApplication.sendEvent(window, QStatusTipEvent("Places a note"))
    QApplication.sendEvent(window, QStatusTipEvent(""))
    assert hint(window).text() == "Let go to place it here"


def test_a_hint_about_what_is_under_the_pointer_goes_with_it(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    hand, viewport = Hand(workspace.view), workspace.view.viewport()
    QTest.mouseMove(viewport, hand.at(0, 0))
    assert hint(window).text()
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert hint(window).text() == ""
    workspace.view.choose_tool("note")
    told = hint(window).text()
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert told and hint(window).text() == told


def test_in_a_narrow_window_a_sign_tells_that_all_is_well_and_words_that_it_is_not(
    window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.resize(1280, 800)
    wide = window.status._safety.text()
    assert "Clinic.journey" in wide
    window.resize(1000, 640)
    assert window.status._safety.text() == ""
    assert window.status._safety.toolTip() == wide.strip()
    monkeypatch.setattr(session.saving, "safety", Safety.FAILED)
    window.status.show_safety()
    assert window.status._safety.text() != ""
