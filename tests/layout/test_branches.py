"""A tidy tree: nothing overlaps, children lie beyond their parents, in order, on both sides."""

import random
from collections.abc import Callable
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.layout.branches import COLUMN, FIRST_COLUMN, Leaf, Twig, balance, beside, under
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import at

ROOT = Box(-160, -58, 160, 58)
SIZES = st.tuples(st.floats(40, 240), st.sampled_from([27.5, 47.0, 66.5, 300.0]))


@st.composite
def trees(draw: st.DrawFn) -> list[Twig]:
    """Up to 14 twigs, each on an earlier one or on the root."""
    tops: list[Twig] = []
    known: list[Twig] = []
    for number in range(draw(st.integers(0, 14))):
        width, height = draw(SIZES)
        twig = Twig(f"t{number}", width, height, side=draw(st.sampled_from([1, -1])))
        place = draw(st.integers(-1, len(known) - 1))
        (known[place].children if place >= 0 else tops).append(twig)
        known.append(twig)
    return tops


def pairs(twigs: list[Twig]) -> list[tuple[Twig, Twig]]:
    """Each twig with each of its children."""
    found = []
    waiting = list(twigs)
    for twig in waiting:
        found += [(twig, child) for child in twig.children]
        waiting += twig.children
    return found


def assert_is_tidy(twigs: list[Twig], leaves: dict[str, Leaf]) -> None:
    for one, other in combinations(leaves.values(), 2):
        assert not one.box.grown(-0.001).meets(other.box), (one.box, other.box)
    for parent, child in pairs(twigs):
        above, below = leaves[parent.key], leaves[child.key]
        assert (below.side, below.depth) == (above.side, above.depth + 1)
        edge, start = (
            (above.box.right, below.box.left) if above.side > 0 else (above.box.left, below.box.right)
        )
        assert start == pytest.approx(edge + above.side * COLUMN)
        assert below.limb[0] == pytest.approx((edge, above.box.bottom))
        assert below.limb[3] == pytest.approx((start, below.box.bottom))
    for parent in {parent.key: parent for parent, _ in pairs(twigs)}.values():
        tops = [leaves[child.key].box for child in parent.children]
        assert all(one.bottom <= other.top for one, other in pairwise(tops))


def assert_sizes_are_kept(twigs: list[Twig], leaves: dict[str, Leaf]) -> None:
    waiting = list(twigs)
    for twig in waiting:
        box = leaves[twig.key].box
        assert (box.width, box.height) == (pytest.approx(twig.width), pytest.approx(twig.height))
        waiting += twig.children
    assert len(leaves) == len(waiting)


@settings(deadline=None)
@given(trees())
def test_a_tree_on_both_sides_of_its_root_is_tidy(twigs: list[Twig]) -> None:
    leaves = beside(ROOT, twigs)
    assert_is_tidy(twigs, leaves)
    for twig in twigs:
        leaf = leaves[twig.key]
        assert (leaf.depth, leaf.side) == (1, twig.side)
        start = leaf.box.left if twig.side > 0 else -leaf.box.right
        assert start == pytest.approx(160 + FIRST_COLUMN)
        assert leaf.limb[0] == (160 * twig.side, 0)
    for side in (1, -1):
        mains = [leaves[twig.key].box for twig in twigs if twig.side == side]
        assert all(one.bottom < other.top for one, other in pairwise(mains))
    assert_sizes_are_kept(twigs, leaves)


@settings(deadline=None)
@given(trees())
def test_a_list_under_its_root_is_tidy(twigs: list[Twig]) -> None:
    leaves = under(ROOT, twigs)
    assert_is_tidy(twigs, leaves)
    assert all(leaf.box.top > ROOT.bottom and leaf.side == 1 for leaf in leaves.values())
    mains = [leaves[twig.key].box for twig in twigs]
    assert all(one.bottom < other.top for one, other in pairwise(mains))
    assert len({box.left for box in mains}) <= 1
    assert_sizes_are_kept(twigs, leaves)


@pytest.mark.parametrize("lay", [beside, under])
@pytest.mark.parametrize("count", [12, 200])
def test_no_limb_runs_through_the_text_of_another_branch(
    lay: Callable[..., dict[str, Leaf]], count: int
) -> None:
    chance = random.Random(count)
    twigs = [Twig(f"t{n}", chance.uniform(40, 240), chance.choice((27.5, 47.0, 86.0))) for n in range(count)]
    tops = twigs[:3]
    for number, twig in enumerate(twigs[3:], 3):
        (twigs[chance.randrange(number)].children if chance.random() < 0.85 else tops).append(twig)
    for twig in tops:
        twig.side = chance.choice((1, -1))
    leaves = lay(ROOT, tops)
    assert_is_tidy(tops, leaves)
    above = {child.key: twig.key for twig in twigs for child in twig.children}
    for key, leaf in leaves.items():
        points = [at(leaf.limb, part / 20) for part in range(2, 19)]
        for other in leaves.keys() - {key, above.get(key)}:
            box = leaves[other].box
            text = Box(box.left + 2, box.top + 3, box.right - 2, box.bottom - 4)
            assert not any(text.holds(*point) for point in points), (key, other)


def test_a_column_of_twigs_stands_about_the_middle_of_its_root() -> None:
    leaves = beside(ROOT, [Twig(f"t{i}", 100, 27.5) for i in range(5)])
    assert leaves["t2"].box.y == pytest.approx(ROOT.y)
    assert leaves["t0"].box.y == pytest.approx(-leaves["t4"].box.y)


@given(st.lists(st.floats(1, 500), max_size=9))
def test_both_sides_are_as_high_as_can_be(heights: list[float]) -> None:
    def unevenness(count: int) -> float:
        return abs(sum(heights[:count]) - sum(heights[count:]))

    assert unevenness(balance(heights)) == pytest.approx(min(map(unevenness, range(len(heights) + 1))))


def test_a_chain_of_5000_and_a_bush_of_10000_are_laid_out() -> None:
    first = last = Twig("0", 100, 27.5)
    for number in range(1, 5000):
        last.children.append(Twig(str(number), 100, 27.5))
        last = last.children[0]
    for lay in (beside, under):
        leaves = lay(ROOT, [first])
        assert len(leaves) == leaves["4999"].depth == 5000
    bush = [Twig(f"a{i}", 100, 27.5, [Twig(f"a{i} {j}", 100, 27.5) for j in range(99)]) for i in range(100)]
    boxes = sorted(
        (leaf.box for leaf in beside(ROOT, bush).values() if leaf.depth == 2), key=lambda box: box.top
    )
    assert len(boxes) == 9900
    assert all(one.bottom <= other.top for one, other in pairwise(boxes))
