"""A sheet is looked over before it is printed: what is too small, too pale, cut, covered or too coarse."""

import io
import re
from typing import Any

import pytest
from PIL import Image as Pixels

from journeydesk import templates
from journeydesk.kinds.stage import Stage
from journeydesk.language import catalogue
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Persona, Project, Transition
from journeydesk.picture.marks import Box, Group, Image, Path, Picture
from journeydesk.picture.shapes import rectangle
from journeydesk.picture.text import Type, lay
from journeydesk.picture.theme import THEMES
from journeydesk.render.pages import page_size
from journeydesk.render.proofing import page_for, proof, smallest_type
from journeydesk.render.remark import Remark
from journeydesk.render.sheet import Sheet
from journeydesk.views.printing import Order, sheets

PAGE = page_size("A4").landscape()


def sheet(*marks: Picture) -> Sheet:
    return Sheet(PAGE.width_mm, PAGE.height_mm, "#ffffff", tuple(mark for part in marks for mark in part))


def words(text: str, x: float, y: float, size: float = 5.0, colour: str = "#000000") -> Picture:
    return lay(text, Type(size), 1000).placed(x, y, colour)


def told(made: Sheet, metres: float = 0.4) -> list[str]:
    say = catalogue("en")
    return [say(remark.told) for remark in proof(made, metres=metres) if not remark.hint]


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


def coloured(*colours: str, **about: str) -> Document:
    """Two stages of these colours, and an arrow that two people travel."""
    one, other = (
        Stage(id=f"s{at}", map_id="m", title=f"Stage {at}", x=at * 500.0, colour=colour)
        for at, colour in enumerate(colours or ("", ""))
    )
    people = (
        Persona(id="a", name="Ann", colour=about.get("ann", "")),
        Persona(id="b", name="Ben", colour=about.get("ben", ""), order=1),
    )
    link = Transition(id="t", map_id="m", source_id="s0", target_id="s1", persona_ids=("a", "b"))
    return Document((Project(id="p"), JourneyMap(id="m", theme="paper"), *people, one, other, link))


def on_colours(document: Document, **order: Any) -> list[Remark]:
    (made,) = sheets(document, Order(page=page_size("A0"), **order))
    return [remark for remark in proof(made, metres=0.4) if "colours" in catalogue("en")(remark.told)]


def test_colours_of_nodes_that_fall_together_are_told_with_a_colour_that_does_not() -> None:
    (remark,) = (remark for remark in on_colours(coloured("#c0392b", "#27803f")) if not remark.hint)
    say = catalogue("en")
    assert say(remark.told) == "The colours of “Stage 0” and “Stage 1” fall together in grey."
    offered = re.search("#[0-9a-f]{6}", say(remark.advice))
    assert say(remark.advice).startswith("Give “Stage 1” another colour, such as #") and offered
    assert not [one for one in on_colours(coloured("#c0392b", offered[0])) if not one.hint]
    assert remark.place.width > 0


def test_threads_that_only_dashes_tell_apart_are_a_hint() -> None:
    (remark,) = on_colours(coloured(ann="#b4531a", ben="#6a7f1d"))
    assert remark.hint and "for the green-blind (deuteranopia)" in catalogue("en")(remark.told)
    assert "dashes" in catalogue("en")(remark.advice)
    assert on_colours(coloured(ann="#102a6b", ben="#b4531a")) == []


def test_the_theme_without_colours_mixes_none_up() -> None:
    assert on_colours(coloured("#c0392b", "#27803f", ann="#b4531a", ben="#6a7f1d"), theme=THEMES["ink"]) == []


def test_colours_that_do_not_occur_on_a_page_are_not_compared() -> None:
    assert on_colours(coloured("#c0392b", "#27803f"), layout="findings") == []
