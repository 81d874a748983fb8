"""A person connects by name, drags what belongs together, and refuses a tidy map by taking a step back."""

from pathlib import Path

import pytest

from journeydesk.kinds.frame import Frame
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.summary import Summary
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Transition
from journeydesk.render.board import Board
from journeydesk.render.enclosing import holds
from tests.finding import only
from tests.window.person import Person, wait_for
from tests.window.test_by_hand import drawn
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]

ONE, TWO, THREE = (450, 200), (800, 200), (630, 520)
SUMMARY, INSIDE = (780, 284), (625, 180)


def places(document: Document) -> dict[str, tuple[float, float]]:
    return {stage.title: (stage.x, stage.y) for stage in document.all(Stage)}


def add(person: Person, place: tuple[int, int]) -> None:
    """Selects a card as well."""
    person.hold("shift")
    person.click(*place)
    person.let_go_of("shift")


def test_what_belongs_together_goes_together(tmp_path: Path) -> None:
    file = tmp_path / "together.journey"
    command("new", file, "--template", "blank")
    with Person(file, tmp_path) as person:
        for place, text in ((ONE, "One"), (TWO, "Two"), (THREE, "Three")):
            person.click(*place, times=2)
            person.write(text)
            person.press("Return")
        person.click(*ONE)
        person.press("ctrl+alt+j")
        person.write("thr")
        person.press("Return", "F2")
        person.write("On")
        person.press("Return", "ctrl+alt+End", "ctrl+alt+End", "Escape")
        person.click(*ONE)
        add(person, TWO)
        person.press("ctrl+bracketright")
        person.write("Both")
        person.press("Return", "ctrl+s")
        wait_for(lambda: drawn(file).all(Summary), "the summary in the file")
        before = drawn(file)
        person.drag(SUMMARY, (SUMMARY[0] + 40, SUMMARY[1] + 60))
        person.press("ctrl+s")
        wait_for(lambda: places(drawn(file)) != places(before), "the stages elsewhere")
        moved = drawn(file)
        person.press("ctrl+z", "Escape")
        person.click(*ONE)
        add(person, TWO)
        person.press("ctrl+g")
        person.write("All")
        person.press("Return")
        person.drag(INSIDE, (INSIDE[0] + 30, INSIDE[1] + 90))
        person.press("ctrl+t", "ctrl+z", "ctrl+s")
        person.leave()
    arrow = only(before, Transition)
    stages = {stage.id: stage.title for stage in before.all(Stage)}
    assert (stages[arrow.source_id], stages[arrow.target_id], arrow.title) == ("One", "Three", "On")
    assert arrow.label_at is not None and arrow.label_at > 0.55

    def gone(document: Document, title: str) -> tuple[float, float]:
        (ax, ay), (bx, by) = places(before)[title], places(document)[title]
        return bx - ax, by - ay

    assert gone(moved, "One") == gone(moved, "Two") != (0, 0) == gone(moved, "Three")
    framed = drawn(file)
    assert gone(framed, "One") == gone(framed, "Two") != (0, 0) == gone(framed, "Three")
    frame, board = only(framed, Frame), Board(framed, only(framed, JourneyMap).id)
    assert frame.title == "All"
    assert holds(board.placed[frame.id].box, board.placed[only(framed, Summary).id].box)
