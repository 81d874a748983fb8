"""A person follows a persona by keys: what is drawn and told meanwhile is theirs, until Escape."""

from pathlib import Path

import pytest

from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.records import Persona, Transition
from journeydesk.storage.project_file import read_project
from tests.finding import only
from tests.window.person import Person
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]


def test_a_path_is_drawn_and_felt_by_keys_alone(tmp_path: Path) -> None:
    file = tmp_path / "paths.journey"
    command("new", file, "--template", "blank")
    with Person(file, tmp_path) as person:
        person.press("ctrl+alt+p")
        person.write("Ann")
        person.press("Return", "ctrl+alt+m", "F8", "ctrl+shift+p")
        person.write("stage ins")
        person.press("Return")
        person.write("Look")
        person.press("Return", "ctrl+shift+Right")
        person.write("Buy")
        person.press("Return", "ctrl+shift+5")
        person.press("Escape", "Escape", "Right", "ctrl+1")
        person.press("ctrl+shift+Right")
        person.write("Use")
        person.press("Return", "ctrl+alt+l", "ctrl+alt+g")
        person.press("space", "Escape", "ctrl+s")
        person.leave()
    document = Document(read_project(file).records)
    ann = only(document, Persona)
    stages = {stage.title: stage for stage in document.all(Stage)}
    assert stages["Buy"].feelings == ((ann.id, 3),) and stages["Buy"].sentiment is None
    assert [stage.sentiment for stage in stages.values() if stage.sentiment is not None] == [-2]
    assert [link.persona_ids for link in document.all(Transition)] == [(ann.id,), (ann.id,)]
