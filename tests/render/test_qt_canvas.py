"""Levels of detail, and painting from several threads."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from journeydesk.picture.marks import Box, Group, Path, Picture, paint
from journeydesk.picture.shapes import rectangle
from journeydesk.picture.text import Type, lay
from journeydesk.render.log import logged
from journeydesk.render.pixels import painted, start_qt
from journeydesk.render.qt import QtCanvas
from tests.render.drawings import everything, texts


def bytes_of(picture: Picture, scale: float) -> bytes:
    image = painted(picture, round(120 * scale), round(80 * scale), scale=scale, ground="#ffffff")
    return bytes(image.constBits())


def test_small_text_becomes_a_bar_and_smaller_text_nothing() -> None:
    line = lay("Text", Type(10), 1e6).placed(10, 10, "#000000")
    blank = bytes_of((), 0.1)
    assert bytes_of(line, 0.1) == blank
    shades = {bytes_of(line, 0.2)[at] for at in range(0, len(bytes_of(line, 0.2)), 4)}
    assert shades != {255}
    assert min(shades) > 120


@pytest.mark.parametrize(("size", "scale"), [(40, 1), (20, 2), (70, 1), (3, 30), (400, 1), (6, 60)])
def test_text_of_any_size_is_painted(size: float, scale: float) -> None:
    line = lay("HHHH", Type(size, "bold"), 1e6)
    width, height = round(line.width * scale), round(size * scale)
    image = painted(line.placed(0, 0, "#000000"), width, height, scale=scale, ground="#ffffff")
    rows = bytes(image.constBits())
    dark = sum(value < 128 for value in rows[0::4]) / (width * height)
    assert 0.25 < dark < 0.5


def test_specks_are_left_out() -> None:
    speck = (Path(rectangle(Box(10, 10, 12, 12)), "#000000"),)
    assert bytes_of(speck, 0.2) == bytes_of((), 0.2)
    assert bytes_of(speck, 1) != bytes_of((), 1)


def test_what_tells_of_somebody_faded_is_pale_and_what_is_beside_it_is_not() -> None:
    start_qt()
    halves = Box(0, 0, 10, 20), Box(10, 0, 20, 20)
    picture = tuple(
        Group((Path(rectangle(half), "#000000"),), owner=owner)
        for half, owner in zip(halves, ("ann", "tom"), strict=True)
    )
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint(picture, QtCanvas(painter, faded=frozenset({"tom"})))
    painter.end()
    assert image.pixelColor(5, 10).lightness() == 0
    assert image.pixelColor(15, 10).lightness() > 180


def test_threads_paint_the_same() -> None:
    start_qt()
    pictures = [everything(), texts(9), texts(4, "bold")] * 4
    expected = [bytes_of(picture, 3) for picture in pictures]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(bytes_of, pictures, [3] * len(pictures))) == expected


def test_a_picture_that_is_gone_is_not_mistaken_for_a_new_one() -> None:
    # Marks are known by identity, which Python gives to a new object once the old one is gone.
    for number in range(200):
        shade = number % 200
        picture = (Path(rectangle(Box(0, 0, 120, 80)), f"#{shade:02x}{shade:02x}{shade:02x}"),)
        assert bytes_of(picture, 0.5)[0] == shade


def test_an_image_has_the_size_and_corner_that_were_asked_for() -> None:
    dot = (Path(rectangle(Box(50, 40, 51, 41)), "#000000"),)
    image = painted(dot, 30, 20, scale=10, ground="#ffffff", left=50, top=40)
    assert (image.width(), image.height()) == (30, 20)
    assert image.format() is QImage.Format.Format_RGB32
    assert image.pixelColor(5, 5).name() == "#000000"
    assert image.pixelColor(15, 5).name() == "#ffffff"


def test_the_log_tells_marks_one_a_line() -> None:
    lines = logged(everything()).splitlines()
    assert lines[0].startswith("path fill #e3eefb, stroke #2f74c0 1: M 11 50 L 39 50 C ")
    assert "group 90 20 scale 2.5: dot | A dot | green | https://example.org/" in lines
    assert "  path fill #2c9150: M " in logged(everything())
    assert next(line for line in lines if line.startswith("text ")).endswith(
        ": AVATAR To Ty WAVE office affiché"
    )
    assert "dash 4 3" in lines[2]
    assert logged(everything()) == logged(everything())
