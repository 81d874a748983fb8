"""A workshop is held by keyboard alone: nothing that was said is lost, and it finds its place on the map."""

from pathlib import Path

import pytest

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.note import Note
from journeydesk.kinds.stage import Stage
from journeydesk.model.records import Comment, JourneyMap
from journeydesk.operations.remarks import parked
from tests.window.person import Person
from tests.window.test_by_hand import drawn
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]

SAID = ("Prices are hidden", "The hotline is closed", "Nobody called back", "Two invoices")


def test_what_was_said_is_there_after_a_kill_is_voted_for_and_put_on_the_map(tmp_path: Path) -> None:
    file = tmp_path / "Workshop map.journey"
    command("new", file, "--template", "blank", "--language", "en")
    with Person(file, tmp_path) as person:
        person.press("ctrl+F5")
        person.wait_for_window("Workshop")
        for line in SAID:
            person.write(line)
            person.press("Return")
        person.kill()
        person.start()
        person.press("ctrl+F5")
        person.wait_for_window("Workshop")
        person.press("Tab", "2", "2", "3")  # votes
        person.press("Home", "ctrl+alt+1")  # the first one becomes a stage, which is selected then
        person.press("ctrl+alt+6")  # the second one becomes a branch of it
        person.write("One more")  # typed in the list, it goes to the field
        person.press("Return", "Escape")
        person.wait_for_window("Workshop map")
        person.press("ctrl+s")
        person.leave()
    document = drawn(file)
    map_id = document.all(JourneyMap)[0].id
    (stage,), (branch,) = document.all(Stage), document.all(Branch)
    assert (stage.title, branch.title, branch.votes, branch.parent_id) == (SAID[0], SAID[1], 2, stage.id)
    waiting = [(remark.text, remark.votes) for remark in parked(document, map_id)]
    assert waiting == [(SAID[2], 1), (SAID[3], 0), ("One more", 0)]
    assert len(document.all(Comment)) == 5 and not document.all(Note)
