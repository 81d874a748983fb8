"""A person works on two projects in two windows of one program, which is then stopped from outside."""

from pathlib import Path

import pytest

from tests.window.person import Person
from tests.window.test_kill_and_recover import command, counts

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]

MIDDLE = (700, 360)


def test_two_projects_in_two_windows_come_back_after_a_kill(tmp_path: Path) -> None:
    one, two = tmp_path / "one.journey", tmp_path / "two.journey"
    for file in (one, two):
        command("new", file, "--template", "blank")
    with Person(one, tmp_path) as person:
        person.click(*MIDDLE, times=2)
        person.write("Look")
        person.press("Return", "ctrl+o")
        person.wait_for_window("Open a Project")
        person.write(str(two))
        person.press("Return")
        person.turn_to("two")
        person.click(*MIDDLE, times=2)
        person.write("Buy")
        person.press("Return", "Tab")
        person.write("Price")
        person.press("Return")
        person.turn_to("one")
        person.press("Tab")
        person.write("Time")
        person.press("Return")
        person.kill()
        person.start(with_file=False)
        person.turn_to("two")
        person.press("ctrl+w")
        person.turn_to("one")
        person.leave()
    assert {name: number for name, number in counts(one)["nodes"].items() if number} == {
        "stage": 1,
        "branch": 1,
    }
    assert {name: number for name, number in counts(two)["nodes"].items() if number} == {
        "stage": 1,
        "branch": 1,
    }


def test_a_file_that_is_open_comes_forward_when_the_program_is_started_with_it_again(tmp_path: Path) -> None:
    one, two = tmp_path / "one.journey", tmp_path / "two.journey"
    for file in (one, two):
        command("new", file, "--template", "blank")
    with Person(one, tmp_path) as person:
        person.press("ctrl+o")
        person.wait_for_window("Open a Project")
        person.write(str(two))
        person.press("Return")
        person.turn_to("two")
        for name in ("one", "two"):
            told = person.start_again(tmp_path / f"{name}.journey")
            assert told == f"{name}.journey is open already; its window has come to the front.\n"
            person.wait_for_window(f"{name} – ")
        person.kill()
        person.start()  # what the doorbells of the one that was stopped leave behind is in nobody's way
        assert "is open already" in person.start_again(one)
