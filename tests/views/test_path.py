"""A persona's path is told stop by stop, with loops noted and feelings beside, and changed in place."""

from journeydesk import templates
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import say
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import JourneyMap, Persona, Project, Record, Transition
from journeydesk.picture.marks import Path, Text
from journeydesk.views.catalogue import layout_named
from journeydesk.views.path import LINE, PATH
from journeydesk.views.view import Spot, View, brief


def small() -> Document:
    found: tuple[Record, ...] = (
        Project(id="p"),
        JourneyMap(id="m", title="Way", persona_ids=("ann", "tom")),
        Persona(id="ann", name="Ann", colour="#b03a78"),
        Persona(id="tom", name="Tom", order=1.0),
        Stage(id="s1", map_id="m", x=0, title="Look", feelings=(("ann", -2), ("tom", 3))),
        Touchpoint(id="t", map_id="m", x=200, y=300, title="Shop"),
        Stage(id="s2", map_id="m", x=800, title="Buy"),
        Transition(id="a", map_id="m", source_id="s1", target_id="t", persona_ids=("ann",), share=60.0),
        Transition(id="b", map_id="m", source_id="t", target_id="s1", persona_ids=("ann",), title="Asks"),
        Transition(id="c", map_id="m", source_id="t", target_id="t", persona_ids=("ann",)),
        Transition(id="d", map_id="m", source_id="t", target_id="s2", persona_ids=("ann", "lost")),
    )
    return Document(found)


def drawn(document: Document, *people: str, inviting: bool = True) -> tuple[View, ...]:
    asked = brief(document, maps(document)[0].id, persona_ids=people, inviting=inviting)
    return tuple(layout_named("path").draw(document, asked))


def spots(document: Document, start: str) -> list[Spot]:
    return [spot for page in drawn(document) for spot in page.spots if spot.label.startswith(start)]


def said(page: View) -> list[str]:
    return [mark.text for mark in page.picture if isinstance(mark, Text)]


def test_only_those_who_travel_have_a_page() -> None:
    (page,) = drawn(small())
    assert page.title == "Ann"
    assert drawn(small(), "tom") == ()
    assert [page.title for page in drawn(Document(templates.make("dog", "en")))] == [
        "Camille",
        "Family",
        "Yvonne, breeder",
        "Online community",
    ]


def test_stops_stand_below_one_another_with_where_they_lead() -> None:
    document = small()
    (page,) = drawn(document)
    assert [spot.label for spot in spots(document, "Stop")] == ["Stop 1: Look", "Stop 2: Shop", "Stop 3: Buy"]
    words = said(page)
    assert {"on to 2, 60%", "once more", "back to 1, Asks", "on to 3", "3 stops, 2 loops"} <= set(words)
    (back,) = [spot for spot in page.spots if spot.record_id == "b"]
    assert "Look" in back.label


def test_the_line_has_the_colour_of_the_persona_from_stop_to_stop() -> None:
    (page,) = drawn(small())
    lines = [
        mark
        for mark in page.picture
        if isinstance(mark, Path) and mark.stroke and mark.stroke.width == 5.0 and mark.commands[0][1] == LINE
    ]
    assert len(lines) == 2 and {mark.stroke.colour for mark in lines if mark.stroke} == {"#b03a78"}


def test_what_they_feel_is_told_beside_and_changed_there() -> None:
    document = small()
    (look,) = spots(document, "Ann at “Look”: Annoyed")
    (shop,) = spots(document, "Ann at “Shop”: Nothing known")
    assert shop.inviting and shop.press is not None and look.remove is not None
    shop.press(document, "6")
    look.remove(document)
    touchpoint, stage = document.find(Touchpoint, "t"), document.find(Stage, "s1")
    assert touchpoint is not None and touchpoint.feelings == (("ann", 2),)
    assert stage is not None and stage.feelings == (("tom", 3),)
    assert not [spot for page in drawn(document, inviting=False) for spot in page.spots if spot.inviting]


def test_what_is_written_on_a_stop_is_written_on_the_map() -> None:
    document = small()
    (stop,) = spots(document, "Stop 2")
    assert stop.write is not None
    stop.write(document, "Market")
    touchpoint = document.find(Touchpoint, "t")
    assert touchpoint is not None and touchpoint.title == "Market"


def test_without_any_path_it_says_what_to_do() -> None:
    assert drawn(Document(templates.make("blank", "en"))) == ()
    assert "Ctrl+Alt+G" in say(PATH.empty)
