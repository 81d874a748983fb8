"""A map is tidied by keys: looked at and refused, looked at and kept, and taken back."""

from pathlib import Path

import pytest

from journeydesk.model.records import Node
from tests.window.person import Person
from tests.window.test_by_hand import drawn
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]


def places(file: Path) -> dict[str, tuple[float, float]]:
    return {node.id: (node.x, node.y) for node in drawn(file).all(Node)}


@pytest.mark.parametrize(("keys", "changes"), [(("Escape",), False), (("Return",), True)])
def test_a_tidy_map_is_kept_or_refused(keys: tuple[str, ...], changes: bool, tmp_path: Path) -> None:
    file = tmp_path / "Choosing a dog.journey"  # called like the project in it
    command("new", file, "--template", "dog")
    before = places(file)
    with Person(file, tmp_path) as person:
        person.press("ctrl+t", *keys, "ctrl+s")
        person.leave()
    moved = [key for key, place in places(file).items() if place != before[key]]
    assert (len(moved) > 10) is changes
