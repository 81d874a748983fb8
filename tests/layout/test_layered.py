"""Ties run onward from layer to layer, whatever the graph is like."""

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.layout.crossings import crossings, ordered
from journeydesk.layout.cycles import Tie, backward
from journeydesk.layout.layered import Gaps, Item, layered
from journeydesk.layout.layers import layers
from journeydesk.layout.lines import settled

COUNT = 9
TIES = st.lists(
    st.builds(Tie, st.integers(0, COUNT - 1), st.integers(0, COUNT - 1), st.sampled_from((1.0, 2.0))),
    max_size=24,
)
GAPS = Gaps(100, 40)


def item(x: float, y: float = 0.0, rank: float = -1.0) -> Item:
    return Item(x, y, 100, 40, 100, 40, rank)


@given(TIES, st.permutations(range(COUNT)))
def test_without_the_ties_that_run_back_nothing_leads_to_where_it_began(
    ties: list[Tie], drawn: list[int]
) -> None:
    turned = backward(ties, [-1.0] * COUNT, drawn)
    pairs = [
        (tie.target, tie.source, 1.0) if number in turned else (tie.source, tie.target, 1.0)
        for number, tie in enumerate(ties)
        if tie.source != tie.target
    ]
    at = layers(COUNT, pairs, drawn)
    assert all(at[source] < at[target] for source, target, _ in pairs)
    assert min(at) == 0


def test_a_loop_is_turned_where_it_runs_against_the_drawing() -> None:
    ties = [Tie(0, 1), Tie(1, 2), Tie(2, 0), Tie(2, 3)]
    assert backward(ties, [-1.0] * 4, [0.0, 1.0, 2.0, 3.0]) == {2}


def test_what_is_drawn_one_above_the_other_is_not_turned_where_others_run_back_anyway() -> None:
    # 1 leads up to 2, which leads on to 3; both 2 and 3 lead back to 0, clearly to the left.
    ties = [Tie(0, 1), Tie(1, 2), Tie(2, 3), Tie(2, 0), Tie(3, 0), Tie(1, 4), Tie(4, 5)]
    for shift in (-40.0, 0.0, 40.0):
        drawn = [0.0, 400.0, 400.0 + shift, 800.0, 800.0, 1200.0]
        assert backward(ties, [-1.0] * 6, drawn) == {3, 4}


def test_a_later_phase_comes_later_even_where_it_is_drawn_first() -> None:
    assert backward([Tie(0, 1), Tie(1, 0)], [4.0, 1.0], [0.0, 1.0]) == {0}


@given(TIES, st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=COUNT, max_size=COUNT))
@settings(deadline=None)
def test_items_never_lie_over_one_another(ties: list[Tie], places: list[tuple[int, int]]) -> None:
    items = [item(x * 100.0, y * 50.0) for x, y in places]
    found = layered(items, ties, GAPS)
    for number, (x, y) in enumerate(found):
        for other_x, other_y in found[:number]:
            assert abs(x - other_x) >= 299.9 or abs(y - other_y) >= 119.9


def test_a_chain_is_straight() -> None:
    found = layered(
        [item(300.0 * n, 90.0 * (n % 3)) for n in range(6)], [Tie(n, n + 1) for n in range(5)], GAPS
    )
    assert len({round(y, 6) for _, y in found}) == 1
    assert [x for x, _ in found] == [100 + 300.0 * n for n in range(6)]


def test_two_arms_of_a_fork_lie_on_both_sides_of_it() -> None:
    items = [item(0), item(300, -80), item(300, 80)]
    (_, fork), (_, one), (_, other) = layered(items, [Tie(0, 1), Tie(0, 2)], GAPS)
    assert (one + other) / 2 == fork


def test_an_order_without_crossings_is_found_and_kept() -> None:
    down = [[(5, 1.0)], [(4, 1.0)], [(3, 1.0)], [], [], []]
    up = [[], [], [], [(2, 1.0)], [(1, 1.0)], [(0, 1.0)]]
    rows = ordered([[0, 1, 2], [3, 4, 5]], up, down, [0.0, 1.0, 2.0, 3.0, 4.0, 5.0])
    assert crossings(rows, down) == 0
    drawn = [float(row.index(thing)) for thing in range(6) for row in rows if thing in row]
    assert ordered(rows, up, down, drawn) == rows


@given(
    st.lists(
        st.tuples(st.integers(-50, 50), st.sampled_from((1.0, 3.0)), st.integers(0, 20)),
        min_size=1,
        max_size=12,
    )
)
def test_places_are_apart_and_as_near_as_can_be_to_what_is_wanted(rows: list[tuple[int, float, int]]) -> None:
    wanted, weights, steps = ([float(row[part]) for row in rows] for part in range(3))
    found = settled(wanted, weights, steps)
    assert all(b - a >= step - 1e-6 for a, b, step in zip(found, found[1:], steps[1:], strict=False))

    def cost(places: list[float]) -> float:
        return sum(w * abs(a - b) for w, a, b in zip(weights, places, wanted, strict=True))

    for by in (-3.0, 3.0):
        assert cost([place + by for place in found]) >= cost(found) - 1e-6


def test_a_thousand_items_take_less_than_half_a_second() -> None:
    chance = random.Random(1)
    items = [item(n % 32 * 400.0, n // 32 * 200.0) for n in range(1000)]
    ties = [Tie(n, min(999, max(0, n + chance.choice((1, 1, 2, 32, -1, -32))))) for n in range(1000)]
    start = time.process_time()
    layered(items, ties, GAPS)
    assert time.process_time() - start < 0.5
