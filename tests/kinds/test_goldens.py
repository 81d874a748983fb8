"""Drawings are compared, mark by mark, with what a person has reviewed.

Run with JOURNEYDESK_GOLDENS=write to keep today's drawings instead; read the difference before you commit it.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from journeydesk.kinds.catalogue import KINDS, kind_named
from journeydesk.kinds.kind import Kind, Setting
from journeydesk.kinds.links import draw_label, draw_line, draw_objection
from journeydesk.layout.flow import Course
from journeydesk.layout.routing import End, Wire, route
from journeydesk.layout.sides import choose_sides, place_ports
from journeydesk.model.records import Influence, Link, Node, Transition
from journeydesk.picture.marks import Box, Picture
from journeydesk.render.log import logged
from tests.kinds.samples import filled, look, persona

GOLDENS = Path(__file__).parent.parent / "goldens"
LOOK = look()
PEOPLED = look(LOOK.theme, "en", persona("Lucy Bennett"))
FROM, TO = Box(0, 0, 256, 76), Box(620, 40, 876, 116)

Scene = tuple[str, Picture]


def assert_is_golden(name: str, scenes: Iterator[Scene]) -> None:
    told = "".join(f"# {title}\n{logged(picture)}\n" for title, picture in scenes).rstrip("\n") + "\n"
    file = GOLDENS / f"{name}.txt"
    if os.environ.get("JOURNEYDESK_GOLDENS") == "write":
        file.write_text(told, encoding="utf-8")
    assert file.read_text(encoding="utf-8").splitlines() == told.splitlines()


def drawn(kind: Kind, node: Node, **more: int) -> Picture:
    seen = look(LOOK.theme, "en", persona("Lucy Bennett"))
    return kind.draw(node, Setting(*kind.size(node, seen), **more), seen)


def node_scenes(kind: Kind) -> Iterator[Scene]:
    bare = kind.record(id="n")
    words = replace(bare, title="Compare offers before the holidays")
    yield "empty", drawn(kind, bare)
    yield "words", drawn(kind, words, number=3)
    yield "everything chosen", drawn(kind, replace(words, **filled(kind)), number=12)
    yield "a colour of its own, wide", drawn(kind, replace(words, colour="#b03a78", width=300.0))
    if kind.name == "branch":
        yield "a main branch to the left, folded", drawn(kind, words, depth=1, side=-1, hue=3, hidden=12)
        yield "a twig", drawn(kind, words, depth=4, hue=2)


def link_scenes(course: Course) -> Iterator[Scene]:
    source, target = (FROM, TO) if course is not Course.BACK else (TO, FROM)
    ends = End("a", source), End("a" if course is Course.SELF else "b", target)
    wire = Wire("w", ends[0], ends[0] if course is Course.SELF else ends[1], course)
    sides = {"w": choose_sides(wire)}
    way = route(wire, sides["w"], place_ports([wire], sides), lambda region: [FROM, TO])
    links: tuple[tuple[str, Link], ...] = (
        ("plain", Transition(id="t")),
        ("share, label and objection", Transition(id="t", share=35.0, title="Yes", objection="Too dear")),
        ("observed", Transition(id="t", observed=True)),
        ("influence", Influence(id="i", influence="refers")),
        ("threads", Transition(id="t", persona_ids=("tom", "lucy"), observed=True)),
    )
    for title, link in links:
        middle = way.along(0.5)
        yield (
            title,
            (
                *draw_line(link, way, course, PEOPLED),
                *draw_objection(link, way.along(0.7), LOOK),
                *draw_label(link, course, middle, LOOK),
            ),
        )


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_a_kind_is_drawn_as_it_was_reviewed(name: str) -> None:
    assert_is_golden(name, node_scenes(kind_named(name)))


@pytest.mark.parametrize("course", Course, ids=lambda course: course.value)
def test_an_arrow_is_drawn_as_it_was_reviewed(course: Course) -> None:
    assert_is_golden(f"link_{course.value}", link_scenes(course))


def test_no_golden_is_left_over() -> None:
    wanted = {kind.name for kind in KINDS} | {f"link_{course.value}" for course in Course}
    assert {file.stem for file in GOLDENS.glob("*.txt")} == wanted
