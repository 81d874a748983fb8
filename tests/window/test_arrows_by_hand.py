"""A person writes on an arrow, moves its label, bends it, leads it elsewhere, and takes all of it back."""

from pathlib import Path

import pytest

from journeydesk.model.document import Document
from journeydesk.model.records import Link, Node, Transition
from journeydesk.storage.project_file import read_project
from tests.finding import only
from tests.window.person import Person, wait_for
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]

LOOK, BUY, USE = (430, 260), (930, 260), (930, 520)
MIDDLE, END = (677, 260), (796, 260)


def drawn(file: Path) -> tuple[Link, str]:
    """The arrow, and the title of the node to which it leads."""
    document = Document(read_project(file).records)
    (link,) = document.all(Transition)
    node = only(document, Node, link.target_id)
    return link, node.title


def test_an_arrow_is_worked_on_by_hand(tmp_path: Path) -> None:
    file = tmp_path / "arrows.journey"
    command("new", file, "--template", "blank")
    with Person(file, tmp_path) as person:
        for place, text in ((LOOK, "Look"), (BUY, "Buy"), (USE, "Use")):
            person.click(*place, times=2)
            person.write(text)
            person.press("Return")
        person.click(*LOOK)
        person.press("shift+Right", "ctrl+l", "Return")
        person.write("Calls")
        person.press("Return", "ctrl+s")
        wait_for(lambda: drawn(file)[0].title == "Calls", "the arrow in the file")
        person.drag(MIDDLE, (MIDDLE[0] - 55, MIDDLE[1]))  # the label
        person.drag(MIDDLE, (MIDDLE[0], MIDDLE[1] + 80))
        person.drag(END, USE)
        person.press("ctrl+s")
        wait_for(lambda: drawn(file)[1] == "Use", "the arrow to lead elsewhere")
        link, _ = drawn(file)
        assert len(link.waypoints) == 1
        assert link.label_at is not None and 0.1 < link.label_at < 0.45
        person.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+s")
        wait_for(lambda: drawn(file)[1] == "Buy", "the arrow to be where it was")
        person.leave()
    link, _ = drawn(file)
    assert (link.waypoints, link.label_at, link.title) == ((), None, "Calls")
