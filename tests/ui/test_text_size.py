"""The window's text grows to twice its size, and what holds it grows with it."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from journeydesk.ui.text_size import SIZES, beside, factor, scaled
from tests.ui.ground import do


@pytest.fixture(autouse=True)
def _usual_size(program: Program) -> Any:
    yield
    program.dress(text_size=100)


def cut(window: QWidget) -> list[str]:
    """The buttons whose text is wider or higher than they are."""
    return [
        f"{button.text()}: {button.size()} < {button.minimumSizeHint()}"
        for button in window.findChildren(QPushButton)
        if button.isVisible() and button.text() and button.height() < button.fontMetrics().height()
    ]


def test_sizes_follow_one_another_and_end_at_twice_the_usual() -> None:
    assert (SIZES[0], SIZES[-1]) == (100, 200)
    assert [beside(size, 1) for size in SIZES] == [*SIZES[1:], 200]
    assert [beside(size, -1) for size in SIZES] == [100, *SIZES[:-1]]
    assert beside(133, 1) == 150


def test_the_text_grows_by_key_and_is_kept(blank_window: MainWindow, program: Program) -> None:
    for size in SIZES[1:]:
        assert program.window is not None
        do(program.window, "larger_text")
        assert program.settings.text_size == size
    assert program.window is not None
    assert QApplication.font().pointSizeF() == 20
    assert factor() == pytest.approx(2, abs=0.01) and scaled(100) == 200 and scaled(100, most=150) == 150
    assert cut(program.window) == []
    do(program.window, "smaller_text")
    assert program.settings.text_size == 175


def test_a_journey_is_shown_with_text_of_twice_the_size(window: MainWindow, program: Program) -> None:
    program.dress(text_size=200)
    shown = program.window
    assert shown is not None and shown.workspace is not None
    assert cut(shown) == []
    assert shown.workspace.view.width() > 100
