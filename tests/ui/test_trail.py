"""Back and forward through views, as through pages."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.ui.editor.trail import Sighting, Trail


def at(number: int) -> Sighting:
    return Sighting("m", (), (float(number), 0.0, 1.0))


def anywhere(_: Sighting) -> bool:
    return True


def test_back_and_forward_lead_through_what_was_left() -> None:
    trail = Trail()
    trail.leave(at(1))
    trail.leave(at(2))
    assert trail.back(at(3), anywhere) == at(2)
    assert trail.back(at(2), anywhere) == at(1)
    assert trail.back(at(1), anywhere) is None
    assert trail.forward(at(1), anywhere) == at(2)
    assert trail.forward(at(2), anywhere) == at(3)
    assert trail.forward(at(3), anywhere) is None


def test_a_new_jump_forgets_what_lay_ahead() -> None:
    trail = Trail()
    trail.leave(at(1))
    trail.back(at(2), anywhere)
    trail.leave(at(1))
    assert trail.forward(at(5), anywhere) is None


def test_what_is_gone_and_what_is_in_view_already_are_passed_over() -> None:
    trail = Trail()
    for number in (1, 2, 3):
        trail.leave(at(number))
    assert trail.back(at(3), lambda sighting: sighting != at(2)) == at(1)
    assert trail.forward(at(1), anywhere) == at(3)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30))
def test_all_the_way_back_and_forward_again_ends_where_it_began(places: list[int]) -> None:
    trail, here = Trail(), at(places[0])
    for number in places[1:]:
        trail.leave(here)
        here = at(number)
    end, steps = here, 0
    while (found := trail.back(here, anywhere)) is not None:
        here, steps = found, steps + 1
    for _ in range(steps):
        found = trail.forward(here, anywhere)
        assert found is not None
        here = found
    assert here == end and trail.forward(here, anywhere) is None
