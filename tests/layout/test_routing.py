"""Ways between cards keep clear of them, and arrows leave and enter where and as they should."""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from journeydesk.layout.clearance import in_way
from journeydesk.layout.corridors import STEPS, way
from journeydesk.layout.flow import Course
from journeydesk.layout.routing import (
    HEAD,
    End,
    Route,
    Side,
    Wire,
    route,
)
from journeydesk.layout.sides import choose_sides, place_ports
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point, direction

CLEARANCE = 20.0
PLACES = st.integers(-12, 12).map(lambda n: n * 45.0)


@st.composite
def cards(draw: st.DrawFn, most: int = 7) -> list[Box]:
    """Cards that do not overlap."""
    found: list[Box] = []
    for _ in range(draw(st.integers(2, most))):
        x, y = draw(PLACES), draw(PLACES)
        box = Box.around(
            x, y, draw(st.sampled_from([60.0, 130.0, 256.0])), draw(st.sampled_from([48.0, 76.0, 200.0]))
        )
        if not any(box.grown(4).meets(other) for other in found):
            found.append(box)
    return found


def enters(box: Box, a: Point, b: Point) -> bool:
    """Whether a piece that runs along a row or a column enters a box."""
    return (
        Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
        .grown(1e-6)
        .meets(box.grown(-0.01))
    )


@settings(deadline=None, max_examples=60)
@given(cards(), st.tuples(PLACES, PLACES), st.tuples(PLACES, PLACES), st.integers(0, 3), st.integers(0, 3))
def test_a_way_never_enters_a_card(
    boxes: list[Box], start: Point, end: Point, leaving: int, arriving: int
) -> None:
    assume(not any(box.grown(CLEARANCE - 0.5).holds(*point) for box in boxes for point in (start, end)))
    assume(start != end)
    corners = way(boxes, start, leaving, end, arriving, CLEARANCE)
    assert corners is not None
    assert corners[0] == start and corners[-1] == end
    for a, b in pairwise(corners):
        assert a[0] == b[0] or a[1] == b[1]
        assert not any(enters(box.grown(CLEARANCE - 0.6), a, b) for box in boxes)
    first, last = heading(corners[0], corners[1]), heading(corners[-2], corners[-1])
    assert first != opposite(leaving), "it turns back at once"
    assert last != opposite(arriving), "it turns back in the end"


def heading(a: Point, b: Point) -> tuple[int, int]:
    return int(b[0] > a[0]) - int(b[0] < a[0]), int(b[1] > a[1]) - int(b[1] < a[1])


def opposite(side: int) -> tuple[int, int]:
    return STEPS[(side + 2) % 4]


def test_the_way_is_the_shortest_and_has_the_fewest_bends() -> None:
    assert way([], (0, 0), 0, (100, 0), 0, CLEARANCE) == [(0, 0), (100, 0)]
    wall = Box(40, -100, 60, 300)
    assert way([wall], (0, 0), 0, (100, 0), 0, CLEARANCE) == [
        (0, 0),
        (20, 0),
        (20, -120),
        (80, -120),
        (80, 0),
        (100, 0),
    ]


def test_what_is_walled_in_has_no_way() -> None:
    walls = [
        Box(-100, -100, 100, -60),
        Box(-100, 60, 100, 100),
        Box(-100, -70, -60, 70),
        Box(60, -70, 100, 70),
    ]
    assert way(walls, (0, 0), 0, (300, 0), 0, CLEARANCE) is None


# Routes

COURSES = [Course.ADVANCE, Course.SKIP, Course.BACK]


def finder(boxes: Sequence[Box]) -> Callable[[Box], Sequence[Box]]:
    return lambda region: [box for box in boxes if box.meets(region)]


def led(
    wire: Wire, boxes: Sequence[Box], others: Sequence[Wire] = ()
) -> tuple[Route, tuple[Side, Side], dict[tuple[str, bool], Point]]:
    wires = [wire, *others]
    sides = {each.key: choose_sides(each) for each in wires}
    ports = place_ports(wires, sides)
    return route(wire, sides[wire.key], ports, finder(boxes)), sides[wire.key], ports


def is_on(box: Box, side: Side, point: Point) -> bool:
    x, y = point
    edge = {
        Side.LEFT: x == box.left,
        Side.RIGHT: x == box.right,
        Side.TOP: y == box.top,
        Side.BOTTOM: y == box.bottom,
    }
    return edge[side] and box.holds(x, y)


@settings(deadline=None, max_examples=60)
@given(cards(), st.sampled_from(COURSES), st.integers(0, 3))
def test_an_arrow_runs_from_side_to_side_and_enters_straight(
    boxes: list[Box], course: Course, lane: int
) -> None:
    assume(len(boxes) > 1)
    wire = Wire("w", End("a", boxes[0]), End("b", boxes[1]), course, lane)
    lies, (leaving, entering), ports = led(wire, boxes)
    start, tip = lies.cubics[0][0], lies.cubics[-1][3]
    assert start == ports["w", True] and is_on(boxes[0], leaving, start)
    port, (dx, dy) = ports["w", False], STEPS[entering]
    assert is_on(boxes[1], entering, port)
    assert math.dist(tip, (port[0] + dx * HEAD, port[1] + dy * HEAD)) < 1e-6
    assert direction(lies.cubics[0], 0.0) == pytest.approx(STEPS[leaving], abs=0.02)
    assert direction(lies.cubics[-1], 1.0) == pytest.approx((-dx, -dy), abs=0.02)
    for before, after in pairwise(lies.cubics):
        assert before[3] == pytest.approx(after[0])


@settings(deadline=None, max_examples=60)
@given(cards(5), st.sampled_from(COURSES))
def test_an_arrow_keeps_out_of_cards_with_room_around(boxes: list[Box], course: Course) -> None:
    """Cards with room around them: no point of an arrow is in any of them, but for a round corner's width."""
    assume(len(boxes) > 1)
    assume(not any(a.grown(30).meets(b.grown(30)) for i, a in enumerate(boxes) for b in boxes[:i]))
    lies, _, _ = led(Wire("w", End("a", boxes[0]), End("b", boxes[1]), course), boxes)
    for x, y in lies.points(20)[1:]:
        assert not any(box.grown(-4).holds(x, y) for box in boxes)


def test_ears_stand_on_the_card_that_they_leave() -> None:
    box = Box(0, 0, 256, 76)
    lies, _, _ = led(Wire("w", End("a", box), End("a", box), Course.SELF), [box])
    assert lies.cubics[0][0][1] == box.top
    assert lies.cubics[-1][3][1] == box.top - HEAD
    assert (
        direction(lies.cubics[-1], 1.0) == pytest.approx((0, 1), abs=0.01) or lies.cubics[-1][2][1] < box.top
    )
    assert all(y <= box.top and box.left < x < box.right for x, y in lies.points())


def test_arrows_at_one_side_keep_apart_and_do_not_cross() -> None:
    hub = Box(0, 0, 100, 100)
    others = [Box.around(600, y, 100, 60) for y in (-400, -100, 200, 500)]
    wires = [
        Wire(f"w{i}", End("hub", hub), End(f"o{i}", box), Course.ADVANCE) for i, box in enumerate(others)
    ]
    ports = place_ports(wires[::-1], {wire.key: choose_sides(wire) for wire in wires})
    ys = [ports[wire.key, True][1] for wire in wires]
    assert ys == sorted(ys)
    assert all(b - a >= 15 for a, b in pairwise(ys))
    assert min(ys) - hub.top == pytest.approx(hub.bottom - max(ys))


def meetings(first: Route, second: Route) -> int:
    """How often two ways cross."""

    def side(a: Point, b: Point, c: Point) -> bool:
        return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])

    return sum(
        side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)
        for a, b in pairwise(first.points(24))
        for c, d in pairwise(second.points(24))
    )


@pytest.mark.parametrize("course", COURSES)
@pytest.mark.parametrize("upright", [False, True])
@pytest.mark.parametrize("gap", [330, 900])
def test_arrows_of_cards_in_a_row_do_not_cross(course: Course, upright: bool, gap: int) -> None:
    """From the first card to all others, and from all others to the last; returns the other way."""
    boxes = [Box.around(*((0, i * gap) if upright else (i * gap, 0)), 216, 60) for i in range(4)]
    ends = [End(str(i), box) for i, box in enumerate(boxes)]
    for fan in ([(0, 1), (0, 2), (0, 3)], [(2, 3), (1, 3), (0, 3)]):
        turned = [pair[::-1] if course is Course.BACK else pair for pair in fan]
        wires = [Wire(f"{a}{b}", ends[a], ends[b], course) for a, b in turned]
        ways = [led(wire, boxes, [other for other in wires if other is not wire])[0] for wire in wires]
        is_arc = course is Course.BACK or (course is Course.SKIP and not upright)
        # What is no arc runs side by side with others over the cards in between.
        pairs = [(0, 1), (0, 2), (1, 2)] if is_arc else [(0, 1), (0, 2)]
        assert not any(meetings(ways[a], ways[b]) for a, b in pairs)


def test_two_arcs_between_the_same_cards_lie_one_round_the_other() -> None:
    a, b = End("a", Box(0, 0, 256, 76)), End("b", Box(600, 0, 856, 76))
    wires = [Wire(f"w{lane}", a, b, Course.SKIP, lane) for lane in range(3)]
    ways = [led(wire, [], [other for other in wires if other is not wire])[0] for wire in wires]
    assert not any(meetings(one, other) for i, one in enumerate(ways) for other in ways[:i])


def test_a_return_to_another_row_takes_the_straight_way() -> None:
    a, b = End("a", Box(0, 400, 256, 476)), End("b", Box(600, 0, 856, 76))
    assert choose_sides(Wire("w", b, a, Course.BACK)) == (Side.LEFT, Side.TOP)
    assert choose_sides(Wire("w", a, b, Course.BACK)) == (Side.RIGHT, Side.BOTTOM)
    near = End("b", Box(600, 100, 856, 176))
    assert choose_sides(Wire("w", near, End("a", Box(0, 60, 256, 136)), Course.BACK))[0] is Side.BOTTOM


def test_skips_run_over_and_returns_below() -> None:
    a, b = Box(0, 0, 100, 60), Box(600, 0, 700, 60)
    skip, sides, _ = led(Wire("w", End("a", a), End("b", b), Course.SKIP), [a, b])
    assert sides == (Side.TOP, Side.TOP) and min(y for _, y in skip.points()) < -60
    back, sides, _ = led(Wire("w", End("b", b), End("a", a), Course.BACK), [a, b])
    assert sides == (Side.BOTTOM, Side.BOTTOM) and max(y for _, y in back.points()) > 120


def test_a_list_below_a_card_is_gone_round() -> None:
    """The other card lies right below the list: the way leaves beside it."""
    a, b = Box(0, 0, 256, 76), Box(0, 400, 256, 476)
    entries = [Box(38, 92 + 44 * i, 230, 126 + 44 * i) for i in range(4)]
    source = End("a", a, frozenset({Side.BOTTOM}))
    for course in COURSES:
        lies, sides, _ = led(Wire("w", source, End("b", b), course), [a, b, *entries])
        assert sides[0] is not Side.BOTTOM
        assert not in_way(lies.points(30), entries, 0)


def test_a_card_that_is_not_in_the_way_changes_nothing() -> None:
    a, b, wall = Box(0, 0, 100, 60), Box(600, 0, 700, 60), Box(250, -80, 400, 120)
    wire = Wire("w", End("a", a), End("b", b), Course.ADVANCE)
    lies, _, _ = led(wire, [a, b, wall])
    assert len(lies.cubics) > 1
    for x in range(-100, 900, 50):
        for y in (-400, -260, 260, 400):
            other = Box.around(x, y, 120, 60)
            assert led(wire, [a, b, wall, other])[0] == lies


@pytest.mark.parametrize("course", COURSES)
def test_sides_are_kept_until_others_are_clearly_better(course: Course) -> None:
    """A card goes round another in small steps, and a little back at each."""
    hub, kept = End("a", Box.around(0, 0, 256, 76)), None
    seen = []
    for step in range(720):
        for turn in (step, step - 1):
            x, y = 500 * math.cos(math.radians(turn / 2)), 400 * math.sin(math.radians(turn / 2))
            kept = choose_sides(Wire("w", hub, End("b", Box.around(x, y, 256, 76)), course), kept)
            seen.append(kept)
    changes = sum(one != other for one, other in pairwise(seen))
    assert 3 <= changes <= 20


def test_an_ear_stands_where_there_is_room() -> None:
    box = Box(0, 0, 256, 76)
    wire = Wire("w", End("a", box), End("a", box), Course.SELF)
    above = Box(-20, -120, 280, -40)
    lies, _, _ = led(wire, [box, above])
    assert lies.cubics[0][0][1] == box.bottom
    branch = End("a", box, frozenset({Side.TOP, Side.BOTTOM, Side.LEFT}))
    lies, _, _ = led(Wire("w", branch, branch, Course.SELF), [box])
    assert lies.cubics[0][0][0] == box.right and all(x >= box.right for x, _ in lies.points())


def test_an_ear_can_be_bent() -> None:
    box, far = Box(0, 0, 256, 76), (128.0, 300.0)
    end = End("a", box)
    lies, sides, _ = led(Wire("w", end, end, Course.SELF, waypoints=(far,)), [box])
    assert sides == (Side.BOTTOM, Side.BOTTOM)
    assert lies.nearest(far)[1] < 1


def test_the_nearest_place_on_a_way_is_found() -> None:
    lies = Route((((0, 0), (100, 0), (200, 0), (300, 0)), ((300, 0), (300, 100), (300, 200), (300, 300))))
    assert lies.nearest((150, 40)) == pytest.approx((0.25, 40))
    assert lies.nearest((310, 150)) == pytest.approx((0.75, 10))
    assert lies.nearest((-50, 0)) == pytest.approx((0, 50))
    assert Route((((5, 5),) * 4,)).nearest((5, 8)) == (0, 3)


def test_a_side_from_which_branches_grow_is_left_alone() -> None:
    a, b = Box(0, 0, 100, 60), Box(600, 0, 700, 60)
    taken = End("a", a, frozenset({Side.TOP}))
    assert choose_sides(Wire("w", taken, End("b", b), Course.SKIP)) == (Side.BOTTOM, Side.BOTTOM)
    right = End("a", a, frozenset({Side.RIGHT}))
    below = End("c", b.moved(0, 200))
    assert choose_sides(Wire("w", End("a", a), below, Course.ADVANCE)) == (Side.RIGHT, Side.LEFT)
    assert choose_sides(Wire("w", right, below, Course.ADVANCE))[0] is Side.BOTTOM


def test_an_arrow_passes_the_points_that_people_chose() -> None:
    a, b = Box(0, 0, 100, 60), Box(600, 0, 700, 60)
    points = ((200.0, 300.0), (400.0, -300.0))
    lies, _, _ = led(Wire("w", End("a", a), End("b", b), Course.ADVANCE, waypoints=points), [a, b])
    assert [cubic[3] for cubic in lies.cubics[:-1]] == list(points)


def test_between_the_points_that_people_chose_an_arrow_goes_round_cards() -> None:
    a, b, between = Box(0, 0, 100, 60), Box(1200, 0, 1300, 60), Box(520, 230, 780, 470)
    bends = ((300.0, 300.0), (1000.0, 300.0))
    wire = Wire("w", End("a", a), End("b", b), Course.ADVANCE, waypoints=bends)
    plain, _, _ = led(wire, [a, b])
    lies, _, _ = led(wire, [a, b, between])
    assert any(between.holds(*point) for point in plain.points())
    assert not any(between.holds(*point) for point in lies.points(24))
    assert {*bends} <= {cubic[3] for cubic in lies.cubics}
    far, _, _ = led(wire, [a, b, between.moved(0, 900)])
    assert far == plain


def test_a_card_on_which_people_put_a_bend_stays_in_the_way() -> None:
    a, b, under = Box(0, 0, 100, 60), Box(1200, 0, 1300, 60), Box(520, 230, 780, 470)
    wire = Wire("w", End("a", a), End("b", b), Course.ADVANCE, waypoints=((650.0, 300.0),))
    assert led(wire, [a, b, under])[0] == led(wire, [a, b])[0]


@settings(deadline=None, max_examples=60)
@given(cards(), st.lists(st.tuples(PLACES, PLACES), min_size=1, max_size=4, unique=True))
def test_an_arrow_passes_its_bends_whatever_is_in_its_way(boxes: list[Box], bends: list[Point]) -> None:
    assume(len(boxes) > 1)
    ends = End("a", boxes[0]), End("b", boxes[1])
    lies, _, _ = led(Wire("w", *ends, Course.ADVANCE, waypoints=tuple(bends)), boxes)
    passed = [cubic[3] for cubic in lies.cubics]
    at = 0
    for bend in bends:
        at = next(i for i in range(at, len(passed)) if math.dist(passed[i], bend) < 0.02) + 1
    assert all(math.dist(one[3], other[0]) < 0.02 for one, other in pairwise(lies.cubics))


@given(st.floats(0, 1))
def test_a_part_of_the_way_is_measured_along_it(part: float) -> None:
    lies = Route((((0, 0), (100, 0), (200, 0), (300, 0)), ((300, 0), (300, 100), (300, 200), (300, 300))))
    x, y = lies.along(part)
    assert x + y == pytest.approx(600 * part, abs=1e-6)
    assert lies.length == pytest.approx(600)


def test_a_way_of_no_length_has_a_place_for_a_label() -> None:
    assert Route((((5, 5),) * 4,)).along(0.5) == (5, 5)
