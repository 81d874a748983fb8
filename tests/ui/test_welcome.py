"""The welcome page follows what is opened and closed elsewhere; what nobody wants there is taken off."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from journeydesk.language import say
from journeydesk.operations import fields
from journeydesk.storage.working_copy import WorkingCopy
from journeydesk.ui import settings
from journeydesk.ui.dialogs.messages import Answer
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from journeydesk.ui.recent_list import RecentList
from journeydesk.ui.settings import Recent
from tests.ui.ground import FakeDialogs, records


def listed(window: QWidget | None) -> RecentList:
    assert window is not None
    return window.findChildren(RecentList)[-1]


def titles(window: QWidget | None) -> list[str]:
    return [row.accessibleName() for row in listed(window).rows]


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


@pytest.fixture
def gone(program: Program, tmp_path: Path) -> None:
    """Three recent projects, of which the second is missing."""
    program.settings.recents = tuple(
        Recent(str(tmp_path / f"{name}.journey"), name) for name in ("One", "Two", "Three")
    )
    for name in ("One", "Three"):
        WorkingCopy.create(records(), tmp_path / f"{name}.journey").close()


def test_a_project_that_was_just_closed_gets_its_picture_as_soon_as_it_is_painted(
    window: MainWindow, program: Program, qtbot: Any
) -> None:
    program.close()
    assert titles(window) == ["Clinic"]
    qtbot.waitUntil(lambda: not listed(window).rows[0].picture.is_blank)
    assert Path(program.settings.recents[0].thumbnail).is_file()


def test_it_follows_what_another_window_opens_and_leaves(
    blank_window: MainWindow, program: Program, project: Path, dialogs: FakeDialogs, qtbot: Any
) -> None:
    program.add_window()
    second = program.seats[1]
    assert titles(blank_window) == []
    program.open(project, second)
    qtbot.waitUntil(lambda: titles(blank_window) == ["Clinic"])
    second.new()
    third = program.seats[-1]
    assert third.session is not None
    fields.set_field(third.session.document, (third.session.map_id,), "title", "Idea")
    dialogs.answer = Answer.KEEP
    third.close()
    page = blank_window.pages.currentWidget()
    assert page is not None
    assert [
        label.text()
        for label in page.findChildren(QLabel)
        if "Idea" in label.text() or "1 change" in label.text()
    ]


@pytest.mark.usefixtures("gone")
@pytest.mark.parametrize("way", ["key", "button", "menu"])
def test_a_project_that_is_missing_is_taken_off_the_list(way: str, program: Program, qtbot: Any) -> None:
    window = program.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    row = listed(window).rows[1]
    assert row.isEnabled() and not row.is_there
    row.setFocus()
    match way:
        case "key":
            QTest.keyClick(row, Qt.Key.Key_Delete)
        case "button":
            assert row.drop.isVisible()
            QTest.mouseClick(row.drop, Qt.MouseButton.LeftButton)
        case "menu":
            row.customContextMenuRequested.emit(QPoint(4, 4))
            (menu,) = row.findChildren(QMenu)
            next(deed for deed in menu.actions() if deed.text() == say("Remove from the List")).trigger()
            menu.close()
    assert titles(window) == ["One", "Three"]
    assert [recent.title for recent in settings.load().recents] == ["One", "Three"]
    assert listed(window).rows[1].hasFocus()


@pytest.mark.usefixtures("gone")
def test_the_button_of_one_that_is_there_is_seen_when_the_keyboard_is_on_it(
    program: Program, qtbot: Any
) -> None:
    window = program.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first, second, _ = listed(window).rows
    second.setFocus()
    assert first.drop.isHidden() and not second.drop.isHidden()
    first.setFocus()
    assert not first.drop.isHidden() and not second.drop.isHidden()


@pytest.mark.usefixtures("gone")
def test_what_went_and_came_meanwhile_is_seen_when_somebody_comes_back(
    program: Program, tmp_path: Path, qapp: QApplication, qtbot: Any
) -> None:
    window = program.show()
    qtbot.waitExposed(window)
    assert [row.is_there for row in listed(window).rows] == [True, False, True]
    (tmp_path / "One.journey").rename(tmp_path / "Two.journey")
    qapp.sendEvent(listed(window), QEvent(QEvent.Type.WindowActivate))
    assert [row.is_there for row in listed(window).rows] == [False, True, True]


@pytest.mark.usefixtures("gone")
def test_opening_one_that_is_missing_says_so(program: Program, dialogs: FakeDialogs, qtbot: Any) -> None:
    window = program.show()
    listed(window).rows[1].click()
    qtbot.waitUntil(lambda: len(dialogs.told) == 1)
    assert program.session is None


def test_a_picture_of_a_project_goes_with_it(program: Program, tmp_path: Path) -> None:
    kept, other = tmp_path / "cache" / "journeydesk" / "thumbnails" / "a.png", tmp_path / "mine.png"
    kept.parent.mkdir(parents=True)
    for picture in (kept, other):
        picture.write_bytes(b"")
    program.settings.recents = (Recent("/p/a", "A", "", str(kept)), Recent("/p/b", "B", "", str(other)))
    program.recents.forget("/p/a")
    program.recents.forget("/p/b")
    assert (kept.exists(), other.exists()) == (False, True)
    assert program.settings.recents == ()
