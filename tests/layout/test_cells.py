"""What lies in a region is found as if every box had been looked at."""

from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.layout.cells import SIZE, Cells
from journeydesk.picture.marks import Box

EDGES = st.one_of(
    st.integers(-4, 4).map(lambda n: n * SIZE),
    st.floats(-2000, 2000),
    st.sampled_from([-1e7, 1e7, -3e4, 3e4]),
)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, right = sorted((draw(EDGES), draw(EDGES)))
    top, bottom = sorted((draw(EDGES), draw(EDGES)))
    return Box(left, top, right, bottom)


KEYS = st.sampled_from("abcdef")


@settings(deadline=None)
@given(st.lists(st.tuples(KEYS, st.one_of(st.none(), boxes())), max_size=15), st.lists(boxes(), max_size=5))
def test_boxes_are_found_as_by_looking_at_all(work: list[tuple[str, Box | None]], regions: list[Box]) -> None:
    cells, known = Cells(), {}
    for key, box in work:
        if box is None:
            cells.remove(key)
            known.pop(key, None)
        else:
            cells.put(key, box)
            known[key] = box
    assert cells.boxes == known
    for region in (*regions, *known.values()):
        found = list(cells.meeting(region))
        assert len(found) == len(set(found))
        assert set(found) == {key for key, box in known.items() if box.meets(region)}


def test_nothing_is_left_of_boxes_that_were_taken_out() -> None:
    cells = Cells()
    for number in range(50):
        cells.put(str(number), Box(number * 100, 0, number * 100 + 900, 50))
    for number in range(50):
        cells.remove(str(number))
    assert not cells.boxes and not cells._cells and not cells._vast
