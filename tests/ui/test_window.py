"""The window from opening to closing: what is shown, what the keys do, and that nothing stays behind."""

import gc
import weakref
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QToolButton

from journeydesk import language
from journeydesk.model import queries
from journeydesk.model.records import JourneyMap, Node, Persona
from journeydesk.operations import fields
from journeydesk.storage.leftovers import pending_recoveries
from journeydesk.ui.cards import Card
from journeydesk.ui.dialogs.catalogue import DIALOGS
from journeydesk.ui.dialogs.keys import KeysSheet
from journeydesk.ui.dialogs.messages import Answer
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from journeydesk.ui.saving import Safety
from journeydesk.ui.session import Session
from journeydesk.ui.welcome import Welcome
from tests.finding import only
from tests.ui.ground import FakeDialogs, press, settle
from tests.ui.mouse import PLAIN, SHIFT


def opened(program: Program, path: Path, qtbot: Any) -> MainWindow:
    program.open(path)
    qtbot.waitUntil(lambda: program.session is not None)
    assert program.window is not None
    return program.window


def test_it_begins_with_the_templates(blank_window: MainWindow) -> None:
    assert isinstance(blank_window.pages.currentWidget(), Welcome)
    assert len(blank_window.findChildren(Card)) == 4


def test_a_template_opens_as_a_project(blank_window: MainWindow, program: Program) -> None:
    QTest.mouseClick(blank_window.findChildren(Card)[0], Qt.MouseButton.LeftButton)
    assert program.session is not None
    assert queries.nodes(program.session.document, program.session.map_id)
    assert blank_window.workspace is not None


def test_a_card_is_chosen_by_enter(blank_window: MainWindow, program: Program) -> None:
    QTest.keyClick(blank_window.findChildren(Card)[2], Qt.Key.Key_Return)
    assert program.session is not None


def test_a_file_is_opened_changed_saved_and_opened_again(
    window: MainWindow, program: Program, project: Path, qtbot: Any
) -> None:
    assert program.session is not None
    assert "Clinic" in window.windowTitle()
    fields.set_field(program.session.document, ("one",), "title", "Changed")
    window.deeds.deed("save").trigger()
    saving = program.session.saving
    qtbot.waitUntil(lambda: saving.safety is Safety.SAVED and not saving.is_modified)
    assert program.close()
    opened(program, project, qtbot)
    found = only(program.session.document, Node, "one")
    assert found.title == "Changed"
    assert program.settings.recents[0].path == str(project)


def test_what_cannot_be_opened_is_told_and_the_open_project_stays(
    window: MainWindow, program: Program, project: Path, dialogs: FakeDialogs, qtbot: Any, tmp_path: Path
) -> None:
    bad = tmp_path / "Bad.journey"
    bad.write_text("nonsense")
    program.open(bad)
    qtbot.waitUntil(lambda: bool(dialogs.told))
    assert program.session is not None
    assert program.session.path == project


@pytest.mark.parametrize(
    ("answer", "open_still", "recoverable"),
    [(Answer.KEEP, False, 1), (Answer.DISCARD, False, 0), (Answer.CANCEL, True, 0)],
)
def test_a_project_without_a_file_is_not_lost_unless_somebody_wants_it_so(
    blank_window: MainWindow,
    program: Program,
    dialogs: FakeDialogs,
    answer: Answer,
    open_still: bool,
    recoverable: int,
) -> None:
    before = len(pending_recoveries())
    program.new()
    assert program.session is not None
    fields.set_field(program.session.document, (program.session.map_id,), "title", "Mine")
    dialogs.answer = answer
    assert program.close() is not open_still
    assert len(pending_recoveries()) - before == recoverable


@pytest.mark.parametrize("answer", [Answer.KEEP, Answer.CANCEL, Answer.SAVE])
def test_a_file_that_cannot_be_written_keeps_nobody_from_closing(
    answer: Answer,
    window: MainWindow,
    program: Program,
    project: Path,
    dialogs: FakeDialogs,
    tmp_path: Path,
    qtbot: Any,
) -> None:
    session = program.session
    assert session is not None and session.copy is not None
    fields.set_field(session.document, ("one",), "title", "Mine")
    project.write_bytes(b"theirs")
    dialogs.answer, dialogs.path = answer, tmp_path / "Mine.journey"
    copy = session.copy
    assert program.close() is (answer is not Answer.CANCEL)
    assert project.read_bytes() == b"theirs"
    assert (tmp_path / "Mine.journey").exists() is (answer is Answer.SAVE)
    dialogs.answer = Answer.KEEP
    program.close()
    if answer is not Answer.SAVE:
        copy.close(discard=True)


def test_work_that_was_kept_is_taken_up_again(
    blank_window: MainWindow, program: Program, dialogs: FakeDialogs, qtbot: Any
) -> None:
    program.new()
    assert program.session is not None
    fields.set_field(program.session.document, (program.session.map_id,), "title", "Rescued")
    program.close()
    recovery = pending_recoveries()[0]
    program.recover(recovery.directory)
    qtbot.waitUntil(lambda: program.session is not None)
    assert program.session.document.all(JourneyMap)[0].title == "Rescued"


def test_the_undo_menu_says_what(window: MainWindow, program: Program, qtbot: Any) -> None:
    assert program.session is not None
    undo = window.deeds.deed("undo")
    assert not undo.isEnabled()
    fields.set_field(program.session.document, ("one",), "title", "Changed")
    qtbot.waitUntil(undo.isEnabled)
    assert "“" in undo.text()
    undo.trigger()
    assert not undo.isEnabled()
    assert window.deeds.deed("redo").isEnabled()


def test_the_keys_of_the_map_are_deaf_while_a_text_is_edited(
    window: MainWindow, program: Program, qapp: QApplication
) -> None:
    assert program.session is not None and window.workspace is not None
    program.session.select(("one",))
    settle(qapp)
    line = window.workspace.inspector.findChild(QLineEdit)
    assert line is not None
    window.activateWindow()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert program.session.document.get("one") is not None


def test_delete_removes_what_is_selected_on_the_map(window: MainWindow, program: Program, qtbot: Any) -> None:
    assert program.session is not None and window.workspace is not None
    window.activateWindow()
    view = window.workspace.view
    view.setFocus()
    program.session.select(("one",))
    qtbot.waitUntil(lambda: window.deeds.deed("remove").isEnabled() and view.hasFocus())
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert program.session.document.get("one") is None


def test_tab_in_the_outline_adds_a_branch_and_lets_it_be_typed(
    window: MainWindow, program: Program, qtbot: Any
) -> None:
    assert program.session is not None and window.workspace is not None
    window.activateWindow()
    outline = window.workspace.outline
    outline.take_keyboard()
    program.session.select(("need",))
    qtbot.waitUntil(lambda: window.deeds.deed("add_child").isEnabled() and outline.tree.hasFocus())
    QTest.keyClick(outline.tree, Qt.Key.Key_Tab)
    children = queries.children(program.session.document, "need")
    assert len(children) == 2
    assert outline.model.key_of(outline.tree.currentIndex()) == children[-1].id
    typed = outline.tree.findChild(QLineEdit)
    assert typed is not None
    QTest.keyClicks(typed, "Cheaper")
    QTest.keyClick(typed, Qt.Key.Key_Tab)
    assert queries.children(program.session.document, "need")[-1].title == "Cheaper"


def test_maps_are_added_turned_over_and_removed(window: MainWindow, program: Program) -> None:
    session = program.session
    assert session is not None
    window.deeds.deed("new_map").trigger()
    assert len(queries.maps(session.document)) == 3
    added = session.map_id
    window.deeds.deed("next_map").trigger()
    assert session.map_id == "first"
    window.deeds.deed("previous_map").trigger()
    assert session.map_id == added
    window.deeds.deed("remove_map").trigger()
    assert len(queries.maps(session.document)) == 2


def test_a_persona_is_added_and_placed(window: MainWindow, program: Program) -> None:
    session = program.session
    assert session is not None
    count = len(session.document.all(Persona))
    window.deeds.deed("new_persona").trigger()
    assert len(session.document.all(Persona)) == count + 1
    window.deeds.deed("place_persona").trigger()
    assert len(session.selection) == 1


def test_panels_are_hidden_by_a_key_and_stay_hidden(
    window: MainWindow, program: Program, project: Path, qtbot: Any
) -> None:
    window.deeds.deed("show_left").trigger()
    assert window.workspace is not None and not window.workspace.left_shown
    program.close()
    opened(program, project, qtbot)
    assert window.workspace is not None and not window.workspace.left_shown


@pytest.mark.parametrize("appearance", ["light", "dark", "system"])
def test_every_appearance_shows_the_open_project(
    appearance: str, window: MainWindow, program: Program
) -> None:
    session = program.session
    program.dress(appearance)
    assert program.window is not None and program.window is not window
    assert program.window.session is session


def test_the_language_is_changed_in_an_open_window(window: MainWindow, program: Program) -> None:
    program.speak("fr")
    assert program.window is not None
    assert program.window.deeds.deed("save").text() == language.catalogue("fr")("Save")
    program.speak("en")


def test_the_sheet_of_keys_finds_an_action(blank_window: MainWindow) -> None:
    blank_window.show_dialog("keys")
    sheet = blank_window.findChild(KeysSheet)
    assert sheet is not None
    sheet.wanted.setText("Ctrl+S")
    shown = [text.text() for text, _ in sheet._lines if not text.isHidden()]
    assert "Save" in shown and "Quit" not in shown
    sheet.close()


def test_projects_that_were_closed_leave_nothing_behind(
    blank_window: MainWindow, program: Program, project: Path, qapp: QApplication, qtbot: Any
) -> None:
    gone = []
    for _ in range(4):
        opened(program, project, qtbot)
        assert blank_window.workspace is not None and program.session is not None
        gone += [weakref.ref(blank_window.workspace), weakref.ref(program.session)]
        program.close()
        settle(qapp)
    gc.collect()
    assert [found for found in gone if found() is not None] == []


@pytest.mark.parametrize(
    ("key", "modifiers", "parent"),
    [
        (Qt.Key.Key_Tab, PLAIN, "need"),
        (Qt.Key.Key_Insert, PLAIN, "need"),
        (Qt.Key.Key_Return, PLAIN, "card"),
        (Qt.Key.Key_Return, SHIFT, "card"),
        (Qt.Key.Key_Backtab, SHIFT, "card"),
    ],
)
def test_the_map_grows_by_keys(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, parent: str, window: MainWindow, session: Session
) -> None:
    known = {node.id for node in queries.nodes(session.document, "first")}
    session.select(("need",))
    press(window, key, modifiers)
    added = [node for node in queries.nodes(session.document, "first") if node.id not in known]
    assert [node.parent_id for node in added] == [parent]
    assert session.selection == (added[0].id,)


def test_enter_on_a_stage_adds_a_stage(window: MainWindow, session: Session) -> None:
    session.select(("one",))
    press(window, Qt.Key.Key_Return)
    added = session.document.find(Node, session.selection[0])
    assert type(added) is type(session.document.get("one"))
    assert added is not None and added.id != "one"


def test_space_folds_and_unfolds(window: MainWindow, session: Session) -> None:
    session.select(("need",))
    press(window, Qt.Key.Key_Space)
    found = only(session.document, Node, "need")
    assert found.folded
    press(window, Qt.Key.Key_Space)
    found = only(session.document, Node, "need")
    assert not found.folded


def test_the_menu_of_recent_projects_is_grey_while_there_are_none(blank_window: MainWindow) -> None:
    menus = {menu.title(): menu for menu in blank_window.findChildren(QMenu)}
    assert not menus["Open Recent"].isEnabled()
    assert menus["New from Template"].isEnabled()


@pytest.mark.parametrize("width", [10, 700, 5000])
def test_a_window_fits_the_screen_whatever_it_was_the_last_time(
    width: int, program: Program, project: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    room = QSize(700, 400)
    monkeypatch.setattr(QScreen, "availableSize", lambda _: room)
    program.settings.width = program.settings.height = width
    program.settings.history_shown = True
    window = program.show()
    opened(program, project, qtbot)
    qtbot.waitExposed(window)
    assert window.width() <= room.width() and window.height() < room.height()
    assert window.workspace is not None
    assert window.workspace.minimumSizeHint().width() <= window.width()
    assert window.workspace.view.isVisible()


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_menus_that_find_no_room_are_behind_a_button_that_is_seen(
    appearance: str, program: Program, qtbot: Any
) -> None:
    program.dress(appearance)
    window = program.show()
    qtbot.waitExposed(window)
    window.setMinimumWidth(300)
    window.resize(300, 520)
    button = window.menuBar().findChild(QToolButton)
    assert isinstance(button, QToolButton) and button.isVisible()
    seen = window.menuBar().grab(button.geometry()).toImage()
    shades = [seen.pixelColor(x, y).lightness() for x in range(seen.width()) for y in range(seen.height())]
    paper = shades[0]
    assert sum(abs(shade - paper) > 60 for shade in shades) > 6


@pytest.mark.parametrize(("place", "comes_back"), [((60, 70), True), ((90000, 70), False), ((), False)])
def test_a_window_comes_back_to_its_place_where_that_is_on_a_screen(
    place: tuple[int, ...], comes_back: bool, program: Program, qtbot: Any
) -> None:
    program.settings.place, program.settings.width, program.settings.height = place, 500, 400
    window = program.show()
    qtbot.waitExposed(window)
    assert (window.pos().toTuple() == place) is comes_back
    window.move(33, 44)
    window.remember(program.settings)
    assert program.settings.place == (33, 44)


def test_panels_without_room_come_back_with_it_and_are_remembered_as_they_were_wanted(
    program: Program, project: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(600, 400))
    window = program.show()
    opened(program, project, qtbot)
    qtbot.waitExposed(window)
    workspace = window.workspace
    assert workspace is not None and not workspace.right_shown
    window.remember(program.settings)
    assert program.settings.left_shown and program.settings.right_shown
    assert not program.settings.history_shown
    window.resize(1300, 400)
    qtbot.waitUntil(lambda: workspace.right_shown and workspace.left_shown)
    workspace.show_right(False)
    window.resize(700, 400)
    window.resize(1300, 400)
    window.remember(program.settings)
    assert not program.settings.right_shown


# Without the one that asks of what is selected, and the tour, which lies over a window of its own.
@pytest.mark.parametrize("name", sorted(DIALOGS.keys() - {"target", "tour"}))
def test_a_dialog_fits_a_small_screen(
    name: str, window: MainWindow, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    room = QSize(900, 500)
    monkeypatch.setattr(QScreen, "availableSize", lambda _: room)
    window.show_dialog(name)
    (dialog,) = (found for found in window.findChildren(QDialog) if found.isVisible())
    assert dialog.width() <= room.width() and dialog.height() < room.height()
    dialog.close()
    settle(qapp)
