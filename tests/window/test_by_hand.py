"""A person draws with the keys alone, hangs branches elsewhere by the mouse, and exports from the window."""

from pathlib import Path

import pytest

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.queries import children
from journeydesk.model.records import Evidence, Node, Transition
from journeydesk.storage.project_file import read_project
from tests.window.person import Person, wait_for
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]

MIDDLE = (700, 260)
# From the middle of a stage to its first branch, and from a branch to the next, at 100 %.
FIRST_BRANCH, NEXT_BRANCH = (-45, 68), 40


def titles(document: Document, record_class: type[Node]) -> list[str]:
    return sorted(node.title for node in document.all(record_class))


def below(document: Document, title: str) -> list[str]:
    """What hangs under the node with a title, in order."""
    parent = next(node for node in document.all(Node) if node.title == title)
    return [child.title for child in children(document, parent.id)]


def drawn(file: Path) -> Document:
    return Document(read_project(file).records)


def test_a_journey_is_drawn_with_the_keys_alone(tmp_path: Path) -> None:
    file = tmp_path / "keys.journey"
    command("new", file, "--template", "blank")
    with Person(file, tmp_path) as person:
        person.point(*MIDDLE)
        for key, text in (("1", "Look"), ("1", "Buy"), ("3", "Again?")):
            person.press(f"ctrl+alt+{key}")
            person.write(text)
            person.press("Return")
        # Buy is to the right of Look, and Again? below it.
        person.press("Up", "Left", "shift+Right", "ctrl+l")
        person.press("Escape", "Left", "Right", "Down", "shift+Left", "ctrl+l")
        person.press("Escape", "Left")
        for key, text in (("Tab", "Time"), ("Return", "Moneyy"), ("Tab", "Price")):
            person.press(key)
            person.write(text)
            person.press("Return")
        person.press("ctrl+alt+o", "Up", "ctrl+Up", "F2")  # Moneyy, before Time, in the outline
        person.write("Money")
        person.press("Return", "space", "ctrl+d", "Delete", "ctrl+z", "ctrl+z", "ctrl+alt+s")
        person.write("Talks, 12 of them")
        person.press("Return", "ctrl+s")
        person.leave()
    document = drawn(file)
    assert titles(document, Stage) == ["Buy", "Look"]
    assert titles(document, DecisionPoint) == ["Again?"]
    ways = [(arrow.source_id, arrow.target_id) for arrow in document.all(Transition)]
    names = {node.id: node.title for node in document.all(Node)}
    assert [(names[a], names[b]) for a, b in ways] == [("Look", "Buy"), ("Again?", "Look")]
    assert below(document, "Look") == ["Money", "Time"]
    assert below(document, "Money") == ["Price"]
    assert titles(document, Branch) == ["Money", "Price", "Time"]
    assert [node.title for node in document.all(Branch) if node.folded] == ["Money"]
    assert [source.title for source in document.all(Evidence)] == ["Talks, 12 of them"]


def test_branches_are_hung_elsewhere_by_the_mouse_and_a_poster_is_made(tmp_path: Path) -> None:
    file, poster = tmp_path / "mouse.journey", tmp_path / "poster.pdf"
    command("new", file, "--template", "blank")
    x, y = MIDDLE[0] + FIRST_BRANCH[0], MIDDLE[1] + FIRST_BRANCH[1]
    with Person(file, tmp_path) as person:
        person.click(*MIDDLE, times=2)
        person.write("Look")
        person.press("Return")
        for key, text in (("Tab", "One"), ("Return", "Two"), ("Return", "Three")):
            person.press(key)
            person.write(text)
            person.press("Return")
        person.drag((x, y), (x + 20, y + 2 * NEXT_BRANCH + 15))  # One goes behind Three
        person.drag((x, y), (x, y + NEXT_BRANCH))  # Two goes under Three
        person.drag((x, y), (x + 300, y + 300), letting_go=False)
        person.press("Escape")  # Three stays
        person.let_go()
        person.press("ctrl+e")
        person.wait_for_window("Export")
        person.press("Return")
        person.wait_for_window("Export As")
        person.write(str(poster))
        person.press("Return")
        wait_for(poster.exists, "the poster")
        person.press("Escape")
        person.wait_for_window("mouse – ")
        person.press("ctrl+s")
        person.leave()
    assert poster.read_bytes().startswith(b"%PDF-")
    document = drawn(file)
    assert below(document, "Look") == ["Three", "One"]
    assert below(document, "Three") == ["Two"]
