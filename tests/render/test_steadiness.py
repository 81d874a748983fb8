"""While a card is dragged, arrows do not flicker, and those that it does not concern stay as they are."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from journeydesk import templates
from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.note import Note
from journeydesk.kinds.stage import Stage
from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.queries import links_at, maps
from journeydesk.model.records import Node
from journeydesk.operations import nodes
from journeydesk.operations.fields import set_field
from journeydesk.picture.marks import Box
from journeydesk.render.board import Board
from journeydesk.render.strand import Strand

WAY = ((5, 0, 70), (0, 5, 60), (-5, 0, 140), (0, -5, 120), (5, 5, 60), (5, -5, 30))
FEW = 6  # frames within which a change and its contrary are a flicker


def places() -> Iterator[tuple[int, int]]:
    """Where a card is dragged, in steps of five units."""
    x = y = 0
    for dx, dy, count in WAY:
        for _ in range(count):
            x, y = x + dx, y + dy
            yield x, y


def ends(strand: Strand) -> str:
    """The sides at which an arrow leaves and enters, from how it runs there."""
    first, last = strand.route.cubics[0], strand.route.cubics[-1]
    found = ""
    for (ax, ay), (bx, by) in ((first[0], first[1]), (last[2], last[3])):
        across = abs(bx - ax) > abs(by - ay)
        found += ("R" if bx > ax else "L") if across else ("B" if by > ay else "T")
    return found


def flickers(seen: list[str]) -> int:
    """How often something changed and changed back within a few frames."""
    changes = [i for i in range(1, len(seen)) if seen[i] != seen[i - 1]]
    return sum(seen[i - 1] == seen[j] for i, j in pairwise(changes) if j - i <= FEW)


def pulled(name: str) -> list[tuple[str, str]]:
    document = Document(templates.make(name, "en"))
    return [(name, node.title) for node in document.all(Node) if isinstance(node, Stage | DecisionPoint)]


@pytest.mark.parametrize(("name", "title"), [*pulled("services"), *pulled("appliance")])
def test_arrows_do_not_flicker_during_a_drag(name: str, title: str) -> None:
    document = Document(templates.make(name, "en"))
    board = Board(document, maps(document)[0].id)
    board.refine()
    node = next(node for node in document.all(Node) if node.title == title)
    before = dict(board.wiring.strands)
    near = {link.id for link in links_at(document, node.id)}
    document.watch(lambda change: board.refresh(change, draft=True))
    edit, starts = document.begin(message("Try")), nodes.moving(document, [node.id])
    seen: dict[str, list[str]] = {key: [] for key in near}
    for place in places():
        nodes.shift(edit, starts, *place)
        for key in near:
            seen[key].append(ends(board.wiring.strands[key]))
    assert {key: strand for key, strand in board.wiring.strands.items() if key not in near} == {
        key: strand for key, strand in before.items() if key not in near
    }
    assert sum(map(flickers, seen.values())) == 0
    edit.cancel()
    board.settle()
    board.refine()
    assert board.wiring.strands == before


@pytest.mark.parametrize("name", ["services", "appliance"])
def test_an_arrow_changes_on_release_only_where_a_card_came_into_its_way(name: str) -> None:
    """A note is put down all over the map: arrows from which it keeps away stay."""
    document = Document(templates.make(name, "en"))
    board = Board(document, maps(document)[0].id)
    board.refine()
    before = dict(board.wiring.strands)
    note = document.all(Note)[0].id
    document.watch(lambda change: board.refresh(change))
    changed = 0
    for x in range(0, 2000, 250):
        for y in range(-300, 1200, 250):
            set_field(document, [note], "x", x)
            set_field(document, [note], "y", y)
            board.refine()
            box = board.placed[note].box
            for key, strand in board.wiring.strands.items():
                if strand.route != before[key].route:
                    changed += 1
                    assert near_any(before[key], box.grown(45)) or near_any(strand, box.grown(45))
    assert changed


def near_any(strand: Strand, box: Box) -> bool:
    return any(box.holds(*point) for point in strand.route.points(24))
