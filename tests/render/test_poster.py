"""What is on a poster, and where."""

import io
import re
from typing import Any

import pytest
from PIL import Image as Pixels

from journeydesk import templates
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import Problem
from journeydesk.model.document import Document
from journeydesk.model.queries import descendants, maps, nodes
from journeydesk.model.records import Asset, JourneyMap, Persona, Project, Record, Term, Transition
from journeydesk.operations import folding
from journeydesk.picture.marks import Box, Group, Image, Path, Picture, Text, bounds
from journeydesk.picture.text import Type
from journeydesk.picture.theme import THEMES, Theme
from journeydesk.render.asides import Aside, Item
from journeydesk.render.extras import Extras
from journeydesk.render.heading import clipped, told_date
from journeydesk.render.pages import PageSize, page_size, series
from journeydesk.render.poster import compose
from journeydesk.render.sheet import Sheet
from journeydesk.render.snug import snug
from journeydesk.views.printing import Order, sheets

A3 = PageSize(420, 297)


def words(picture: Picture) -> list[str]:
    found: list[str] = []
    for mark in picture:
        if isinstance(mark, Text):
            found.append(mark.text)
        elif isinstance(mark, Group):
            found += words(mark.marks)
    return found


def part(sheet: Sheet, name: str) -> Group | None:
    return next((mark for mark in sheet.picture if isinstance(mark, Group) and mark.name == name), None)


def box_of(mark: Group | None) -> Box:
    assert mark is not None
    found = bounds((mark,))
    assert found is not None
    return found


def project(*records: Record, **about: Any) -> Document:
    drawn = JourneyMap(id="m", **about)
    return Document((Project(id="p", title="Project"), drawn, *records))


def row_of_stages(count: int, dx: float, dy: float) -> list[Stage]:
    return [Stage(id=f"s{i}", map_id="m", title=f"Stage {i}", x=i * dx, y=i * dy) for i in range(count)]


@pytest.mark.parametrize(
    ("text", "width", "height", "turnable"),
    [
        ("A4", 210, 297, True),
        (" a0 ", 841, 1189, True),
        ("B2", 500, 707, True),
        ("letter", 215.9, 279.4, True),
        ("Arch D", 609.6, 914.4, True),
        ("ansi-e", 863.6, 1117.6, True),
        ("900x600mm", 900, 600, False),
        ("50 × 5080", 50, 5080, False),
        ("210,5x99.25 mm", 210.5, 99.25, False),
    ],
)
def test_page_sizes(text: str, width: float, height: float, turnable: bool) -> None:
    assert page_size(text) == PageSize(width, height, turnable)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A5",
        "A",
        "roll",
        "roll 40mm",
        "roll 9999",
        "49x100",
        "100x5081",
        "0x0",
        "1e3x100",
        "axb",
        "100x100x100",
        "-5x100",
    ],
)
def test_what_is_no_page_size(text: str) -> None:
    with pytest.raises(Problem):
        page_size(text)


def test_pages_of_a_series_are_known_by_the_size_of_one() -> None:
    assert "A1" in series(297, 210)
    assert "B1" in series(500, 707)
    assert "Arch D" in series(279.4, 215.9)
    assert "A1" in series(123, 456)


@pytest.mark.parametrize("text", ["roll 914mm", "ROLL-914", "roll_914 mm"])
def test_a_roll_is_named_by_its_width(text: str) -> None:
    roll = page_size(text)
    assert (roll.width_mm, roll.roll) == (914, True)
    assert roll.suited(300, 100) == PageSize(2742, 914)
    assert roll.suited(100, 300) == PageSize(914, 2742)
    assert roll.suited(100, 100_000) == PageSize(914, 5080)
    assert roll.cut(1, lies=True) == PageSize(457, 914)


@pytest.mark.parametrize("name", [name for name in templates.NAMES if name != "blank"])
def test_a_roll_is_cut_off_where_the_map_ends(name: str) -> None:
    document = Document(templates.make(name, "en"))
    sheet = compose(document, maps(document)[0].id, page=page_size("roll 914"))
    assert sheet.height_mm == 914
    drawn, head, legend = (box_of(part(sheet, which)) for which in ("map", "heading", "legend"))
    beside = legend.left > drawn.right
    right = legend.left if beside else sheet.width_mm - head.left
    bottom = sheet.height_mm - head.left if beside else legend.top
    assert right - head.left - drawn.width < 60
    assert bottom - head.bottom - drawn.height < 60


@pytest.mark.parametrize(("dx", "dy"), [(400, 0), (0, 300), (0, 0)])
def test_a_piece_of_a_roll_is_a_page(dx: float, dy: float) -> None:
    sheet = compose(project(*row_of_stages(60, dx, dy)), "m", page=page_size("roll 300"))
    length = sheet.height_mm if sheet.width_mm == 300 else sheet.width_mm
    assert 150 <= length <= 5080
    assert 300 in (sheet.width_mm, sheet.height_mm)


@pytest.mark.parametrize("name", templates.NAMES)
@pytest.mark.parametrize(
    "page", [page_size("A4"), A3.portrait(), PageSize(2000, 300), PageSize(200, 3000), PageSize(60, 50)]
)
def test_nothing_leaves_the_page_or_meets_another_part(name: str, page: PageSize) -> None:
    document = Document(templates.make(name, "fr"))
    sheet = compose(document, maps(document)[0].id, page=page)
    paper = Box(0, 0, sheet.width_mm, sheet.height_mm)
    parts = [box_of(mark) for mark in sheet.picture if isinstance(mark, Group)]
    for box in parts:
        assert paper.joined(box) == paper
    for number, box in enumerate(parts):
        assert not any(box.grown(-0.5).meets(other) for other in parts[number + 1 :])


def test_the_page_turns_to_suit_the_map() -> None:
    wide, tall = project(*row_of_stages(5, 400, 0)), project(*row_of_stages(5, 0, 400))
    a4 = page_size("A4")
    assert (compose(wide, "m", page=a4).width_mm, compose(tall, "m", page=a4).width_mm) == (297, 210)
    assert compose(tall, "m", page=a4.landscape()).width_mm == 297


@pytest.mark.parametrize(
    "stages", [row_of_stages(1, 0, 0), row_of_stages(9, 900, 0), row_of_stages(9, 0, 900)]
)
def test_the_map_fills_its_room_and_stands_in_its_middle(stages: list[Stage]) -> None:
    sheet = compose(project(*stages), "m", page=A3)
    drawn, legend, head = (box_of(part(sheet, name)) for name in ("map", "legend", "heading"))
    assert drawn.top > head.bottom
    beside = legend.left > drawn.right
    room = Box(0, head.bottom, legend.left if beside else 420, 297 if beside else legend.top)
    assert drawn.x == pytest.approx(room.x, abs=15)
    assert drawn.y == pytest.approx(room.y, abs=15)


def test_the_title_block_tells_whose_map_it_is() -> None:
    document = Document(templates.make("lucy", "fr"))
    drawn = maps(document)[0]
    heading = part(compose(document, drawn.id, page=A3), "heading")
    assert heading is not None
    said = " ".join(words((heading,)))
    assert drawn.title in said
    assert "Lucy Bennett" in said
    assert "15 avril 2026" in said
    assert document.project.organisation in said


def test_dates_are_written_as_people_write_them() -> None:
    assert told_date("2026-03-01", "en") == "1 March 2026"
    assert told_date("2026-03-01", "fr") == "1 mars 2026"
    assert told_date("spring 2026", "fr") == "spring 2026"


def test_the_legend_shows_only_what_occurs() -> None:
    one = Stage(id="a", map_id="m", title="Here", phase="buy", sentiment=3)
    two = Stage(id="b", map_id="m", title="There", phase="use", x=400)
    on = Transition(id="t", map_id="m", source_id="a", target_id="b")
    legend = part(compose(project(one, two, on), "m", page=A3), "legend")
    assert legend is not None
    assert set(words((legend,))) == {
        "Shapes", "Stage", "Phases", "Buy", "Use", "Paths", "Goes on", "Feelings", "Delighted"
    }  # fmt: skip
    back = Transition(id="u", map_id="m", source_id="b", target_id="a", observed=True)
    legend = part(compose(project(one, two, on, back), "m", page=A3), "legend")
    assert legend is not None
    assert "Observed, never designed" in words((legend,))


def test_the_legend_names_everybody_whose_feelings_are_shown() -> None:
    people = (
        Persona(id="tom", name="Tom"),
        Persona(id="ann", name="Ann Lee"),
        Persona(id="x", name="Nobody"),
    )
    one = Stage(id="a", map_id="m", feelings=(("tom", -3), ("ann", 1), ("lost", 2)))
    legend = part(compose(project(one, *people), "m", page=A3), "legend")
    assert legend is not None
    said = words((legend,))
    assert {"People", "Tom", "Ann Lee", "T", "AL", "Feelings", "Furious", "At ease"} <= set(said)
    assert "Nobody" not in said


def test_the_legend_names_channels_that_have_a_colour_or_a_picture() -> None:
    made = (
        Touchpoint(id="a", map_id="m", channel="own", device="phone"),
        Touchpoint(id="b", map_id="m", channel="website", x=400),
        Term(id="channel own", vocabulary="channel", key="own", title="Chatbot", colour="#8a3ab9"),
        Term(id="channel store", vocabulary="channel", key="store", colour="#0b7a75"),
    )
    legend = part(compose(project(*made), "m", page=A3), "legend")
    assert legend is not None
    assert words((legend,)) == ["Shapes", "Touchpoint", "Channels", "Chatbot"]


def test_an_empty_map_is_a_poster_without_a_legend() -> None:
    sheet = compose(project(), "m", page=page_size("A4"))
    assert part(sheet, "legend") is None
    assert "This map is still empty." in words(sheet.picture)


def test_a_huge_title_leaves_room_for_the_map() -> None:
    document = project(*row_of_stages(3, 400, 0), title="very long " * 190, scenario="telling " * 900)
    sheet = compose(document, "m", page=page_size("A4"))
    assert box_of(part(sheet, "heading")).height < sheet.height_mm * 0.4
    assert box_of(part(sheet, "map")).width > 50


def test_clipped_text_ends_with_an_ellipsis() -> None:
    block = clipped("one two three four five six", Type(10), 60, 2)
    lines = ["".join(run.text for run in line) for line in block.lines]
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert block.width <= 60


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_poster_has_the_ground_of_its_theme(theme: Theme) -> None:
    document = Document(templates.make("services", "en"))
    chosen = THEMES[theme.key]
    sheet = compose(document, maps(document)[0].id, page=A3, theme=chosen)
    assert sheet.ground == chosen.ground
    ground = sheet.marks[0]
    assert isinstance(ground, Path) and ground.fill == chosen.ground


def test_a_map_that_is_gone_is_told() -> None:
    with pytest.raises(Problem):
        compose(project(), "gone", page=A3)


def test_a_piece_of_a_map_has_its_branches_and_the_arrows_within_and_nothing_else() -> None:
    document = Document(templates.make("services", "en"))
    drawn = maps(document)[0]
    stages = [node.id for node in nodes(document, drawn.id) if isinstance(node, Stage)][:1]
    sheet = compose(document, drawn.id, page=page_size("A3"), ids=tuple(stages))
    drawing = part(sheet, "map")
    assert drawing is not None
    shown = " ".join(words(drawing.marks))
    below = [branch.title for branch in descendants(document, stages[0])]
    assert below and all(title.split()[0] in shown for title in below)
    others = [node.title for node in nodes(document, drawn.id) if isinstance(node, Stage)][1:]
    assert others and not any(title in shown for title in others)


def with_logo(*records: Record, size: tuple[int, int] = (400, 100), **about: Any) -> Document:
    file = io.BytesIO()
    Pixels.new("RGB", size, "#c2410c").save(file, "PNG")
    asset = Asset(
        id="l", name="logo.png", media_type="image/png", width=size[0], height=size[1], data=file.getvalue()
    )
    return Document((Project(id="p", title="P", logo_id="l"), JourneyMap(id="m", **about), asset, *records))


@pytest.mark.parametrize("size", [(400, 100), (100, 400), (1, 1)])
@pytest.mark.parametrize("page", [A3, A3.portrait(), PageSize(60, 50), PageSize(2000, 300)])
def test_the_logo_stands_whole_in_the_title_block(size: tuple[int, int], page: PageSize) -> None:
    sheet = compose(with_logo(*row_of_stages(4, 400, 0), size=size, title="A map"), "m", page=page)
    heading = part(sheet, "heading")
    assert heading is not None
    (image,) = (mark for mark in heading.marks if isinstance(mark, Image))
    assert image.width / image.height == pytest.approx(size[0] / size[1])
    box = Box(image.x, image.y, image.x + image.width, image.y + image.height)
    assert not any(
        box.meets(found) for mark in heading.marks if isinstance(mark, Text) and (found := bounds((mark,)))
    )


def test_on_a_dark_ground_the_logo_stands_on_a_plate() -> None:
    document = with_logo(*row_of_stages(2, 400, 0))
    light, dark = (
        part(compose(document, "m", page=A3, theme=THEMES[key]), "heading") for key in ("paper", "chalk")
    )
    assert light is not None and dark is not None
    assert len([mark for mark in dark.marks if isinstance(mark, Path)]) == 1 + len(
        [mark for mark in light.marks if isinstance(mark, Path)]
    )


ASIDES = (
    Aside("Notes", tuple(Item(f"Node {n}", "What was said of it " * (n % 7)) for n in range(40)), 400),
    Aside("Sources", tuple(Item(f"Survey {n}", "Survey, 2026", str(n)) for n in range(1, 30)), 29),
)


@pytest.mark.parametrize("name", [name for name in templates.NAMES if name != "blank"])
@pytest.mark.parametrize(
    "page", [page_size("A4"), A3.portrait(), PageSize(2000, 300), PageSize(200, 3000), page_size("roll 914")]
)
def test_what_stands_beside_a_map_meets_nothing_and_leaves_it_room(name: str, page: PageSize) -> None:
    document = Document(templates.make(name, "fr"))
    sheet = compose(document, maps(document)[0].id, page=page, asides=ASIDES)
    paper = Box(0, 0, sheet.width_mm, sheet.height_mm)
    parts = [box_of(mark) for mark in sheet.picture if isinstance(mark, Group)]
    assert part(sheet, "asides") is not None
    for number, box in enumerate(parts):
        assert paper.joined(box) == paper
        assert not any(box.grown(-0.5).meets(other) for other in parts[number + 1 :])
    said = " ".join(words((part(sheet, "asides") or Group(()),)))
    assert "and" in said or "et" in said  # how many more there are


def test_where_there_is_no_room_beside_the_map_nothing_stands_there() -> None:
    sheet = compose(project(*row_of_stages(3, 400, 0)), "m", page=PageSize(60, 50), asides=ASIDES)
    assert part(sheet, "map") is not None


@pytest.mark.parametrize("name", [name for name in templates.NAMES if name != "blank"])
def test_the_map_has_a_good_share_of_the_page(name: str) -> None:
    document = Document(templates.make(name, "en"))
    sheet = compose(document, maps(document)[0].id, page=page_size("A1"))
    drawn = snug((part(sheet, "map") or Group(()),))
    assert drawn is not None
    assert drawn.width * drawn.height > 0.45 * sheet.width_mm * sheet.height_mm


def test_sources_are_named_by_number_on_the_map_and_beside_it() -> None:
    document = Document(templates.make("services", "en"))
    (sheet,) = sheets(document, Order(page=A3, extras=Extras(sources=True, notes=True, findings=True)))
    said = words(sheet.picture)
    badges = {text for text in said if text.endswith("]")}
    assert any("[" in text for text in badges)
    told = set(words((part(sheet, "asides") or Group(()),)))
    assert {"Sources", "Findings"} <= told
    for text in badges:
        for number in re.findall(r"\d+", text[text.index("[") :]):
            assert number in told


@pytest.mark.parametrize("locked", [False, True])
def test_a_frame_is_a_poster_of_its_own_with_its_title_and_what_lies_in_it(locked: bool) -> None:
    frame = Frame(id="f", map_id="m", title="At home", width=700, height=400, locked=locked)
    one = Stage(id="a", map_id="m", title="Inside", phase="buy")
    two = Stage(id="b", map_id="m", title="Outside", phase="use", x=1200)
    on = Transition(id="t", map_id="m", source_id="a", target_id="b")
    sheet = compose(project(frame, one, two, on, title="The map"), "m", page=A3, ids=("f",))
    said = words(sheet.picture)
    assert sheet.title == "At home" and said.count("At home") == 2
    assert "Inside" in said and "Outside" not in said
    assert {"Buy"} == {"Buy", "Use", "Goes on"} & set(words((part(sheet, "legend") or Group(()),)))
    assert any("The map" in text for text in said)
    assert [mark.title for mark in sheet.bookmarks] == ["At home", "Inside"]


def test_a_folded_frame_is_opened_on_a_poster_of_its_own() -> None:
    frame = Frame(id="f", map_id="m", title="At home", width=700, height=400)
    one = Stage(id="a", map_id="m", title="Inside", phase="buy")
    document = project(frame, one, title="The map")
    folding.set_folded(document, ("f",), True)
    assert "Inside" not in words(compose(document, "m", page=A3).picture)
    assert "Inside" in words(compose(document, "m", page=A3, ids=("f",)).picture)
    folded = document.find(Frame, "f")
    assert folded is not None and folded.folded
