"""The order of stages, and the courses that follow from it, on maps made by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.layout.flow import Course, Stop, course, flow_of, stage_order


def journey() -> dict[str, Stop]:
    """Four stages; calls belong to the second, a check to the third, and an end of each sort to the last."""
    stops = [
        Stop("need", 0, 0, True),
        Stop("look", 300, 20, True),
        Stop("buy", 600, -20, True),
        Stop("use", 900, 0, True),
        Stop("call", 320, 200),
        Stop("call back", 400, 300),
        Stop("check", 600, 200),
        Stop("kept", 1200, 0),
        Stop("lost", 1200, 200, is_exit=True),
        Stop("alone", 0, 900),
    ]
    return {stop.key: stop for stop in stops}


ARROWS = [
    ("need", "look"),
    ("look", "buy"),
    ("buy", "use"),
    ("look", "call"),
    ("call", "call back"),
    ("buy", "check"),
    ("use", "kept"),
    ("use", "lost"),
]


def test_stages_run_from_left_to_right_and_down_a_column() -> None:
    stops = [
        Stop("c", 80, -50, True),
        Stop("b", 0, 400, True),
        Stop("a", 10, 0, True),
        Stop("d", 300, -900, True),
    ]
    assert stage_order(stops) == ("c", "a", "b", "d")
    assert stage_order([Stop("x", 0, 0), *stops]) == ("c", "a", "b", "d")
    assert stage_order([]) == ()


def test_what_is_no_stage_belongs_to_the_stage_that_leads_to_it_first() -> None:
    rank = flow_of(journey(), ARROWS).ranks
    assert rank["need"] == (1, 0) and rank["use"] == (4, 0)
    assert rank["call"] == (2, 1) and rank["call back"] == (2, 2)
    assert rank["kept"] == (4, 1)
    assert rank["alone"] == (0, 0)


def test_what_is_no_stage_belongs_to_the_last_stage_before_it_that_leads_to_it() -> None:
    """A decision after the second stage, to which the first leads as well; one of its outcomes leads back."""
    stops = {
        stop.key: stop
        for stop in (
            Stop("need", 0, 0, True),
            Stop("look", 300, 0, True),
            Stop("now?", 600, 0),
            Stop("later", 900, 0),
            Stop("buy", 1200, 0, True),
            Stop("call", 310, 200),
        )
    }
    arrows = [("need", "look"), ("need", "now?"), ("look", "now?"), ("now?", "later"), ("later", "look")]
    arrows += [("need", "call"), ("buy", "call"), ("later", "buy")]
    flow = flow_of(stops, arrows)
    assert flow.ranks["now?"] == (2, 1) and flow.ranks["later"] == (2, 2)
    assert flow.ranks["call"] == (1, 1)
    found = {arrow: course(flow, *arrow) for arrow in arrows}
    assert {arrow for arrow, what in found.items() if what is Course.BACK} == {
        ("later", "look"),
        ("buy", "call"),
    }
    assert {arrow for arrow, what in found.items() if what is Course.SKIP} == {("need", "now?")}


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("need", "look", Course.ADVANCE),
        ("need", "buy", Course.SKIP),
        ("need", "use", Course.SKIP),
        ("use", "need", Course.BACK),
        ("buy", "look", Course.BACK),
        ("look", "look", Course.SELF),
        ("call", "call", Course.SELF),
        ("look", "call", Course.ADVANCE),
        ("call", "look", Course.BACK),
        ("call", "call back", Course.ADVANCE),
        ("call back", "call", Course.BACK),
        ("call", "buy", Course.ADVANCE),
        ("call", "use", Course.SKIP),
        ("call", "check", Course.ADVANCE),
        ("need", "check", Course.SKIP),
        ("call", "kept", Course.ADVANCE),
        ("check", "call", Course.BACK),
        ("need", "lost", Course.EXIT),
        ("use", "lost", Course.EXIT),
        ("lost", "need", Course.BACK),
        ("use", "kept", Course.ADVANCE),
        ("alone", "need", Course.ADVANCE),
        ("use", "alone", Course.ADVANCE),
    ],
)
def test_the_course_of_an_arrow(source: str, target: str, wanted: Course) -> None:
    assert course(flow_of(journey(), ARROWS), source, target) is wanted


def test_what_stands_beyond_a_later_stage_leads_back_to_it_and_is_reached_past_it() -> None:
    """Only the first stage leads to the decision, which stands after the second one."""
    stops = {
        stop.key: stop
        for stop in (
            Stop("need", 0, 0, True),
            Stop("look", 300, 0, True),
            Stop("now?", 600, 0),
            Stop("buy", 900, 0, True),
        )
    }
    flow = flow_of(stops, [("need", "now?"), ("now?", "look"), ("now?", "buy")])
    assert course(flow, "need", "now?") is Course.SKIP
    assert course(flow, "now?", "look") is Course.BACK
    assert course(flow, "now?", "buy") is Course.ADVANCE


def test_a_journey_that_goes_on_in_another_row_does_not_return_there() -> None:
    """The trial stands above, between the committee and its decision, and nothing else leads to it."""
    stops = {
        stop.key: stop
        for stop in (
            Stop("committee", 900, 800, True),
            Stop("sign?", 1440, 800),
            Stop("trial", 1140, 420, True),
            Stop("use", 1250, 80, True),
        )
    }
    arrows = [("committee", "sign?"), ("sign?", "trial"), ("trial", "use")]
    assert course(flow_of(stops, arrows), "sign?", "trial") is Course.ADVANCE
    entered = flow_of(stops, [*arrows, ("committee", "trial")])
    assert course(entered, "sign?", "trial") is Course.BACK


def test_in_a_column_of_stages_what_stands_beside_one_leads_on_to_the_next() -> None:
    stops = {
        stop.key: stop for stop in (Stop("a", 0, 0, True), Stop("b", 0, 300, True), Stop("beside a", 400, 0))
    }
    flow = flow_of(stops, [("a", "b"), ("a", "beside a"), ("beside a", "b")])
    assert course(flow, "beside a", "b") is Course.ADVANCE


def test_an_arrow_skips_only_what_it_would_pass_by() -> None:
    stops = {
        stop.key: stop
        for stop in (
            Stop("first", 0, 0, True),
            Stop("below", 0, 176, True),
            Stop("beside it", 296, 176, True),
            Stop("above", 600, 0, True),
            Stop("on", 900, 176, True),
        )
    }
    flow = flow_of(stops, ())
    assert course(flow, "first", "beside it") is Course.ADVANCE
    assert course(flow, "first", "on") is Course.SKIP
    assert course(flow, "beside it", "on") is Course.SKIP  # from side to side, as many journeys run


def test_far_apart_something_is_always_passed_by() -> None:
    stops = {str(i): Stop(str(i), i * 100.0, (i % 2) * 9000.0, True) for i in range(80)}
    assert course(flow_of(stops, ()), "0", "78") is Course.SKIP


@given(st.permutations(ARROWS), st.permutations(list(journey().values())))
def test_ranks_do_not_depend_on_the_order_of_records(
    arrows: list[tuple[str, str]], stops: list[Stop]
) -> None:
    assert flow_of({stop.key: stop for stop in stops}, arrows).ranks == flow_of(journey(), ARROWS).ranks


def test_arrows_to_what_is_not_there_are_passed_over() -> None:
    stops = journey()
    more = [*ARROWS, ("need", "nobody"), ("nobody", "alone")]
    assert flow_of(stops, more) == flow_of(stops, ARROWS)
