"""A person arranges cards by the mouse and the keys: in line, copied, grown, and in a frame."""

from pathlib import Path

import pytest

from journeydesk.kinds.frame import Frame
from journeydesk.kinds.stage import Stage
from journeydesk.model.records import Node, Transition
from tests.window.person import Person
from tests.window.test_by_hand import drawn
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]

FIRST = (520, 300)


def test_cards_are_brought_into_line_copied_grown_and_framed(tmp_path: Path) -> None:
    file = tmp_path / "line.journey"
    command("new", file, "--template", "blank")
    x, y = FIRST
    with Person(file, tmp_path) as person:
        person.click(x, y, times=2)
        person.write("One")
        person.press("Return")
        person.hold("ctrl")  # this window manager keeps Alt and a drag to itself
        person.drag((x, y), (x + 4, y + 180))  # a copy that snaps under the first
        person.let_go_of("ctrl")
        person.press("F2")
        person.write("Two")
        person.press("Return", "ctrl+shift+Right")
        person.write("Three")
        person.press("Return")
        person.drag((x, y), (x + 40, y - 60), letting_go=False)
        person.press("space")  # neither folds nor types while something is dragged
        person.let_go()
        person.press("ctrl+z", "ctrl+a", "ctrl+g")
        person.write("All of it")
        person.press("Return", "ctrl+Down", "ctrl+Down", "ctrl+s")
        person.leave()
    document = drawn(file)
    nodes = {node.title: node for node in document.all(Node)}
    assert set(nodes) == {"One", "Two", "Three", "All of it"}
    assert nodes["One"].x == nodes["Two"].x
    assert abs(nodes["Two"].y - nodes["One"].y - 180) < 8
    assert nodes["Three"].y == nodes["Two"].y and nodes["Three"].x > nodes["Two"].x + 256
    (arrow,) = document.all(Transition)
    assert (arrow.source_id, arrow.target_id) == (nodes["Two"].id, nodes["Three"].id)
    (frame,) = document.all(Frame)
    assert all(
        abs(stage.x - frame.x) < (frame.width or 0) / 2 and abs(stage.y - frame.y) < (frame.height or 0) / 2
        for stage in document.all(Stage)
    )
