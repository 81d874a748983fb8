"""Pictures that people bring in are drawn anew, made small enough, or refused in plain words."""

import io
from pathlib import Path

import pytest
from PIL import Image

from journeydesk.kinds.image import ImageNode
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import Problem
from journeydesk.model.document import Document
from journeydesk.model.records import Asset, JourneyMap, Persona, Project
from journeydesk.operations import images
from journeydesk.operations.images import LONGEST_SIDE, read_file, read_picture
from journeydesk.operations.personas import place_face
from tests.operations.steps import one_step


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


def test_it_becomes_the_photo_in_one_step_and_its_middle_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(encoded((10, 10), "PNG"))
    document = project()
    place_face(document, "lucy", 0.2, 0.3, 2.0)
    with one_step(document):
        images.set_picture(document, ["lucy", "nobody at all"], "photo_id", read_file(path))
    (asset,) = document.all(Asset)
    lucy = document.find(Persona, "lucy")
    assert lucy is not None and lucy.photo_id == asset.id
    assert (lucy.face_x, lucy.face_y, lucy.face_zoom) == (0.5, 0.5, 1.0)


def test_a_picture_that_the_project_has_is_not_kept_twice(tmp_path: Path) -> None:
    picture = read_picture(encoded((10, 10), "PNG"), "x.png")
    document = project()
    images.set_picture(document, ["lucy"], "photo_id", picture)
    images.set_picture(document, ["empty"], "asset_id", read_picture(encoded((10, 10), "PNG"), "y.png"))
    empty = document.find(ImageNode, "empty")
    assert document.all(Asset) == (picture,) and empty is not None and empty.asset_id == picture.id


def test_a_file_that_is_not_there_or_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Problem):
        read_file(tmp_path / "none.png")
    (tmp_path / "large.png").write_bytes(encoded((10, 10), "PNG"))
    monkeypatch.setattr(images, "LARGEST_FILE", 10)
    with pytest.raises(Problem):
        read_file(tmp_path / "large.png")


def project() -> Document:
    return Document(
        (
            Project(id="p"),
            JourneyMap(id="m"),
            Persona(id="lucy", name="Lucy"),
            PersonaCard(id="card", map_id="m", persona_id="lucy"),
            PersonaCard(id="nobody", map_id="m"),
            ImageNode(id="empty", map_id="m"),
        )
    )


def test_pictures_are_placed_side_by_side_and_kept_once() -> None:
    document = project()
    wide, small = read_picture(encoded((400, 30), "PNG"), "a"), read_picture(encoded((100, 90), "PNG"), "b")
    with one_step(document):
        made = images.place_pictures(document, "m", (wide, small, wide), 100.0, 50.0)
    first, second, third = (document.find(ImageNode, key) for key in made)
    assert first is not None and second is not None and third is not None
    assert (first.width, second.width, third.asset_id) == (None, 116.0, first.asset_id)
    assert first.x + 120 < second.x - 58 and second.x + 58 < third.x - 120
    assert (first.x - 120 + third.x + 120) / 2 == pytest.approx(100, abs=1)
    assert len(document.all(Asset)) == 2
    with one_step(document, 0):
        assert images.place_pictures(document, "gone", (wide,), 0, 0) == ()


def test_a_picture_becomes_a_photo_or_fills_an_image() -> None:
    document = project()
    picture = read_picture(encoded((40, 30), "PNG"), "a")
    assert [images.takes_picture(document, key) for key in ("card", "nobody", "empty", "gone")] == [
        True,
        False,
        True,
        False,
    ]
    with one_step(document):
        images.give_picture(document, "card", picture)
    with one_step(document):
        images.give_picture(document, "empty", picture)
    persona, image = document.find(Persona, "lucy"), document.find(ImageNode, "empty")
    assert persona is not None and image is not None
    assert persona.photo_id == image.asset_id == picture.id
    with one_step(document, 0):
        images.give_picture(document, "empty", picture)
