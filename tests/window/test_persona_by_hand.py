"""A persona is made, filled in and copied by the keys alone, with undo at hand in the middle of it."""

from pathlib import Path

import pytest

from journeydesk.model.document import Document
from journeydesk.model.records import Persona
from journeydesk.storage.project_file import read_project
from tests.window.person import Person
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]


def test_a_persona_is_filled_in_and_copied_by_keys_alone(tmp_path: Path) -> None:
    file = tmp_path / "people.journey"
    command("new", file, "--template", "blank")
    with Person(file, tmp_path) as person:
        person.press("ctrl+alt+p")
        person.write("Ann")
        person.press("Return", "Return")
        person.wait_for_window("Edit Persona")
        person.press("ctrl+a")
        person.write("Ann Low")
        person.press("Tab")
        person.write("Wrong")
        person.press("Tab", "ctrl+z", "shift+Tab")
        person.write("Hurried")
        person.press("Escape")
        person.wait_for_window("people – ")
        person.press("ctrl+c", "ctrl+v", "ctrl+s")
        person.leave()
    people = Document(read_project(file).records).all(Persona)
    assert [(found.name, found.tagline) for found in people] == [("Ann Low", "Hurried")] * 2
