"""Several windows: which project opens where, and how they are closed, asked and renewed together."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journeydesk.language import say
from journeydesk.operations import fields
from journeydesk.storage.leftovers import pending_recoveries
from journeydesk.storage.working_copy import WorkingCopy
from journeydesk.ui.dialogs.messages import Answer
from journeydesk.ui.program import Program
from journeydesk.ui.seat import Seat
from journeydesk.ui.start import _recover
from journeydesk.ui.welcome import Welcome
from tests.ui.ground import FakeDialogs, records, settle


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two projects."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    paths = tmp_path / "Clinic.journey", tmp_path / "Shop.journey"
    for path in paths:
        WorkingCopy.create(records(), path).close()
    return paths


def open_both(program: Program, files: tuple[Path, Path], qtbot: Any) -> tuple[Seat, Seat]:
    qtbot.waitExposed(program.show())
    for count, path in enumerate(files, 1):
        program.open(path)
        qtbot.waitUntil(lambda count=count: sum(seat.session is not None for seat in program.seats) == count)
    first, second = program.seats
    return first, second


def title_of(seat: Seat) -> str:
    assert seat.session is not None
    return str(seat.session.path and seat.session.path.stem)


def change(seat: Seat, title: str) -> None:
    assert seat.session is not None
    fields.set_field(seat.session.document, ("one",), "title", title)


def test_each_file_has_a_window_of_its_own(program: Program, files: tuple[Path, Path], qtbot: Any) -> None:
    first, second = open_both(program, files, qtbot)
    assert (title_of(first), title_of(second)) == ("Clinic", "Shop")
    assert first.window is not second.window
    assert first.window is not None and first.window.session is first.session


def test_a_project_is_opened_on_the_map_that_was_seen_last(
    program: Program, files: tuple[Path, Path], qtbot: Any
) -> None:
    first, _ = open_both(program, files, qtbot)
    assert first.session is not None and first.session.map_id == "first"
    first.session.show_map("second")
    first.close()
    program.open(files[0])
    qtbot.waitUntil(lambda: len([seat for seat in program.seats if seat.session]) == 2)
    again = next(seat.session for seat in program.seats if seat.session and title_of(seat) == "Clinic")
    assert again.map_id == "second"


def test_a_file_that_is_open_is_not_opened_again(
    program: Program, files: tuple[Path, Path], dialogs: FakeDialogs, qapp: QApplication, qtbot: Any
) -> None:
    open_both(program, files, qtbot)
    program.open(files[0])
    settle(qapp)
    assert len(program.seats) == 2
    assert dialogs.told == []


def test_a_file_is_opened_once_however_often_it_is_asked_for(
    program: Program, files: tuple[Path, Path], dialogs: FakeDialogs, qapp: QApplication
) -> None:
    program.show()
    program.open(files[0])
    program.open(files[0])
    settle(qapp)
    assert len(program.seats) == 1
    assert dialogs.told == []


def test_saving_is_for_the_window_from_which_it_is_asked(
    program: Program, files: tuple[Path, Path], qtbot: Any
) -> None:
    first, second = open_both(program, files, qtbot)
    change(first, "One")
    change(second, "Two")
    assert first.window is not None and first.session is not None and second.session is not None
    saving = first.session.saving
    first.window.deeds.deed("save").trigger()
    qtbot.waitUntil(lambda: not saving.is_modified)
    assert second.session.saving.is_modified


def test_an_untouched_project_gives_way_and_one_that_was_worked_on_stays(
    program: Program, files: tuple[Path, Path], qtbot: Any
) -> None:
    qtbot.waitExposed(program.show())
    program.new()
    program.new("lucy")
    assert len(program.seats) == 1
    assert program.session is not None
    fields.set_field(program.session.document, (program.session.map_id,), "title", "Mine")
    program.new()
    assert len(program.seats) == 2


def test_a_new_window_shows_the_welcome_page(program: Program, qtbot: Any) -> None:
    window = program.show()
    window.deeds.deed("new_window").trigger()
    other = program.seats[1].window
    assert other is not None and isinstance(other.pages.currentWidget(), Welcome)
    assert program.window is other


def test_the_menu_lists_the_windows_and_marks_its_own(
    program: Program, files: tuple[Path, Path], qtbot: Any
) -> None:
    first, second = open_both(program, files, qtbot)
    assert first.window is not None and second.window is not None
    deeds = second.window.deeds
    deeds.refresh()
    shown = [deeds.deed(f"window_{place}") for place in (1, 2, 3)]
    assert [deed.isVisible() for deed in shown] == [True, True, False]
    assert [deed.isChecked() for deed in shown] == [False, True, False]
    assert shown[0].text() == "Clinic (Clinic.journey)"
    shown[0].trigger()
    qtbot.waitUntil(first.window.isActiveWindow)
    assert program.window is first.window


def test_closing_a_project_closes_its_window_unless_it_is_the_last(
    program: Program, files: tuple[Path, Path], qtbot: Any
) -> None:
    first, second = open_both(program, files, qtbot)
    assert second.window is not None
    second.window.deeds.deed("close").trigger()
    assert program.seats == (first,)
    assert program.window is first.window is not None
    first.window.deeds.deed("close").trigger()
    assert program.seats == (first,)
    assert first.session is None
    assert isinstance(first.window.pages.currentWidget(), Welcome)
    assert not first.window.deeds.deed("close").isEnabled()


def test_closing_a_window_leaves_the_others_at_work(
    program: Program, files: tuple[Path, Path], qapp: QApplication, qtbot: Any
) -> None:
    first, second = open_both(program, files, qtbot)
    assert first.window is not None
    change(second, "Two")
    first.window.close()
    settle(qapp)
    assert program.seats == (second,)
    assert second.session is not None
    second.session.undo()
    assert not WorkingCopy.open(files[0]).close()


def test_quitting_asks_for_all_before_it_closes_any(
    program: Program, files: tuple[Path, Path], dialogs: FakeDialogs, qtbot: Any
) -> None:
    open_both(program, files, qtbot)
    program.new()
    assert program.session is not None
    fields.set_field(program.session.document, (program.session.map_id,), "title", "Mine")
    dialogs.answer = Answer.CANCEL
    program.quit()
    assert len(program.seats) == 3
    assert all(seat.session is not None for seat in program.seats)
    dialogs.answer = Answer.KEEP
    windows = [seat.window for seat in program.seats]
    program.quit()
    assert program.seats == ()
    assert not any(window is not None and window.isVisible() for window in windows)
    assert [recovery.path for recovery in pending_recoveries()] == [None]


def test_language_and_appearance_are_the_same_in_all_windows(
    program: Program, files: tuple[Path, Path], qtbot: Any
) -> None:
    seats = open_both(program, files, qtbot)
    sessions = [seat.session for seat in seats]
    program.speak("fr")
    told = [seat.window.deeds.deed("save").text() for seat in seats if seat.window is not None]
    program.speak("en")
    assert told == ["Enregistrer"] * 2
    assert [seat.window.session for seat in seats if seat.window is not None] == sessions


def test_two_projects_come_back_after_a_crash(
    program: Program, files: tuple[Path, Path], qapp: QApplication, qtbot: Any
) -> None:
    for path in files:
        copy = WorkingCopy.open(path)
        fields.set_field(copy.document, ("one",), "title", path.stem)
        assert copy.flush()
        copy._held.lock.release()  # as the system does for a program that was stopped
        assert copy._lock is not None
        copy._lock.release()
    qtbot.waitExposed(program.show())
    _recover(program)
    qtbot.waitUntil(lambda: sum(seat.session is not None for seat in program.seats) == 2)
    assert sorted(title_of(seat) for seat in program.seats) == ["Clinic", "Shop"]
    for seat in program.seats:
        assert seat.session is not None
        assert say(seat.session.document.history[0][-1].label)
        assert getattr(seat.session.document.get("one"), "title", "") == title_of(seat)
