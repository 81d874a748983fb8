"""Touchpoints look as the project has dressed up their channels, devices and departments."""

from typing import Any

import pytest

from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.kind import Look, Setting
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import catalogue
from journeydesk.model.fields import term_id
from journeydesk.model.records import Asset, Record, Term
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Image, Path, Picture, Text
from journeydesk.picture.theme import INK, PAPER, tint_of

POINT = Touchpoint(id="t", map_id="m", title="Ask", channel="phone", device="k1")
LOGO = Asset(id="logo", media_type="image/png", width=40, height=20, data=b"logo")
PHOTO = Asset(id="photo", media_type="image/jpeg", width=40, height=36, data=b"photo")


def drawn(*records: Record, theme: Any = PAPER, node: Touchpoint = POINT) -> Picture:
    known = {record.id: record for record in records}
    look, kind = Look(theme, catalogue("en"), known.get), kind_of(node)
    width, height = kind.size(node, look)
    return kind.draw(node, Setting(width, height), look)


def term(vocabulary: str, key: str, **more: Any) -> Term:
    return Term(id=term_id(vocabulary, key), vocabulary=vocabulary, key=key, **more)


def texts(picture: Picture) -> list[str]:
    return [mark.text for mark in picture if isinstance(mark, Text)]


def fills(picture: Picture) -> set[str]:
    return {mark.fill for mark in picture if isinstance(mark, Path)}


def outline(name: str) -> int:
    (path,) = icon(name, 0, 0, 24, "#000000")
    assert isinstance(path, Path)
    return len(path.commands)


def outlines(picture: Picture) -> set[int]:
    return {len(mark.commands) for mark in picture if isinstance(mark, Path)}


def test_names_are_those_of_the_project() -> None:
    picture = drawn(term("channel", "phone", title="Hotline"), term("device", "k1", title="Headset"))
    assert texts(picture) == ["Ask", "Hotline", "Headset"]
    assert texts(drawn()) == ["Ask", "Phone", "k1"]


def test_colours_are_those_of_the_project_but_where_the_theme_has_none() -> None:
    red = term("channel", "phone", colour="#c24a36")
    assert tint_of("#c24a36", PAPER).line in fills(drawn(red))
    assert fills(drawn(red, theme=INK)) <= fills(drawn(theme=INK)) | {"#000000", "#ffffff"}


def test_icons_are_those_of_the_project_and_a_strange_one_is_stood_in_for() -> None:
    assert outline("rocket") in outlines(drawn(term("channel", "phone", icon="rocket")))
    assert outline("map-pin") in outlines(drawn(term("channel", "phone", icon="no-such-icon")))


@pytest.mark.parametrize("picture", [LOGO, PHOTO])
def test_a_picture_stands_in_the_place_of_an_icon(picture: Asset) -> None:
    terms = (term("channel", "phone", picture_id=picture.id), term("device", "k1", picture_id=picture.id))
    images = [mark for mark in drawn(*terms, picture) if isinstance(mark, Image)]
    assert [image.data for image in images] == [picture.data] * 2
    large, small = images
    assert large.width <= 36 and small.width == 13
    if picture is LOGO:
        assert large.width == 2 * large.height  # all of it is seen
    else:
        assert large.width == large.height == 36 and large.radius == 18


def test_a_picture_that_is_gone_leaves_the_icon() -> None:
    picture = drawn(term("channel", "phone", picture_id="gone"))
    assert outline("phone") in outlines(picture)
    assert not any(isinstance(mark, Image) for mark in picture)


def test_a_long_name_makes_the_card_higher() -> None:
    look = Look(PAPER, catalogue("en"), {}.get)
    long = term("channel", "phone", title="The hotline that nobody has ever seen in the basement")
    named = Look(PAPER, catalogue("en"), {long.id: long}.get)
    size = kind_of(POINT).size
    assert size(POINT, named)[1] > size(POINT, look)[1]
