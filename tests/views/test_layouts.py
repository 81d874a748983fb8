"""What holds for every view: it draws, it is true to the document, and each change is one step."""

from contextlib import suppress

import pytest

from journeydesk import templates
from journeydesk.kinds.pieces import BODY
from journeydesk.language import LANGUAGES, Problem
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import JourneyMap, Project
from journeydesk.model.stops import TourStop
from journeydesk.operations.tours import add_stop
from journeydesk.picture.marks import Box, Group, Picture, Text, bounds
from journeydesk.picture.theme import THEMES
from journeydesk.render.board import look_of
from journeydesk.render.pages import page_size
from journeydesk.views.catalogue import LAYOUTS, layout_named
from journeydesk.views.easel import Easel
from journeydesk.views.printing import NAMES, Order, sheets
from journeydesk.views.view import Brief, Layout, Spot, View, brief

FILLED = [name for name in templates.NAMES if name != "blank"]


def filled(name: str, language: str = "en") -> Document:
    """A template, with two stops of a presentation."""
    document = Document(templates.make(name, language))
    for place in range(2):
        stop = TourStop(f"Here {place}", "Wait until all have read this.", 400.0 * place, 100, 900, 500)
        add_stop(document, maps(document)[0].id, stop)
    return document


@pytest.fixture(params=LAYOUTS, ids=lambda layout: layout.name)
def layout(request: pytest.FixtureRequest) -> Layout:
    found: Layout = request.param
    return found


def asked(document: Document, *, theme: str = "paper", language: str = "", inviting: bool = True) -> Brief:
    first = maps(document)[0].id
    return brief(document, first, theme=THEMES[theme], language=language, inviting=inviting)


def pages(layout: Layout, document: Document, **how: str) -> tuple[View, ...]:
    return tuple(layout.draw(document, asked(document, **how)))


def texts(picture: Picture) -> list[str]:
    found: list[str] = []
    for mark in picture:
        if isinstance(mark, Group):
            found += texts(mark.marks)
        elif isinstance(mark, Text):
            found.append(mark.text)
    return found


@pytest.mark.parametrize("name", FILLED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_drawn_lies_on_its_page(layout: Layout, name: str, language: str) -> None:
    document = filled(name, language)
    for theme in THEMES:
        for page in pages(layout, document, theme=theme):
            box = bounds(page.picture)
            assert box is not None
            assert box.left >= -4 and box.top >= -4
            assert box.right <= page.width + 4 and box.bottom <= page.height + 4


@pytest.mark.parametrize("name", FILLED)
def test_every_spot_lies_on_its_page_and_says_what_it_is(layout: Layout, name: str) -> None:
    document = filled(name)
    for page in pages(layout, document):
        whole = Box(0, 0, page.width, page.height).grown(4)
        for spot in page.spots:
            assert spot.label.strip()
            assert whole.holds(spot.box.left, spot.box.top) and whole.holds(spot.box.right, spot.box.bottom)
            assert not spot.record_id or document.get(spot.record_id) is not None
            if spot.drag is not None:
                assert spot.plane is not None and any(spot.steps)


@pytest.mark.parametrize("name", FILLED)
def test_whatever_is_done_at_a_spot_is_one_step_that_can_be_taken_back(layout: Layout, name: str) -> None:
    document = filled(name)
    for number, page in enumerate(pages(layout, document)):
        for place, spot in enumerate(page.spots):
            for way in ("write", "remove", "drag"):
                if getattr(spot, way) is not None and (place % 3 == number % 3 or place < 20):
                    _try(document, spot, way)


def _try(document: Document, spot: Spot, way: str) -> None:
    before, steps = tuple(document), document.history[1]
    if way == "write" and spot.write is not None:
        # Where words are not wanted, a number is, or the name of something known.
        for typed in ("Something else", "4.5", "gatekeeper, buyer, initiator"):
            with suppress(Problem):
                spot.write(document, typed)
                break
            assert document.history[1] == steps
    elif way == "remove" and spot.remove is not None:
        spot.remove(document)
    elif spot.drag is not None:
        spot.drag(document, 0.1, 0.9)
    done = document.history[1] - steps
    assert done <= 1, f"{way} at {spot.label} takes {done} steps"
    assert way == "drag" or done == 1, f"{way} at {spot.label} does nothing"
    if done:
        document.undo()
    assert set(document) == set(before)


@pytest.mark.parametrize("name", FILLED)
def test_whatever_is_offered_at_a_spot_is_one_step_or_so_already(layout: Layout, name: str) -> None:
    document = Document(templates.make(name, "en"))
    for page in pages(layout, document):
        for spot in page.spots[::5]:
            for offer in spot.offers() if spot.offers is not None else ():
                before, steps = tuple(document), document.history[1]
                offer.do(document)
                done = document.history[1] - steps
                assert done == 1 or (done == 0 and offer.is_on), f"{offer.label} at {spot.label}: {done}"
                if done:
                    document.undo()
                assert set(document) == set(before)


def test_nothing_invites_on_paper(layout: Layout) -> None:
    document = filled("services")
    for page in layout.draw(document, asked(document, inviting=False)):
        assert not any(spot.inviting for spot in page.spots)


@pytest.mark.parametrize("name", FILLED)
def test_a_view_is_the_same_whenever_it_is_drawn(layout: Layout, name: str) -> None:
    document = filled(name)
    shuffled = Document(sorted(document, key=lambda record: (type(record).__name__ != "Project", record.id)))
    again = [(page.picture, [spot.label for spot in page.spots]) for page in pages(layout, shuffled)]
    assert [(page.picture, [spot.label for spot in page.spots]) for page in pages(layout, document)] == again


def test_nothing_is_drawn_of_nothing_and_printing_it_says_what_to_do(layout: Layout) -> None:
    document = Document(templates.make("blank", "en"))
    first = maps(document)[0].id
    if not pages(layout, document, theme="paper"):
        with pytest.raises(Problem):
            list(sheets(document, Order(layout.name, (first,))))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("page", ["A4", "A0", "200x900mm"])
def test_every_layout_fits_on_every_page(name: str, page: str) -> None:
    # Several people who disagree or agree are found in one journey only.
    document = filled("dog" if name in ("conflicts", "common") else "services", "fr")
    for sheet in sheets(document, Order(name, page=page_size(page))):
        box = bounds(sheet.picture)
        assert box is not None
        assert Box(0, 0, sheet.width_mm, sheet.height_mm).grown(0.6).joined(box) == Box(
            0, 0, sheet.width_mm, sheet.height_mm
        ).grown(0.6)


def test_what_to_ask_next_stands_in_two_columns_where_there_is_room_for_both() -> None:
    document = Document(templates.make("services", "en"))
    places = {}
    for aspect in (0.7, 1.5):
        asked = brief(document, maps(document)[0].id, aspect=aspect)
        (page,) = layout_named("coverage").draw(document, asked)
        asks = [spot for spot in page.spots if spot.label[:1].isdigit() and " known, " not in spot.label]
        places[aspect] = len({spot.box.left for spot in asks}), page.height
        assert [int(spot.label.partition(".")[0]) for spot in asks] == list(range(1, len(asks) + 1))
    assert [places[aspect][0] for aspect in (0.7, 1.5)] == [1, 2] and places[1.5][1] < places[0.7][1]


def test_a_name_that_is_read_from_the_right_stays_beside_its_picture() -> None:
    easel = Easel(look_of(Document([Project(id="p"), JourneyMap(id="m")]), "m"))
    for write in (easel.text, easel.few):
        write("فاطمة", BODY, 100, 0, 400, "#000000")
    assert [mark.x for mark in easel.marks if isinstance(mark, Text)] == [100.0, 100.0]
