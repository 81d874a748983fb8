"""A small journey is made in the outline, by keys alone: the map is never touched."""

from pathlib import Path

import pytest

from journeydesk.kinds.stage import Stage
from journeydesk.model.records import Node, Transition
from tests.window.person import Person
from tests.window.test_by_hand import below, drawn
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]


def test_a_journey_is_made_in_the_outline_by_keys_alone(tmp_path: Path) -> None:
    file = tmp_path / "outline.journey"
    command("new", file, "--template", "blank")
    with Person(file, tmp_path) as person:
        person.press("ctrl+alt+o")
        for title in ("Look", "Paying", "Use"):
            person.press("ctrl+alt+1")
            person.write(title)
            person.press("Return")
        person.press("Tab")  # branches of the last stage
        person.write("Manual")
        person.press("Return", "Return")
        person.write("Help")
        person.press("Return", "Return")
        person.write("Chat")
        person.press("Return", "ctrl+Up", "ctrl+Up", "Down", "Down", "ctrl+Right")  # Help under Manual
        person.press("Home", "shift+Down", "ctrl+l", "F2")  # from Look to Paying
        person.write("Ready")
        person.press("Return", "Down", "F2")
        person.write("Buy")
        person.press("Return", "ctrl+Up")  # before Look
        person.press("Delete", "ctrl+z", "ctrl+s")
        person.leave()
    document = drawn(file)
    stages = sorted(document.all(Stage), key=lambda stage: stage.x)
    assert [stage.title for stage in stages] == ["Buy", "Look", "Use"]
    assert below(document, "Use") == ["Chat", "Manual"]
    assert below(document, "Manual") == ["Help"]
    arrow = document.all(Transition)[0]
    names = [node.title for end in (arrow.source_id, arrow.target_id) if (node := document.find(Node, end))]
    assert (names, arrow.title) == (["Look", "Buy"], "Ready")
