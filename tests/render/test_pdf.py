"""What a PDF holds beside what is seen: places to go to, words for those who do not see, pictures, forms."""

import re
from io import BytesIO
from typing import Any

import numpy as np
import pypdf
import pytest
from PIL import Image as Pictures

from journeydesk import templates
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.picture.marks import Box, Group, Image, Path, Picture, Text
from journeydesk.picture.shapes import rectangle
from journeydesk.picture.text import Type, lay
from journeydesk.render.pages import page_size
from journeydesk.render.pdf.document import write_pdf
from journeydesk.render.poster import compose
from journeydesk.render.press import Press, pressed
from journeydesk.render.sheet import Bookmark, Sheet
from tests.render.drawings import png

PIECE = Path(rectangle(Box(0, 0, 10, 10)), "#3366cc")


def words(text: str) -> Picture:
    return lay(text, Type(4), 1e6).placed(0, 5, "#102030")


def written(*sheets: Sheet, **told: Any) -> pypdf.PdfReader:
    target = BytesIO()
    write_pdf(sheets, target, **told)
    return pypdf.PdfReader(target)


def sheet(*picture: Any, **told: Any) -> Sheet:
    return Sheet(100, 80, "#ffffff", picture, **told)


def lines(outline: Any, level: int = 0) -> list[tuple[str, int, int]]:
    """The table of contents: title, level, and the number of the page."""
    found: list[tuple[str, int, int]] = []
    for entry in outline:
        if isinstance(entry, list):
            found += lines(entry, level + 1)
        else:
            found.append((entry.title, level, entry.page.idnum))
    return found


def links(page: pypdf.PageObject) -> list[Any]:
    return [reference.get_object() for reference in page.get("/Annots", [])]


def test_bookmarks_lead_to_sheets_and_to_what_lies_on_them() -> None:
    first = sheet(
        Group((PIECE,), 5, 5, name="a"),
        Group((PIECE,), 50, 50, name="b"),
        bookmarks=(
            Bookmark("One"),
            Bookmark("A\nb", "a", 1),
            Bookmark("B", "b", 2),
            Bookmark("gone", "x", 1),
        ),
    )
    reader = written(first, sheet(bookmarks=(Bookmark("Zwei ✓", level=3),)))
    one, two = (page.indirect_reference.idnum for page in reader.pages)
    assert lines(reader.outline) == [("One", 0, one), ("A b", 1, one), ("B", 2, one), ("Zwei ✓", 3, two)]
    assert reader.page_mode == "/UseOutlines"


def test_a_sheet_among_others_has_a_bookmark_at_least() -> None:
    found = lines(written(sheet(PIECE, title="One"), sheet(PIECE), sheet(PIECE, title="Three")).outline)
    assert [(title, level) for title, level, _ in found] == [("One", 0), ("Three", 0)]
    assert written(sheet(PIECE, title="One")).outline == []


def test_a_table_of_contents_goes_down_one_level_at_a_time() -> None:
    deep = sheet(Group((PIECE,), name="a"), bookmarks=(Bookmark("top", level=4), Bookmark("a", "a", 9)))
    assert [(title, level) for title, level, _ in lines(written(deep).outline)] == [("top", 0), ("a", 1)]
    assert written(sheet(PIECE)).outline == []


def test_the_bookmarks_of_a_map_are_its_stages_in_their_order() -> None:
    document = Document(templates.make("services", "fr"))
    reader = written(compose(document, maps(document)[0].id, page=page_size("A3")))
    found = lines(reader.outline)
    assert found[0][:2] == (maps(document)[0].title, 0)
    assert len(found) == 5
    assert {level for _, level, _ in found[1:]} == {1}
    assert reader.page_mode != "/UseOutlines"


@pytest.mark.parametrize(
    ("url", "led"),
    [
        ("https://example.org/a?b=(c)", True),
        ("http://example.org", True),
        ("mailto:a@example.org", True),
        ("#there", True),
        ("#nowhere", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("ftp://example.org", False),
        ("JAVASCRIPT:x", False),
        ("", False),
    ],
)
def test_only_the_web_and_other_nodes_are_led_to(url: str, led: bool) -> None:
    page = written(sheet(Group((PIECE,), 5, 6, 2, url=url), Group((PIECE,), 50, 50, name="there"))).pages[0]
    found = links(page)
    assert len(found) == led
    if led:
        assert [float(side) * 25.4 / 72 for side in found[0]["/Rect"]] == pytest.approx(
            [5, 54, 25, 74], abs=0.01
        )
        action = found[0].get("/A")
        assert (action["/URI"] == url) if action else ("/Dest" in found[0])


def test_a_link_leads_to_the_node_on_the_same_sheet_if_it_is_there() -> None:
    there, link = Group((PIECE,), name="n"), Group((PIECE,), 30, 30, url="#n")
    reader = written(sheet(there), sheet(link, there), sheet(link))
    pages = [page.indirect_reference for page in reader.pages]
    led = [links(page)[0]["/Dest"][0] for page in list(reader.pages)[1:]]
    assert led == [pages[1], pages[0]]


def test_arrows_labels_lead_to_where_the_arrow_goes() -> None:
    document = Document(templates.make("lucy", "en"))
    page = written(compose(document, maps(document)[0].id, page=page_size("A3"))).pages[0]
    assert sum("/Dest" in link for link in links(page)) > 5


def test_the_document_tells_what_it_is() -> None:
    told = sheet(PIECE, title="Élan 漢", author="Ann", language="fr", subject="Why")
    reader = written(told)
    about = reader.metadata
    assert about is not None
    assert (about.title, about.author, about.subject, about.creator) == (
        "Élan 漢",
        "Ann",
        "Why",
        "JourneyDesk",
    )
    assert reader.root_object["/Lang"] == "fr"
    assert reader.viewer_preferences["/PrintScaling"] == "/None"
    assert written(told, title="All").metadata.title == "All"


def test_it_tells_how_far_it_is_within_a_sheet_too() -> None:
    crowd = sheet(Group(tuple(Group((PIECE,), number % 90) for number in range(2000))))
    heard: list[float] = []
    written(crowd, sheet(PIECE), report=heard.append)
    assert heard == sorted(heard)
    assert len(heard) > 3
    assert 0 <= heard[0] < 0.1
    assert 0.3 < heard[-1] <= 0.5


# For those who do not see it


def parts(element: Any) -> list[tuple[str, str]]:
    found = [(element["/S"], element.get("/Alt", ""))]
    below = element.get("/K", [])
    for reference in below if isinstance(below, list) else []:
        found += parts(reference.get_object())
    return found


def test_each_node_is_a_part_with_a_text_of_its_own() -> None:
    card = Group((PIECE, *words("Buy (now) é")), 20, 20, name="n1", title="Buy", about="With a card")
    arrow = Group((PIECE,), name="n2", title="Later")
    plain = Group(words("Heading"), name="heading")
    reader = written(sheet(PIECE, plain, Group((card, arrow), name="map", title="A map"), title="Page"))
    root = reader.root_object["/StructTreeRoot"]
    whole = root["/K"]
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert parts(whole) == [
        ("/Document", ""), ("/Sect", ""), ("/P", ""), ("/Sect", ""),
        ("/Figure", "Buy (now) é. With a card"), ("/Figure", "Later"),
    ]  # fmt: skip
    content = reader.pages[0].get_contents().get_data()
    numbers = [int(found) for found in re.findall(rb"/MCID (\d+)", content)]
    assert numbers == [0, 1, 2]
    assert len(root["/ParentTree"]["/Nums"][1]) == 3
    assert content.count(b"BDC") + content.count(b"BMC") == content.count(b"EMC")


# Pictures


def photo(width: int, height: int) -> bytes:
    """A JPEG in which no two dots are alike."""
    dots = np.random.default_rng(7).integers(0, 256, (height, width, 3), np.uint8)
    kept = BytesIO()
    Pictures.fromarray(dots).save(kept, "JPEG")
    return kept.getvalue()


def images(page: pypdf.PageObject) -> list[Any]:
    found = page["/Resources"].get("/XObject", {})
    return [kept for kept in (found[name].get_object() for name in found) if kept["/Subtype"] == "/Image"]


def test_a_picture_has_the_dots_that_its_size_needs() -> None:
    data = photo(1200, 600)
    (kept,) = images(written(sheet(Image(10, 10, 50.8, 25.4, data))).pages[0])
    assert (kept["/Width"], kept["/Height"], kept["/Filter"]) == (600, 300, ["/DCTDecode"])
    (kept,) = images(written(sheet(Image(10, 10, 84, 42, data))).pages[0])
    assert kept["/Width"] == 1200
    assert kept._data == data


def test_a_picture_on_two_sheets_is_kept_once_and_in_two_sizes_twice() -> None:
    data = photo(900, 900)
    small, large = Image(0, 0, 20, 20, data), Image(30, 0, 70, 70, data)
    reader = written(sheet(small, large), sheet(large))
    assert sorted(kept["/Width"] for kept in images(reader.pages[0])) == [236, 900]
    assert [kept["/Width"] for kept in images(reader.pages[1])] == [900]


@pytest.mark.parametrize("see_through", [True, False])
def test_drawings_stay_sharp_and_see_through(see_through: bool) -> None:
    data = png(
        80, 40, (200, 30, 30, 128) if see_through else (200, 30, 30), (0, 0, 200, 255)[: 3 + see_through]
    )
    (kept,) = images(written(sheet(Image(0, 0, 20, 10, data))).pages[0])
    assert kept["/Filter"] == ["/FlateDecode"]
    assert ("/SMask" in kept) == see_through


# Forms


def test_what_is_seen_through_several_windows_is_written_once() -> None:
    drawing = tuple(Path(rectangle(Box(x, 0, x + 0.5, 9)), "#11223380") for x in range(200))
    windows = [
        sheet(Group(drawing, 5 - left, 5, clip=Box(left, 0, left + 20, 9), title=f"Part {left}"))
        for left in range(0, 200, 20)
    ]
    many, one = (BytesIO(), BytesIO())
    write_pdf(windows, many)
    write_pdf(windows[:1], one)
    assert len(many.getvalue()) < len(one.getvalue()) * 2.6
    page = pypdf.PdfReader(many).pages[3]
    forms = [found.get_object() for found in page["/Resources"]["/XObject"].values()]
    assert [form["/Subtype"] for form in forms] == ["/Form"]
    assert "/ExtGState" in forms[0]["/Resources"]


def test_marks_of_the_press_are_in_every_ink() -> None:
    page = written(pressed(sheet(PIECE), Press(3, crop_marks=True, registration=True))).pages[0]
    (space,) = page["/Resources"]["/ColorSpace"].values()
    assert space[:2] == ["/Separation", "/All"]


def test_the_same_sheets_give_the_same_bytes() -> None:
    found = []
    for _ in range(2):
        target = BytesIO()
        data = photo(300, 300)
        write_pdf([sheet(Image(0, 0, 5, 5, data), Group(words("漢字 👍🏽"), name="x", title="y"))], target)
        found.append(target.getvalue())
    assert found[0] == found[1]


def test_text_of_a_part_is_found_as_it_was_written() -> None:
    (mark,) = words("Été 漢")
    assert isinstance(mark, Text)
    assert "Été 漢" in written(sheet(mark)).pages[0].extract_text()
