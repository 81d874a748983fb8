"""A sheet is looked over before it is printed: what is too small, too pale, cut, covered or too coarse."""

import io

import pytest
from PIL import Image as Pixels

from journeydesk import templates
from journeydesk.language import catalogue
from journeydesk.model.document import Document
from journeydesk.picture.marks import Box, Group, Image, Path, Picture
from journeydesk.picture.shapes import rectangle
from journeydesk.picture.text import Type, lay
from journeydesk.picture.theme import THEMES
from journeydesk.render.pages import page_size
from journeydesk.render.proofing import page_for, proof, smallest_type
from journeydesk.render.sheet import Sheet
from journeydesk.views.printing import Order, sheets

PAGE = page_size("A4").landscape()


def sheet(*marks: Picture) -> Sheet:
    return Sheet(PAGE.width_mm, PAGE.height_mm, "#ffffff", tuple(mark for part in marks for mark in part))


def words(text: str, x: float, y: float, size: float = 5.0, colour: str = "#000000") -> Picture:
    return lay(text, Type(size), 1000).placed(x, y, colour)


def told(made: Sheet, metres: float = 0.4) -> list[str]:
    say = catalogue("en")
    return [say(remark.told) for remark in proof(made, metres=metres)]


def test_a_plain_page_needs_nothing() -> None:
    assert told(sheet(words("One", 20, 20), words("Two", 20, 40))) == []


def test_small_letters_are_told_with_the_page_that_would_do() -> None:
    made = sheet((Group(words("Tiny", 20, 20, 10), scale=0.14),))
    (remark,) = proof(made, metres=0.4)
    assert "from 0.4 m, 1 line" in catalogue("en")(remark.told)
    assert "A3" in catalogue("en")(remark.advice)
    assert remark.place.left == pytest.approx(2.8)


def test_the_page_that_is_advised_is_large_enough() -> None:
    made = sheet((Group(words("Tiny", 20, 20, 10), scale=0.12),))
    factor = smallest_type(0.4) / 1.2
    advised = page_size(page_for(made, factor))
    assert 1.2 * advised.diagonal / PAGE.diagonal >= smallest_type(0.4) * 0.999


def test_pale_letters_are_told_on_the_ground_on_which_they_stand() -> None:
    dark = (Path(rectangle(Box(10, 10, 100, 60)), "#222222"),)
    assert told(sheet(dark, words("Seen", 20, 20, colour="#eeeeee"))) == []
    (text,) = told(sheet(words("Pale", 20, 20, colour="#eeeeee")))
    assert text.startswith("“Pale” is too pale")
    (text,) = told(sheet(dark, words("Hidden", 20, 20, colour="#333333")))
    assert text.startswith("“Hidden” is too pale")


def test_what_the_edge_cuts_is_told() -> None:
    (text,) = told(sheet(words("Half of this", 290, 20)))
    assert text == "“Half of this” is cut by the edge of the page."


def test_lines_on_one_another_are_told() -> None:
    (text,) = told(sheet(words("Below", 20, 20), words("Above", 22, 21)))
    assert text == "“Above” and “Below” lie on one another."


def test_coarse_images_are_told_and_fine_ones_are_not() -> None:
    file = io.BytesIO()
    Pixels.new("RGB", (100, 100)).save(file, "PNG")
    fine, coarse = (Image(10, 10, size, size, file.getvalue()) for size in (20.0, 100.0))
    assert told(sheet((fine,))) == []
    assert told(sheet((coarse,))) == ["An image has only 25 pixels to an inch at this size."]


@pytest.mark.parametrize("name", [name for name in templates.NAMES if name != "blank"])
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_our_own_posters_have_no_pale_cut_or_covered_text(name: str, theme: object) -> None:
    document = Document(templates.make(name, "fr"))
    for made in sheets(document, Order(page=page_size("A0"), theme=theme)):
        assert [text for text in told(made, 0.4) if "letters" not in text] == []
