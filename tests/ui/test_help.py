"""The guide is read beside the work, and the tour goes on when its steps have been done."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from journeydesk import guide
from journeydesk.ui.guide.window import Guide
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from journeydesk.ui.tips import TIPS, TipLine
from journeydesk.ui.tour.card import TourCard
from journeydesk.ui.tour.steps import STEPS
from journeydesk.ui.welcome import Welcome
from journeydesk.ui.workspace import Workspace


def opened(window: MainWindow) -> Guide:
    window.deeds.deed("show_guide").trigger()
    return window.findChildren(Guide)[-1]


def shown_pages(found: Guide) -> list[int]:
    return [row for row in range(found.pages.count()) if not found.pages.item(row).isHidden()]


def test_the_guide_leaves_its_window_free_and_is_open_once(window: MainWindow, workspace: Workspace) -> None:
    found = opened(window)
    assert found.isVisible() and not found.isModal()
    assert opened(window) is found
    workspace.view.setFocus()
    window.deeds.deed("insert_note").trigger()
    assert workspace.session.selection


def test_a_search_leaves_the_pages_that_hold_all_words(window: MainWindow) -> None:
    found = opened(window)
    QTest.keyClicks(found.wanted, "clicker")
    everything = len(guide.PAGES)
    assert 0 < len(shown_pages(found)) < everything
    assert found.pages.currentRow() in shown_pages(found)
    found.wanted.clear()
    assert len(shown_pages(found)) == everything


def test_a_link_leads_to_its_page(window: MainWindow) -> None:
    found = opened(window)
    found.text.anchorClicked.emit("paper.md")
    assert "Posters" in found.text.toPlainText()[:60]


def started(program: Program, window: MainWindow, qtbot: Any) -> tuple[TourCard, Workspace]:
    window.deeds.deed("start_tour").trigger()
    shown = program.window
    assert shown is not None and shown.workspace is not None
    qtbot.waitExposed(shown)
    return shown.findChildren(TourCard)[-1], shown.workspace


def test_the_tour_starts_on_a_sample_and_leaves_what_is_open_alone(
    program: Program, window: MainWindow, qtbot: Any
) -> None:
    before = window.session
    card, workspace = started(program, window, qtbot)
    assert window.session is before or before is None or not before.saving.is_modified
    assert "Lucy" in workspace.session.title
    assert card.isVisible() and card.place == 0


def test_a_step_goes_on_when_it_has_been_done(program: Program, window: MainWindow, qtbot: Any) -> None:
    card, workspace = started(program, window, qtbot)
    card.go_on()
    workspace.view.zoom.closer()
    qtbot.waitUntil(lambda: card.place == 2)
    workspace.session.select((next(iter(workspace.view.board.placed)),))
    qtbot.waitUntil(lambda: card.place == 3)


def test_the_tour_ends_after_its_last_step_and_gives_the_keyboard_back(
    program: Program, window: MainWindow, qtbot: Any
) -> None:
    card, workspace = started(program, window, qtbot)
    for _ in STEPS[:-1]:
        card.go_on()
    assert card.place == len(STEPS) - 1
    QTest.mouseClick(card.on, Qt.MouseButton.LeftButton)
    assert card.isHidden()
    assert workspace.window().focusWidget() is workspace.view


def test_another_tip_is_shown_for_the_asking(blank_window: MainWindow) -> None:
    page = blank_window.pages.currentWidget()
    assert isinstance(page, Welcome)
    (line,) = page.findChildren(TipLine)
    seen = set()
    for _ in TIPS:
        seen.add(line.text.text())
        line.turn()
    assert len(seen) == len(TIPS)
    assert all("{" not in text for text in seen)
    assert page.findChildren(QLabel)
