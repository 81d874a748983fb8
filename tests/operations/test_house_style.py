"""A house style goes from project to project as a file, read with suspicion."""

import io
import json

import pytest
from PIL import Image

from journeydesk.language import Problem
from journeydesk.model.document import Document
from journeydesk.model.records import Asset, Project
from journeydesk.operations.fields import set_field
from journeydesk.operations.house_style import use_style, written_style
from journeydesk.operations.images import read_picture

PALETTE = ("#0b5fa5", "#c2410c")


def logo() -> Asset:
    image = io.BytesIO()
    Image.new("RGBA", (60, 20), (200, 30, 30, 255)).save(image, "PNG")
    return read_picture(image.getvalue(), "logo.png")


def dressed_project() -> Document:
    asset = logo()
    return Document((Project(id="project", palette=PALETTE, logo_id=asset.id), asset))


def test_colours_and_logo_come_over_in_one_step() -> None:
    document = Document((Project(id="other", title="Other", palette=("#111111",)),))
    use_style(document, written_style(dressed_project()), "House.journeystyle")
    assert document.project.palette == PALETTE
    assert document.project.title == "Other"
    asset = document.find(Asset, document.project.logo_id)
    assert asset is not None
    assert (asset.width, asset.height) == (60, 20)
    document.undo()
    assert document.project.palette == ("#111111",)
    assert document.project.logo_id == ""


def test_a_style_without_a_logo_leaves_the_one_that_is_there() -> None:
    document = dressed_project()
    before = document.project.logo_id
    use_style(document, written_style(Document((Project(id="p", palette=("#123456",)),))), "x")
    assert document.project.palette == ("#123456",)
    assert document.project.logo_id == before


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b"[" * 100_000,
        b'{"journeydesk-style": 2, "palette": []}',
        b'{"journeydesk-style": 1}',
        b'{"journeydesk-style": 1, "palette": "red"}',
        json.dumps({"journeydesk-style": 1, "palette": [], "logo": {"data": "?"}}).encode(),
        json.dumps({"journeydesk-style": 1, "palette": [], "logo": {"data": "AAAA"}}).encode(),
    ],
)
def test_what_is_no_style_is_told_and_changes_nothing(data: bytes) -> None:
    document = dressed_project()
    before = document.project
    with pytest.raises(Problem):
        use_style(document, data, "Broken.journeystyle")
    assert document.project is before


def test_only_colours_are_taken_and_no_more_than_there_is_room_for() -> None:
    document = Document((Project(id="p"),))
    rows = ["#ABCDEF", "red", 5, None, "#abcdef", *(f"#0000{n:02d}" for n in range(20))]
    data = json.dumps({"journeydesk-style": 1, "palette": rows}).encode()
    use_style(document, data, "Many.journeystyle")
    assert document.project.palette[:2] == ("#abcdef", "#000000")
    assert len(document.project.palette) == 8
    set_field(document, ("p",), "palette", ("#ffffff", "x"))
    assert document.project.palette == ("#ffffff",)
