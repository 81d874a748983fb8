"""A tidy map covers nothing, keeps what is pinned, reads onward, and stays as it is when tidied again."""

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.layout.layered import StoppedError
from journeydesk.layout.pieces import Arrow, Block, Role, frames_of
from journeydesk.layout.tidying import Wishes, tidied
from journeydesk.picture.marks import Box

NUMBER = st.integers(0, 40)
PLACE = st.integers(-15, 15)
ANY = Wishes()


def block(key: str, role: Role, x: float, y: float, *, below: float = 0.0, **more: Any) -> Block:
    """A card with a list of this height below it."""
    wide, high = (560, 360) if role is Role.FRAME else (256, 80)
    card = Box.around(x, y, wide, high)
    return Block(key, role, card, Box(card.left, card.top, card.right + 20, card.bottom + below), **more)


@st.composite
def maps(draw: st.DrawFn) -> tuple[list[Block], list[Arrow]]:
    """Cards of every role at any place, some of them pinned, with arrows of any sort between them."""
    roles = list(Role)
    rows = draw(st.lists(st.tuples(st.integers(0, 6), PLACE, PLACE, st.integers(0, 9)), max_size=14))
    blocks = [
        block(
            f"k{number}",
            roles[role],
            x * 110.0,
            y * 90.0,
            below=extra * 30.0 if roles[role] is not Role.FRAME else 0.0,
            rank=extra % 7 if roles[role] is Role.STAGE else -1.0,
            pinned=extra == 9,
        )
        for number, (role, x, y, extra) in enumerate(rows)
    ]
    ends = draw(st.lists(st.tuples(NUMBER, NUMBER, NUMBER), max_size=18)) if blocks else []
    arrows = [
        Arrow(
            blocks[a % len(blocks)].key,
            blocks[b % len(blocks)].key,
            1.0 + c % 3,
            c * 3.0,
            c % 5 != 0,
        )
        for a, b, c in ends
    ]
    return blocks, arrows


def after(blocks: Sequence[Block], arrows: Sequence[Arrow], wishes: Wishes = ANY) -> list[Block]:
    """The blocks where they come to lie, in their order."""
    return moved_to(blocks, tidied(blocks, arrows, wishes))


def moved_to(blocks: Sequence[Block], places: dict[str, Box]) -> list[Block]:
    """The blocks with their cards in these places."""
    found = []
    for each in blocks:
        card = places.get(each.key, each.card)
        dx, dy = card.left - each.card.left, card.top - each.card.top
        whole = card if each.role is Role.FRAME else each.whole.moved(dx, dy)
        found.append(replace(each, card=card, whole=whole))
    return found


def covered(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """Pairs that lie over one another, but for what lies in its frame and what is pinned there."""
    owners = frames_of(blocks)

    def frames(key: str) -> set[str]:
        found = {key}
        while (key := owners.get(key, "")) and key not in found:
            found.add(key)
        return found

    return [
        (one.key, other.key)
        for place, one in enumerate(blocks)
        for other in blocks[:place]
        if one.whole.grown(-1).meets(other.whole.grown(-1))
        and one.key not in frames(other.key)
        and other.key not in frames(one.key)
    ]


@given(maps())
@settings(max_examples=150, deadline=None)
def test_nothing_is_covered_and_what_is_pinned_stays(made: tuple[list[Block], list[Arrow]]) -> None:
    blocks, arrows = made
    now = after(blocks, arrows)
    for before, placed in zip(blocks, now, strict=True):
        if before.pinned:
            assert placed.card == before.card
    if not any(each.pinned for each in blocks):
        assert covered(now) == []
        assert frames_of(now) == frames_of(blocks)


@given(maps(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_in_which_things_come_makes_no_difference(
    made: tuple[list[Block], list[Arrow]], chance: random.Random
) -> None:
    blocks, arrows = made
    mixed, runs = list(blocks), list(arrows)
    chance.shuffle(mixed)
    chance.shuffle(runs)
    assert tidied(mixed, runs) == tidied(blocks, arrows)


JOURNEY = [
    block("look", Role.STAGE, 0, 0, rank=0),
    block("buy", Role.STAGE, 480, 130, rank=3),
    block("shop", Role.STEP, 60, 300),
    block("sure", Role.FORK, 300, -60),
    block("lost", Role.END, 200, 500),
    block("use", Role.STAGE, 900, -200, rank=4),
    block("note", Role.ASIDE, 470, 420),
    block("who", Role.PERSON, -300, 40, below=200),
]
RUNS = [
    Arrow("look", "sure"),
    Arrow("sure", "buy", room=60),
    Arrow("sure", "lost"),
    Arrow("buy", "use"),
    Arrow("use", "look"),
    Arrow("use", "use"),
    Arrow("who", "buy", leads=False),
]


def by_key(blocks: Sequence[Block]) -> dict[str, Box]:
    return {each.key: each.card for each in blocks}


def test_a_journey_reads_from_left_to_right_on_one_line() -> None:
    now = by_key(after(JOURNEY, RUNS))
    line = [now[key] for key in ("look", "sure", "buy", "use")]
    assert [card.x for card in line] == sorted(card.x for card in line)
    assert max(card.y for card in line) - min(card.y for card in line) <= 1
    assert now["buy"].left - now["sure"].right >= 60 + 2 * 30


def test_what_belongs_to_a_stage_or_a_fork_stands_below_it() -> None:
    now = by_key(after(JOURNEY, RUNS))
    assert now["shop"].x == now["look"].x and now["shop"].top > now["look"].bottom
    assert now["lost"].x == now["sure"].x and now["lost"].top > now["sure"].bottom
    assert now["note"].x == now["buy"].x and now["note"].top > now["buy"].bottom


def test_people_stand_above_those_whom_they_influence() -> None:
    now = by_key(after(JOURNEY, RUNS))
    assert abs(now["who"].x - now["buy"].x) <= 1
    assert now["who"].bottom + 200 < now["buy"].top


def test_a_tidy_map_stays_as_it_is() -> None:
    now = after(JOURNEY, RUNS)
    assert tidied(now, RUNS) == {}


def test_a_map_can_run_from_top_to_bottom() -> None:
    now = by_key(after(JOURNEY, RUNS, Wishes(down=True)))
    line = [now[key] for key in ("look", "sure", "buy", "use")]
    assert [card.y for card in line] == sorted(card.y for card in line)
    assert max(card.x for card in line) - min(card.x for card in line) <= 1


def test_more_room_makes_a_wider_map() -> None:
    def width(spacing: float) -> float:
        now = by_key(after(JOURNEY, RUNS, Wishes(spacing)))
        return now["use"].right - now["look"].left

    assert width(0.7) < width(1.0) < width(1.5)


def test_the_rest_makes_room_for_what_is_pinned() -> None:
    pinned = [replace(each, pinned=each.key == "buy") for each in JOURNEY]
    now = after(pinned, RUNS)
    assert by_key(now)["buy"] == by_key(pinned)["buy"]
    assert covered(now) == []


def test_nothing_is_laid_over_what_does_not_take_part() -> None:
    wall = Box(-200, -300, 700, 100)
    now = tidied(JOURNEY, RUNS, fixed=[wall])
    for each in JOURNEY:
        card = now.get(each.key, each.card)
        moved = each.whole.moved(card.left - each.card.left, card.top - each.card.top)
        assert not moved.meets(wall)


def test_a_frame_stays_round_what_lies_in_it() -> None:
    blocks = [
        block("f", Role.FRAME, 200, 100),
        block("a", Role.STEP, 100, 60),
        block("b", Role.STEP, 300, 100, below=60),
        block("far", Role.STAGE, 900, 0),
    ]
    now = after(blocks, [Arrow("a", "b"), Arrow("b", "far")])
    assert frames_of(now) == {"a": "f", "b": "f"}
    assert covered(now) == []


def test_what_lies_in_a_frame_runs_as_its_arrows_are_drawn() -> None:
    for down in (False, True):
        places = [(0.0, 300.0 * n) if down else (300.0 * n, 0.0) for n in range(3)]
        blocks = [block(f"s{n}", Role.STAGE, *place) for n, place in enumerate(places)]
        whole = Box(-200, -200, 800, 800)
        now = by_key(
            after([*blocks, Block("f", Role.FRAME, whole, whole)], [Arrow("s0", "s1"), Arrow("s1", "s2")])
        )
        along = [now[f"s{n}"].y if down else now[f"s{n}"].x for n in range(3)]
        beside = {now[f"s{n}"].x if down else now[f"s{n}"].y for n in range(3)}
        assert along == sorted(set(along)) and len(beside) == 1


def test_what_no_arrow_joins_stays_where_others_that_are_fixed_lie_between() -> None:
    blocks = [block(f"s{n}", Role.STAGE, 900.0 * n, 0.0) for n in range(3)]
    between = [block(f"d{n}", Role.FORK, 450.0 + 900.0 * n, 0.0).whole for n in range(2)]
    assert tidied(blocks, [], ANY, between) == {}
    assert tidied(blocks, [], ANY, [Box(0.0, 2000.0, 100.0, 2100.0)])
    over = [*blocks[:2], block("s2", Role.STAGE, 920.0, 20.0)]
    assert tidied(over, [], ANY, between)


def test_stages_without_arrows_stand_in_one_line_as_drawn() -> None:
    blocks = [block(f"s{n}", Role.STAGE, 300.0 * n, 40.0 * (n % 2)) for n in range(5)]
    now = after(blocks, [])
    assert len({each.card.y for each in now}) == 1
    assert [each.card.x for each in now] == sorted(each.card.x for each in now)


@pytest.mark.parametrize("count", [0, 1])
def test_next_to_nothing_stays_where_it_is(count: int) -> None:
    assert tidied(JOURNEY[:count], [Arrow("look", "look")]) == {}


def test_it_ends_when_it_is_not_wanted_any_more() -> None:
    with pytest.raises(StoppedError):
        tidied(JOURNEY, RUNS, stop=lambda: True)
