"""Somebody gives a node a source, a vote and a remark by the keys alone, and sees each of them on the map."""

from pathlib import Path

import pytest
from PIL import ImageChops

from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.records import Comment, Evidence
from journeydesk.storage.project_file import read_project
from tests.finding import only
from tests.window.person import Person, wait_for
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(300)]

MIDDLE = (700, 400)
AROUND = (540, 300, 860, 500)  # of the window: where the node lies


def does(person: Person, told: str, *keys: str) -> None:
    """Presses keys, and waits until the node looks otherwise and has come to rest."""
    before = last = person.look().crop(AROUND)
    person.press(*keys)

    def has_changed() -> bool:
        nonlocal last
        seen, was = person.look().crop(AROUND), last
        last = seen
        differs = ImageChops.difference(seen, before).getbbox() is not None
        return differs and ImageChops.difference(seen, was).getbbox() is None

    wait_for(has_changed, told)


def test_a_source_and_a_vote_are_seen_at_the_node_and_a_remark_is_resolved(tmp_path: Path) -> None:
    file = tmp_path / "known.journey"
    command("new", file, "--template", "blank")
    with Person(file, tmp_path) as person:
        person.point(*MIDDLE)
        person.press("ctrl+alt+1")
        person.write("Look")
        person.press("Return")
        does(person, "terra incognita to be engraved", "F12")
        person.press("ctrl+alt+e")
        person.write("Talks with ten of them")
        does(person, "the badge of the source", "Return")
        does(person, "the badge of the vote", "ctrl+u")
        does(person, "the vote to be taken back", "ctrl+alt+u")
        does(person, "the vote to be there again", "ctrl+z")
        person.press("ctrl+alt+n")
        person.write("Ten are few")
        does(person, "the sign of the remark", "ctrl+Return")
        person.press("shift+Tab", "shift+Tab", "shift+Tab")
        does(person, "the sign of the remark to go", "space")
        person.press("ctrl+s")
        person.leave()
    document = Document(read_project(file).records)
    stage, source, remark = only(document, Stage), only(document, Evidence), only(document, Comment)
    assert (source.title, stage.evidence_ids, stage.votes) == ("Talks with ten of them", (source.id,), 1)
    assert (remark.text, remark.about_id, remark.resolved) == ("Ten are few", stage.id, True)
