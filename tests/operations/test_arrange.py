"""Nodes come into line, get one size and lie over one another as people want, each in one step."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Node, Project
from journeydesk.operations import arrange
from journeydesk.operations.arrange import Block, Edge, Level
from journeydesk.picture.marks import Box
from tests.finding import only
from tests.operations.steps import beginning, one_step

SIZES = ((100.0, 60.0), (140.0, 80.0), (60.0, 200.0))


def row(places: Iterable[tuple[float, float]], locked: Iterable[int] = ()) -> Document:
    """Stages n0, n1, ... at these places, some of them locked."""
    stages = [
        Stage(id=f"n{i}", map_id="m", x=x, y=y, order=float(i), locked=i in locked)
        for i, (x, y) in enumerate(places)
    ]
    return Document((Project(id="p"), JourneyMap(id="m"), *stages))


def box(document: Document, key: str) -> Box:
    node = only(document, Node, key)
    return Box.around(node.x, node.y, *SIZES[int(key[1:]) % 3])


def blocks(document: Document) -> list[Block]:
    return [Block(node.id, box(document, node.id)) for node in document.all(Stage)]


def line(document: Document, edge: Edge) -> list[float]:
    found = []
    for node in document.all(Stage):
        at = box(document, node.id)
        found.append({
            Edge.LEFT: at.left, Edge.CENTRE: at.x, Edge.RIGHT: at.right,
            Edge.TOP: at.top, Edge.MIDDLE: at.y, Edge.BOTTOM: at.bottom,
        }[edge])  # fmt: skip
    return found


@pytest.mark.parametrize(
    ("edge", "at"),
    [
        (Edge.LEFT, -50), (Edge.RIGHT, 430), (Edge.CENTRE, 190),
        (Edge.TOP, -90), (Edge.BOTTOM, 150), (Edge.MIDDLE, 30),
    ],
)  # fmt: skip
def test_nodes_are_aligned_with_the_outermost_of_them(edge: Edge, at: float) -> None:
    document = row(((0, 0), (200, -50), (400, 50)))
    with one_step(document):
        arrange.align(document, blocks(document), edge)
    assert line(document, edge) == [at] * 3


@pytest.mark.parametrize("edge", Edge)
def test_a_locked_node_stays_and_the_others_go_by_it(edge: Edge) -> None:
    document = row(((0, 0), (200, -50), (400, 50)), locked=(1,))
    before = line(document, edge)[1]
    arrange.align(document, blocks(document), edge)
    assert line(document, edge) == [before] * 3


def test_what_a_block_carries_goes_along_once_and_branches_that_hang_do_not() -> None:
    document = beginning()
    found = [
        Block("s1", Box(300, -30, 540, 30), ("s0", "b0")),
        Block("c0", Box(-100, -440, 100, -360), ("s0",)),
        Block("b0", Box(9, 9, 10, 10)),
    ]
    with one_step(document):
        arrange.align(document, found, Edge.LEFT)
    places = {key: getattr(document.get(key), "x", None) for key in ("s0", "s1", "c0", "b0")}
    assert places == {"s0": -400, "s1": 20, "c0": 0, "b0": 0}


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_are_no_step(count: int) -> None:
    document = row(((0, 0),) * count)
    with one_step(document, 0):
        arrange.align(document, blocks(document), Edge.LEFT)
        arrange.distribute(document, blocks(document), upright=True)
        arrange.same_size(document, blocks(document), width=True, height=True)


PLACES = st.lists(
    st.tuples(st.integers(-900, 900), st.integers(-900, 900)), min_size=3, max_size=7, unique=True
)


@given(PLACES, st.booleans(), st.sets(st.integers(0, 6), max_size=2))
def test_gaps_become_equal_between_those_that_stay(
    places: list[tuple[int, int]], upright: bool, locked: set[int]
) -> None:
    document = row(places, locked)

    def middle(block: Block) -> float:
        return block.box.y if upright else block.box.x

    before = {node.id: node for node in document.all(Stage)}
    found = sorted(blocks(document), key=middle)
    arrange.distribute(document, blocks(document), upright=upright)
    ends = {found[0].node_id, found[-1].node_id, *(f"n{i}" for i in locked)}
    assert all(document.get(key) == before[key] for key in ends if key in before)
    spans = [
        (at.top, at.bottom) if upright else (at.left, at.right)
        for at in (box(document, block.node_id) for block in found)
    ]
    gaps = [after[0] - span[1] for span, after in pairwise(spans)]
    for place in range(1, len(gaps)):
        if found[place].node_id not in ends:
            assert gaps[place] == pytest.approx(gaps[place - 1])


def test_nodes_get_the_size_of_the_largest_or_of_the_locked_one() -> None:
    document = row(((0, 0), (200, 0), (400, 0)))
    with one_step(document):
        arrange.same_size(document, blocks(document), width=True, height=True)
    assert {(node.width, node.height) for node in document.all(Stage)} == {(140, 200)}
    document = row(((0, 0), (200, 0), (400, 0)), locked=(0,))
    arrange.same_size(document, blocks(document), width=True, height=False)
    assert [(node.width, node.height) for node in document.all(Stage)] == [
        (None, None),
        (100, None),
        (100, None),
    ]
    with one_step(document):
        arrange.free_size(document, ["n0", "n1", "n2"])
    assert {node.width for node in document.all(Stage)} == {None}
    with one_step(document, 0):
        arrange.free_size(document, ["n0", "n1", "n2"])


KEYS = [f"n{i}" for i in range(7)]
OVERLAPS = st.dictionaries(st.sampled_from(KEYS), st.sets(st.sampled_from(KEYS)))


@given(st.sets(st.sampled_from(KEYS)), st.sampled_from(Level), OVERLAPS)
def test_a_new_stack_keeps_the_order_of_the_chosen_and_of_the_others(
    chosen: set[str], level: Level, overlaps: dict[str, set[str]]
) -> None:
    after = arrange.restacked(KEYS, chosen, level, overlaps)
    assert [key for key in after if key in chosen] == [key for key in KEYS if key in chosen]
    assert [key for key in after if key not in chosen] == [key for key in KEYS if key not in chosen]


@given(
    st.sets(st.sampled_from(KEYS)),
    st.sampled_from(Level),
    OVERLAPS,
    st.lists(st.integers(0, 4), min_size=7, max_size=7),
)
def test_the_orders_say_what_the_stack_says(
    chosen: set[str], level: Level, overlaps: dict[str, set[str]], orders: list[int]
) -> None:
    document = Document(
        (
            Project(id="p"),
            JourneyMap(id="m"),
            *(Stage(id=key, map_id="m", order=float(o)) for key, o in zip(KEYS, orders, strict=True)),
            Branch(id="b", map_id="m", parent_id="n0", order=2.0),
        )
    )

    def stack() -> list[str]:
        found = sorted(document.all(Stage), key=lambda node: (node.order, node.id))
        return [node.id for node in found]

    wanted = arrange.restacked(stack(), chosen, level, overlaps)
    with one_step(document, int(wanted != stack())):
        arrange.restack(document, [*chosen, "b"], level, overlaps)
    assert stack() == wanted
    assert getattr(document.get("b"), "order", None) == 2.0


def test_a_step_forward_goes_past_what_overlaps_and_no_further() -> None:
    after = arrange.restacked(["a", "b", "c", "d"], {"a"}, Level.FORWARD, {"a": {"c", "d"}})
    assert after == ["b", "c", "a", "d"]
    after = arrange.restacked(["a", "b", "c", "d"], {"d"}, Level.BACKWARD, {"d": {"b"}})
    assert after == ["a", "d", "b", "c"]
    assert arrange.restacked(["a", "b"], {"a"}, Level.FORWARD, {}) == ["a", "b"]


def test_frames_are_stacked_among_frames() -> None:
    document = Document(
        (
            Project(id="p"),
            JourneyMap(id="m"),
            Frame(id="f0", map_id="m", order=1.0),
            Frame(id="f1", map_id="m", order=2.0),
            Stage(id="s", map_id="m", order=9.0),
        )
    )
    arrange.restack(document, ["f0"], Level.FRONT, {})
    assert getattr(document.get("f0"), "order", None) == 3.0


def test_locking_is_one_step_and_what_is_locked_already_is_none() -> None:
    document = row(((0, 0), (9, 9)))
    with one_step(document):
        arrange.set_locked(document, ["n0", "n1"], True)
    with one_step(document, 0):
        arrange.set_locked(document, ["n0"], True)
    with one_step(document):
        arrange.set_locked(document, ["n0", "n1"], False)
