"""A field of several records changes in one step, clean."""

from typing import Any

import pytest

from journeydesk.kinds.stage import Stage
from journeydesk.language import say
from journeydesk.model.records import Transition
from journeydesk.operations.fields import rate, set_field
from tests.finding import only
from tests.operations.steps import beginning, one_step


def test_records_that_have_the_field_take_the_value_in_one_step() -> None:
    document = beginning()
    with one_step(document):
        set_field(document, ["s0", "s1", "t0", "lucy", "nobody"], "sentiment", 9)
    assert [stage.sentiment for stage in document.all(Stage)] == [3, 3]
    assert say(document.history[0][-1].label) == "Change “Sentiment”"


@pytest.mark.parametrize(
    ("keys", "name", "value"),
    [
        (["s0"], "title", "Search"),
        (["s0"], "title", "Search"),
        (["t0"], "share", 60),
        (["t0"], "waypoints", []),
        (["s0"], "width", float("nan")),
        (["s0"], "no_such_field", 1),
        (["nobody"], "title", "x"),
        ([], "title", "x"),
    ],
)
def test_what_is_so_already_is_no_step(keys: list[str], name: str, value: Any) -> None:
    document = beginning()
    with one_step(document, 0):
        set_field(document, keys, name, value)


def test_a_value_is_cleaned() -> None:
    document = beginning()
    set_field(document, ["t0"], "share", 250)
    set_field(document, ["t0"], "objection", "Too\ndear\x00")
    link = only(document, Transition, "t0")
    assert link.share == 100.0
    assert link.objection == "Too dear\N{REPLACEMENT CHARACTER}"


def test_one_persona_s_feeling_is_set_beside_those_of_the_others() -> None:
    document = beginning()
    with one_step(document):
        rate(document, ["s0", "s1", "t0", "nobody"], "feelings", "lucy", 2)
    with one_step(document):
        rate(document, ["s0"], "feelings", "tom", -9)
    with one_step(document, 0):
        rate(document, ["s0"], "feelings", "lucy", 2)
    assert [stage.feelings for stage in document.all(Stage)] == [(("lucy", 2), ("tom", -3)), (("lucy", 2),)]
    with one_step(document):
        rate(document, ["s0", "s1"], "feelings", "lucy", None)
    assert [stage.feelings for stage in document.all(Stage)] == [(("tom", -3),), ()]
