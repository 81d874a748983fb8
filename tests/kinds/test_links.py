"""Arrows, their labels and their road-blocks, in every course and theme."""

import math
from itertools import pairwise

import pytest

from journeydesk.kinds.links import (
    THICKEST,
    THINNEST,
    draw_label,
    draw_line,
    draw_objection,
    label_size,
    objection_size,
    share_text,
    thickness,
)
from journeydesk.kinds.people import colour_of, dash_of
from journeydesk.kinds.threads import thread_width
from journeydesk.layout.flow import Course
from journeydesk.layout.routing import Route
from journeydesk.model.clean import clean_record
from journeydesk.model.records import Influence, Link, Persona, Transition
from journeydesk.model.vocabulary import INFLUENCES
from journeydesk.picture.marks import Box, Path, Stroke, Text, bounds
from journeydesk.picture.theme import THEMES, Theme, contrast
from tests.finding import marks_of
from tests.kinds.samples import TEXTS, UNKNOWN, ground_under, look

EVERY_THEME = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
WAY = Route((((0, 0), (50, 0), (100, 0), (150, 0)), ((150, 0), (200, 0), (250, 50), (250, 100))))


PEOPLE = tuple(Persona(id=f"p{at}", name=f"Ann {'ABCDE'[at]}", order=float(at)) for at in range(5))


def links(text: str) -> list[Link]:
    found: list[Link] = [
        Transition(id="t", title=text, share=12.5, objection=text),
        Transition(id="t", share=100, observed=True),
        Transition(id="t", title=text),
        Transition(id="t", persona_ids=("p1", "p0", "p2", "lost")),
        Influence(id="i", title=text),
        Influence(id="i", influence="blocks"),
        Influence(id="i", influence=UNKNOWN),
    ]
    return [clean_record(link) for link in found]


@EVERY_THEME
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_labels_hold_their_texts_and_can_be_read(theme: Theme, text: str) -> None:
    seen = look(theme, "fr")
    for link in links(text):
        for size, picture in (
            (label_size(link, seen), draw_label(link, Course.BACK, (40, 30), seen)),
            (objection_size(link), draw_objection(link, (40, 30), seen)),
        ):
            assert bool(picture) == (size != (0, 0))
            box, drawn = Box.around(40, 30, *size), bounds(picture)
            assert drawn is None or box.grown(1.001).joined(drawn) == box.grown(1.001)
            for mark in picture:
                if isinstance(mark, Text):
                    assert box.left <= mark.x and mark.x + mark.width <= box.right
                    assert box.top <= mark.y - 0.74 * mark.size and mark.y + 0.22 * mark.size <= box.bottom
                    assert contrast(mark.colour, ground_under(picture, mark, theme.ground)) >= 4.5


def test_an_arrow_that_says_nothing_has_no_label() -> None:
    link = Transition(id="t")
    assert label_size(link, look()) == objection_size(link) == (0, 0)
    assert draw_label(link, Course.ADVANCE, (0, 0), look()) == draw_objection(link, (0, 0), look()) == ()
    assert objection_size(Influence(id="i")) == (0, 0)


@pytest.mark.parametrize(
    ("share", "english", "french"), [(0, "0%", "0 %"), (12.5, "12.5%", "12,5 %"), (100, "100%", "100 %")]
)
def test_shares_are_written_as_people_do(share: float, english: str, french: str) -> None:
    assert share_text(share, look()) == english
    assert share_text(share, look(language="fr")).replace("\u202f", " ").replace("\u00a0", " ") == french


def test_an_influence_is_told_in_words_where_it_has_no_name() -> None:
    for choice in INFLUENCES:
        picture = draw_label(Influence(id="i", influence=choice.key), Course.ADVANCE, (0, 0), look())
        assert [mark.text for mark in picture if isinstance(mark, Text)] == [choice.label]


def test_a_line_grows_with_the_share() -> None:
    widths = [thickness(Transition(id="t", share=share)) for share in (None, 0, 1, 50, 100)]
    assert widths[0] == widths[1] == THINNEST and widths[-1] == THICKEST
    assert all(a <= b for a, b in pairwise(widths))


@EVERY_THEME
@pytest.mark.parametrize("course", Course)
def test_an_arrow_ends_at_its_tip(theme: Theme, course: Course) -> None:
    for link in links("x"):
        *lines, head = [mark for mark in draw_line(link, WAY, course, look(theme)) if isinstance(mark, Path)]
        if isinstance(link, Influence) and link.influence == "blocks":
            continue
        tip = head.commands[0][1:]
        assert tip == (250, 100)
        back = [command[1:] for command in head.commands[1:3]]
        assert all(y < 95 and abs(x - 250) < 12 for x, y in back)
        first, last = lines[0], lines[-1]
        assert isinstance(first, Path) and isinstance(last, Path)
        assert first.commands[0] == ("M", 0, 0)
        reach = math.dist(last.commands[-1][-2:], tip)
        assert 2 < reach < 25, "the line ends within the head"


def test_courses_and_sorts_of_arrows_are_told_apart_without_colour() -> None:
    seen = look(THEMES["ink"])

    def told(link: Link, course: Course) -> tuple[object, ...]:
        *lines, head = draw_line(link, WAY, course, seen)
        assert all(isinstance(mark, Path) for mark in (*lines, head))
        strokes = {
            (mark.stroke.colour, mark.stroke.dash) for mark in lines if isinstance(mark, Path) and mark.stroke
        }
        return len(lines), frozenset(strokes), isinstance(head, Path) and head.fill

    sorts = [
        told(Transition(id="t"), Course.ADVANCE),
        told(Transition(id="t"), Course.EXIT),
        told(Transition(id="t", observed=True), Course.ADVANCE),
        told(Influence(id="i"), Course.ADVANCE),
    ]
    assert len(set(sorts)) == len(sorts)


@EVERY_THEME
def test_every_sort_of_influence_has_a_sign_of_its_own_at_its_end(theme: Theme) -> None:
    seen: set[tuple[object, ...]] = set()
    for choice in INFLUENCES:
        _, *sign = draw_line(Influence(id="i", influence=choice.key), WAY, Course.ADVANCE, look(theme))
        box = bounds(tuple(sign))
        assert box is not None and box.grown(1).holds(250, 99) and box.top > 75 and box.width < 25
        seen.add(tuple(mark.commands for mark in sign if isinstance(mark, Path)))
    assert len(seen) == len(INFLUENCES)


@EVERY_THEME
def test_threads_lie_side_by_side_in_the_order_of_the_people(theme: Theme) -> None:
    seen = look(theme, "en", *PEOPLE)
    along = Route((((0, 0), (150, 0), (300, 0), (450, 0)),))
    for ids in (("p2", "p0", "p1"), ("p1", "p2", "p0", "p0")):
        link = clean_record(Transition(id="t", persona_ids=ids, share=40))
        picture = marks_of(draw_line(link, along, Course.ADVANCE, seen))
        strokes = [mark.stroke for mark in picture if isinstance(mark, Path) and mark.stroke]
        threads = [
            mark
            for mark in picture
            if isinstance(mark, Path) and mark.stroke and mark.stroke.width == thread_width(link)
        ]
        assert [mark.stroke for mark in threads] == [
            Stroke(colour_of(persona, theme), thread_width(link), dash_of(persona)) for persona in PEOPLE[:3]
        ]
        heights = [mark.commands[0][2] for mark in threads]
        assert heights == sorted(heights) and len(set(heights)) == 3
        assert all(b - a > thread_width(link) for a, b in pairwise(heights))
        assert len({stroke.dash for stroke in strokes}) >= 3, "they are told apart without colour"
        assert [mark.text for mark in picture if isinstance(mark, Text)] == ["AA", "AB", "AC"]
        assert thickness(link) >= heights[-1] - heights[0] + thread_width(link)


def test_letters_are_left_out_where_an_arrow_is_too_short_for_them() -> None:
    seen = look(THEMES["paper"], "en", *PEOPLE)
    link = Transition(id="t", persona_ids=tuple(persona.id for persona in PEOPLE))
    assert not [mark for mark in draw_line(link, WAY, Course.BACK, seen) if isinstance(mark, Text)]


def test_letters_do_not_stand_under_a_label() -> None:
    seen = look(THEMES["paper"], "en", *PEOPLE)
    along = Route((((0, 0), (150, 0), (300, 0), (450, 0)),))
    link = Transition(id="t", persona_ids=("p0", "p1"))
    picture = marks_of(draw_line(link, along, Course.ADVANCE, seen, Box(42, -10, 80, 10)))
    assert [mark.text for mark in picture if isinstance(mark, Text)] == ["AA"]


def test_an_arrow_of_people_who_are_no_more_is_plain() -> None:
    plain, lost = Transition(id="t", share=40), Transition(id="t", share=40, persona_ids=("lost",))
    assert draw_line(lost, WAY, Course.ADVANCE, look())[0] != ()
    assert len(draw_line(lost, WAY, Course.ADVANCE, look())) == len(
        draw_line(plain, WAY, Course.ADVANCE, look())
    )
