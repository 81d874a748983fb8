"""A person finds a command by its name, chooses another key, and goes on with it on a French keyboard."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.storage.project_file import read_project
from tests.window.person import Person
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]


def lay_keyboard(layout: str) -> None:
    subprocess.run(["setxkbmap", layout], check=True, timeout=30)


@pytest.fixture
def _usual_keyboard() -> Iterator[None]:
    yield
    lay_keyboard("us")


@pytest.mark.usefixtures("_usual_keyboard")
def test_commands_are_found_and_chosen_keys_survive_on_every_keyboard(tmp_path: Path) -> None:
    file = tmp_path / "keys.journey"
    command("new", file, "--template", "blank")
    with Person(file, tmp_path) as person:
        person.press("ctrl+shift+p")
        person.write("stage ins")
        person.press("Return")
        person.write("Look")
        person.press("Return", "ctrl+alt+k")
        person.wait_for_window("Keys and Shortcuts")
        person.write("duplicate")
        person.press("alt+a")
        person.press("ctrl+j")
        person.press("Escape")
        person.wait_for_window("keys – ")
        person.press("ctrl+j", "ctrl+s")
        person.leave()
        person.start()
        person.press("Right", "ctrl+j")
        lay_keyboard("fr")
        person.press("ctrl+ampersand", "ctrl+j", "ctrl+shift+5", "ctrl+j", "ctrl+shift+1", "ctrl+s")
        person.leave()
    document = Document(read_project(file).records)
    assert [stage.title for stage in document.all(Stage)] == ["Look"] * 5
    felt = [stage.sentiment for stage in document.all(Stage) if stage.sentiment is not None]
    assert felt == [-2, 3, -3]
