"""Lucy's journey, drawn with the keyboard alone and followed by ear: each step is heard before the next."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeydesk.kinds.branch import Branch
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from tests.ui.hearing import Role, focused, heard

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


class Ear:
    """A person who does not see the screen: presses keys where the keyboard is, and hears."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.said: list[str] = []

    def updateAccessibility(self, event: Any) -> None:
        """Takes the place of Qt's, which gives announcements to a screen reader."""
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.said.append(event.message())

    @property
    def place(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> str:
        """Presses a key; gives what was said then."""
        before = len(self.said)
        self.window.refresh()
        QTest.keyClick(self.place, key, modifiers)
        QApplication.processEvents()
        return " | ".join(self.said[before:])

    def type(self, text: str) -> None:
        QTest.keyClicks(self.place, text)

    def write(self, text: str) -> None:
        """Writes what an editor on the map asks for."""
        assert focused().name == "Text"
        self.type(text)
        assert heard(self.place).value == text
        self.press(Key.Key_Return)


@pytest.fixture
def ear(
    blank_window: MainWindow, program: Program, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Ear]:
    QAccessible.setActive(True)
    program.new("blank")
    qtbot.waitUntil(lambda: blank_window.session is not None)
    blank_window.activateWindow()
    assert blank_window.workspace is not None
    blank_window.workspace.view.setFocus()
    qtbot.waitUntil(blank_window.workspace.view.hasFocus)
    listener = Ear(blank_window)
    monkeypatch.setattr("journeydesk.ui.announcing.QAccessible", listener)
    yield listener
    QAccessible.setActive(False)


def test_lucys_journey_is_drawn_by_keyboard_and_by_ear(ear: Ear, qtbot: Any) -> None:
    session = ear.window.session
    assert session is not None and ear.window.workspace is not None
    assert focused().name == "Map"
    assert "still empty" in focused().about

    # The stages, each from the one before, with what she feels there.
    assert ear.press(Key.Key_1, CTRL | ALT).startswith("Add Stage")
    ear.write("Too many messages")
    assert focused().about == "Stage 1, Too many messages"
    ear.press(Key.Key_1, CTRL)
    assert focused().about == "Stage 1, Too many messages, sentiment -2"
    for number, title in enumerate(("Seeing what exists", "Comparing"), 2):
        assert ear.press(Key.Key_Right, CTRL | SHIFT).startswith("Add connected node")
        ear.write(title)
        assert focused().about == f"Stage {number}, {title}"

    # What stops her there, where she decides, and how many go elsewhere.
    ear.press(Key.Key_Tab)
    ear.write("We already pay for two tools")
    assert "We already pay for two tools" in focused().about
    assert ear.press(Key.Key_Left) == "Stage 3, Comparing, 1 branch"
    ear.press(Key.Key_4, CTRL | ALT)
    ear.write("Another product")
    assert focused().about == "Outcome, Another product"
    ear.press(Key.Key_3, CTRL | ALT)
    ear.write("Do we sign?")
    ear.press(Key.Key_J, CTRL | ALT)
    assert focused().name == "Connect To"
    ear.type("another")
    assert ear.said[-1].startswith("Another product")
    ear.press(Key.Key_Return)
    assert focused().about == "Arrow to Another product"
    ear.press(Key.Key_F4, SHIFT)
    assert (focused().role, focused().name) == (Role.SpinBox, "Share")
    ear.type("25")
    ear.press(Key.Key_Return)
    assert (focused().value, focused().about) == ("25", "%")
    ear.press(Key.Key_Escape)
    assert focused().about == "Arrow to Another product, 25%"

    # Who she is, and what she needs.
    ear.press(Key.Key_5, CTRL | ALT)
    ear.write("Lucy Bennett")
    assert focused().about == "Persona, Lucy Bennett"
    ear.press(Key.Key_Tab)
    ear.write("One place for every channel")
    assert ear.press(Key.Key_Z, CTRL).startswith("Undone: ")
    ear.press(Key.Key_Z, CTRL | SHIFT)

    # The outline reads the same, row by row.
    outline = ear.window.workspace.outline
    last = session.document.all(Branch)[-1].id
    qtbot.waitUntil(lambda: outline.model.index_of(last).isValid())
    ear.press(Key.Key_O, CTRL | ALT)
    ear.press(Key.Key_Home)
    rows = [focused().name]
    for _ in range(20):
        ear.press(Key.Key_Down)
        rows.append(focused().name)
    told = " | ".join(rows)
    for row in ("Stage 1, Too many messages, sentiment -2", "Stage 3, Comparing", "Persona, Lucy Bennett"):
        assert row in told

    # And all of it at once.
    ear.press(Key.Key_D, CTRL | ALT)
    assert focused().name == "The Map in Words"
    whole = heard(ear.place).value
    assert "Decision “Do we sign?”: Another product, 25%." in whole
    assert "One place for every channel" in whole
    ear.press(Key.Key_Escape)
    assert session.document.history[1] > 10
