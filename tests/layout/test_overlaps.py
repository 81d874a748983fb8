"""Room is made with small moves."""

from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.layout.overlaps import GAP, moved_apart
from journeydesk.picture.marks import Box

BOXES = st.lists(
    st.builds(
        Box.around,
        st.integers(-600, 600),
        st.integers(-400, 400),
        st.integers(20, 400),
        st.integers(20, 300),
    ),
    max_size=30,
).map(lambda boxes: {f"k{number:02}": box for number, box in enumerate(boxes)})


def moved(boxes: dict[str, Box], shifts: dict[str, tuple[float, float]]) -> dict[str, Box]:
    return {key: box.moved(*shifts.get(key, (0.0, 0.0))) for key, box in boxes.items()}


@given(BOXES)
@settings(max_examples=150, deadline=None)
def test_no_box_lies_over_another_afterwards_and_then_nothing_moves(boxes: dict[str, Box]) -> None:
    now = moved(boxes, moved_apart(boxes))
    keys = list(now)
    assert not any(
        now[one].grown(-0.01).meets(now[other]) for place, one in enumerate(keys) for other in keys[:place]
    )
    assert moved_apart(now) == {}


@given(BOXES, st.integers(0, 30))
@settings(max_examples=60, deadline=None)
def test_what_is_fixed_stays(boxes: dict[str, Box], count: int) -> None:
    fixed = list(boxes)[:count]
    shifts = moved_apart(boxes, fixed)
    now = moved(boxes, shifts)
    assert not shifts.keys() & set(fixed)
    free = [key for key in now if key not in fixed]
    assert not any(now[one].grown(-0.01).meets(now[other]) for one in free for other in now if one != other)


def test_a_small_card_is_pushed_out_of_a_tree_by_the_nearest_way() -> None:
    boxes = {"tree": Box(0, 0, 400, 500), "card": Box(380, 200, 580, 280), "far": Box(900, 200, 1000, 280)}
    assert moved_apart(boxes) == {"card": (20 + GAP, 0)}


def test_nothing_moves_where_nothing_is_covered() -> None:
    assert moved_apart({"a": Box(0, 0, 10, 10), "b": Box(10, 0, 20, 10)}) == {}
