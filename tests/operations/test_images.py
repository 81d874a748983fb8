"""Pictures that people bring in are drawn anew, made small enough, or refused in plain words."""

import io
from pathlib import Path

import pytest
from PIL import Image

from journeydesk.language import Problem
from journeydesk.model.document import Document
from journeydesk.model.records import Asset, Project
from journeydesk.operations import images
from journeydesk.operations.images import LONGEST_SIDE, add_picture, read_picture


def encoded(size: tuple[int, int], form: str, mode: str = "RGB", **options: object) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, "#336699" if mode != "1" else 1).save(file, form, **options)
    return file.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
def test_every_common_form_is_read(form: str) -> None:
    asset = read_picture(encoded((40, 30), form), "x")
    assert (asset.width, asset.height) == (40, 30)
    with Image.open(io.BytesIO(asset.data)) as kept:
        assert kept.size == (40, 30)


def test_what_is_transparent_stays_so() -> None:
    asset = read_picture(encoded((8, 8), "PNG", "RGBA"), "x.png")
    assert asset.media_type == "image/png"


def test_a_large_picture_is_made_smaller() -> None:
    asset = read_picture(encoded((3000, 1500), "PNG"), "x.png")
    assert (asset.width, asset.height) == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_nothing_comes_along_but_the_pixels() -> None:
    exif = Image.Exif()
    exif[0x010E] = "where I live"
    asset = read_picture(encoded((20, 20), "JPEG", exif=exif), "x.jpg")
    assert b"where I live" not in asset.data


def test_a_photo_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    asset = read_picture(encoded((40, 20), "JPEG", exif=exif), "x.jpg")
    assert (asset.width, asset.height) == (20, 40)


@pytest.mark.parametrize(
    "data", [b"", b"nothing", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b"\x89PNG\r\n\x1a\n"]
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(Problem):
        read_picture(data, "x")


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
def test_a_picture_that_was_cut_short_is_refused(form: str) -> None:
    whole = encoded((64, 64), form)
    for part in range(1, 8):
        with pytest.raises(Problem):
            read_picture(whole[: len(whole) * part // 10], "x")


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    with pytest.raises(Problem):
        read_picture(encoded((20_000, 2_100), "PNG", "1"), "x.png")


def test_it_is_added_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(encoded((10, 10), "PNG"))
    document = Document((Project(id="project"),))
    asset = add_picture(document, path)
    assert document.get(asset.id) == asset
    document.undo()
    assert document.all(Asset) == ()


def test_a_file_that_is_not_there_or_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document((Project(id="project"),))
    with pytest.raises(Problem):
        add_picture(document, tmp_path / "none.png")
    (tmp_path / "large.png").write_bytes(encoded((10, 10), "PNG"))
    monkeypatch.setattr(images, "LARGEST_FILE", 10)
    with pytest.raises(Problem):
        add_picture(document, tmp_path / "large.png")
