"""PowerPoint slides: shapes with their texts, connectors that hold on to them, notes, limits."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from journeydesk import templates
from journeydesk.exporters.catalogue import deliver, map_named
from journeydesk.exporters.deck.connectors import OUTWARD, SITES, Bend, bend, middle, side_of
from journeydesk.exporters.deck.place import EMU
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.kinds.note import Note
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.language import Problem
from journeydesk.layout.routing import Side
from journeydesk.model.document import Document
from journeydesk.model.queries import links, nodes, personas
from journeydesk.model.records import Evidence, JourneyMap, Node, Persona, Project, Transition
from journeydesk.model.stops import TourStop
from journeydesk.operations.tours import add_stop
from journeydesk.render.pages import page_size
from journeydesk.views.printing import Order
from tests.finding import only


@pytest.fixture(scope="module")
def services() -> Document:
    return Document(templates.make("services", "en"))


@pytest.fixture(scope="module")
def deck(services: Document, tmp_path_factory: pytest.TempPathFactory) -> Any:
    out = tmp_path_factory.mktemp("deck") / "a.pptx"
    deliver(services, out, Order(map_ids=(map_named(services).id,)))
    return Presentation(str(out))


def every(shapes: Any) -> list[Any]:
    """All shapes, those in groups too."""
    found = []
    for shape in shapes:
        found.append(shape)
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            found += every(shape.shapes)
    return found


def texts(slide: Any) -> list[str]:
    found = (shape.text_frame.text for shape in every(slide.shapes) if shape.has_text_frame)
    return [" ".join(text.split()) for text in found]


def test_there_is_a_slide_for_the_map_each_persona_and_each_stage(deck: Any, services: Document) -> None:
    drawn = map_named(services)
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    people = [persona.name for persona in personas(services)]
    stages = [node for node in nodes(services, drawn.id) if isinstance(node, Stage)]
    assert titles[0] == drawn.title
    assert titles[1 : 1 + len(people)] == people
    assert {title.split(". ", 1)[1] for title in titles[1 + len(people) :]} == {
        " ".join(stage.title.split()) for stage in stages
    }


def test_every_node_is_a_shape_that_can_be_written_in(deck: Any, services: Document) -> None:
    written = texts(deck.slides[0])
    for node in nodes(services, map_named(services).id):
        assert " ".join(node.title.split()) in written


def test_every_arrow_is_a_connector_that_holds_on_to_its_two_nodes(deck: Any, services: Document) -> None:
    shapes = every(deck.slides[0].shapes)
    known = {shape.shape_id: shape for shape in shapes}
    assert len(known) == len(shapes)
    connectors = [shape for shape in shapes if shape._element.tag.endswith("cxnSp")]
    ends = []
    for connector in connectors:
        start, end = (connector._element.find(f".//{{*}}{name}") for name in ("stCxn", "endCxn"))
        pair = tuple(known[int(one.get("id"))] for one in (start, end))
        ends.append(tuple(" ".join(shape.text_frame.text.split()) for shape in pair))
        for at, shape, one in zip(ends_of(connector), pair, (start, end), strict=True):
            side = next(side for side, site in SITES.items() if site == int(one.get("idx")))
            frame = (shape.left, shape.top, shape.width, shape.height)
            assert at == pytest.approx(middle(frame, side), abs=400)
    for link in links(services, map_named(services).id):
        pair = tuple(" ".join(title_of(services, key).split()) for key in (link.source_id, link.target_id))
        assert pair in ends


def title_of(document: Document, key: str) -> str:
    node = only(document, Node, key)
    return node.title or only(document, Persona, only(document, PersonaCard, key).persona_id).name


def ends_of(connector: Any) -> tuple[tuple[float, float], tuple[float, float]]:
    place = connector._element.spPr.find("{*}xfrm")
    off, ext = place.find("{*}off"), place.find("{*}ext")
    told = Bend(
        "", *(int(one.get(name)) for one, name in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy"))),
        place.get("rot") is not None, place.get("flipH") == "1", place.get("flipV") == "1",
    )  # fmt: skip
    return on_slide(told, (0, 0)), on_slide(told, (1, 1))


def test_shares_and_labels_stand_on_the_arrows(deck: Any, services: Document) -> None:
    written = " ".join(texts(deck.slides[0]))
    for link in links(services, map_named(services).id):
        assert link.title in written
        if isinstance(link, Transition) and link.share is not None:
            assert f"{link.share:g}%" in written


def test_notes_and_sources_are_what_the_speaker_reads(tmp_path: Path) -> None:
    records = [
        Project(id="p", language="en"),
        JourneyMap(id="m", title="Map", scenario="Why we drew it", notes="Of the map"),
        Evidence(id="e", title="Talks with ten", date="2026-03-01", sample_size=10, quote="Never again"),
        Stage(id="s", map_id="m", title="Buy", notes="Ask about price", evidence_ids=("e",)),
    ]
    deliver(Document(records), tmp_path / "a.pptx", Order(map_ids=("m",)))
    first, second = Presentation(str(tmp_path / "a.pptx")).slides
    source = "– Talks with ten (Interview, 10 people, 1 March 2026): “Never again”"
    assert first.notes_slide.notes_text_frame.text.splitlines() == [
        "Why we drew it", "Of the map", "Sources", source,
    ]  # fmt: skip
    assert second.notes_slide.notes_text_frame.text.splitlines() == [
        "Buy: Ask about price",
        "Sources",
        source,
    ]


def test_a_layout_other_than_the_map_is_drawn_as_shapes_too(services: Document, tmp_path: Path) -> None:
    out = tmp_path / "a.pptx"
    deliver(services, out, Order(layout="grid", map_ids=(map_named(services).id,)))
    (slide,) = Presentation(str(out)).slides
    assert len(every(slide.shapes)) > 50
    assert not [shape for shape in every(slide.shapes) if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]


def test_what_is_chosen_makes_a_slide_of_its_own(services: Document, tmp_path: Path) -> None:
    out, drawn = tmp_path / "a.pptx", map_named(services).id
    stage = next(node for node in nodes(services, drawn) if isinstance(node, Stage))
    deliver(services, out, Order(map_ids=(drawn,), ids=(stage.id,)))
    (slide,) = Presentation(str(out)).slides
    assert " ".join(stage.title.split()) in texts(slide)
    others = [node.title for node in nodes(services, drawn) if isinstance(node, Stage) and node is not stage]
    assert not set(others) & set(texts(slide))


def test_a_node_leads_to_the_web_and_nowhere_else(tmp_path: Path) -> None:
    records = [
        Project(id="p"),
        JourneyMap(id="m"),
        Note(id="a", map_id="m", title="web", url="https://example.org/?a=1&b=2"),
        Note(id="b", map_id="m", title="file", url="file:///etc/passwd", x=400),
    ]
    deliver(Document(records), tmp_path / "a.pptx", Order())
    shapes = every(Presentation(str(tmp_path / "a.pptx")).slides[0].shapes)
    known = {shape.name: shape.click_action.hyperlink.address for shape in shapes if shape.has_text_frame}
    assert (known["web"], known["file"]) == ("https://example.org/?a=1&b=2", None)


def test_who_waits_hears_of_every_slide(services: Document, tmp_path: Path) -> None:
    heard: list[float] = []
    deliver(services, tmp_path / "a.pptx", Order(), ExportOptions(report=heard.append))
    assert len(heard) > 5 and heard == sorted(heard) and heard[-1] < 1


def test_the_size_is_that_of_a_wide_slide_or_of_the_page(services: Document, tmp_path: Path) -> None:
    out, drawn = tmp_path / "a.pptx", map_named(services).id
    deliver(services, out, Order(map_ids=(drawn,)))
    made = Presentation(str(out))
    assert (made.slide_width, made.slide_height) == (12_192_012, 6_858_000)
    deliver(services, out, Order(map_ids=(drawn,), page=page_size("A0")))
    made = Presentation(str(out))
    assert (made.slide_width, made.slide_height) == (1189 * EMU, 841 * EMU)
    with pytest.raises(Problem):
        deliver(services, out, Order(map_ids=(drawn,), page=page_size("1500x900mm")))


def test_nothing_is_off_the_slide_and_no_length_is_a_fraction(deck: Any) -> None:
    for slide in deck.slides:
        for shape in every(slide.shapes):
            if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
                continue
            assert shape.left >= -EMU and shape.top >= -EMU * 5
            assert shape.left + shape.width <= deck.slide_width + EMU
            assert shape.top + shape.height <= deck.slide_height + EMU


def test_what_xml_cannot_hold_and_what_is_empty_do_no_harm(tmp_path: Path) -> None:
    records = [
        Project(id="p"),
        JourneyMap(id="m", title="<&> \x07"),
        Note(id="n", map_id="m", title="a\x00b\n\n<i>", notes="\x01"),
        Stage(id="s", map_id="m", x=400),
        Transition(id="t", map_id="m", source_id="s", target_id="s", title="again", objection="no"),
    ]
    deliver(Document(records), tmp_path / "a.pptx", Order())
    assert any("<i>" in text for text in texts(Presentation(str(tmp_path / "a.pptx")).slides[0]))
    deliver(Document([Project(id="p"), JourneyMap(id="m")]), tmp_path / "b.pptx", Order())


# The geometry of connectors

POINTS = st.tuples(st.integers(0, 10_000_000), st.integers(0, 10_000_000))
OUT = 300_000


def on_slide(told: Bend, part: tuple[float, float]) -> tuple[float, float]:
    """Where a part of a connector's own box lies: mirrored, then turned round its middle."""
    x, y = (part[0] - 0.5) * told.width, (part[1] - 0.5) * told.height
    x, y = (-x if told.mirrored_x else x), (-y if told.mirrored_y else y)
    if told.turned:
        x, y = -y, x
    return told.left + told.width / 2 + x, told.top + told.height / 2 + y


def ways(told: Bend) -> tuple[tuple[float, float], tuple[float, float]]:
    """A point through which it passes soon after its start, and one shortly before its end."""
    parts = [value / 100_000 for value in told.adjustments]
    first = (parts[0] if parts else 1.0, 0.0)
    match told.preset[-1]:
        case "2":
            return first, (1.0, 0.0)
        case "3":
            return first, (parts[0], 1.0)
        case "4":
            return first, (1.0, parts[1])
    return first, (parts[2], 1.0)


@given(start=POINTS, end=POINTS, leaves=st.sampled_from(Side), enters=st.sampled_from(Side))
def test_a_connector_leaves_and_enters_the_sides_that_it_is_told(
    start: tuple[int, int], end: tuple[int, int], leaves: Side, enters: Side
) -> None:
    told = bend(start, leaves, end, enters, OUT)
    assert on_slide(told, (0, 0)) == pytest.approx(start, abs=400)
    assert on_slide(told, (1, 1)) == pytest.approx(end, abs=400)
    first, last = (on_slide(told, part) for part in ways(told))
    for at, other, side in ((start, first, leaves), (end, last, enters)):
        dx, dy = OUTWARD[side]
        assert (other[0] - at[0]) * dx + (other[1] - at[1]) * dy >= -400
        assert abs((other[0] - at[0]) * dy) <= 400 and abs((other[1] - at[1]) * dx) <= 400
    assert all(abs(value) < 2**31 for value in told.adjustments)


def test_a_side_is_found_by_the_point_on_it() -> None:
    box = (0.0, 0.0, 100.0, 60.0)
    assert side_of((100, 30), *box) is Side.RIGHT
    assert side_of((50, 59), *box) is Side.BOTTOM
    assert middle((0, 0, 100, 60), Side.TOP) == (50, 0)


def test_stops_are_a_slide_each_with_their_notes_for_the_speaker(tmp_path: Path) -> None:
    document = Document(templates.make("services", "en"))
    drawn = map_named(document)
    stage = next(node for node in nodes(document, drawn.id) if isinstance(node, Stage))
    carrier = next(node for node in nodes(document, drawn.id) if node.parent_id)
    folded = (carrier.parent_id,)
    add_stop(document, drawn.id, TourStop("First", "Say hello.\nWait.", stage.x, stage.y, 900, 500))
    add_stop(document, drawn.id, TourStop("", "", stage.x, stage.y, 3000, 2000, folded=folded))
    add_stop(document, drawn.id, TourStop("Nowhere", "", 9e5, 9e5, 300, 200))
    out = tmp_path / "stops.pptx"
    deliver(document, out, Order("stops"))
    slides = Presentation(str(out)).slides
    assert [slide.shapes.title.text_frame.text for slide in slides] == ["First", "Stop 2", "Nowhere"]
    assert slides[0].notes_slide.notes_text_frame.text == "Say hello.\nWait."
    assert any(stage.title in text for text in texts(slides[0]))
    assert not any(carrier.title == text for text in texts(slides[1])) and len(texts(slides[2])) == 1
    with pytest.raises(Problem):
        deliver(Document(templates.make("services", "en")), out, Order("stops"))
