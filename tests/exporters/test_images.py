"""Images of a sheet: the same pixels in every format, with what the format can tell, within its limits."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from journeydesk import templates
from journeydesk.exporters import tiff
from journeydesk.exporters.catalogue import EXPORTERS, export_sheets, exporter_for, map_named
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.exporters.raster import srgb
from journeydesk.language import Problem
from journeydesk.model.document import Document
from journeydesk.picture.marks import Box
from journeydesk.picture.marks import Path as Shape
from journeydesk.picture.shapes import rectangle
from journeydesk.render import pixels
from journeydesk.render.pages import page_size
from journeydesk.render.poster import compose
from journeydesk.render.sheet import Sheet

IMAGES = tuple(exporter for exporter in EXPORTERS if "dpi" in exporter.asks)
SUFFIXES = tuple(exporter.suffixes[0] for exporter in IMAGES)
Pixels = np.ndarray


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    document = Document(templates.make("services", "fr"))
    return compose(document, map_named(document).id, page=page_size("254x180mm"))


def written(sheet: Sheet, out: Path, **options: Any) -> Image.Image:
    export_sheets((sheet,), out, ExportOptions(**{"dpi": 100.0, **options}))
    image = Image.open(out)
    image.load()
    return image


def seen(image: Image.Image) -> Pixels:
    return np.asarray(image.convert("RGB")).astype(int)


def patches(*colours: str) -> Sheet:
    """A sheet of white with a patch of each colour, 10 mm wide."""
    marks = (
        Shape(rectangle(Box(10 + at * 10, 10, 20 + at * 10, 60)), colour) for at, colour in enumerate(colours)
    )
    return Sheet(100, 70, "#ffffff", tuple(marks), title="« Été »")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_image_tells_its_size_its_resolution_and_its_colours(
    suffix: str, sheet: Sheet, tmp_path: Path
) -> None:
    image = written(sheet, tmp_path / f"a{suffix}")
    assert (image.size, image.mode) == ((1000, 709), "RGB")
    assert image.info["icc_profile"] == srgb()
    told = image.info.get("dpi") or (image.getexif()[282], image.getexif()[283])
    assert told == pytest.approx((100, 100), abs=0.1)
    told = image.info.get("Title") or image.info.get("comment") or image.getexif()[270]
    assert sheet.title in (told, _utf8(told))


def _utf8(told: str | bytes) -> str:
    """What the library gives as bytes, or takes for Latin-1."""
    return (told.encode("latin-1", "replace") if isinstance(told, str) else told).decode("utf-8", "replace")


@pytest.mark.parametrize(
    ("name", "options", "most"),
    [
        ("a.tiff", {}, 0),
        ("a.tif", {"packing": "deflate"}, 0),
        ("a.tiff", {"transparent": True}, 8),
        ("a.png", {"transparent": True}, 8),
        ("a.webp", {"lossless": True}, 0),
        ("a.webp", {"quality": 95}, 8),
        ("a.jpg", {"quality": 95}, 8),
    ],
)
def test_every_format_shows_the_same(
    name: str, options: dict[str, Any], most: float, sheet: Sheet, tmp_path: Path
) -> None:
    expected = seen(written(sheet, tmp_path / "expected.png"))
    image = written(sheet, tmp_path / name, **options)
    if "transparent" in options:
        ground = Image.new("RGBA", image.size, sheet.ground)
        image = Image.alpha_composite(ground, image)
    difference = np.abs(seen(image) - expected).max(axis=2)
    assert difference.mean() <= most / 8
    assert (difference > 8 * most).mean() < 0.002


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_bands_meet_without_a_seam(
    suffix: str, sheet: Sheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = seen(written(sheet, tmp_path / f"whole{suffix}"))
    monkeypatch.setattr(pixels, "BAND_PIXELS", 1000 * 100)
    banded = seen(written(sheet, tmp_path / f"banded{suffix}"))
    assert (np.abs(whole - banded).max(axis=2) > 40).mean() < 0.001


@pytest.mark.parametrize("suffix", [".png", ".tiff", ".webp"])
def test_one_can_see_through_a_transparent_ground(suffix: str, tmp_path: Path) -> None:
    image = written(patches("#cf5440"), tmp_path / f"a{suffix}", transparent=True, lossless=True)
    assert image.mode == "RGBA"
    assert image.getpixel((20, 200))[3] == 0
    assert image.getpixel((60, 100)) == (0xCF, 0x54, 0x40, 255)


def test_a_jpeg_has_its_ground_where_a_transparent_one_is_asked(tmp_path: Path) -> None:
    image = written(patches("#cf5440"), tmp_path / "a.jpg", transparent=True)
    assert image.getpixel((20, 200)) == (255, 255, 255)


def test_pages_of_a_tiff_keep_their_own_sizes(sheet: Sheet, tmp_path: Path) -> None:
    out = tmp_path / "a.tiff"
    other = patches("#2f74c0")
    assert export_sheets((sheet, other, sheet), out, ExportOptions(100)) == (out,)
    with Image.open(out) as image:
        assert image.n_frames == 3
        sizes = []
        for number in range(3):
            image.seek(number)
            image.load()
            sizes.append(image.size)
        assert sizes == [(1000, 709), (394, 276), (1000, 709)]
        image.seek(1)
        assert image.convert("RGB").getpixel((60, 100)) == (0x2F, 0x74, 0xC0)


def test_grey_is_printed_in_black_alone_and_no_ink_is_wasted(tmp_path: Path) -> None:
    colours = ("#000000", "#808080", "#ff0000", "#2f74c0", "#00001a")
    image = written(patches(*colours), tmp_path / "a.tiff", cmyk=True)
    assert image.mode == "CMYK"
    assert "icc_profile" not in image.info
    inks = [image.getpixel((60 + at * 39, 100)) for at in range(len(colours))]
    assert inks[:3] == [(0, 0, 0, 255), (0, 0, 0, 127), (0, 255, 255, 0)]
    assert all(sum(ink) <= 3 * 255 for ink in inks)
    for ink, colour in zip(inks, colours, strict=True):
        c, m, y, k = ink
        back = [round((255 - part) * (255 - k) / 255) for part in (c, m, y)]
        assert back == pytest.approx([int(colour[at : at + 2], 16) for at in (1, 3, 5)], abs=1)


def test_inks_and_a_transparent_ground_exclude_one_another(sheet: Sheet, tmp_path: Path) -> None:
    with pytest.raises(Problem):
        written(sheet, tmp_path / "a.tiff", cmyk=True, transparent=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "page", "dpi", "options"),
    [
        ("a.png", (5080, 100), 600, {}),
        ("a.jpg", (5080, 100), 400, {}),
        ("a.webp", (1189, 841), 360, {}),
        ("a.webp", (1189, 841), 300, {}),
        ("a.webp", (1189, 841), 150, {"lossless": True}),
        ("a.png", (1189, 841), 700, {}),
    ],
)
def test_what_a_format_cannot_hold_is_told_before_anything_is_painted(
    name: str, page: tuple[int, int], dpi: float, options: dict[str, Any], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(pixels, "painted", None)
    with pytest.raises(Problem):
        written(Sheet(*page, "#ffffff", ()), tmp_path / name, dpi=dpi, **options)
    assert list(tmp_path.iterdir()) == []


def test_a_tiff_beyond_4_gigabytes_is_told_before_anything_is_painted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pixels, "painted", None)
    pages = [Sheet(1189, 841, "#ffffff", ())] * 3
    with pytest.raises(Problem):
        export_sheets(pages, tmp_path / "a.tiff", ExportOptions(600))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("size", [(50.0, 50.0), (50.8, 83.1)])
def test_small_and_odd_images_are_whole(suffix: str, size: tuple[float, float], tmp_path: Path) -> None:
    image = written(Sheet(*size, "#1d242b", ()), tmp_path / f"a{suffix}", dpi=11)
    assert seen(image) == pytest.approx(np.broadcast_to((0x1D, 0x24, 0x2B), seen(image).shape), abs=3)


def test_who_waits_hears_how_far_it_is_and_may_stop_it(sheet: Sheet, tmp_path: Path) -> None:
    heard: list[float] = []
    for exporter in IMAGES:
        out = tmp_path / f"a{exporter.suffixes[0]}"
        export_sheets((sheet, sheet), out, ExportOptions(300, report=heard.append))
        assert heard == sorted(heard) and 0 < heard[0] < heard[-1] <= 1
        heard.clear()

    def stop(share: float) -> None:
        raise KeyboardInterrupt

    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(KeyboardInterrupt):
        export_sheets((sheet,), tmp_path / "b.tiff", ExportOptions(report=stop))
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_the_profile_is_the_same_whenever_it_is_made() -> None:
    from PIL import ImageCms

    srgb.cache_clear()
    first = srgb()
    srgb.cache_clear()
    assert srgb() == first
    assert "sRGB" in ImageCms.getProfileName(ImageCms.ImageCmsProfile(BytesIO(first)))


def test_a_strip_of_a_tiff_is_no_higher_than_a_band() -> None:
    assert pixels.BAND_PIXELS // tiff.LONGEST_SIDE >= 1
    assert exporter_for(Path("a.tif")).many
