"""What is painted anew leaves nothing of what was there before."""

import pytest
from PySide6.QtGui import QColor, QImage

from journeydesk.picture.marks import Box, Group, Path
from journeydesk.picture.shapes import rectangle
from journeydesk.render.entry import Entry, Layer
from journeydesk.ui.editor.painting import SIDE, paint_tile

WHOLE = Box(-1e4, -1e4, 1e4, 1e4)


def sheet(colour: str) -> Group:
    return Group((Path(rectangle(WHOLE), colour),))


@pytest.mark.parametrize("scale", [0.05, 0.3, 0.37, 1.0, 2.5])
@pytest.mark.parametrize("part", [(0, 0, SIDE, SIDE), (40, 60.4, 300.3, 200.7), (400, 100.9, SIDE, SIDE)])
def test_every_pixel_that_is_painted_has_its_ground_painted_too(
    scale: float, part: tuple[float, ...]
) -> None:
    left, top, right, bottom = (pixel / scale for pixel in part)
    region = Box(left, top, right, bottom).grown(1 / scale)
    ground, painted = (QImage(SIDE, SIDE, QImage.Format.Format_RGB32) for _ in range(2))
    for image, entries in (
        (ground, []),
        (painted, [Entry("x", "x", Layer.NODE, 0.0, WHOLE, lambda: sheet("#ff0000"))]),
    ):
        image.fill(QColor("#000000"))
        paint_tile(image, (scale, 0, 0), entries, "#ffffff", region)
    for x, y in [(450, y) for y in range(SIDE)] + [(x, 180) for x in range(SIDE)]:
        if painted.pixel(x, y) != QColor("#000000").rgb():
            assert ground.pixel(x, y) == QColor("#ffffff").rgb(), (x, y)


def test_what_is_wider_than_a_tile_leaves_nothing_in_it_when_it_goes() -> None:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    paint_tile(image, (1.0, 0, 0), [], "#ffffff", Box(-3 * SIDE, -3 * SIDE, 3 * SIDE, 3 * SIDE))
    corners = [(x, y) for x in (0, SIDE - 1) for y in (0, SIDE - 1)]
    assert {image.pixelColor(*corner).name() for corner in corners} == {"#ffffff"}
