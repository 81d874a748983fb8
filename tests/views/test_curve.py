"""The curve shows every feeling along the journey, and is changed where it is touched."""

import pytest

from journeydesk import templates
from journeydesk.kinds.people import dash_of
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import JourneyMap, Persona, Project, Record
from journeydesk.operations.maps import draw_to_be
from journeydesk.picture.marks import Path, Text
from journeydesk.picture.theme import THEMES
from journeydesk.views.catalogue import layout_named
from journeydesk.views.curve import KEYS
from journeydesk.views.view import Spot, View, brief
from tests.finding import only


def small() -> Document:
    found: tuple[Record, ...] = (
        Project(id="p"),
        JourneyMap(id="m", title="Way", persona_ids=("ann", "tom")),
        Persona(id="ann", name="Ann", order=0.0),
        Persona(id="tom", name="Tom", order=1.0),
        Stage(id="s1", map_id="m", x=0, title="Look", sentiment=2, feelings=(("ann", -2), ("tom", 1))),
        Touchpoint(id="t", map_id="m", x=200, y=300, title="Shop", feelings=(("ann", 0),)),
        Stage(id="s2", map_id="m", x=800, title="Buy", sentiment=-2, expected=3, moment_of_truth=True),
        Stage(id="s3", map_id="m", x=1200, title="Use", sentiment=3, feelings=(("tom", 3),)),
    )
    return Document(found)


def drawn(document: Document, map_id: str = "m", *, inviting: bool = True, theme: str = "paper") -> View:
    asked = brief(document, map_id, inviting=inviting, theme=THEMES[theme])
    (page,) = layout_named("curve").draw(document, asked)
    return page


def said(page: View) -> list[str]:
    return [mark.text for mark in page.picture if isinstance(mark, Text)]


def spots(document: Document, label: str) -> list[Spot]:
    return [found for found in drawn(document).spots if found.label == label]


def test_every_step_stands_under_its_stage_in_the_order_of_the_journey() -> None:
    document = small()
    page = drawn(document)
    on_axis = [spot for spot in page.spots if spot.label.startswith("Sentiment at") and spot.drag]
    assert [spot.record_id for spot in on_axis] == ["s1", "t", "s2", "s3"]
    assert [spot.box.x for spot in on_axis] == sorted(spot.box.x for spot in on_axis)
    heights = {spot.record_id: spot.box.y for spot in on_axis}
    assert heights["s3"] < heights["s1"] < heights["t"] < heights["s2"]


def test_peaks_and_valleys_are_named() -> None:
    words = said(drawn(small()))
    assert (words.count("Peak"), words.count("Valley")) == (2, 1)
    assert {"Ann", "Tom", "A", "T", "Expected", "1 Look"} <= {" ".join(word.split()) for word in words}


def test_a_thread_leads_over_steps_of_which_nothing_is_known() -> None:
    document = small()
    threads = [
        mark.stroke.dash
        for mark in drawn(document).picture
        if isinstance(mark, Path)
        and mark.stroke
        and mark.stroke.width == 1.2
        and len(mark.stroke.colour) == 9
    ]
    # Tom between the first and the last stage, and what is felt in general past the shop.
    assert threads == [dash_of(only(document, Persona, "tom")), ()]


@pytest.mark.parametrize("theme", THEMES)
def test_lines_are_told_apart_without_colour(theme: str) -> None:
    document = small()
    strokes = {
        (mark.stroke.dash, mark.stroke.width)
        for mark in drawn(document, theme=theme).picture
        if isinstance(mark, Path) and mark.stroke and mark.stroke.width >= 2
    }
    people = document.all(Persona)
    assert {(dash_of(persona), 2.2) for persona in people} <= strokes
    assert {((), 3.2), ((0.1, 5.0), 2.0)} <= strokes


def test_a_point_is_dragged_to_another_sentiment() -> None:
    document = small()
    (felt, *_) = spots(document, "Sentiment at “Look”: Pleased")
    (ann, *_) = spots(document, "Ann at “Look”: Annoyed")
    assert felt.drag is not None and ann.drag is not None
    felt.drag(document, 0.5, 1.0)
    ann.drag(document, 0.5, 0.34)
    stage = document.find(Stage, "s1")
    assert stage is not None and (stage.sentiment, dict(stage.feelings)) == (-3, {"ann": 1, "tom": 1})


def test_a_key_from_1_to_7_tells_what_is_felt_also_on_a_french_keyboard() -> None:
    document = small()
    for keys in ("1234567", "&é\"'(-è"):
        for value, key in enumerate(keys, -3):
            found = next(spot for spot in drawn(document).spots if spot.label.startswith("Tom at “Shop”"))
            assert found.press is not None
            found.press(document, key)
            shop = document.find(Touchpoint, "t")
            assert shop is not None and dict(shop.feelings)["tom"] == value == KEYS[key]
    before = tuple(document)
    for spot in drawn(document).spots:
        assert spot.press is not None
        spot.press(document, "x")
    assert tuple(document) == before


def test_what_is_expected_and_felt_by_nobody_yet_is_told_in_its_row() -> None:
    document = small()
    (expected,) = spots(document, "Expected at “Shop”: Nothing known")
    assert expected.inviting and expected.press is not None
    expected.press(document, "7")
    shop = document.find(Touchpoint, "t")
    assert shop is not None and shop.expected == 3
    (told,) = spots(document, "Expected at “Shop”: Delighted")
    assert told.remove is not None
    told.remove(document)
    shop = document.find(Touchpoint, "t")
    assert shop is not None and shop.expected is None


def test_what_should_be_is_drawn_over_what_is() -> None:
    document = small()
    made = draw_to_be(document, "m", "Better")
    assert "As-is" in said(drawn(document, made.id))
    assert "To-be" in said(drawn(document, "m"))
    before = [spot.label for spot in drawn(document, made.id).spots]
    assert not any(label.startswith("As-is") for label in before), "it is changed on its own map"


def test_only_what_is_known_is_printed() -> None:
    document = Document(templates.make("appliance", "en"))
    page = drawn(document, maps(document)[0].id, inviting=False)
    rows = [word for word in said(page) if word in ("Expected", "Sentiment")]
    assert "Sentiment" in rows
