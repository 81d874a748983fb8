"""Choosing other keys for actions, in the window."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from journeydesk.ui import settings
from journeydesk.ui.actions import action
from journeydesk.ui.dialogs.key_catcher import key_of
from journeydesk.ui.dialogs.key_choice import KeyChoice
from journeydesk.ui.dialogs.keys import KeysSheet
from journeydesk.ui.dialogs.shortcuts import KEYS, ShortcutsDialog
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from tests.ui.ground import settle

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def dialog(window: MainWindow, qapp: Any) -> Iterator[ShortcutsDialog]:
    window.show_dialog("shortcuts")
    found = window.findChild(ShortcutsDialog)
    assert found is not None
    yield found
    found.close()
    settle(qapp)


def choose(dialog: ShortcutsDialog, name: str) -> KeyChoice:
    dialog.tree.setCurrentItem(dialog.rows[name])
    return dialog.choice


def give(choice: KeyChoice, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    choice.catcher.click()
    QTest.keyClick(choice.catcher, key, modifiers)


def keys(window: MainWindow, name: str) -> list[str]:
    return [key.toString() for key in window.deeds.deed(name).shortcuts()]


def test_a_second_key_counts_at_once_and_is_kept(
    dialog: ShortcutsDialog, window: MainWindow, program: Program
) -> None:
    give(choose(dialog, "save"), Qt.Key.Key_J, CTRL)
    assert keys(window, "save") == ["Ctrl+S", "Ctrl+J"]
    assert settings.load().keys == {"save": ["Ctrl+S", "Ctrl+J"]}
    assert dialog.rows["save"].text(KEYS).endswith("Ctrl+J")
    program.add_window()
    other = program.window
    assert other is not None and other is not window
    assert keys(other, "save") == ["Ctrl+S", "Ctrl+J"]


def test_a_key_that_is_used_is_asked_for_in_words_first(dialog: ShortcutsDialog, window: MainWindow) -> None:
    choice = choose(dialog, "save")
    give(choice, Qt.Key.Key_D, CTRL)
    assert choice.told.text() == "Ctrl+D is used by “Duplicate”. Take it away there?"
    assert keys(window, "duplicate") == ["Ctrl+D"]
    choice.leave.click()
    assert (choice.told.text(), keys(window, "save")) == ("", ["Ctrl+S"])
    give(choice, Qt.Key.Key_D, CTRL)
    choice.take.click()
    assert (keys(window, "save"), keys(window, "duplicate")) == (["Ctrl+S", "Ctrl+D"], [])


def test_what_is_chosen_stays_in_view_when_a_question_takes_room(
    dialog: ShortcutsDialog, qapp: QApplication
) -> None:
    place = dialog.tree.viewport().rect().bottomLeft()
    item = dialog.tree.itemAt(place)
    name = next(
        name for name, row in dialog.rows.items() if row is item or row is dialog.tree.itemBelow(item)
    )
    choice = choose(dialog, name)
    give(choice, Qt.Key.Key_D, CTRL)
    qapp.processEvents()
    assert choice.take.isVisible()
    assert dialog.tree.viewport().rect().contains(dialog.tree.visualItemRect(dialog.rows[name]))


@pytest.mark.parametrize(
    ("key", "name"), [(Qt.Key.Key_Tab, "Tab"), (Qt.Key.Key_Return, "Return"), (Qt.Key.Key_Escape, "Esc")]
)
def test_any_key_can_be_caught(dialog: ShortcutsDialog, window: MainWindow, key: Qt.Key, name: str) -> None:
    choice = choose(dialog, "duplicate")
    give(choice, key)
    assert choice.told.text().startswith(f"{name} is used by")
    choice.take.click()
    assert keys(window, "duplicate") == ["Ctrl+D", name]


@pytest.mark.parametrize(
    ("key", "text", "scan", "modifiers", "wanted"),
    [
        (Qt.Key.Key_Exclam, "!", 10, SHIFT, "Ctrl+Shift+1"),  # an English keyboard
        (Qt.Key.Key_ParenRight, ")", 19, SHIFT, "Ctrl+Shift+0"),
        (Qt.Key.Key_1, "1", 10, SHIFT, "Ctrl+Shift+1"),  # a French one
        (Qt.Key.Key_Ampersand, "&", 10, NONE, "Ctrl+&"),
        (Qt.Key.Key_Question, "?", 61, SHIFT, "Ctrl+?"),
        (Qt.Key.Key_1, "1", 10, NONE, "Ctrl+1"),
        (Qt.Key.Key_1, "1", 87, Qt.KeyboardModifier.KeypadModifier, "Ctrl+1"),
    ],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="keys have other numbers there")
def test_shift_and_a_digit_are_caught_as_that_and_not_as_the_sign_on_the_key(
    key: Qt.Key, text: str, scan: int, modifiers: Qt.KeyboardModifier, wanted: str
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, CTRL | modifiers, scan, 0, 0, text)
    assert key_of(event) == wanted


def test_a_key_that_fields_need_is_refused_for_the_whole_window(dialog: ShortcutsDialog) -> None:
    choice = choose(dialog, "save")
    give(choice, Qt.Key.Key_D)
    assert "Hold Ctrl or Alt" in choice.told.text()
    assert choice.take.isHidden()


def test_keys_are_taken_away_and_reset(dialog: ShortcutsDialog, window: MainWindow) -> None:
    choice = choose(dialog, "redo")
    chips = choice.findChildren(QPushButton)
    next(chip for chip in chips if chip.property("key") == "Ctrl+Shift+Z").click()
    assert keys(window, "redo") == ["Ctrl+Y"]
    choice.reset.click()
    assert keys(window, "redo") == list(action("redo").shortcuts)
    give(choice, Qt.Key.Key_J, CTRL)
    give(choose(dialog, "undo"), Qt.Key.Key_J, CTRL)
    dialog.reset_all.click()
    assert (keys(window, "redo"), keys(window, "undo")) == (["Ctrl+Shift+Z", "Ctrl+Y"], ["Ctrl+Z"])
    assert not dialog.reset_all.isEnabled()


def test_actions_are_found_by_name_by_key_and_by_menu(dialog: ShortcutsDialog) -> None:
    def shown() -> list[str]:
        return [name for name, row in dialog.rows.items() if not row.isHidden()]

    dialog.wanted.setText("dupl")
    assert shown() == ["duplicate", "duplicate_map"]
    dialog.wanted.setText("ctrl+d")
    assert "duplicate" in shown()
    dialog.wanted.setText("help about")
    assert shown() == ["show_about"]


def test_the_sheet_tells_every_key_marks_own_ones_and_leads_to_the_editor(
    window: MainWindow, program: Program, qapp: Any
) -> None:
    program.give_keys({"save": ["Ctrl+J"]})
    window.show_dialog("keys")
    sheet = window.findChild(KeysSheet)
    assert sheet is not None
    told = {label.text(): label.objectName() for line in sheet._lines for label in line}
    assert told["Ctrl+J"] == "own"
    assert {"Select to the Left", "Move Up among Siblings"} <= set(told)
    change = next(button for button in sheet.findChildren(QPushButton) if button.text() == "Change Keys…")
    change.click()
    shown = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert [type(dialog) for dialog in shown] == [ShortcutsDialog]
    shown[0].close()
    settle(qapp)


def test_tool_tips_tell_the_keys_that_count(window: MainWindow, program: Program) -> None:
    program.give_keys({"show_left": ["Ctrl+J"], "connect": ["Ctrl+K"]})
    assert window.deeds.deed("show_left").toolTip() == "Project and Outline (Ctrl+J)"
    assert "Ctrl+K" in window.deeds.deed("tool_connect").toolTip()
