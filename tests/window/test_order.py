"""A person finds, filters, steps in and out, folds by levels and goes back, with the keys alone."""

from pathlib import Path

import pytest

from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.queries import children
from journeydesk.model.records import Node
from journeydesk.storage.project_file import read_project
from tests.window.person import Person
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]


def test_a_large_map_is_kept_clear_with_the_keys_alone(tmp_path: Path) -> None:
    file = tmp_path / "Buying professional services.journey"  # as its window is called
    command("new", file, "--template", "services", "--language", "en")
    with Person(file, tmp_path) as person:
        person.press("ctrl+f")
        person.write("during the eng")
        person.press("Return", "Escape")  # the second stage is selected
        person.press("F6", "Tab")
        person.write("Inside")
        person.press("Return", "shift+F6", "Escape", "alt+Home")  # out again, all is folded
        person.press("ctrl+shift+f", "Escape", "ctrl+f")
        person.write("inside")
        person.press("Return", "Escape")  # unfolds what was over it
        person.press("shift+2", "alt+Left", "alt+Right", "F9", "F2")
        person.write("Found")
        person.press("Return", "ctrl+s")
        person.leave()
    document = Document(read_project(file).records)
    (stage,) = (node for node in document.all(Stage) if node.title == "During the engagement")
    assert "Found" in [child.title for child in children(document, stage.id)]
    carriers = [node for node in document.all(Node) if children(document, node.id)]
    assert {node.id for node in carriers if not node.folded} == {stage.id}
