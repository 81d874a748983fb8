"""Stops of a presentation are added, told, ordered and removed, each in one step."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Project
from journeydesk.model.stops import TourStop
from journeydesk.operations.tours import add_stop, change_stop, move_stop, remove_stop
from tests.operations.steps import one_step


def ground() -> Document:
    return Document((Project(id="p", author="Ann"), JourneyMap(id="m")))


def titles(document: Document) -> list[str]:
    drawn = document.find(JourneyMap, "m")
    assert drawn is not None
    return [stop.title for stop in drawn.stops]


def with_stops(*names: str) -> Document:
    document = ground()
    for name in names:
        add_stop(document, "m", TourStop(name))
    return document


def test_stops_come_one_after_the_other_and_each_is_a_step() -> None:
    document = ground()
    for place, name in enumerate("abc"):
        with one_step(document):
            assert add_stop(document, "m", TourStop(name)) == place
    with one_step(document):
        assert add_stop(document, "m", TourStop("first"), 0) == 0
    with one_step(document):
        change_stop(document, "m", 1, title="A", notes="Say hello")
    with one_step(document):
        remove_stop(document, "m", 3)
    assert titles(document) == ["first", "A", "b"]


@given(st.integers(-3, 6), st.integers(-3, 6))
def test_a_stop_that_is_moved_leaves_the_others_in_their_order(place: int, to: int) -> None:
    document = with_stops(*"abcd")
    move_stop(document, "m", place, to)
    found = titles(document)
    if 0 <= place < 4:
        name = "abcd"[place]
        assert found.index(name) == max(0, min(3, to))
        assert [other for other in found if other != name] == [other for other in "abcd" if other != name]
    else:
        assert found == list("abcd")


def test_what_is_no_stop_is_dropped_where_it_comes_in() -> None:
    document = ground()
    wild = (("a", "b", 1.0, 2.0, -3.0, 4.0, ""), ("short",), TourStop("kept", "\x00", 1, 2, 30, 40), 7)
    with document.edit(message("Try")) as edit:
        edit.put(JourneyMap(id="m", stops=wild))
    assert titles(document) == ["kept"]
