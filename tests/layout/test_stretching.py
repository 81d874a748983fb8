"""A way round cards is kept while its ends move, as long as it can be."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.layout.corridors import STEPS, way
from journeydesk.layout.flow import Course
from journeydesk.layout.routing import End, Side, Wire, route
from journeydesk.layout.sides import place_ports
from journeydesk.layout.stretching import starts_at, stretched
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point

BLOCK = Box(200, -60, 260, 60)
SMALL = st.integers(-30, 30).map(float)
FAR = st.integers(-900, 900).map(float)


def is_straight(corners: list[Point]) -> bool:
    return all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(corners))


def corners_round(first: Point, last: Point) -> list[Point]:
    found = way([BLOCK], first, Side.RIGHT, last, Side.RIGHT, 20.0)
    assert found is not None
    return found


@given(SMALL, SMALL, SMALL, SMALL)
def test_a_way_follows_small_moves_of_its_ends_with_the_same_corners(
    ax: float, ay: float, bx: float, by: float
) -> None:
    corners = corners_round((50, 0), (400, 0))
    first, last = (50 + ax, ay), (400 + bx, by)
    found = stretched(corners, first, Side.RIGHT, last, Side.RIGHT)
    assert found is not None
    assert (found[0], found[-1], len(found)) == (first, last, len(corners))
    assert is_straight(found)
    middle = {y for _, y in corners[2:-2]} or {corners[2][1]}
    assert {y for _, y in found} >= middle


@given(FAR, FAR, FAR, FAR)
def test_no_stretched_way_begins_backwards_or_runs_askew(ax: float, ay: float, bx: float, by: float) -> None:
    found = stretched(corners_round((50, 0), (400, 0)), (ax, ay), Side.RIGHT, (bx, by), Side.RIGHT)
    if found is not None:
        assert is_straight(found)
        assert found[1][0] >= found[0][0]
        assert found[-1][0] >= found[-2][0]


def test_a_way_is_not_stretched_to_another_side_of_its_card() -> None:
    corners = corners_round((50, 0), (400, 0))
    assert starts_at(corners, (30, 0), Side.RIGHT) == 20
    assert all(starts_at(corners, (30, 0), side) == 0 for side in (Side.LEFT, Side.TOP, Side.BOTTOM))
    assert starts_at((), (30, 0), Side.RIGHT) == 0
    assert STEPS[Side.RIGHT] == (1, 0)


def test_an_arrow_keeps_its_way_round_a_card_though_another_has_become_shorter() -> None:
    """The card in its way slides down: afresh it would go over it, but it was under it a moment ago."""
    source, target = End("a", Box.around(0, 0, 100, 60)), End("b", Box.around(500, 0, 100, 60))
    wire = Wire("w", source, target, Course.ADVANCE)
    sides = (Side.RIGHT, Side.LEFT)
    ports = place_ports([wire], {"w": sides})

    high, low = Box(220, -90, 280, 70), Box(220, -79, 280, 80)
    below = route(wire, sides, ports, lambda _: [high])
    kept = route(wire, sides, ports, lambda _: [low], before=below)
    fresh = route(wire, sides, ports, lambda _: [low])
    assert max(y for _, y in below.corners) == 90
    assert min(y for _, y in fresh.corners) == -99
    assert kept == below
